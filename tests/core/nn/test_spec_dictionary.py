"""The description of a network on its way to a dictionary and back."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import LabError, SpecError
from core.nn.initializers import INITIALIZERS, InitializerSpec
from core.nn.layer_kinds import LAYERS
from core.nn.network import Network
from core.nn.spec import (
    LOSSES,
    SQUARED_ERROR_FORMS,
    LayerSpec,
    LossSpec,
    NetworkSpec,
)
from tests.core.nested import places, replaced
from tests.core.nn.specs import RELU, affine, spec

NUMBERS = st.floats(-1e3, 1e3)


@st.composite
def initializers(draw: st.DrawFn, n_in: int, n_out: int) -> InitializerSpec:
    kind = draw(st.sampled_from(list(INITIALIZERS)))
    if kind == "given" and n_in * n_out <= 60:
        return InitializerSpec.given(
            draw(st.lists(st.lists(NUMBERS, min_size=n_out, max_size=n_out), min_size=n_in, max_size=n_in))
        )
    return InitializerSpec("normal" if kind == "given" else kind, sigma=draw(st.floats(1e-6, 10)))


@st.composite
def network_specs(draw: st.DrawFn) -> NetworkSpec:
    """Any network that can be built, small."""
    width = input_size = draw(st.integers(1, 6))
    layers = []
    for kind in [*draw(st.lists(st.sampled_from(list(LAYERS)), max_size=5)), "affine"]:
        if kind == "affine":
            units = draw(st.integers(2, 6))
            layers.append(LayerSpec("affine", units, draw(initializers(width, units)), draw(st.booleans())))
            width = units
        elif kind == "dropout":
            layers.append(LayerSpec("dropout", rate=draw(st.floats(0, 1, exclude_max=True))))
        elif kind == "leaky_relu":
            layers.append(LayerSpec("leaky_relu", slope=draw(NUMBERS)))
        else:
            layers.append(LayerSpec(kind))
    loss = draw(st.builds(LossSpec, st.sampled_from(list(LOSSES)), st.sampled_from(SQUARED_ERROR_FORMS)))
    return NetworkSpec(input_size, tuple(layers), loss)


@given(network_specs())
@settings(max_examples=60)
def test_a_spec_goes_to_a_dictionary_to_json_and_back(network: NetworkSpec) -> None:
    assert network.problems() == ()
    assert NetworkSpec.from_dict(network.to_dict()) == network
    assert NetworkSpec.from_dict(json.loads(json.dumps(network.to_dict()))) == network


def test_a_dictionary_holds_only_what_the_kind_has() -> None:
    layers = (affine(3), RELU, LayerSpec("dropout", rate=0.2), LayerSpec("leaky_relu"))
    assert [set(layer.to_dict()) for layer in layers] == [
        {"kind", "units", "bias", "init"},
        {"kind"},
        {"kind", "rate"},
        {"kind", "slope"},
    ]


ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 50),
    st.sampled_from(
        [10**12, 10**400, -(10**400), 2.5, 1e308, math.nan, math.inf, -math.inf, "80", "", "relu"]
    ),
    st.sampled_from([[], {}, [1], [[1]], {"kind": "relu"}, {"kind": []}]),
)


EVERY_LAYER = spec(
    affine(3, InitializerSpec.given([[0.5, -1.0, 2.0]] * 2)),
    *(LayerSpec(kind) for kind in LAYERS if kind != "affine"),
    affine(2),
    input_size=2,
    loss=LossSpec("squared_error"),
).to_dict()


@given(st.sampled_from(places(EVERY_LAYER)[1:]), ANYTHING)
@settings(max_examples=300)
def test_a_dictionary_in_which_anything_stands_is_a_network_or_gets_a_sentence(
    path: tuple[Any, ...], anything: Any
) -> None:
    plain = replaced(EVERY_LAYER, path, anything)
    try:
        found = NetworkSpec.from_dict(plain)
    except LabError:
        return
    assert found.problems() == ()
    if found.parameter_count < 10_000:
        Network(found)


@pytest.mark.parametrize("plain", [{}, {"layers": []}, {"input_size": 2, "layers": None, "loss": {}}])
def test_a_dictionary_that_is_no_network_is_said(plain: dict[str, Any]) -> None:
    with pytest.raises(SpecError, match="This is not a description of a network"):
        NetworkSpec.from_dict(plain)
