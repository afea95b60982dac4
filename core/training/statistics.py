"""A look inside a network after a pass: how large the gradient of each layer is, and what its activations do.

It reads what the last `forward` and `backward` left behind and computes nothing of its own with the data.
"""

from __future__ import annotations

import math

import numpy as np

from core.nn.layers import Activation, Layer
from core.nn.network import Network
from core.nn.parameters import Floats
from core.training.events import ActivationStatistics, LayerStatistics

BINS = 40
SATURATED_WITHIN = 0.01


def layer_statistics(network: Network, iteration: int) -> LayerStatistics:
    """The statistics of the last batch that passed forward and backward."""
    names = network.spec.layer_names
    gradient_rms = {
        name: root_mean_square(dW)
        for name, layer in zip(names, network.layers, strict=True)
        for _, dW in layer.weights
    }
    watched = [
        _activation_statistics(name, layer, y)
        for name, layer, y in zip(names, network.layers, network.values[1:], strict=True)
        if isinstance(layer, Activation)
    ]
    if not watched:
        watched = [_activation_statistics(names[-1], network.layers[-1], network.values[-1])]
    return LayerStatistics(iteration, gradient_rms, tuple(watched))


def root_mean_square(array: Floats) -> float:
    """√(mean of the squares): the size of a typical entry, whatever the size of the array."""
    flat = array.reshape(-1)
    with np.errstate(over="ignore"):
        square = float(flat @ flat)
    if not 1e-30 < square < math.inf:  # float32 ends here: gradients that vanish are among what is looked for
        square = float(np.square(flat, dtype=np.float64).sum())
    return math.sqrt(square / max(flat.size, 1))


def _activation_statistics(name: str, layer: Layer, y: Floats) -> ActivationStatistics:
    low, high = _bounds(layer, y)
    if not 1e-30 < high - low < 1e30:
        y = y.astype(np.float64)
    scaled = (y.reshape(-1) - low) * (BINS / (high - low))
    places = np.minimum(scaled, BINS - 1).astype(np.intp)
    counts = np.bincount(np.maximum(places, 0), minlength=BINS)
    zeros = int(y.size - np.count_nonzero(y))
    dead = int(y.shape[1] - np.count_nonzero(y.any(axis=0))) if layer.switches_off else 0
    saturated = 0
    if layer.bounds is not None:
        near_an_end = (y < low + SATURATED_WITHIN) | (y > high - SATURATED_WITHIN)
        saturated = int(np.count_nonzero(near_an_end))
    size = max(y.size, 1)
    return ActivationStatistics(name, counts, low, high, y.shape[1], zeros / size, dead, saturated / size)


def _bounds(layer: Layer, y: Floats) -> tuple[float, float]:
    """The range of the bins: that of the function, or of the values, rounded outward to 1, 2 or 5 · 10ᵏ so
    that it seldom moves."""
    if layer.bounds is not None:
        return layer.bounds
    low, high = float(y.min(initial=0.0)), float(y.max(initial=0.0))
    if not (math.isfinite(low) and math.isfinite(high)) or low == high:
        return 0.0, 1.0
    return -_round_up(-low), _round_up(high)


def _round_up(value: float) -> float:
    """The smallest of 1, 2 or 5 · 10ᵏ that is not below value; 0 for 0."""
    if value <= 0.0:
        return 0.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1.0, 2.0, 5.0, 10.0) if step * power >= value * (1.0 - 1e-9))
