"""Weights as pictures: W1 as an array of colours, purple where it is positive and olive where negative.

Blue and vermilion are for what goes forward and comes back; a weight is neither. Arrays in, arrays out; what
is drawn where on the screen is in `view`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

Colors = NDArray[np.uint32]
"""Each as Qt's `Format_RGB32` has it: 0xffRRGGBB."""
SHADES = 255  # on either side of 0
BRIGHTEST_SHARE = 0.995
"""The share of the weights that is not cut off: a single large one must not darken all others."""


def shades(zero: QColor, positive: QColor, negative: QColor) -> Colors:
    """(2·SHADES + 1,): from full negative over `zero` to full positive."""
    shares = np.linspace(0.0, 1.0, SHADES + 1)[:, np.newaxis]
    middle = np.array(_rgb(zero), np.float64)
    up, down = (np.rint(middle + (np.array(_rgb(end)) - middle) * shares) for end in (positive, negative))
    red, green, blue = np.concatenate([down[:0:-1], up]).astype(np.uint32).T
    colors: Colors = 0xFF000000 | red << 16 | green << 8 | blue
    return colors


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
    """Weights of any shape → the colour of each; what is not a number has that of zero."""
    places = values * np.float32(SHADES / limit)
    places[np.isnan(places)] = 0.0
    np.clip(places, -SHADES, SHADES, out=places)
    colored: Colors = table[places.astype(np.int16) + SHADES]
    return colored


def _rgb(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()
