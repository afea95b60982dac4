"""What one image does inside a network, against the arithmetic by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from core.data import DataSet
from core.errors import DataError
from core.inspection.activations import layer_activations, strongest_units
from core.nn.layers import Affine
from core.nn.network import Network
from core.nn.spec import LayerSpec, NetworkSpec
from tests.core.nn.random_networks import Case, cases


def test_every_layer_of_two_layers(trained: Network, mnist: DataSet) -> None:
    image = mnist.train.x[0].reshape(28, 28)
    first, relu, last = layer_activations(trained, image)
    assert [first.name, relu.name, last.name] == ["Affine 1", "ReLU 1", "Affine 2"]
    assert [first.kind, relu.kind, last.kind] == ["affine", "relu", "affine"]
    assert first.values == pytest.approx(
        image.reshape(-1) / 255 @ trained.params["W1"] + trained.params["b1"], abs=1e-5
    )
    assert (relu.values == np.maximum(first.values, 0)).all()
    assert last.values == pytest.approx(trained.predict(image.reshape(-1) / 255), abs=1e-5)


def test_the_strongest_units_and_what_they_look_for(trained: Network, mnist: DataSet) -> None:
    image = mnist.train.x[0]
    units = strongest_units(trained, image, 5)
    (_, relu, _) = layer_activations(trained, image)
    assert units.layer == "Affine 1"
    assert units.values.tolist() == sorted(relu.values, reverse=True)[:5]
    assert (relu.values[units.units] == units.values).all()
    assert units.weights.shape == (5, 784)
    for unit, weights in zip(units.units, units.weights, strict=True):
        assert (weights == trained.params["W1"][:, unit]).all()
    assert not np.shares_memory(units.weights, trained.params.vector)


@given(cases())
def test_units_of_any_network_are_what_the_next_affine_takes(case: Case) -> None:
    network, x = case.network(), case.x()[0]
    units = strongest_units(network, x, 3)
    affines = [i for i, layer in enumerate(network.layers) if isinstance(layer, Affine)]
    end = affines[1] if len(affines) > 1 else len(network.layers)
    y = x[np.newaxis]
    for layer in network.layers[:end]:
        y = layer.predict(y)
    assert np.abs(units.values).tolist() == sorted(np.abs(y[0]), reverse=True)[:3]
    assert units.weights.shape == (min(3, y.shape[1]), network.layers[affines[0]].W.shape[0])  # type: ignore[attr-defined]


def test_an_image_of_another_size_is_refused() -> None:
    network = Network(NetworkSpec(4, (LayerSpec("affine", 2),)))
    with pytest.raises(DataError, match="An example has 9 values, but the network takes 4"):
        layer_activations(network, np.zeros((3, 3), np.uint8))
