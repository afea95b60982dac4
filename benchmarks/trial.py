"""What a test cuts the children with a window down to: they have to answer, and how fast does not matter."""

from __future__ import annotations

import os
from collections.abc import Generator

import numpy as np

from core.data import DataSet, Progress, Reading, Split, open_data_set, opening_data_set

NAME = "BACKPROP_LAB_BENCH_TRIAL"
"""The environment variable that makes a run of the benchmarks a trial."""

IS_TRIAL = NAME in os.environ
IMAGES = 600  # of each split

SETTLING_S = 0.05 if IS_TRIAL else 1.0
"""The time to settle after a start, and after a halt."""


def open_data(name: str, seed: int = 0) -> DataSet:
    """The data set of that name; in a trial, noise in its place, which need not be read."""
    return _noise(name) if IS_TRIAL else open_data_set(name, seed)


def opening(name: str, seed: int, reading: Reading) -> Generator[Progress, None, DataSet]:
    """As `open_data`, step by step: what the window opens data with."""
    return _noise(name) if IS_TRIAL else (yield from opening_data_set(name, seed, reading))


def _noise(name: str) -> DataSet:
    """Images and labels as MNIST has them."""
    rng = np.random.default_rng(0)
    images = Split(rng.integers(0, 256, (IMAGES, 784), np.uint8), rng.integers(0, 10, IMAGES, np.intp))
    digits = tuple(map(str, range(10)))
    return DataSet(name, name, images, images, 10, (28, 28), class_names=digits, preparation="digits")
