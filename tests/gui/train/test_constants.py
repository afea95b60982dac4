"""The constants of the optimizers in the form: folded away, in both directions, with their mistakes, undone,
remembered, and fixed while a run keeps the optimizer that was made with them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.nn.optimizers import Adam, OptimizerSpec
from gui.document.change import State
from gui.remembered.experiment import experiment_text, remembered_experiment
from gui.train.form.config_edits import CONSTANTS
from gui.train.form.panel import TrainingPanel
from tests.gui.train.screen import Desk, FormScreen, MakePart, PartScreen, choose, settle, training, type_into

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def screen(parts: MakePart) -> PartScreen[TrainingPanel]:
    return parts(training)


@pytest.fixture
def form(screen: PartScreen[TrainingPanel]) -> TrainingPanel:
    return screen.part


def put(screen: Desk, optimizer: OptimizerSpec) -> None:
    screen.set(optimizer=optimizer)
    settle()


def unfold(form: TrainingPanel) -> None:
    if not form.constants.isChecked():
        QTest.mouseClick(form.constants, Qt.MouseButton.LeftButton)


def shown(form: TrainingPanel) -> set[str]:
    return {name for name in CONSTANTS if form.rows[name].isVisible()}


@pytest.mark.parametrize(
    ("kind", "summary", "fields"),
    [
        ("adagrad", "ε 1e−10", {"epsilon"}),
        ("rmsprop", "α 0.99 · ε 1e−8", {"alpha", "epsilon"}),
        ("adam", "β₁ 0.9 · β₂ 0.999 · ε 1e−8", {"beta1", "beta2", "epsilon", "fold_bias_correction"}),
    ],
)
def test_a_quiet_line_says_the_constants_and_opens_their_fields(
    screen: Desk, form: TrainingPanel, kind: str, summary: str, fields: set[str]
) -> None:
    put(screen, OptimizerSpec(kind))
    assert form.rows["constants"].isVisible()
    assert form.constants.shown_text() == summary
    assert form.constants.accessibleName() == f"Constants: {summary}"
    assert not shown(form)
    unfold(form)
    assert shown(form) == fields
    QTest.keyClick(form.constants, Qt.Key.Key_Space)
    assert not shown(form)


@pytest.mark.parametrize("kind", ["sgd", "momentum", "nesterov"])
def test_an_optimizer_without_other_constants_has_no_such_line(
    screen: Desk, form: TrainingPanel, kind: str
) -> None:
    put(screen, OptimizerSpec("adam"))
    unfold(form)
    put(screen, OptimizerSpec(kind))
    assert not form.rows["constants"].isVisible()
    assert not shown(form)


def test_the_constants_of_the_document_are_shown(screen: Desk, form: TrainingPanel) -> None:
    put(screen, OptimizerSpec("adam", 0.001, beta1=0.5, beta2=0.95, epsilon=1e-7, fold_bias_correction=True))
    texts = [form.numbers[name].text() for name in ("beta1", "beta2")]
    assert texts == ["0.5", "0.95"]
    assert form.choices["fold_bias_correction"].word == "rate"
    assert form.constants.text() == "β₁ 0.5 · β₂ 0.95 · ε 1e−7"
    put(screen, OptimizerSpec("rmsprop", alpha=0.9))
    assert form.numbers["alpha"].text() == "0.9"


TYPED = [
    ("rmsprop", "alpha", "0.9", 0.9),
    ("adam", "beta1", "0.5", 0.5),
    ("adam", "beta2", "0,99", 0.99),
    ("adagrad", "epsilon", "1e-7", 1e-7),
]


def test_a_constant_is_typed_undone_and_remembered(screen: Desk, form: TrainingPanel) -> None:
    for kind, name, text, value in TYPED:
        put(screen, OptimizerSpec(kind))
        unfold(form)
        before = form.numbers[name].text()
        type_into(form.numbers[name], text)
        document = screen.document
        assert getattr(document.experiment.training.optimizer, name) == value
        assert remembered_experiment(experiment_text(document.experiment)) == document.experiment
        document.undo_stack.undo()
        assert form.numbers[name].text() == before
        assert document.experiment.training.optimizer == OptimizerSpec(kind)
        document.undo_stack.redo()
        assert getattr(document.experiment.training.optimizer, name) == value


def test_the_bias_correction_is_chosen(screen: Desk, form: TrainingPanel) -> None:
    put(screen, OptimizerSpec("adam"))
    unfold(form)
    choose(form.choices["fold_bias_correction"], "rate")
    assert screen.document.experiment.training.optimizer.fold_bias_correction
    choose(form.choices["fold_bias_correction"], "moments")
    assert screen.document.experiment.training.optimizer == OptimizerSpec("adam")


MISTAKES = [
    ("rmsprop", "alpha", "1", "less than 1"),
    ("adam", "beta1", "1", "less than 1"),
    ("adam", "beta2", "-0.1", "0 or more"),
    ("adam", "epsilon", "0", "above 0"),
    ("adagrad", "epsilon", "nan", "above 0"),
    ("adam", "beta1", "most", "“most” is not a number"),
]


def test_a_mistake_stands_at_its_constant_and_cannot_be_folded_away(form_screen: FormScreen) -> None:
    screen, form = form_screen, form_screen.form.training
    for kind, name, text, sentence in MISTAKES:
        put(screen, OptimizerSpec(kind))
        unfold(form)
        type_into(form.numbers[name], text)
        assert sentence in form.rows[name].error()
        start = screen.controls.buttons.by_name["start"]
        assert not start.isEnabled()
        QTest.mouseClick(form.constants, Qt.MouseButton.LeftButton)
        assert shown(form) == {name}
        type_into(form.numbers[name], "0.5")
        assert form.rows[name].error() == ""
        assert start.isEnabled()


def test_a_run_has_the_constants_of_the_form_and_keeps_them(screen: Desk, form: TrainingPanel) -> None:
    put(screen, OptimizerSpec("adam", 0.001))
    screen.set(length=1_000_000)
    unfold(form)
    type_into(form.numbers["beta1"], "0.5")
    type_into(form.numbers["epsilon"], "0.001")
    screen.press("start")
    screen.until_iteration(1)
    optimizer = screen.recorder.sessions[-1].optimizer
    assert isinstance(optimizer, Adam)
    assert (optimizer.beta1, optimizer.beta2, optimizer.epsilon) == (0.5, 0.999, 0.001)
    for name in shown(form):
        assert not form.rows[name].field.isEnabled()
        assert "under way keeps its constants" in form.rows[name].field.toolTip()
    screen.press("start")  # it says Pause now
    screen.until(State.PAUSED)
    assert not form.numbers["beta1"].isEnabled()
    screen.press("stop")
    screen.until(State.ENDED)
    for name in shown(form):
        assert form.rows[name].field.isEnabled()
        assert "under way" not in form.rows[name].field.toolTip()
