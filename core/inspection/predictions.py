"""A network's predictions for many examples, and for one: the class, how sure it is, and how wrong.

Only classifications: a regression has no predictions that are right or wrong. Nothing is sorted, counted or
drawn here. A network that is being trained in another thread is given as a copy (`Network.copy`).
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.data import DataSet, Split
from core.errors import DataError, translatable
from core.nn.network import Network
from core.nn.parameters import Floats
from core.nn.spec import NetworkSpec

CHUNK_ROWS = 500
PROGRESS_ROWS = 1_000

Progress = tuple[int, int]
"""How much is done, and of how much."""

Meaning = Literal["probabilities", "separate", "scores"]
"""What outputs are: the probabilities of the classes, which sum to 1; for each class by itself the
probability of a yes (several sigmoids); or numbers that are not probabilities (a squared error)."""


@dataclass(frozen=True, slots=True, eq=False)
class Predictions:
    """The predictions for N examples, in the order in which they were asked for.

    outputs: (N, C) float32, one column a class; what they are says `meaning`. A network with a single output
    y, a yes or no, has two columns, 1 − y and y. predicted: (N,) the class of the largest score. confidence:
    (N,) float32, its output. losses: (N,) float32, the loss of each example. labels: (N,) the right classes.
    right: (N,). Outputs of weights that overflow may be NaN or infinite, and so may the losses.
    """

    outputs: NDArray[np.float32]
    predicted: NDArray[np.intp]
    confidence: NDArray[np.float32]
    losses: NDArray[np.float32]
    labels: NDArray[np.intp]
    right: NDArray[np.bool_]
    meaning: Meaning

    def __len__(self) -> int:
        return len(self.predicted)

    @property
    def classes(self) -> int:
        """C"""
        return self.outputs.shape[1]

    @property
    def accuracy(self) -> float:
        return float(self.right.mean())

    @property
    def loss(self) -> float:
        """The mean over the examples."""
        return float(self.losses.mean(dtype=np.float64))

    @property
    def mistakes(self) -> int:
        return len(self) - int(np.count_nonzero(self.right))


@dataclass(frozen=True, slots=True, eq=False)
class Prediction:
    """The prediction for one example: `outputs` (C,) as in Predictions, the class of the largest score, and
    its output as `confidence`. `loss` is None where the label is not known."""

    outputs: NDArray[np.float32]
    predicted: int
    confidence: float
    meaning: Meaning
    loss: float | None = None


def predictions(
    network: Network, split: Split, rows: NDArray[np.intp] | None = None
) -> Generator[Progress, None, Predictions]:
    """The predictions for the whole split, or to these rows of it. Yields often, and may be closed then.

    DataError where the examples or the labels do not fit the network, and for a regression.
    """
    _require_labels(split)
    total = len(split) if rows is None else len(rows)
    labels = split.t if rows is None else split.t[rows]
    classes = max(network.spec.output_size, 2)
    outputs = np.empty((total, classes), np.float32)
    predicted = np.empty(total, np.intp)
    losses = np.empty(total, np.float32)
    for start in range(0, total, CHUNK_ROWS):
        stop = min(start + CHUNK_ROWS, total)
        x = _inputs(network, split, start, stop, rows)
        # What overflows is in the result, where it can be seen.
        with np.errstate(all="ignore"):
            x, t = network.batch(x, labels[start:stop])
            scores = network.predict(x)
            losses[start:stop] = network.loss_layer.each(scores, t)
            outputs[start:stop] = _by_class(network, scores)
            predicted[start:stop] = _predicted(scores, outputs[start:stop])
        if stop % PROGRESS_ROWS == 0 or stop == total:
            yield stop, total
    return Predictions(
        outputs=outputs,
        predicted=predicted,
        confidence=outputs[np.arange(total), predicted],
        losses=losses,
        labels=labels,
        right=predicted == labels,
        meaning=meaning_of(network.spec),
    )


def prediction(network: Network, x: NDArray[Any], label: int | None = None) -> Prediction:
    """That for one example. x: uint8 pixels, which mean 0 to 1 as in a Split, or floats; any shape."""
    example = as_example(network, x)
    with np.errstate(all="ignore"):
        scores = network.predict(example)
        loss = None
        if label is not None:
            targets = network.targets(np.array([label]), example)
            loss = float(network.loss_layer.each(scores, targets)[0])
        outputs = _by_class(network, scores).astype(np.float32)
    best = int(_predicted(scores, outputs)[0])
    return Prediction(outputs[0], best, float(outputs[0, best]), meaning_of(network.spec), loss)


def as_example(network: Network, x: NDArray[Any]) -> Floats:
    """One example as (1, D) floats that the network takes: bytes become 0 to 1 as in a Split, floats stay."""
    return network.examples(Split(x.reshape(1, -1), np.zeros(1, np.intp)).floats(0, 1, network.dtype))


def meaning_of(spec: NetworkSpec) -> Meaning:
    """What the outputs of this network are."""
    if spec.loss.kind == "squared_error":
        return "scores"
    return "separate" if spec.loss.kind != "softmax" and spec.output_size > 1 else "probabilities"


def fit_problem(spec: NetworkSpec, data: DataSet) -> DataError | None:
    """What keeps this network from predicting for these data, with the way out; None if nothing does."""
    if not data.is_classification:
        return _regression()
    if data.input_size != spec.input_size:
        template = translatable(
            "errors",
            "{data} gives {given} values for each example, but the network takes {taken}: choose data of "
            "that size, or train a network for these.",
        )
        return DataError(template, data=data.title, given=data.input_size, taken=spec.input_size)
    if data.classes != max(spec.output_size, 2):
        template = translatable(
            "errors",
            "{data} has {classes} classes, but the network tells {known} apart: choose data with as many, or "
            "train a network for these.",
        )
        return DataError(template, data=data.title, classes=data.classes, known=max(spec.output_size, 2))
    return None


def _inputs(network: Network, split: Split, start: int, stop: int, rows: NDArray[np.intp] | None) -> Floats:
    if rows is None:
        return split.floats(start, stop, network.dtype)
    x = np.empty((stop - start, split.x.shape[1]), network.dtype)
    split.gather(rows[start:stop], x)
    return x


def _by_class(network: Network, scores: Floats) -> Floats:
    """One column a class: (N, C), or (N, 2) from the single output of a yes or no."""
    outputs = network.loss_layer.output(scores)
    return np.hstack([1.0 - outputs, outputs]) if outputs.shape[1] == 1 else outputs


def _predicted(scores: Floats, outputs: NDArray[np.float32]) -> NDArray[np.intp]:
    """The class of the largest score: outputs near 1 may be rounded to the same number."""
    return (outputs if scores.shape[1] == 1 else scores).argmax(axis=1)


def _require_labels(split: Split) -> None:
    if split.t.ndim != 1:
        raise _regression()


def _regression() -> DataError:
    return DataError(
        translatable(
            "errors",
            "The targets of these data are numbers, not classes, so a prediction is not simply right or "
            "wrong. Choose a data set with labels, such as mnist.",
        )
    )
