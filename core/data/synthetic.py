"""Small data sets that are computed: three in the plane, which no line can separate, and two
that are a single example.

Each is fixed by its seed, 0 or more. Points of the plane lie within about −1 … 1, are float32, and come with
labels 0 and 1 in equal number.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from core.data.data_set import DataSet, Split
from core.errors import translatable

TRAIN_POINTS = 2_000
TEST_POINTS = 1_000


def xor(seed: int = 0) -> DataSet:
    """Four squares around the origin, with a gap of 0.2 along the axes; label 1 where the signs differ."""
    rng = _rng(seed, 1)
    corner = np.arange(TRAIN_POINTS + TEST_POINTS) % 4
    signs = np.stack([corner % 2, corner // 2], axis=1) * 2 - 1
    points = signs * rng.uniform(0.1, 1.0, signs.shape)
    return _plane(
        "xor", translatable("data sets", "XOR"), points, (signs[:, 0] != signs[:, 1]).astype(np.intp)
    )


def spirals(seed: int = 0) -> DataSet:
    """Two arms of one and a half turns, half a turn apart, with noise of 0.02; the label is the arm."""
    rng = _rng(seed, 2)
    count = TRAIN_POINTS + TEST_POINTS
    arm = np.arange(count) % 2
    radius = rng.uniform(0.05, 1.0, count)
    angle = 3 * math.pi * radius + math.pi * arm
    points = radius[:, np.newaxis] * _on_circle(angle) + rng.normal(0.0, 0.02, (count, 2))
    return _plane("spirals", translatable("data sets", "Two spirals"), points, arm)


def circles(seed: int = 0) -> DataSet:
    """Two rings around the origin, of radius 1 (label 0) and 0.5 (label 1), with noise of 0.08."""
    rng = _rng(seed, 3)
    count = TRAIN_POINTS + TEST_POINTS
    ring = np.arange(count) % 2
    angle = rng.uniform(0.0, 2 * math.pi, count)
    points = (1 - 0.5 * ring)[:, np.newaxis] * _on_circle(angle) + rng.normal(0.0, 0.08, (count, 2))
    return _plane("circles", translatable("data sets", "Two circles"), points, ring)


def random_pair(seed: int = 0) -> DataSet:
    """One training pair of normal numbers, x: (1, 10) and y: (1, 2), and no test set: a regression.

    For the deep sigmoid net of the study notes. Their run starts from a loss ½·mean((h − y)²) of 0.2546 while
    the untrained h is 0.5, which no y within 0 … 1 allows (at most 0.125): so y is normal, too. The stream
    is one for which seed 0 starts there: 0.254.
    """
    rng = _rng(seed, 23)
    x, y = rng.standard_normal((1, 10)), rng.standard_normal((1, 2))
    return DataSet(
        name="random-pair",
        title=translatable("data sets", "One random pair"),
        train=Split(x.astype(np.float32), y.astype(np.float32)),
        test=None,
        classes=2,
    )


def simple_pair(seed: int = 0) -> DataSet:
    """The book's simpleNet example, the same for every seed: x = (0.6, 0.9), the last of three classes."""
    del seed
    return DataSet(
        name="simple-pair",
        title=translatable("data sets", "simpleNet's example"),
        train=Split(np.array([[0.6, 0.9]]), np.array([2])),
        test=None,
        classes=3,
        class_names=("0", "1", "2"),
    )


def _rng(seed: int, stream: int) -> np.random.Generator:
    """A generator of its own for each set, so that data and weights of one seed are not the same numbers."""
    return np.random.default_rng([seed, stream])


def _on_circle(angle: NDArray[np.float64]) -> NDArray[np.float64]:
    """angle: (N,) in radians → (N, 2) on the unit circle."""
    return np.stack([np.cos(angle), np.sin(angle)], axis=1)


def _plane(name: str, title: str, points: NDArray[np.float64], labels: NDArray[np.intp]) -> DataSet:
    """points: (N, 2), labels: (N,): the first TRAIN_POINTS are for training."""
    x = points.astype(np.float32)
    return DataSet(
        name=name,
        title=title,
        train=Split(x[:TRAIN_POINTS], labels[:TRAIN_POINTS]),
        test=Split(x[TRAIN_POINTS:], labels[TRAIN_POINTS:]),
        classes=2,
        class_names=("0", "1"),
    )
