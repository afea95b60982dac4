"""Each section is looked up in its row; a number of no row is unknown, and the nearest rows are offered."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.book.sections import SECTIONS, nearest, number_of, sections_of, written


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("5.4.1", (5, 4, 1)),
        (" 5.4. ", (5, 4)),
        ("5", (5,)),
        ("§5.4", (5, 4)),
        ("5장", (5,)),
        ("제5장", (5,)),
        ("5.4절", (5, 4)),
        ("Section 5.4.1", (5, 4, 1)),
        ("chapter 3", (3,)),
        ("５．４", (5, 4)),
        ("5..4", None),
        ("5.04", None),
        ("0.4", None),
        ("5.4a", None),
        ("-5", None),
        ("5.4 apples", None),
        ("9" * 5000, None),
        ("", None),
    ],
)
def test_a_number_as_it_is_typed(typed: str, number: tuple[int, ...] | None) -> None:
    assert number_of(typed) == number


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("5.4", ["5.4"]),
        ("5.4.1", ["5.4"]),
        ("5.4.2", ["5.4"]),
        ("5.4.3", []),
        ("5.4.1.1", []),
        ("3.2.1", ["3.2.1–3.2.7"]),
        ("3.2.7", ["3.2.1–3.2.7"]),
        ("3.2.8", []),
        ("3.2", ["3.2.1–3.2.7"]),
        ("3.5", ["3.5.1–3.5.3", "3.5.4"]),
        ("2.1", ["2.1–2.2"]),
        ("2.1.1", []),
        ("2.2.2", ["2.1–2.2"]),
        ("6.1", ["6.1.1", "6.1.2–6.1.7", "6.1.8"]),
        ("2", ["2.1–2.2", "2.3", "2.4–2.5", "2.6"]),
        ("5.9", []),
        ("7.3", []),
        ("1", []),
        ("54", []),
    ],
)
def test_the_rows_of_a_number(typed: str, rows: list[str]) -> None:
    number = number_of(typed)
    assert number is not None
    assert [row.number for row in sections_of(number)] == rows


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("7.3", ["6.4.1–6.4.3", "6.3", "6.2.4"]),
        ("5.9", ["5.7.4", "5.7.3", "5.7.1–5.7.2"]),
        ("2.6", ["2.4–2.5", "2.3", "2.1–2.2"]),
        ("6.1.1", ["6.1.2–6.1.7", "6.1.8", "6.2.1"]),
        ("1.1", ["2.1–2.2", "2.3", "2.4–2.5"]),
    ],
)
def test_the_nearest_are_of_the_same_section_or_chapter_and_can_be_computed(
    typed: str, rows: list[str]
) -> None:
    number = number_of(typed)
    assert number is not None
    assert [row.number for row in nearest(number)] == rows


def test_the_table_is_in_the_order_of_the_book_and_each_row_leads_somewhere_or_says_why_not() -> None:
    assert all(before.last < after.first for before, after in pairwise(SECTIONS))
    for row in SECTIONS:
        assert row.first[:-1] == row.last[:-1]
        assert len(row.below) == row.last[-1] - row.first[-1] + 1
        assert bool(row.places) != bool(row.reason), row.number
        assert row in sections_of(row.first)
        assert row in sections_of(row.last)


@given(st.text() | st.from_regex(r"[0-9.§장 ]*"))
def test_no_text_raises(typed: str) -> None:
    number = number_of(typed)
    if number is not None:
        assert number_of(written(number)) == number
        sections_of(number)
        assert len(nearest(number)) == 3
