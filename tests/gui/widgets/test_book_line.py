"""The line “matches the book”: it needs no graph, only the texts of what is compared."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.look.theme import Theme
from gui.widgets.book_line import SHOWN, BookLine, Printed

RIGHT = Printed("f(3)", "1.88", "1.879999999", "1.88", matches=True)
WRONG = Printed("f <x>", "2", "2", "3", matches=False)


@pytest.fixture
def line(qtbot: QtBot, theme: Theme) -> BookLine:
    line = BookLine(theme)
    qtbot.addWidget(line)
    return line


def test_without_numbers_it_is_hidden(line: BookLine) -> None:
    assert line.isHidden()
    line.set_numbers((RIGHT,), 4)
    assert not line.isHidden()
    line.set_numbers(())
    assert line.isHidden()


def test_it_says_whether_all_numbers_match(line: BookLine) -> None:
    line.set_numbers((RIGHT, RIGHT), 4)
    assert line.text() == "✓ matches the book: 1.88 · 1.88"
    line.set_numbers((RIGHT, WRONG), 4)
    assert line.text() == "✗ does not match the book: 1.88 · 2"


def test_of_many_numbers_it_names_the_first(line: BookLine) -> None:
    line.set_numbers((RIGHT,) * (SHOWN + 1), 4)
    assert line.text().count("1.88") == SHOWN
    assert line.text().endswith("· …")


def test_the_table_has_each_number_with_its_digits(line: BookLine) -> None:
    line.set_numbers((RIGHT, WRONG), 4)
    table = line.table()
    assert "Deep Learning from Scratch, chapter 4" in table
    assert "f &lt;x&gt;" in table
    assert table.index("1.879999999") < table.index("✓") < table.index("✗")


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_press_opens_the_table(qtbot: QtBot, line: BookLine) -> None:
    line.set_numbers((RIGHT,), 4)
    line.show()
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
