"""The Lab as a part of the window: the way to it, what the settings keep of it, and the ways on."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.graph.workspace import GraphWorkspace
from gui.lab.activations.page import ActivationsPage
from gui.lab.numdiff.page import NumDiffPage
from gui.lab.table import EXPERIMENTS
from gui.lab.workspace import LabWorkspace
from gui.train.workspace import TrainWorkspace
from gui.window.main_window import MainWindow


def test_it_is_found_left_and_remembered(window: MainWindow, tmp_path: Path) -> None:
    # A file that is dropped on the window opens in the Lab.
    file = tmp_path / "mine.json"
    file.write_text("{}", encoding="utf-8")
    window.dropped.emit(str(file))
    assert window.current_workspace() == "lab"

    # A click on a tile opens an experiment, the first after that on the rail.
    workspace = cast(LabWorkspace, window.workspace("lab"))
    place = list(EXPERIMENTS).index("activations")
    middle = workspace.tiles.place_rect(place).center().toPoint()
    QTest.mouseClick(workspace.tiles, Qt.MouseButton.LeftButton, pos=middle)
    assert workspace.open_word == "activations"

    # Its way on leads to Train, and Undo takes that back.
    page = cast(ActivationsPage, workspace.page("activations"))
    page.change("activation", "tanh")
    page.train_button.click()
    assert window.current_workspace() == "train"
    document = cast(TrainWorkspace, window.workspace("train")).document
    assert document.experiment.network.layers[1].kind == "tanh"
    document.undo_stack.undo()
    assert document.experiment.network.layers[1].kind == "relu"

    # What was set is in the settings as soon as the page is left; another way on leads to Graph.
    assert '"activation": "tanh"' in window.settings.lab_state("activations")
    window.show_workspace("lab")
    numdiff = cast(NumDiffPage, workspace.open_experiment("numdiff"))
    numdiff.ways[0][0].click()
    assert window.current_workspace() == "graph"
    assert cast(GraphWorkspace, window.workspace("graph")).model.subject.text == numdiff.in_graph()
