"""Undo and redo in the Graph workspace: values, expressions, examples, each by its name; the place stays."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from core.errors import LabError
from gui.graph.values.rows import VALUE
from gui.graph.workspace import GraphWorkspace
from tests.gui.graph.screen import cell, show


@pytest.fixture
def stack(workspace: GraphWorkspace) -> QUndoStack:
    return workspace.model.undo_stack


def test_at_the_start_there_is_nothing_to_take_back(stack: QUndoStack) -> None:
    assert not stack.canUndo()


def test_a_value_comes_back_and_the_place_in_the_trace_stays(
    workspace: GraphWorkspace, stack: QUndoStack
) -> None:
    model = workspace.model
    model.set_value("apple", "200")
    assert stack.undoText() == "Change apple"
    model.go(2)
    stack.undo()
    assert (cell(workspace, "apple", VALUE), cell(workspace, "price", VALUE)) == ("100", "220")
    assert (model.position, model.edited, workspace.header.reset.isVisible()) == (2, False, False)
    stack.redo()
    assert (cell(workspace, "apple", VALUE), cell(workspace, "price", VALUE)) == ("200", "440")
    assert (model.position, model.edited) == (2, True)


def test_reset_values_come_back(workspace: GraphWorkspace, stack: QUndoStack) -> None:
    model = workspace.model
    model.set_value("apple", "200")
    model.set_value("tax", "1.2")
    model.reset_values()
    assert stack.undoText() == "Reset the values"
    stack.undo()
    assert (cell(workspace, "apple", VALUE), cell(workspace, "tax", VALUE)) == ("200", "1.2")
    stack.undo()
    assert (cell(workspace, "apple", VALUE), cell(workspace, "tax", VALUE)) == ("200", "1.1")
    assert model.edited


def test_an_expression_and_an_example_come_back_with_their_values(
    qtbot: QtBot, workspace: GraphWorkspace, stack: QUndoStack
) -> None:
    model, field = workspace.model, workspace.expression.field
    model.set_value("apple", "300")
    model.draw("y = apple ** 2")
    assert stack.undoText() == "Draw an expression"
    show(qtbot, workspace, "affine")
    assert stack.undoText().startswith("Show ")
    stack.undo()
    assert field.toPlainText() == "y = apple ** 2"
    assert cell(workspace, "apple", VALUE) == "300"
    stack.undo()
    assert (model.subject.key, model.edited, cell(workspace, "apple", VALUE)) == ("apple", True, "300")
    stack.undo()
    assert (model.edited, stack.canUndo()) == (False, False)
    for _ in range(3):
        stack.redo()
    assert model.subject.key == "affine"


def test_what_is_refused_or_the_same_leaves_nothing_to_take_back(
    workspace: GraphWorkspace, stack: QUndoStack
) -> None:
    for wrong in ("", "x", "[1, 2"):
        with pytest.raises(LabError):
            workspace.model.set_value("apple", wrong)
    with pytest.raises(LabError):
        workspace.model.draw("y = (")
    workspace.model.show_example("apple")
    assert not stack.canUndo()


def test_to_look_at_an_output_or_into_a_compound_is_not_an_edit(
    qtbot: QtBot, workspace: GraphWorkspace, stack: QUndoStack
) -> None:
    model = workspace.model
    show(qtbot, workspace, "affine")
    count = stack.count()
    model.show_output("Y", 0, 0)
    model.leave_output()
    assert (stack.count(), model.subject.key) == (count, "affine")
    model.show_output("Y", 0, 0)
    model.draw("z = 2 * 3")
    stack.undo()
    assert (model.subject.kind, model.can_leave) == ("output", True)
    model.leave_output()
    assert model.subject.key == "affine"


def test_a_graph_that_is_traced_in_a_job_comes_back_in_one(
    qtbot: QtBot, workspace: GraphWorkspace, stack: QUndoStack
) -> None:
    model = workspace.model
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("gui.graph.model.model.NODES_AT_ONCE", 3)
        model.draw("x = 2; y = x + x * x * x")
        assert model.is_busy
        qtbot.waitUntil(lambda: not model.is_busy)
        model.set_number("x", np.float64(3.0))
        qtbot.waitUntil(lambda: not model.is_busy)
        stack.undo()
        stack.undo()
        stack.redo()
        qtbot.waitUntil(lambda: not model.is_busy)
        assert (cell(workspace, "x", VALUE), model.stale) == ("2", False)
        stack.redo()
        qtbot.waitUntil(lambda: not model.is_busy)
        assert cell(workspace, "x", VALUE) == "3"


def test_ctrl_z_in_the_field_is_the_windows_unless_something_was_typed(
    qtbot: QtBot, workspace: GraphWorkspace, stack: QUndoStack
) -> None:
    taken: list[str] = []
    action = workspace.addAction("undo", Qt.Modifier.CTRL | Qt.Key.Key_Z)
    action.triggered.connect(lambda: taken.append("undo"))
    field = workspace.expression.field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert taken == ["undo"]
    before = field.toPlainText()
    qtbot.keyClicks(field, "a")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (taken, field.toPlainText()) == (["undo"], before)
    workspace.removeAction(action)
