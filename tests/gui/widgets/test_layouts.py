"""Rows and columns: order, stretch, alignment, spacing and margins as they are written."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.layouts import Space, Stretch, column_of, row_of


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
