"""What the table of runs tells of one: its configuration, its threads, its evaluations."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from core.nn.optimizers import OptimizerSpec
from core.training.config import Experiment
from gui.document.document import Document
from gui.document.run import Run
from gui.train.runs.summary import RunSummary
from tests.gui.train.screen import CONFIG, SPEC, MakePart, nothing, runs


def details(run: Run) -> list[str]:
    return RunSummary().whole(run).splitlines()


def test_threads_and_evaluations(parts: MakePart) -> None:
    screen = parts(nothing)
    screen.run_to_end()
    (run,) = screen.document.runs
    share, checkpoint = run.log.evaluation_share, run.checkpoint
    assert share is not None
    assert checkpoint is not None
    assert details(run)[-2:] == ["Threads: 1", f"Evaluations: {100 * share:.0f} % of the time"]
    run.checkpoint = replace(checkpoint, threads={1: 9, 2: 1_051})
    assert details(run)[-2] == (
        "Threads: 1 (9 iterations), 2 (1,051 iterations); with 2 alone the run can be repeated bit for bit"
    )
    run.checkpoint = replace(checkpoint, threads={})
    assert not any(line.startswith("Threads") for line in details(run))


def test_a_part_of_the_training_set_is_said() -> None:
    experiment = Experiment(SPEC, CONFIG)
    document = Document(experiment)
    assert not any(line.startswith("Evaluate on") for line in details(document.add_run(experiment, 60)))
    part = replace(experiment, training=replace(experiment.training, evaluate_on=10_000))
    assert "Evaluate on: 10,000" in details(document.add_run(part, 60))


def test_the_table_of_runs_tells_the_constants(parts: MakePart) -> None:
    screen = parts(runs)
    screen.set(optimizer=OptimizerSpec("adam", 0.001, beta2=0.99, fold_bias_correction=True))
    screen.run_to_end()
    model = screen.part.model
    tip = model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert "Adam 0.001 (β₁ 0.9 · β₂ 0.99 · ε 1e−8, bias correction in the rate)" in tip
