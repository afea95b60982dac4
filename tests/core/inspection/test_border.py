"""The border between regions of a grid, against lines and circles whose equations are known."""

from __future__ import annotations

import numpy as np
import pytest

from core.inspection.border import border, zero_line


def lengths(pieces: np.ndarray) -> np.ndarray:
    return np.linalg.norm(pieces[:, 1] - pieces[:, 0], axis=1)


def plane(low: float, high: float, side: int) -> tuple[np.ndarray, np.ndarray]:
    x, y = np.meshgrid(np.linspace(low, high, side), np.linspace(low, high, side))
    return x, y


def test_a_straight_line_is_exact() -> None:
    x, y = plane(-1.0, 1.0, 11)
    pieces = border(np.stack([x + 2 * y - 0.3, np.zeros_like(x)], axis=-1), (-1.0, 1.0), (-1.0, 1.0))
    assert pieces[..., 0] + 2 * pieces[..., 1] == pytest.approx(0.3)
    # It enters at the left edge, x = −1, and leaves at the right one.
    assert lengths(pieces).sum() == pytest.approx(np.hypot(2.0, 1.0))


def test_a_circle_is_closed_and_as_long_as_it_is() -> None:
    x, y = plane(-2.0, 2.0, 201)
    pieces = border(np.stack([np.hypot(x, y), np.full_like(x, 1.47)], axis=-1), (-2.0, 2.0), (-2.0, 2.0))
    assert lengths(pieces).sum() == pytest.approx(2 * np.pi * 1.47, rel=1e-3)
    ends, counts = np.unique(np.round(pieces.reshape(-1, 2), 9), axis=0, return_counts=True)
    assert (counts == 2).all(), "every end is the beginning of the next piece"
    assert np.hypot(*ends.T) == pytest.approx(1.47, abs=1e-3)


def test_three_regions_meet_in_three_lines() -> None:
    x, y = plane(-1.0, 1.0, 41)
    centres = ((-0.5, -0.3), (0.5, -0.3), (0.0, 0.6))
    values = np.stack([-np.hypot(x - a, y - b) for a, b in centres], axis=-1)
    pieces = border(values, (-1.0, 1.0), (-1.0, 1.0))
    middles = pieces.mean(axis=1)
    distances = np.stack([np.hypot(middles[:, 0] - a, middles[:, 1] - b) for a, b in centres], axis=1)
    first, second, _third = np.sort(distances, axis=1).T
    assert second - first == pytest.approx(0.0, abs=0.03)
    assert {tuple(np.sort(np.argsort(row)[:2])) for row in distances} == {(0, 1), (0, 2), (1, 2)}


@pytest.mark.parametrize(
    ("corners", "joined"),
    [
        ([[2.0, -1.0], [-1.0, 2.0]], "bottom left with top right"),
        ([[1.0, -2.0], [-2.0, 1.0]], "bottom right with top left"),
    ],
)
def test_in_a_saddle_the_middle_decides(corners: list[list[float]], joined: str) -> None:
    pieces = zero_line(np.array(corners))
    assert pieces.shape == (2, 2, 2)
    # A piece that cuts off the corner (1, 0) has both of its ends near to it.
    cut_off = np.array([1.0, 0.0]) if joined.startswith("bottom left") else np.array([0.0, 0.0])
    distances = np.linalg.norm(pieces - cut_off, axis=2).max(axis=1)
    assert distances.min() < 0.75


def test_nothing_changes_and_nothing_is_finite() -> None:
    assert zero_line(np.ones((5, 4))).shape == (0, 2, 2)
    assert border(np.full((5, 5, 3), np.nan), (0.0, 1.0), (0.0, 1.0)).shape == (0, 2, 2)
    wild = np.full((5, 5, 2), np.inf)
    assert border(wild, (0.0, 1.0), (0.0, 1.0)).shape == (0, 2, 2)
