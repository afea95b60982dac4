"""A small image as the network is shown it, each pixel a square."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.look.theme import Theme
from gui.widgets.images.array_image import ink_image
from gui.widgets.painted import Painted


class PixelView(Painted, QWidget):
    """`side` is the length of its longer edge in pixels; None as pixels leaves it blank."""

    def __init__(self, theme: Theme, side: int = 56, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.pixels: NDArray[np.uint8] | None = None
        self._image: QImage | None = None
        self.setFixedSize(QSize(side + 2, side + 2))
        theme.changed.connect(self._rebuild)

    def set_pixels(self, pixels: NDArray[np.uint8] | None) -> None:
        """(h, w), 0 paper to 255 ink."""
        self.pixels = pixels
        self._rebuild()

    def _rebuild(self) -> None:
        self._image = ink_image(self.pixels, self._theme) if self.pixels is not None else None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("border"))
        inner = self.rect().adjusted(1, 1, -1, -1)
        painter.fillRect(inner, self._theme.color("surface"))
        if self._image is not None:
            scale = min(inner.width() / self._image.width(), inner.height() / self._image.height())
            size = QSize(round(self._image.width() * scale), round(self._image.height() * scale))
            place = QRect(inner.topLeft(), size)
            place.moveCenter(inner.center())
            painter.drawImage(place, self._image)
        painter.end()
