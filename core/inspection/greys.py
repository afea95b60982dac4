"""A picture as greys: its size held against limits, colours as brightness, transparent parts on a ground,
large pictures reduced. What is on the picture is not known here, nor which file it came from.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from core.errors import DataError, translatable

SMALLEST_SIDE = 3
LARGEST_SIDE = 16_384
MOST_PIXELS = 25_000_000
"""A photograph of 24 megapixels is read."""

WORKING_SIDE = 512
"""A larger picture is reduced to this first: it is still twenty times finer than the box of a digit, and the
noise of a photograph is averaged away."""


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


def reduced(picture: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], int]:
    """The picture with no side above WORKING_SIDE, where it is not extremely narrow, and how many pixels of a
    side became one: whole blocks of pixels, averaged. Colours that are transparent do not count."""
    block = min(math.ceil(max(picture.shape[:2]) / WORKING_SIDE), *picture.shape[:2])
    if block == 1:
        return picture, 1
    height, width = picture.shape[0] // block, picture.shape[1] // block
    channels = np.atleast_3d(picture)[: height * block, : width * block]
    blocks = channels.reshape(height, block, width, block, -1)
    if channels.shape[2] in (2, 4):
        return _seen(blocks), block
    means = np.rint(_summed(blocks) * np.float32(1 / block**2)).astype(np.uint8)
    return means.reshape(height, width, *picture.shape[2:]), block


def _seen(blocks: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The mean colour of each block, weighted by alpha, and its mean alpha."""
    alpha = _summed(blocks[..., -1:])
    colours = _summed(blocks[..., :-1].astype(np.uint16) * blocks[..., -1:]) / np.maximum(alpha, 1)
    alpha /= blocks.shape[1] * blocks.shape[3]
    return np.rint(np.concatenate([colours, alpha], axis=2)).astype(np.uint8)


def _summed(blocks: NDArray[np.integer]) -> NDArray[np.float32]:
    """(h, block, w, block, channels) → (h, w, channels). Row by row: NumPy's sum over short axes is ten times
    as slow."""
    rows = blocks[:, 0].astype(np.uint32)
    for number in range(1, blocks.shape[1]):
        rows += blocks[:, number]
    total = rows[:, :, 0].astype(np.float32)
    for number in range(1, rows.shape[2]):
        total += rows[:, :, number]
    return total
