"""Edit → Copy copies what has the focus, in the form that other programs take it in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from gui.graph.values.rows import NODE
from gui.graph.workspace import GraphWorkspace
from gui.widgets.copying import copied_from
from gui.window.main_window import MainWindow


@pytest.fixture
def in_front() -> str:
    return "graph"


@pytest.fixture
def graph(window: MainWindow) -> Iterator[GraphWorkspace]:
    QApplication.clipboard().clear()
    workspace = cast(GraphWorkspace, window.workspace("graph"))
    workspace.show_example("apple")
    workspace.model.to_end()
    yield workspace
    QApplication.clipboard().clear()


def text() -> str:
    return QApplication.clipboard().text()


def test_a_picture_is_copied_as_an_image(window: MainWindow, graph: GraphWorkspace) -> None:
    graph.picture.setFocus()
    window.menus.copy.trigger()
    assert QApplication.clipboard().image().size() == graph.picture.image().size()
    assert text() == ""


def test_the_numbers_of_the_marked_node_are_copied_beside_it(
    window: MainWindow, graph: GraphWorkspace
) -> None:
    graph.picture.setFocus()
    graph.picture.select_node("apple")
    window.menus.copy.trigger()
    assert text() == "apple\t100\t2.2"
    assert not QApplication.clipboard().image().isNull()


def test_a_number_that_is_not_computed_is_blank(window: MainWindow, graph: GraphWorkspace) -> None:
    graph.model.go(1)
    graph.picture.setFocus()
    graph.picture.select_node("apple")
    window.menus.copy.trigger()
    assert text() == "apple\t100\t"


def test_a_table_is_copied_with_tabs_and_all_digits(window: MainWindow, graph: GraphWorkspace) -> None:
    graph.values.setFocus()
    graph.values.clearSelection()
    window.menus.copy.trigger()
    lines = [line.split("\t") for line in text().splitlines()]
    assert lines[0] == ["node", "value", "gradient", "check"]
    assert lines[-1][:3] == ["price", "220.00000000000003", "1"]
    assert {len(line) for line in lines} == {4}


def test_a_selected_row_is_copied_alone(window: MainWindow, graph: GraphWorkspace) -> None:
    graph.values.setFocus()
    graph.values.selectRow(graph.values.rows.index(graph.values.rows.row("tax"), NODE).row())
    window.menus.copy.trigger()
    assert [line.split("\t")[0] for line in text().splitlines()] == ["node", "tax"]


def test_one_number_of_an_array_is_copied_with_all_its_digits(
    qtbot: QtBot, window: MainWindow, graph: GraphWorkspace
) -> None:
    graph.show_example("softmax")
    graph.model.to_end()
    graph.pages.setCurrentWidget(graph.array)
    graph.model.select("y")
    graph.array.table.setFocus()
    graph.array.table.setCurrentIndex(graph.array.numbers.index(0, 1))
    window.menus.copy.trigger()
    assert graph.model.trace is not None
    assert float(text()) == float(graph.model.trace.values["y"][1])  # type: ignore[index]


def test_a_field_gives_what_is_marked_and_keeps_the_key(
    qtbot: QtBot, window: MainWindow, graph: GraphWorkspace
) -> None:
    field = graph.expression.field
    field.setFocus()
    field.selectAll()
    window.menus.copy.trigger()
    assert text() == field.toPlainText()
    QApplication.clipboard().clear()
    qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert text() == field.toPlainText()


def test_other_things_with_text(qtbot: QtBot) -> None:
    box = QSpinBox(maximum=500, value=128)
    names = QListWidget()
    names.addItems(["one", "two"])
    label = QLabel("a sentence")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    for widget in (box, names, label):
        qtbot.addWidget(widget)
    box.selectAll()
    assert said_of(box) == "128"
    assert said_of(names) == "one\ntwo"
    assert said_of(label) is None
    label.setSelection(2, 8)
    assert said_of(label) == "sentence"
    assert said_of(None) is None


def said_of(widget: QWidget | None) -> str | None:
    found = copied_from(widget)
    return None if found is None else found.text()
