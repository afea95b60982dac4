"""Records from plain dictionaries: each value is of its field's type, or it is refused."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import pytest

from core.records import record


@dataclass(frozen=True, slots=True)
class Point:
    name: str
    count: int = 1
    share: float | None = None
    rows: tuple[tuple[float, ...], ...] = ()
    is_open: bool = False
    size: int | float | str = 0


def test_values_of_the_right_type_are_taken_and_the_rest_keeps_its_default() -> None:
    assert record(Point, {"name": "a"}) == Point("a")
    values = {"name": "a", "count": 2, "share": None, "rows": ((1.0,),), "is_open": True}
    assert record(Point, values) == Point("a", 2, None, ((1.0,),), True)


def test_a_whole_number_may_stand_for_a_float() -> None:
    point = record(Point, {"name": "a", "share": 3})
    assert isinstance(point.share, float)
    assert point.share == 3.0


@pytest.mark.parametrize("size", [3, 3.5, "large"])
def test_where_whole_numbers_and_others_may_stand_each_stays_what_it_is(size: float | str) -> None:
    point = record(Point, {"name": "a", "size": size})
    assert point.size == size
    assert type(point.size) is type(size)


@pytest.mark.parametrize(
    "values",
    [
        {"name": None},
        {"name": 1},
        {"name": "a", "count": 2.0},
        {"name": "a", "count": math.nan},
        {"name": "a", "count": "2"},
        {"name": "a", "count": True},
        {"name": "a", "count": None},
        {"name": "a", "share": "0.5"},
        {"name": "a", "share": False},
        {"name": "a", "rows": [[1.0]]},
        {"name": "a", "is_open": 1},
        {"name": "a", "size": True},
        {"name": "a", "other": 1},
        {},
    ],
    ids=str,
)
def test_anything_else_is_a_type_error(values: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        record(Point, values)


def test_what_is_longer_than_any_setting_is_refused_without_being_told() -> None:
    for values in ({"name": "a" * 10_001}, {"name": "a", "count": 10**400}, {"name": "a", "size": -(10**37)}):
        with pytest.raises((ValueError, OverflowError), match=r"^\w+ (has more than|is a number of too)"):
            record(Point, values)
    with pytest.raises(TypeError) as caught:
        record(Point, {"name": ["a" * 10_000] * 100, "count": 1})
    assert len(str(caught.value)) < 300
    with pytest.raises(TypeError) as caught:
        record(Point, {"a" * 100_000: 1})
    assert len(str(caught.value)) < 300
    assert record(Point, {"name": "a" * 10_000, "count": 10**36}).count == 10**36


def test_a_number_too_large_for_a_float_is_said() -> None:
    with pytest.raises(OverflowError):
        record(Point, {"name": "a", "share": 10**400})
