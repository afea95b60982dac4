"""Which parts are one digit, and the order of reading. Boxes are top, left, bottom, right."""

from __future__ import annotations

from core.inspection.apart import group
from core.inspection.parts import Box, Part

Sides = tuple[int, int, int, int]


def grouped(*boxes: Sides) -> list[set[Sides]]:
    parts = tuple(Part(label, Box(*box), 10) for label, box in enumerate(boxes, 1))
    return [
        {(part.box.top, part.box.left, part.box.bottom, part.box.right) for part in digit}
        for digit in group(parts)
    ]


def test_nothing() -> None:
    assert grouped() == []


def test_two_digits_side_by_side_are_read_from_the_left() -> None:
    seven, two = (10, 80, 50, 100), (8, 20, 48, 45)
    assert grouped(seven, two) == [{two}, {seven}]


def test_two_ones_close_together_are_two() -> None:
    assert len(grouped((10, 10, 50, 14), (10, 20, 50, 24))) == 2


def test_lines_are_read_from_the_top() -> None:
    first, second = [(5, x, 45, x + 20) for x in (10, 60)], [(62, x, 102, x + 20) for x in (12, 58)]
    # The second of the first line hangs a little lower than the first.
    first[1] = (14, 60, 54, 80)
    assert grouped(*reversed(second), *reversed(first)) == [{box} for box in (*first, *second)]


def test_the_bar_of_a_five_belongs_to_it() -> None:
    body, bar = (20, 10, 60, 30), (14, 28, 19, 44)
    assert grouped(bar, body) == [{body, bar}]


def test_a_digit_broken_in_the_middle_is_one() -> None:
    upper, lower = (10, 10, 29, 30), (31, 12, 52, 30)
    assert grouped(upper, lower) == [{upper, lower}]


def test_two_strokes_whose_boxes_cross_are_one() -> None:
    corner, stem = (10, 10, 34, 32), (8, 24, 52, 30)
    assert grouped(corner, stem) == [{corner, stem}]


def test_dots_and_specks_are_not_digits() -> None:
    digit, speck, far = (10, 10, 50, 30), (30, 60, 33, 63), (60, 200, 68, 210)
    assert grouped(digit, speck, far) == [{digit}]


def test_a_small_digit_far_from_a_large_one_is_a_digit() -> None:
    large, small = (10, 10, 90, 60), (40, 150, 75, 165)
    assert grouped(large, small) == [{large}, {small}]
