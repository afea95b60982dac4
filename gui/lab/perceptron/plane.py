"""The plane of two inputs, in which perceptrons draw lines: as wide as it is high, so that what is at right
angles looks so."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from core.experiments.gates import Perceptron, Point, TwoLayers
from gui.lab.plane import Plane, paint_arrow
from gui.look.theme import Theme
from gui.widgets.plot.style import Dash

MIDDLE = (0.5, 0.5)
REACH = 1.0
"""So far is seen from the middle, at least."""
ARROW = 0.3
"""The length of the arrow of weights, for a weight of 1."""
SIZE = 7.0
NAME = 14.0  # pixels from the end of an arrow to the middle of its name
_FAR = 4.0  # from the middle: a line there is not seen in any window


def even_plane(place: QRectF) -> Plane:
    """The plane with the middle in the middle, one unit as long upwards as to the side."""
    unit = min(place.width(), place.height()) / (2 * REACH)
    across, up = place.width() / unit / 2, place.height() / unit / 2
    return Plane(place, (MIDDLE[0] - across, MIDDLE[0] + across), (MIDDLE[1] - up, MIDDLE[1] + up))


def unit_pixels(plane: Plane) -> float:
    """How many pixels are one unit."""
    return plane.place.width() / (plane.x[1] - plane.x[0])


def tip(perceptron: Perceptron, foot: Point) -> Point:
    """The end of the arrow of weights that begins at `foot`."""
    return foot[0] + ARROW * perceptron.w1, foot[1] + ARROW * perceptron.w2


def paint_parts(painter: QPainter, theme: Theme, plane: Plane, network: Perceptron | TwoLayers) -> None:
    """Where the output is 1, in blue."""
    corners = [(x, y) for x, y in zip((0, 1, 1, 0), (0, 0, 1, 1), strict=True)]
    square = [(plane.x[x], plane.y[y]) for x, y in corners]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("blue", 0.18))
    for part in network.parts(square):
        points = [plane.point(*point) for point in part]
        painter.drawPolygon(QPolygonF([point for point in points if point is not None]))


def paint_perceptron_line(
    painter: QPainter, theme: Theme, plane: Plane, perceptron: Perceptron, foot: Point, name: str, dash: Dash
) -> None:
    """The line, and on it the arrow of its weights, which points to where the output is 1."""
    color = theme.color("text")
    if perceptron.distance(MIDDLE) < _FAR:
        x, y = perceptron.nearest(MIDDLE)
        size = math.hypot(perceptron.w1, perceptron.w2)
        along, up = -perceptron.w2 / size * 2 * _FAR, perceptron.w1 / size * 2 * _FAR
        plane.paint_line(painter, [x - along, x + along], [y - up, y + up], color, dash)
    start, end = plane.point(*foot), plane.point(*tip(perceptron, foot))
    if start is None or end is None or not plane.place.contains(start):
        return
    paint_arrow(painter, start, end, color, 2.0)
    painter.setPen(QPen(theme.color("surface"), 1.5))
    painter.setBrush(color)
    painter.drawEllipse(end, 5.0, 5.0)
    painter.setPen(color)
    way = end - start
    length = math.hypot(way.x(), way.y())
    # Beside the arrow, so that two that point at each other keep their names apart.
    side = QPointF(-way.y(), way.x()) * (NAME / length) if length > 0.0 else QPointF(NAME, 0.0)
    at = end + side
    painter.drawText(QRectF(at.x() - 20, at.y() - 10, 40, 20), Qt.AlignmentFlag.AlignCenter, name)


def paint_input(
    painter: QPainter, theme: Theme, plane: Plane, x: Point, is_wanted: bool, *, is_right: bool
) -> None:
    """A triangle where 1 is wanted, a circle where 0 is, as in the book; × beside what is wrong."""
    at = plane.point(*x)
    assert at is not None
    painter.setPen(QPen(theme.color("text"), 1.6))
    painter.setBrush(theme.color("surface"))
    if is_wanted:
        painter.setBrush(theme.color("text"))
        corners = [QPointF(0, -SIZE), QPointF(SIZE, 0.75 * SIZE), QPointF(-SIZE, 0.75 * SIZE)]
        painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
    else:
        painter.drawEllipse(at, SIZE - 1, SIZE - 1)
    if not is_right:
        painter.setPen(QPen(theme.color("vermilion"), 2.5))
        middle = at + QPointF(2 * SIZE, -2 * SIZE)
        for side in (-1.0, 1.0):
            arm = QPointF(0.7 * SIZE, side * 0.7 * SIZE)
            painter.drawLine(middle - arm, middle + arm)
