"""The menu “Graph” of the window: it does what the buttons do, and its keys stay those of the workspace."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gui.graph.workspace import GraphWorkspace
from gui.menus.graph_menu import GraphMenu
from gui.window.main_window import MainWindow


def menu_of(window: MainWindow) -> GraphMenu:
    (menu,) = window.menus.findChildren(GraphMenu)
    return menu


@pytest.fixture
def in_front() -> str:
    return "graph"


@pytest.fixture
def graph(window: MainWindow) -> GraphWorkspace:
    workspace = cast(GraphWorkspace, window.workspace("graph"))
    workspace.show_example("apple")
    return workspace


def test_it_stands_in_the_menu_bar_with_its_keys(window: MainWindow, graph: GraphWorkspace) -> None:
    menu = menu_of(window)
    assert menu.title() == "&Graph"
    assert menu in window.menus.with_keys()
    shown = dict(action.text().split("\t") for action in menu.actions() if "\t" in action.text())
    assert shown == {
        "Step": "→",
        "Step back": "←",
        "To the start": "Home",
        "To the end": "End",
        "Play": "Space",
        "Fit": "Ctrl+0",
    }
    assert all(action.toolTip() for action in menu.by_name.values())


def test_it_steps_to_and_fro(window: MainWindow, graph: GraphWorkspace) -> None:
    menu, model = menu_of(window), graph.model
    for name, position in (("step", 1), ("step", 2), ("back", 1), ("to_end", 4), ("to_start", 0)):
        menu.by_name[name].trigger()
        assert model.position == position, name
    assert not menu.by_name["back"].isEnabled()
    assert menu.by_name["step"].isEnabled()


def test_play_says_pause_while_it_plays(window: MainWindow, graph: GraphWorkspace) -> None:
    play = menu_of(window).by_name["play"]
    play.trigger()
    assert graph.player.is_playing
    assert play.text().startswith("Pause")
    assert graph.controls.buttons["play"].text() == "Pause"
    play.trigger()
    assert not graph.player.is_playing
    assert play.text().startswith("Play")


def test_the_quiz_is_marked_wherever_it_was_asked_for(window: MainWindow, graph: GraphWorkspace) -> None:
    quiz = menu_of(window).by_name["quiz"]
    quiz.trigger()
    assert graph.model.is_quiz
    assert quiz.isChecked()
    assert not menu_of(window).by_name["step"].isEnabled()
    graph.header.quiz.click()
    assert not quiz.isChecked()


def test_fit_brings_the_whole_into_view(window: MainWindow, graph: GraphWorkspace) -> None:
    graph.picture.zoom(3.0)
    assert not graph.picture.is_fitted
    menu_of(window).by_name["fit"].trigger()
    assert graph.picture.is_fitted


def test_saving_asks_where_to(window: MainWindow, graph: GraphWorkspace) -> None:
    menu_of(window).by_name["png"].trigger()
    (dialog,) = graph.findChildren(QFileDialog)
    assert dialog.defaultSuffix() == "png"
    dialog.reject()


def test_what_is_not_seen_cannot_be_acted_on(window: MainWindow, graph: GraphWorkspace) -> None:
    menu = menu_of(window)
    window.show_workspace("lab")
    assert not any(action.isEnabled() for action in menu.by_name.values())
    window.show_workspace("graph")
    assert menu.by_name["step"].isEnabled()


def test_its_keys_work_in_the_graph_alone(qtbot: QtBot, window: MainWindow, graph: GraphWorkspace) -> None:
    graph.picture.setFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Right)
    assert graph.model.position == 1
    window.show_workspace("lab")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Space):
        qtbot.keyClick(window.workspace("lab"), key)
    assert graph.model.position == 1
    assert not graph.player.is_playing


def test_a_window_is_translated_with_its_menu(
    window: MainWindow, graph: GraphWorkspace, doubled: None
) -> None:
    menu = menu_of(window)
    assert menu.words["step"] != "Step"
    assert graph.controls.buttons["step"].text() == menu.words["step"]
