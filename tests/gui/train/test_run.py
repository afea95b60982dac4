"""Training through the real Start button with every plot in sight: what each plot holds is what the session
reported, point for point, through pause, step, resume and stop; and nothing moves on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.data import open_data_set
from core.training.events import Evaluation, Iteration, IterationDetail, LayerStatistics, SettingChanged
from core.training.presets import preset
from gui.icons import Icons
from gui.train.push_button import GivingButton
from gui.training_state import State
from gui.widgets.elided_label import ElidedLabel
from tests.gui.train.screen import REGRESSION, SPEC, Screen, pair, settle, type_into


@pytest.fixture
def screen(qtbot: QtBot, icons: Icons) -> Iterator[Screen]:
    made = Screen(qtbot, icons)
    yield made
    made.close()


def equal(shown: tuple[object, object], xs: object, ys: object) -> None:
    """The same points, in the same order, to the last bit."""
    np.testing.assert_array_equal(shown[0], np.asarray(xs, dtype=np.float64))
    np.testing.assert_array_equal(shown[1], np.asarray(ys, dtype=np.float64))


def assert_plots_hold_what_was_reported(screen: Screen) -> None:
    plots, told = screen.workspace.plots, screen.recorder.of
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
    assert note == f"{100 * relu.zero_share:.1f} % are 0 · dead {relu.dead_units} of {relu.units} units"
    changes = [(change.iteration, f"rate {change.new:g}") for change in told(SettingChanged)]
    assert [(mark.x, mark.text) for mark in plots.loss.marks] == changes
    assert [(mark.x, mark.text) for mark in plots.gradients.marks] == changes
    assert [mark.x * 20 for mark in plots.accuracy.marks] == pytest.approx([x for x, _ in changes])


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
    assert_plots_hold_what_was_reported(screen)

    screen.press("step")
    screen.until(State.PAUSED)
    assert screen.iteration == paused_at + 1
    assert_plots_hold_what_was_reported(screen)

    type_into(screen.workspace.training.numbers["learning_rate"], "0.05")
    screen.press("start")  # Resume
    screen.until_iteration(paused_at + 100)
    type_into(screen.workspace.training.numbers["learning_rate"], "0.02")
    screen.qtbot.waitUntil(lambda: len(screen.document.runs[-1].log.changes) == 2)
    screen.press("stop")
    screen.until(State.ENDED)
    assert_plots_hold_what_was_reported(screen)
    changes = screen.recorder.of(SettingChanged)
    assert [(c.name, c.old, c.new) for c in changes] == [
        ("learning_rate", 0.1, 0.05),
        ("learning_rate", 0.05, 0.02),
    ]
    assert changes[0].iteration == paused_at + 2, "the iteration after the step"
    run = screen.document.runs[-1]
    assert run.outcome == "stopped"
    assert screen.recorder.of(Evaluation)[-1].iteration == run.log.last_iteration, "evaluated at the stop"


def test_a_run_to_the_end_holds_everything(screen: Screen) -> None:
    screen.run_to_end()
    assert screen.iteration == 60
    assert_plots_hold_what_was_reported(screen)
    assert [e.epoch for e in screen.recorder.of(Evaluation)] == [0, 1, 2, 3]


def test_one_epoch_goes_to_the_next_evaluation(screen: Screen) -> None:
    screen.press("epoch")
    screen.until(State.PAUSED)
    assert screen.iteration == 20
    assert_plots_hold_what_was_reported(screen)
    screen.press("epoch")
    screen.until(State.PAUSED)
    assert screen.iteration == 40


def test_a_second_run_begins_with_empty_plots(screen: Screen) -> None:
    screen.run_to_end()
    first = screen.workspace.plots.loss.data("loss")
    screen.run_to_end()
    assert_plots_hold_what_was_reported(screen)
    # The same seed: the same numbers.
    equal(screen.workspace.plots.loss.data("loss"), *first)


def test_new_weights_empty_the_plots(screen: Screen) -> None:
    screen.run_to_end()
    screen.press("same_seed")
    assert screen.trainer.state is State.IDLE
    assert len(screen.workspace.plots.loss.data("loss")[0]) == 0
    assert len(screen.workspace.plots.activations.data()[1]) == 0
    assert screen.workspace.controls.figure.number.text() == ""


def test_a_new_seed_is_one_more_and_can_be_undone(screen: Screen) -> None:
    screen.press("new_seed")
    assert screen.workspace.training.numbers["seed"].text() == "1"
    screen.document.undo_stack.undo()
    assert screen.workspace.training.numbers["seed"].text() == "0"


def test_a_regression_shows_its_losses_and_says_why(qtbot: QtBot, icons: Icons) -> None:
    screen = Screen(qtbot, icons, REGRESSION, pair())
    plots = screen.workspace.plots
    assert plots.losses.isVisible()
    assert not plots.accuracy.isVisible()
    assert "a regression has no accuracy" in plots.losses.title.text()
    screen.run_to_end()
    evaluations = screen.recorder.of(Evaluation)
    equal(plots.losses.data("train"), [e.epoch for e in evaluations], [e.train_loss for e in evaluations])
    names = [entry.name for entry in plots.losses.legend.entries]
    assert names == ["training"], "a test set that is not there has no line"
    assert "saturated" in plots.activations.legend.entries[0].name
    assert screen.workspace.controls.figure.name.text() == "training loss"
    screen.close()


def test_a_run_from_a_file_says_what_the_file_does_not_keep(screen: Screen, tmp_path: Path) -> None:
    plots = screen.workspace.plots
    plots.gradients.redraw()
    assert "will be here" in plots.gradients.view.empty_text
    screen.run_to_end()
    checkpoint = screen.document.runs[-1].checkpoint
    assert checkpoint is not None
    screen.document.open(tmp_path / "model.blab", checkpoint)
    for plot in (plots.gradients, plots.activations):
        plot.redraw()
        assert "A model file does not keep" in plot.view.empty_text
    assert len(plots.loss.data("loss")[0]) == 60
    screen.document.set_current_run(None)
    plots.gradients.redraw()
    assert "will be here" in plots.gradients.view.empty_text


# The bar above


def test_the_first_button_starts_pauses_and_goes_on(screen: Screen) -> None:
    start = screen.workspace.controls.buttons.by_name["start"]
    assert start.text() == "Start"
    screen.set(length=1_000_000)
    screen.press("start")
    assert start.text() == "Pause"
    screen.until_iteration(1)
    screen.press("start")
    screen.until(State.PAUSED)
    assert start.text() == "Resume"
    assert "paused" in screen.workspace.controls.progress.label.text()


def test_the_keys_do_what_the_buttons_do(screen: Screen) -> None:
    screen.set(length=1_000_000)
    QTest.keyClick(screen.workspace, Qt.Key.Key_F6)
    screen.until(State.PAUSED)
    assert screen.iteration == 1
    QTest.keyClick(screen.workspace, Qt.Key.Key_F7)
    screen.until(State.PAUSED)
    assert screen.iteration == 20
    QTest.keyClick(screen.workspace, Qt.Key.Key_F5)
    screen.until_iteration(30)
    QTest.keyClick(screen.workspace, Qt.Key.Key_F5)
    screen.until(State.PAUSED)
    QTest.keyClick(screen.workspace, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    screen.until(State.ENDED)
    QTest.keyClick(screen.workspace, Qt.Key.Key_F8)
    assert screen.trainer.state is State.IDLE
    QTest.keyClick(screen.workspace, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert screen.document.experiment.training.seed == 1


def test_the_keys_work_wherever_the_focus_is_while_the_screen_is_seen(screen: Screen) -> None:
    window = QWidget()
    screen.qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    elsewhere = QPushButton()
    layout.addWidget(elsewhere)
    layout.addWidget(screen.workspace)
    window.show()
    window.activateWindow()
    screen.qtbot.waitUntil(window.isActiveWindow)
    elsewhere.setFocus()
    screen.workspace.hide()
    QTest.keyClick(elsewhere, Qt.Key.Key_F6)
    assert screen.trainer.state is State.IDLE, "nobody would see what began"
    screen.workspace.show()
    QTest.keyClick(elsewhere, Qt.Key.Key_F6)
    screen.until(State.PAUSED)
    assert screen.iteration == 1
    screen.workspace.setParent(None)


def test_a_key_takes_along_what_is_being_typed(screen: Screen) -> None:
    batch_size = screen.workspace.training.numbers["batch_size"]
    type_into(batch_size, "50", end=None)
    QTest.keyClick(batch_size, Qt.Key.Key_F6)
    screen.until(State.PAUSED)
    assert screen.document.runs[-1].experiment.training.batch_size == 50
    QTest.keyClick(batch_size, Qt.Key.Key_F8)
    screen.until(State.IDLE)
    type_into(batch_size, "many", end=None)
    QTest.keyClick(batch_size, Qt.Key.Key_F6)
    assert screen.trainer.state is State.IDLE
    assert "“many” is no whole number" in screen.workspace.training.rows["batch_size"].error()


def test_the_keys_stand_in_the_tooltips(screen: Screen) -> None:
    tips = {name: button.toolTip() for name, button in screen.workspace.controls.buttons.by_name.items()}
    for name, key in {"start": "F5", "step": "F6", "epoch": "F7", "stop": "Shift+F5"}.items():
        assert f"({key})" in tips[name]


def test_what_cannot_be_done_is_off_and_says_why(screen: Screen) -> None:
    buttons = screen.workspace.controls.buttons.by_name
    assert {name for name, button in buttons.items() if button.isEnabled()} == {
        "start",
        "step",
        "epoch",
        "same_seed",
        "new_seed",
    }
    assert "No run is under way" in buttons["stop"].toolTip()
    screen.set(length=1_000_000)
    empty = screen.workspace.weights.empty.button
    assert empty.isEnabled()
    screen.press("start")
    assert not empty.isEnabled(), "it says Start, and would pause"
    screen.until_iteration(1)
    for name in ("step", "epoch", "same_seed", "new_seed"):
        assert not buttons[name].isEnabled()
        assert "Pause the run first" in buttons[name].toolTip()
    assert screen.workspace.iteration.empty.button.toolTip() == buttons["step"].toolTip()
    assert "It cannot go on" in buttons["stop"].toolTip()
    screen.press("stop")
    screen.until(State.ENDED)
    assert {name for name, button in buttons.items() if button.isEnabled()} == {
        "start",
        "same_seed",
        "new_seed",
    }
    assert "take new weights first" in buttons["step"].toolTip()


def test_the_progress_is_told_in_words_and_as_a_bar(screen: Screen) -> None:
    controls = screen.workspace.controls
    assert controls.progress.label.text() == "Ready: 60 iterations of 10 examples each, from initial weights."
    screen.press("epoch")
    screen.until(State.PAUSED)
    assert controls.progress.label.text() == "20 / 60 iterations · epoch 1 · paused"
    assert controls.progress.bar.value() == 333
    screen.press("start")
    screen.until(State.ENDED)
    assert controls.progress.label.text() == "60 / 60 iterations · epoch 3 · completed"
    accuracy = screen.document.runs[-1].log.evaluations[-1].test_accuracy
    assert accuracy is not None
    assert controls.figure.number.text() == f"{100 * accuracy:.2f} %"


def test_the_accuracy_is_plotted_and_saved_in_the_unit_of_the_large_figure(
    screen: Screen, tmp_path: Path
) -> None:
    screen.run_to_end()
    plot, figure = screen.workspace.plots.accuracy, screen.workspace.controls.figure
    plot.redraw()
    assert f"{plot.data('test')[1][-1]:.2f} %" == figure.number.text()
    assert plot.view.frame.top == 100.0
    plot.save_csv(tmp_path / "accuracy.csv")
    header, *rows = (tmp_path / "accuracy.csv").read_text(encoding="utf-8-sig").splitlines()
    assert header == "series,epoch,right (%)"
    assert float(rows[-1].split(",")[2]) == plot.data("test")[1][-1]


def test_start_waits_for_data_that_are_being_read(screen: Screen) -> None:
    data = screen.document.data
    screen.document.set_data(None)
    screen.press("start")
    assert "Reading the data" in screen.workspace.controls.progress.label.text()
    screen.document.set_data(data)
    screen.until(State.ENDED)
    assert screen.iteration == 60


@pytest.mark.parametrize("height", [600, 720])
def test_nothing_moves_when_the_state_changes(screen: Screen, height: int) -> None:
    """Through idle, running, paused after a step, stopped: every part keeps its place and size."""
    workspace = screen.workspace
    workspace.resize(1280, height)

    def places() -> dict[str, object]:
        watched: dict[str, QWidget] = {
            **workspace.controls.buttons.by_name,
            "progress": workspace.controls.progress.bar,
            "label": workspace.controls.progress.label,
            "figure": workspace.controls.figure.number,
            "plots": workspace.plots,
            "loss": workspace.plots.loss.view,
            "gradients": workspace.plots.gradients.view,
            "pages": workspace.pages,
            "form": workspace.training,
            "seed": workspace.training.numbers["seed"],
        }
        settle()
        return {
            name: (widget.mapTo(workspace, widget.rect().topLeft()), widget.size())
            for name, widget in watched.items()
        }

    screen.set(length=1_000_000)
    idle = places()
    screen.press("start")
    screen.until_iteration(1)
    assert places() == idle
    screen.press("start")
    screen.until(State.PAUSED)
    assert places() == idle
    screen.press("step")
    screen.until(State.PAUSED)
    assert places() == idle
    screen.press("stop")
    screen.until(State.ENDED)
    assert places() == idle
    for page in (workspace.runs, workspace.evaluation, workspace.iteration):
        workspace.pages.setCurrentWidget(page)
        assert places() == idle


@pytest.mark.parametrize(("width", "height"), [(1294, 710), (1208, 742)])
def test_the_parts_are_whole_in_a_small_window(screen: Screen, width: int, height: int) -> None:
    """What is left of 1366×768 and 1280×800 by rail, menus and status bar: nothing is pushed out of the
    workspace, and no button is cut."""
    workspace = screen.workspace
    workspace.resize(1848, 1022)
    settle()
    workspace.resize(width, height)
    settle()
    for widget in (
        workspace.controls,
        workspace.plots,
        workspace.pages,
        workspace.network,
        workspace.training,
    ):
        corner = widget.mapTo(workspace, widget.rect().bottomRight())
        assert workspace.rect().contains(corner), type(widget).__name__
    for button in workspace.controls.buttons.by_name.values():
        assert button.shown_text() == button.text()  # type: ignore[attr-defined]


def test_a_button_gives_up_its_padding_then_its_text(screen: Screen) -> None:
    button = screen.workspace.controls.buttons.by_name["same_seed"]
    assert isinstance(button, GivingButton)
    hint = button.sizeHint().width()
    shown = {}
    for width in (hint, hint - 8, hint - 36, GivingButton.minimumSizeHint(button).width()):
        button.resize(width, button.height())
        shown[hint - width] = button.shown_text()
    full, tight, none, icon = shown.values()
    assert full == tight == "New weights"
    assert none == icon == ""
    assert icon == ""


def test_the_choice_of_a_layer_comes_with_its_histogram(screen: Screen) -> None:
    plot = screen.workspace.plots.activations
    place = plot.title.geometry()
    assert not plot.layer.isVisible()
    screen.press("step")
    screen.until(State.PAUSED)
    assert plot.layer.isVisible()
    assert plot.layer.word == "ReLU 1"
    assert plot.title.geometry() == place
    screen.press("same_seed")
    screen.until(State.IDLE)
    assert not plot.layer.isVisible()


# One iteration


def test_one_step_is_told_in_four_steps(screen: Screen) -> None:
    screen.press("step")
    screen.until(State.PAUSED)
    page = screen.workspace.iteration
    assert screen.workspace.pages.currentWidget() is page
    (detail,) = screen.recorder.of(IterationDetail)
    batch, gradient, update, loss = page.columns
    assert batch.title.text() == "1  Mini-batch"
    assert batch.sentence.text() == "iteration 1: 10 of 200, drawn at random"
    names = screen.document.data.class_names if screen.document.data is not None else ()
    assert page.images.labels == [names[label] for label in detail.targets]
    assert [name for name, _ in gradient.rows] == list(SPEC.parameter_shapes())
    w1 = detail.gradient_rms["W1"]
    assert float(gradient.rows[0][1].replace("−", "-")) == pytest.approx(w1, rel=1e-2)
    assert update.rows[0][1].startswith("0.1 × ")
    step = update.rows[0][1].split(" = ")[1]
    assert float(step.replace("−", "-")) == pytest.approx(detail.update_rms["W1"], rel=1e-2)
    assert float(loss.rows[0][1]) == pytest.approx(detail.loss_before, rel=1e-5)
    assert float(loss.rows[1][1]) == pytest.approx(detail.loss_after, rel=1e-5)


def test_a_step_is_told_with_the_settings_in_force(screen: Screen) -> None:
    screen.set(length=1_000_000)
    screen.press("step")
    screen.until(State.PAUSED)
    update = screen.workspace.iteration.columns[2]
    assert update.rows[0][1].startswith("0.1 × ")
    type_into(screen.workspace.training.numbers["weight_decay"], "0.5")
    screen.press("step")
    screen.qtbot.waitUntil(lambda: screen.trainer.state is State.PAUSED and screen.iteration == 2)
    assert "×" not in update.rows[0][1], "with weight decay the step is not the rate times the gradient"


def test_each_number_of_a_step_keeps_its_short_name(qtbot: QtBot, icons: Icons) -> None:
    screen = Screen(qtbot, icons, preset("deep-sigmoid").experiment, open_data_set("random-pair"))
    screen.workspace.resize(1294, 710)
    screen.press("step")
    screen.until(State.PAUSED)
    settle()
    update = screen.workspace.iteration.columns[2]
    labels = update.findChildren(ElidedLabel)
    names = [label for label in labels if label.text() in dict(update.rows)]
    assert len(names) == 14
    assert all(label.shown_text() == label.text() for label in names)
    screen.close()


def test_a_step_of_another_optimizer_and_of_numbers(qtbot: QtBot, icons: Icons) -> None:
    screen = Screen(qtbot, icons, REGRESSION, pair())
    config = screen.document.experiment.training
    choice = screen.workspace.training.choices["optimizer"]
    choice.chosen.emit("adam")
    assert config != screen.document.experiment.training
    screen.press("step")
    screen.until(State.PAUSED)
    page = screen.workspace.iteration
    assert not page.images.isVisible()
    assert page.columns[0].rows[0][1].startswith("→ ")
    assert "Adam" in page.columns[2].sentence.text()
    screen.close()


def test_steps_of_an_older_run_are_forgotten(screen: Screen) -> None:
    screen.press("step")
    screen.until(State.PAUSED)
    screen.press("same_seed")
    screen.qtbot.waitUntil(lambda: screen.trainer.state is State.IDLE)
    assert screen.workspace.iteration.detail is None
    assert screen.workspace.iteration.empty.isVisible()
