"""An array that grows: it holds all that was appended, and nobody writes into it."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gui.growing_array import GrowingArray


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
