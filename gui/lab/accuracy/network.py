"""A small network as circles and lines: each line is a weight, and the one that is moved stands out."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from core.experiments.accuracy import SPECS, WEIGHTS, Weight
from gui.look.theme import Theme
from gui.surface.marks import color_of, sign_of
from gui.widgets.plot.style import PlotColors

RADIUS = 9.0
NEAR = 9.0  # pixels within which a press takes a line
TOP = 24.0  # of the title
SIDE = 40.0


@dataclass(frozen=True, slots=True)
class NetworkDrawing:
    """The network of this name in a place; a bias comes from a square with a 1, below the units."""

    name: str
    place: QRectF

    @property
    def arrays(self) -> list[tuple[int, int, bool]]:
        """The units before each Affine layer, those after it, and whether it has biases."""
        shapes = SPECS[self.name].parameter_shapes()
        return [
            (*shape, name.replace("W", "b") in shapes) for name, shape in shapes.items() if len(shape) == 2
        ]

    def unit(self, layer: int, row: int) -> QPointF:
        """The middle of a unit; row −1 is the square of the biases."""
        arrays = self.arrays
        if layer < len(arrays):
            units, _, has_bias = arrays[layer]
        else:
            units, has_bias = arrays[-1][1], False
        # All columns are spaced alike, so that the lines cross little.
        most = max(max(before + has, after) for before, after, has in arrays)
        step = (self.place.height() - TOP) / most
        column = units + has_bias
        top = self.place.top() + TOP + (most - column) * step / 2
        width = self.place.width() - 2 * SIDE
        x = self.place.left() + SIDE + width * layer / len(arrays)
        return QPointF(x, top + ((row if row >= 0 else units) + 0.5) * step)

    def line(self, weight: Weight) -> QLineF:
        names = [name for name in SPECS[self.name].parameter_shapes() if name.startswith("W")]
        layer = names.index("W" + weight.array[1:])
        return QLineF(
            self.unit(layer, -1 if weight.row is None else weight.row), self.unit(layer + 1, weight.column)
        )

    @property
    def lines(self) -> Mapping[str, QLineF]:
        return {word: self.line(weight) for word, weight in WEIGHTS[self.name].items()}

    def weight_at(self, point: QPointF) -> str:
        """The word of the weight whose line is near; empty where none is."""
        distances = {word: _distance(point, line) for word, line in self.lines.items()}
        nearest = min(distances, key=distances.__getitem__)
        return nearest if distances[nearest] <= NEAR else ""

    # Painting

    def paint(self, painter: QPainter, theme: Theme, weight: str) -> None:
        """All of it, with the weight that is moved in blue."""
        lines = self.lines
        for word, line in lines.items():
            if word != weight:
                painter.setPen(QPen(theme.color("grey"), 1.2))
                painter.drawLine(line)
        painter.setPen(QPen(theme.color("blue"), 3.0))
        painter.drawLine(lines[weight])
        for layer in range(len(self.arrays) + 1):
            self._paint_layer(painter, theme, layer)

    def _paint_layer(self, painter: QPainter, theme: Theme, layer: int) -> None:
        arrays = self.arrays
        is_last = layer == len(arrays)
        units = arrays[-1][1] if is_last else arrays[layer][0]
        colors = PlotColors.like(theme.tokens)
        for row in range(units):
            middle = self.unit(layer, row)
            painter.setPen(QPen(theme.color("muted"), 1.2))
            painter.setBrush(theme.color("surface"))
            painter.drawEllipse(middle, RADIUS, RADIUS)
            if layer == 0:
                painter.drawText(_beside(middle, -1), _RIGHT, ("x₁", "x₂")[row])
            elif is_last:
                painter.setPen(color_of(colors, row, is_stale=False))
                painter.drawText(_beside(middle, 1), _LEFT, sign_of(row))
        if not is_last and arrays[layer][2]:
            middle = self.unit(layer, -1)
            box = QRectF(middle.x() - RADIUS, middle.y() - RADIUS, 2 * RADIUS, 2 * RADIUS)
            painter.setPen(QPen(theme.color("muted"), 1.2))
            painter.setBrush(theme.color("surface"))
            painter.drawRect(box)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "1")


def _beside(middle: QPointF, side: int) -> QRectF:
    left = middle.x() + (RADIUS + 5 if side > 0 else -RADIUS - 5 - SIDE)
    return QRectF(left, middle.y() - 9, SIDE, 18)


def _distance(point: QPointF, line: QLineF) -> float:
    """How far a point is from the line between its ends."""
    across, down = line.dx(), line.dy()
    length = across * across + down * down
    share = ((point.x() - line.x1()) * across + (point.y() - line.y1()) * down) / length if length else 0.0
    nearest = line.pointAt(min(max(share, 0.0), 1.0))
    return math.hypot(point.x() - nearest.x(), point.y() - nearest.y())


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
