"""The description of a network: what is wrong with it, row by row, its widths, names and sizes."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from core.errors import SpecError
from core.nn.initializers import InitializerSpec
from core.nn.layer_kinds import LAYERS
from core.nn.layer_text import parse_layers
from core.nn.network import Network
from core.nn.spec import (
    MEMORY_LIMIT_BYTES,
    MOST_LAYERS,
    LayerSpec,
    LossSpec,
    NetworkSpec,
)
from tests.core.nn.specs import RELU, affine, spec

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
