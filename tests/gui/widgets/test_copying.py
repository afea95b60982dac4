"""Edit → Copy: what the widget with the focus, or one that it lies in, gives to the clipboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData
from PySide6.QtGui import QColor, QImage, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.widgets.copying import copied_from, table_to_copy, text_to_copy


class Giving(QWidget):
    """Gives what it is told to."""

    given: QMimeData | None = None

    def copied(self) -> QMimeData | None:
        return self.given


def text(widget: QWidget) -> str | None:
    found = copied_from(widget)
    return found.text() if found is not None else None


def test_the_nearest_that_has_something_is_asked(qtbot: QtBot) -> None:
    outer, inner = Giving(), Giving()
    qtbot.addWidget(outer)
    inner.setParent(outer)
    button = QPushButton(inner)
    assert copied_from(button) is None
    outer.given = text_to_copy("outer")
    assert text(button) == "outer"
    inner.given = text_to_copy("inner")
    assert text(button) == "inner"
    assert copied_from(None) is None


def test_fields_give_what_is_selected_or_all(qtbot: QtBot) -> None:
    field, number, choice = QLineEdit("0.125"), QSpinBox(minimum=-9), QComboBox()
    lines = QPlainTextEdit("a\nb")
    number.setValue(-7)
    choice.addItem("adam")
    for widget in (field, number, choice, lines):
        qtbot.addWidget(widget)
    assert [text(widget) for widget in (field, number, choice, lines)] == ["0.125", "-7", "adam", "a\nb"]
    field.setSelection(2, 2)
    assert text(field) == "12"
    label = QLabel("not selected")
    qtbot.addWidget(label)
    assert copied_from(label) is None


@pytest.fixture
def table(qtbot: QtBot) -> QTableView:
    model = QStandardItemModel(2, 3)
    model.setHorizontalHeaderLabels(["a", "b", "c"])
    for row in range(2):
        for column in range(3):
            model.setItem(row, column, QStandardItem(f"−{row}{column}"))
    view = QTableView()
    model.setParent(view)
    view.setModel(model)
    qtbot.addWidget(view)
    return view


def test_a_table_gives_all_its_rows_or_those_that_are_selected_or_one_cell(table: QTableView) -> None:
    assert text(table) == "a\tb\tc\n-00\t-01\t-02\n-10\t-11\t-12"
    table.selectRow(1)
    assert text(table) == "a\tb\tc\n-10\t-11\t-12"
    table.setColumnHidden(1, True)
    assert text(table) == "a\tc\n-10\t-12"
    index = table.model().index(0, 2)
    table.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert text(table) == "-02"


def test_a_picture_comes_with_its_numbers() -> None:
    image = QImage(2, 3, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    both = table_to_copy([["x", 0.5], ["y", 2]], image)
    assert both is not None
    assert both.text() == "x\t0.5\ny\t2"
    assert both.hasImage()
    assert both.imageData().size() == image.size()
    assert table_to_copy([]) is None
