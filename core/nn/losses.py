"""The losses: how far the output of a network is from the target.

`forward` gives the loss L of a batch, the mean over its N examples, and keeps what `backward` needs to give
∂L/∂scores. `scores` are what the last layer gives, (N, C); `output` turns them into the network's output.
Targets are labels (N,) or arrays (N, C), one-hot for a classification.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from core.errors import DataError, translatable
from core.nn.buffers import Buffers
from core.nn.layers import sigmoid
from core.nn.parameters import Floats

Targets = NDArray[Any]


class Loss:
    """L: the mean over the batch of each example's loss."""

    def __init__(self, dtype: DTypeLike = np.float32) -> None:
        self._buffers = Buffers(dtype)

    def output(self, scores: Floats) -> Floats:
        """The network's output: probabilities, or the scores themselves for a regression. Keeps nothing."""
        return scores

    def each(self, scores: Floats, targets: Targets) -> Floats:
        """The loss of each example, (N,). Keeps nothing."""
        raise NotImplementedError

    def forward(self, scores: Floats, targets: Targets) -> float:
        """L. Keeps what `backward` needs."""
        raise NotImplementedError

    def backward(self) -> Floats:
        """∂L/∂scores, (N, C)."""
        raise NotImplementedError


class SoftmaxWithLoss(Loss):
    """Softmax and cross entropy together: L = −mean log p[n, t_n], p = exp(s) / Σ exp(s) for each row.

    Backward: ∂L/∂s = (p − t) / N with t one-hot. The row's maximum is subtracted first: exp overflows float32
    above 88. The logarithm is taken of the sum, not of the probability, so that it needs no ε inside.
    """

    def output(self, scores: Floats) -> Floats:
        return softmax(scores)

    def each(self, scores: Floats, targets: Targets) -> Floats:
        n, c = scores.shape
        return _losses(np.array(scores.T, order="C"), _places(targets, n, c), np.empty(n, scores.dtype))

    def forward(self, scores: Floats, targets: Targets) -> float:
        n, c = scores.shape
        self._p = self._buffers.get("p", (c, n))
        np.copyto(self._p, scores.T)
        self._place = _places(targets, n, c)
        return float(np.add.reduce(_losses(self._p, self._place, self._buffers.get("row", (n,))))) / n

    def backward(self) -> Floats:
        p = self._p
        c, n = p.shape
        p.reshape(-1)[self._place] -= 1.0
        return np.multiply(p.T, p.dtype.type(1.0 / n), out=self._buffers.get("dscores", (n, c)))


class SigmoidWithLoss(Loss):
    """Sigmoid and binary cross entropy together, one yes-or-no question for each output:
    L = −mean over n of Σ over c of [t·log y + (1 − t)·log(1 − y)], y = 1 / (1 + exp(−s)).

    Backward: ∂L/∂s = (y − t) / N. Computed as max(s, 0) − s·t + log(1 + exp(−|s|)), which overflows nowhere.
    """

    def output(self, scores: Floats) -> Floats:
        return sigmoid(scores, np.empty_like(scores))

    def each(self, scores: Floats, targets: Targets) -> Floats:
        t = values_of(targets, scores)
        losses: Floats = (np.maximum(scores, 0.0) - scores * t + np.log1p(np.exp(-np.abs(scores)))).sum(
            axis=1
        )
        return losses

    def forward(self, scores: Floats, targets: Targets) -> float:
        self._scores, self._targets = scores, values_of(targets, scores)
        return float(self.each(scores, self._targets).mean())

    def backward(self) -> Floats:
        y = sigmoid(self._scores, self._buffers.get("dscores", self._scores.shape))
        y -= self._targets
        y /= len(y)
        return y


class SquaredError(Loss):
    """The squared error of each example, and the mean over the batch. Its three forms:

    `sum`: ½ Σ (y − t)² over the outputs, the book's; ∂L/∂y = (y − t) / N.
    `mean`: ½ mean (y − t)² over the C outputs; ∂L/∂y = (y − t) / (N·C).
    `mean_of_sum_gradient`: reports `mean`, updates with the gradient of `sum`, C times too large. Some study
    notes do so; a gradient check of such a network shows the factor.
    """

    def __init__(self, form: str, dtype: DTypeLike = np.float32) -> None:
        super().__init__(dtype)
        self.form = form

    def each(self, scores: Floats, targets: Targets) -> Floats:
        difference = scores - values_of(targets, scores)
        total: Floats = 0.5 * (difference * difference).sum(axis=1)
        return total if self.form == "sum" else total / scores.shape[1]

    def forward(self, scores: Floats, targets: Targets) -> float:
        self._scores, self._targets = scores, values_of(targets, scores)
        return float(self.each(scores, self._targets).mean())

    def backward(self) -> Floats:
        n, c = self._scores.shape
        dscores = np.subtract(self._scores, self._targets, out=self._buffers.get("dscores", (n, c)))
        dscores /= n * c if self.form == "mean" else n
        return dscores


def softmax(scores: Floats) -> Floats:
    """exp(s) / Σ exp(s) for each row of (N, C), with the row's maximum subtracted first."""
    p = np.exp(scores - scores.max(axis=-1, keepdims=True))
    p /= p.sum(axis=-1, keepdims=True)
    return p


def _places(targets: Targets, n: int, c: int) -> NDArray[np.intp]:
    """Where in (C, N), laid flat, each example has the number of its label: (N,)."""
    return labels_of(targets, c) * n + np.arange(n)


def _losses(p: Floats, places: NDArray[np.intp], row: Floats) -> Floats:
    """−log p of each example, (N,), in `row`. p: (C, N) scores, which become probabilities.

    Classes first: sums and maxima then run down columns, several times faster than along ten numbers.
    """
    p -= np.maximum.reduce(p, axis=0, out=row)
    of_the_label = p.reshape(-1)[places]
    np.exp(p, out=p)
    total = np.add.reduce(p, axis=0, out=row)
    p /= total
    losses = np.log(total, out=total)
    losses -= of_the_label
    return losses


def labels_of(targets: Targets, classes: int) -> NDArray[np.intp]:
    """Labels (N,) from labels or from one-hot rows (N, C)."""
    if targets.ndim == 1:
        return targets.astype(np.intp, copy=False)
    if (
        targets.shape[1] != classes
        or not ((targets == 0) | (targets == 1)).all()
        or (targets.sum(axis=1) != 1).any()
    ):
        template = translatable(
            "errors",
            "Targets of a classification are labels, or rows of {classes} numbers with one 1 and zeros.",
        )
        raise DataError(template, classes=classes)
    return targets.argmax(axis=1)


def values_of(targets: Targets, scores: Floats) -> Floats:
    """Targets as floats, (N, C) as `scores`: labels become one-hot rows, or 0 or 1 where C = 1."""
    if targets.ndim == 2:
        return targets.astype(scores.dtype, copy=False)
    if scores.shape[1] == 1:
        return targets.reshape(-1, 1).astype(scores.dtype)
    one_hot = np.zeros_like(scores)
    one_hot[np.arange(len(targets)), targets] = 1.0
    return one_hot
