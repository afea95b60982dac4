"""Rows and columns: order, stretch, alignment, spacing and margins as they are written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.layouts import Space, Stretch, column_of, holding, keep_place, row_of, scrolled, stack_of


def test_a_row_in_a_column_stands_where_it_is_written(qtbot: QtBot) -> None:
    place, first, second, below = QWidget(), QLabel("first"), QLabel("second"), QLabel("below")
    qtbot.addWidget(place)
    line = row_of(first, Space(7), (second, 2), spacing=3)
    whole = column_of(line, (below, 0, Qt.AlignmentFlag.AlignRight), Stretch(1), margins=(1, 2, 3, 4))
    place.setLayout(whole)
    place.resize(300, 200)
    place.show()
    assert [label.parentWidget() for label in (first, second, below)] == [place] * 3
    assert second.x() == first.geometry().right() + 1 + 7 + 3
    assert below.y() > first.geometry().bottom()
    assert below.geometry().right() == place.width() - 1 - 3
    assert below.geometry().bottom() < place.height() / 2
    assert (line.spacing(), line.stretch(2), whole.stretch(2)) == (3, 2, 1)
    assert whole.contentsMargins() == QMargins(1, 2, 3, 4)


def test_without_a_spacing_the_style_decides(qtbot: QtBot) -> None:
    place, plain = QWidget(), QWidget()
    for widget in (place, plain):
        qtbot.addWidget(widget)
    place.setLayout(column_of(QLabel("a"), QLabel("b")))
    bare = column_of()
    plain.setLayout(bare)
    layout = place.layout()
    assert layout is not None
    assert layout.spacing() == bare.spacing() >= 0
    assert layout.contentsMargins() == QMargins()


def test_no_page_of_a_stack_is_ever_a_window_of_its_own(qtbot: QtBot) -> None:
    place, first, second = QWidget(), QLabel("first"), QLabel("second")
    qtbot.addWidget(place)
    stack = stack_of(place, first, second)
    assert not first.isWindow()
    place.show()
    assert (first.isVisible(), second.isVisible()) == (True, False)
    stack.setCurrentIndex(1)
    assert (first.isVisible(), second.isVisible()) == (False, True)


@pytest.mark.parametrize("way", list(Qt.Orientation))
def test_an_area_scrolls_one_way_alone(qtbot: QtBot, way: Qt.Orientation) -> None:
    content = QWidget()
    content.setMinimumSize(900, 900)
    area = scrolled(content, way)
    qtbot.addWidget(area)
    area.resize(300, 300)
    area.show()
    assert area.verticalScrollBar().isVisible() == (way == Qt.Orientation.Vertical)
    assert area.horizontalScrollBar().isVisible() == (way == Qt.Orientation.Horizontal)


def test_a_hidden_widget_keeps_its_place(qtbot: QtBot) -> None:
    first, second = QLabel("first"), QLabel("second")
    place = holding(row_of(first, second))
    qtbot.addWidget(place)
    keep_place(first)
    place.show()
    x = second.x()
    first.hide()
    assert second.x() == x > 0
