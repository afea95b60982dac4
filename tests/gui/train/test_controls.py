"""The bar above the plots: buttons, keys and figures in every state of a run. Nothing moves meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gui.document.change import State
from gui.widgets.fields.push_button import GivingButton
from tests.gui.train.screen import FormScreen, MakePart, Screen, nothing, plots, settle, type_into


def test_the_first_button_starts_pauses_and_goes_on(parts: MakePart) -> None:
    screen = parts(nothing)
    start = screen.controls.buttons.by_name["start"]
    assert start.text() == "Start"
    screen.set(length=1_000_000)
    screen.press("start")
    assert start.text() == "Pause"
    screen.until_iteration(1)
    screen.press("start")
    screen.until(State.PAUSED)
    assert start.text() == "Resume"
    assert "paused" in screen.controls.progress.label.text()


def test_the_keys_do_what_the_buttons_do(parts: MakePart) -> None:
    screen = parts(nothing)
    screen.set(length=1_000_000)
    QTest.keyClick(screen.widget, Qt.Key.Key_F6)
    screen.until(State.PAUSED)
    assert screen.iteration == 1
    QTest.keyClick(screen.widget, Qt.Key.Key_F7)
    screen.until(State.PAUSED)
    assert screen.iteration == 20
    QTest.keyClick(screen.widget, Qt.Key.Key_F5)
    screen.until_iteration(30)
    QTest.keyClick(screen.widget, Qt.Key.Key_F5)
    screen.until(State.PAUSED)
    QTest.keyClick(screen.widget, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    screen.until(State.ENDED)
    QTest.keyClick(screen.widget, Qt.Key.Key_F8)
    assert screen.trainer.state is State.IDLE
    QTest.keyClick(screen.widget, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert screen.document.experiment.training.seed == 1


def test_the_keys_work_wherever_the_focus_is_while_the_screen_is_seen(parts: MakePart) -> None:
    screen = parts(nothing)
    window = QWidget()
    screen.qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    elsewhere = QPushButton()
    layout.addWidget(elsewhere)
    layout.addWidget(screen.widget)
    window.show()
    window.activateWindow()
    screen.qtbot.waitUntil(window.isActiveWindow)
    elsewhere.setFocus()
    screen.widget.hide()
    QTest.keyClick(elsewhere, Qt.Key.Key_F6)
    assert screen.trainer.state is State.IDLE, "nobody would see what began"
    screen.widget.show()
    QTest.keyClick(elsewhere, Qt.Key.Key_F6)
    screen.until(State.PAUSED)
    assert screen.iteration == 1
    screen.widget.setParent(None)


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


def test_the_keys_stand_in_the_tooltips(parts: MakePart) -> None:
    screen = parts(nothing)
    tips = {name: button.toolTip() for name, button in screen.controls.buttons.by_name.items()}
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


def test_the_progress_is_told_in_words_and_as_a_bar(parts: MakePart) -> None:
    screen = parts(nothing)
    controls = screen.controls
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


def test_start_waits_for_data_that_are_being_read(parts: MakePart) -> None:
    screen = parts(nothing)
    data = screen.document.data
    screen.document.set_data(None)
    screen.press("start")
    assert "Reading the data" in screen.controls.progress.label.text()
    screen.document.set_data(data)
    screen.until(State.ENDED)
    assert screen.iteration == 60


def test_nothing_moves_when_the_state_changes(screen: Screen) -> None:
    """The states are idle, running, paused after a step, stopped: every part keeps its place and size, in a
    low window as in a high one."""
    workspace = screen.workspace
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

    def places() -> dict[tuple[str, int], object]:
        found: dict[tuple[str, int], object] = {}
        for height in (600, 720):
            workspace.resize(1280, height)
            settle()
            for name, widget in watched.items():
                found[name, height] = widget.mapTo(workspace, widget.rect().topLeft()), widget.size()
        return found

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


def test_the_parts_are_whole_in_a_small_window(screen: Screen) -> None:
    """What is left of 1366×768 and 1280×800 by rail, menus and status bar: nothing is pushed out of the
    workspace, and no button is cut."""
    workspace = screen.workspace
    parts = (workspace.controls, workspace.plots, workspace.pages, workspace.network, workspace.training)
    for width, height in ((1294, 710), (1208, 742)):
        workspace.resize(1848, 1022)
        settle()
        workspace.resize(width, height)
        settle()
        for widget in parts:
            corner = widget.mapTo(workspace, widget.rect().bottomRight())
            assert workspace.rect().contains(corner), (type(widget).__name__, width)
        for button in workspace.controls.buttons.by_name.values():
            assert button.shown_text() == button.text(), width


def test_a_button_gives_up_its_padding_then_its_text(parts: MakePart) -> None:
    screen = parts(nothing)
    button = screen.controls.buttons.by_name["same_seed"]
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


def test_every_word_of_the_first_button_has_room(parts: MakePart) -> None:
    screen = parts(nothing)
    start = screen.controls.buttons.by_name["start"]
    for word in screen.run_menu.start_words():
        start.setText(word)
        assert start.shown_text() == word


def test_only_the_last_buttons_are_icons(parts: MakePart) -> None:
    screen = parts(nothing)
    icons = set()
    for width in range(600, 1000, 6):
        screen.widget.resize(width, 300)
        settle()
        texts = [button.shown_text() for button in screen.controls.buttons.by_name.values()]
        assert texts[0] == "Start"
        assert "" not in texts or not any(texts[texts.index("") :]), width
        icons.add(texts.count(""))
    assert icons >= {0, 1, 2}, "these widths show how one after another becomes an icon"


def test_the_choice_of_a_layer_comes_with_its_histogram(parts: MakePart) -> None:
    screen = parts(plots)
    plot = screen.part.activations
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
