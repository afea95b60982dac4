"""Asking a network about whole splits, as the work of a job: one split after another, which can be cancelled.

It knows neither the window nor which network and which splits are wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Literal

from core.data import Split
from core.inspection.predictions import Predictions, Progress, predictions
from core.nn.network import Network

SplitName = Literal["train", "test", "drawings"]


@dataclass(frozen=True, slots=True, eq=False)
class Predicted:
    """The network, and its predictions for one split."""

    network: Network
    split: SplitName
    predictions: Predictions


def predict_splits(
    build: Callable[[], Network], parts: Sequence[tuple[SplitName, Split]]
) -> Generator[Predicted | None, None, None]:
    """Yields the predictions for each split, and None often in between, where it may be closed. The network
    is built first, here and not by the caller: a large one takes its time. Raises what building it raises."""
    network = build()
    for name, examples in parts:
        found = yield from _without_progress(predictions(network, examples))
        yield Predicted(network, name, found)


def _without_progress(steps: Generator[Progress, None, Predictions]) -> Generator[None, None, Predictions]:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value
        yield None
