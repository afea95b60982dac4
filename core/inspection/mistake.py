"""One mistake, followed: from the probabilities through the gradient to one update, and what it changes.

Everything is in inference mode: dropout drops nothing and batch normalization takes its running averages,
since the moments of a single example say nothing. The network that is given is never changed.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data import Split
from core.errors import ConfigError, translatable
from core.inspection.predictions import Prediction, Predictions, Progress, as_example, prediction, predictions
from core.nn.layers import Affine, BatchNormalization
from core.nn.network import Network
from core.nn.parameters import Floats


@dataclass(frozen=True, slots=True, eq=False)
class SingleGradient:
    """Backpropagation of one example.

    delta: (C,) ∂L/∂(scores), p − t for a softmax. gradients: every parameter's, by name. name: that of the
    first Affine layer's weights (W1); its gradient is (D, H), and column h is the example times ∂L/∂(unit h).
    """

    delta: Floats
    gradients: dict[str, Floats]
    name: str

    @property
    def first(self) -> Floats:
        """∂L/∂W1, (D, H)."""
        return self.gradients[self.name]

    def strongest(self, count: int = 8) -> NDArray[np.intp]:
        """The units whose columns of ∂L/∂W1 are the longest, the longest first; at most `count`."""
        lengths = np.linalg.norm(self.first, axis=0)
        return np.argsort(-lengths, kind="stable")[:count]


@dataclass(frozen=True, slots=True, eq=False)
class FollowedMistake:
    """before, after: the prediction of the network for the example, and of its copy after one update,
    W − η·∂L/∂W for all parameters. test_before, test_after: those of both for the whole test set."""

    label: int
    rate: float
    before: Prediction
    gradient: SingleGradient
    after: Prediction
    test_before: Predictions
    test_after: Predictions

    @property
    def repaired(self) -> NDArray[np.intp]:
        """The rows of the test set that were predicted wrong and are now right."""
        return np.flatnonzero(~self.test_before.right & self.test_after.right)

    @property
    def broken(self) -> NDArray[np.intp]:
        """The rows of the test set that were predicted right and are now wrong."""
        return np.flatnonzero(self.test_before.right & ~self.test_after.right)


def follow_mistake(
    network: Network,
    x: NDArray[Any],
    label: int,
    rate: float,
    test: Split,
    test_before: Predictions | None = None,
) -> Generator[Progress, None, FollowedMistake]:
    """Follow one example, right or wrong. x: uint8 pixels or floats, D of them; rate: η, above 0.

    test_before: this network's predictions for `test`, where they are known already. GradientError for a
    network that sends no gradient back, ConfigError, field `learning_rate`, for a rate that is none.
    """
    if not (np.isfinite(rate) and rate > 0):
        template = translatable("errors", "The learning rate is a number above 0, such as 0.1.")
        raise ConfigError(template, field="learning_rate")
    gradient = single_gradient(network, x, label)
    updated = network.copy()
    with np.errstate(all="ignore"):
        for name, values in gradient.gradients.items():
            updated.params[name] = updated.params[name] - rate * values
    passes = [] if test_before is not None else [predictions(network, test)]
    passes.append(predictions(updated, test))
    counted = [] if test_before is None else [test_before]
    for number, one_pass in enumerate(passes):
        counted.append((yield from _counted(one_pass, number, len(passes))))
    return FollowedMistake(
        label=label,
        rate=rate,
        before=prediction(network, x, label),
        gradient=gradient,
        after=prediction(updated, x, label),
        test_before=counted[0],
        test_after=counted[1],
    )


def single_gradient(network: Network, x: NDArray[Any], label: int) -> SingleGradient:
    """∂L/∂(every parameter) of one example, in inference mode."""
    copy = _inference_copy(network)
    batch = copy.batch(as_example(copy, x), np.array([label]))
    with np.errstate(all="ignore"):
        copy.forward(*batch)
        delta = copy.loss_layer.backward()[0].copy()
        copy.forward(*batch)  # a loss goes backward once for each time forward
        copy.backward()
    first = next(i for i, layer in enumerate(copy.layers) if isinstance(layer, Affine))
    name = next(iter(copy.spec.layer_parameter_shapes()[first]))
    return SingleGradient(delta, copy.grads.copies(), name)


class _FixedNormalization(BatchNormalization):
    """Batch normalization by its running averages, forwards and backwards: y = γ · (x − μ)/√(σ² + ε) + β,
    ∂L/∂x = ∂L/∂y · γ/√(σ² + ε)."""

    def forward(self, x: Floats) -> Floats:
        self._xhat = (x - self.running_mean) / np.sqrt(self.running_var + self.epsilon)
        return self._xhat * self.gamma + self.beta

    def backward(self, dy: Floats) -> Floats:
        self.backward_parameters(dy)
        return dy * (self.gamma / np.sqrt(self.running_var + self.epsilon))


def _inference_copy(network: Network) -> Network:
    """A copy whose training pass is that of inference: no dropout, normalization by running averages."""
    layers = tuple(replace(layer, rate=0.0) for layer in network.spec.layers)
    copy = Network(network.spec.with_layers(layers), network.seed, network.dtype)
    copy.load(network.params, network.state)
    copy.layers = tuple(
        _fixed(layer) if isinstance(layer, BatchNormalization) else layer for layer in copy.layers
    )
    return copy


def _fixed(layer: BatchNormalization) -> _FixedNormalization:
    return _FixedNormalization(
        layer.gamma, layer.beta, layer.dgamma, layer.dbeta, layer.running_mean, layer.running_var
    )


def _counted(
    one_pass: Generator[Progress, None, Predictions], number: int, passes: int
) -> Generator[Progress, None, Predictions]:
    """The same pass, whose progress is told as that of all passes."""
    while True:
        try:
            done, total = next(one_pass)
        except StopIteration as end:
            result: Predictions = end.value
            return result
        yield number * total + done, passes * total
