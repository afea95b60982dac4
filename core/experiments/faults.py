"""Classic mistakes of backpropagation, planted in a copy of a network: a gradient check finds each.

A mistake is a class of layer or loss that differs from the engine's own in the one line that is wrong. All
but the first leave the forward pass as it is, so that the loss looks right and only the gradient is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from core.errors import translatable
from core.nn.layers import Affine, BatchNormalization, Dropout, Layer
from core.nn.losses import Loss, SoftmaxWithLoss, SquaredError, Targets, labels_of
from core.nn.network import Network
from core.nn.parameters import Floats

DELTA = 1e-7
"""What the book adds to a probability before its logarithm is taken."""


class DeltaInLogarithm(SoftmaxWithLoss):
    """L = −mean log(p + δ), as the book has it, with the gradient (p − t) / N of the loss without δ."""

    def forward(self, scores: Floats, targets: Targets) -> float:
        super().forward(scores, targets)
        right = self._p.reshape(-1)[self._place]
        return float(-np.log(right + right.dtype.type(DELTA)).mean())


class SoftmaxOverBatch(SoftmaxWithLoss):
    """exp(s) / Σ exp(s), the sum over all numbers of the batch instead of over each row."""

    def forward(self, scores: Floats, targets: Targets) -> float:
        n, c = scores.shape
        p = np.exp(scores.T - scores.max())
        p /= p.sum()
        self._p = np.ascontiguousarray(p)
        self._place = labels_of(targets, c) * n + np.arange(n)
        return float(-np.log(self._p.reshape(-1)[self._place]).mean())


class NotDivided(SoftmaxWithLoss):
    """∂L/∂s = p − t: the loss is a mean, its gradient a sum."""

    def backward(self) -> Floats:
        gradient = super().backward()
        gradient *= len(gradient)
        return gradient


class SwappedFactors(BatchNormalization):
    """y = γ · z, with z the normalized x, goes back as if ∂y/∂γ were γ and ∂y/∂z were z."""

    def backward_parameters(self, dy: Floats) -> None:
        super().backward_parameters(dy)
        self.dgamma[...] = (dy * self.gamma).sum(axis=0)


class MissingTranspose(Affine):
    """∂L/∂x = ∂L/∂y · W in place of ∂L/∂y · Wᵀ: it runs where W is square."""

    def backward(self, dy: Floats) -> Floats:
        self.backward_parameters(dy)
        return dy @ self.W


class AssignedNotAdded(Affine):
    """db = ∂L/∂y of each example in turn, where db += is meant: the last one is left."""

    def backward_parameters(self, dy: Floats) -> None:
        super().backward_parameters(dy)
        if self.db is not None:
            self.db[...] = dy[-1]


class FactorForgotten(Dropout):
    """y = x · mask / (1 − rate) goes back as ∂L/∂y · mask."""

    def backward(self, dy: Floats) -> Floats:
        dy *= self._mask > 0.0
        return dy


@dataclass(frozen=True, slots=True)
class Fault:
    """`wrong`: the class that makes the mistake; `right`: the one whose place it takes. `place`: which of
    those in the network, from 0, -1 the last. Title and explanation are English (context "faults")."""

    word: str
    title: str
    explanation: str
    right: type[Layer] | type[Loss]
    wrong: type[Layer] | type[Loss]
    place: int = 0

    def row(self, network: Network) -> int:
        """The row of the layer in the list of layers, from 0; one past the last for the loss."""
        if issubclass(self.right, Loss):
            return len(network.layers)
        kind = self.right
        rows = [row for row, layer in enumerate(network.layers) if isinstance(layer, kind)]
        return rows[self.place]

    def plant(self, network: Network) -> None:
        """Make the mistake in this network, which is a copy."""
        row = self.row(network)
        part: Layer | Loss = network.loss_layer if row == len(network.layers) else network.layers[row]
        # The same arrays and buffers, and another line: all that a mistake in the code would change.
        part.__class__ = self.wrong


_ROWS = (
    Fault(
        "batch-softmax",
        translatable("faults", "Softmax over the whole batch"),
        translatable(
            "faults",
            "The sum under the exponentials runs over all examples. Loss and gradient no longer belong "
            "together, so every array is wrong.",
        ),
        SoftmaxWithLoss,
        SoftmaxOverBatch,
    ),
    Fault(
        "not-divided",
        translatable("faults", "Not divided by the batch size"),
        translatable(
            "faults",
            "The loss is a mean over N examples, its gradient was a sum: every array is N times too large.",
        ),
        SoftmaxWithLoss,
        NotDivided,
    ),
    Fault(
        "swapped-factors",
        translatable("faults", "Factors of × swapped"),
        translatable(
            "faults",
            "Each factor of a product gets the other one. Here ∂L/∂γ was multiplied by γ itself in place of "
            "the normalized x, and what goes on from there is wrong as well.",
        ),
        BatchNormalization,
        SwappedFactors,
    ),
    Fault(
        "missing-transpose",
        translatable("faults", "A transpose is missing"),
        translatable(
            "faults",
            "∂L/∂x = ∂L/∂y · Wᵀ. The layer's own W and b are right; all before it is wrong. Where W is not "
            "square, the shapes would have told.",
        ),
        Affine,
        MissingTranspose,
        place=1,
    ),
    Fault(
        "assigned",
        translatable("faults", "= in place of +="),
        translatable(
            "faults",
            "b is used by every example, so its gradient is a sum. Only the last example was left; nothing "
            "else is wrong.",
        ),
        Affine,
        AssignedNotAdded,
        place=1,
    ),
    Fault(
        "factor-2",
        translatable("faults", "The factor 2 of the deep net"),
        translatable(
            "faults",
            "The loss is ½ · mean over the outputs, the gradient that of ½ · sum: with two outputs every "
            "array is exactly twice too large.",
        ),
        SquaredError,
        SquaredError,
    ),
    Fault(
        "dropout-factor",
        translatable("faults", "The factor of dropout forgotten"),
        translatable(
            "faults",
            "Forward divides by 1 − rate, backward did not: all before this layer is too small by that "
            "factor.",
        ),
        Dropout,
        FactorForgotten,
    ),
)

FAULTS: Mapping[str, Fault] = {row.word: row for row in _ROWS}
"""The mistakes by their word."""
