"""Editing in the Graph workspace: values, expressions, compounds, and the sentence for each mistake."""

from __future__ import annotations

from unicodedata import normalize

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.graph.values.rows import VALUE
from gui.graph.workspace import GraphWorkspace
from tests.gui.graph.screen import cell, click_row, place_in_picture, press, show

LEFT = Qt.MouseButton.LeftButton


def test_an_input_is_changed_by_two_clicks_and_the_place_is_kept(
    qtbot: QtBot, workspace: GraphWorkspace
) -> None:
    workspace.model.go(2)
    place = place_in_picture(workspace, "apple")
    viewport = workspace.picture.viewport()
    qtbot.mouseClick(viewport, LEFT, pos=place)
    qtbot.mouseDClick(viewport, LEFT, pos=place)
    assert workspace.editor.node == "apple"
    assert workspace.editor.field.text() == "100"
    workspace.editor.field.setText("200")
    press(qtbot, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert not workspace.editor.isVisible()
    assert workspace.model.position == 2
    assert cell(workspace, "price", VALUE) == "440"


def test_a_mistake_in_a_value_is_said_at_its_place(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    click_row(qtbot, workspace, "tax", double=True)
    editor = workspace.editor
    assert editor.node == "tax"
    editor.field.setText("1.1.2")
    qtbot.mouseClick(editor.accept, LEFT)
    assert "“1.1.2” is not a number" in editor.problem
    assert editor.isVisible()
    assert cell(workspace, "tax", VALUE) == "1.1"
    workspace.resize(1000, 600)
    QApplication.processEvents()
    assert workspace.rect().contains(editor.geometry())
    press(qtbot, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert cell(workspace, "tax", VALUE) == "1.1"


def test_a_shape_that_does_not_fit_is_refused(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    show(qtbot, workspace, "affine")
    workspace.values.edit_asked.emit("W")
    workspace.editor.field.setText("[[1, 2, 3]]")
    press(qtbot, Qt.Key.Key_Return)
    assert "(1, 3)" in workspace.editor.problem
    workspace.editor.field.setText("[[1, 0], [0, 1]]")
    press(qtbot, Qt.Key.Key_Return)
    assert "(2, 2)" in workspace.editor.problem or not workspace.editor.isVisible()


def test_an_expression_is_drawn(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    field = workspace.expression.field
    field.setPlainText("y = apple ** 2 + b")
    field.setFocus()
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert workspace.model.subject.kind == "expression"
    assert workspace.header.title.text() == "y = apple² + b"
    assert cell(workspace, "apple", VALUE) == "100"  # as it was
    assert cell(workspace, "b", VALUE) == "1"
    assert "b: no value was given" in workspace.header.description.text()
    assert workspace.examples.list.currentRow() == -1


def test_hangul_is_composed_in_an_expression(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    """Syllable by syllable, as an input method sends it; in pieces it is the same name."""
    field = workspace.expression.field
    field.setFocus()
    field.setPlainText("")
    subject = workspace.model.subject
    for preedit in ("ㅅ", "사"):
        QApplication.sendEvent(field, QInputMethodEvent(preedit, []))
        assert (workspace.expression.problem, workspace.model.subject) == ("", subject)
    commit = QInputMethodEvent()
    commit.setCommitString("사과")
    QApplication.sendEvent(field, commit)
    qtbot.keyClicks(field, " * ")
    commit.setCommitString(normalize("NFD", "사과"))
    QApplication.sendEvent(field, commit)
    press(qtbot, Qt.Key.Key_Return)
    assert workspace.header.title.text() == "사과·사과"
    assert cell(workspace, "사과", VALUE) == "1"


def test_enter_draws_and_shift_enter_begins_a_line(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    field = workspace.expression.field
    field.setFocus()
    field.setPlainText("")
    qtbot.keyClicks(field, "s = 2 * 3")
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(field, "y = s + 1")
    assert field.toPlainText() == "s = 2 * 3\ny = s + 1"
    assert workspace.model.subject.kind == "example"
    press(qtbot, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert workspace.model.subject.text == "s = 2 * 3\ny = s + 1"
    assert field.toPlainText() == workspace.model.subject.text


def test_a_mistake_names_line_and_column_and_the_old_picture_stays_stale(
    qtbot: QtBot, workspace: GraphWorkspace
) -> None:
    bar = workspace.expression
    bar.field.setPlainText("z = 2 * x\ny = sgmoid(z)")
    qtbot.mouseClick(bar.button, LEFT)
    assert bar.problem == "Line 2: unknown function “sgmoid” at column 5: did you mean “sigmoid”?"
    QApplication.processEvents()
    assert workspace.across.middle.verticalScrollBar().maximum() == 0
    marks = bar.field.extraSelections()
    assert [mark.cursor.selectedText() for mark in marks] == ["sgmoid"]
    assert workspace.model.stale
    assert workspace.model.subject.key == "apple"
    bar.field.setPlainText("price = (apple * n) * tax")
    assert bar.problem == ""
    assert not bar.field.extraSelections()
    assert not workspace.model.stale
    bar.field.setPlainText("z = 2 * x\ny = sigmoid(z)")
    qtbot.mouseClick(bar.button, LEFT)
    assert not workspace.model.stale
    assert bar.problem == ""


def test_an_input_without_a_fitting_value_is_refused(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    workspace.expression.field.setPlainText("y = matmul(a, W)")
    qtbot.mouseClick(workspace.expression.button, LEFT)
    assert "Shapes that do not match" in workspace.expression.problem


def test_a_compound_is_opened_and_closed_and_the_place_is_kept(
    qtbot: QtBot, workspace: GraphWorkspace
) -> None:
    show(qtbot, workspace, "neuron")
    model = workspace.model
    assert model.trace is not None
    model.go(model.trace.forward_at["y"] + 1)
    before = cell(workspace, "y", VALUE)
    workspace.picture.select_node("y")
    press(qtbot, Qt.Key.Key_Return)
    assert model.graph is not None
    assert "y" in model.graph.opened
    assert cell(workspace, "y", VALUE) == before
    assert cell(workspace, "y/exp", VALUE) != ""
    workspace.picture.close_requested.emit("y")
    assert "y/exp" not in model.graph.index
    assert cell(workspace, "y", VALUE) == before
    assert model.position == model.trace.forward_at["y"] + 1


def test_what_is_wrong_with_a_number_has_no_place_and_no_code_marks(
    qtbot: QtBot, workspace: GraphWorkspace
) -> None:
    for text in ["abc", "", "1,5", "½", "2 3"]:
        workspace.picture.edit_requested.emit("tax")
        workspace.editor.field.setText(text)
        qtbot.mouseClick(workspace.editor.accept, LEFT)
        problem = workspace.editor.problem
        assert "such as 2.5" in problem
        assert "Line" not in problem
        assert "column" not in problem
        assert "`" not in problem


def test_what_is_wrong_with_an_array_has_its_place(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    workspace.picture.edit_requested.emit("tax")
    workspace.editor.field.setText("[1,, 2]")
    qtbot.mouseClick(workspace.editor.accept, LEFT)
    assert "column 4" in workspace.editor.problem
    assert "`" not in workspace.editor.problem
