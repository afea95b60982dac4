"""Whether a network still only guesses after its first iterations, and the likely cause.

Guessing without a look at the input gives the loss H = −Σ p·log p, with p the share of each class in the
training set. A network that has learned anything is below it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.data import DataSet, Finding
from core.errors import translatable
from core.nn.layers import Activation
from core.nn.network import Network
from core.nn.optimizers import USUAL_RATES
from core.training.config import TrainingConfig
from core.training.events import StayedAtChance
from core.training.statistics import layer_statistics

JUDGED_AT = 200
LEAST_ITERATIONS = 20
WINDOW = 50
LEAST_GAIN = 0.005
"""The share of H by which the loss must have fallen. Noise of a mean over WINDOW batches of 100 is a tenth
of it."""

FAR = 10.0
"""A learning rate that is so many times the usual one, or so small a part of it, is the likely cause."""

VANISHED = 0.01
"""The gradient of the first layer as a share of that of the last."""

DARK = 0.5
"""Inputs that stay below this are darker than those that the initial weights are made for."""


def judged_at(planned_iterations: int) -> int:
    """The iteration at which a run is judged: after its first JUDGED_AT, or at its end; 0 for never."""
    return min(JUDGED_AT, planned_iterations) if planned_iterations >= LEAST_ITERATIONS else 0


def chance_loss(data: DataSet) -> float:
    """H of the training set, in nats; 0 for a regression or a single class."""
    if not data.is_classification:
        return 0.0
    share = np.bincount(data.train.t) / len(data.train)
    share = share[share > 0]
    return max(float(-(share * np.log(share)).sum()), 0.0)


def stayed_at_chance(
    iteration: int, losses: NDArray[np.float64], network: Network, data: DataSet, config: TrainingConfig
) -> StayedAtChance | None:
    """What is to be said; None if the loss has fallen. After a `forward` and `backward` of the network."""
    chance = chance_loss(data)
    recent = losses[-WINDOW:]
    if network.spec.loss.kind != "softmax" or not chance or len(recent) == 0:
        return None
    loss = float(np.mean(recent))
    if not loss > (1.0 - LEAST_GAIN) * chance:
        return None
    fields = {"iteration": iteration, "loss": round(loss, 3), "chance": round(chance, 3)}
    template = translatable(
        "errors",
        "After {iteration:,} iterations the loss is {loss:g}: guessing gives {chance:g}. The network has "
        "learned nothing so far. {cause}",
    )
    return StayedAtChance(iteration, Finding(template, {**fields, "cause": _cause(network, data, config)}))


def _cause(network: Network, data: DataSet, config: TrainingConfig) -> Finding:
    """The likely cause and what to do, the surest first."""
    statistics = layer_statistics(network, 0)
    rate, usual = config.optimizer.learning_rate, USUAL_RATES[config.optimizer.kind]
    fields = {"rate": rate, "usual": usual}
    layers = network.spec.layers
    if rate * FAR <= usual:
        return Finding(
            translatable("errors", "The learning rate {rate:g} is very small: try {usual:g}."), fields
        )
    if rate >= usual * FAR:
        template = translatable(
            "errors", "The learning rate {rate:g} is very large, and the units are saturated: try {usual:g}."
        )
        return Finding(template, fields)
    if sum(layer.kind == "affine" for layer in layers) == 1:
        template = translatable(
            "errors",
            "One layer alone can only draw straight lines between the classes: add a hidden layer with ReLU, "
            "or train longer.",
        )
        return Finding(template)
    if any(layer.kind == "affine" and layer.init.kind == "zeros" for layer in layers[:-1]):
        return Finding(
            translatable("errors", "Weights that begin at 0 stay alike: take He or Xavier initial weights.")
        )
    if float(data.train.floats(0, 1000).max()) < DARK and data.image_shape is not None:
        return Finding(
            translatable(
                "errors", "The pixels are very dark: say which value means full ink (largest pixel)."
            )
        )
    gradients = list(statistics.gradient_rms.values())
    is_bounded = any(layer.bounds is not None for layer in network.layers if isinstance(layer, Activation))
    if is_bounded and any(layer.saturated_share > 0.5 for layer in statistics.activations):
        return Finding(
            translatable(
                "errors",
                "Most units are saturated, where their slope is nearly 0: take smaller initial weights or a "
                "smaller learning rate.",
            )
        )
    if is_bounded and len(gradients) > 2 and gradients[0] < VANISHED * gradients[-1]:
        return Finding(
            translatable(
                "errors",
                "The gradient vanishes on its way back through the layers: take ReLU in place of sigmoid or "
                "tanh, batch normalization, or fewer layers.",
            )
        )
    return Finding(
        translatable(
            "errors", "Let it train longer, or try a larger learning rate, He initial weights or more units."
        )
    )
