"""How good a network's predictions are: class by class, against one another, at their worst, and how honest
its confidence is. Everything is computed from `Predictions`; the network is not asked again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import DataError, translatable
from core.inspection.predictions import Predictions

BINS = 10


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """One class: how many examples have this label, how many of them were predicted right, their mean loss.
    Accuracy and loss are None where there is no example."""

    label: int
    examples: int
    right: int
    mean_loss: float | None

    @property
    def accuracy(self) -> float | None:
        return self.right / self.examples if self.examples else None


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """Is a network that says 90 % right nine times in ten? Examples in B bins of equal width by confidence.

    edges: (B + 1,) from 0 to 1. counts: (B,). confidence, accuracy: (B,), the mean of each bin, NaN where it
    is empty. error: the expected calibration error, Σ counts/N · |accuracy − confidence|.
    Source: Guo et al., 2017.
    """

    edges: NDArray[np.float64]
    counts: NDArray[np.intp]
    confidence: NDArray[np.float64]
    accuracy: NDArray[np.float64]
    error: float


def class_figures(predictions: Predictions) -> tuple[ClassFigures, ...]:
    """One for each of the C classes, in order."""
    labels, c = predictions.labels, predictions.classes
    examples = np.bincount(labels, minlength=c)
    right = np.bincount(labels[predictions.right], minlength=c)
    losses = np.bincount(labels, weights=predictions.losses, minlength=c)
    return tuple(
        ClassFigures(
            label=label,
            examples=int(examples[label]),
            right=int(right[label]),
            mean_loss=float(losses[label] / examples[label]) if examples[label] else None,
        )
        for label in range(c)
    )


def confusion_matrix(predictions: Predictions) -> NDArray[np.intp]:
    """(C, C) counts: row = label, column = prediction."""
    c = predictions.classes
    return np.bincount(predictions.labels * c + predictions.predicted, minlength=c * c).reshape(c, c)


def row_shares(matrix: NDArray[np.intp]) -> NDArray[np.float64]:
    """Each row of a confusion matrix as shares of its sum; zeros where no example has the label."""
    return matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1)


def worst_mistakes(predictions: Predictions, count: int | None = None) -> NDArray[np.intp]:
    """The places of the examples predicted wrong, the largest loss first; at most `count` of them."""
    wrong = np.flatnonzero(~predictions.right)
    return wrong[np.argsort(-predictions.losses[wrong], kind="stable")][:count]


def calibration(predictions: Predictions, bins: int = BINS) -> Calibration:
    """Confidence against accuracy. A bin holds its upper edge, the first one 0 as well; an example whose
    confidence is NaN is left out. DataError for outputs that are not probabilities."""
    if predictions.meaning == "scores":
        raise DataError(
            translatable(
                "errors",
                "The outputs of a network with a squared error are not probabilities, so there is no "
                "confidence to compare with the accuracy. Choose softmax cross entropy as the loss.",
            )
        )
    known = ~np.isnan(predictions.confidence)
    confidence = predictions.confidence[known].astype(np.float64)
    edges = np.linspace(0.0, 1.0, bins + 1)
    place = np.clip(np.searchsorted(edges, confidence, side="left") - 1, 0, bins - 1)
    counts = np.bincount(place, minlength=bins)
    mean_confidence = _mean(place, confidence, counts)
    accuracy = _mean(place, predictions.right[known], counts)
    filled = counts > 0
    gaps = np.abs(accuracy - mean_confidence)[filled]
    error = float((counts[filled] * gaps).sum() / max(counts.sum(), 1))
    return Calibration(edges, counts, mean_confidence, accuracy, error)


def _mean(place: NDArray[np.intp], values: NDArray[Any], counts: NDArray[np.intp]) -> NDArray[np.float64]:
    """The mean of the values in each bin, NaN for an empty one."""
    means = np.full(len(counts), np.nan)
    sums = np.bincount(place, weights=values, minlength=len(counts))
    return np.divide(sums, counts, out=means, where=counts > 0)
