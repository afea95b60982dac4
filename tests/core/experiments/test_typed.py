"""Functions that a person has typed: their values, their gradients, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest

from core.calculus.differentiation import central_difference
from core.calculus.functions import FUNCTIONS, LONG_VALLEY
from core.errors import ExpressionError
from core.experiments.typed import MOST_OPERATIONS, typed_function


def test_a_grid_is_computed_in_one_call_as_each_point_by_itself() -> None:
    f = typed_function("x**2/20 + y**2", ("x", "y"))
    grid = np.random.default_rng(0).standard_normal((2, 3, 4))
    np.testing.assert_allclose(f.value(grid), LONG_VALLEY.value(grid))
    np.testing.assert_allclose(f.gradient(grid), LONG_VALLEY.gradient(grid))
    assert f.value((-7.0, 2.0)) == 6.45
    assert f.gradient((-7.0, 2.0)).tolist() == pytest.approx([-0.7, 4.0])


@pytest.mark.parametrize(
    "text", ["sin(x) * exp(x)", "tanh(x) / (1 + x**2)", "maximum(x, 0.1) - log(3 + x)", "3*x"]
)
def test_the_gradient_is_that_of_central_differences(text: str) -> None:
    f = typed_function(text, ("x",))
    x = np.linspace(-2.0, 2.0, 11)
    np.testing.assert_allclose(f.gradient(x), central_difference(f.value, x, 1e-6), rtol=1e-7, atol=1e-8)


def test_what_does_not_depend_on_x_is_as_wide_as_x_and_flat() -> None:
    f = typed_function("3", ("x",))
    assert f.value(np.zeros(4)).tolist() == [3.0] * 4
    assert f.gradient(np.zeros(4)).tolist() == [0.0] * 4
    slanted = typed_function("2*y", ("x", "y"))
    assert slanted.gradient((1.0, 1.0)).tolist() == [0.0, 2.0]


def test_a_number_may_have_a_name() -> None:
    assert typed_function("a = 3; a * x", ("x",)).value(2.0) == 6.0


def test_float32_stays_float32() -> None:
    x = np.full(3, 0.1, np.float32)
    assert typed_function("0.01*x**2 + 0.1*x", ("x",)).value(x).dtype == np.float32


def test_undefined_values_are_nan_or_infinite_and_no_error() -> None:
    assert typed_function("1/x", ("x",)).value(0.0) == np.inf
    assert np.isnan(typed_function("log(x)", ("x",)).value(-1.0))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x*t", "“t” has no value here: f may use x."),
        ("softmax(x)", "“softmax” mixes several numbers."),
        ("x @ x", "“matmul” mixes several numbers."),
        ("x = 3; x*2", "“x” takes every value here"),
        ("[1, 2] * x", "An array cannot stand here"),
        ("", "the expression is empty"),
        ("x +", "found the end"),
        ("+".join(["x"] * 2 * MOST_OPERATIONS), "operations, and"),
    ],
)
def test_what_is_not_a_function_of_x_is_refused(text: str, said: str) -> None:
    with pytest.raises(ExpressionError, match=said.replace("(", r"\(")):
        typed_function(text, ("x",))


def test_the_functions_of_the_engine_can_be_typed() -> None:
    assert {function.dimension for function in FUNCTIONS} == {1, 2}
