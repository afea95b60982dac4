"""The form of the training, field by field, in both directions, with its mistakes at their places."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.errors import DataError
from core.nn.optimizers import OptimizerSpec
from core.nn.schedules import ScheduleSpec
from core.training.config import TrainingConfig
from gui.document.change import State
from gui.train.form.panel import TrainingPanel
from tests.gui.train.screen import Desk, FormScreen, MakePart, PartScreen, choose, settle, training, type_into

# The offscreen platform has no keyboard to grab for a list that pops up.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def screen(parts: MakePart) -> PartScreen[TrainingPanel]:
    return parts(training)


@pytest.fixture
def form(screen: PartScreen[TrainingPanel]) -> TrainingPanel:
    return screen.part


def config(screen: Desk) -> TrainingConfig:
    return screen.document.experiment.training


def test_the_form_shows_the_documents_settings(screen: Desk, form: TrainingPanel) -> None:
    other = TrainingConfig(
        "mnist",
        batch_size=50,
        optimizer=OptimizerSpec("momentum", 0.02, 0.8),
        schedule=ScheduleSpec("step", 0.5, 3),
        weight_decay=1e-4,
        length=12_000,
        length_unit="iterations",
        seed=5,
        evaluate_on=10_000,
    )
    screen.document.edit_training(other, "")
    shown = {name: edit.text() for name, edit in form.numbers.items() if form.rows[name].isVisible()}
    assert shown == {
        "learning_rate": "0.02",
        "momentum": "0.8",
        "batch_size": "50",
        "length": "12,000",
        "gamma": "0.5",
        "step_epochs": "3",
        "weight_decay": "0.0001",
        "evaluate_on": "10,000",
        "seed": "5",
    }
    words = {name: choice.word for name, choice in form.choices.items()}
    assert words == {
        "optimizer": "momentum",
        "fold_bias_correction": "moments",
        "sampling": "shuffled",
        "length_unit": "iterations",
        "schedule": "step",
    }


TYPED = [
    ("batch_size", "25", 25),
    ("length", "1,500", 1500),
    ("seed", "42", 42),
    ("evaluate_on", "10000", 10_000),
    ("weight_decay", "1e-4", 1e-4),
]


def test_a_number_is_typed(screen: Desk, form: TrainingPanel) -> None:
    for name, text, value in TYPED:
        type_into(form.numbers[name], text)
        assert getattr(config(screen), name) == value
        screen.document.undo_stack.undo()
        assert not screen.document.undo_stack.canUndo()


def test_the_rate_is_typed_or_stepped(screen: Desk, form: TrainingPanel) -> None:
    type_into(form.numbers["learning_rate"], "0.02")
    assert config(screen).optimizer.learning_rate == 0.02
    QTest.keyClick(form.numbers["learning_rate"], Qt.Key.Key_Up)
    assert config(screen).optimizer.learning_rate == 0.05
    QTest.keyClick(form.numbers["learning_rate"], Qt.Key.Key_Down)
    assert config(screen).optimizer.learning_rate == 0.02


@pytest.mark.parametrize(
    ("name", "word"), [("sampling", "shuffled"), ("length_unit", "iterations"), ("schedule", "cosine")]
)
def test_a_word_is_chosen(screen: Desk, form: TrainingPanel, name: str, word: str) -> None:
    choose(form.choices[name], word)
    settings = config(screen)
    assert word in (settings.sampling, settings.length_unit, settings.schedule.kind)
    assert form.choices[name].word == word


def test_another_optimizer_shows_what_it_needs(screen: Desk, form: TrainingPanel) -> None:
    assert not form.rows["momentum"].isVisible()
    choose(form.choices["optimizer"], "nesterov")
    assert form.rows["momentum"].isVisible()
    assert form.numbers["learning_rate"].text() == "0.01"
    screen.document.undo_stack.undo()
    assert form.numbers["learning_rate"].text() == "0.1"
    assert not form.rows["momentum"].isVisible()


def test_a_schedule_shows_its_settings(form: TrainingPanel) -> None:
    choose(form.choices["schedule"], "step")
    assert form.rows["gamma"].isVisible()
    assert form.rows["step_epochs"].isVisible()
    assert not form.rows["floor"].isVisible()


def test_the_note_counts_epochs(screen: Desk, form: TrainingPanel) -> None:
    assert form.note.text() == "3 epochs of 20 iterations"
    screen.set(length=50, length_unit="iterations")
    assert form.note.text() == "2.5 epochs of 20 iterations"
    screen.set(length=1, length_unit="epochs", batch_size=200)
    assert form.note.text() == "1 epoch of 1 iteration"
    ready = screen.controls.progress.label
    assert ready.text() == "Ready: 1 iteration of 200 examples each, from initial weights."
    screen.set(length=2, batch_size=1)
    assert ready.text() == "Ready: 400 iterations of 1 example each, from initial weights."


MISTAKES = [
    ("learning_rate", "0", "must be a number above 0"),
    ("learning_rate", "-1", "The learning rate is −1; it must be a number above 0"),
    ("learning_rate", "nan", "must be a number above 0"),
    ("learning_rate", "fast", "“fast” is not a number"),
    ("batch_size", "0", "at least 1 example"),
    ("batch_size", "201", "larger than the data"),
    ("batch_size", "1.5", "“1.5” is not a whole number"),
    ("length", "0", "at least 1"),
    ("weight_decay", "-1", "weight decay"),
    ("seed", "-1", "0 or larger"),
    ("evaluate_on", "-1", "0 means the whole training set"),
]


def test_a_mistake_stands_at_its_field_and_start_is_off(form_screen: FormScreen) -> None:
    screen, form = form_screen, form_screen.form.training
    for name, text, sentence in MISTAKES:
        type_into(form.numbers[name], text)
        assert sentence in form.rows[name].error()
        assert form.numbers[name].text() == text.replace("-", "−")
        start = screen.controls.buttons.by_name["start"]
        assert not start.isEnabled()
        assert form.rows[name].error()[:20] in screen.controls.progress.label.text()
        good = {"learning_rate": "0.1", "batch_size": "10", "length": "3", "weight_decay": "0", "seed": "0"}
        good["evaluate_on"] = "0"
        type_into(form.numbers[name], good[name])
        assert form.rows[name].error() == ""
        assert start.isEnabled()


def test_a_refused_text_survives_another_edit(screen: Desk, form: TrainingPanel) -> None:
    type_into(form.numbers["seed"], "lucky")
    choose(form.choices["sampling"], "shuffled")
    assert form.numbers["seed"].text() == "lucky"
    assert "“lucky”" in form.rows["seed"].error()


def test_a_refused_text_in_a_field_that_went_away_does_no_harm(form_screen: FormScreen) -> None:
    screen, form = form_screen, form_screen.form.training
    choose(form.choices["optimizer"], "momentum")
    type_into(form.numbers["momentum"], "much")
    start = screen.controls.buttons.by_name["start"]
    assert not start.isEnabled()
    choose(form.choices["optimizer"], "sgd")
    assert start.isEnabled()
    choose(form.choices["optimizer"], "momentum")
    assert form.numbers["momentum"].text() == "much"
    assert not start.isEnabled()


def test_a_mistake_in_a_file_of_the_data_stands_at_the_data_set(screen: Desk, form: TrainingPanel) -> None:
    screen.document.set_data(None, DataError("There is no file {path}.", path="labels"))
    assert form.rows["data_set"].error() == "There is no file labels."
    assert not screen.controls.buttons.by_name["start"].isEnabled()


def test_a_folder_is_asked_for_and_shown_by_its_name(
    screen: Desk, form: TrainingPanel, tmp_path: Path
) -> None:
    folder = tmp_path / "my digits"
    asked: list[str] = []

    def answer(_parent: object, start: str) -> str:
        asked.append(start)
        return str(folder)

    form.data_set.ask_folder = answer
    choose(form.data_set, "\0folder")
    assert config(screen).data_set == str(folder)
    assert form.data_set.currentText() == "my digits"
    choose(form.data_set, "\0folder")
    assert asked == ["", str(folder)]


def test_no_folder_leaves_the_data_set_as_it_was(screen: Desk, form: TrainingPanel) -> None:
    form.data_set.ask_folder = lambda _parent, _start: ""
    choose(form.data_set, "\0folder")
    assert config(screen).data_set == "mnist"
    assert form.data_set.word == "mnist"


def test_a_data_set_is_chosen(screen: Desk, form: TrainingPanel) -> None:
    choose(form.data_set, "xor")
    assert config(screen).data_set == "xor"


def test_a_wheel_that_passes_over_a_choice_changes_nothing(screen: Desk, form: TrainingPanel) -> None:
    choice = form.choices["optimizer"]
    screen.widget.setFocus()
    before = config(screen)
    spin(choice)
    assert config(screen) == before


def spin(widget: object) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication, QWidget

    assert isinstance(widget, QWidget)
    centre = QPointF(widget.rect().center())
    event = QWheelEvent(
        centre,
        QPointF(widget.mapToGlobal(centre.toPoint())),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_every_row_has_a_tooltip_and_a_name_for_a_screen_reader(form: TrainingPanel) -> None:
    for name, row in form.rows.items():
        assert row.field.toolTip(), name
        assert row.field.accessibleName(), name


@pytest.mark.parametrize(
    ("kind", "note"),
    [
        ("sgd", "at once: rate, decay; next run: the rest"),
        ("momentum", "at once: rate, momentum, decay; next run: the rest"),
    ],
)
def test_during_a_run_the_form_says_what_acts_at_once(
    screen: Desk, form: TrainingPanel, kind: str, note: str
) -> None:
    screen.set(length=1_000_000, optimizer=OptimizerSpec(kind, 0.01))
    screen.press("start")
    screen.until_iteration(1)
    assert form.note.text() == note
    settle()
    assert form.note.shown_text() == note, "it has room"
    constants = {form.numbers[name] for name in ("alpha", "beta1", "beta2", "epsilon")}
    assert all(edit.isEnabled() for edit in form.numbers.values() if edit not in constants)
    choose(form.choices["optimizer"], "adam")
    assert form.note.text() == "another optimizer: all on the next run"
    screen.press("stop")
    screen.until(State.ENDED)
    assert "epochs of" in form.note.text()


def test_the_momentum_of_a_run_under_way_is_changed_in_the_form(screen: Desk, form: TrainingPanel) -> None:
    optimizer = OptimizerSpec("momentum", 0.01, 0.9)
    screen.set(length=1_000_000, optimizer=optimizer)
    screen.press("start")
    screen.until_iteration(1)
    type_into(form.numbers["momentum"], "0.5")
    run = screen.document.runs[-1]
    screen.qtbot.waitUntil(lambda: bool(run.log.changes))
    change = run.log.changes[0]
    assert (change.name, change.old, change.new) == ("momentum", 0.9, 0.5)
    assert run.experiment.training.optimizer == optimizer, "the run remembers what it was started with"
    assert config(screen).optimizer == replace(optimizer, momentum=0.5)
