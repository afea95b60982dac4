"""Evaluates a network on a test set, class by class, as a generator of progress: the work of a one-shot job.

It knows no widget and no thread; it takes a checkpoint, which is a copy, and so disturbs no run.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.data import DataSet, Split
from core.training.checkpoint import Checkpoint

ROWS = 500


@dataclass(frozen=True, slots=True, eq=False)
class ClassEvaluation:
    """The network after `iteration` updates on one set. `right` and `total` count examples by class, (C,);
    both are empty for a regression, which has the mean loss alone. `on_test`: there was a test set."""

    iteration: int
    on_test: bool
    class_names: tuple[str, ...]
    loss: float
    right: NDArray[np.int64]
    total: NDArray[np.int64]

    @property
    def accuracy(self) -> float | None:
        """The share of all examples that is right."""
        return int(self.right.sum()) / int(self.total.sum()) if self.total.sum() else None


def evaluate(checkpoint: Checkpoint, data: DataSet) -> Generator[float, None, ClassEvaluation]:
    """Yields the share that is done; returns the evaluation on the test set (or else the training set)."""
    network = checkpoint.network()
    split: Split = data.test if data.test is not None else data.train
    classes = data.classes if data.is_classification else 0
    right, total = np.zeros(classes, np.int64), np.zeros(classes, np.int64)
    loss = 0.0
    for start in range(0, len(split), ROWS):
        targets = split.t[start : start + ROWS]
        with np.errstate(all="ignore"):  # a network near divergence may overflow: its loss is then infinite
            scores = network.predict(split.floats(start, start + ROWS))
            loss += float(network.loss_layer.each(scores, targets).sum(dtype=np.float64))
        if classes:
            correct = network.correct(scores, targets)
            total += np.bincount(targets, minlength=classes)
            right += np.bincount(targets[correct], minlength=classes)
        yield min(start + ROWS, len(split)) / len(split)
    return ClassEvaluation(
        checkpoint.iteration, data.test is not None, data.class_names, loss / len(split), right, total
    )
