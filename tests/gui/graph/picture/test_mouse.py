"""The picture under the mouse: marking, editing, opening, moving and zooming, and what stays in view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.graph.compound import open_node
from core.graph.examples import EXAMPLES
from core.graph.expression import parse
from gui.graph.picture import GraphPicture
from gui.graph.picture.nodes import HANDLE
from tests.gui.graph.picture.screen import (
    APPLE,
    LEFT,
    at_node,
    at_number,
    click,
    diagram,
    double_click,
    onward,
    shown,
)

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


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
        node = diagram(picture).nodes["y"]
        assert node.handle is not None
        with qtbot.waitSignal(picture.open_requested) as heard:
            if by_handle:
                click(qtbot, picture, picture.mapFromScene(node.handle.center()))
            else:
                double_click(qtbot, picture, at_node(picture, "y"))
        assert heard.args == ["y"]
        shown(picture, open_node(graph, "y"))
        frame = diagram(picture).frames["y"]
        with qtbot.waitSignal(picture.close_requested) as heard:
            if by_handle:
                click(qtbot, picture, picture.mapFromScene(frame.handle.center()))
            else:
                double_click(qtbot, picture, picture.mapFromScene(frame.box.topLeft() + QPointF(40, 14)))
        assert heard.args == ["y"]

    def test_the_handle_outside_the_outline_counts(self, picture: GraphPicture, qtbot: QtBot) -> None:
        shown(picture, EXAMPLES["sigmoid"].graph())
        handle = diagram(picture).nodes["y"].handle
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
        assert seen.intersects(diagram(picture).sceneRect())

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


class TestView:
    def test_the_whole_stays_in_view_when_the_window_shrinks(self, picture: GraphPicture) -> None:
        shown(picture, APPLE)
        picture.window().resize(500, 400)
        QApplication.processEvents()
        assert _is_in_view(picture, diagram(picture).sceneRect().adjusted(20, 20, -20, -20))

    def test_a_large_graph_begins_at_a_readable_size(self, picture: GraphPicture) -> None:
        shown(picture, parse("\n".join(["a0 = 0.1"] + [f"a{i} = sin(a{i - 1})" for i in range(1, 60)])), 0)
        assert picture.scale_now > 0.6
        assert _is_in_view(picture, diagram(picture).nodes["a0"].box)
        picture.fit()
        assert _is_in_view(picture, diagram(picture).nodes["a59"].box)

    def test_the_step_is_followed(self, picture: GraphPicture) -> None:
        graph = parse("\n".join(["a0 = 0.1"] + [f"a{i} = sin(a{i - 1})" for i in range(1, 60)]))
        cursor = shown(picture, graph, 0)
        for following in onward(cursor):
            picture.set_cursor(following)
            assert _is_in_view(picture, diagram(picture).nodes[diagram(picture).lit.node].box)

    def test_following_shows_no_empty_ground_beside_the_graph(self, picture: GraphPicture) -> None:
        graph = parse("\n".join(["a0 = 0.1"] + [f"a{i} = sin(a{i - 1})" for i in range(1, 60)]))
        cursor = shown(picture, graph, 0)
        for following in onward(cursor):
            picture.set_cursor(following)
            seen = picture.mapToScene(picture.viewport().rect()).boundingRect()
            bounds = diagram(picture).sceneRect()
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
