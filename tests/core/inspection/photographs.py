"""Photographs of digits, made from images of MNIST as a camera would see them. Not a test itself."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

SEED = 2
SIDE = 360

Greys = NDArray[np.float64]


def photograph(image: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """The digit of `image` (28, 28) on paper, with two or three of what goes wrong: uneven light, a shadow,
    noise, ruled lines, the edge of a table, a dark corner. Half of them are light on dark. uint8, (SIDE,
    SIDE)."""
    times = int(rng.integers(6, 11))
    digit = np.kron(image, np.ones((times, times)))
    room = SIDE - len(digit)
    top, left = rng.integers(room // 4, room - room // 4 + 1, 2)
    ink = np.pad(digit / 255, ((top, room - top), (left, room - left)))
    light = 225.0 * _uneven(rng)
    for fault in rng.permutation(FAULTS)[: rng.integers(2, 4)]:
        light = fault(light, rng)
    # Ink takes three quarters to nine tenths of the light.
    picture = light * (1 - rng.uniform(0.6, 0.9) * ink)
    picture += rng.normal(0, rng.uniform(1, 8), picture.shape)
    if rng.random() < 0.5:
        picture = 255 - picture
    return picture.clip(0, 255).astype(np.uint8)


@cache
def _places() -> tuple[Greys, Greys]:
    """Row and column of each pixel, −½ to ½."""
    rows, columns = np.mgrid[:SIDE, :SIDE] / SIDE - 0.5
    return rows, columns


def _uneven(rng: np.random.Generator) -> Greys:
    """Darker corners, up to 30 %, and a slope."""
    y, x = _places()
    slope = rng.uniform(-0.15, 0.15, 2)
    return (1 - rng.uniform(0, 0.3) * 2 * (x * x + y * y)) * (1 + slope[0] * x + slope[1] * y)


def _shadow(light: Greys, rng: np.random.Generator) -> Greys:
    """Half of the paper lies in a shadow with a soft or a hard edge."""
    y, x = _places()
    angle = rng.uniform(0, 2 * np.pi)
    along = x * np.cos(angle) + y * np.sin(angle) - rng.uniform(-0.2, 0.2)
    return light * (1 - rng.uniform(0.15, 0.35) / (1 + np.exp(-along * rng.uniform(15, 200))))


def _ruled(light: Greys, rng: np.random.Generator) -> Greys:
    """Level lines, paler than the ink, slightly turned."""
    y, x = _places()
    distance = rng.uniform(0.1, 0.2)
    place = (y + x * rng.uniform(-0.04, 0.04) + rng.uniform(0, 1)) % distance
    return np.where(place < 2.2 / SIDE, light * rng.uniform(0.55, 0.85), light)


def _table(light: Greys, rng: np.random.Generator) -> Greys:
    """The table beside the paper, at one edge."""
    turned = np.rot90(light, int(rng.integers(4))).copy()
    turned[: rng.integers(8, 40)] = rng.uniform(50, 90)
    return turned


def _dark_corner(light: Greys, rng: np.random.Generator) -> Greys:
    turned = np.rot90(light, int(rng.integers(4))).copy()
    height, width = rng.integers(40, 90, 2)
    turned[:height, :width] *= rng.uniform(0.3, 0.5)
    return turned


FAULTS = np.array([_shadow, _ruled, _table, _dark_corner])
