"""One image, large: the pointer or the arrow keys choose a pixel, whose place and value are told."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look.theme import Theme
from gui.widgets.images.array_image import as_pixels, ink_image
from gui.widgets.images.copied_image import copied_image
from gui.widgets.painted import Painted

LEAST, MOST, TALLEST = 96, 280, 350
RADIUS = 6.0
MARGIN = 6.0


class PixelImage(Painted, QWidget):
    """`pixel` is (row, column), or None while no pixel is pointed at."""

    pixel_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image: NDArray[Any] | None = None
        self.pixel: tuple[int, int] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(LEAST)
        self.setMaximumHeight(TALLEST)
        theme.changed.connect(self.update)

    def set_image(self, image: NDArray[Any] | None) -> None:
        """(height, width) as it is stored. The pixel that is pointed at stays, if there is one there."""
        self._image = image
        if self.pixel is not None and (image is None or not self._has(*self.pixel)):
            self.pixel = None
        self.pixel_changed.emit()
        self.update()

    def value(self) -> float | int | None:
        """The value of the pixel that is pointed at, as it is stored."""
        if self._image is None or self.pixel is None:
            return None
        value = self._image[self.pixel]
        return int(value) if self._image.dtype == np.uint8 else float(value)

    def copied(self) -> QMimeData | None:
        return copied_image(self._image) if self._image is not None else None

    def sizeHint(self) -> QSize:
        # No higher than it must be: what is below comes first, and what is left over is the image's.
        return QSize(MOST, LEAST)

    def _has(self, row: int, column: int) -> bool:
        return (
            self._image is not None and 0 <= row < self._image.shape[0] and 0 <= column < self._image.shape[1]
        )

    def _scale(self) -> float:
        """Screen pixels to a pixel of the image: a whole number of them where there is room."""
        assert self._image is not None
        height, width = self._image.shape
        most = min((self.width() - 2 * MARGIN) / width, (self.height() - 2 * MARGIN) / height)
        return float(int(most)) if most >= 1 else most

    def _place(self) -> QRectF:
        """Where the image is drawn."""
        assert self._image is not None
        scale = self._scale()
        height, width = (size * scale for size in self._image.shape)
        return QRectF(round((self.width() - width) / 2), round((self.height() - height) / 2), width, height)

    def pixel_at(self, point: QPointF) -> tuple[int, int] | None:
        if self._image is None:
            return None
        inside = point - self._place().topLeft()
        row, column = int(inside.y() // self._scale()), int(inside.x() // self._scale())
        return (row, column) if self._has(row, column) else None

    def point_of(self, row: int, column: int) -> QPointF:
        """The middle of a pixel on the widget."""
        return self._place().topLeft() + QPointF(column + 0.5, row + 0.5) * self._scale()

    def _point_at(self, pixel: tuple[int, int] | None) -> None:
        if pixel != self.pixel:
            self.pixel = pixel
            self.pixel_changed.emit()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.pixel_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or self._image is None:
            super().keyPressEvent(event)
            return
        height, width = self._image.shape
        if self.pixel is None:
            self._point_at((height // 2, width // 2))
        else:
            row, column = self.pixel[0] + step[0], self.pixel[1] + step[1]
            self._point_at((min(max(row, 0), height - 1), min(max(column, 0), width - 1)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._image is None:
            return
        place = self._place()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "blue" if self.hasFocus() else "border"
        painter.setPen(QPen(self._theme.color(edge), 2.0 if self.hasFocus() else 1.0))
        painter.drawRoundedRect(place.adjusted(-4.5, -4.5, 4.5, 4.5), RADIUS, RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawImage(place, ink_image(as_pixels(self._image), self._theme))
        if self.pixel is not None:
            scale = self._scale()
            corner = place.topLeft() + QPointF(self.pixel[1], self.pixel[0]) * scale
            painter.setPen(QPen(self._theme.color("orange"), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(corner, corner + QPointF(scale, scale)).adjusted(-1, -1, 1, 1))
        painter.end()
