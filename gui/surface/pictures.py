"""Surfaces and units as images, in the colours of the theme. Arrays in, images out; row 0 is the lowest."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from core.inspection.surface import DecisionSurface
from gui.look.theme import Theme
from gui.surface.marks import HUES, color_of
from gui.widgets.images.array_image import signed_image
from gui.widgets.plot.style import PlotColors

STRENGTH = {"light": 0.5, "dark": 0.48}
"""So much of its colour a class has where the network is sure of it: marks on it are still seen."""
UNIT_STRENGTH = 0.72
SMALL_STEP = 2
"""The small maps show every second point."""


def surface_image(surface: DecisionSurface, theme: Theme, *, is_stale: bool = False) -> QImage:
    """The class in its colour, the paler the less the network is sure; paper where two classes tie."""
    colors = PlotColors.like(theme.tokens)
    paper, full = _rgb(QColor(colors.surface)), _palette(colors, is_stale)
    share = STRENGTH[theme.tokens.name] * surface.lead[::-1, :, np.newaxis]
    mixed = paper + (full[surface.predicted[::-1] % len(HUES)] - paper) * share
    red, green, blue = np.rint(mixed).astype(np.uint32).transpose(2, 0, 1)
    pixels = np.ascontiguousarray(0xFF000000 | red << 16 | green << 8 | blue)
    height, width = pixels.shape
    # A copy: QImage does not keep the array alive.
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def unit_image(values: NDArray[np.floating[Any]], limit: float, theme: Theme) -> QImage:
    """What one unit gives, (side, side): blue above 0, grey below, the deepest at ±`limit`."""
    return signed_image(values[::-1], limit / UNIT_STRENGTH, theme, "blue", "muted")


def unit_sheet(values: NDArray[np.floating[Any]], limit: float, theme: Theme) -> QImage:
    """The small maps of all units, (H, side, side), one below the other."""
    small = values[:, ::-SMALL_STEP, ::SMALL_STEP]
    return signed_image(small.reshape(-1, small.shape[2]), limit / UNIT_STRENGTH, theme, "blue", "muted")


def limit_of(values: NDArray[np.floating[Any]]) -> float:
    """The largest size among them that is finite; above 0."""
    sizes = np.abs(values[np.isfinite(values)])
    return float(sizes.max(initial=0.0)) or 1.0


@lru_cache(maxsize=8)
def _palette(colors: PlotColors, is_stale: bool) -> NDArray[np.float64]:
    return np.array([_rgb(color_of(colors, label, is_stale=is_stale)) for label in range(len(HUES))])


def _rgb(color: QColor) -> NDArray[np.float64]:
    return np.array([color.red(), color.green(), color.blue()], np.float64)
