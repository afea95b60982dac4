"""The window at its least size, and on the smallest usual screens: nothing is cut, nothing lies over another.

A network is trained for a moment, so that every page has something to show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from gui.data.pages import DataPages
from gui.data.workspace import DataWorkspace
from gui.document.change import State
from gui.graph.workspace import GraphWorkspace
from gui.lab.table import EXPERIMENTS
from gui.lab.workspace import LabWorkspace
from gui.train.workspace import TrainWorkspace
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.side_panels import SidePanels
from gui.window.main_window import FIRST_SIZE, MINIMUM_SIZE, MainWindow
from pictures import hands
from pictures.data_states import predicted
from pictures.scene import Stage
from tests.gui.fitting import elided, misfits

SMALL = QSize(1024, 700)
LAPTOP = QSize(1272, 672)
"""What a title bar and its edges leave of 1920 × 1080 at 150 %; at 200 % they leave `MINIMUM_SIZE`."""
EVERY = (
    *(("en", MINIMUM_SIZE), ("en", SMALL), ("en", LAPTOP)),
    *(("ko", MINIMUM_SIZE), ("ko", LAPTOP)),
)
"""Korean is the shorter one: the least size and a laptop's tell of it what there is to tell."""
FEW = (("en", MINIMUM_SIZE), ("en", LAPTOP))
"""What is enough for other contents of pages that were seen in every state: all panels folded, and none."""


@pytest.fixture
def stage(window: MainWindow) -> Iterator[Stage]:
    """The program's window, with a network that was trained for a moment."""
    stage = Stage(window)
    trainer = hands.trainer(stage)
    document = trainer.document
    document.apply_preset("two-layer")
    stage.until(lambda: document.data is not None)
    hands.edit_training(document, length=30, length_unit="iterations", evaluate_on=100)
    trainer.step()
    hands.rest(stage)
    trainer.resume()
    stage.until(lambda: trainer.state is State.ENDED)
    yield stage
    hands.clear(stage)


def states(stage: Stage, pages: QTabWidget, wanted: Iterable[tuple[str, QSize]] = EVERY) -> Iterator[str]:
    """The window in every size and language with every page in turn, by their names. It is as small as it can
    be."""
    window = stage.window
    window.setUpdatesEnabled(False)  # it is laid out; nobody sees it painted
    for language, size in wanted:
        if language not in window.language.available():
            continue
        if window.language.code != language:
            window.language.set_choice(language)
        window.resize(size)
        for place in range(pages.count()):
            pages.setCurrentIndex(place)
            for _ in range(2):  # what has another width may then want another height
                stage.settle()
            assert window.size() == size
            assert nothing_beside(window), f"{pages.tabText(place)}: from side to side nothing is scrolled"
            assert window.minimumSizeHint().expandedTo(MINIMUM_SIZE) == MINIMUM_SIZE
            yield f"{pages.tabText(place)}, {size.width()} × {size.height()}"
    window.language.set_choice("en")
    window.setUpdatesEnabled(True)


def nothing_beside(window: MainWindow) -> bool:
    """No part has to be scrolled to from side to side while the panels fold by themselves."""
    seen = [panels for panels in window.findChildren(SidePanels) if panels.isVisible()]
    return all(panels.middle.horizontalScrollBar().maximum() == 0 for panels in seen)


def at_rest(stage: Stage) -> list[str]:
    """What does not fit once all is laid out: what a job says may arrive between two looks."""
    faults: list[str] = []
    for _ in range(10):
        faults = misfits(stage.window)
        if not faults:
            break
        stage.settle(20)
    return faults


@pytest.mark.parametrize("in_front", ["data"])
def test_data_is_whole(stage: Stage) -> None:
    data = cast(DataWorkspace, stage.window.workspace("data"))
    pages = cast(DataPages, data.findChild(DataPages))
    predicted(stage)
    assert data.model.next_mistake()
    data.show_page(pages.glance)
    stage.until(lambda: pages.glance.summary is not None)
    data.show_page(pages.mistake)
    stage.until(lambda: pages.mistake.follower.gradient is not None)
    pages.mistake.updating.button.click()
    stage.until(lambda: pages.mistake.updating.result is not None)
    for state in states(stage, data.pages):
        assert at_rest(stage) == [], state
        assert elided(data) == [], state


def test_train_is_whole(stage: Stage) -> None:
    train = cast(TrainWorkspace, stage.window.workspace("train"))
    for state in states(stage, train.pages):
        assert at_rest(stage) == [], state
        assert elided(train) == [], state


def test_points_of_a_plane_are_whole(window: MainWindow) -> None:
    stage = Stage(window)
    train = cast(TrainWorkspace, window.workspace("train"))
    layers = (LayerSpec("affine", 30), LayerSpec("tanh"), LayerSpec("affine", 2))
    train.document.new(Experiment(NetworkSpec(2, layers), TrainingConfig("xor")))
    stage.until(lambda: train.surface.is_wanted)
    stage.until(lambda: train.surface.follower.survey is not None)
    for state in states(stage, train.pages, FEW):
        assert at_rest(stage) == [], state
        assert elided(train) == [], state
    window.show_workspace("data")
    data = cast(DataWorkspace, window.workspace("data"))
    stage.until(lambda: data.grid.plane.survey is not None)
    for state in states(stage, data.pages, FEW):
        assert at_rest(stage) == [], state
        assert elided(data.grid) == [], state
    hands.clear(stage)


@pytest.mark.parametrize("in_front", ["graph"])
def test_graph_is_whole(window: MainWindow) -> None:
    stage = Stage(window)
    for example, wanted in (("apple-orange", FEW), ("affine", FEW), ("two-layer-mnist", EVERY)):
        assert_graph_is_whole(stage, example, wanted)


def assert_graph_is_whole(stage: Stage, example: str, wanted: Iterable[tuple[str, QSize]]) -> None:
    graph = cast(GraphWorkspace, stage.window.workspace("graph"))
    graph.show_example(example)
    stage.until(lambda: graph.model.subject.key == example and not graph.model.is_busy)
    graph.model.to_end()
    for state in states(stage, graph.pages, wanted):
        assert at_rest(stage) == [], state
        assert elided(graph.controls) == [], state


@pytest.mark.parametrize("in_front", ["lab"])
def test_every_experiment_is_whole(window: MainWindow) -> None:
    """A picture is scrolled in the least window, and fills its card in a larger one."""
    stage = Stage(window)
    lab = cast(LabWorkspace, window.workspace("lab"))
    assert window.minimumSizeHint().expandedTo(MINIMUM_SIZE) == MINIMUM_SIZE, "all tiles"
    window.setUpdatesEnabled(False)
    for word in EXPERIMENTS:
        page = lab.open_experiment(word)
        window.resize(MINIMUM_SIZE)
        for _ in range(2):
            stage.settle()
        assert window.minimumSizeHint().expandedTo(MINIMUM_SIZE) == MINIMUM_SIZE, word
        assert at_rest(stage) == [], word
        window.resize(SMALL)
        for _ in range(2):
            stage.settle()
        assert page.picture.parentWidget().size() == page.picture.size(), word
    hands.clear(stage)


@pytest.mark.parametrize("in_front", ["graph", "train", "data"])
def test_panels_fold_in_a_small_window_and_unfold_there_whole(window: MainWindow, in_front: str) -> None:
    stage = Stage(window)
    (panels,) = window.workspace(in_front).findChildren(SidePanels)
    document = hands.trainer(stage).document
    stage.until(lambda: document.data is not None)
    window.resize(FIRST_SIZE)
    stage.settle()
    assert not any(map(panels.is_folded, panels.panels))
    window.resize(SMALL)
    stage.settle()
    folded = [side for side in panels.panels if panels.is_folded(side)]
    assert folded == (["left"] if in_front != "train" else []), "the training form stays on the screen"
    window.resize(MINIMUM_SIZE)
    stage.settle()
    assert all(map(panels.is_folded, panels.panels))
    for side in panels.panels:
        panels.buttons[side].click()
        for _ in range(3):
            stage.settle()
        assert not panels.is_folded(side)
        assert at_rest(stage) == [], f"{side} of {in_front}"
    hands.clear(stage)


def test_what_does_not_fit_is_found(qtbot: QtBot) -> None:
    """The judge itself: before a row is too narrow, and after."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
    parts = QPushButton("a button"), QLabel("a label"), ElidedLabel("a text that gives way")
    for part in parts:
        line.addWidget(part)
    qtbot.addWidget(row)
    row.resize(row.sizeHint())
    row.show()
    assert misfits(row) == elided(row) == []
    row.resize(60, row.height())
    qtbot.waitUntil(lambda: parts[0].width() < parts[0].sizeHint().width())
    found = " | ".join(misfits(row))
    assert "QPushButton “a button” in QWidget is" in found
    assert "QLabel “a label” in QWidget is" in found
    parts[1].setGeometry(parts[0].geometry().translated(5, 0))
    assert "QPushButton “a button” in QWidget is over QLabel “a label”" in " | ".join(misfits(row))
    parts[1].move(55, 0)
    assert "reaches outside of QWidget" in " | ".join(misfits(row))
    assert elided(row)
