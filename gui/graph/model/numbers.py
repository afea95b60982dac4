"""Values as they are written on this screen: a number with the digits that mean something, a small array
whole, a large one as its shape. All digits for whoever points at them."""

from __future__ import annotations

import numpy as np

from core.graph.ops.operation import Value, shape_text
from gui.language.numbers import number

DIGITS = 6
SMALL = 6  # entries of an array that is written whole
COLUMNS, ROWS = 4, 4  # of a matrix that is written whole in a formula
LONGEST = 400  # characters of a tooltip


def is_small(value: Value) -> bool:
    """Whether an array can be written whole as a matrix in a line of text."""
    return 0 < value.ndim <= 2 and value.shape[-1] <= COLUMNS and value.size <= COLUMNS * ROWS


def number_text(value: float, digits: int = DIGITS) -> str:
    """2.2, −0.8, ∞; without a sign between the thousands, which in an array would part two numbers."""
    return number(value, digits).replace(",", "")


def short(value: Value, digits: int = DIGITS, entries: int = SMALL) -> str:
    """2.2; [0.3, −0.8, 0.5]; (784, 80)."""
    if isinstance(value, np.float64):
        return number_text(float(value), digits)
    if value.size > entries:
        return shape_text(value.shape)
    return _nested(value, digits)


def _nested(value: Value, digits: int) -> str:
    if isinstance(value, np.float64):
        return number_text(float(value), digits)
    return f"[{', '.join(_nested(entry, digits) for entry in value)}]"


def whole(value: Value) -> str:
    """All digits; of a large array its shape and as many numbers as a tooltip holds."""
    if isinstance(value, np.float64):
        return repr(float(value)).replace("-", "−")
    text = np.array2string(np.asarray(value), separator=", ", threshold=60, edgeitems=3, precision=8)
    text = text.replace("-", "−")
    if len(text) > LONGEST:
        text = text[:LONGEST] + " …"
    return f"{shape_text(value.shape)}\n{text}"


def literal(value: Value) -> str:
    """The value as a person would type it, with all digits: `100`, `[[1, 2], [3, 4]]`."""
    if isinstance(value, np.float64):
        return _digits(float(value))
    return f"[{', '.join(literal(entry) for entry in value)}]"


def _digits(value: float) -> str:
    text = repr(value)
    return text[:-2] if text.endswith(".0") else text
