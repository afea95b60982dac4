"""The tile of perceptrons: a line that is NAND, AND or OR on its way across four inputs."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from core.experiments.gates import GATES, INPUTS, Perceptron
from gui.lab.perceptron.plane import even_plane, paint_input, paint_parts
from gui.look.theme import Theme


def paint_perceptron(painter: QPainter, rect: QRectF, theme: Theme, at: float) -> None:
    """The pointer moves the line."""
    plane = even_plane(rect)
    perceptron = Perceptron(0.5, 0.5, 0.05 - 1.1 * at)
    paint_parts(painter, theme, plane, perceptron)
    foot = perceptron.nearest((0.5, 0.5))
    plane.paint_straight(painter, *foot, -1.0, theme.color("text"))
    for place, x in enumerate(INPUTS):
        paint_input(painter, theme, plane, x, GATES["or"][place] == 1, is_right=True)
