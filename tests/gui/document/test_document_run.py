"""What a run keeps: a log that holds all that was reported."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from core.growing_array import GrowingArray
from core.training.events import LayerDied, LayerStatistics, SettingChanged
from core.training.presets import preset
from core.training.settings import with_settings
from gui.document.report import Report
from gui.document.run import Run, RunLog
from tests.core.training.small_data import session, until


def session_losses(*values: float) -> NDArray[np.float64]:
    """As a session has them."""
    losses = GrowingArray(np.float64)
    losses.extend(np.array(values))
    return losses.values


def test_nobody_can_write_into_a_log() -> None:
    log = RunLog()
    log.extend(Report(1, session_losses(0.5), 1))
    with pytest.raises(ValueError, match="read-only"):
        log.losses[0] = 1.0


def test_a_log_keeps_every_kind_of_event_in_order() -> None:
    log = RunLog()
    change, died = SettingChanged(2, "learning_rate", 0.1, 0.2), LayerDied(3, "ReLU 1")
    log.extend(Report(1, session_losses(0.5), 1, changes=(change,)))
    log.extend(Report(1, session_losses(0.5, 0.4, 0.3), 2, died=(died,)))
    assert log.losses.tolist() == [0.5, 0.4, 0.3]
    assert log.changes == [change]
    assert log.died == [died]
    assert log.last_iteration == 3


def test_a_log_reads_the_losses_where_the_session_has_them_and_keeps_numbers_of_its_looks_inside() -> None:
    log, one = RunLog(), session(iterations=400)
    looks = [event for event in one.events() if isinstance(event, LayerStatistics)]
    log.extend(Report(1, one.losses, 400, statistics=tuple(looks)))
    assert np.shares_memory(log.losses, one.checkpoint().losses)
    assert log.gradients.iterations.tolist() == [look.iteration for look in looks]
    assert log.gradients.rms("Affine 1").tolist() == [look.gradient_rms["Affine 1"] for look in looks]
    assert log.activations is looks[-1].activations
    assert len(log.gradients.rms("of a file, which has none")) == 0


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
