"""An array as a grid of numbers in cells, as it stands in a book, with some of its cells lit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.language.numbers import fixed
from gui.look.theme import Theme

ROOMY = 48.0  # pixels of a cell that has room for a third decimal
LEAST = 33.0  # pixels of a cell that has room for a number at all
STRENGTH = 0.4  # of the colour of the largest number

Lit = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Grid:
    """`rows` × `columns` cells that fill a place."""

    place: QRectF
    rows: int
    columns: int

    @classmethod
    def about(cls, left: float, middle: float, rows: int, columns: int, cell: tuple[float, float]) -> Grid:
        """A grid with this left edge and the height of its middle."""
        width, height = columns * cell[0], rows * cell[1]
        return cls(QRectF(left, middle - height / 2, width, height), rows, columns)

    def cell(self, row: int, column: int) -> QRectF:
        width, height = self.place.width() / self.columns, self.place.height() / self.rows
        return QRectF(self.place.left() + column * width, self.place.top() + row * height, width, height)

    def at(self, point: QPointF) -> tuple[int, int] | None:
        """Row and column under a point; None beside the grid."""
        if not self.place.contains(point):
            return None
        row = int((point.y() - self.place.top()) / self.place.height() * self.rows)
        column = int((point.x() - self.place.left()) / self.place.width() * self.columns)
        return min(row, self.rows - 1), min(column, self.columns - 1)

    def paint(
        self,
        painter: QPainter,
        theme: Theme,
        values: NDArray[np.float64],
        hue: str,
        *,
        limit: float,
        lit: Lit,
        faded: Lit | None = None,
        line_above: int = 0,
        decimals: int | None = None,
    ) -> None:
        """The numbers, each tinted by its size up to `limit`; where it is `lit` framed, where it is `faded`
        without colour. A line above the row `line_above` parts what is beneath it."""
        width = self.place.width() / self.columns
        shown = decimals if decimals is not None else 3 if width >= ROOMY else 2
        for row in range(self.rows):
            for column in range(self.columns):
                box, value = self.cell(row, column), float(values[row, column])
                pale = faded is not None and faded(row, column)
                if not pale:
                    share = min(abs(value) / limit, 1.0) if limit > 0.0 else 0.0
                    painter.fillRect(box, theme.color(hue, STRENGTH * share))
                if width >= LEAST:
                    painter.setPen(theme.color("muted" if pale else "text"))
                    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, fixed(value, shown))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("outline"), 1.0))
        painter.drawRect(self.place)
        if line_above:
            y = self.cell(line_above, 0).top()
            painter.drawLine(QPointF(self.place.left(), y), QPointF(self.place.right(), y))
        painter.setPen(QPen(theme.color(hue), 2.0))
        for row in range(self.rows):
            for column in range(self.columns):
                if lit(row, column):
                    painter.drawRect(self.cell(row, column).adjusted(1, 1, -1, -1))
