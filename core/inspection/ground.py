"""How much darker each pixel of a picture is than the paper around it, in whatever light the paper lies.

The ground is found in the picture itself: what is darker than its surroundings and narrower than a window is
filled up with them (a closing). Shadows, edges of a table and dark corners are wider than that or lie at the
border, and stay ground. Light ink is looked for in the inverted picture. What the ink shows is not known
here.

Sources: Serra, Image Analysis and Mathematical Morphology, 1982 (closing); Otsu, A Threshold Selection Method
from Gray-Level Histograms, 1979.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Greys = NDArray[np.float32]

WINDOW = 0.3
"""A share of the longer side: ink is narrower than this. The strokes of a digit that fills its picture are
half of it."""

DARKEST_GROUND = 64.0
"""Grey levels: darkness is not counted against a darker ground, whose grain would become ink."""

FEW_PIXELS = 64
"""A side so short has no grain to be averaged away."""

LEVELS = 256


def ground_of(grey: Greys) -> Greys:
    """(h, w) how light the paper is at each pixel, under dark ink as well. grey: 0 to 255."""
    window = max(round(WINDOW * max(grey.shape)), 3) | 1
    smooth = box_mean(grey, 3) if min(grey.shape) > FEW_PIXELS else grey
    ground = lowest(highest(smooth, window), window)  # a closing
    # The lightest grains of the paper have filled up all others: lower the ground to the usual one.
    ground -= np.median(ground - smooth)
    return ground


def darkness(grey: Greys, ground: Greys) -> Greys:
    """(h, w) 1 − grey/ground, about 0 on the paper and up to 1 in black ink."""
    dark = ground - grey
    dark /= np.maximum(ground, DARKEST_GROUND)
    return dark


def box_mean(grey: Greys, window: int) -> Greys:
    """The mean of the square of `window` × `window` around each pixel, an odd number; the edge is
    repeated."""
    half = window // 2
    for _axis in (0, 1):
        wide = np.pad(grey, ((half, half), (0, 0)), mode="edge")
        total = wide[: len(grey)].copy()
        for first in range(1, window):
            total += wide[first : first + len(grey)]
        total /= window
        grey = total.T
    return grey


def grain_of(dark: Greys) -> float:
    """The usual difference from the middle: the noise of the paper, which most pixels are."""
    return float(np.median(np.abs(dark - np.median(dark))))


def otsu(values: NDArray[np.floating]) -> float:
    """The threshold that parts the values into two kinds whose means lie farthest apart: it maximises
    w₀·w₁·(m₀ − m₁)². values: not empty."""
    low, high = float(values.min()), float(values.max())
    if high <= low:
        return low
    counts, edges = np.histogram(values, LEVELS, (low, high))
    middles = (edges[:-1] + edges[1:]) / 2
    below = np.cumsum(counts)[:-1]
    above = len(values) - below
    sums = np.cumsum(counts * middles)
    with np.errstate(invalid="ignore", divide="ignore"):
        apart = below * above * (sums[:-1] / below - (sums[-1] - sums[:-1]) / above) ** 2
    return float(edges[1 + int(np.nanargmax(apart))])


def highest(grey: Greys, window: int) -> Greys:
    """The maximum of the square window around each pixel, of an odd width. Wide windows are made of two
    narrower ones, so that the work grows with the logarithm of the width."""
    half = window // 2
    for _axis in (0, 1):
        high = np.pad(grey, ((half, half), (0, 0)), constant_values=-np.inf)
        length, width = grey.shape[0], 1
        while width < window:
            step = min(width, window - width)
            high = np.maximum(high[: len(high) - step], high[step:])
            width += step
        grey = high[:length].T
    return grey


def lowest(grey: Greys, window: int) -> Greys:
    """The minimum likewise."""
    return -highest(-grey, window)
