"""The picture under the keyboard, and before a screen reader."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.graph.compound import open_node
from core.graph.examples import EXAMPLES
from core.graph.expression import parse
from gui.graph.picture import GraphPicture
from gui.graph.picture.arrays.popup import ArrayPopup
from gui.look.tokens import LIGHT
from tests.gui.graph.picture.screen import APPLE, at_node, diagram, popup_of, shown

# The offscreen platform has no keyboard for a popup to take.
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def picture(qtbot: QtBot) -> Iterator[GraphPicture]:
    """The picture stands between two fields, so that the keyboard can come in from both sides."""
    window = QWidget()
    layout = QVBoxLayout(window)
    picture = GraphPicture(LIGHT)
    layout.addWidget(QLineEdit())
    layout.addWidget(picture)
    layout.addWidget(QLineEdit())
    qtbot.addWidget(window)
    window.resize(900, 560)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield picture
    for popup in window.findChildren(ArrayPopup):
        popup.close()


class TestKeyboard:
    def test_tab_goes_through_all_nodes_in_forward_order_and_out(
        self, picture: GraphPicture, qtbot: QtBot
    ) -> None:
        shown(picture, APPLE)
        first, last = picture.window().findChildren(QLineEdit)
        first.setFocus()
        visited = []
        with qtbot.waitSignals([picture.node_selected] * 5):
            for _ in range(5):
                qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
                visited.append(picture.selected_node())
        assert visited == [node.id for node in APPLE.nodes]
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert last.hasFocus()

    def test_shift_tab_goes_back_through_them(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, APPLE)
        first, last = picture.window().findChildren(QLineEdit)
        last.setFocus()
        visited = []
        for _ in range(5):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab, SHIFT)
            visited.append(picture.selected_node())
        assert visited == [node.id for node in reversed(APPLE.nodes)]
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab, SHIFT)
        assert first.hasFocus()

    def test_escape_lets_go_and_tab_then_leaves(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, APPLE)
        _first, last = picture.window().findChildren(QLineEdit)
        picture.setFocus()
        picture.select_node("apple")
        with qtbot.waitSignal(picture.node_selected) as heard:
            qtbot.keyClick(picture.list, Qt.Key.Key_Escape)
        assert heard.args == [""]
        qtbot.keyClick(picture.list, Qt.Key.Key_Tab)
        assert last.hasFocus()

    def test_the_mark_shows_where_the_keyboard_is(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, APPLE)
        first, _last = picture.window().findChildren(QLineEdit)
        picture.select_node("tax")
        first.setFocus()
        quiet = picture.grab().toImage()
        picture.setFocus()
        focused = picture.grab().toImage()
        picture.select_node(None)
        assert len({image.constBits().tobytes() for image in (quiet, focused, picture.grab().toImage())}) == 3

    @pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
    def test_enter_edits_an_input(self, picture: GraphPicture, qtbot: QtBot, key: Qt.Key) -> None:
        shown(picture, APPLE)
        picture.setFocus()
        picture.select_node("n")
        with qtbot.waitSignal(picture.edit_requested) as heard:
            qtbot.keyClick(picture.list, key)
        assert heard.args == ["n"]

    def test_enter_opens_a_compound_and_closes_its_frame(self, picture: GraphPicture, qtbot: QtBot) -> None:
        graph = EXAMPLES["sigmoid"].graph()
        shown(picture, graph)
        picture.setFocus()
        picture.select_node("y")
        with qtbot.waitSignal(picture.open_requested):
            qtbot.keyClick(picture.list, Qt.Key.Key_Return)
        shown(picture, open_node(graph, "y"))
        picture.select_node("x")
        qtbot.keyClick(picture.list, Qt.Key.Key_Tab)
        assert picture.selected_node() == "y", "the frame comes before its parts"
        with qtbot.waitSignal(picture.close_requested):
            qtbot.keyClick(picture.list, Qt.Key.Key_Return)

    def test_enter_shows_an_array(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, EXAMPLES["relu"].graph())
        picture.setFocus()
        picture.select_node("y")
        with qtbot.waitSignal(picture.value_shown) as heard:
            qtbot.keyClick(picture.list, Qt.Key.Key_Return)
        assert heard.args == ["y"]
        assert popup_of(picture).isVisible()

    def test_keys_zoom_fit_and_move(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, APPLE)
        fitted = picture.scale_now
        keys = picture.list
        qtbot.keyClick(keys, Qt.Key.Key_Plus)
        assert picture.scale_now > fitted
        qtbot.keyClick(keys, Qt.Key.Key_Minus)
        assert picture.scale_now == pytest.approx(fitted)
        before = at_node(picture, "tax")
        qtbot.keyClick(keys, Qt.Key.Key_Right, SHIFT)
        assert at_node(picture, "tax").x() < before.x()
        qtbot.keyClick(keys, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
        assert picture.is_fitted
        assert picture.scale_now == fitted

    def test_page_keys_go_ten_nodes_on_in_a_large_graph(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, parse("\n".join(["a0 = 0.1"] + [f"a{i} = sin(a{i - 1})" for i in range(1, 40)])))
        picture.setFocus()
        picture.select_node("a3")
        qtbot.keyClick(picture.list, Qt.Key.Key_PageDown)
        assert picture.selected_node() == "a13"
        qtbot.keyClick(picture.list, Qt.Key.Key_PageUp)
        assert picture.selected_node() == "a3"
        box = picture.mapFromScene(diagram(picture).nodes["a3"].box).boundingRect()
        assert picture.viewport().rect().contains(box), "what is marked is in view"


def test_escape_and_arrows_are_left_to_whoever_steps(picture: GraphPicture, qtbot: QtBot) -> None:
    shown(picture, APPLE, 0)
    middle = picture.middle
    picture.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space):
        qtbot.keyClick(picture.list, key)
    assert picture.middle == middle
    assert picture.selected_node() is None


class TestScreenReader:
    def test_every_node_is_a_line_with_name_value_and_gradient(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        interface = QAccessible.queryAccessibleInterface(picture.list)
        assert interface is not None
        assert interface.role() == QAccessible.Role.List
        lines = [interface.child(i).text(QAccessible.Text.Name) for i in range(interface.childCount())]
        assert lines[0] == "apple, input, value 100, gradient 2.2"
        assert "price, Product, value 220, gradient 1" in lines

    def test_what_is_not_known_is_said_and_never_zero(self, picture: GraphPicture) -> None:
        shown(picture, APPLE, 0)
        line = picture.list.nodes.index(3).data()
        assert line == "multiply1, Product, value not computed yet, gradient not computed yet"

    def test_arrays_are_read_in_short_or_whole(self, picture: GraphPicture) -> None:
        shown(picture, EXAMPLES["softmax"].graph())
        assert "value 0.3, 2.9, 4" in picture.list.nodes.index(0).data()
        shown(picture, EXAMPLES["mean-squared-error"].graph())
        assert "value array of shape (10,), from 0 to 0.6" in picture.list.nodes.index(0).data()

    def test_trouble_is_part_of_the_line(self, picture: GraphPicture) -> None:
        shown(picture, EXAMPLES["softmax-naive"].graph())
        assert "larger than float64" in picture.list.nodes.index(1).data()

    def test_a_frame_says_how_to_close_it(self, picture: GraphPicture) -> None:
        shown(picture, open_node(EXAMPLES["sigmoid"].graph(), "y"))
        assert picture.list.nodes.index(1).data() == "Sigmoid, opened into its parts; Enter closes it"

    def test_the_current_line_is_the_marked_node(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        picture.select_node("tax")
        assert picture.list.currentIndex().data().startswith("tax,")

    def test_a_step_is_read_out(self, picture: GraphPicture, monkeypatch: pytest.MonkeyPatch) -> None:
        from gui.graph.picture import marking

        said: list[str] = []

        class Spoken:
            isActive = staticmethod(lambda: True)  # noqa: N815
            updateAccessibility = staticmethod(lambda event: said.append(event.message()))  # noqa: N815

        monkeypatch.setattr(marking, "QAccessible", Spoken)
        cursor = shown(picture, APPLE, 0)
        said.clear()
        picture.set_cursor(cursor.forward())
        assert said == ["multiply1, Product, value 200, gradient not computed yet"]
        picture.set_cursor(cursor.end())
        assert said[-1].startswith("apple, input, value 100, gradient 2.2; n, input, value 2, gradient 110")

    def test_the_rule_of_a_step_is_read_out_unless_a_number_of_it_is_hidden(
        self, picture: GraphPicture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from gui.graph.picture import marking

        said: list[tuple[str, ...]] = []
        monkeypatch.setattr(QAccessible, "isActive", lambda: True)
        monkeypatch.setattr(marking, "QAccessibleAnnouncementEvent", lambda *what: said.append(what[1:]))
        monkeypatch.setattr(QAccessible, "updateAccessibility", lambda _event: None)
        picture.rule_of = lambda cursor: f"rule {cursor.position}"
        cursor = shown(picture, APPLE, 0)
        picture.set_cursor(cursor.forward())
        assert said[-1] == ("rule 1",)
        picture.set_cursor(cursor.forward().forward(), hidden=("price", "value"))
        assert said[-1] == ("price, Product, value hidden, gradient not computed yet",)
