"""Curves as they may be drawn: a gap where there is one, and none where there is not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.experiments.curve import ENORMOUS, Curve, sampled
from core.experiments.typed import typed_function


def curve_of(text: str, left: float = -10.0, right: float = 10.0) -> Curve:
    return sampled(typed_function(text, ("x",)).value, left, right)


@pytest.mark.parametrize(
    "text", ["1/x", "sin(x)/cos(x)", "1/(x - 0.3)", "step(x)", "step(x - 0.123) * 5 + x", "1/x**2"]
)
def test_no_vertical_is_drawn_at_a_pole_or_a_jump(text: str) -> None:
    curve = curve_of(text)
    assert curve.has_gap
    y = np.clip(curve.y, curve.low, curve.high) - (curve.low + curve.high) / 2
    crosses = (y[1:] * y[:-1] < 0) & (np.abs(np.diff(y)) > 0.5 * (curve.high - curve.low))
    assert not crosses.any()


@pytest.mark.parametrize(
    "text", ["x", "sin(x)", "tanh(50*x)", "abs(x)", "exp(x)", "x**3 - x", "3", "maximum(x, 0)"]
)
def test_a_continuous_curve_has_no_gap(text: str) -> None:
    curve = curve_of(text)
    assert not curve.has_gap
    assert not curve.is_cut


def test_a_jump_is_followed_up_to_its_edge_on_both_sides() -> None:
    curve = curve_of("step(x - 0.123)")
    (gap,) = np.flatnonzero(np.isnan(curve.y))
    assert curve.y[gap - 1] == 0.0
    assert curve.y[gap + 1] == 1.0
    assert curve.x[gap - 1] == pytest.approx(0.123, abs=1e-6)
    assert curve.x[gap + 1] == pytest.approx(0.123, abs=1e-6)


def test_far_values_are_cut_and_it_is_known_what_was() -> None:
    curve = curve_of("1/x")
    assert curve.is_cut
    assert curve.least < curve.low < -1.0 < 1.0 < curve.high < curve.most


def test_what_is_undefined_is_a_gap() -> None:
    curve = curve_of("log(x)")
    assert np.isnan(curve.y[curve.x < 0]).all()
    assert np.isfinite(curve.y[curve.x > 0]).all()
    nothing = curve_of("log(-1 - x**2)")
    assert np.isnan(nothing.y).all()
    assert nothing.low < nothing.high


def test_enormous_values_are_gaps() -> None:
    curve = curve_of("exp(x**4)")
    assert np.isfinite(curve.low)
    assert np.isfinite(curve.high)
    assert curve.most <= ENORMOUS


@given(
    st.sampled_from(["1/(x - a)", "step(x - a)", "abs(x - a)", "(x - a)**2", "tanh(x - a)"]),
    st.floats(-4.0, 4.0),
)
def test_a_gap_is_found_wherever_it_lies(text: str, a: float) -> None:
    curve = curve_of(f"a = {a!r}; {text}", -5.0, 5.0)
    assert curve.has_gap == ("/" in text or "step" in text)
    assert np.all(np.diff(curve.x) >= 0.0)
