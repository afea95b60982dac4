"""The row about an evaluation: all images of both sets, beside the matrix products of that alone."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

import numpy as np

from benchmarks.rows import Row, Spread, Target
from core.data import open_data_set
from core.nn.network import Network
from core.training.presets import preset
from core.training.whole_sets import EVALUATION_ROWS, evaluated

ROUNDS, QUICK_ROUNDS = 15, 2
PRESET = "two-layer"
LIMIT_RATIO = 1.5


def rows(quick: bool = False) -> list[Row]:
    data = open_data_set("mnist")
    network = Network(preset(PRESET).experiment.network, seed=0)
    images = len(data.train) + (len(data.test) if data.test is not None else 0)
    products = _products(network, images)
    whole: list[float] = []
    alone: list[float] = []
    turns: list[tuple[Callable[[], object], list[float]]] = [
        # A deque of no length takes all that an evaluation tells, and keeps nothing.
        (lambda: deque(evaluated(network, data), maxlen=0), whole),
        (products, alone),
    ]
    for turn, _ in turns:
        turn()  # memory and threads are there from here on
    for _ in range(QUICK_ROUNDS if quick else ROUNDS):
        for turn, taken in turns:
            begin = time.perf_counter()
            turn()
            taken.append(time.perf_counter() - begin)
        turns.reverse()
    return [
        Row(
            what=f"evaluation of all {images:,} images, {PRESET}",
            measured=Spread.of(whole, 1e3),
            unit="ms",
            against="its matrix products alone",
            reference=Spread.of(alone, 1e3),
            ratio=Spread.of_ratios(whole, alone),
            target=Target(LIMIT_RATIO),
        )
    ]


def _products(network: Network, images: int) -> Callable[[], None]:
    """A function that makes the products of an evaluation, in memory that is there already."""
    rng = np.random.default_rng(0)
    shapes = [W.shape for name, W in network.params.items() if name.startswith("W")]
    values = [
        rng.random((EVALUATION_ROWS, size), np.float32) for size in (shapes[0][0], *(h for _, h in shapes))
    ]
    weights = [rng.random(shape, np.float32) for shape in shapes]

    def run() -> None:
        for _ in range(0, images, EVALUATION_ROWS):
            for x, W, y in zip(values, weights, values[1:], strict=False):
                np.matmul(x, W, out=y)

    return run
