"""What a run keeps: a log that holds all that was reported."""

from __future__ import annotations

import numpy as np
import pytest

from core.training.events import LayerDied, SettingChanged
from gui.document.report import Report
from gui.document.run import RunLog


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
