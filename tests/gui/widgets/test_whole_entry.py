"""A field that is entered: all of it is selected, by the first click and by a double click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.fields.number_edit import NumberEdit
from gui.widgets.fields.whole_entry import WholeEntry

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A page with one field, which gets the focus before another is entered."""
    page = QWidget()
    QVBoxLayout(page).addWidget(QLineEdit("another"))
    qtbot.addWidget(page)
    return page


def shown(page: QWidget, field: QWidget, qtbot: QtBot) -> None:
    layout = page.layout()
    assert layout is not None
    layout.addWidget(field)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    leave(page)


def leave(page: QWidget) -> None:
    page.findChildren(QLineEdit)[0].setFocus()


def test_a_double_click_selects_more_than_what_is_behind_the_point(page: QWidget, qtbot: QtBot) -> None:
    field = NumberEdit(whole=False)
    field.show_value(0.1)
    shown(page, field, qtbot)
    QTest.mouseDClick(field, LEFT, pos=QPoint(8, field.height() // 2))
    QTest.keyClicks(field, "0.5")
    assert field.text() == "0.5"


def test_the_first_click_selects_all_and_the_second_sets_the_cursor(page: QWidget, qtbot: QtBot) -> None:
    field = WholeEntry("[[1, 2], [3, 4]]")
    shown(page, field, qtbot)
    QTest.mouseClick(field, LEFT, pos=QPoint(30, field.height() // 2))
    assert field.selectedText() == "[[1, 2], [3, 4]]"
    QTest.mouseClick(field, LEFT, pos=QPoint(30, field.height() // 2), delay=600)  # no double click
    assert not field.hasSelectedText()


def test_a_drag_selects_what_it_crosses(page: QWidget, qtbot: QtBot) -> None:
    field = WholeEntry("0.12345678")
    shown(page, field, qtbot)
    y = field.height() // 2
    QTest.mousePress(field, LEFT, pos=QPoint(2, y))
    QTest.mouseMove(field, QPoint(30, y))
    QTest.mouseRelease(field, LEFT, pos=QPoint(30, y))
    assert field.selectedText() not in ("", "0.12345678")


def test_of_a_spin_box_the_unit_stays(page: QWidget, qtbot: QtBot) -> None:
    box = QSpinBox(maximum=100, value=50, suffix=" %")
    line = WholeEntry()
    line.serve(box)
    shown(page, box, qtbot)
    assert line.text() == "50 %"
    for press in (QTest.mouseClick, QTest.mouseDClick):
        leave(page)
        press(line, LEFT, pos=QPoint(10, line.height() // 2))
        assert line.selectedText() == "50"
    QTest.keyClicks(box, "7")
    assert box.value() == 7
