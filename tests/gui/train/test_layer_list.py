"""The layers list as a whole: layers are added, removed, moved and gone through, by mouse and keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.nn.spec import LayerSpec, NetworkSpec
from gui.train.network.panel import NetworkPanel
from gui.widgets.fields.problem_line import ProblemLine
from tests.gui.hands import press_key
from tests.gui.train.rows import click, kinds, row, spec_of
from tests.gui.train.screen import (
    SPEC,
    Desk,
    FormScreen,
    MakePart,
    PartScreen,
    choose,
    drag,
    network,
    type_into,
)

# The offscreen platform has no keyboard to grab for a list that pops up.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def screen(parts: MakePart) -> PartScreen[NetworkPanel]:
    return parts(network)


@pytest.fixture
def panel(screen: PartScreen[NetworkPanel]) -> NetworkPanel:
    return screen.part


def test_a_layer_is_added_after_the_marked_one(screen: Desk, panel: NetworkPanel) -> None:
    click(row(panel, 0))
    (action,) = [action for action in panel.add_menu.actions() if action.data() == "dropout"]
    action.trigger()
    assert kinds(screen) == ["affine", "dropout", "relu", "affine"]
    assert panel.layers.marked_index == 1


def test_a_field_that_is_edited_marks_its_row(screen: Desk, panel: NetworkPanel) -> None:
    type_into(row(panel, 2).numbers["units"], "3")
    assert panel.layers.marked_index == 2
    panel.add("sigmoid")
    assert kinds(screen) == ["affine", "relu", "sigmoid", "affine"], "not behind the outputs"
    QTest.mouseClick(panel.layers.input_row.size_edit, Qt.MouseButton.LeftButton)
    panel.add("dropout")
    assert kinds(screen) == ["dropout", "affine", "relu", "sigmoid", "affine"], "right after the input"


def test_without_a_mark_a_layer_is_added_before_the_outputs(screen: Desk, panel: NetworkPanel) -> None:
    panel.add("affine")
    assert kinds(screen) == ["affine", "relu", "affine", "affine"]
    assert [layer.units for layer in spec_of(screen).layers if layer.has("units")] == [8, 8, 3]
    assert screen.document.problems == ()


def test_behind_the_outputs_a_layer_is_added_where_one_is_marked(screen: Desk, panel: NetworkPanel) -> None:
    screen.document.edit_network(spec_of(screen).with_layers((*SPEC.layers, LayerSpec("sigmoid"))), "")
    panel.layers.select(3)
    panel.add("dropout")
    assert kinds(screen)[2:] == ["affine", "sigmoid", "dropout"]


def test_the_first_choice_is_a_hidden_layer(screen: Desk, panel: NetworkPanel) -> None:
    for marked in [None, 0, 1, 2]:
        if marked is not None:
            click(row(panel, marked))
        first = panel.add_menu.actions()[0]
        assert first.text() == "Hidden layer (Affine + ReLU)"
        first.trigger()
        assert kinds(screen) == ["affine", "relu", "affine", "relu", "affine"]
        assert [layer.units for layer in spec_of(screen).layers if layer.has("units")] == [8, 8, 3]
        assert panel.layers.marked_index == 2
        assert screen.document.problems == ()
        screen.document.undo_stack.undo()
        assert spec_of(screen) == SPEC


def test_one_click_fits_the_network_to_the_data(screen: Desk, panel: NetworkPanel) -> None:
    screen.document.edit_network(NetworkSpec(784, (*SPEC.layers[:2], replace(SPEC.layers[2], units=10))), "")
    rows = panel.layers.rows
    for unfit in (rows[0], rows[3]):
        assert unfit.problem
        assert unfit.findChild(ProblemLine).mend.isVisible()
    assert not rows[1].findChild(ProblemLine).mend.isVisible()
    rows[3].findChild(ProblemLine).mend.click()
    assert spec_of(screen) == SPEC
    assert screen.document.problems == ()
    assert not rows[0].findChild(ProblemLine).mend.isVisible()


def test_a_mistake_that_is_not_of_the_sizes_is_not_fitted(screen: Desk, panel: NetworkPanel) -> None:
    type_into(row(panel, 0).numbers["units"], "0")
    assert row(panel, 0).problem
    assert not row(panel, 0).findChild(ProblemLine).mend.isVisible()


def test_keys_remove_and_duplicate(screen: Desk, panel: NetworkPanel) -> None:
    click(row(panel, 1))
    QTest.keyClick(row(panel, 1), Qt.Key.Key_Delete)
    assert kinds(screen) == ["affine", "affine"]
    press_key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert kinds(screen) == ["affine", "affine", "affine"]
    assert panel.layers.marked_index == 2
    screen.document.undo_stack.undo()
    screen.document.undo_stack.undo()
    assert spec_of(screen) == SPEC


def test_a_row_is_held_by_its_name_and_the_arrow_offers_other_kinds(form_screen: FormScreen) -> None:
    screen, panel = form_screen, form_screen.form.network
    name = row(panel, 1).kind
    place = QPoint(8, name.height() // 2)
    QTest.mouseClick(name, Qt.MouseButton.LeftButton, pos=place)
    assert not name.view().isVisible()
    assert row(panel, 1).hasFocus()
    press_key(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert kinds(screen) == ["affine", "relu", "relu", "affine"]
    press_key(Qt.Key.Key_Delete)
    assert kinds(screen) == ["affine", "relu", "affine"]
    drag(row(panel, 1).kind, place, QPoint(0, -2 * row(panel, 1).height()))
    assert kinds(screen) == ["relu", "affine", "affine"]
    QTest.mouseDClick(row(panel, 0).kind, Qt.MouseButton.LeftButton, pos=place)
    assert row(panel, 0).kind.view().isVisible()
    row(panel, 0).kind.hidePopup()
    choose(row(panel, 0).kind, "tanh")
    assert kinds(screen) == ["tanh", "affine", "affine"]


def test_delete_in_a_field_is_of_the_field(screen: Desk, panel: NetworkPanel) -> None:
    type_into(row(panel, 0).numbers["units"], "12", end=Qt.Key.Key_Backspace)
    assert kinds(screen) == ["affine", "relu", "affine"]
    assert row(panel, 0).numbers["units"].text() == "1"


def test_alt_and_arrows_move_a_layer_also_from_its_fields(screen: Desk, panel: NetworkPanel) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    click(row(panel, 0))
    QTest.keyClick(row(panel, 0), Qt.Key.Key_Down, alt)
    assert kinds(screen) == ["relu", "affine", "affine"]
    assert panel.layers.marked_index == 1
    row(panel, 1).numbers["units"].setFocus()
    QTest.keyClick(row(panel, 1).numbers["units"], Qt.Key.Key_Up, alt)
    assert kinds(screen) == ["affine", "relu", "affine"]
    row(panel, 0).kind.setFocus()
    QTest.keyClick(row(panel, 0).kind, Qt.Key.Key_Up, alt)
    assert kinds(screen) == ["affine", "relu", "affine"], "above the first there is no place"


def test_arrows_go_from_row_to_row(panel: NetworkPanel) -> None:
    click(row(panel, 0))
    QTest.keyClick(row(panel, 0), Qt.Key.Key_Down)
    assert row(panel, 1).hasFocus()
    for _ in range(4):
        press_key(Qt.Key.Key_Down)
    assert panel.layers.loss_row.hasFocus()
    for _ in range(5):
        press_key(Qt.Key.Key_Up)
    assert panel.layers.input_row.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_a_row_is_edited_by_key(panel: NetworkPanel, key: Qt.Key) -> None:
    click(row(panel, 0))
    QTest.keyClick(row(panel, 0), key)
    assert row(panel, 0).numbers["units"].hasFocus()


def test_tab_reads_the_list_downwards(screen: Desk, panel: NetworkPanel) -> None:
    click(row(panel, 0))
    visited = []
    for _ in range(12):
        visited.append(QApplication.focusWidget())
        press_key(Qt.Key.Key_Tab)
    first, second, third = panel.layers.layer_rows
    wanted = [first, first.kind, first.init, first.sigma, first.numbers["units"], second, second.kind]
    assert visited[:7] == wanted
    assert visited[7] is third


def test_a_layer_is_dragged_down_and_up(form_screen: FormScreen) -> None:
    screen, panel = form_screen, form_screen.form.network
    far = QPoint(0, 3 * row(panel, 0).height())
    drag(row(panel, 0), QPoint(4, 8), far)
    assert kinds(screen) == ["relu", "affine", "affine"]
    assert spec_of(screen).layers[2].units == 8
    drag(row(panel, 2), QPoint(4, 8), -far)
    assert spec_of(screen) == SPEC
    screen.document.undo_stack.undo()
    assert kinds(screen) == ["relu", "affine", "affine"]


def test_a_drag_to_its_own_place_or_broken_off_changes_nothing(screen: Desk, panel: NetworkPanel) -> None:
    drag(row(panel, 1), QPoint(4, 8), QPoint(0, 12))
    QTest.mousePress(row(panel, 0), Qt.MouseButton.LeftButton, pos=QPoint(4, 8))
    for y in (20, 60, 120):
        QTest.mouseMove(row(panel, 0), QPoint(4, y))
    QTest.keyClick(row(panel, 0), Qt.Key.Key_Escape)
    QTest.mouseRelease(row(panel, 0), Qt.MouseButton.LeftButton, pos=QPoint(4, 120))
    assert not screen.document.undo_stack.canUndo()
