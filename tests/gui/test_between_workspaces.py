"""What one workspace hands to another, through the program that knows them all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.app import build
from gui.data.workspace import DataWorkspace
from gui.document.change import State
from gui.graph.workspace import GraphWorkspace
from gui.remembered.settings import Settings
from gui.window.main_window import MainWindow
from pictures import hands
from pictures.data_states import predicted
from pictures.scene import Stage


@pytest.fixture
def in_front() -> str:
    """What is made fastest, and hands nothing over."""
    return "lab"


@pytest.fixture
def stage(window: MainWindow) -> Iterator[Stage]:
    """The program's window with MNIST, and a run that is paused after one iteration."""
    stage = Stage(window)
    trainer = hands.trainer(stage)
    trainer.document.apply_preset("two-layer")
    stage.until(lambda: trainer.document.data is not None)
    hands.edit_training(trainer.document, length=30, length_unit="iterations", evaluate_on=100)
    trainer.step()
    hands.rest(stage)
    yield stage
    hands.clear(stage)


def test_the_first_start_shows_the_apple_with_its_first_value(
    qtbot: QtBot, qapp: QApplication, settings: Settings
) -> None:
    window = build(qapp, settings)
    qtbot.addWidget(window)
    window.show()
    model = cast(GraphWorkspace, window.workspace("graph")).model
    assert window.current_workspace() == "graph"
    assert (model.subject.key, model.position) == ("apple", 1)
    assert window.welcome.isVisible()
    window.close()
    again = build(qapp, settings)
    qtbot.addWidget(again)
    again.show()
    model = cast(GraphWorkspace, again.workspace("graph")).model
    assert (model.subject.key, model.position) == ("apple", 0)
    assert not again.welcome.isVisible()


def graph_of(stage: Stage, kind: str) -> GraphWorkspace:
    graph = cast(GraphWorkspace, stage.window.workspace("graph"))
    stage.until(lambda: graph.model.subject.kind == kind and not graph.model.is_busy)
    return graph


def end(stage: Stage) -> None:
    trainer = hands.trainer(stage)
    trainer.resume()
    stage.until(lambda: trainer.state is State.ENDED)


def test_an_image_in_the_graph_says_which_network_reads_it(stage: Stage) -> None:
    stage.window.show_workspace("data")
    data = cast(DataWorkspace, stage.window.workspace("data"))
    predicted(stage)
    stage.until(lambda: data.model.predicted_by is not None and data.model.predicted_by.iteration == 1)
    predicted(stage)
    data.show_image("test", 3)
    predictions = data.model.predictions
    assert predictions is not None
    data.detail.trace.click()
    graph = graph_of(stage, "network")
    assert stage.window.current_workspace() == "graph"
    said = f"Run 1 after 1 iteration · test image 3, label 0, prediction {predictions.predicted[3]}"
    assert graph.header.description.text() == said
    end(stage)
    assert graph.header.description.text() == f"{said} · the run is at iteration 30 now"


def test_the_example_of_a_network_says_which_run_it_is_of(stage: Stage) -> None:
    stage.window.show_workspace("graph")
    graph = cast(GraphWorkspace, stage.window.workspace("graph"))
    graph.show_example("two-layer-mnist")
    graph = graph_of(stage, "example")
    stage.until(lambda: graph.model.subject.key == "two-layer-mnist")
    said = graph.header.description.text()
    assert said.startswith("Run 1 after 1 iteration · test image 0, label 7, prediction ")
    assert said.count("·") == 1
    end(stage)
    assert graph.header.description.text() == f"{said} · the run is at iteration 30 now"
    graph.show_example("two-layer-mnist")
    stage.until(lambda: graph.header.description.text().startswith("Run 1 after 30 iterations"))
    hands.trainer(stage).new_weights(same_seed=True)
    assert graph.header.description.text().endswith(" · the current network has initial weights")


def test_the_keys_of_a_training_work_everywhere(stage: Stage) -> None:
    window, trainer = stage.window, hands.trainer(stage)
    (run,) = trainer.document.runs
    for made, (workspace, then) in enumerate((("graph", "train"), ("data", "data"), ("lab", "train")), 1):
        window.show_workspace(workspace)
        press(stage, Qt.Key.Key_F6)
        stage.until(lambda made=made: run.log.last_iteration == made + 1)  # type: ignore[misc]
        assert window.current_workspace() == then
        hands.rest(stage)
        window.show_workspace(workspace)
        press(stage, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
        stage.until(lambda: trainer.state is State.ENDED)


def press(stage: Stage, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the window has it. The offscreen platform may take the activation away meanwhile."""
    stage.window.activateWindow()
    stage.until(stage.window.isActiveWindow)
    QTest.keyClick(stage.window, key, modifiers)
