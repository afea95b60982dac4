"""The row about MNIST: from its files to a data set that can be trained on."""

from __future__ import annotations

import time

from benchmarks.rows import Row, Spread, Target
from core.data import open_data_set

ROUNDS, QUICK_ROUNDS = 9, 2


def rows(quick: bool = False) -> list[Row]:
    taken = []
    for _ in range(QUICK_ROUNDS if quick else ROUNDS):
        start = time.perf_counter()
        open_data_set("mnist")
        taken.append(time.perf_counter() - start)
    return [Row("MNIST from disk to ready", Spread.of(taken, 1e3), "ms", target=Target(600))]
