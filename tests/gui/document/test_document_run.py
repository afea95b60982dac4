"""What a run keeps: a log that holds all that was reported."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.training.events import LayerDied, SettingChanged
from core.training.presets import preset
from core.training.settings import with_settings
from gui.document.report import Report
from gui.document.run import Run, RunLog
from tests.core.training.small_data import session, until


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


def test_the_log_of_an_ended_run_reads_the_losses_where_its_network_has_them() -> None:
    log, losses = RunLog(), np.array([0.5, np.nan])
    log.extend(Report(1, np.array([1, 2]), losses))
    log.share(np.array([0.5, 0.4]))  # those of another run
    assert np.isnan(log.losses[1])
    assert not np.shares_memory(log.losses, losses)
    log.share(losses)
    assert np.shares_memory(log.losses, losses)
    log.extend(Report(1, np.array([3]), np.array([0.3])))
    np.testing.assert_array_equal(log.losses, [0.5, np.nan, 0.3])
    assert len(losses) == 2


def test_an_empty_log_stands_at_iteration_0() -> None:
    assert RunLog().last_iteration == 0


@pytest.mark.parametrize("moment", ["its start", "its end"])
def test_a_run_knows_what_was_in_force_whenever_its_experiment_is_of(moment: str) -> None:
    changes = (
        SettingChanged(3, "learning_rate", 0.1, 0.2),
        SettingChanged(5, "sampling", "random", "shuffled"),
        SettingChanged(5, "learning_rate", 0.2, 0.3),
    )
    experiment = preset("two-layer").experiment
    start = with_settings(experiment.training, {"learning_rate": 0.1, "sampling": "random"})
    end = with_settings(start, {"learning_rate": 0.3, "sampling": "shuffled"})
    training = start if moment == "its start" else end
    run = Run(1, "run", replace(experiment, training=training), 10)
    run.log.changes.extend(changes)
    assert run.in_force(2) == start
    assert run.in_force(3) == run.in_force(4) == with_settings(start, {"learning_rate": 0.2})
    assert run.in_force(5) == run.in_force(99) == end


def test_the_run_of_a_file_has_its_changes_and_its_true_length() -> None:
    one = session(iterations=9)
    until(one, 2)
    one.change("learning_rate", 0.2)
    until(one, 4)
    run = Run.of_checkpoint(1, "file", one.checkpoint())
    assert run.log.changes == [SettingChanged(3, "learning_rate", 0.1, 0.2)]
    assert (run.total_iterations, run.outcome, run.log.last_iteration) == (9, "stopped", 4)
    list(one.events())
    assert Run.of_checkpoint(1, "file", one.checkpoint()).outcome == "completed"
