"""The loss surface of a network that was just trained."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.errors import ConfigError
from core.experiments.contours import MOST_LEVELS
from core.experiments.landscape import (
    LINE_POINTS,
    OTHERS,
    Landscape,
    Settings,
    exploring,
    loss_levels,
    seen,
)
from core.experiments.snapshots import Training
from core.nn.optimizers import OptimizerSpec
from tests.core.experiments.blobs import blobs, result_of

TRAINING = Training(6, OptimizerSpec("sgd", 0.5), 60, 80, 3)
SETTINGS = Settings(TRAINING, "path", 0, 1, 15, 0.5)


def found(**changes: Any) -> Landscape:
    land: Landscape = result_of(exploring(replace(SETTINGS, **changes), blobs(), {}))
    return land


def test_the_middle_is_the_trained_network() -> None:
    land = found()
    run = land.runs[0]
    assert land.loss.at(0.0, 0.0)[0] == pytest.approx(run.losses[-1], rel=1e-5)
    middle = LINE_POINTS // 2
    for line in (*land.lines, *land.others):
        assert line[middle] == pytest.approx(run.losses[-1], rel=1e-4)
    assert land.shadow[-1] == pytest.approx(run.losses[-1], rel=1e-4)
    np.testing.assert_allclose(land.ways[0][-1], 0.0, atol=1e-5)


def test_all_of_the_path_is_seen_with_room_around_it() -> None:
    land = found()
    for way, (low, high) in zip(land.ways[0].T, land.spans, strict=True):
        assert low + 0.49 <= way.min()
        assert way.max() <= high - 0.49
    (left, right), (low, high) = land.spans
    assert right - left == pytest.approx(high - low)


def test_the_picture_has_its_first_row_at_the_top() -> None:
    land = found()
    highest = land.surface.bands[0].mean(), land.surface.bands[-1].mean()
    rows = land.samples.losses[-1].mean(), land.samples.losses[0].mean()
    assert np.sign(highest[0] - highest[1]) == np.sign(rows[0] - rows[1])


def test_random_directions_vary_and_their_seed_decides_them() -> None:
    land, same, other = found(), found(), found(direction_seed=1)
    assert land.others.shape == (OTHERS, LINE_POINTS)
    np.testing.assert_array_equal(land.others, same.others)
    assert not np.array_equal(land.others, other.others)
    reach, least, most = land.spread
    assert reach == pytest.approx((land.spans[0][1] - land.spans[0][0]) / 2)
    assert 0.0 < least < most


def test_another_run_lies_at_1() -> None:
    land = found(directions="other")
    assert len(land.runs) == len(land.ways) == 2
    np.testing.assert_allclose(land.ways[1][-1], (1.0, 0.0), atol=1e-4)
    assert land.loss.at(1.0, 0.0)[0] == pytest.approx(land.runs[1].losses[-1], rel=1e-3)


def test_what_is_known_is_not_trained_again() -> None:
    land = found()
    known = {TRAINING: land.runs[0]}
    other: Landscape = result_of(exploring(replace(SETTINGS, directions="random"), blobs(), known))
    assert other.runs[0] is land.runs[0]
    assert other.held < land.held


def test_progress_goes_on_to_the_end() -> None:
    shares = [done / total for done, total in exploring(replace(SETTINGS, directions="other"), blobs(), {})]
    assert shares == sorted(shares)
    assert 0.0 <= shares[0] < 0.1
    assert 0.9 < shares[-1] <= 1.0


def test_what_takes_minutes_is_refused() -> None:
    dear = replace(TRAINING, width=1_000, images=5_000, updates=2_000)
    with pytest.raises(ConfigError, match="times the work that is the limit"):
        next(exploring(replace(SETTINGS, training=dear, resolution=10_000), blobs(), {}))


def test_what_takes_too_much_memory_is_refused() -> None:
    with pytest.raises(ConfigError, match="fewer units"):
        next(exploring(replace(SETTINGS, training=replace(TRAINING, width=1_000_000)), blobs(), {}))


def test_what_is_seen_is_a_square_around_the_points() -> None:
    points = np.array([[0.0, 0.0], [-1.0, 0.25]])
    assert seen(points, 0.5) == ((-1.5, 0.5), (-0.875, 1.125))


@pytest.mark.parametrize(("least", "most", "fewest"), [(0.4, 4.0, 6), (0.01, 30.0, 6), (1e-9, 200.0, 5)])
def test_a_loss_has_round_levels_over_all_of_its_range(least: float, most: float, fewest: int) -> None:
    found = loss_levels(np.array([least, most]))
    assert fewest <= len(found) <= MOST_LEVELS
    assert list(found) == sorted(found)
    assert all(least < level < most for level in found)
    assert all(float(f"{level:.1e}") == pytest.approx(level) for level in found)


def test_what_is_level_has_no_levels() -> None:
    assert loss_levels(np.full(4, 2.3)) == ()


def test_a_loss_that_hardly_changes_has_evenly_spaced_levels() -> None:
    found = loss_levels(np.array([2.0, 2.31]))
    assert len(found) > 4
    assert np.ptp(np.diff(found)) == pytest.approx(0.0, abs=1e-9)
