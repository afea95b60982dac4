"""What the classes look like in the plane: each has a colour and a shape, so that either tells it alone.

An example of the training set is filled, one of the test set a ring.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from gui.widgets.plot.style import Hue, PlotColors

HUES: tuple[Hue, ...] = ("blue", "orange", "green", "purple", "vermilion")
"""Vermilion comes last: elsewhere it stands for gradients and mistakes. Grey is for what is stale."""
_SHAPES = 6
FILLED, OPEN = "●■▲◆▼⬢", "○□△◇▽⬡"
"""The shapes as signs of a text."""
_EDGE = 1.5
_HEXAGON = ((0.0, -1.1), (0.95, -0.55), (0.95, 0.55), (0.0, 1.1), (-0.95, 0.55), (-0.95, -0.55))
_CORNERS = {
    2: ((0.0, -1.25), (1.15, 0.85), (-1.15, 0.85)),
    3: ((0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)),
    4: ((0.0, 1.25), (1.15, -0.85), (-1.15, -0.85)),
    5: _HEXAGON,
}


def hue_of(label: int) -> Hue:
    return HUES[label % len(HUES)]


def sign_of(label: int, *, is_test: bool = False) -> str:
    """The shape of a class as a sign."""
    return (OPEN if is_test else FILLED)[label % _SHAPES]


def shape(label: int, radius: float) -> QPainterPath:
    """The outline of a class's mark around (0, 0); all of about the same area."""
    path, kind = QPainterPath(), label % _SHAPES
    if kind == 0:
        path.addEllipse(QPointF(), radius, radius)
    elif kind == 1:
        side = 0.9 * radius
        path.addRect(QRectF(-side, -side, 2 * side, 2 * side))
    else:
        path.addPolygon(QPolygonF([QPointF(x, y) * radius for x, y in _CORNERS[kind]]))
        path.closeSubpath()
    return path


def stamp(label: int, radius: float, color: QColor, paper: QColor, *, is_test: bool, ratio: float) -> QPixmap:
    """The mark of a class as a small picture, to be put at many places. ratio: device pixels a pixel."""
    side = stamp_side(radius)
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side / 2, side / 2)
    if is_test:
        painter.setPen(QPen(color, _EDGE))
        painter.setBrush(paper)
        painter.drawPath(shape(label, radius - _EDGE / 4))
    else:
        # An edge of paper keeps marks that lie over one another apart.
        painter.setPen(QPen(paper, 1.0))
        painter.setBrush(color)
        painter.drawPath(shape(label, radius))
    painter.end()
    return pixmap


def stamp_side(radius: float) -> int:
    """How wide and high the picture of a mark is."""
    return 2 * round(1.3 * radius + 2)


def color_of(colors: PlotColors, label: int, *, is_stale: bool) -> QColor:
    """The colour of a class; grey while what is seen is of another network."""
    return colors.hue("grey" if is_stale else hue_of(label))
