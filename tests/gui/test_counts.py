"""How many clicks and keys the commonest tasks of a learner take, from the first start on.

A click goes to what stands at that place of the window, and a key to what has the focus: what is covered,
off, or not in front is not reached. A stroke counts as a click; what is typed into a field is not counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from core.inspection.filtering import Filter
from gui.app import Program
from gui.data.pages import DataPages
from gui.data.workspace import DataWorkspace
from gui.document.change import State
from gui.graph.workspace import GraphWorkspace
from gui.remembered.settings import Settings
from gui.train.workspace import TrainWorkspace
from tests.gui.graph.screen import place_in_picture

_Key = Qt.Key
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SEVEN = ((0.25, 0.2), (0.75, 0.2), (0.45, 0.85))
"""A 7 in one stroke, in shares of the pad."""

# The offscreen platform has no keyboard to grab for a list that pops up.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


class Learner:
    """A person at the window, whose clicks and keys are counted."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot = qtbot
        self.program = program
        self.window = program.window
        self.actions = 0

    def took(self, actions: int) -> None:
        """So many since the last time that it was asked."""
        assert self.actions == actions
        self.actions = 0

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.actions += 1
        # The platform without a screen may take the activation away meanwhile.
        top = QApplication.activeModalWidget() or self.window
        top.activateWindow()
        self.until(top.isActiveWindow)
        QTest.keyClick(QApplication.focusWidget() or top, key, modifiers)

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        self.stroke(widget, widget.rect().center() if place is None else place)

    def stroke(self, widget: QWidget, start: QPoint, *further: QPoint) -> None:
        """The button goes down at `start`, and up at the last place."""
        self.actions += 1
        top = widget.window()
        at = widget.mapTo(top, start)
        seen = top.childAt(at)
        assert seen is not None
        assert seen is widget or widget.isAncestorOf(seen), f"{seen} lies over it"
        assert seen.isEnabled()
        # Through the window, as what a mouse sends: it is Qt that finds the widget.
        handle = top.windowHandle()
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, NONE, at)
        for point in further:
            QTest.mouseMove(handle, widget.mapTo(top, point))
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, NONE, widget.mapTo(top, (start, *further)[-1]))

    def type(self, text: str) -> None:
        """Type in place of what is selected, as a person does in a field that was just entered."""
        field = QApplication.focusWidget()
        assert field is not None
        QTest.keyClicks(field, text)

    @property
    def graph(self) -> GraphWorkspace:
        return cast(GraphWorkspace, self.window.workspace("graph"))

    @property
    def train(self) -> TrainWorkspace:
        return cast(TrainWorkspace, self.window.workspace("train"))

    @property
    def data(self) -> DataWorkspace:
        return cast(DataWorkspace, self.window.workspace("data"))

    @property
    def pages(self) -> DataPages:
        found = self.data.findChild(DataPages)
        assert found is not None
        return found

    def in_front(self) -> str:
        return self.window.current_workspace()


@pytest.fixture
def learner(qtbot: QtBot, qapp: QApplication, settings: Settings) -> Iterator[Learner]:
    """The first start of all, on the screen of a laptop."""
    settings.theme, settings.language = "light", "en"
    program = Program(qapp, settings)
    window = program.window
    qtbot.addWidget(window)
    window.resize(1366, 720)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow() and program.document.data is not None)
    yield Learner(qtbot, program)
    program.trainer.shutdown()
    program.document.new(program.document.experiment)


def test_the_first_value_a_layer_and_a_seven_take_few(learner: Learner) -> None:
    the_first_value_is_there_and_a_gradient_explains_itself_at_a_click(learner)
    a_hidden_layer_takes_two(learner)
    drawing_a_seven_takes_two(learner)


def the_first_value_is_there_and_a_gradient_explains_itself_at_a_click(learner: Learner) -> None:
    graph = learner.graph
    assert learner.in_front() == "graph"
    assert graph.step.lines() == ["z = apple · n", "= 100 × 2 = 200"]
    learner.took(0)
    learner.click(graph.picture.viewport(), place_in_picture(graph, "tax"))
    assert graph.step.lines()[:2] == ["∂price/∂tax = z", "= 1 × 200 = 200"]
    learner.took(1)


def a_hidden_layer_takes_two(learner: Learner) -> None:
    learner.press(_Key.Key_2, CONTROL)
    learner.click(learner.train.network.hidden_button)
    kinds = [layer.kind for layer in learner.program.document.experiment.network.layers]
    assert kinds == ["affine", "relu", "affine", "relu", "affine"]
    assert not learner.program.document.problems
    learner.took(2)


def drawing_a_seven_takes_two(learner: Learner) -> None:
    learner.press(_Key.Key_3, CONTROL)
    draw_a_seven(learner)
    learner.took(2)


def test_from_the_first_training_to_the_file(learner: Learner, tmp_path: Path) -> None:
    program, train = learner.program, learner.train
    learner.press(_Key.Key_F5)
    assert learner.in_front() == "train"
    learner.until(lambda: program.trainer.state is State.RUNNING)
    learner.took(1)

    figure = train.controls.figure
    learner.until(lambda: figure.number.isVisible() and figure.number.text().endswith("%"))
    assert figure.name.text() == "test accuracy"
    learner.took(0)

    learner.press(_Key.Key_F5)
    learner.until(lambda: program.trainer.state is State.PAUSED)
    learner.click(train.training.numbers["learning_rate"])
    learner.type("0.05")
    learner.took(2)
    # The key that goes on takes what was typed along.
    learner.press(_Key.Key_F5)
    learner.until(lambda: program.trainer.state is State.RUNNING)
    run = program.document.runs[-1]
    learner.until(lambda: any(change.new == 0.05 for change in run.log.changes))
    learner.press(_Key.Key_F5)
    learner.until(lambda: program.trainer.state is State.PAUSED)
    learner.took(2)

    fours_read_as_nines(learner)
    learner.took(2)

    learner.click(learner.data.grid.view.viewport(), first_image(learner))
    learner.click(learner.data.detail.trace)
    learner.until(lambda: learner.in_front() == "graph" and learner.graph.model.subject.kind == "network")
    learner.until(lambda: not learner.graph.model.is_busy)
    said = learner.graph.header.description.text()
    assert "label 4, prediction 9" in said
    learner.took(2)

    learner.press(_Key.Key_3, CONTROL)
    draw_a_seven(learner)
    learner.took(2)

    learner.press(_Key.Key_S, CONTROL)
    learner.until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    learner.press(_Key.Key_Return)
    learner.until(lambda: program.document.path is not None)
    assert program.document.path is not None
    assert program.document.path.is_file()
    learner.took(2)


def fours_read_as_nines(learner: Learner) -> None:
    learner.press(_Key.Key_3, CONTROL)
    model, matrix = learner.data.model, learner.pages.predictions.confusion.view
    learner.until(lambda: matrix.matrix is not None and not model.is_predicting and not model.is_untrained)
    learner.click(matrix, matrix.cell_rect(4, 9).center().toPoint())
    assert model.filter == Filter(labels=frozenset({4}), predicted=frozenset({9}))
    predictions, examples = model.predictions, model.examples
    assert predictions is not None
    assert examples is not None
    wanted = np.flatnonzero((examples.t == 4) & (predictions.predicted == 9))
    assert len(wanted) > 0
    assert model.order.tolist() == wanted.tolist()


def first_image(learner: Learner) -> QPoint:
    return learner.data.grid.view.cells.frame(0).center().toPoint()


def draw_a_seven(learner: Learner) -> None:
    draw = learner.pages.predictions.draw
    learner.until(lambda: learner.data.model.network is not None)
    square = draw.pad.square()
    points = [
        QPoint(round(square.x() + x * square.width()), round(square.y() + y * square.height()))
        for x, y in SEVEN
    ]
    learner.stroke(draw.pad, *points)
    learner.until(lambda: draw.prediction is not None)
    assert draw.view.digit.isVisible()
    assert draw.view.digit.text() in "0123456789"  # which one, the length of the training says
