"""What a test cuts the children with a window down to: they have to answer, and how fast does not matter."""

from __future__ import annotations

import os
from dataclasses import replace

from core.data import DataSet, Split, open_data_set

NAME = "BACKPROP_LAB_BENCH_TRIAL"
"""The environment variable that makes a run of the benchmarks a trial."""

IS_TRIAL = NAME in os.environ
IMAGES = 2_000  # of each split

SETTLING_S = 0.05 if IS_TRIAL else 1.0
"""The time to settle after a start, and after a halt."""


def open_data(name: str, seed: int = 0) -> DataSet:
    """The data set of that name; in a trial, its first images."""
    data = open_data_set(name, seed)
    if not IS_TRIAL:
        return data
    return replace(data, train=_first(data.train), test=data.test and _first(data.test))


def _first(split: Split) -> Split:
    return Split(split.x[:IMAGES], split.t[:IMAGES])
