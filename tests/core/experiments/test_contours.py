"""Levels, bands and gradients of a surface."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.calculus.functions import FUNCTIONS, LONG_VALLEY, SADDLE
from core.experiments.contours import MOST_LEVELS, STRIP, Surface, gradient_field, levels, surface
from core.experiments.typed import typed_function

PLANE = ((-2.0, 2.0), (-1.0, 1.0))


def made(f: Any, width: int = 40, height: int = 3 * STRIP // 2) -> Surface:
    steps = surface(f, *PLANE, width, height)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Surface = end.value
            return found


def test_a_band_says_how_many_levels_lie_below_the_value() -> None:
    found = made(LONG_VALLEY.value)
    height, width = found.bands.shape
    for row, column in ((0, 0), (20, 7), (height - 1, width - 1)):
        x = -2.0 + (column + 0.5) * 4.0 / width
        y = 1.0 - (row + 0.5) * 2.0 / height
        assert found.bands[row, column] == sum(level <= LONG_VALLEY.value((x, y)) for level in found.levels)
    assert not found.has_gap


@pytest.mark.parametrize("function", [f for f in FUNCTIONS if f.dimension == 2], ids=lambda f: f.name)
def test_every_surface_that_is_offered_has_some_round_levels(function: Any) -> None:
    (left, right), (low, high) = function.domain
    grid = np.array(np.meshgrid(np.linspace(left, right, 50), np.linspace(low, high, 50)))
    found = levels(function.value(grid).ravel())
    assert 5 <= len(found) <= MOST_LEVELS + 3
    assert all(f"{abs(level):e}"[0] in "0125" for level in found)
    assert list(found) == sorted(found)


def test_a_saddle_has_levels_on_both_sides_of_0() -> None:
    found = made(SADDLE.value).levels
    assert 0.0 in found
    assert found[0] < 0.0 < found[-1]


def test_a_surface_that_hardly_changes_has_even_levels() -> None:
    found = levels(np.linspace(100.0, 101.0, 50))
    assert len(found) == 10
    assert np.ptp(np.diff(found)) == pytest.approx(0.0, abs=1e-9)


def test_what_is_level_has_no_contours() -> None:
    assert levels(np.full(9, 3.0)) == ()


def test_undefined_places_are_gaps() -> None:
    found = made(typed_function("log(x) + y", ("x", "y")).value)
    assert (found.bands[:, :20] == -1).all()
    assert (found.bands[:, 20:] >= 0).all()
    assert made(typed_function("log(-1 - x**2)", ("x", "y")).value).has_gap


def test_contours_are_where_two_bands_meet_and_nothing_else_is_between() -> None:
    found = made(typed_function("x + 10", ("x", "y")).value)
    crossed = found.contours[0]
    assert crossed.sum() == 2 * len(found.levels)
    wall = made(typed_function("step(x) * 100 + x/2 + 1", ("x", "y")).value)
    middle = wall.bands.shape[1] // 2
    assert wall.bands[0, middle] - wall.bands[0, middle - 1] > 1
    assert not wall.contours[:, middle - 1 : middle + 1].any()
    assert not made(typed_function("log(x) + 0*y", ("x", "y")).value).contours[:, :20].any()


def test_the_gradients_stand_at_their_points() -> None:
    points, gradients = gradient_field(LONG_VALLEY.gradient, np.array([1.0, 2.0]), np.array([0.0, 3.0, 4.0]))
    assert points.shape == gradients.shape == (2, 6)
    np.testing.assert_allclose(gradients[0], points[0] / 10)
    np.testing.assert_allclose(gradients[1], 2 * points[1])
