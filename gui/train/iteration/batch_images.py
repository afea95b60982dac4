"""The first images of a mini-batch in small, each with its label beneath."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.widgets.images.array_image import ink_image
from gui.widgets.painted import Painted

SIDE = 28  # pixels of the longer side
GAP = 5
MOST = 40
"""Images that are kept to be shown: more never find room."""


class BatchImages(Painted, QWidget):
    """As many images of the batch as there is room for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pixels: NDArray[np.uint8] = np.zeros((0, 1, 1), np.uint8)
        self._labels: list[str] = []
        self._images: list[QImage] = []  # made when they are first painted
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(SIDE, SIDE + 6)
        theme.changed.connect(self._renew)

    @property
    def labels(self) -> list[str]:
        return list(self._labels)

    def set_images(self, pixels: NDArray[np.uint8], labels: list[str]) -> None:
        """`pixels`: (n, height, width), 0 for paper and 255 for ink; copied."""
        self._pixels, self._labels = pixels[:MOST].copy(), labels[:MOST]
        self.setAccessibleDescription(", ".join(self._labels))
        self._renew()

    def _renew(self) -> None:
        self._images.clear()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._images:
            self._images = [ink_image(pixels, self._theme, "field") for pixels in self._pixels]
        painter = QPainter(self)
        painter.setFont(font(SMALL))
        line = QFontMetrics(font(SMALL)).height()
        for place, (rect, image) in enumerate(zip(self._places(line), self._images, strict=False)):
            painter.drawImage(rect, image)
            painter.setPen(self._theme.color("muted"))
            below = QRect(rect.left() - GAP // 2, rect.bottom() + 1, rect.width() + GAP, line)
            text = painter.fontMetrics().elidedText(
                self._labels[place], Qt.TextElideMode.ElideRight, below.width()
            )
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    def _places(self, line: int) -> list[QRect]:
        if not len(self._pixels):
            return []
        _, height, width = self._pixels.shape
        scale = SIDE / max(height, width)
        size = QSize(max(round(width * scale), 1), max(round(height * scale), 1))
        across = max((self.width() + GAP) // (size.width() + GAP), 1)
        down = max((self.height() + GAP) // (size.height() + line + GAP), 1)
        return [
            QRect(QPoint(i % across * (size.width() + GAP), i // across * (size.height() + line + GAP)), size)
            for i in range(min(across * down, len(self._pixels)))
        ]
