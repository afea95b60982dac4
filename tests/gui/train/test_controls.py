"""The bar above the plots: buttons, keys and figures in every state of a run. Nothing moves meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gui.document.change import State
from gui.widgets.fields.push_button import GivingButton
from tests.gui.train.screen import FormScreen, Screen, settle, type_into


def test_the_first_button_starts_pauses_and_goes_on(form_screen: FormScreen) -> None:
    start = form_screen.controls.buttons.by_name["start"]
    assert start.text() == "Start"
    form_screen.set(length=1_000_000)
    form_screen.press("start")
    assert start.text() == "Pause"
    form_screen.until_iteration(1)
    form_screen.press("start")
    form_screen.until(State.PAUSED)
    assert start.text() == "Resume"
    assert "paused" in form_screen.controls.progress.label.text()


def test_the_keys_do_what_the_buttons_do(form_screen: FormScreen) -> None:
    form_screen.set(length=1_000_000)
    QTest.keyClick(form_screen.widget, Qt.Key.Key_F6)
    form_screen.until(State.PAUSED)
    assert form_screen.iteration == 1
    QTest.keyClick(form_screen.widget, Qt.Key.Key_F7)
    form_screen.until(State.PAUSED)
    assert form_screen.iteration == 20
    QTest.keyClick(form_screen.widget, Qt.Key.Key_F5)
    form_screen.until_iteration(30)
    QTest.keyClick(form_screen.widget, Qt.Key.Key_F5)
    form_screen.until(State.PAUSED)
    QTest.keyClick(form_screen.widget, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    form_screen.until(State.ENDED)
    QTest.keyClick(form_screen.widget, Qt.Key.Key_F8)
    assert form_screen.trainer.state is State.IDLE
    QTest.keyClick(form_screen.widget, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert form_screen.document.experiment.training.seed == 1


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


def test_a_key_takes_along_what_is_being_typed(form_screen: FormScreen) -> None:
    batch_size = form_screen.form.training.numbers["batch_size"]
    type_into(batch_size, "50", end=None)
    QTest.keyClick(batch_size, Qt.Key.Key_F6)
    form_screen.until(State.PAUSED)
    assert form_screen.document.runs[-1].experiment.training.batch_size == 50
    QTest.keyClick(batch_size, Qt.Key.Key_F8)
    form_screen.until(State.IDLE)
    type_into(batch_size, "many", end=None)
    QTest.keyClick(batch_size, Qt.Key.Key_F6)
    assert form_screen.trainer.state is State.IDLE
    assert "“many” is not a whole number" in form_screen.form.training.rows["batch_size"].error()


def test_the_keys_stand_in_the_tooltips(form_screen: FormScreen) -> None:
    tips = {name: button.toolTip() for name, button in form_screen.controls.buttons.by_name.items()}
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
    assert "Continue goes on from there" in buttons["stop"].toolTip()
    screen.press("stop")
    screen.until(State.ENDED)
    assert {name for name, button in buttons.items() if button.isEnabled()} == {
        "start",
        "step",
        "epoch",
        "same_seed",
        "new_seed",
    }
    assert "take new weights first" in buttons["start"].toolTip()


def test_the_progress_is_told_in_words_and_as_a_bar(form_screen: FormScreen) -> None:
    controls = form_screen.controls
    assert controls.progress.label.text() == "Ready: 60 iterations of 10 examples each, from initial weights."
    form_screen.press("epoch")
    form_screen.until(State.PAUSED)
    assert controls.progress.label.text() == "20 / 60 iterations · epoch 1 · paused"
    assert controls.progress.bar.value() == 333
    form_screen.press("start")
    form_screen.until(State.ENDED)
    assert controls.progress.label.text() == "60 / 60 iterations · epoch 3 · completed"
    accuracy = form_screen.document.runs[-1].log.evaluations[-1].test_accuracy
    assert accuracy is not None
    assert controls.figure.number.text() == f"{100 * accuracy:.2f} %"


def test_start_waits_for_data_that_are_being_read(form_screen: FormScreen) -> None:
    data = form_screen.document.data
    form_screen.document.set_data(None)
    form_screen.press("start")
    assert "Reading the data" in form_screen.controls.progress.label.text()
    form_screen.document.set_data(data)
    form_screen.until(State.ENDED)
    assert form_screen.iteration == 60


@pytest.mark.parametrize("height", [600, 720])
def test_nothing_moves_when_the_state_changes(screen: Screen, height: int) -> None:
    """The states are idle, running, paused after a step, stopped: every part keeps its place and size."""
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
        assert button.shown_text() == button.text()


def test_a_button_gives_up_its_padding_then_its_text(form_screen: FormScreen) -> None:
    button = form_screen.controls.buttons.by_name["same_seed"]
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


def test_every_word_of_the_first_button_has_room(form_screen: FormScreen) -> None:
    start = form_screen.controls.buttons.by_name["start"]
    for word in form_screen.run_menu.start_words():
        start.setText(word)
        assert start.shown_text() == word


def test_only_the_last_buttons_are_icons(form_screen: FormScreen) -> None:
    for width in range(1000, 1400, 6):
        form_screen.widget.resize(width, 700)
        settle()
        texts = [button.shown_text() for button in form_screen.controls.buttons.by_name.values()]
        assert texts[0] == "Start"
        assert "" not in texts or not any(texts[texts.index("") :]), width


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
