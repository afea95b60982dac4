"""The table of layers: every row is whole, and a layer owns its places in the vectors of its network."""

from __future__ import annotations

import math
from dataclasses import fields

import numpy as np
import pytest

from core.nn.layer_kinds import LAYERS, NUMBER_SETTINGS, LayerKind, LayerSpec, NumberSetting
from core.nn.layers import Layer
from core.nn.network import Network
from core.nn.spec import NetworkSpec

ROWS = pytest.mark.parametrize("row", LAYERS.values(), ids=LAYERS.keys())


@ROWS
def test_a_row_says_all_that_is_drawn_from_it(row: LayerKind) -> None:
    assert row.title
    assert row.tip.endswith(".")
    assert issubclass(row.layer, Layer)
    assert {setting.name for setting in row.settings} <= {field.name for field in fields(LayerSpec)}
    for number in row.numbers:
        assert "{name}" in number.problem
        assert number.problem.endswith(".")
        assert "{layer}" in number.title
        assert number.tip.endswith(".")
        assert number.missing or number.is_sound(getattr(LayerSpec(row.word), number.name))


@pytest.mark.parametrize("number", NUMBER_SETTINGS.values(), ids=NUMBER_SETTINGS.keys())
def test_a_number_has_its_bounds(number: NumberSetting) -> None:
    assert number.is_sound(number.least)
    assert not number.is_sound(number.below)
    for never in (math.nan, math.inf, -math.inf):
        assert not number.is_sound(never)


def test_no_two_kinds_call_an_array_alike() -> None:
    """Its name and its number among its kind are all that an array has in a model file."""
    specs = [LayerSpec(kind, units=3) for kind in LAYERS]
    names = [name for spec in specs for name in (*spec.parameters(4), *spec.state(4))]
    assert len(names) == len(set(names))


@ROWS
def test_a_layer_owns_its_places_in_the_vectors(row: LayerKind) -> None:
    spec = LayerSpec(row.word, units=3)
    network = Network(NetworkSpec(4, (LayerSpec(row.word, units=5), spec, LayerSpec("affine", 2))))
    layer, n_in = network.layers[1], network.spec.widths[1]
    assert type(layer) is row.layer
    for name, shape in spec.parameters(n_in).items():
        for vector, own in ((network.params, name), (network.grads, f"d{name}")):
            view = getattr(layer, own)
            assert view.shape == shape
            view[...] = 7.0
            np.testing.assert_array_equal(vector[f"{name}2"], np.full(shape, 7.0))
            assert np.count_nonzero(vector.vector == 7.0) == math.prod(shape)
            view[...] = 0.0
    for name in spec.state(n_in):
        assert np.shares_memory(getattr(layer, name), network.state[f"{name}2"])


def test_an_unknown_word_has_nothing() -> None:
    spec = LayerSpec("conv")
    assert (spec.title, spec.width(4), spec.parameters(4), spec.to_dict()) == (
        "conv",
        4,
        {},
        {"kind": "conv"},
    )
