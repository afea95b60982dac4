"""What the table of runs tells of one: its configuration, its threads, its evaluations."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from core.training.checkpoint import Checkpoint
from gui.document.run import Run
from gui.train.runs.summary import RunSummary
from gui.trainer.trainer import Trainer
from tests.gui.trainer.conftest import document, trainer  # noqa: F401
from tests.gui.trainer.runs import until_ended


def details(run: Run) -> list[str]:
    return RunSummary().whole(run).splitlines()


def held(run: Run) -> Checkpoint:
    assert run.checkpoint is not None
    return run.checkpoint


def test_threads_and_evaluations(qtbot: QtBot, trainer: Trainer) -> None:  # noqa: F811
    until_ended(qtbot, trainer, trainer.start)
    (run,) = trainer.document.runs
    share = run.log.evaluation_share
    assert share is not None
    assert details(run)[-2:] == ["Threads: 1", f"Evaluations: {100 * share:.0f} % of the time"]
    run.checkpoint = replace(held(run), threads={1: 9, 2: 1_051})
    assert details(run)[-2] == (
        "Threads: 1 (9 iterations), 2 (1,051 iterations); with 2 alone the run can be repeated bit for bit"
    )
    run.checkpoint = replace(held(run), threads={})
    assert not any(line.startswith("Threads") for line in details(run))
