"""Arrays as pictures in the colours of the theme: ink on paper, and signed numbers in two colours."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from gui.look.theme import Theme

SHADES = 127  # on either side of 0
ENLARGED = 10


def as_pixels(image: NDArray[Any]) -> NDArray[np.uint8]:
    """(h, w) uint8, 0 paper to 255 ink; floats mean 0 to 1."""
    if image.dtype == np.uint8:
        return image
    return (np.clip(np.nan_to_num(image), 0.0, 1.0) * 255.0 + 0.5).astype(np.uint8)


def ink_image(pixels: NDArray[np.uint8], theme: Theme, paper: str = "surface") -> QImage:
    """(h, w) pixels with ink in the colour of text, so that a digit reads in both themes."""
    return _indexed(pixels, _ramp(theme.color(paper).rgb(), theme.color("text").rgb(), 255))


def paper_image(pixels: NDArray[np.uint8]) -> QImage:
    """(h, w) pixels as black ink on white paper, each a square of ten: a picture for other programs."""
    large = np.ascontiguousarray((255 - pixels).repeat(ENLARGED, axis=0).repeat(ENLARGED, axis=1))
    height, width = large.shape
    return QImage(large.data, width, height, width, QImage.Format.Format_Grayscale8).copy()


def signed_image(
    values: NDArray[np.floating[Any]],
    limit: float,
    theme: Theme,
    above: str = "positive",
    below: str = "negative",
) -> QImage:
    """(h, w) numbers, in full colour at ±`limit`; what is not finite is blank. The colours are those of
    weights and gradients, unless others are named."""
    paper = theme.color("field").rgb()
    low = _ramp(paper, theme.color(below).rgb(), SHADES)
    table = [*low[:0:-1], *_ramp(paper, theme.color(above).rgb(), SHADES)]
    finite = np.where(np.isfinite(values), values, 0.0)
    scaled = finite * (SHADES / limit) if limit > 0 else np.zeros_like(finite)
    places = np.rint(np.clip(scaled, -SHADES, SHADES)) + SHADES
    return _indexed(places.astype(np.uint8), table)


def _indexed(levels: NDArray[np.uint8], table: list[int]) -> QImage:
    height, width = levels.shape
    data = np.ascontiguousarray(levels)
    image = QImage(data.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable(table)
    # A copy in a format that is drawn as it is: QImage does not keep the array alive.
    return image.convertToFormat(QImage.Format.Format_RGB32)


@lru_cache(maxsize=16)
def _ramp(ground: int, top: int, steps: int) -> list[int]:
    """The colours from `ground` to `top`, both among them, in so many steps."""
    ends = list(zip(QColor(ground).getRgb()[:3], QColor(top).getRgb()[:3], strict=True))  # type: ignore[index]
    return [QColor(*(round(a + (b - a) * step / steps) for a, b in ends)).rgb() for step in range(steps + 1)]
