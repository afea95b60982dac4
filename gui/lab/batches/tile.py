"""The tile of batches and transposes: a row of xᵀ meets a column of ∂L/∂y in one cell of the gradient."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from core.experiments.batches import INPUTS, OUTPUTS, Backward, BatchOf, backward
from gui.lab.batches.grid import Grid, Lit
from gui.look.fonts import BODY, font
from gui.look.theme import Theme

EXAMPLES = 4
SIGN = 18.0


@lru_cache(maxsize=1)
def _back() -> Backward:
    return backward(BatchOf(examples=EXAMPLES))


def paint_batches(painter: QPainter, rect: QRectF, theme: Theme, at: float) -> None:
    """The pointer goes through the weights."""
    back = _back()
    row, column = divmod(min(int(at * (INPUTS + 1) * OUTPUTS), (INPUTS + 1) * OUTPUTS - 1), OUTPUTS)
    # Cells too narrow for numbers: the tile shows what meets what.
    width = (rect.width() - 2 * SIGN) / (EXAMPLES + 2 * OUTPUTS)
    cell = min(width, 30.0), min(width, 24.0)
    left = rect.center().x() - (cell[0] * (EXAMPLES + 2 * OUTPUTS) + 2 * SIGN) / 2
    middle = rect.center().y()
    parts: tuple[tuple[NDArray[np.float64], str, Lit, str], ...] = (
        (back.inputs.T, "blue", lambda r, _c: r == row, "·"),
        (back.dy, "vermilion", lambda _r, c: c == column, "="),
        (back.gradient, "vermilion", lambda r, c: (r, c) == (row, column), ""),
    )
    for values, hue, lit, sign in parts:
        rows, columns = values.shape
        grid = Grid.about(left, middle, rows, columns, cell)
        grid.paint(painter, theme, values, hue, limit=float(np.abs(values).max()), lit=lit)
        left += grid.place.width()
        painter.setFont(font(BODY, bold=True))
        painter.setPen(theme.color("text"))
        painter.drawText(QRectF(left, middle - 10, SIGN, 20), Qt.AlignmentFlag.AlignCenter, sign)
        left += SIGN
