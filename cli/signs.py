"""The signs of the program's sentences in plain letters, for an encoding that lacks them; UTF-8 has them all.
And how many columns of a terminal a text takes, where letters of Hangul are twice as wide as others.

`PLAINLY` is the error handler that a stream gets (`cli.output.prepare`): a sign that the encoding has stays
as it is. What has no plain form here, as in a person's own words, is written by its number.
"""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterator

PLAIN = {
    "✓": "ok", "✗": "x", "█": "#", "░": ".", "“": '"', "”": '"', "’": "'", "…": "...", "©": "(c)",
    "×": "*", "·": "*", "÷": "/", "−": "-", "√": "sqrt ", "Σ": "sum ", "∂": "d", "∞": "inf", "½": "1/2",
    "¼": "1/4", "⁺": "^+", "⁻": "^-", "ᵀ": "^T", "ᵢ": "_i", "ⱼ": "_j",
    "ₙ": "_n", "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "η": "eta",
    "λ": "lambda", "μ": "mu", "σ": "sigma", "→": "->", "←": "<-", "↑": "up", "↓": "down", "≤": "<=",
    "≥": ">=", "≈": "~",
}  # fmt: skip
PLAIN |= {sign: f"^{digit}" for digit, sign in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
PLAIN |= {sign: f"_{digit}" for digit, sign in enumerate("₀₁₂₃₄₅₆₇₈₉")}
PLAIN |= dict.fromkeys("⋅∗", "*") | {"∕": "/", "⁄": "/", "–": "-", "∑": "sum ", "⊤": "^T"}

PLAINLY = "backprop-lab.plainly"


def as_shown(text: str) -> str:
    """The text as standard output will show it: what is put into columns is measured so."""
    encoding = sys.stdout.encoding or "utf-8"
    return text.encode(encoding, PLAINLY).decode(encoding)


def width(text: str) -> int:
    """How many columns of a terminal the text takes: two for a wide sign, by Unicode's East Asian Width (UAX
    #11), none for what joins the sign before it."""
    if text.isascii():
        return len(text)
    return sum(columns for _, columns in _measured(text))


def left(text: str, columns: int) -> str:
    """The text with blanks behind it to that width."""
    return text + " " * (columns - width(text))


def right(text: str, columns: int) -> str:
    """The text with blanks before it to that width."""
    return " " * (columns - width(text)) + text


def cut(text: str, columns: int) -> str:
    """As much of the beginning as has room in so many columns."""
    taken, signs = 0, []
    for sign, more in _measured(text):
        taken += more
        if taken > columns:
            break
        signs.append(sign)
    return "".join(signs)


def wrapped(text: str, columns: int, indent: str = "", hanging: str = "") -> list[str]:
    """The text as lines of so many columns at most, broken between words and at no hyphen. indent: before the
    first line; hanging: before the others."""
    from textwrap import wrap  # late, as in argparse: only help needs it

    # textwrap counts signs, so each wide one is given a second.
    doubled = text if text.isascii() else "".join(sign + _SECOND * (n - 1) for sign, n in _measured(text))
    lines = wrap(doubled, columns, initial_indent=indent, subsequent_indent=hanging, break_on_hyphens=False)
    return [line.replace(_SECOND, "") for line in lines]


_SECOND = "\0"


def _measured(text: str) -> Iterator[tuple[str, int]]:
    """Each sign with its columns. A syllable in parts, as in some file names, is put together."""
    from unicodedata import category, east_asian_width, normalize

    for sign in normalize("NFC", text):
        if category(sign) in ("Mn", "Me", "Cf"):
            yield sign, 0
        else:
            yield sign, 2 if east_asian_width(sign) in "WF" else 1


def _plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    plain = (PLAIN.get(sign) or sign.encode("ascii", "backslashreplace").decode() for sign in lost)
    return "".join(plain), error.end


codecs.register_error(PLAINLY, _plainly)
