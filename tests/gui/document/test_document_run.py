"""What a run keeps: arrays that grow, and a log that holds all that was reported."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.events import LayerDied, SettingChanged
from gui.document.report import Report
from gui.document.run import GrowingArray, RunLog


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


def test_nobody_can_write_into_a_log() -> None:
    log = RunLog()
    log.extend(Report(1, np.array([1]), np.array([0.5])))
    with pytest.raises(ValueError, match="read-only"):
        log.losses[0] = 1.0


def test_a_log_keeps_every_kind_of_event_in_order() -> None:
    log = RunLog()
    change, died = SettingChanged(2, "learning_rate", 0.1, 0.2), LayerDied(3, "ReLU 1")
    log.extend(Report(1, np.array([1]), np.array([0.5]), changes=(change,)))
    log.extend(Report(1, np.array([2, 3]), np.array([0.4, 0.3]), died=(died,)))
    assert log.iterations.tolist() == [1, 2, 3]
    assert log.losses.tolist() == [0.5, 0.4, 0.3]
    assert log.changes == [change]
    assert log.died == [died]
    assert log.last_iteration == 3


def test_an_empty_log_stands_at_iteration_0() -> None:
    assert RunLog().last_iteration == 0
