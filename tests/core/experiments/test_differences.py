"""Numerical differentiation: the book's numbers, and what the error does as h shrinks."""

from __future__ import annotations

import numpy as np
import pytest

from core.experiments.differences import STEPS, differences, errors
from core.experiments.published import published
from core.experiments.typed import typed_function

PARABOLA = typed_function("0.01*x**2 + 0.1*x", ("x",))
SINE = typed_function("sin(x)", ("x",))


def test_the_numbers_of_the_book() -> None:
    assert len(published("numdiff")) == 3
    for case in published("numdiff"):
        found = differences(PARABOLA, case.given["x"], case.given["h"])
        is_tangent = case.given["shows"] == "tangent"
        assert case.agrees((found.central, found.intercept) if is_tangent else (found.central,))


def test_the_values_are_those_of_the_formula() -> None:
    found = differences(SINE, 1.0, 0.5)
    assert found.behind == np.sin(0.5)
    assert found.ahead == np.sin(1.5)
    assert found.exact == pytest.approx(np.cos(1.0))
    assert found.central == pytest.approx(np.sin(1.5) - np.sin(0.5))
    assert found.forward == pytest.approx(2 * (np.sin(1.5) - np.sin(1.0)))


@pytest.mark.parametrize(("method", "order"), [("central", 2), ("forward", 1)])
def test_truncation_shrinks_with_h_squared_and_with_h(method: str, order: int) -> None:
    error = errors(SINE, 1.0, method, "float64")
    tenth, hundredth = (float(error[np.argmin(np.abs(STEPS - h))]) for h in (1e-1, 1e-2))
    assert tenth / hundredth == pytest.approx(10.0**order, rel=0.1)


@pytest.mark.parametrize(("precision", "best"), [("float64", (1e-7, 1e-4)), ("float32", (1e-3, 1e-1))])
def test_the_error_is_least_in_between(precision: str, best: tuple[float, float]) -> None:
    error = errors(SINE, 1.0, "central", precision)
    assert best[0] <= STEPS[np.nanargmin(error)] <= best[1]
    assert error[0] > 1e3 * np.nanmin(error)


def test_float32_with_too_small_an_h_sees_no_difference() -> None:
    error = errors(SINE, 1.0, "forward", "float32")
    assert error[0] == pytest.approx(np.cos(1.0), rel=1e-6)


def test_where_f_is_undefined_there_is_no_error() -> None:
    root = typed_function("sqrt(x)", ("x",))
    assert np.isnan(errors(root, -1.0, "central", "float64")).all()
    assert np.isnan(differences(root, -1.0, 0.1).central)
