"""Softmax in both ways: the published numbers, where the naive one breaks, and what temperature does."""

from __future__ import annotations

import numpy as np
import pytest

from core.experiments.published import Published, published
from core.experiments.softmax import (
    PRECISIONS,
    largest,
    naive,
    operands,
    over_temperature,
    overflow,
    powers,
    stable,
)

BOOK = (0.3, 2.9, 4.0)


def found(case: Published) -> list[float]:
    given = case.given
    z = operands([given["s1"], given["s2"], given["s3"]], given["shift"], 1.0, "float64")
    way = (stable if given["shows"] == "stable" else naive)(z)
    shown = {"exp": way.exponentials, "sum": way.total}.get(given["shows"], way.outputs)
    return [float(number) for number in np.ravel(shown)]


def test_the_numbers_of_the_book() -> None:
    assert len(published("softmax")) == 5
    for case in published("softmax"):
        assert case.agrees(found(case)), case


@pytest.mark.parametrize(
    ("scores", "precision", "problem", "outputs"),
    [
        (BOOK, "float64", "", None),
        ((709.5, 709.0, 0.0), "float64", "sum", [0.0, 0.0, 0.0]),
        ((710.0, 700.0, 0.0), "float64", "some", [np.nan, 0.0, 0.0]),
        ((1010.0, 1000.0, 990.0), "float64", "all", [np.nan] * 3),
        ((-1010.0, -1000.0, -990.0), "float64", "none", [np.nan] * 3),
        ((0.0, -800.0, 1.0), "float64", "digits", None),
        ((89.0, 80.0, 0.0), "float32", "some", [np.nan, 0.0, 0.0]),
    ],
)
def test_what_goes_wrong_with_the_naive_way(
    scores: tuple[float, ...], precision: str, problem: str, outputs: list[float] | None
) -> None:
    z = operands(scores, 0.0, 1.0, precision)
    way, right = naive(z), stable(z)
    assert way.problem == problem
    assert right.outputs.sum() == pytest.approx(1.0, rel=1e-6)
    assert right.operands.max() == 0.0
    np.testing.assert_allclose(way.outputs, right.outputs if outputs is None else outputs, rtol=1e-6)


@pytest.mark.parametrize("precision", PRECISIONS)
def test_the_last_operand_before_overflow(precision: str) -> None:
    kind = np.dtype(precision).type
    last = overflow(precision)
    with np.errstate(over="ignore"):
        assert np.isfinite(np.exp(kind(last * (1 - 1e-6))))
        assert np.isinf(np.exp(kind(last * (1 + 1e-6))))
    assert powers(precision)[1] == pytest.approx(last / np.log(10.0))


@pytest.mark.parametrize("shift", [-300.0, 0.0, 300.0])
def test_what_is_added_to_all_scores_changes_nothing(shift: float) -> None:
    at_zero = stable(operands(BOOK, 0.0, 1.0, "float64")).outputs
    np.testing.assert_allclose(stable(operands(BOOK, shift, 1.0, "float64")).outputs, at_zero, rtol=1e-12)


def test_temperature_changes_the_probabilities_but_not_which_is_largest() -> None:
    cold, one, hot = over_temperature(BOOK, np.array([0.01, 1.0, 100.0]))
    np.testing.assert_allclose(cold, [0.0, 0.0, 1.0], atol=1e-12)
    np.testing.assert_allclose(one, stable(operands(BOOK, 0.0, 1.0, "float64")).outputs, rtol=1e-12)
    assert np.abs(hot - 1 / 3).max() < 0.02
    assert {largest(row) for row in (cold, one, hot)} == {largest(BOOK)} == {(2,)}


def test_equal_scores_share_the_first_place_and_nan_has_none() -> None:
    assert largest([2.0, 1.0, 2.0]) == (0, 2)
    assert largest([np.nan, 0.0, 0.0]) == ()
