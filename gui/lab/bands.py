"""A surface over the plane as bands of blue between contours, with a scale: the higher the bluer."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from core.experiments.contours import Surface
from gui.language.numbers import number
from gui.look.theme import Theme, between

SCALE_WIDTH = 64  # pixels: the bands with the levels between them
LOWEST, HIGHEST = 0.02, 0.36
"""How much blue is in the lowest band and in the highest."""
CONTOUR = 0.3  # as much more of it in a line


def band_color(theme: Theme, band: int, bands: int, more: float = 0.0) -> QColor:
    """The colour between two levels: the higher the bluer."""
    share = LOWEST + (HIGHEST - LOWEST) * band / max(bands - 1, 1) + more
    return between(theme.color("surface"), theme.color("blue"), min(share, 1.0))


def paint_bands(painter: QPainter, surface: Surface, theme: Theme, place: QRectF, ratio: float) -> None:
    """The surface over `place`, on a screen of `ratio` device pixels a pixel. It takes a while: whoever
    paints often keeps a picture."""
    size = QSize(math.ceil(place.width() * ratio), math.ceil(place.height() * ratio))
    smooth = Qt.TransformationMode.SmoothTransformation
    image = _image(surface, theme)
    painter.drawImage(place, image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))


def _image(surface: Surface, theme: Theme) -> QImage:
    bands = surface.bands
    count = len(surface.levels) + 1
    fills = [band_color(theme, band, count).rgb() for band in range(count)]
    lines = [band_color(theme, band, count, CONTOUR).rgb() for band in range(count)]
    # The last colour is that of band −1: there is no value.
    nothing = theme.color("hover").rgb()
    pixels = np.array([*fills, nothing], dtype=np.uint32)[bands]
    at_line = surface.contours
    pixels[at_line] = np.array([*lines, nothing], dtype=np.uint32)[bands[at_line]]
    height, width = bands.shape
    pixels = np.ascontiguousarray(pixels)
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def paint_scale(painter: QPainter, theme: Theme, surface: Surface, plot: QRectF, name: str) -> None:
    """Right of the plot, the bands from low to high with the levels between them."""
    levels = surface.levels
    if not levels:
        return
    bar = QRectF(plot.right() + 12, plot.top(), 12, plot.height())
    height = bar.height() / (len(levels) + 1)
    every = max(1, math.ceil(14.0 / height))
    middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    for band in range(len(levels) + 1):
        place = QRectF(bar.left(), bar.bottom() - (band + 1) * height, bar.width(), height)
        painter.fillRect(place, band_color(theme, band, len(levels) + 1))
        if band < len(levels) and band % every == 0:
            painter.setPen(theme.color("muted"))
            room = QRectF(bar.right() + 4, place.top() - 8, 48, 16)
            painter.drawText(room, middle, number(levels[band], 2))
    painter.setPen(theme.color("border"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)
    painter.setPen(theme.color("muted"))
    painter.drawText(QRectF(bar.left(), bar.top() - 22, 48, 18), middle, name)
