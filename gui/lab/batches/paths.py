"""One example's way through the layer: forward over the weight that is touched, and its gradient back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from core.experiments.batches import BIAS, INPUTS, OUTPUTS, Backward
from gui.lab.plane import paint_arrow
from gui.language.numbers import fixed
from gui.look.theme import Theme

RADIUS = 6.0
BESIDE = 46.0  # pixels for a number beside a node
LEAST = 132.0  # pixels of a room that has place for these numbers
NEAR = 6.0
APART = 3.5  # pixels from the middle of a lit line to either arrow


@dataclass(frozen=True, slots=True)
class Paths:
    """The layer once: three inputs, the last the 1 of the biases, and three outputs."""

    room: QRectF

    @property
    def has_numbers(self) -> bool:
        return self.room.width() >= LEAST

    def node(self, side: int, place: int) -> QPointF:
        """An input (side 0) or an output (side 1)."""
        beside = BESIDE if self.has_numbers else RADIUS + 4
        x = self.room.right() - beside if side else self.room.left() + beside
        step = self.room.height() / max(INPUTS + 1, OUTPUTS)
        return QPointF(x, self.room.top() + (place + 0.5) * step)

    def line(self, row: int, column: int) -> QLineF:
        return QLineF(self.node(0, row), self.node(1, column))

    def touched(self, point: QPointF) -> tuple[int, int] | None:
        """The weight whose line is under a point."""
        if not self.room.contains(point):
            return None
        found = {}
        for row in range(INPUTS + 1):
            for column in range(OUTPUTS):
                line = self.line(row, column)
                share = (point.x() - line.x1()) / line.dx()
                if 0.15 <= share <= 0.85:
                    found[row, column] = abs(line.pointAt(share).y() - point.y())
        nearest = min(found, key=found.__getitem__, default=None)
        return nearest if nearest is not None and found[nearest] <= NEAR else None

    def paint(
        self,
        painter: QPainter,
        theme: Theme,
        found: Backward,
        example: int,
        row: int,
        column: int,
        *,
        pale: bool,
    ) -> None:
        """All lines, the one that is touched as two arrows. `pale`: the example is not collected yet."""
        painter.setPen(QPen(theme.color("border"), 1.0))
        for i in range(INPUTS + 1):
            for j in range(OUTPUTS):
                painter.drawLine(self.line(i, j))
        line = self.line(row, column)
        aside = line.normalVector().unitVector()
        off = QPointF(aside.dx(), aside.dy()) * APART
        inset = line.unitVector()
        gap = QPointF(inset.dx(), inset.dy()) * (RADIUS + 1)
        forward, back = (theme.color("disabled" if pale else hue) for hue in ("blue", "vermilion"))
        paint_arrow(painter, line.p1() + off + gap, line.p2() + off - gap, forward, 2.0)
        paint_arrow(painter, line.p2() - off - gap, line.p1() - off + gap, back, 2.0)
        for i in range(INPUTS + 1):
            self._paint_node(painter, theme, self.node(0, i), forward if i == row else None, i == BIAS)
        for j in range(OUTPUTS):
            self._paint_node(painter, theme, self.node(1, j), back if j == column else None, False)
        if self.has_numbers:
            self._paint_numbers(painter, found.inputs[example], found.dy[example], (row, column), theme, pale)

    @staticmethod
    def _paint_node(painter: QPainter, theme: Theme, at: QPointF, color: QColor | None, square: bool) -> None:
        painter.setPen(QPen(theme.color("outline"), 1.0) if color is None else QPen(color, 2.0))
        painter.setBrush(theme.color("surface"))
        if square:
            painter.drawRect(QRectF(at.x() - RADIUS, at.y() - RADIUS, 2 * RADIUS, 2 * RADIUS))
        else:
            painter.drawEllipse(at, RADIUS, RADIUS)

    def _paint_numbers(
        self,
        painter: QPainter,
        inputs: NDArray[np.float64],
        dy: NDArray[np.float64],
        touched: tuple[int, int],
        theme: Theme,
        pale: bool,
    ) -> None:
        for side, values, chosen, hue in ((0, inputs, touched[0], "blue"), (1, dy, touched[1], "vermilion")):
            for place, value in enumerate(values.tolist()):
                node = self.node(side, place)
                left = node.x() + RADIUS + 3 if side else node.x() - BESIDE
                room = QRectF(left, node.y() - 9, BESIDE - RADIUS - 3, 18)
                is_lit = place == chosen and not pale
                painter.setPen(theme.color(hue if is_lit else "muted"))
                align = Qt.AlignmentFlag.AlignLeft if side else Qt.AlignmentFlag.AlignRight
                text = "1" if not side and place == BIAS else fixed(value, 2 if side else 1)
                painter.drawText(room, align | Qt.AlignmentFlag.AlignVCenter, text)
