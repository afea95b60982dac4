"""Connected parts: against a search by hand on random masks, and boxes."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.inspection.parts import Box, label_parts, run_lengths


def flooded(mask: NDArray[np.bool_]) -> list[set[tuple[int, int]]]:
    """The parts, each flooded from its first pixel in reading order."""
    left: set[tuple[int, int]] = {(row, column) for row, column in np.argwhere(mask).tolist()}
    parts = []
    while left:
        waiting, part = [min(left)], set()
        while waiting:
            place = waiting.pop()
            if place in left:
                left.remove(place)
                part.add(place)
                row, column = place
                waiting += [(row + y, column + x) for y in (-1, 0, 1) for x in (-1, 0, 1)]
        parts.append(part)
    return parts


@given(st.integers(1, 14), st.integers(1, 14), st.floats(0, 1), st.integers(0, 999))
def test_parts_are_those_of_a_flood(height: int, width: int, share: float, seed: int) -> None:
    mask = np.random.default_rng(seed).random((height, width)) < share
    labels, parts = label_parts(mask)
    assert (labels > 0).tolist() == mask.tolist()
    expected = flooded(mask)
    assert len(parts) == len(expected)
    for part in parts:
        places = set(map(tuple, np.argwhere(labels == part.label).tolist()))
        assert places in expected
        rows, columns = zip(*places, strict=True)
        assert part.box == Box(min(rows), min(columns), max(rows) + 1, max(columns) + 1)
        assert part.area == len(places)


def test_a_spiral_is_one_part() -> None:
    angle = np.linspace(0, 30, 6_000)
    mask = np.zeros((130, 130), bool)
    mask[
        np.rint(64 + 2 * angle * np.sin(angle)).astype(int),
        np.rint(64 + 2 * angle * np.cos(angle)).astype(int),
    ] = True
    assert len(label_parts(mask)[1]) == 1


def test_the_length_of_the_run_of_each_pixel() -> None:
    mask = np.array([[1, 1, 0, 1], [0, 0, 0, 0], [1, 1, 1, 1]], bool)
    assert run_lengths(mask).tolist() == [[2, 2, 0, 1], [0, 0, 0, 0], [4, 4, 4, 4]]


def test_boxes() -> None:
    box = Box(2, 3, 7, 5)
    assert (box.height, box.width, box.longest, box.area) == (5, 2, 5, 10)
    assert box.joined(Box(0, 4, 3, 9)) == Box(0, 3, 7, 9)
    assert box.grown(3, (8, 6)) == Box(0, 0, 8, 6)
    assert box.times(2) == Box(4, 6, 14, 10)
    assert box.moved(1, 10) == Box(3, 13, 8, 15)
    assert box.holds(Box(3, 4, 6, 4))
    assert not box.holds(box)
    assert box.of(np.arange(80).reshape(8, 10)).shape == (5, 2)
