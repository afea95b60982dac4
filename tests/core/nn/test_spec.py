"""The description of a network: what is wrong with it, row by row, and its way to a dictionary and back."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import LabError, SpecError
from core.nn.initializers import INITIALIZERS, InitializerSpec
from core.nn.layer_kinds import LAYERS
from core.nn.layer_text import parse_layers
from core.nn.network import Network
from core.nn.spec import (
    LOSSES,
    MEMORY_LIMIT_BYTES,
    MOST_LAYERS,
    SQUARED_ERROR_FORMS,
    LayerSpec,
    LossSpec,
    NetworkSpec,
)
from tests.core.nested import places, replaced

RELU = LayerSpec("relu")


def affine(units: int, init: InitializerSpec | None = None) -> LayerSpec:
    return LayerSpec("affine", units) if init is None else LayerSpec("affine", units, init)


def spec(*layers: LayerSpec, input_size: int = 784, loss: LossSpec | None = None) -> NetworkSpec:
    return NetworkSpec(input_size, layers, loss or LossSpec())


# --- problems: each on its row and field, with its sentence -------------------------------------------------

GIVEN_128_BY_10 = InitializerSpec.given([[0.0] * 10] * 128)
NONE_FITTING = "Known: normal, xavier, glorot, he, zeros, given."

PROBLEMS: dict[str, tuple[NetworkSpec, int, str, str]] = {
    "no input": (spec(affine(10), input_size=0), 0, "input_size", "The input needs at least one value."),
    "negative input": (
        spec(affine(9), input_size=-4),
        0,
        "input_size",
        "The input needs at least one value.",
    ),
    "no unit": (spec(affine(0), RELU, affine(10)), 1, "units", "Affine 1 needs at least 1 unit, not 0."),
    "negative units": (
        spec(affine(80), RELU, affine(-3)),
        3,
        "units",
        "Affine 2 needs at least 1 unit, not -3.",
    ),
    "unknown layer": (
        spec(affine(80), LayerSpec("rleu"), affine(10)),
        2,
        "kind",
        "Unknown layer: “rleu”. Did you mean “relu”?",
    ),
    "unknown layer, nothing near": (
        spec(LayerSpec("zzz"), affine(10)),
        1,
        "kind",
        f"Unknown layer: “zzz”. Known: {', '.join(LAYERS)}.",
    ),
    "drops all": (
        spec(LayerSpec("dropout", rate=1.0), affine(10)),
        1,
        "rate",
        "The rate of Dropout 1 is the share of units that it drops: from 0 up to, but not including, 1.",
    ),
    "drops less than nothing": (
        spec(affine(8), LayerSpec("dropout"), LayerSpec("dropout", rate=-0.1), affine(10)),
        3,
        "rate",
        "The rate of Dropout 2 is the share of units that it drops: from 0 up to, but not including, 1.",
    ),
    "drops NaN": (
        spec(LayerSpec("dropout", rate=math.nan), affine(10)),
        1,
        "rate",
        "The rate of Dropout 1 is the share of units that it drops: from 0 up to, but not including, 1.",
    ),
    "slope NaN": (
        spec(LayerSpec("leaky_relu", slope=math.nan), affine(10)),
        1,
        "slope",
        "Leaky ReLU 1 needs a finite slope, such as 0.01.",
    ),
    "slope infinite": (
        spec(affine(10), LayerSpec("leaky_relu", slope=-math.inf)),
        2,
        "slope",
        "Leaky ReLU 1 needs a finite slope, such as 0.01.",
    ),
    "nothing to train": (
        spec(RELU, LayerSpec("batch_norm")),
        3,
        "kind",
        "There is nothing to train yet: add an Affine layer before the loss.",
    ),
    "no layer": (spec(), 1, "kind", "There is nothing to train yet: add an Affine layer before the loss."),
    "unknown loss": (
        spec(affine(10), loss=LossSpec("sotfmax")),
        2,
        "loss",
        "Unknown loss: “sotfmax”. Did you mean “softmax”?",
    ),
    "unknown form": (
        spec(affine(10), loss=LossSpec("squared_error", "summ")),
        2,
        "form",
        "Unknown form of the squared error: “summ”. Did you mean “sum”?",
    ),
    "softmax over one": (
        spec(affine(80), RELU, affine(1), LayerSpec("dropout")),
        3,
        "units",
        "Softmax over a single output is always 1: give the last Affine layer 2 units or more.",
    ),
    "given weights for other inputs": (
        spec(affine(64), RELU, affine(10, GIVEN_128_BY_10)),
        3,
        "init",
        "Affine 2 expects 128 inputs, but the layer before it gives 64.",
    ),
    "given weights for other units": (
        spec(affine(128), RELU, affine(7, GIVEN_128_BY_10)),
        3,
        "units",
        "Affine 2 has 7 units, but its given weights have 10.",
    ),
    "no given weights": (
        spec(affine(10, InitializerSpec("given"))),
        1,
        "init",
        "The given weights must be rows of finite numbers, all rows of the same length.",
    ),
    "ragged weights": (
        spec(affine(2, InitializerSpec("given", values=((1.0, 2.0), (3.0,)))), input_size=2),
        1,
        "init",
        "The given weights must be rows of finite numbers, all rows of the same length.",
    ),
    "weights of width 0": (
        spec(affine(10), affine(10, InitializerSpec("normal", sigma=0.0))),
        2,
        "init",
        "The initial weights have the standard deviation 0.0; it must be a number above 0, such as 0.01. "
        "For weights of 0, choose Zeros.",
    ),
    "unknown weights": (
        spec(affine(10, InitializerSpec("q"))),
        1,
        "init",
        f"Unknown kind of initial weights: “q”. {NONE_FITTING}",
    ),
    "too large": (
        spec(affine(80), RELU, affine(1_000_000), RELU, affine(10)),
        3,
        "units",
        "With Affine 2, this network needs 1.7 GB while it trains; the limit is 1 GB. Give it fewer units.",
    ),
}


@pytest.mark.parametrize(("network", "row", "field", "sentence"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_a_problem_names_its_row_its_field_and_what_to_do(
    network: NetworkSpec, row: int, field: str, sentence: str
) -> None:
    (problem,) = network.problems()
    assert (problem.fields["row"], problem.fields["field"]) == (row, field)
    assert str(problem) == sentence
    for refuse in (network.validate, lambda: Network(network)):
        with pytest.raises(SpecError) as caught:
            refuse()
        assert str(caught.value) == sentence


def test_all_problems_are_told_at_once() -> None:
    wrong = spec(affine(0), LayerSpec("rleu"), LayerSpec("dropout", rate=2.0), affine(-1), input_size=0)
    assert [(p.fields["row"], p.fields["field"]) for p in wrong.problems()] == [
        (0, "input_size"),
        (1, "units"),
        (2, "kind"),
        (3, "rate"),
        (4, "units"),
    ]


def len_of(number: int) -> str:
    return f"10^{math.floor(math.log10(number))}"


def test_more_layers_than_anyone_trains_are_refused_as_a_whole() -> None:
    most = NetworkSpec(2, (*[LayerSpec("relu")] * (MOST_LAYERS - 1), LayerSpec("affine", 2)))
    assert most.problems() == ()
    (problem,) = most.with_layers((LayerSpec("no such layer"), *most.layers)).problems()
    assert str(problem) == "A network has 200 layers at most: remove some."
    assert (problem.fields["row"], problem.fields["field"]) == (201, "kind")
    plain = most.to_dict()
    plain["layers"] = [{"kind": "affine", "units": 2}] * 300 + [{"kind": 3}]
    with pytest.raises(SpecError, match="200 layers at most"):
        NetworkSpec.from_dict(plain)
    with pytest.raises(SpecError, match="200 layers at most"):
        parse_layers("affine:2" + ",relu" * 300, 2)


@pytest.mark.parametrize("units", [10**8, 10**30, 10**400, 10**4_000], ids=len_of)
def test_absurdly_many_units_are_refused_before_memory_is_taken(units: int) -> None:
    (problem,) = spec(affine(units), RELU, affine(10)).problems()
    assert (problem.fields["row"], problem.fields["field"]) == (1, "units")
    assert "GB while it trains; the limit is 1 GB. Give it fewer units." in str(problem)
    assert len(str(problem)) < 200


def test_the_limit_of_memory_is_on_the_parameters_five_times() -> None:
    most = MEMORY_LIMIT_BYTES // 20 // 1_001  # with 1,000 inputs and a bias, 1,001 parameters a unit
    assert spec(affine(most), input_size=1_000).problems() == ()
    assert spec(affine(most), input_size=1_000).memory_bytes <= MEMORY_LIMIT_BYTES
    assert len(spec(affine(most + 1), input_size=1_000).problems()) == 1


@pytest.mark.parametrize(
    "network",
    [
        spec(affine(10)),
        spec(affine(1), loss=LossSpec("sigmoid_cross_entropy")),
        spec(affine(1), loss=LossSpec("squared_error")),
        spec(LayerSpec("batch_norm"), LayerSpec("dropout", rate=0.0), affine(10), RELU, input_size=1),
        spec(affine(128), LayerSpec("step"), affine(10, GIVEN_128_BY_10)),
        spec(affine(10), LayerSpec("leaky_relu", slope=-1.0)),
    ],
    ids=["zero hidden", "one probability", "one number", "batch norm first", "given", "slope below 0"],
)
def test_what_is_unusual_but_legal(network: NetworkSpec) -> None:
    assert network.problems() == ()
    assert network.validate() is network


def test_a_setting_that_a_layer_does_not_have_is_no_problem() -> None:
    assert spec(LayerSpec("relu", units=-5, rate=7.0, slope=math.nan), affine(10)).problems() == ()


# --- what does not fit the data -----------------------------------------------------------------------------


def fit(network: NetworkSpec, *data: Any) -> list[tuple[int, str, str]]:
    return [(p.fields["row"], p.fields["field"], str(p)) for p in network.fit_problems(*data)]  # type: ignore[misc]


def test_a_network_that_does_not_fit_the_data() -> None:
    network = spec(affine(80), RELU, affine(10), LayerSpec("dropout"))
    assert fit(network, 784, 10, "MNIST") == []
    assert fit(network, 100, 12, "Letters") == [
        (
            0,
            "input_size",
            "Letters gives 100 values for each example, but the network takes 784: set the input to 100.",
        ),
        (
            3,
            "units",
            "Letters needs 12 outputs, but the last Affine layer gives 10: set its units to 12.",
        ),
    ]


def test_numbers_to_come_near_to_need_the_squared_error() -> None:
    network = spec(affine(2), input_size=10)
    assert fit(network, 10, 2, "One random pair", False) == [
        (
            2,
            "loss",
            "The targets of One random pair are numbers, not classes: choose the squared error as the loss.",
        )
    ]
    assert fit(spec(affine(2), input_size=10, loss=LossSpec("squared_error")), 10, 2, "Pair", False) == []


@pytest.mark.parametrize("loss", ["sigmoid_cross_entropy", "squared_error"])
def test_two_classes_may_be_one_output(loss: str) -> None:
    network = spec(affine(1), input_size=2, loss=LossSpec(loss))
    assert fit(network, 2, 2, "XOR") == []
    assert len(fit(network, 2, 3, "Three")) == 1
    assert len(fit(network, 2, 2, "Two numbers", False)) == 1
    assert len(fit(spec(affine(3), input_size=2, loss=LossSpec(loss)), 2, 2, "XOR")) == 1


def test_a_step_keeps_a_network_from_learning_not_from_being_built() -> None:
    network = spec(affine(80), LayerSpec("step"), RELU, LayerSpec("step"), affine(10))
    assert network.problems() == ()
    problems = network.training_problems()
    assert [(p.fields["row"], p.fields["field"]) for p in problems] == [(2, "kind"), (4, "kind")]
    assert str(problems[1]).startswith("Step 2 has no gradient to send back:")
    assert "Train with Sigmoid in its place." in str(problems[1])
    assert spec(affine(10)).training_problems() == ()


# --- widths, names, sizes -----------------------------------------------------------------------------------


def test_widths_names_and_counts() -> None:
    layers = (
        affine(80),
        LayerSpec("batch_norm"),
        RELU,
        LayerSpec("affine", 20, bias=False),
        RELU,
        affine(10),
    )
    network = spec(*layers)
    assert network.widths == (784, 80, 80, 80, 20, 20, 10)
    assert network.output_size == 10
    assert network.layer_names == (
        "Affine 1",
        "Batch normalization 1",
        "ReLU 1",
        "Affine 2",
        "ReLU 2",
        "Affine 3",
    )
    assert network.layer_parameter_shapes() == (
        {"W1": (784, 80), "b1": (80,)},
        {"gamma1": (80,), "beta1": (80,)},
        {},
        {"W2": (80, 20)},
        {},
        {"W3": (20, 10), "b3": (10,)},
    )
    assert network.state_shapes() == {"running_mean1": (80,), "running_var1": (80,)}
    assert network.parameter_count == 784 * 80 + 80 + 160 + 1_600 + 200 + 10
    assert network.memory_bytes == 20 * network.parameter_count


# --- to a dictionary and back -------------------------------------------------------------------------------

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


def test_specs_compare_by_value_and_are_frozen() -> None:
    assert spec(affine(10)) == spec(affine(10))
    assert hash(spec(affine(10))) == hash(spec(affine(10)))
    assert spec(affine(10)) != spec(affine(11))
    with pytest.raises(AttributeError):
        spec(affine(10)).input_size = 3  # type: ignore[misc]


def test_a_fitted_network_fits() -> None:
    weights = InitializerSpec.given([[0.1] * 4] * 3)
    spec = NetworkSpec(3, (LayerSpec("affine", 4, weights), LayerSpec("relu"), LayerSpec("affine", 10)))
    assert spec.fitted(3, 10) == spec
    fitted = spec.fitted(2, 5)
    assert fitted.fit_problems(2, 5, "points") == fitted.problems() == ()
    assert fitted.layers[0] == LayerSpec("affine", 4, InitializerSpec("he"))
    assert fitted.layers[1:] == (LayerSpec("relu"), replace(spec.layers[2], units=5))
