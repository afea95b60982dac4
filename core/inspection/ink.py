"""The ink of a picture: which of its pixels are drawing, and which are the ground it was drawn on.

Colours become greys, what is transparent becomes ground, paper in uneven light becomes plain; whether light
or dark is the ink is found out. What the ink shows is not known here, nor which file it came from.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from core.errors import DataError, translatable

SMALLEST_SIDE = 3
LARGEST_SIDE = 16_384
MOST_PIXELS = 25_000_000
"""A photograph of 24 megapixels is read; its greys are then 100 MB of float32."""

LEAST_CONTRAST = 16.0
"""Grey levels of 255: a picture whose ink differs less than this from its ground is empty."""

WORKING_SIDE = 512
"""A larger picture is reduced to this first: it is still twenty times finer than the box, and the noise of a
photograph is averaged away."""

GRAIN = 8.0
"""Ink on paper is what differs from the ground by more than this many times the usual difference along the
border …"""

FAINT = 0.25
"""… and by more than this share of the largest difference."""


def require_size(width: int, height: int) -> None:
    """DataError for a picture too small to hold a digit, or larger than what is read. Needs no pixels."""
    if min(width, height) < SMALLEST_SIDE:
        template = translatable(
            "errors",
            "A picture of {width} × {height} pixels is too small to hold a digit: choose one of at least "
            "{least} × {least}.",
        )
        raise DataError(template, width=width, height=height, least=SMALLEST_SIDE)
    if max(width, height) > LARGEST_SIDE or width * height > MOST_PIXELS:
        template = translatable(
            "errors",
            "A picture of {width:,} × {height:,} pixels is too large: make it smaller, {most:,} pixels in "
            "all and {side:,} a side at most. 280 × 280 is plenty for a digit.",
        )
        raise DataError(template, width=width, height=height, most=MOST_PIXELS, side=LARGEST_SIDE)


def ink_of(picture: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(h, w) how much ink there is in each pixel, 0 to 1; all 0 for an empty picture.

    picture: uint8, (h, w) grey, or (h, w, channels): 2 grey and alpha, 3 RGB, 4 RGBA, alpha not multiplied
    in.
    A large picture comes back smaller. DataError for one that is too small or too large.
    """
    require_size(picture.shape[1], picture.shape[0])
    return find_ink(_reduced(greys(picture)))


def greys(picture: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(h, w) luminance, 0 black to 255 white. What is transparent shows a ground that the rest stands out
    from: white behind dark colours, black behind light ones."""
    if picture.ndim == 2:
        return picture.astype(np.float32)
    channels = picture.shape[2]
    if channels in (3, 4):
        # The weights of ITU-R BT.601, which most programs use.
        grey = np.float32(0.299) * picture[..., 0]
        grey += np.float32(0.587) * picture[..., 1]
        grey += np.float32(0.114) * picture[..., 2]
    else:
        grey = picture[..., 0].astype(np.float32)
    if channels in (1, 3):
        return grey
    alpha = picture[..., -1].astype(np.float32) * np.float32(1 / 255)
    seen = float(alpha.sum(dtype=np.float64))
    mean = float((grey * alpha).sum(dtype=np.float64)) / seen if seen else 0.0
    ground = np.float32(255.0 if mean < 128 else 0.0)
    grey -= ground
    grey *= alpha
    grey += ground
    return grey


def find_ink(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    """(h, w) how much ink there is, 0 to 1, all 0 for an empty picture.

    The ground is what lies along the border, and the ink lies on the side of it, darker or lighter, where the
    picture differs from it more in all.
    """
    ground, grain = _ground(grey)
    ink = grey - ground
    # More in all: Σ max(ink, 0) against Σ max(−ink, 0), whose difference is Σ ink.
    if ink.sum(dtype=np.float64) < 0:
        np.negative(ink, out=ink)
    most = float(ink.max())
    if most < LEAST_CONTRAST or most <= grain:
        return np.zeros_like(ink)
    ink[ink <= (max(grain, FAINT * most) if grain else 0.0)] = 0.0
    ink *= np.float32(1.0 / most)
    return ink


def _ground(grey: NDArray[np.float32]) -> tuple[NDArray[np.float32], float]:
    """The ground, to be subtracted from the picture, and how far its grain reaches.

    Where most of the border has one value, that is the ground, without any grain. Otherwise the ground is
    paper in some light: the plane through the border, fitted once more without what is far from it.
    """
    on_border = np.ones(grey.shape, bool)
    on_border[1:-1, 1:-1] = False
    border = grey[on_border]
    middle = np.median(border)
    if not np.median(np.abs(border - middle)):
        return np.array(middle, np.float32), 0.0
    grid = np.stack([np.ones(grey.shape), *np.indices(grey.shape)], axis=2, dtype=np.float32)
    places = grid[on_border]
    near = np.ones(len(border), bool)
    for _ in range(2):
        plane = np.linalg.lstsq(places[near], border[near], rcond=None)[0]
        distance = np.abs(border - places @ plane)
        grain = GRAIN * float(np.median(distance))
        near = distance <= grain
    return grid @ plane, grain


def _reduced(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    """The picture with no side above WORKING_SIDE, where it is not extremely narrow: whole blocks of pixels,
    averaged."""
    block = min(math.ceil(max(grey.shape) / WORKING_SIDE), *grey.shape)
    if block == 1:
        return grey
    height, width = grey.shape[0] // block, grey.shape[1] // block
    blocks = grey[: height * block, : width * block].reshape(height, block, width, block)
    return blocks.mean(axis=(1, 3))
