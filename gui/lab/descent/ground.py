"""The ground of a descent as one picture: bands of blue between contours, and arrows downhill.

It is made once for a surface and a size; what moves is painted over it.
"""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from gui.lab.bands import paint_bands
from gui.lab.descent.surfaces import ARROW_EVERY, Ground
from gui.lab.plane import Plane, paint_arrow
from gui.look.theme import Theme

ARROW_SHARE = 0.8  # of the distance between two arrows: the longest


def ground_picture(ground: Ground, theme: Theme, place: QRectF, ratio: float) -> QPixmap:
    """The picture for a plot at `place`, on a screen of `ratio` device pixels a pixel."""
    pixmap = QPixmap(math.ceil(place.width() * ratio), math.ceil(place.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(theme.color("hover"))
    here = QRectF(0.0, 0.0, place.width(), place.height())
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    paint_bands(painter, ground.surface, theme, here, ratio)
    _paint_arrows(painter, ground, theme, Plane(here, ground.x, ground.y))
    painter.end()
    return pixmap


def _paint_arrows(painter: QPainter, ground: Ground, theme: Theme, plane: Plane) -> None:
    """−∇f at a grid of points. The cube root of their size is their length: small ones are seen as well."""
    with np.errstate(all="ignore"):
        sizes = np.hypot(*ground.gradients)
    known = np.isfinite(sizes)
    largest = float(sizes[known].max(initial=0.0))
    if largest == 0.0:
        return
    color = theme.color("vermilion", 0.55)
    scale = plane.place.width() / (plane.x[1] - plane.x[0]), plane.place.height() / (plane.y[1] - plane.y[0])
    for x, y, gx, gy, size in zip(*ground.points, *ground.gradients, sizes, strict=True):
        if not math.isfinite(size) or size == 0.0:
            continue
        middle = plane.point(x, y)
        assert middle is not None
        across, down = downhill(gx / size, gy / size, *scale)
        length = ARROW_SHARE * ARROW_EVERY * (size / largest) ** (1 / 3) / 2
        half = QPointF(length * across, length * down)
        paint_arrow(painter, middle - half, middle + half, color)


def downhill(gx: float, gy: float, x_scale: float, y_scale: float) -> tuple[float, float]:
    """The direction of −∇f in pixels, of length 1; `x_scale` and `y_scale` are pixels a unit."""
    across, down = -gx * x_scale, gy * y_scale
    length = math.hypot(across, down)
    return (across / length, down / length) if length and math.isfinite(length) else (0.0, 0.0)
