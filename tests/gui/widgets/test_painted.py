"""What a screen reader finds in a painted view, and that nothing of it outlives the view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from gui.widgets import painted
from gui.widgets.painted import Painted, Part

Name, Description = QAccessible.Text.Name, QAccessible.Text.Description


class Letters(Painted, QWidget):
    """A letter each 10 pixels; a press chooses one, but none chooses "c"."""

    painted_role = QAccessible.Role.List

    def __init__(self, letters: str) -> None:
        super().__init__()
        self.letters, self.chosen = letters, ""
        self.setAccessibleName("Letters")
        self.button = QPushButton("More", self)

    def part_count(self) -> int:
        return len(self.letters)

    def part(self, index: int) -> Part:
        letter = self.letters[index]

        def press() -> None:
            self.chosen = letter

        rect = QRectF(10 * index, 0, 10, 10)
        return Part(letter, rect, None if letter == "c" else press, letter == self.chosen)

    def spoken_scale(self) -> str:
        return "from a to z"


@pytest.fixture
def letters(qtbot: QtBot) -> Letters:
    painted.install()
    painted.install()  # a second time does nothing
    view = Letters("abc")
    view.resize(200, 40)
    qtbot.addWidget(view)
    view.show()
    return view


def whole(view: Letters) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(view)


def test_the_parts_come_first_and_then_the_widgets_in_the_view(letters: Letters) -> None:
    view = whole(letters)
    assert (view.role(), view.text(Name)) == (QAccessible.Role.List, "Letters")
    children = [view.child(place) for place in range(view.childCount())]
    assert [child.text(Name) for child in children] == ["a", "b", "c", "More"]
    assert [view.indexOfChild(child) for child in children] == [0, 1, 2, 3]
    assert [child.role() for child in children[2:]] == [QAccessible.Role.ListItem, QAccessible.Role.Button]
    assert children[1].parent().text(Name) == "Letters"
    assert (children[1].childCount(), children[1].child(0), children[1].indexOfChild(view)) == (0, None, -1)
    letters.letters = "x"
    assert [view.child(place).text(Name) for place in range(view.childCount())] == ["x", "More"]


def test_a_part_stands_where_it_is_painted(letters: Letters) -> None:
    corner = letters.mapToGlobal(QPoint(10, 0))
    assert whole(letters).child(1).rect().topLeft() == corner
    assert whole(letters).childAt(corner.x() + 5, corner.y() + 5).text(Name) == "b"


def test_a_press_is_the_one_action_where_there_is_one(letters: Letters) -> None:
    part = whole(letters).child(1)
    action = part.actionInterface()
    assert action.actionNames() == ["Press"]
    assert action.keyBindingsForAction("Press") == []
    action.doAction("Toggle")
    assert letters.chosen == ""
    assert not part.state().selected
    action.doAction("Press")
    assert letters.chosen == "b"
    assert part.state().selected
    assert whole(letters).child(2).actionInterface() is None
    assert part.valueInterface() is None


def test_the_scale_is_said_after_the_description(letters: Letters) -> None:
    assert whole(letters).text(Description) == "from a to z"
    letters.setAccessibleDescription("three letters")
    assert whole(letters).text(Description) == "three letters · from a to z"


def test_what_is_there_no_more_says_nothing(letters: Letters) -> None:
    last = whole(letters).child(2)
    letters.letters = "a"
    assert (last.text(Name), last.rect().isEmpty(), last.actionInterface()) == ("", True, None)
    assert last.state().invisible
    assert not whole(letters).child(0).state().invisible
    letters.hide()
    assert whole(letters).child(0).state().invisible


def test_all_of_it_ends_with_the_view(qapp: QApplication) -> None:
    painted.install()
    letters = Letters("abc")
    view, part = whole(letters), whole(letters).child(0)
    letters.deleteLater()
    QCoreApplication.sendPostedEvents(letters, QEvent.Type.DeferredDelete)
    assert not any(Shiboken.isValid(each) for each in (letters, view, part))
