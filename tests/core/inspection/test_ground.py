"""The ground of a picture: windows against NumPy's own, thresholds by hand, paper in light that changes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.inspection.ground import box_mean, darkness, grain_of, ground_of, highest, lowest, otsu


@given(st.integers(1, 20), st.integers(1, 20), st.sampled_from([1, 3, 5, 9, 15]), st.integers(0, 99))
def test_windows_are_those_of_numpy(height: int, width: int, window: int, seed: int) -> None:
    grey = np.random.default_rng(seed).random((height, width)).astype(np.float32)
    half = window // 2
    around = np.lib.stride_tricks.sliding_window_view
    low = around(np.pad(grey, half, constant_values=np.inf), (window, window)).min(axis=(2, 3))
    high = around(np.pad(grey, half, constant_values=-np.inf), (window, window)).max(axis=(2, 3))
    mean = around(np.pad(grey, half, mode="edge"), (window, window)).mean(axis=(2, 3))
    np.testing.assert_array_equal(lowest(grey, window), low)
    np.testing.assert_array_equal(highest(grey, window), high)
    np.testing.assert_allclose(box_mean(grey, window), mean, rtol=1e-5)


def test_otsu_parts_two_heaps_in_between() -> None:
    rng = np.random.default_rng(1)
    values = np.concatenate([rng.normal(10, 1, 900), rng.normal(30, 2, 100)])
    assert 13 < otsu(values) < 25
    assert otsu(np.full(5, 3.0)) == 3.0


def test_ink_is_filled_up_and_edges_stay() -> None:
    paper = np.full((200, 200), 220, np.float32)
    paper[:, 140:] = 90  # a shadow with a hard edge, wider than the window
    picture = paper.copy()
    picture[60:120, 100:108] *= 0.25
    dark = darkness(picture, ground_of(picture))
    assert dark[60:120, 101:107] == pytest.approx(0.75, abs=0.01)
    assert abs(dark[:, :98]).max() < 0.01
    assert abs(dark[:, 150:-2]).max() < 0.01


def test_black_ground_has_no_darkness() -> None:
    noise = np.random.default_rng(0).uniform(0, 6, (80, 80)).astype(np.float32)
    assert darkness(noise, ground_of(noise)).max() < 0.1


def test_the_grain_is_that_of_the_paper_and_not_of_the_ink() -> None:
    dark = np.random.default_rng(2).normal(0, 0.01, (100, 100)).astype(np.float32)
    dark[20:60, 40:50] = 0.8
    assert grain_of(dark) == pytest.approx(0.01 * 0.6745, rel=0.1)
