"""What the picture tells in full: tips, the numbers of an array, and its menu."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from core.graph.examples import EXAMPLES
from core.graph.expression import parse
from gui.graph.picture import GraphPicture
from tests.gui.graph.picture.screen import AFFINE, APPLE, at_node, at_number, click, diagram, popup_of, shown

# The offscreen platform has no keyboard for a popup to take.
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)


class TestTips:
    def test_a_number_has_all_its_digits(self, picture: GraphPicture) -> None:
        shown(picture, EXAMPLES["sigmoid"].graph().with_values({"x": -0.7}))
        value = float(diagram(picture).numbers["y", "value"].value)  # type: ignore[arg-type]
        assert repr(value) in picture.tip_at(at_number(picture, "y"))
        assert "−0.7" in picture.tip_at(at_number(picture, "x"))

    def test_a_small_array_is_shown_whole(self, picture: GraphPicture) -> None:
        shown(picture, AFFINE)
        tip = picture.tip_at(at_number(picture, "W"))
        assert "(2, 3)" in tip
        assert tip.count("<td") == 6

    def test_a_large_array_is_told_in_short(self, picture: GraphPicture) -> None:
        graph = parse("x = 1\ny = sum(x * w)").with_values({"w": np.arange(200.0)})
        shown(picture, graph)
        tip = picture.tip_at(at_number(picture, "w"))
        assert "200 numbers from 0 to 199, mean 99.5" in tip

    def test_a_name_too_long_for_its_pill_is_told_whole(self, picture: GraphPicture) -> None:
        name = "a_name_that_is_much_too_long_for_any_pill"
        shown(picture, parse(f"{name} = 1\ny = {name} * 2"))
        item = diagram(picture).nodes[name]
        assert item.is_elided
        assert item.box.width() < 180
        assert name in picture.tip_at(at_node(picture, name))

    def test_nothing_is_said_over_the_ground(self, picture: GraphPicture) -> None:
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
        value = diagram(picture).numbers["y", "value"].value
        assert isinstance(value, np.ndarray)
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
        texts: list[str] = []
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
        cursor = shown(picture, AFFINE)
        picture.set_cursor(cursor, hidden=("Y", "value"))
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
        menu = picture.menu_for(diagram(picture).nodes["B"])
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
    item = None if node is None else diagram(picture).nodes[node]
    return [action.text() for action in picture.menu_for(item).actions() if not action.isSeparator()]


def _entry(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)
