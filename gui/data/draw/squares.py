"""The pad as 7 × 7 squares, row by row: how one draws without mouse or pen. A stroke goes on from a square to
one beside it, and another stroke begins at any other.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from gui.data.draw.drawing import SIDE

ACROSS = 7
_STEP = SIDE / ACROSS


def middle_of(place: int) -> QPointF:
    """A place of the drawing, in its pixels."""
    row, column = divmod(place, ACROSS)
    return QPointF((column + 0.5) * _STEP, (row + 0.5) * _STEP)


def rect_of(place: int, pad: QRectF) -> QRectF:
    """Where a square stands in the square of the pad."""
    row, column = divmod(place, ACROSS)
    side = pad.width() / ACROSS
    return QRectF(pad.left() + column * side, pad.top() + row * side, side, side)


def are_neighbours(one: int, other: int) -> bool:
    """Side by side, or corner to corner."""
    (row, column), (row_2, column_2) = divmod(one, ACROSS), divmod(other, ACROSS)
    return max(abs(row - row_2), abs(column - column_2)) == 1


def has_ink(place: int, ink: NDArray[np.float32]) -> bool:
    """Whether something is drawn there: `ink` (SIDE, SIDE), 0 ground to 1 ink."""
    row, column = divmod(place, ACROSS)
    rows, columns = (slice(round(at * _STEP), round((at + 1) * _STEP)) for at in (row, column))
    return bool(ink[rows, columns].any())
