"""∂L/∂W1 of one example, as one image for each of the units on which it presses most.

The column of a unit is the example times that unit's own gradient: every image is the example again, in blue
where the weight's gradient is above 0, in vermilion below. Units that the example does not reach are blank.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.data.draw_images import signed_image
from gui.theme import Theme
from gui.widgets.numbers import number

SIDE, GAP = 36.0, 4.0
MOST = 60


class GradientImages(QWidget):
    """As many units as there is room for, the largest gradients first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._gradient: NDArray[Any] | None = None
        self._shape = (1, 1)
        self.units: list[int] = []
        self._images: list[QImage] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._rebuild)

    def set_gradient(self, gradient: NDArray[Any] | None, shape: tuple[int, int]) -> None:
        """gradient: ∂L/∂W1, (D, H), of images of `shape` (height, width), D = height · width; or None."""
        self._gradient, self._shape = gradient, shape
        self._rebuild()

    def _rebuild(self) -> None:
        self.units, self._images = [], []
        gradient = self._gradient
        if gradient is not None:
            sizes = np.abs(gradient).max(axis=0)
            self.units = np.argsort(-sizes, kind="stable")[:MOST].tolist()
            limit = float(np.nanmax(sizes, initial=0.0))
            self._images = [
                signed_image(gradient[:, unit].reshape(self._shape), limit, self._theme)
                for unit in self.units
            ]
        self.setAccessibleDescription("; ".join(self.text_of(place) for place in range(self.shown())))
        self.update()

    def text_of(self, place: int) -> str:
        """A unit in words."""
        assert self._gradient is not None
        own = self._gradient[:, self.units[place]]
        text = self.tr("unit {unit}: from {low} to {high}")
        low, high = number(float(own.min()), 3), number(float(own.max()), 3)
        return text.format(unit=self.units[place] + 1, low=low, high=high)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(2 * SIDE + GAP), round(2 * SIDE + GAP))

    def _across(self) -> int:
        return max(int((self.width() + GAP) // (SIDE + GAP)), 1)

    def shown(self) -> int:
        """How many there is room for."""
        down = max(int((self.height() + GAP) // (SIDE + GAP)), 1)
        return min(self._across() * down, len(self.units))

    def _rect(self, place: int) -> QRectF:
        row, column = divmod(place, self._across())
        return QRectF(column * (SIDE + GAP), row * (SIDE + GAP), SIDE, SIDE)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip_at(event.pos()), self)
            return True
        return super().event(event)

    def _tip_at(self, point: QPoint) -> str:
        for place in range(self.shown()):
            if self._rect(place).contains(point.toPointF()):
                return self.text_of(place)
        return ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place in range(self.shown()):
            rect = self._rect(place)
            painter.drawImage(rect.adjusted(1, 1, -1, -1), self._images[place])
            painter.setPen(self._theme.color("border"))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
