"""The tile of vanishing gradients: what is left of a gradient in each layer, sigmoid above ReLU."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from core.experiments.deep import DeepNetwork, flowing
from gui.language.layers import layer_text
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme

WIDTH, INPUTS = 20, 50
LEAST, MOST = 4, 24  # layers, as the pointer goes from left to right
POWERS = 8.0  # the powers of ten that the height of a bar covers
LABEL = 18


@lru_cache(maxsize=2 * (MOST - LEAST + 1))
def gradients(activation: str, depth: int) -> tuple[float, ...]:
    """The root mean square of ∂L/∂y in each layer of a small network with Xavier weights."""
    steps = flowing(DeepNetwork(depth, WIDTH, INPUTS, activation, "xavier"))
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return tuple(layer.gradient for layer in end.value.layers)


def paint_vanishing(painter: QPainter, rect: QRectF, theme: Theme, at: float) -> None:
    """The pointer says how many layers there are."""
    depth = round(LEAST + at * (MOST - LEAST))
    half = rect.height() / 2
    painter.setFont(font(SMALL))
    for place, (activation, title) in enumerate((("sigmoid", "Sigmoid"), ("relu", "ReLU"))):
        part = QRectF(rect.left(), rect.top() + place * half, rect.width(), half)
        painter.setPen(theme.color("muted"))
        painter.drawText(part, Qt.AlignmentFlag.AlignLeft, layer_text(title))
        bars = part.adjusted(0, LABEL, 0, -4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("vermilion"))
        step = bars.width() / depth
        for layer, size in enumerate(gradients(activation, depth)):
            share = min(max(1 + math.log10(max(size, 1e-300)) / POWERS, 0.02), 1.0)
            height = share * bars.height()
            place_x = bars.left() + layer * step
            painter.drawRect(QRectF(place_x, bars.bottom() - height, max(step - 2, 1.0), height))
