"""The picture under mouse and keyboard, and before a screen reader."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QAction, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.graph.compound import open_node
from core.graph.cursor import Cursor
from core.graph.examples import EXAMPLES
from core.graph.expression import parse
from core.graph.graph import Graph
from core.graph.trace import trace_graph
from gui.graph.picture import GraphPicture
from gui.graph.picture.array_popup import ArrayPopup
from gui.graph.picture.nodes import HANDLE
from gui.graph.picture.scene import GraphScene
from gui.theme import LIGHT

# The offscreen platform has no keyboard for a popup to take.
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def picture(qtbot: QtBot) -> Iterator[GraphPicture]:
    """Between two fields, so that the keyboard can come in from both sides."""
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


def shown(picture: GraphPicture, graph: Graph, position: int = -1) -> Cursor:
    trace = trace_graph(graph)
    cursor = Cursor(trace, position if position >= 0 else len(trace.steps))
    picture.set_graph(graph, trace)
    picture.set_cursor(cursor)
    return cursor


def scene(picture: GraphPicture) -> GraphScene:
    assert picture.scene_now is not None
    return picture.scene_now


def at_node(picture: GraphPicture, node: str) -> QPoint:
    """A pixel well inside the node."""
    box = scene(picture).nodes[node].box
    return picture.mapFromScene(QPointF(box.left() + 12, box.center().y()))


def at_number(picture: GraphPicture, node: str, part: str = "value") -> QPoint:
    return picture.mapFromScene(scene(picture).numbers[node, part].ink().center())  # type: ignore[index]


def click(qtbot: QtBot, picture: GraphPicture, at: QPoint) -> None:
    qtbot.mouseClick(picture.viewport(), LEFT, pos=at)


def double_click(qtbot: QtBot, picture: GraphPicture, at: QPoint) -> None:
    click(qtbot, picture, at)
    qtbot.mouseDClick(picture.viewport(), LEFT, pos=at)


def popup_of(picture: GraphPicture) -> ArrayPopup:
    (popup,) = picture.findChildren(ArrayPopup)
    QApplication.processEvents()
    return popup


APPLE = EXAMPLES["apple"].graph()
AFFINE = EXAMPLES["affine"].graph()


class TestMouse:
    def test_a_click_marks_a_node(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, APPLE)
        with qtbot.waitSignal(picture.node_selected) as heard:
            click(qtbot, picture, at_node(picture, "tax"))
        assert heard.args == ["tax"]
        assert picture.selected_node() == "tax"

    def test_a_click_on_its_number_marks_it_too(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, APPLE)
        click(qtbot, picture, at_number(picture, "multiply1", "gradient"))
        assert picture.selected_node() == "multiply1"

    def test_a_click_on_the_ground_lets_go(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, APPLE)
        click(qtbot, picture, at_node(picture, "tax"))
        with qtbot.waitSignal(picture.node_selected) as heard:
            click(qtbot, picture, QPoint(3, 3))
        assert heard.args == [""]
        assert picture.selected_node() is None

    def test_marking_from_outside_says_nothing(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, APPLE)
        with qtbot.assertNotEmitted(picture.node_selected):
            picture.select_node("n")
            picture.select_node("no such node")
        assert picture.selected_node() is None

    def test_a_double_click_on_an_input_edits_it(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, APPLE)
        with qtbot.waitSignal(picture.edit_requested) as heard:
            double_click(qtbot, picture, at_node(picture, "apple"))
        assert heard.args == ["apple"]

    def test_a_double_click_on_a_constant_or_a_sum_edits_nothing(
        self, picture: GraphPicture, qtbot: QtBot
    ) -> None:
        shown(picture, parse("x = 1\ny = x + 3"))
        with qtbot.assertNotEmitted(picture.edit_requested):
            double_click(qtbot, picture, at_node(picture, "y"))
            double_click(qtbot, picture, at_node(picture, "const1"))

    @pytest.mark.parametrize("by_handle", [True, False])
    def test_a_compound_is_opened_and_closed(
        self, picture: GraphPicture, qtbot: QtBot, by_handle: bool
    ) -> None:
        graph = EXAMPLES["sigmoid"].graph()
        shown(picture, graph)
        node = scene(picture).nodes["y"]
        assert node.handle is not None
        with qtbot.waitSignal(picture.open_requested) as heard:
            if by_handle:
                click(qtbot, picture, picture.mapFromScene(node.handle.center()))
            else:
                double_click(qtbot, picture, at_node(picture, "y"))
        assert heard.args == ["y"]
        shown(picture, open_node(graph, "y"))
        frame = scene(picture).frames["y"]
        with qtbot.waitSignal(picture.close_requested) as heard:
            if by_handle:
                click(qtbot, picture, picture.mapFromScene(frame.handle.center()))
            else:
                double_click(qtbot, picture, picture.mapFromScene(frame.box.topLeft() + QPointF(40, 14)))
        assert heard.args == ["y"]

    def test_the_handle_outside_the_outline_counts(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, EXAMPLES["sigmoid"].graph())
        handle = scene(picture).nodes["y"].handle
        assert handle is not None
        outside = handle.center() + QPointF(HANDLE - 2, 0)
        with qtbot.waitSignal(picture.open_requested):
            click(qtbot, picture, picture.mapFromScene(outside))

    def test_a_drag_of_the_ground_moves_the_picture(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, APPLE)
        before = at_node(picture, "tax")
        view = picture.viewport()
        qtbot.mousePress(view, LEFT, pos=QPoint(10, 10))
        qtbot.mouseMove(view, QPoint(30, 10))
        qtbot.mouseMove(view, QPoint(50, 40))
        qtbot.mouseRelease(view, LEFT, pos=QPoint(50, 40))
        moved = at_node(picture, "tax") - before
        assert (moved.x(), moved.y()) == (pytest.approx(40, abs=2), pytest.approx(30, abs=2))
        qtbot.mouseMove(view, QPoint(90, 90))
        assert at_node(picture, "tax") - before == moved, "released is released"

    def test_the_middle_button_moves_it_from_anywhere(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, APPLE)
        start = at_node(picture, "tax")
        view, middle = picture.viewport(), Qt.MouseButton.MiddleButton
        qtbot.mousePress(view, middle, pos=start)
        qtbot.mouseMove(view, start + QPoint(25, 0))
        qtbot.mouseRelease(view, middle, pos=start + QPoint(25, 0))
        assert (at_node(picture, "tax") - start).x() == pytest.approx(25, abs=2)
        assert picture.selected_node() is None

    def test_it_never_leaves_the_view_altogether(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, APPLE)
        for _ in range(50):
            picture.pan(500, 300)
        seen = picture.mapToScene(picture.viewport().rect()).boundingRect()
        assert seen.intersects(scene(picture).sceneRect())

    def test_the_wheel_zooms_at_the_pointer(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        fixed, scale = at_node(picture, "apple"), picture.scale_now
        _turn_wheel(picture, fixed, QPoint(0, 120))
        assert picture.scale_now > scale
        moved = at_node(picture, "apple") - fixed
        assert moved.manhattanLength() <= 6
        _turn_wheel(picture, fixed, QPoint(0, -120))
        assert picture.scale_now == pytest.approx(scale)

    def test_with_shift_it_moves_sideways(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        before, scale = at_node(picture, "apple"), picture.scale_now
        _turn_wheel(picture, before, QPoint(0, -120), SHIFT)
        assert picture.scale_now == scale
        assert at_node(picture, "apple").x() < before.x()


def _turn_wheel(
    picture: GraphPicture, at: QPoint, turned: QPoint, modifiers: Qt.KeyboardModifier = NONE
) -> None:
    view = picture.viewport()
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.mapToGlobal(at)),
        QPoint(),
        turned,
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


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

    def test_and_back(self, picture: GraphPicture, qtbot: QtBot) -> None:
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

    def test_whole_pages_in_a_large_graph(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, parse("\n".join(["a0 = 0.1"] + [f"a{i} = sin(a{i - 1})" for i in range(1, 40)])))
        picture.setFocus()
        picture.select_node("a3")
        qtbot.keyClick(picture.list, Qt.Key.Key_PageDown)
        assert picture.selected_node() == "a13"
        qtbot.keyClick(picture.list, Qt.Key.Key_PageUp)
        assert picture.selected_node() == "a3"
        box = picture.mapFromScene(scene(picture).nodes["a3"].box).boundingRect()
        assert picture.viewport().rect().contains(box), "what is marked is in view"


class TestView:
    def test_the_whole_stays_in_view_when_the_window_shrinks(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        picture.window().resize(500, 400)
        QApplication.processEvents()
        assert _is_in_view(picture, scene(picture).sceneRect().adjusted(20, 20, -20, -20))

    def test_a_large_graph_begins_at_a_readable_size(self, picture: GraphPicture) -> None:
        shown(picture, parse("\n".join(["a0 = 0.1"] + [f"a{i} = sin(a{i - 1})" for i in range(1, 60)])), 0)
        assert picture.scale_now > 0.6
        assert _is_in_view(picture, scene(picture).nodes["a0"].box)
        picture.fit()
        assert _is_in_view(picture, scene(picture).nodes["a59"].box)

    def test_the_step_is_followed(self, picture: GraphPicture) -> None:
        graph = parse("\n".join(["a0 = 0.1"] + [f"a{i} = sin(a{i - 1})" for i in range(1, 60)]))
        cursor = shown(picture, graph, 0)
        for following in cursor.play():
            picture.set_cursor(following)
            assert _is_in_view(picture, scene(picture).nodes[scene(picture).lit.node].box)

    def test_following_shows_no_empty_ground_beside_the_graph(self, picture: GraphPicture) -> None:
        graph = parse("\n".join(["a0 = 0.1"] + [f"a{i} = sin(a{i - 1})" for i in range(1, 60)]))
        cursor = shown(picture, graph, 0)
        for following in cursor.play():
            picture.set_cursor(following)
            seen = picture.mapToScene(picture.viewport().rect()).boundingRect()
            bounds = scene(picture).sceneRect()
            assert bounds.left() - 2 <= seen.left()
            assert seen.right() <= bounds.right() + 2

    def test_from_far_away_texts_are_left_out(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        assert not picture.look.is_overview
        picture.zoom(0.1)
        assert picture.look.is_overview
        picture.fit()
        assert not picture.look.is_overview


def _is_in_view(picture: GraphPicture, box: QRectF) -> bool:
    return picture.viewport().rect().contains(picture.mapFromScene(box).boundingRect())


class TestTips:
    def test_all_digits_of_a_number(self, picture: GraphPicture) -> None:
        shown(picture, EXAMPLES["sigmoid"].graph().with_values({"x": -0.7}))
        value = float(scene(picture).numbers["y", "value"].value)  # type: ignore[arg-type]
        assert repr(value) in picture.tip_at(at_number(picture, "y"))
        assert "−0.7" in picture.tip_at(at_number(picture, "x"))

    def test_a_small_array_whole(self, picture: GraphPicture) -> None:
        shown(picture, AFFINE)
        tip = picture.tip_at(at_number(picture, "W"))
        assert "(2, 3)" in tip
        assert tip.count("<td") == 6

    def test_a_large_array_in_short(self, picture: GraphPicture) -> None:
        graph = parse("x = 1\ny = sum(x * w)").with_values({"w": np.arange(200.0)})
        shown(picture, graph)
        tip = picture.tip_at(at_number(picture, "w"))
        assert "200 numbers from 0 to 199, mean 99.5" in tip

    def test_a_name_too_long_for_its_pill(self, picture: GraphPicture) -> None:
        name = "a_name_that_is_much_too_long_for_any_pill"
        shown(picture, parse(f"{name} = 1\ny = {name} * 2"))
        item = scene(picture).nodes[name]
        assert item.is_elided
        assert item.box.width() < 180
        assert name in picture.tip_at(at_node(picture, name))

    def test_nothing_over_the_ground(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        assert picture.tip_at(QPoint(3, 3)) == ""

    def test_names_are_text_and_no_markup(self, picture: GraphPicture) -> None:
        from core.graph.builder import GraphBuilder

        builder = GraphBuilder()
        name = builder.input("<b>x</b>", 1.0)
        shown(picture, builder.build(builder.apply("exp", name)))
        assert "&lt;b&gt;x" in picture.tip_at(at_node(picture, name))


class TestArrays:
    def test_a_click_shows_all_numbers(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, AFFINE)
        with qtbot.waitSignal(picture.value_shown) as heard:
            click(qtbot, picture, at_number(picture, "W"))
        assert heard.args == ["W"]
        popup = popup_of(picture)
        assert "W · value · (2, 3)" in popup.accessibleName()
        assert popup.grid.text_at(1, 2) == "W[1, 2] = 6.0"

    def test_the_number_under_the_pointer_has_all_its_digits(
        self, picture: GraphPicture, qtbot: QtBot
    ) -> None:
        shown(picture, EXAMPLES["softmax"].graph())
        click(qtbot, picture, at_number(picture, "y"))
        popup = popup_of(picture)
        value = scene(picture).numbers["y", "value"].value
        assert value is not None
        summary = popup.pointed.text()
        qtbot.mouseMove(popup.grid.viewport(), QPoint(30, 30))
        assert popup.pointed.text() == f"y[0] = {float(value[0])!r}"
        qtbot.mouseMove(popup.grid.viewport(), QPoint(30, 5))
        assert popup.pointed.text() == summary

    def test_escape_closes_it(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, AFFINE)
        click(qtbot, picture, at_number(picture, "X"))
        popup = popup_of(picture)
        with qtbot.waitSignal(popup.destroyed):
            qtbot.keyClick(popup, Qt.Key.Key_Escape)

    def test_a_large_array_scrolls_and_paints_what_is_in_view(
        self, picture: GraphPicture, qtbot: QtBot
    ) -> None:
        rows = np.arange(60_000.0).reshape(300, 200) - 30_000
        shown(picture, parse("x = 1\ny = sum(x * w)").with_values({"w": rows}))
        click(qtbot, picture, at_number(picture, "w"))
        grid = popup_of(picture).grid
        first = grid.grab().toImage()
        grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
        grid.horizontalScrollBar().setValue(grid.horizontalScrollBar().maximum())
        corner = grid.viewport().rect().bottomRight() - QPoint(20, 12)
        texts = []
        grid.pointed.connect(texts.append)
        qtbot.mouseMove(grid.viewport(), corner)
        assert texts[-1].startswith("w[299, 199] = 29999.0")
        assert grid.grab().toImage() != first

    def test_axes_before_the_last_two_have_their_index(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, parse("y = sum(x)").with_values({"x": np.arange(24.0).reshape(2, 3, 4)}))
        click(qtbot, picture, at_number(picture, "x"))
        assert popup_of(picture).grid.text_at(4, 1) == "x[1, 1, 1] = 17.0"

    def test_a_single_number_needs_no_window(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, APPLE)
        with qtbot.assertNotEmitted(picture.value_shown):
            click(qtbot, picture, at_number(picture, "apple"))

    def test_a_hidden_array_is_not_shown(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, AFFINE)
        picture.set_quiz(("Y", "value"))
        with qtbot.assertNotEmitted(picture.value_shown):
            click(qtbot, picture, at_number(picture, "Y"))


class TestMenu:
    def test_it_offers_what_the_node_can_do(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, AFFINE)
        assert _texts(picture, "X")[:2] == ["Change the value…", "Show the whole value"]
        assert _texts(picture, "Y")[0] == "Open into its parts"
        assert "Show the whole gradient" in _texts(picture, "Y")

    def test_its_entries_work(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, AFFINE)
        menu = picture.menu_for(scene(picture).nodes["B"])
        with qtbot.waitSignal(picture.edit_requested):
            _entry(menu, "Change the value…").trigger()
        with qtbot.waitSignal(picture.value_shown):
            _entry(menu, "Show the whole gradient").trigger()
        assert "gradient" in popup_of(picture).accessibleName()
        before = picture.scale_now
        _entry(menu, "Zoom in\t+").trigger()
        assert picture.scale_now > before

    def test_actions_of_the_workspace_stand_in_it(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        picture.addAction(QAction("Save the picture…", picture))
        assert _texts(picture, None)[-1] == "Save the picture…"


def _texts(picture: GraphPicture, node: str | None) -> list[str]:
    item = None if node is None else scene(picture).nodes[node]
    return [action.text() for action in picture.menu_for(item).actions() if not action.isSeparator()]


def _entry(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)


class TestScreenReader:
    def test_every_node_is_a_line_with_name_value_and_gradient(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        interface = QAccessible.queryAccessibleInterface(picture.list)
        assert interface is not None
        assert interface.role() == QAccessible.Role.List
        lines = [
            interface.child(i).text(QAccessible.Text.Name)  # type: ignore[union-attr]
            for i in range(interface.childCount())
        ]
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
