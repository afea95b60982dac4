"""The canvas of a plot: one item, in pixels, for everything that moves with the data.

Drawn by one item in place of one per line, two lines are redrawn in about a quarter of a millisecond.
What is drawn is a layer of the plot's owner; `Frame` says which data lie under which pixels.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.look.fonts import SMALL, font
from gui.widgets.plot.style import PlotColors

Floats = NDArray[np.float64]

# Far outside what is seen Qt's rasteriser loses precision; a line that leaves the picture may be cut there.
_FAR = 8192.0

EMPTY_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
LEAST_BEYOND = 5.0
"""Pixels to the right of the canvas that a layer may draw on: half of the last dot stands there."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What part of the data is seen on how many pixels; y in powers of ten where `log`."""

    width: float
    height: float
    left: float
    right: float
    bottom: float
    top: float
    log: bool

    def to_pixels(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Pixels from the upper left corner; a value that has no place (NaN, or log of 0) is NaN."""
        if self.log:
            with np.errstate(divide="ignore", invalid="ignore"):
                y = np.log10(y)
        px = (x - self.left) * (self.width / (self.right - self.left))
        py = (self.top - y) * (self.height / (self.top - self.bottom))
        return px, np.where(np.isfinite(py), np.clip(py, -_FAR, _FAR), np.nan)

    def x_at(self, pixel: float) -> float:
        return self.left + pixel * (self.right - self.left) / self.width


class Layer(Protocol):
    """What an owner draws on the canvas."""

    def paint(self, painter: QPainter, colors: PlotColors, ratio: float, fine: bool) -> None:
        """Draw in pixels of the frame. `ratio`: device pixels a pixel; `fine`: for a picture."""


class Canvas(QGraphicsItem):
    """Grid, the owner's layer, or the text of an empty plot."""

    def __init__(self, colors: PlotColors, beyond: float = LEAST_BEYOND) -> None:
        super().__init__()
        self._beyond = beyond
        self.before = 0.0
        """Pixels to the left, of the numbers at the axis; in an empty plot there are none."""
        self.colors = colors
        self.layer: Layer | None = None
        self.empty_text = ""
        self.fine = False
        self._grid: list[QLineF] = []
        self._rect = QRectF()

    def show_frame(self, frame: Frame, across: list[float], upwards: list[float]) -> None:
        """Take the size of `frame`, with grid lines at these values, on whole pixels."""
        rect = QRectF(0.0, 0.0, frame.width, frame.height)
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect
        x_scale = frame.width / (frame.right - frame.left)
        y_scale = frame.height / (frame.top - frame.bottom)
        columns = (min(round((value - frame.left) * x_scale), frame.width - 1.0) for value in across)
        rows = (min(round((frame.top - value) * y_scale), frame.height - 1.0) for value in upwards)
        self._grid = [
            *(QLineF(0.0, y, frame.width, y) for y in rows),
            *(QLineF(x, 0.0, x, frame.height) for x in columns),
        ]
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-self.before if self.empty_text else 0.0, 0.0, self._beyond, 0.0)

    def set_empty_text(self, text: str) -> None:
        self.prepareGeometryChange()
        self.empty_text = text

    def text_room(self) -> QRectF:
        """Where an empty plot has its text: all that its axes leave."""
        return self.boundingRect().adjusted(4.0, 0.0, -4.0, -2.0)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        try:
            self._paint(painter)
        except Exception:
            # Left to PySide inside a view's own paint event, an exception ends the process. Told here, once:
            # a layer that failed would fail again at every redraw.
            self.layer = None
            sys.excepthook(*sys.exc_info())

    def _paint(self, painter: QPainter) -> None:
        painter.setClipRect(self._rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self._grid:
            painter.setPen(QPen(QColor(self.colors.grid), 0.0))
            painter.drawLines(self._grid)
        painter.setPen(QPen(QColor(self.colors.border), 0.0))
        floor = self._rect.bottom() - 1.0
        painter.drawLine(QPointF(0.0, floor), QPointF(self._rect.right(), floor))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        if self.empty_text:
            painter.setClipping(False)
            painter.setFont(font(SMALL))
            painter.setPen(QColor(self.colors.muted))
            painter.drawText(self.text_room(), EMPTY_FLAGS, self.empty_text)
        elif self.layer is not None:
            device = painter.device()
            ratio = device.devicePixelRatio() if device is not None else 1.0
            self.layer.paint(painter, self.colors, ratio, self.fine)
