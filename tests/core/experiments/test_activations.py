"""Activation functions: the published numbers, their slopes, where they are flat, and stacked layers."""

from __future__ import annotations

import numpy as np
import pytest

from core.calculus.differentiation import central_difference
from core.experiments.activations import ACTIVATIONS, Stack, activation, flat_places
from core.experiments.published import published
from core.nn.layer_kinds import LAYERS
from core.nn.layers import Activation, Views
from core.nn.spec import LayerSpec

X = np.linspace(-6.05, 6.0, 51)


def test_the_numbers_of_the_book() -> None:
    assert len(published("activations")) == 4
    for case in published("activations"):
        function = activation(case.given["activation"], 0.01)
        numbers = [float(call(case.given["x"])) for call in (function.value, function.gradient)]
        assert case.agrees(numbers[: len(case.printed)])


@pytest.mark.parametrize("word", ACTIVATIONS)
def test_the_slope_is_that_of_central_differences(word: str) -> None:
    function = activation(word, 0.1)
    np.testing.assert_allclose(
        function.gradient(X), central_difference(function.value, X, 1e-6), rtol=1e-6, atol=1e-8
    )


@pytest.mark.parametrize("word", sorted(set(ACTIVATIONS) & set(LAYERS)))
def test_the_values_are_those_of_the_networks_layer(word: str) -> None:
    layer = LayerSpec(word).build(Views({}, {}, {}, np.random.default_rng(0), np.float64))
    assert isinstance(layer, Activation)
    np.testing.assert_allclose(activation(word, 0.01).value(X), layer.predict(X.copy()), rtol=1e-12)


@pytest.mark.parametrize(
    ("x", "value"), [(0.0, 0.0), (1.0, 0.8413447460685429), (-1.0, -0.15865525393145707)]
)
def test_gelu_is_x_times_the_distribution_function(x: float, value: float) -> None:
    assert activation("gelu", 0.0).value(x) == pytest.approx(value, rel=1e-12)


def test_softplus_does_not_overflow() -> None:
    softplus = activation("softplus", 0.0)
    assert softplus.value(np.array([-1000.0, 0.0, 1000.0])) == pytest.approx([0.0, np.log(2.0), 1000.0])
    assert softplus.gradient(0.0) == 0.5


@pytest.mark.parametrize(
    ("word", "flat"),
    [("relu", [(-6.05, -0.02)]), ("identity", []), ("step", [(-6.05, 6.0)])],
)
def test_where_it_is_flat(word: str, flat: list[tuple[float, float]]) -> None:
    slopes = activation(word, 0.1).gradient(X)
    assert flat_places(X, slopes) == [pytest.approx(ends, abs=0.25) for ends in flat]


def test_sigmoid_is_flat_at_both_ends() -> None:
    (left, right) = flat_places(X, activation("sigmoid", 0.0).gradient(X))
    assert left[1] == pytest.approx(-right[0], abs=0.3)
    assert 4.0 < right[0] < 5.0


@pytest.mark.parametrize("layers", [2, 3, 6])
def test_layers_with_nothing_between_them_are_one_line(layers: int) -> None:
    stack = Stack.drawn(layers, seed=3)
    slope, intercept = stack.line()
    np.testing.assert_allclose(
        stack.output(X, activation("identity", 0.0)), slope * X + intercept, atol=1e-12
    )
    bent = stack.output(X, activation("relu", 0.0))
    assert np.abs(bent - (slope * X + intercept)).max() > 0.01


def test_a_seed_gives_the_same_stack_again() -> None:
    first, again, other = (Stack.drawn(3, seed).line() for seed in (1, 1, 2))
    assert first == again != other
