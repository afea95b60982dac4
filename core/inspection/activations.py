"""What one example does inside a network: the values of every layer, what its strongest units look for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.inspection.predictions import as_example
from core.nn.layers import Affine
from core.nn.network import Network
from core.nn.parameters import Floats


@dataclass(frozen=True, slots=True, eq=False)
class LayerActivation:
    """What one layer gives for one example. `name` as in the spec (`Affine 1`), values: (width,)."""

    name: str
    kind: str
    values: Floats


@dataclass(frozen=True, slots=True, eq=False)
class StrongUnits:
    """Units of the first Affine layer, strongest first. units: (K,) their numbers. values: (K,) what each
    gives to the next Affine layer, after its activation. weights: (K, D) what each looks for: its column
    of the first weights, as one value for each input."""

    layer: str
    units: NDArray[np.intp]
    values: Floats
    weights: Floats


def layer_activations(network: Network, x: NDArray[Any]) -> tuple[LayerActivation, ...]:
    """Every layer's values, in order, in inference mode. x: uint8 pixels or floats, D of them."""
    with np.errstate(all="ignore"):
        values = network.activations(as_example(network, x))
    return tuple(
        LayerActivation(name, spec.kind, value[0])
        for name, spec, value in zip(network.spec.layer_names, network.spec.layers, values, strict=True)
    )


def strongest_units(network: Network, x: NDArray[Any], count: int = 8) -> StrongUnits:
    """The units of the first Affine layer whose values are farthest from 0, at most `count`."""
    layers = network.layers
    first = next(i for i, layer in enumerate(layers) if isinstance(layer, Affine))
    end = next((i for i in range(first + 1, len(layers)) if isinstance(layers[i], Affine)), len(layers))
    values = layer_activations(network, x)[end - 1].values
    units = np.argsort(-np.abs(values), kind="stable")[:count]
    affine = layers[first]
    assert isinstance(affine, Affine)
    return StrongUnits(network.spec.layer_names[first], units, values[units], affine.W.T[units].copy())
