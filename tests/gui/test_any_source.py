"""A network of a kind that no screen knows is shown by Train, Data and Graph as any other one is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.training.session import TrainingSession
from gui.app import Program
from gui.data.workspace import DataWorkspace
from gui.document.sources import Answer, Kind, NetworkCopy
from gui.graph.workspace import GraphWorkspace
from gui.remembered.settings import Settings
from gui.train.workspace import TrainWorkspace

NAME = "Run 3, epoch 2"


class EpochOfRun:
    """What a run had after one of its epochs, as a history of runs might keep it."""

    kind: Kind = "epoch"
    run = None

    def __init__(self, session: TrainingSession) -> None:
        self._held = session.checkpoint()

    def look(self) -> NetworkCopy:
        held = self._held
        return NetworkCopy("epoch", NAME, held.iteration, held.experiment, held=held)

    def give(self, receive: Callable[[Answer], None]) -> None:
        receive(self.look())


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, settings: Settings) -> Iterator[Program]:
    settings.theme, settings.language = "light", "en"
    program = Program(qapp, settings)
    qtbot.addWidget(program.window)
    program.window.show()
    qtbot.waitUntil(lambda: program.document.data is not None)
    yield program
    program.window.close()


def test_train_data_and_graph_show_it(qtbot: QtBot, program: Program) -> None:
    data = program.document.data
    assert data is not None
    session = TrainingSession(program.document.experiment, data)
    for _ in session.events():
        if session.iteration == 5:
            break
    program.table.put(EpochOfRun(session))

    program.window.show_workspace("train")
    train = cast(TrainWorkspace, program.window.workspace("train"))
    train.pages.setCurrentWidget(train.weights)
    assert len(train.weights.view.shown_units) > 0
    train.pages.setCurrentWidget(train.evaluation)
    train.evaluation.evaluate_now()
    qtbot.waitUntil(lambda: train.evaluation.evaluation is not None)
    assert "after 5 iterations" in train.evaluation.when.text()

    program.window.show_workspace("data")
    seen = cast(DataWorkspace, program.window.workspace("data"))
    qtbot.waitUntil(lambda: seen.model.predictions is not None)
    assert seen.filter.network.name.text() == f"{NAME}, trained for 5 iterations"

    program.window.show_workspace("graph")
    graph = cast(GraphWorkspace, program.window.workspace("graph"))
    graph.show_example("two-layer-mnist")
    qtbot.waitUntil(lambda: NAME in graph.header.description.text())
