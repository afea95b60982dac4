"""What is said when a run diverges, a layer dies, the data cannot be read or the program has a fault; and
that the button beside it does what it says."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtTest import QTest

from core.errors import DataError
from core.training.events import Diverged, LayerDied
from gui.document.change import State
from gui.widgets.message_bar import MessageBar
from tests.gui.language.doubled import Doubled
from tests.gui.train.screen import MakePart, Screen, images, message, settle
from tests.gui.trainer.scripted_session import Sessions, evaluation


def press_action(bar: MessageBar) -> None:
    button = bar.action_button
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_nothing_is_said_without_a_reason(parts: MakePart) -> None:
    screen = parts(message)
    assert screen.part.text() == ""
    screen.run_to_end()
    assert screen.part.text() == ""


def test_divergence_names_the_iteration_and_offers_a_smaller_rate(parts: MakePart) -> None:
    screen = parts(message)
    screen.set_rate(1e20)
    screen.run_to_end()
    (diverged,) = screen.recorder.of(Diverged)
    bar = screen.part
    assert bar.kind() == "error"
    assert f"at iteration {diverged.iteration}" in bar.text()
    assert bar.action_button.text() == "Try rate 0.1"
    assert "diverged" in screen.controls.progress.label.text()
    press_action(screen.part)
    assert screen.document.experiment.training.optimizer.learning_rate == 0.1
    assert screen.trainer.state is State.RUNNING
    assert bar.text() == ""
    screen.until(State.ENDED)
    assert screen.document.runs[-1].outcome == "completed"
    screen.document.undo_stack.undo()
    assert screen.document.experiment.training.optimizer.learning_rate == 1e20


def test_a_run_that_made_the_network_worse_is_told_and_offered_a_smaller_rate(parts: MakePart) -> None:
    screen = parts(message)
    screen.set_rate(1000.0)
    screen.run_to_end()
    bar = screen.part
    assert bar.kind() == "error"
    assert "made the network worse: it has not learned." in bar.text()
    assert bar.action_button.text() == "Try rate 0.1"
    assert "diverged" in screen.controls.progress.label.text()


def test_a_dead_layer_is_said_while_it_runs_and_marked(screen: Screen) -> None:
    screen.set_rate(100.0)
    screen.set(length=1_000_000)
    screen.press("start")
    screen.qtbot.waitUntil(lambda: bool(screen.document.runs[-1].log.died))
    (died,) = screen.recorder.of(LayerDied)
    bar = screen.workspace.message
    assert bar.kind() == "warning"
    assert "ReLU 1" in bar.text()
    marks = [(mark.x, mark.text) for mark in screen.workspace.plots.loss.marks]
    assert marks == [(died.iteration, "ReLU 1 dead")]
    first = screen.document.runs[-1]
    press_action(bar)
    screen.qtbot.waitUntil(lambda: len(screen.document.runs) == 2)
    assert first.outcome == "stopped"
    assert screen.document.runs[-1].experiment.training.optimizer.learning_rate == 0.1
    assert bar.text() == ""


def test_a_message_covers_the_pages_alone_and_can_be_closed(screen: Screen) -> None:
    screen.set_rate(1e20)
    screen.run_to_end()
    workspace = screen.workspace
    settle()
    top = workspace.message.y()
    assert top > workspace.plots.mapTo(workspace, workspace.plots.rect().bottomLeft()).y()
    assert workspace.message.geometry().bottom() <= workspace.height()
    QTest.mouseClick(workspace.message.close_button, Qt.MouseButton.LeftButton)
    assert workspace.message.text() == ""


def test_data_that_cannot_be_read_are_said_and_mnist_is_offered(parts: MakePart) -> None:
    screen = parts(message)
    screen.set(data_set="/somewhere/else")
    screen.document.set_data(None, DataError("The folder {path} lacks the labels.", path="else"))
    bar = screen.part
    assert bar.text() == "The folder else lacks the labels."
    press_action(screen.part)
    assert screen.document.experiment.training.data_set == "mnist"
    screen.document.set_data(images())
    assert bar.text() == ""
    assert screen.controls.buttons.by_name["start"].isEnabled()


def test_a_fault_of_the_program_is_said_and_the_window_lives_on(parts: MakePart) -> None:
    screen = parts(message)
    screen.trainer._make_session = Sessions(lambda: [evaluation(0), ZeroDivisionError("planted")])
    screen.press("start")
    screen.until(State.ENDED)
    assert screen.document.runs[-1].outcome == "failed"
    assert "a fault in the program" in screen.part.text()
    assert screen.controls.buttons.by_name["start"].isEnabled()


# Language


@pytest.fixture
def doubled(qapp: QCoreApplication) -> Iterator[QTranslator]:
    translator = Doubled()
    yield translator
    qapp.removeTranslator(translator)


def test_every_text_changes_with_the_language(
    screen: Screen, doubled: QTranslator, qapp: QCoreApplication
) -> None:
    screen.run_to_end()
    screen.set_rate(-1.0)
    qapp.installTranslator(doubled)
    QCoreApplication.sendPostedEvents()
    workspace = screen.workspace
    assert workspace.controls.buttons.by_name["start"].text() == "Continue Continue"
    assert workspace.network.title.text() == "Network Network"
    assert workspace.network.layers.layer_rows[1].kind.currentText() == "ReLU ReLU"
    assert workspace.training.choices["optimizer"].currentText() == "SGD SGD"
    assert workspace.plots.loss.title.text() == "Loss per iteration Loss per iteration"
    assert workspace.pages.tabText(1) == "Runs Runs"
    assert workspace.runs.model.headerData(0, Qt.Orientation.Horizontal) == "run run"
    assert workspace.training.rows["learning_rate"].error().count("must be a number above 0") == 2
    # The plots still hold the run.
    log = screen.document.runs[-1].log
    np.testing.assert_array_equal(workspace.plots.loss.data("loss")[1], log.losses)
    qapp.removeTranslator(doubled)
    QCoreApplication.sendPostedEvents()
    assert workspace.controls.buttons.by_name["start"].text() == "Continue"


def test_twice_as_long_texts_leave_every_part_in_its_place(
    screen: Screen, doubled: QTranslator, qapp: QCoreApplication
) -> None:
    qapp.installTranslator(doubled)
    workspace = screen.workspace
    workspace.resize(1294, 710)
    settle()
    for name, button in workspace.controls.buttons.by_name.items():
        right = button.mapTo(workspace.controls, button.rect().topRight()).x()
        assert right < workspace.controls.width(), name
        assert button.accessibleName() or button.text()
    parts = (workspace.controls, workspace.plots, workspace.pages, workspace.network, workspace.training)
    for widget in parts:
        corner = widget.mapTo(workspace, widget.rect().bottomRight())
        assert workspace.rect().contains(corner), type(widget).__name__
