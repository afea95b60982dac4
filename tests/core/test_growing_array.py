"""An array that grows: it holds all that was appended, and nobody writes into it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.growing_array import GrowingArray


@given(st.lists(st.lists(st.floats(allow_nan=False), max_size=700), max_size=12))
def test_a_growing_array_holds_what_was_appended(parts: list[list[float]]) -> None:
    array = GrowingArray(np.float64)
    for part in parts:
        array.extend(np.array(part, dtype=np.float64))
    assert array.values.tolist() == [value for part in parts for value in part]


def test_what_was_read_before_does_not_change_when_the_array_grows() -> None:
    array = GrowingArray(np.int64)
    array.extend(np.arange(1_000))
    before = array.values
    array.extend(np.arange(5_000))
    assert before.tolist() == list(range(1_000))


def test_one_by_one_is_the_same_as_at_once() -> None:
    one, other = GrowingArray(np.float64), GrowingArray(np.float64)
    numbers = np.arange(1_000.0)
    for value in numbers.tolist():
        one.append(value)
    other.extend(numbers)
    assert one.values.tolist() == other.values.tolist()


def test_one_that_begins_with_an_array_shares_it_until_it_grows() -> None:
    begun = np.arange(300.0)
    begun.flags.writeable = False
    array = GrowingArray.of(begun)
    array.extend(np.array([]))
    assert np.shares_memory(array.values, begun)
    array.append(300.0)
    assert not np.shares_memory(array.values, begun)
    assert array.values.tolist() == list(range(301))
    assert begun.tolist() == list(range(300))


def test_nobody_writes_into_what_was_appended() -> None:
    array = GrowingArray(np.float64)
    array.append(1.0)
    with pytest.raises(ValueError, match="read-only"):
        array.values[0] = 2.0
