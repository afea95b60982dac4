"""Training through the real Start button with every plot in sight: what each plot holds is what the session
reported, point for point, through pause, step, resume and stop."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.training.config import Experiment
from core.training.events import Evaluation, Iteration, LayerStatistics, SettingChanged
from core.training.session import TrainingSession
from core.training.settings import Setting, with_settings
from gui.document.change import State
from gui.document.document import Document
from gui.train.plots.panel import PlotsPanel
from gui.train.runs.summary import RunSummary
from tests.core.training.small_data import until
from tests.gui.train.screen import (
    CONFIG,
    REGRESSION,
    SPEC,
    Desk,
    FormScreen,
    MakePart,
    Screen,
    images,
    pair,
    plots,
    type_into,
)


def equal(shown: tuple[object, object], xs: object, ys: object) -> None:
    """The same points, in the same order, to the last bit."""
    np.testing.assert_array_equal(shown[0], np.asarray(xs, dtype=np.float64))
    np.testing.assert_array_equal(shown[1], np.asarray(ys, dtype=np.float64))


def assert_plots_hold_what_was_reported(screen: Desk, plots: PlotsPanel) -> None:
    told = screen.recorder.of
    iterations = told(Iteration)
    equal(plots.loss.data("loss"), [e.iteration for e in iterations], [e.loss for e in iterations])
    evaluations = told(Evaluation)
    epochs = [e.epoch for e in evaluations]
    equal(plots.accuracy.data("train"), epochs, [100 * e.train_accuracy for e in evaluations])
    equal(plots.accuracy.data("test"), epochs, [100 * e.test_accuracy for e in evaluations])
    equal(plots.losses.data("train"), epochs, [e.train_loss for e in evaluations])
    equal(plots.losses.data("test"), epochs, [e.test_loss for e in evaluations])
    looks = told(LayerStatistics)
    for name in ("Affine 1", "Affine 2"):
        rms = [look.gradient_rms[name] for look in looks]
        equal(plots.gradients.data(name), [look.iteration for look in looks], rms)
    (relu,) = looks[-1].activations
    edges, counts = plots.activations.data()
    np.testing.assert_array_equal(counts, relu.counts)
    assert (edges[0], edges[-1], len(edges)) == (relu.low, relu.high, len(relu.counts) + 1)
    (note,) = (entry.name for entry in plots.activations.legend.entries)
    assert note == f"{100 * relu.zero_share:.1f} % are 0 · {relu.dead_units} of {relu.units} dead"
    changes = [(change.iteration, f"rate {change.new:g}") for change in told(SettingChanged)]
    assert [(mark.x, mark.text) for mark in plots.loss.marks] == changes
    assert [(mark.x, mark.text) for mark in plots.gradients.marks] == changes
    assert [mark.x * 20 for mark in plots.accuracy.marks] == pytest.approx([x for x, _ in changes])


def assert_losses_stand_once(screen: Desk, plots: PlotsPanel) -> None:
    """Session, log and plot, and the network of an ended run, read one array; so do log and plot that of the
    gradients."""
    session, run = screen.recorder.sessions[-1], screen.document.runs[-1]
    readers = [run.log.losses, plots.loss._series["loss"].y]
    if run.checkpoint is not None:
        readers.append(run.checkpoint.losses)
    for losses in readers:
        assert losses.ctypes.data == session.losses.ctypes.data
        assert len(losses) == session.iteration
    gradients = plots.gradients._series["Affine 1"].y
    assert gradients.ctypes.data == run.log.gradients.rms("Affine 1").ctypes.data


def test_every_plot_holds_exactly_what_the_session_reported(screen: Screen) -> None:
    screen.set(length=1_000_000)
    plots = screen.workspace.plots
    for plot in (plots.loss, plots.accuracy, plots.gradients, plots.activations):
        assert plot.isVisible()
        assert plot.can_be_seen()

    screen.press("start")
    screen.until_iteration(50)
    screen.press("start")  # it says Pause now
    screen.until(State.PAUSED)
    paused_at = screen.iteration
    assert_plots_hold_what_was_reported(screen, plots)
    assert_losses_stand_once(screen, plots)

    screen.press("step")
    screen.until(State.PAUSED)
    assert screen.iteration == paused_at + 1
    assert_plots_hold_what_was_reported(screen, plots)

    type_into(screen.workspace.training.numbers["learning_rate"], "0.05")
    screen.press("start")  # Resume
    screen.until_iteration(paused_at + 100)
    type_into(screen.workspace.training.numbers["learning_rate"], "0.02")
    screen.qtbot.waitUntil(lambda: len(screen.document.runs[-1].log.changes) == 2)
    screen.press("stop")
    screen.until(State.ENDED)
    assert_plots_hold_what_was_reported(screen, plots)
    changes = screen.recorder.of(SettingChanged)
    assert [(c.name, c.old, c.new) for c in changes] == [
        ("learning_rate", 0.1, 0.05),
        ("learning_rate", 0.05, 0.02),
    ]
    assert changes[0].iteration == paused_at + 2, "the iteration after the step"
    run = screen.document.runs[-1]
    assert run.outcome == "stopped"
    assert screen.recorder.of(Evaluation)[-1].iteration == run.log.last_iteration, "evaluated at the stop"


def test_a_run_to_the_end_holds_everything(parts: MakePart) -> None:
    screen = parts(plots)
    screen.run_to_end()
    assert screen.iteration == 60
    assert_plots_hold_what_was_reported(screen, screen.part)
    assert [e.epoch for e in screen.recorder.of(Evaluation)] == [0, 1, 2, 3]
    assert_losses_stand_once(screen, screen.part)


def test_one_epoch_goes_to_the_next_evaluation(parts: MakePart) -> None:
    screen = parts(plots)
    screen.press("epoch")
    screen.until(State.PAUSED)
    assert screen.iteration == 20
    assert_plots_hold_what_was_reported(screen, screen.part)
    screen.press("epoch")
    screen.until(State.PAUSED)
    assert screen.iteration == 40


def test_the_curve_of_a_part_of_the_training_set_says_so(parts: MakePart) -> None:
    screen = parts(plots)
    accuracy = screen.part.accuracy
    assert "training" in [entry.name for entry in accuracy.legend.entries]
    screen.set(evaluate_on=30)
    screen.run_to_end()
    assert "training, 30 examples" in [entry.name for entry in accuracy.legend.entries]


def test_a_second_run_begins_with_empty_plots(parts: MakePart) -> None:
    screen = parts(plots)
    screen.run_to_end()
    first = screen.part.loss.data("loss")
    screen.press("same_seed")
    screen.run_to_end()
    assert_plots_hold_what_was_reported(screen, screen.part)
    # The same seed: the same numbers.
    equal(screen.part.loss.data("loss"), *first)


def test_a_run_that_is_continued_goes_on_in_its_plots(parts: MakePart) -> None:
    screen = parts(plots)
    screen.run_to_end()
    buttons = screen.controls.buttons
    assert buttons.by_name["start"].text() == "Continue"
    screen.set_rate(0.05)
    assert buttons.by_name["start"].text() == "Continue"
    screen.run_to_end()
    (run,) = screen.document.runs
    assert run.log.last_iteration == 120
    equal(screen.part.loss.data("loss"), np.arange(1, 121), run.log.losses)
    assert [change.iteration for change in run.log.changes] == [61]
    screen.document.edit_training(replace(screen.document.experiment.training, seed=5), "Seed")
    assert buttons.by_name["start"].text() == "New run"


def test_focus_stays_on_the_button_that_pauses_and_goes_on(screen: Screen) -> None:
    screen.set(length=10_000)
    start = screen.workspace.controls.buttons.by_name["start"]
    start.setFocus()
    for state in (State.RUNNING, State.PAUSED, State.RUNNING, State.PAUSED):
        QTest.keyClick(screen.workspace.focusWidget() or screen.workspace, Qt.Key.Key_Space)
        screen.until(state)
        assert start.hasFocus()
    assert len(screen.document.runs) == 1
    screen.press("stop")
    screen.until(State.ENDED)


def test_it_is_said_whose_layers_are_shown_while_another_network_trains(form_screen: FormScreen) -> None:
    screen = form_screen
    screen.set(length=10_000)
    title = screen.form.network.title
    screen.press("start")
    screen.until_iteration(1)
    assert title.text() == "Network"
    layers = (replace(SPEC.layers[0], units=16), *SPEC.layers[1:])
    screen.document.edit_network(SPEC.with_layers(layers), "Units")
    assert title.text() == "Next run"
    assert "The run under way trains another network: 36-8-3." in title.toolTip()
    screen.press("stop")
    screen.until(State.ENDED)
    assert title.text() == "Network"


def test_new_weights_empty_the_plots(parts: MakePart) -> None:
    screen = parts(plots)
    screen.run_to_end()
    screen.press("same_seed")
    assert screen.trainer.state is State.IDLE
    assert len(screen.part.loss.data("loss")[0]) == 0
    assert len(screen.part.activations.data()[1]) == 0
    assert screen.controls.figure.number.text() == ""


def test_a_new_seed_is_one_more_and_can_be_undone(form_screen: FormScreen) -> None:
    seed = form_screen.form.training.numbers["seed"]
    form_screen.press("new_seed")
    assert seed.text() == "1"
    form_screen.document.undo_stack.undo()
    assert seed.text() == "0"


def test_a_regression_shows_its_losses_and_says_why(parts: MakePart) -> None:
    screen = parts(plots, REGRESSION, pair())
    panel = screen.part
    assert panel.losses.isVisible()
    assert not panel.accuracy.isVisible()
    assert "a regression has no accuracy" in panel.losses.title.text()
    screen.run_to_end()
    evaluations = screen.recorder.of(Evaluation)
    equal(panel.losses.data("train"), [e.epoch for e in evaluations], [e.train_loss for e in evaluations])
    names = [entry.name for entry in panel.losses.legend.entries]
    assert names == ["training"], "a test set that is not there has no line"
    assert "saturated" in panel.activations.legend.entries[0].name
    assert screen.controls.figure.name.text() == "training loss"


def test_a_run_from_a_file_says_what_the_file_does_not_keep(parts: MakePart, tmp_path: Path) -> None:
    screen = parts(plots)
    panel = screen.part
    panel.gradients.redraw()
    assert "This will show how large the gradient of each layer is" in panel.gradients.view.empty_text
    screen.run_to_end()
    checkpoint = screen.document.runs[-1].checkpoint
    assert checkpoint is not None
    screen.document.open(tmp_path / "model.blab", checkpoint)
    for plot in (panel.gradients, panel.activations):
        plot.redraw()
        assert "A model file does not keep" in plot.view.empty_text
    assert len(panel.loss.data("loss")[0]) == 60
    screen.document.set_current_run(None)
    panel.gradients.redraw()
    assert "This will show how large the gradient of each layer is" in panel.gradients.view.empty_text


def test_the_accuracy_is_plotted_and_saved_in_the_unit_of_the_large_figure(
    parts: MakePart, tmp_path: Path
) -> None:
    screen = parts(plots)
    screen.run_to_end()
    plot, figure = screen.part.accuracy, screen.controls.figure
    plot.redraw()
    assert f"{plot.data('test')[1][-1]:.2f} %" == figure.number.text()
    assert plot.view.frame.top == 100.0
    plot.save_csv(tmp_path / "accuracy.csv")
    header, *rows = (tmp_path / "accuracy.csv").read_text(encoding="utf-8-sig").splitlines()
    assert header == "series,epoch,right (%)"
    assert float(rows[-1].split(",")[2]) == plot.data("test")[1][-1]


def test_an_opened_run_shows_every_setting_that_was_edited_on_the_way(parts: MakePart) -> None:
    screen = parts(plots)
    data = images()
    one = TrainingSession(Experiment(SPEC, CONFIG), data)
    until(one, 4)
    edits: dict[str, Setting] = {"batch_size": 20, "sampling": "shuffled", "optimizer": "adam"}
    edits |= {"learning_rate": 0.01, "beta1": 0.8, "schedule": "cosine", "floor": 0.1}
    edits |= {"epsilon": 1e-7, "fold_bias_correction": True}
    experiment = Experiment(SPEC, with_settings(CONFIG, edits))
    again = TrainingSession.of_checkpoint(one.checkpoint(), data, experiment)
    until(again, 6)
    screen.document.open(Path("a.blab"), again.checkpoint())
    assert [(mark.x, mark.text) for mark in screen.part.loss.marks] == [
        (5, "Batch size 20"),
        (5, "Batches drawn shuffled epochs"),
        (5, "Optimizer Adam"),
        (5, "rate 0.01"),
        (5, "1st moment decay β₁ 0.8"),
        (5, "Epsilon ε 1e−7"),
        (5, "Bias correction in the rate"),
        (5, "Rate schedule cosine"),
        (5, "Last share of the rate 0.1"),
    ]
    assert RunSummary().optimizer_of(screen.document.runs[0]) == "SGD 0.1 → Adam 0.01"


def test_the_list_of_runs_tells_a_rate_that_was_changed() -> None:
    one = TrainingSession(Experiment(SPEC, CONFIG), images())
    until(one, 4)
    experiment = Experiment(SPEC, with_settings(CONFIG, {"learning_rate": 0.5}))
    again = TrainingSession.of_checkpoint(one.checkpoint(), images(), experiment)
    until(again, 6)
    document = Document(experiment)
    run = document.open(Path("a.blab"), again.checkpoint())
    assert RunSummary().optimizer_of(run) == "SGD 0.1 → 0.5"
