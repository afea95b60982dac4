"""The view that pictures of places derive from: mouse, keys, tooltips and what is read aloud."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.look.theme import Theme
from gui.widgets.places_view import PlacesView

SIDE = 20
Key = Qt.Key


class Squares(PlacesView):
    """`amount` squares, `wide` of them in a row."""

    def __init__(self, theme: Theme, amount: int, wide: int) -> None:
        super().__init__(theme)
        self.amount, self.wide = amount, wide
        self.places_changed()

    def set_amount(self, amount: int) -> None:
        self.amount = amount
        self.places_changed()

    def places(self) -> int:
        return self.amount

    def across(self) -> int:
        return self.wide

    def place_rect(self, place: int) -> QRectF:
        row, column = divmod(place, self.wide)
        return QRectF(column * SIDE, row * SIDE, SIDE - 2, SIDE - 2)

    def text_of(self, place: int) -> str:
        return f"square {place}"

    def sizeHint(self) -> QSize:
        return QSize(200, 200)

    def paint(self, painter: QPainter) -> None:
        for place in range(self.amount):
            painter.fillRect(self.place_rect(place), self._theme.color("hover"))


class Running(Squares):
    runs_on = True


class Read(Squares):
    choosable = False


class Sheet(QWidget):
    """The view below a field, in an active window. `chosen` are the places that were chosen, `left` the keys
    that the view left to its owner."""

    def __init__(self, qtbot: QtBot, view: PlacesView) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.chosen: list[int] = []
        self.left: list[int] = []
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(view)
        view.chosen.connect(self.chosen.append)
        qtbot.addWidget(self)
        self.show()
        self.activateWindow()
        qtbot.waitUntil(self.isActiveWindow)
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.left.append(event.key())


def center(view: PlacesView, place: int) -> QPoint:
    return view.place_rect(place).center().toPoint()


def move(view: PlacesView, point: QPoint) -> None:
    """Move the mouse, no button pressed: the offscreen platform tells a widget nothing of its pointer."""
    at, none = QPointF(point), Qt.MouseButton.NoButton
    no_key = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, at, QPointF(view.mapToGlobal(point)), none, none, no_key)
    QApplication.sendEvent(view, event)


def walk(view: PlacesView, *keys: Qt.Key) -> int | None:
    for key in keys:
        QTest.keyClick(view, key)
    return view.current


def test_a_click_on_a_place_makes_it_current_and_chooses_it(qtbot: QtBot, theme: Theme) -> None:
    view = Squares(theme, 7, 3)
    sheet = Sheet(qtbot, view)
    assert view.current == 0
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=center(view, 4))
    assert (view.current, sheet.chosen) == (4, [4])
    assert view.accessibleDescription() == "square 4"
    assert view.hasFocus()


def test_a_click_beside_the_places_or_with_another_button_does_nothing(qtbot: QtBot, theme: Theme) -> None:
    view = Squares(theme, 7, 3)
    sheet = Sheet(qtbot, view)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=center(view, 7))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(SIDE - 1, 5))
    QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=center(view, 4))
    assert (view.current, sheet.chosen) == (0, [])


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_enter_and_space_choose_the_current_place(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    view = Squares(theme, 7, 3)
    sheet = Sheet(qtbot, view)
    view.setFocus()
    assert walk(view, Key.Key_Right) == 1
    assert sheet.chosen == []
    QTest.keyClick(view, key)
    assert sheet.chosen == [1]


def test_arrows_walk_a_grid_and_stay_within_it(qtbot: QtBot, theme: Theme) -> None:
    view = Squares(theme, 7, 3)
    _sheet = Sheet(qtbot, view)
    assert walk(view, Key.Key_Left, Key.Key_Up) == 0
    assert walk(view, Key.Key_Right, Key.Key_Right) == 2
    assert walk(view, Key.Key_Right) == 2
    assert walk(view, Key.Key_Down) == 5
    # The last row has but one place, and none is below this one.
    assert walk(view, Key.Key_Down) == 5
    assert walk(view, Key.Key_End) == 6
    assert walk(view, Key.Key_Right, Key.Key_Down) == 6
    assert walk(view, Key.Key_Up) == 3
    assert walk(view, Key.Key_Left) == 3
    assert walk(view, Key.Key_Home) == 0


def test_where_rows_run_on_right_leads_to_the_next_one(qtbot: QtBot, theme: Theme) -> None:
    view = Running(theme, 7, 3)
    _sheet = Sheet(qtbot, view)
    assert walk(view, *[Key.Key_Right] * 3) == 3
    assert walk(view, Key.Key_Left) == 2
    assert walk(view, *[Key.Key_Right] * 9) == 6
    assert walk(view, *[Key.Key_Left] * 9) == 0


@pytest.mark.parametrize(
    ("wide", "forward", "back", "across"),
    [
        (1, Key.Key_Down, Key.Key_Up, Key.Key_Right),
        (5, Key.Key_Right, Key.Key_Left, Key.Key_Down),
    ],
)
def test_a_list_has_one_direction_and_leaves_other_keys_to_its_owner(
    qtbot: QtBot, theme: Theme, wide: int, forward: Qt.Key, back: Qt.Key, across: Qt.Key
) -> None:
    view = Squares(theme, 5, wide)
    sheet = Sheet(qtbot, view)
    assert walk(view, forward, forward, back) == 1
    assert walk(view, *[forward] * 9) == 4
    assert sheet.left == []
    assert walk(view, across, Key.Key_A) == 4
    assert sheet.left == [across, Key.Key_A]


def test_places_that_are_only_read_are_walked_but_not_chosen(qtbot: QtBot, theme: Theme) -> None:
    view = Read(theme, 5, 5)
    sheet = Sheet(qtbot, view)
    move(view, center(view, 1))
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=center(view, 2))
    assert walk(view, Key.Key_Right, Key.Key_Return, Key.Key_Space) == 3
    assert sheet.chosen == []


def test_places_that_are_only_read_are_told_all_together_until_one_is_asked_for(
    qtbot: QtBot, theme: Theme
) -> None:
    view = Read(theme, 3, 3)
    sheet = Sheet(qtbot, view)
    assert view.accessibleDescription() == "square 0; square 1; square 2"
    view.setFocus()
    walk(view, Key.Key_Right)
    assert view.accessibleDescription() == "square 1"
    sheet.field.setFocus()
    assert view.accessibleDescription() == "square 0; square 1; square 2"


def test_the_pointer_shows_what_can_be_clicked(qtbot: QtBot, theme: Theme) -> None:
    view = Squares(theme, 7, 3)
    _sheet = Sheet(qtbot, view)
    move(view, center(view, 1))
    assert view.hovered == 1
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    move(view, center(view, 7))
    assert view.hovered is None
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor


def ask(view: PlacesView, point: QPoint) -> None:
    """Rest over a point until the tooltip comes."""
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, point, view.mapToGlobal(point)))


def test_the_tooltip_says_the_place_and_nothing_beside_it(qtbot: QtBot, theme: Theme) -> None:
    view = Squares(theme, 7, 3)
    _sheet = Sheet(qtbot, view)
    ask(view, center(view, 5))
    assert QToolTip.text() == "square 5"
    ask(view, center(view, 7))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_beside_its_places_a_view_has_its_own_tooltip(qtbot: QtBot, theme: Theme) -> None:
    view = Squares(theme, 7, 3)
    _sheet = Sheet(qtbot, view)
    view.setToolTip("seven squares")
    ask(view, center(view, 7))
    assert QToolTip.text() == "seven squares"
    ask(view, center(view, 5))
    assert QToolTip.text() == "square 5"


def test_the_keyboard_reads_the_tooltip_too(qtbot: QtBot, theme: Theme) -> None:
    view = Squares(theme, 7, 3)
    _sheet = Sheet(qtbot, view)
    view.setFocus()
    walk(view, Key.Key_Down)
    assert QToolTip.text() == "square 3"
    assert view.accessibleDescription() == "square 3"


def test_a_ring_is_seen_around_the_current_place_while_keys_arrive(qtbot: QtBot, theme: Theme) -> None:
    view = Squares(theme, 7, 3)
    sheet = Sheet(qtbot, view)
    plain = view.grab().toImage()
    view.setFocus()
    first = view.grab().toImage()
    edge = center(view, 0) - QPoint(SIDE // 2 - 2, 0)
    assert first.pixelColor(edge) == theme.color("blue")
    walk(view, Key.Key_Right)
    assert view.grab().toImage() != first
    sheet.field.setFocus()
    assert view.grab().toImage() == plain


def test_nothing_to_show_is_walked_chosen_and_painted_without_harm(qtbot: QtBot, theme: Theme) -> None:
    view = Squares(theme, 0, 3)
    sheet = Sheet(qtbot, view)
    view.setFocus()
    keys = (Key.Key_Left, Key.Key_Down, Key.Key_Home, Key.Key_End, Key.Key_Return, Key.Key_Space)
    assert walk(view, *keys) is None
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=center(view, 0))
    assert view.place_at(QPointF(5, 5)) is None
    ask(view, center(view, 0))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    assert sheet.chosen == []
    assert view.accessibleDescription() == ""
    assert not view.grab().isNull()


def test_fewer_places_than_the_current_one_lead_to_the_last(qtbot: QtBot, theme: Theme) -> None:
    view = Squares(theme, 7, 7)
    sheet = Sheet(qtbot, view)
    view.setFocus()
    assert walk(view, Key.Key_End) == 6
    view.set_amount(3)
    assert view.current == 2
    assert view.accessibleDescription() == "square 2"
    assert walk(view, Key.Key_Left) == 1
    walk(view, Key.Key_Right, Key.Key_Return)
    view.set_amount(0)
    assert walk(view, Key.Key_Return, Key.Key_Left) is None
    assert sheet.chosen == [2]
    view.set_amount(9)
    assert view.current == 2


def test_keys_bring_places_of_a_scroll_area_into_sight(qtbot: QtBot, theme: Theme) -> None:
    view = Squares(theme, 200, 1)
    view.setFixedSize(SIDE, 200 * SIDE)
    area = QScrollArea()
    area.setWidget(view)
    qtbot.addWidget(area)
    area.resize(120, 100)
    area.show()

    def is_seen(place: int) -> bool:
        return view.visibleRegion().boundingRect().contains(view.place_rect(place).toAlignedRect())

    assert not is_seen(199)
    assert walk(view, Key.Key_End) == 199
    assert is_seen(199)
    assert walk(view, *[Key.Key_Up] * 10) == 189
    assert is_seen(189)
    walk(view, Key.Key_Home)
    assert is_seen(0)


def test_another_theme_repaints(qtbot: QtBot, theme: Theme) -> None:
    view = Squares(theme, 7, 3)
    _sheet = Sheet(qtbot, view)
    light = view.grab().toImage()
    theme.set_choice("dark")
    assert view.grab().toImage() != light
