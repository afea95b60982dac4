"""Numbers as text: as many digits as mean something, thousands apart, all digits on hover.

The minus is a real one (−), as wide as a digit; the figures are tabular because the application's font is.
"""

from __future__ import annotations

import math

from PySide6.QtWidgets import QLabel, QWidget

from gui.language.texts import translate


def number(value: float, digits: int = 4) -> str:
    """`value` with so many significant digits: 0.02345 → 0.02345, 12345.6 → 12,346, 1.2e-7 → 1.2e−7."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if value == 0:
        return "0"
    exponent = math.floor(math.log10(abs(value)))
    if -4 <= exponent < 7:
        text = f"{value:,.{max(digits - 1 - exponent, 0)}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    else:
        mantissa, power = f"{value:.{digits - 1}e}".split("e")
        mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
        text = f"{mantissa}e{int(power)}"
    return text.replace("-", "−")


def fixed(value: float, decimals: int) -> str:
    """`value` with so many decimals, for a number that changes in place and must keep its width."""
    return f"{value:,.{decimals}f}".replace("-", "−") if math.isfinite(value) else number(value)


def count(value: int) -> str:
    """60000 → 60,000."""
    return f"{value:,}".replace("-", "−")


def percent(share: float, decimals: int = 2) -> str:
    """0.9761 → 97.61 %."""
    return f"{fixed(100 * share, decimals)} %" if math.isfinite(share) else number(share)


def data_size(size_bytes: int) -> str:
    """254440 → 254 kB, in powers of 1,000."""
    value = float(size_bytes)
    for unit in ("B", "kB", "MB", "GB"):
        if value < 999.5:
            return f"{number(value, 3)} {unit}"
        value /= 1000
    return f"{number(value, 3)} TB"


def duration(seconds: float) -> str:
    """A time to be read at a glance: 6 s, 2 min 05 s, 1 h 03 min."""
    whole = max(round(seconds), 0)
    minutes, rest = divmod(whole, 60)
    hours, minutes_rest = divmod(minutes, 60)
    if hours:
        return translate("Numbers", "{hours} h {minutes:02} min").format(hours=hours, minutes=minutes_rest)
    if minutes:
        return translate("Numbers", "{minutes} min {seconds:02} s").format(minutes=minutes, seconds=rest)
    return translate("Numbers", "{seconds} s").format(seconds=rest)


class NumberLabel(QLabel):
    """One number with the digits that mean something, and all of them on hover."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: float | None = None

    def value(self) -> float | None:
        return self._value

    def set_value(self, value: float | None, text: str = "") -> None:
        """Show `text`, or else `number(value)`; None shows nothing: blank is not 0."""
        self._value = value
        self.setText("" if value is None else text or number(value))
        self.setToolTip("" if value is None else repr(value).replace("-", "−"))
