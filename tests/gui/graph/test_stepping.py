"""Stepping in the Graph workspace: by its buttons, by keys, on the slider, and by itself."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.graph.examples import EXAMPLES
from gui.graph.values.rows import CHECK, GRADIENT, VALUE
from gui.graph.workspace import GraphWorkspace
from gui.look.icons import Icons
from tests.gui.graph.screen import cell, graph_workspace, press, show

LEFT = Qt.MouseButton.LeftButton


def test_a_button_moves_the_cursor(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    for name, start, end in [
        ("step", 0, 1),
        ("step", 3, 4),
        ("back", 3, 2),
        ("back", 1, 0),
        ("to_start", 4, 0),
        ("to_end", 1, 4),
    ]:
        workspace.model.go(start)
        qtbot.mouseClick(workspace.controls.buttons[name], LEFT)
        assert workspace.model.position == end
        assert workspace.controls.slider.value() == end


def test_a_key_moves_the_cursor_wherever_the_focus_is(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    for place in ["picture", "list", "values"]:
        for key, start, end in [
            (Qt.Key.Key_Right, 0, 1),
            (Qt.Key.Key_Left, 4, 3),
            (Qt.Key.Key_Home, 4, 0),
            (Qt.Key.Key_End, 0, 4),
        ]:
            {"picture": workspace.picture, "list": workspace.examples.list, "values": workspace.values}[
                place
            ].setFocus()
            workspace.model.go(start)
            press(qtbot, key)
            assert workspace.model.position == end


def test_a_text_field_keeps_its_keys(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    workspace.expression.field.setFocus()
    press(qtbot, Qt.Key.Key_End)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Left)
    assert workspace.model.position == 0
    assert not workspace.player.is_playing
    assert workspace.expression.field.toPlainText() == "price = (apple * n) * tax "


def test_the_ends_turn_the_buttons_off(workspace: GraphWorkspace) -> None:
    buttons = workspace.controls.buttons
    assert not buttons["back"].isEnabled()
    assert buttons["step"].isEnabled()
    workspace.model.to_end()
    assert buttons["back"].isEnabled()
    assert not buttons["step"].isEnabled()
    assert not buttons["to_end"].isEnabled()


def test_it_says_where_it_stands(workspace: GraphWorkspace) -> None:
    workspace.model.go(1)
    assert workspace.controls.where.text() == "step 1 of 4 · forward · ×"
    workspace.model.go(4)
    assert workspace.controls.where.text() == "step 4 of 4 · backward · ×"


def test_the_slider_goes_where_it_is_pressed_and_dragged(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    slider = workspace.controls.slider
    y = slider.height() // 2
    qtbot.mousePress(slider, LEFT, pos=QPoint(slider.width() // 2, y))
    assert workspace.model.position == 2  # the seam: all forward, nothing back
    for x, position in ((slider.width() - 1, 4), (3 * slider.width() // 4, 3), (0, 0)):
        qtbot.mouseMove(slider, QPoint(x, y))
        assert workspace.model.position == position
    qtbot.mouseRelease(slider, LEFT, pos=QPoint(0, y))
    slider.setFocus()
    press(qtbot, Qt.Key.Key_PageUp)
    assert workspace.model.position == 4


def test_each_step_has_a_place_on_the_slider(workspace: GraphWorkspace) -> None:
    for value in range(5):
        slider = workspace.controls.slider
        assert slider.value_at(slider.x_of(value)) == value
        assert (slider.x_of(value) <= slider.width() / 2) == (value <= 2)


def test_playing_goes_to_the_end_and_stops(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    workspace.controls.speed.setValue(workspace.controls.speed.maximum())
    workspace.picture.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert workspace.player.is_playing
    button = workspace.controls.buttons["play"]
    assert isinstance(button, QPushButton)
    assert button.text() == "Pause"
    qtbot.waitUntil(lambda: not workspace.player.is_playing)
    assert workspace.model.position == 4
    assert button.text() == "Play"


def test_playing_can_be_paused_and_begins_again_at_the_end(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    workspace.model.to_end()
    qtbot.mouseClick(workspace.controls.buttons["play"], LEFT)
    assert workspace.model.position == 0
    qtbot.mouseClick(workspace.controls.buttons["play"], LEFT)
    assert not workspace.player.is_playing


def test_space_on_a_button_is_that_button(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    workspace.controls.buttons["step"].setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert workspace.model.position == 1
    assert not workspace.player.is_playing


def test_every_example_is_empty_at_its_start_and_full_at_its_end(
    qtbot: QtBot, workspace: GraphWorkspace
) -> None:
    for name in EXAMPLES:
        show(qtbot, workspace, name)
        assert_empty_at_its_start_and_full_at_its_end(qtbot, workspace)


def assert_empty_at_its_start_and_full_at_its_end(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    model = workspace.model
    assert model.trace is not None
    for node in model.trace.graph.operations:
        assert cell(workspace, node.id, VALUE) == ""
        assert cell(workspace, node.id, GRADIENT) == ""
        assert cell(workspace, node.id, CHECK) == ""
    press(qtbot, Qt.Key.Key_End)
    assert model.position == len(model.trace.steps)
    for node in model.trace.graph.operations:
        assert cell(workspace, node.id, VALUE) != ""
    for name_of_node in model.trace.differentiated:
        has = bool(model.trace.arrivals(name_of_node)) or name_of_node == model.trace.graph.output
        assert (cell(workspace, name_of_node, GRADIENT) != "") == has
    assert workspace.step.lines()
    press(qtbot, Qt.Key.Key_Home)
    assert model.position == 0
    assert cell(workspace, model.trace.graph.output, VALUE) == ""


def test_play_of_what_is_still_being_traced_begins_when_it_is_there(
    qtbot: QtBot, workspace: GraphWorkspace
) -> None:
    workspace.show_example("two-layer-mnist")
    workspace.play()
    assert not workspace.player.is_playing
    qtbot.waitUntil(lambda: workspace.player.is_playing)
    assert workspace.model.subject.key == "two-layer-mnist"


def test_pause_takes_back_to_play_what_is_still_being_traced(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    workspace.show_example("two-layer-mnist")
    workspace.play()
    workspace.player.pause()
    qtbot.waitUntil(lambda: workspace.model.subject.key == "two-layer-mnist")
    assert not workspace.player.is_playing


def test_hidden_it_neither_plays_nor_computes(qtbot: QtBot, icons: Icons) -> None:
    with graph_workspace(qtbot, icons) as workspace:
        workspace.play()
        assert workspace.player.is_playing
        workspace.hide()
        assert not workspace.player.is_playing
