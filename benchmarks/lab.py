"""Rows about the Lab: how long a frame takes while something is dragged in the picture of an experiment."""

from __future__ import annotations

import statistics
from collections.abc import Mapping

from benchmarks.children import Child
from benchmarks.rows import Row, Spread, Target

ROUNDS, QUICK_ROUNDS = 5, 1
MOVES, QUICK_MOVES = 200, 40
LIMIT_MS = 33.0
DRAGGED: Mapping[str, str] = {
    "numdiff": "x along a curve",
    "descent": "the start of six optimizers",
    "activations": "x along an activation function",
    "accuracy": "one weight of a network",
    "batches": "from weight to weight of a batch",
    "softmax": "what is added to the scores of softmax",
    "perceptron": "the line of a perceptron",
    "landscape": "the mark on a loss surface",
}


def rows(quick: bool = False) -> list[Row]:
    rounds, moves = (QUICK_ROUNDS, QUICK_MOVES) if quick else (ROUNDS, MOVES)
    with Child("benchmarks.resting_child") as child:
        return [
            Row(
                f"Lab, dragging {what}: 95 % of the frames within",
                Spread.of([_percentile(child.ask_for(f"{word} {moves}")["ms"]) for _ in range(rounds)]),
                "ms",
                target=Target(LIMIT_MS),
            )
            for word, what in DRAGGED.items()
        ]


def _percentile(values: list[float]) -> float:
    return statistics.quantiles(values, n=20, method="inclusive")[-1]
