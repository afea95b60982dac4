"""What plots compute without a screen: smoothing, thinning, ranges that grow in steps, ticks."""

from __future__ import annotations

import math
import tracemalloc

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from gui.widgets.plot.places import Counted, Given
from gui.widgets.plot.ranges import ProgressRange, ValueRange
from gui.widgets.plot.series import Series
from gui.widgets.plot.smoothing import MovingAverage
from gui.widgets.plot.ticks import log_ticks, nice_above, nice_step, thinned, ticks

Floats = NDArray[np.float64]


def filled(y: Floats, window: int = 1) -> Series:
    series = Series(window)
    series.append(np.arange(len(y)), y)
    return series


# Smoothing


def average_point_by_point(values: list[float], window: int) -> list[float]:
    """The definition, one value at a time."""
    decay = 1.0 - 1.0 / window
    total = weight = 0.0
    result = []
    for value in values:
        total, weight = total * decay, weight * decay
        if math.isfinite(value):
            total, weight = total + value, weight + 1.0
            result.append(total / weight)
        else:
            result.append(math.nan)
    return result


@given(
    values=st.lists(st.floats(-1e6, 1e6) | st.sampled_from([math.nan, math.inf]), min_size=1, max_size=600),
    window=st.sampled_from([1, 2, 3, 10, 50, 200]),
    pieces=st.integers(1, 5),
)
def test_smoothing_in_pieces_is_its_definition(values: list[float], window: int, pieces: int) -> None:
    average = MovingAverage(window)
    got = np.concatenate([average.extend(piece) for piece in np.array_split(np.array(values), pieces)])
    finite = np.isfinite(values)
    expected = np.array(average_point_by_point(values, window))
    np.testing.assert_allclose(got[finite], expected[finite], rtol=1e-9, atol=1e-6)
    if window > 1:
        assert np.isnan(got[~finite]).all()


def test_smoothing_starts_at_the_first_value() -> None:
    assert MovingAverage(50).extend(np.array([2.3, 2.3, 2.3])) == pytest.approx([2.3, 2.3, 2.3])


def test_smoothing_survives_a_value_near_the_largest() -> None:
    after = MovingAverage(10).extend(np.array([1.0, 1e300, 1.0]))
    assert after[0] == 1.0
    assert math.isnan(after[1])
    assert after[2] == pytest.approx(1.0)


# Series


def test_a_series_holds_exactly_what_came() -> None:
    rng = np.random.default_rng(0)
    series = Series(50)
    pieces = [rng.normal(size=size).astype(np.float32) for size in (1, 700, 0, 3, 5000)]
    first = 0
    for piece in pieces:
        series.append(np.arange(first, first + len(piece)), piece)
        first += len(piece)
    x, y = series.data()
    assert x.tolist() == list(range(first))
    assert y.tolist() == np.concatenate(pieces).astype(float).tolist()


def test_a_series_keeps_copies_and_gives_copies() -> None:
    series, y = Series(), np.array([1.0, 2.0])
    series.append([0, 1], y)
    y[0] = 9.0
    series.data()[1][1] = 9.0
    assert series.data()[1].tolist() == [1.0, 2.0]


@pytest.mark.parametrize(
    ("x", "y"), [([1, 2], [1.0]), ([2, 1], [0.0, 0.0]), ([4], [0.0]), ([math.nan], [0.0])]
)
def test_a_series_refuses_what_is_out_of_order(x: list[float], y: list[float]) -> None:
    series = filled(np.zeros(6))
    with pytest.raises(ValueError, match=r"xs and ys|order of x"):
        series.append(x, y)
    assert len(series) == 6


@example(n=377, columns=141, ends=(0.0, 0.765625), seed=0)  # 2.06 points a column: stride 2, 292 drawn
@given(
    n=st.integers(1, 5000),
    columns=st.integers(20, 500),
    ends=st.tuples(st.floats(0.0, 1.0), st.floats(0.0, 1.0)),
    seed=st.integers(0, 2**20),
)
def test_few_points_are_drawn_and_every_extreme_is_among_them(
    n: int, columns: int, ends: tuple[float, float], seed: int
) -> None:
    y = np.random.default_rng(seed).normal(size=n)
    series = filled(y)
    low, high = min(ends) * n, max(ends) * n + 1.0
    x_drawn, y_drawn = series.outline(low, high, columns)
    inside = y[math.ceil(low) : math.floor(high) + 1]
    # "About": the stride may be a little small, and blocks reach beyond both ends of what is seen.
    assert len(x_drawn) <= 2.08 * columns + 8
    assert (np.diff(x_drawn) >= 0.0).all()
    assert np.isin(y_drawn, y).all()
    if len(inside):
        assert y_drawn.max() >= inside.max()
        assert y_drawn.min() <= inside.min()
    assert len(series.line(low, high, columns)[0]) <= 1.04 * columns + 8


def test_one_spike_in_a_million_is_drawn_and_stays_while_data_grow() -> None:
    y = np.zeros(1_000_000)
    y[123_456] = 7.0
    series = Series()
    for start in range(0, len(y), 250_000):
        series.append(np.arange(start, start + 250_000), y[start : start + 250_000])
        x_drawn, y_drawn = series.outline(0, 1_000_000, 400)
        assert y_drawn.max() == 7.0
        assert abs(x_drawn[y_drawn.argmax()] - 123_456) < 2 * 1_000_000 / 400


def test_points_already_drawn_do_not_move_while_data_grow() -> None:
    y = np.random.default_rng(1).normal(size=20_000)
    series = filled(y[:10_000])
    before = np.stack(series.outline(0, 20_000, 400))
    series.append(np.arange(10_000, 12_000), y[10_000:12_000])
    after = np.stack(series.outline(0, 20_000, 400))
    assert np.array_equal(before[:, :-2], after[:, : before.shape[1] - 2])


def test_gaps_and_infinities_do_not_hide_their_neighbours() -> None:
    y = np.full(10_000, 0.5)
    y[::2] = np.nan
    y[101] = np.inf
    series = filled(y)
    _, drawn = series.outline(0, 10_000, 100)
    assert np.isfinite(drawn).sum() >= len(drawn) - 2
    assert series.extremes() == (0.5, 0.5)


def test_on_a_logarithmic_scale_a_zero_gives_way_to_its_neighbours() -> None:
    y = np.full(10_000, 0.5)
    y[::3] = 0.0
    series = filled(y)
    _, drawn = series.outline(0, 10_000, 100, positive=True)
    assert (drawn == 0.5).all()
    assert series.extremes(positive=True) == (0.5, 0.5)
    assert series.extremes() == (0.0, 0.5)


def test_another_window_smooths_from_the_first_point_on() -> None:
    y = np.random.default_rng(2).normal(size=300)
    changed = filled(y, window=10)
    changed.set_window(50)
    changed.append([300], [1.0])
    expected = MovingAverage(50).extend(np.append(y, 1.0))
    got = [changed.smoothed_at(index) for index in range(301)]
    np.testing.assert_allclose(got, expected, rtol=1e-12)
    np.testing.assert_allclose(changed.line(0, 300, 1000)[1], expected, rtol=1e-12)


@pytest.mark.parametrize(("x", "index"), [(-5.0, 0), (0.4, 0), (0.6, 1), (2.0, 2), (99.0, 3)])
def test_the_nearest_point(x: float, index: int) -> None:
    assert filled(np.zeros(4)).nearest(x) == index


@given(
    size=st.integers(1, 60),
    x=st.integers(-3, 130).map(lambda halves: halves / 2) | st.sampled_from([-math.inf, math.inf]),
)
def test_counted_places_are_those_of_their_numbers(size: int, x: float) -> None:
    counted, given_ = Counted(size), Given(np.arange(1.0, size + 1.0))
    assert len(counted) == len(given_) == size
    assert (counted.find(x), counted.find(x, "right")) == (given_.find(x), given_.find(x, "right"))
    np.testing.assert_array_equal(counted.at(np.arange(size)), given_.at(np.arange(size)))


@given(
    n=st.integers(1, 3000),
    ends=st.tuples(st.floats(0.0, 1.0), st.floats(0.0, 1.0)),
    window=st.sampled_from([1, 3, 10]),
    pieces=st.integers(1, 4),
)
def test_what_is_shared_is_drawn_as_what_is_appended(
    n: int, ends: tuple[float, float], window: int, pieces: int
) -> None:
    y = np.random.default_rng(n).normal(size=n)
    appended, shared = Series(window), Series(window)
    averages = MovingAverage(window).extend(y)
    low, high = min(ends) * n, max(ends) * n + 1.0
    for stop in np.linspace(0, n, pieces + 1)[1:].astype(int):
        appended.append(np.arange(len(appended) + 1, stop + 1), y[len(appended) : stop])
        shared.share(y[:stop])
        for seen in ((0.0, n + 1.0), (low, high)):
            np.testing.assert_array_equal(shared.outline(*seen, 50), appended.outline(*seen, 50))
            x_drawn, drawn = shared.line(*seen, 50)
            np.testing.assert_allclose(drawn, averages[x_drawn.astype(int) - 1], rtol=1e-9, atol=1e-12)
        assert (shared.extremes(), shared.extremes(after_first=True)) == (
            appended.extremes(),
            appended.extremes(after_first=True),
        )
    with pytest.raises(ValueError, match="share them"):
        shared.append([n + 1], [0.0])


def test_a_series_that_shares_takes_no_room_for_its_points() -> None:
    losses = np.random.default_rng(0).random(1_000_000)
    series = Series(50)
    tracemalloc.start()
    for stop in range(100_000, len(losses) + 1, 100_000):
        series.share(losses[:stop])
        series.outline(0.0, 1e6, 400.0)
        series.line(0.0, 1e6, 400.0)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert np.shares_memory(series.y, losses)
    assert held < 0.1 * len(losses), "bytes: a tenth for each point, where a copy would take 8"


# Ranges


def test_a_planned_range_stays_until_data_pass_it() -> None:
    axis = ProgressRange()
    axis.plan(20_000)
    axis.include(12_000)
    assert (axis.low, axis.high) == (0.0, 20_000)
    axis.include(20_001)
    assert axis.high > 25_000


def test_an_unplanned_range_grows_in_few_steps() -> None:
    axis, seen = ProgressRange(first=100.0), set()
    for x in range(1, 20_000):
        axis.include(x)
        assert axis.high >= x
        seen.add(axis.high)
    assert len(seen) < 20


def test_extremes_after_the_first_x_leave_that_out() -> None:
    series = Series()
    assert series.extremes(after_first=True) is None
    series.append(0, 9.0)
    series.append([0, 0], [11.0, -1.0])
    assert series.extremes() == (-1.0, 11.0)
    assert series.extremes(after_first=True) is None
    series.append([0, 1, 2], [100.0, 90.0, np.nan])
    series.append([3, 4], [0.0, 95.0])
    assert series.extremes() == (-1.0, 100.0)
    assert series.extremes(after_first=True) == (0.0, 95.0)
    assert series.extremes(positive=True) == (9.0, 100.0)
    assert series.extremes(positive=True, after_first=True) == (90.0, 95.0)
    series.clear()
    assert series.extremes() is series.extremes(after_first=True) is None


def test_room_below_positive_values_ends_at_0() -> None:
    axis = ValueRange(ceiling=100.0)
    axis.include(95.0, 97.0)
    assert axis.low == 95.0
    axis.include(3.0, 3.0)
    assert (axis.low, axis.high) == (0.0, 100.0)
    axis.include(-1.0, 3.0)
    assert axis.low < -1.0


def test_the_range_of_values_rarely_changes_and_never_shrinks() -> None:
    rng = np.random.default_rng(0)
    axis, seen = ValueRange(floor=0.0), []
    for loss in 2.3 * np.exp(-np.arange(5000) / 900) + rng.random(5000):
        axis.include(loss, loss)
        assert axis.low == 0.0
        assert axis.high >= loss
        if axis.high not in seen:
            seen.append(axis.high)
    assert seen == sorted(seen)
    assert len(seen) <= 4


@given(
    values=st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=20),
    floor=st.none() | st.just(0.0),
)
def test_a_range_holds_its_data_or_its_pins(values: list[float], floor: float | None) -> None:
    axis = ValueRange(floor=floor)
    for value in values:
        axis.include(value, value)
        assert axis.high > axis.low
        assert math.isfinite(axis.high - axis.low)
        slack = 1e-9 * (axis.high - axis.low)
        if abs(value) <= 1e300 and (floor is None or value >= 0.0):
            assert axis.low - slack <= value <= axis.high + slack


def test_a_logarithmic_range_is_whole_decades() -> None:
    axis = ValueRange(log=True)
    axis.include(0.003, 0.02)
    assert (axis.low, axis.high) == (-3.0, -1.0)
    axis.include(0.5, 0.5)
    assert (axis.low, axis.high) == (-3.0, 0.0)


# Ticks


def test_steps_are_round() -> None:
    assert [nice_step(span, 5) for span in (1.0, 2.4, 20_000.0, 0.37)] == [0.2, 0.5, 5000.0, 0.1]
    assert [nice_above(value) for value in (1.0, 1.1, 3.1, 7.0, 9.5, 15_000.0)] == pytest.approx(
        [1.0, 1.2, 4.0, 8.0, 10.0, 15_000.0]
    )


@pytest.mark.parametrize(
    ("low", "high", "texts"),
    [
        (0.0, 1.0, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        (0.0, 20_000.0, ["0", "5,000", "10,000", "15,000", "20,000"]),
        (-0.5, 0.5, ["−0.4", "−0.2", "0.0", "0.2", "0.4"]),
        (0.0, 3e-5, ["0", "1e−5", "2e−5", "3e−5"]),
        (0.0, 2e9, ["0", "5.0e8", "1.0e9", "1.5e9", "2.0e9"]),
    ],
)
def test_ticks_have_the_digits_their_step_needs(low: float, high: float, texts: list[str]) -> None:
    assert [text for _, text in ticks(low, high, 5)] == texts


@pytest.mark.parametrize(
    ("values", "most", "texts"),
    [
        ((0.0, 64.0, 128.0, 192.0, 255.0), 6, ["0", "64", "128", "192", "255"]),
        ((0.0, 64.0, 128.0, 192.0, 255.0), 3, ["0", "128", "255"]),
        ((0.0, 64.0, 128.0, 192.0, 255.0), 1, ["0", "255"]),
        ((0.0, 1.0, 2.0, 3.0), 2, ["0", "3"]),
        ((-5.0, 5.0), 4, ["−5", "5"]),
        ((7.0,), 4, ["7"]),
        ((), 4, []),
    ],
)
def test_given_ticks_are_thinned_between_their_ends(
    values: tuple[float, ...], most: int, texts: list[str]
) -> None:
    assert [text for _, text in thinned(values, most)] == texts


def test_logarithmic_ticks_are_powers_of_ten() -> None:
    assert log_ticks(-4.0, -1.0, 5) == [(-4.0, "10⁻⁴"), (-3.0, "10⁻³"), (-2.0, "10⁻²"), (-1.0, "10⁻¹")]
    assert [text for _, text in log_ticks(-20.0, 0.0, 5)] == [
        "10⁻²⁰",
        "10⁻¹⁶",
        "10⁻¹²",
        "10⁻⁸",
        "10⁻⁴",
        "10⁰",
    ]


def test_within_a_decade_logarithmic_ticks_are_round_values() -> None:
    positions, texts = zip(*log_ticks(-1.0, 0.0, 5), strict=True)
    assert texts == ("0.2", "0.4", "0.6", "0.8", "1.0")
    assert positions == pytest.approx(np.log10([0.2, 0.4, 0.6, 0.8, 1.0]))
