"""What is set aside: lines, frames, what comes in from the border; and what is not."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.inspection.clutter import clear, smallest_rectangle, straight_lines, without_specks
from core.inspection.parts import Box, Part

SIDE = 200


def digit() -> NDArray[np.bool_]:
    """A seven, whose strokes are ten pixels thick."""
    mask = np.zeros((SIDE, SIDE), bool)
    mask[60:70, 70:130] = True
    mask[60:140, 120:130] = True
    return mask


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("slope", [-0.05, 0.0, 0.03])
def test_ruled_lines_are_left_out_and_what_crosses_them_stays(slope: float, turned: bool) -> None:
    mask = digit()
    columns = np.arange(SIDE)
    for first in (30, 90, 120, 170):
        rows = np.rint(first + slope * columns).astype(int)
        mask[rows, columns] = mask[rows + 1, columns] = True
    expected = digit()
    if turned:
        mask, expected = mask.T.copy(), expected.T.copy()
    cleared = clear(mask)
    assert cleared.aside == {"lines"}
    # Where a line meets a stroke, a row of its corner may go or stay.
    assert np.count_nonzero(cleared.mask != expected) < 30
    assert len(cleared.parts) == 1


def test_the_bar_of_a_seven_is_not_a_line() -> None:
    assert not straight_lines(digit()).any()
    tight = digit()[58:142, 68:132]
    assert clear(tight).aside == frozenset()


def test_a_line_alone_is_kept() -> None:
    mask = np.zeros((SIDE, SIDE), bool)
    mask[100:102, 5:195] = True
    assert clear(mask).mask.any()


def test_a_frame_is_left_out() -> None:
    mask = digit()
    for near, far in ((40, 160), (44, 156)):
        mask[near:far, near:far] ^= True  # a frame of half the picture, with the digit turned over in it …
    mask[44:156, 44:156] = digit()[44:156, 44:156]
    cleared = clear(mask)
    assert cleared.aside == {"frame"}
    np.testing.assert_array_equal(cleared.mask, digit())


def test_a_zero_with_a_speck_in_it_is_not_a_frame() -> None:
    rows, columns = np.mgrid[:SIDE, :SIDE] - 100
    distance = np.hypot(rows, columns)
    mask = (distance > 50) & (distance < 60)
    mask[98:103, 98:103] = True
    assert clear(mask).aside == frozenset()


def test_what_touches_the_border_is_left_out_while_something_is_left() -> None:
    mask = digit()
    mask[:, :20] = True
    mask[180:, 150:] = True
    cleared = clear(mask)
    assert cleared.aside == {"border"}
    np.testing.assert_array_equal(cleared.mask, digit())
    alone = digit()[60:]
    assert clear(alone).aside == frozenset()
    np.testing.assert_array_equal(clear(alone).mask, alone)
    with_a_speck = alone.copy()
    with_a_speck[100:103, 20:23] = True
    assert clear(with_a_speck).mask[:80].any()


def test_a_corner_and_a_table_are_not_inside() -> None:
    mask = np.zeros((SIDE, SIDE), bool)
    mask[:40, :40] = True
    mask[100:150, 190:] = True  # one side only: it may be a digit
    assert [part.box for part in clear(mask).inside().parts] == [Box(100, 190, 150, 200)]


def test_specks() -> None:
    large, small = Part(1, Box(0, 0, 40, 10), 400), Part(2, Box(50, 0, 53, 3), 9)
    assert without_specks((large, small)) == (large,)
    thread = Part(3, Box(0, 60, 30, 61), 15)
    assert without_specks((thread, large)) == (large,)
    assert without_specks((small,)) == (small,)
    assert without_specks(()) == ()


def test_the_smallest_rectangle_around_a_turned_square() -> None:
    rows, columns = np.mgrid[:201, :201] - 100
    inside = (abs(rows) + abs(columns)) <= 70  # turned by 45°; its side is 70·√2
    assert smallest_rectangle(*np.nonzero(inside)) == pytest.approx(2 * 70**2, rel=0.05)
