"""The pages of the Graph workspace for the numbers of an array and for one output of an affine layer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.graph.picture.arrays.popup import ArrayPopup
from gui.graph.values.rows import GRADIENT
from gui.graph.workspace import GraphWorkspace
from tests.gui.graph.screen import cell, press, show

LEFT = Qt.MouseButton.LeftButton


def test_the_numbers_of_an_array_stand_on_their_page(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    show(qtbot, workspace, "affine")
    workspace.model.select("W")
    workspace.pages.setCurrentWidget(workspace.array)
    numbers = workspace.array.numbers
    assert workspace.array.node == "W"
    assert (numbers.rowCount(), numbers.columnCount()) == (2, 3)
    assert numbers.index(1, 2).data() == "6"
    workspace.array.show_gradient(True)
    assert numbers.rowCount() == 0
    workspace.model.to_end()
    assert [numbers.index(0, j).data() for j in range(3)] == ["4", "4", "4"]


def test_one_output_of_affine_is_its_products_its_bias_and_their_sum(
    qtbot: QtBot, workspace: GraphWorkspace
) -> None:
    show(qtbot, workspace, "affine")
    workspace.model.to_end()
    workspace.model.select("Y")
    workspace.pages.setCurrentWidget(workspace.array)
    workspace.array.table.doubleClicked.emit(workspace.array.numbers.index(1, 2))
    page = workspace.output
    assert workspace.pages.currentWidget() is page
    assert (page.row.value(), page.column.value()) == (1, 2)
    products = [[page.products.index(i, j).data() for j in range(4)] for i in range(2)]
    assert products == [["1", "4", "6", "24"], ["0", "3", "5", "15"]]
    assert page.total.lines() == ("Y[1, 2] = Σ x·W + b[2]", "= 39 + 3 = 42")
    qtbot.mouseClick(page.draw, LEFT)
    assert workspace.model.subject.kind == "output"
    assert workspace.header.back.isVisible()
    workspace.model.to_end()
    assert cell(workspace, "W[0,2]", GRADIENT) == "3"
    qtbot.mouseClick(workspace.header.back, LEFT)
    assert workspace.model.subject.key == "affine"
    assert not workspace.header.back.isVisible()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_press_on_the_numbers_of_an_array_in_the_picture_chooses_its_node(
    qtbot: QtBot, workspace: GraphWorkspace
) -> None:
    show(qtbot, workspace, "affine")
    picture = workspace.picture
    assert picture.diagram is not None
    place = picture.mapFromScene(picture.diagram.numbers["W", "value"].ink().center())
    qtbot.mousePress(picture.viewport(), LEFT, pos=place)
    popup = picture.findChild(ArrayPopup)
    assert popup is not None
    popup.close()
    assert workspace.model.selected == "W"
    workspace.picture.setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert workspace.model.selected == "B"


def test_the_pages_say_so_where_they_have_nothing(workspace: GraphWorkspace) -> None:
    workspace.pages.setCurrentWidget(workspace.output)
    assert not workspace.output.table.isVisible()
    workspace.pages.setCurrentWidget(workspace.array)
    assert not workspace.array.table.isVisible()
