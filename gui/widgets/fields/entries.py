"""Numbers as people type them: read, and written back in the same manner. No widget is here.

Thousands may be set apart by commas or spaces, a power written as 1e-4, and where nothing else is meant a
comma is read as a decimal point. The minus is written as a real one (−); a hyphen is read as one.
"""

from __future__ import annotations

import math
import re

from gui.language.numbers import count

_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?")


def read_number(text: str) -> float | None:
    """The number, which may be nan or inf; None for what is none. `0,1` is 0.1 and `1,000` is 1000."""
    bare = _plain(text)
    if bare.count(",") == 1 and "." not in bare and not _GROUPED.fullmatch(bare):
        bare = bare.replace(",", ".")
    try:
        return float(bare.replace(",", ""))
    except ValueError:
        return None


def read_whole(text: str) -> int | None:
    """The whole number, also as `20,000`, `2e4` or `80.0`; None for anything else."""
    value = read_number(text)
    if value is None or not math.isfinite(value) or value != int(value):
        return None
    try:
        return int(_plain(text).replace(",", ""))  # all its digits, where float has only 15
    except ValueError:
        return int(value)


def write_whole(value: int) -> str:
    """20,000"""
    return count(value)


def write_number(value: float) -> str:
    """The shortest text that reads back as the same number: 0.1, 0.00001, 1e−7."""
    if value == 0.0:
        return "0"
    if not math.isfinite(value):
        return str(value).replace("-", "−")
    text = f"{value:.17g}" if float(f"{value:.10g}") != value else f"{value:.10g}"
    if 1e-5 <= abs(value) < 1e-4:
        digits = max(-math.floor(math.log10(abs(value))) + 9, 0)
        text = f"{value:.{digits}f}".rstrip("0")
        text = text if float(text) == value else repr(value)
    mantissa, e, power = text.partition("e")
    return f"{mantissa}e{int(power)}".replace("-", "−") if e else text.replace("-", "−")


def step_up(value: float) -> float:
    """The next of 1, 2, 5 · 10ᵏ above: 0.1 → 0.2 → 0.5 → 1. From 0, or what is not a number, 0.0001."""
    if not (math.isfinite(value) and value > 0.0):
        return 1e-4
    power = math.floor(math.log10(value) + 1e-9)
    for digit in (1, 2, 5, 10):
        candidate = float(f"{digit}e{power}")
        if candidate > value * (1 + 1e-9):
            return candidate
    return float(f"2e{power + 1}")


def step_down(value: float) -> float:
    """The next of 1, 2, 5 · 10ᵏ below."""
    if not (math.isfinite(value) and value > 0.0):
        return value
    power = math.floor(math.log10(value) + 1e-9)
    for digit in (5, 2, 1):
        candidate = float(f"{digit}e{power}")
        if candidate < value * (1 - 1e-9):
            return candidate
    return float(f"5e{power - 1}")


def _plain(text: str) -> str:
    """The text without any spaces and underscores, and with the typographic minus as the typed one."""
    return re.sub(r"[\s_ \u2009\u202f]", "", text).replace("−", "-")
