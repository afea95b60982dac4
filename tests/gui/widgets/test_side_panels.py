"""Panels beside a middle: when they fold by themselves, what a person decides, what is remembered of it."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.look.icons import Icons
from gui.widgets.layouts import column_of, holding
from gui.widgets.side_panels import BUTTON, LEAST_MIDDLE, SidePanels

COMFORTABLE, LEFT, RIGHT = 500, 100, 200
MARGINS = 2 * BUTTON.width()
BOTH = MARGINS + COMFORTABLE + LEFT + RIGHT + 2 * 12
"""The width from which on both panels have room."""


class Place(QWidget):
    """A workspace with two panels beside a middle."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.panels = SidePanels("across", icons, self)
        middle = QWidget()
        middle.setMinimumSize(450, 300)
        self.field = QLineEdit()
        left, right = holding(column_of(self.field)), QWidget()
        left.setMinimumWidth(LEFT)
        right.setMinimumWidth(RIGHT)
        self.panels.fill(middle, COMFORTABLE, left, right)
        self.setLayout(self.panels.framed())

    def folded(self, width: int) -> str:
        """Which are folded at that width."""
        self.resize(width, 200)
        return " ".join(side for side in self.panels.panels if self.panels.is_folded(side))


@pytest.fixture
def place(qtbot: QtBot, icons: Icons) -> Place:
    place = Place(icons)
    qtbot.addWidget(place)
    place.show()
    return place


def test_they_fold_and_unfold_with_the_width(place: Place) -> None:
    for width, folded in (
        (BOTH, ""),
        (BOTH - 1, "left"),
        (BOTH - LEFT - 12, "left"),
        (BOTH - LEFT - 13, "right left"),
        (BOTH - RIGHT, "right left"),  # the left one alone would have room; but it is needed less
        (BOTH, ""),
    ):
        assert place.folded(width) == folded, width


def test_what_a_person_folds_stays_folded(place: Place) -> None:
    place.folded(BOTH)
    QTest.mouseClick(place.panels.buttons["right"], Qt.MouseButton.LeftButton)
    assert place.folded(BOTH) == place.folded(2 * BOTH) == "right"
    assert place.folded(BOTH - RIGHT - 12) == "right", "the left one has its room now"
    QTest.mouseClick(place.panels.buttons["right"], Qt.MouseButton.LeftButton)
    assert place.folded(BOTH) == ""
    assert place.folded(BOTH - 1) == "left", "what the width gives is left to the width again"


def test_what_a_person_unfolds_stays_and_the_middle_is_scrolled(place: Place) -> None:
    narrow = MARGINS + LEAST_MIDDLE + LEFT + 12
    assert place.folded(narrow) == "right left"
    place.panels.toggle("left")
    assert place.folded(narrow) == place.folded(narrow + 50) == "right"
    assert place.folded(narrow) == "right"
    assert place.panels.middle.horizontalScrollBar().maximum() > 0
    assert place.folded(2 * BOTH) == ""
    assert place.folded(narrow) == "right"
    place.panels.toggle("left")
    assert place.folded(narrow) == "right left"


def test_one_gives_way_to_the_other_for_good(place: Place) -> None:
    narrow = MARGINS + LEAST_MIDDLE + RIGHT + 12
    place.folded(narrow)
    place.panels.toggle("left")
    place.panels.toggle("right")
    assert place.folded(narrow) == "left"
    place.panels.toggle("right")
    assert place.folded(narrow) == "right left"


def test_what_is_asked_for_is_revealed(place: Place) -> None:
    narrow = MARGINS + LEAST_MIDDLE + RIGHT + 12
    place.folded(narrow)
    place.panels.reveal("right")
    assert place.folded(narrow) == "left"
    place.panels.reveal("right")
    assert place.folded(narrow) == "left"


def test_keys_do_not_go_to_what_is_folded(qtbot: QtBot, place: Place) -> None:
    place.folded(BOTH)
    place.field.setFocus()
    place.panels.toggle("left")
    assert not place.panels.isAncestorOf(place.window().focusWidget())


def test_the_buttons_say_what_they_do_and_stay(place: Place) -> None:
    place.folded(BOTH)
    button = place.panels.buttons["left"]
    where = button.geometry()
    names = []
    for _ in range(2):
        names.append(button.accessibleName())
        assert names[-1] in button.toolTip()
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert button.geometry() == where
    assert names == ["Fold the left panel away (F9)", "Unfold the left panel (F9)"]
    assert button.accessibleName() == names[0]


def kept(state: QByteArray, _name: str) -> QByteArray:
    """The same of everything."""
    return state


def test_choices_are_remembered(qtbot: QtBot, icons: Icons, place: Place) -> None:
    place.folded(BOTH)
    place.panels.toggle("right")
    states = place.panels.states()
    again = Place(icons)
    qtbot.addWidget(again)
    again.panels.remember(lambda name: states.get(name, QByteArray()))
    again.show()
    assert again.folded(BOTH) == "right"
    for damaged in (b"", b"\xff\x00", b"+top left"):
        again.panels.remember(partial(kept, QByteArray(damaged)))
        assert again.folded(again.width() + 1) == "", damaged
