"""A network evaluated on whole sets, or a part of one, in inference mode, some hundred rows at a time."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np

from core.data import DataSet, Split
from core.nn.network import Network
from core.training.events import EvaluationProgress

EVALUATION_ROWS = 500
PROGRESS_ROWS = 1_000

Figures = tuple[float, float | None, float | None, float | None]
"""Loss and accuracy of the training set, loss and accuracy of the test set. What does not exist is None."""


def fixed_part(split: Split, count: int) -> Split:
    """`count` examples of the set, the same ones for every run: drawn at random, for a set may lie in an
    order. The set itself for 0, and where it has no more."""
    if not 0 < count < len(split):
        return split
    index = np.sort(np.random.Generator(np.random.PCG64(0)).permutation(len(split))[:count])
    return Split(split.x[index], split.t[index])


def evaluated(network: Network, data: DataSet) -> Generator[EvaluationProgress, None, Figures]:
    """The figures, in the end; until then how far it is, about every 1,000 examples."""
    sets = [data.train] + ([data.test] if data.test is not None else [])
    total = sum(map(len, sets))
    figures: list[tuple[float, float | None]] = []
    done = 0
    for split in sets:
        loss = right = 0.0
        for start in range(0, len(split), EVALUATION_ROWS):
            batch_loss, batch_right = _loss_and_right(network, data, split, start)
            loss += batch_loss
            right += batch_right
            before, done = done, done + min(EVALUATION_ROWS, len(split) - start)
            if done // PROGRESS_ROWS > before // PROGRESS_ROWS:
                yield EvaluationProgress(done, total)
        figures.append((loss / len(split), right / len(split) if data.is_classification else None))
    (train, test) = figures if len(figures) == 2 else (figures[0], (None, None))
    return (*train, *test)


def _loss_and_right(network: Network, data: DataSet, split: Split, start: int) -> tuple[float, float]:
    """The summed loss of the rows from `start`, and how many of them are right."""
    stop = min(start + EVALUATION_ROWS, len(split))
    targets = split.t[start:stop]
    with np.errstate(all="ignore"):
        scores = network.predict(split.floats(start, stop, network.dtype))
        loss = float(network.loss_layer.each(scores, targets).sum(dtype=np.float64))
    if not data.is_classification:
        return loss, 0.0
    return loss, float(np.count_nonzero(network.correct(scores, targets)))
