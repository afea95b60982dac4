"""Any picture of a digit, prepared as the makers of MNIST prepared theirs.

The ink is found, cropped, scaled into a box of 20 × 20 with its aspect kept, and laid on 28 × 28 so that its
centre of mass is in the middle; every step is kept, to be shown. Other image sizes work in the same
proportions. Which file the picture came from is not known here, and no network is asked.

Source: LeCun, Cortes and Burges, the description of MNIST.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.inspection.ink import Found
from core.inspection.parts import Box

MNIST_SHAPE = (28, 28)
BOX_SHARE = 20 / 28


@dataclass(frozen=True, slots=True, eq=False)
class PreparedDigit:
    """The steps from a picture to what a network is shown.

    ink: (h, w) float32, 0 ground to 1 ink, of the whole picture. box: where there is ink. scaled: uint8, the
    ink in the box at its new size. centre: the centre of mass of `scaled` as (row, column), in pixels.
    offset: the (row, column) of the image at which the corner of `scaled` lies; parts may fall outside.
    image: uint8, 0 ground to 255 ink.
    """

    ink: NDArray[np.float32]
    box: Box
    scaled: NDArray[np.uint8]
    centre: tuple[float, float]
    offset: tuple[int, int]
    image: NDArray[np.uint8]


def digits_on(found: Found, shape: tuple[int, int] = MNIST_SHAPE) -> tuple[PreparedDigit, ...]:
    """The digits that were found on a picture, in the order of reading."""
    each = (prepare_ink(np.where(mask, found.ink, 0), shape) for mask in found.digits)
    return tuple(digit for digit in each if digit is not None)


def prepare_ink(ink: NDArray[np.floating], shape: tuple[int, int] = MNIST_SHAPE) -> PreparedDigit | None:
    """The same where the ink is known, as on a drawing pad. ink: (h, w), 0 ground to 1. None without ink."""
    ink = np.asarray(ink, np.float32)
    box = _box_of(ink)
    if box is None:
        return None
    room = (max(round(shape[0] * BOX_SHARE), 1), max(round(shape[1] * BOX_SHARE), 1))
    scale = min(room[0] / box.height, room[1] / box.width)
    cropped = ink[box.top : box.bottom, box.left : box.right]
    small = area_average(cropped, _scaled_size(cropped.shape, scale))
    # A thin stroke fades where it is averaged with its ground: the darkest point is ink again.
    scaled = np.rint(small * (255 / small.max())).astype(np.uint8)
    centre = _centre_of_mass(scaled)
    offset = (_shift(shape[0], centre[0]), _shift(shape[1], centre[1]))
    return PreparedDigit(ink, box, scaled, centre, offset, _laid(scaled, offset, shape))


def _scaled_size(shape: tuple[int, ...], scale: float) -> tuple[int, int]:
    return max(round(shape[0] * scale), 1), max(round(shape[1] * scale), 1)


def _box_of(ink: NDArray[np.float32]) -> Box | None:
    rows, columns = np.flatnonzero((ink > 0).any(axis=1)), np.flatnonzero((ink > 0).any(axis=0))
    if not len(rows):
        return None
    return Box(int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1)


def area_average(values: NDArray[np.float32], size: tuple[int, int]) -> NDArray[np.float32]:
    """Every new pixel is the mean of the area that it covers: smooth edges, and no stroke lost."""
    return _rows_averaged(_rows_averaged(values, size[0]).T, size[1]).T


def _rows_averaged(values: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    """(h, w) → (count, w): each new row is the mean of the h/count old ones, in parts, that it covers."""
    height = len(values)
    rows = np.empty((count, values.shape[1]), np.float32)
    for number, row in enumerate(rows):
        low, high = number * height / count, (number + 1) * height / count
        first, last = int(low), min(math.ceil(high), height)
        old = np.arange(first, last)
        parts = (np.minimum(old + 1, high) - np.maximum(old, low)) / (high - low)
        # Not by a matrix product: that would wait for the cores of a training.
        np.einsum("i,ij->j", parts.astype(np.float32), values[first:last], out=row)
    return rows


def _centre_of_mass(image: NDArray[np.uint8]) -> tuple[float, float]:
    mass = image.astype(np.float64)
    total = mass.sum()
    rows = float(mass.sum(axis=1) @ np.arange(image.shape[0]) / total)
    return rows, float(mass.sum(axis=0) @ np.arange(image.shape[1]) / total)


def _shift(length: int, centre: float) -> int:
    """How many whole pixels `centre` moves to come nearest to the middle, pixel 14 of 28 as in MNIST."""
    return int(np.floor(length // 2 - centre + 0.5))


def _laid(scaled: NDArray[np.uint8], offset: tuple[int, int], shape: tuple[int, int]) -> NDArray[np.uint8]:
    """`scaled` on an empty image, cut where it passes the edge."""
    image = np.zeros(shape, np.uint8)
    top, left = max(offset[0], 0), max(offset[1], 0)
    part = scaled[top - offset[0] : shape[0] - offset[0], left - offset[1] : shape[1] - offset[1]]
    image[top : top + part.shape[0], left : left + part.shape[1]] = part
    return image
