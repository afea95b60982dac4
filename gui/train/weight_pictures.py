"""Weights as pictures: W1 as an array of colours, blue where it is positive and vermilion where negative.

Arrays in, arrays out; what is drawn where on the screen is in `weights_view`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

Colors = NDArray[np.uint8]
SHADES = 255  # on either side of 0
BRIGHTEST_SHARE = 0.995
"""The share of the weights that is not cut off: a single large one must not darken all others."""


def shades(zero: QColor, positive: QColor, negative: QColor) -> Colors:
    """(2·SHADES + 1, 4): from full negative over `zero` to full positive, as the bytes of Format_RGB32."""
    table = np.empty((2 * SHADES + 1, 4), np.uint8)
    for i in range(-SHADES, SHADES + 1):
        end, share = positive if i > 0 else negative, abs(i) / SHADES
        mixed = [round(a + (b - a) * share) for a, b in zip(_bgr(zero), _bgr(end), strict=True)]
        table[i + SHADES] = (*mixed, 255)
    return table


def limit_of(weights: NDArray[np.float32]) -> float:
    """The size of weight that gets the full colour; above 0."""
    sizes = np.abs(weights).reshape(-1)
    if not sizes.size:
        return 1.0
    place = int(BRIGHTEST_SHARE * (sizes.size - 1))
    limit = float(np.partition(sizes, place)[place])
    return limit if np.isfinite(limit) and limit > 0.0 else 1.0


def strongest(weights: NDArray[np.float32]) -> NDArray[np.intp]:
    """The units (columns of W, (D, H)) by the size of their weights, the largest first."""
    return np.argsort(-np.square(weights, dtype=np.float64).sum(axis=0), kind="stable")


def picture(values: NDArray[np.float32], limit: float, table: Colors) -> Colors:
    """(h, w) weights → (h, w, 4) colours."""
    with np.errstate(invalid="ignore"):
        places = np.clip(np.nan_to_num(values) * (SHADES / limit), -SHADES, SHADES).astype(np.intp)
    colored: Colors = table[places + SHADES]
    return colored


def _bgr(color: QColor) -> tuple[int, int, int]:
    return color.blue(), color.green(), color.red()
