"""Derivatives by differences, the book's functions, and descents: every digit that the book prints."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calculus.descent import descend, gradient_descent
from core.calculus.differentiation import (
    central_difference,
    forward_difference,
    numerical_gradient,
    partial_derivative,
    tangent_line,
)
from core.calculus.functions import (
    FUNCTIONS,
    HIMMELBLAU,
    LONG_VALLEY,
    PARABOLA,
    SADDLE,
    SUM_OF_SQUARES,
    TWO_VALLEYS,
    Function,
)
from core.nn.optimizers import OptimizerSpec

# --- the book, chapter 4 ------------------------------------------------------------------------------------


def test_numerical_derivative() -> None:
    assert central_difference(PARABOLA.value, 5.0) == 0.1999999999990898
    assert central_difference(PARABOLA.value, 10.0) == 0.2999999999986347


def test_tangent_at_5() -> None:
    line = tangent_line(PARABOLA.value, 5.0)
    assert line.slope == 0.1999999999990898
    assert line.intercept == pytest.approx(-0.25, abs=1e-11)
    assert line(5.0) == pytest.approx(PARABOLA.value(5.0), abs=1e-15)
    assert line(15.0) == pytest.approx(0.2 * 15 - 0.25, abs=1e-10)


def test_partial_derivatives() -> None:
    assert partial_derivative(SUM_OF_SQUARES.value, (3.0, 4.0), 0) == 6.00000000000378
    assert partial_derivative(SUM_OF_SQUARES.value, (3.0, 4.0), 1) == 7.999999999999119


@pytest.mark.parametrize(("point", "gradient"), [((3, 4), (6, 8)), ((0, 2), (0, 4)), ((3, 0), (6, 0))])
def test_gradients(point: tuple[int, int], gradient: tuple[int, int]) -> None:
    np.testing.assert_allclose(numerical_gradient(SUM_OF_SQUARES.value, point), gradient, atol=1e-10)
    np.testing.assert_array_equal(SUM_OF_SQUARES.gradient(point), gradient)


EXACT = SUM_OF_SQUARES.gradient
NUMERICAL = partial(numerical_gradient, SUM_OF_SQUARES.value)


@pytest.mark.parametrize(
    ("gradient", "start", "rate", "end"),
    [
        (EXACT, (3, 4), 0.1, ("6.11110793e-10", "8.14814391e-10")),
        (NUMERICAL, (3, 4), 0.1, ("6.11110793e-10", "8.14814391e-10")),
        (EXACT, (-3, 4), 0.1, ("-6.11110793e-10", "8.14814391e-10")),
        (NUMERICAL, (-3, 4), 0.1, ("-6.11110793e-10", "8.14814391e-10")),
        (NUMERICAL, (-3, 4), 10.0, ("-2.58983747e+13", "-1.29524862e+12")),
        (NUMERICAL, (-3, 4), 1e-10, ("-2.99999994e+00", "3.99999992e+00")),
        (EXACT, (-3, 4), 1e-10, ("-2.99999994e+00", "3.99999992e+00")),
    ],
)
def test_gradient_descent(
    gradient: Callable[[Any], Any], start: tuple[int, int], rate: float, end: tuple[str, str]
) -> None:
    path = gradient_descent(gradient, start, rate, 100)
    assert path.shape == (101, 2)
    assert tuple(path[0]) == start
    assert tuple(f"{value:.8e}" for value in path[-1]) == end


def test_rate_10_with_the_exact_gradient_shows_the_books_end_to_be_rounding() -> None:
    """Each step multiplies by 1 − 2·10 = −19; the numerical gradient loses its digits and comes to a halt."""
    end = gradient_descent(EXACT, (-3, 4), 10.0, 100)[-1]
    np.testing.assert_allclose(end, (-3 * 19.0**100, 4 * 19.0**100), rtol=1e-10)


# --- differences in general ---------------------------------------------------------------------------------


def test_the_error_of_a_difference_shrinks_as_it_should() -> None:
    """f = x³ at 1: forward 3 + 3h + h², central 3 + h²."""

    def cube(x: float) -> float:
        return x * x * x

    for h in (1e-1, 1e-2, 1e-3):
        assert forward_difference(cube, 1.0, h) - 3 == pytest.approx(3 * h + h * h, rel=1e-6)
        assert central_difference(cube, 1.0, h) - 3 == pytest.approx(h * h, rel=1e-6)


def test_differences_take_a_whole_curve_at_once() -> None:
    x = np.linspace(0, 20, 5)
    expected = [central_difference(PARABOLA.value, value) for value in x.tolist()]
    np.testing.assert_array_equal(central_difference(PARABOLA.value, x), expected)
    np.testing.assert_allclose(forward_difference(PARABOLA.value, x), PARABOLA.gradient(x), atol=1e-5)


@given(st.lists(st.floats(-3, 3), min_size=1, max_size=6), st.integers(0, 100))
def test_a_numerical_gradient_is_all_the_partial_derivatives(point: list[float], seed: int) -> None:
    weights = np.random.default_rng(seed).standard_normal(len(point))

    def f(x: np.ndarray) -> float:
        return float(np.sin(x) @ weights)

    gradient = numerical_gradient(f, point)
    np.testing.assert_allclose(gradient, np.cos(point) * weights, atol=1e-7)
    assert gradient.tolist() == [partial_derivative(f, point, index) for index in range(len(point))]


def test_a_point_of_any_shape_and_whole_numbers_is_left_alone() -> None:
    point = np.array([[1, 2], [3, 4]])
    gradient = numerical_gradient(lambda x: (x * x).sum(), point)
    np.testing.assert_allclose(gradient, 2 * point, atol=1e-9)
    assert point.tolist() == [[1, 2], [3, 4]]
    assert numerical_gradient(PARABOLA.value, 5.0) == 0.1999999999990898


# --- the functions ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_exact_gradients_agree_with_differences(function: Function) -> None:
    rng = np.random.default_rng(1)
    low, high = np.array(function.domain).T
    for point in rng.uniform(low, high, (20, function.dimension)):
        exact = function.gradient(point)
        assert exact.shape == point.shape
        np.testing.assert_allclose(exact, numerical_gradient(function.value, point), rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_minima_are_level_and_lower_than_their_surroundings(function: Function) -> None:
    for place in function.minima:
        point = np.array(place)
        np.testing.assert_allclose(function.gradient(point), 0, atol=1e-7)
        for direction in np.vstack([np.eye(function.dimension), np.ones(function.dimension)]):
            for side in (0.01, -0.01):
                assert function.value(point + side * direction) > function.value(point)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_a_grid_is_computed_in_one_call(function: Function) -> None:
    axes = [np.linspace(low, high, 4) for low, high in function.domain]
    grid = np.array(np.meshgrid(*axes)) if function.dimension == 2 else axes[0]
    values, gradients = function.value(grid), function.gradient(grid)
    assert gradients.shape == grid.shape
    assert values.shape == grid.shape[1:] if function.dimension == 2 else grid.shape
    index = (1, 2) if function.dimension == 2 else (2,)
    point = grid[(slice(None), *index)] if function.dimension == 2 else grid[2]
    assert values[index] == function.value(point)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_the_start_lies_in_the_domain(function: Function) -> None:
    assert len(function.start) == function.dimension
    assert all(low <= x <= high for (low, high), x in zip(function.domain, function.start, strict=True))


def test_names_are_unique() -> None:
    assert len({function.name for function in FUNCTIONS}) == len(FUNCTIONS)


# --- descents -----------------------------------------------------------------------------------------------


def test_a_descent_of_one_number_has_a_path_of_one_column() -> None:
    path = gradient_descent(partial(numerical_gradient, TWO_VALLEYS.value), TWO_VALLEYS.start, 0.05, 100)
    assert path.shape == (101, 1)
    assert path[-1, 0] == pytest.approx(TWO_VALLEYS.minima[1][0], abs=1e-8)
    assert gradient_descent(TWO_VALLEYS.gradient, 1.6, 0.05, 100).shape == (101,)


def test_a_descent_ends_in_the_valley_of_its_start() -> None:
    for minimum in HIMMELBLAU.minima:
        start = np.array(minimum) + 0.3
        end = gradient_descent(HIMMELBLAU.gradient, start, 0.01, 300)[-1]
        np.testing.assert_allclose(end, minimum, atol=1e-6)


def test_no_steps_is_a_path_of_the_start_alone() -> None:
    assert gradient_descent(EXACT, (3, 4), 0.1, 0).tolist() == [[3.0, 4.0]]


def test_a_start_is_not_moved_and_a_path_keeps_every_place() -> None:
    start = np.array([-7.0, 2.0])
    path = descend(OptimizerSpec("sgd", 0.95).build().update, LONG_VALLEY.gradient, start, 3)
    assert start.tolist() == [-7.0, 2.0]
    assert path[1].tolist() == pytest.approx([-7 * (1 - 0.095), 2 * (1 - 1.9)])
    assert len({tuple(place) for place in path}) == 4


def test_a_descent_that_runs_away_ends_in_what_is_not_finite() -> None:
    assert math.isinf(gradient_descent(SADDLE.gradient, (0.0, 1.0), 10.0, 1000)[-1, 1])
    assert not np.isfinite(gradient_descent(HIMMELBLAU.gradient, (4.0, 4.0), 1.0, 50)[-1]).any()
