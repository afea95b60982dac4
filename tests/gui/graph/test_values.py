"""The pages beside the picture: colours that a selection leaves alone, names that are whole, a legend."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.graph.values.rows import GRADIENT, NODE, VALUE
from gui.graph.values.table import ValuesTable
from gui.graph.workspace import GraphWorkspace
from gui.look.icons import Icons
from gui.look.theme import Theme
from tests.gui.graph.screen import click_row, show


def hues(workspace: GraphWorkspace, node: str, column: int) -> set[int]:
    """Those of the strong colours that a cell of “All values” is painted with."""
    table = workspace.values
    place = table.visualRect(table.rows.index(table.rows.row(node), column)).adjusted(2, 3, -2, -3)
    image = table.viewport().grab(place).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {pixel.hsvHue() for pixel in pixels if pixel.hsvSaturation() > 190}


def test_a_selected_row_keeps_the_colours_of_its_numbers(
    qtbot: QtBot, workspace: GraphWorkspace, icons: Icons
) -> None:
    workspace.model.to_end()
    click_row(qtbot, workspace, "tax")
    workspace.model.to_end()
    table = workspace.values
    assert [index.row() for index in table.selectionModel().selectedRows()] == [table.rows.row("tax")]
    for column, token in ((VALUE, "blue"), (GRADIENT, "vermilion")):
        hue = icons.theme.color(token).hsvHue()
        assert any(abs(found - hue) < 6 for found in hues(workspace, "tax", column)), token
    place = table.visualRect(table.rows.index(table.rows.row("tax"), NODE))
    corner = table.viewport().grab(place).toImage().pixelColor(place.width() - 3, place.height() // 2)
    assert corner == QColor(icons.theme.tokens.selection)


def test_a_name_beside_free_room_is_whole(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    """Numbers take what they need at their longest, and the name has the rest."""
    show(qtbot, workspace, "apple-orange")
    table = workspace.values
    for row in range(table.rows.rowCount()):
        index = table.rows.index(row, NODE)
        needed = table.fontMetrics().horizontalAdvance(str(index.data(Qt.ItemDataRole.DisplayRole)))
        if "z₃" not in str(index.data()):
            assert needed + 16 <= table.columnWidth(NODE), index.data()


def test_long_numbers_leave_short_names_whole(qtbot: QtBot, workspace: GraphWorkspace, theme: Theme) -> None:
    """Numbers are cut before a name that says which row it is, in the narrowest panel as well."""
    table = ValuesTable(workspace.model, theme)
    qtbot.addWidget(table)
    table.resize(250, 300)
    table.show()
    show(qtbot, workspace, "three-layer")
    QApplication.processEvents()
    for row in range(table.rows.rowCount()):
        name = str(table.rows.index(row, NODE).data(Qt.ItemDataRole.DisplayRole))
        assert table.fontMetrics().horizontalAdvance(name) + 16 <= table.columnWidth(NODE), name
    assert table.columnWidth(VALUE) > 60


def test_stepping_changes_no_width(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    show(qtbot, workspace, "apple-orange")
    table = workspace.values
    before = [table.columnWidth(column) for column in range(4)]
    workspace.model.to_end()
    assert [table.columnWidth(column) for column in range(4)] == before


def test_the_array_page_tells_weights_and_gradients_from_values(
    qtbot: QtBot, workspace: GraphWorkspace, icons: Icons
) -> None:
    show(qtbot, workspace, "affine")
    workspace.model.to_end()
    workspace.pages.setCurrentWidget(workspace.array)
    tokens = icons.theme.tokens
    for node, gradient, above in (
        ("X", False, tokens.blue),
        ("W", False, tokens.positive),
        ("Y", False, tokens.blue),
        ("X", True, tokens.positive),
    ):
        workspace.model.select(node)
        workspace.array.show_gradient(gradient)
        assert above in workspace.array.legend.text(), (node, gradient)
        cell = workspace.array.numbers.index(0, 0).data(Qt.ItemDataRole.BackgroundRole)
        assert cell.name() == QColor(above).name().lower(), (node, gradient)
