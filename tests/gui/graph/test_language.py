"""Another language in the Graph workspace: at once, and twice as long without breaking anything."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.graph.workspace import SMALLEST, GraphWorkspace
from tests.gui.graph.screen import show
from tests.gui.language.doubled import Doubled


def test_it_changes_at_once(qapp: QApplication, workspace: GraphWorkspace) -> None:
    workspace.model.to_end()
    translator = Doubled()
    qapp.installTranslator(translator)
    QApplication.processEvents()
    assert workspace.examples.item("apple").text() == "Apple Apple"
    assert workspace.expression.button.text() == "Draw Draw"
    assert workspace.step.title().startswith("This step: × sends back This step")
    assert "step 4 of 4 · backward backward · × step" in workspace.controls.where.text()
    assert (
        workspace.values.rows.headerData(0, workspace.values.horizontalHeader().orientation()) == "node node"
    )
    qapp.removeTranslator(translator)
    QApplication.processEvents()
    assert workspace.examples.item("apple").text() == "Apple"
    assert workspace.step.title() == "This step: × sends back"


def test_what_is_said_of_an_answer_and_of_a_value_changes_too(
    qapp: QApplication, workspace: GraphWorkspace
) -> None:
    workspace.model.go(3)
    workspace.model.set_quiz(True)
    quiz, editor = workspace.step.quiz, workspace.editor
    quiz.field.setText("3.1")
    quiz.check.click()
    workspace.picture.edit_requested.emit("tax")
    editor.field.setText("1.1.2")
    editor.accept.click()
    translator = Doubled()
    qapp.installTranslator(translator)
    QApplication.processEvents()
    assert quiz.hint.count("upstream plus local") == 2
    assert editor.problem.count("is not a number") == 2
    qapp.removeTranslator(translator)
    QApplication.processEvents()


@pytest.mark.usefixtures("doubled")
@pytest.mark.parametrize("name", ["apple-orange", "softmax-naive", "affine"])
def test_texts_twice_as_long_push_nothing_out_of_the_window(
    qtbot: QtBot, workspace: GraphWorkspace, name: str
) -> None:
    show(qtbot, workspace, name)
    workspace.model.to_end()
    workspace.resize(1294, 690)
    for quiz in (False, True):
        workspace.model.set_quiz(quiz)
        QApplication.processEvents()
        assert workspace.width() == 1294
        for widget in workspace.findChildren(QWidget):
            if widget.isVisible() and widget.window() is workspace.window() and not _scrolls(widget):
                corner = widget.mapTo(workspace, widget.rect().bottomRight())
                assert workspace.rect().contains(corner), widget


def test_it_is_whole_at_its_smallest(workspace: GraphWorkspace) -> None:
    workspace.resize(SMALLEST)
    QApplication.processEvents()
    assert workspace.size() == SMALLEST


def test_everything_that_can_be_pressed_has_a_name_and_says_what_it_does(workspace: GraphWorkspace) -> None:
    buttons = [
        button
        for part in (
            workspace.header,
            workspace.controls,
            workspace.expression,
            workspace.step,
            workspace.output,
        )
        for button in part.findChildren(QAbstractButton)
        if not button.objectName().startswith("qt_")
    ]
    assert len(buttons) >= 15
    for button in buttons:
        if button is not workspace.header.book:
            assert button.accessibleName() or button.text(), button
            assert button.toolTip(), button


def _scrolls(widget: QWidget) -> bool:
    """What stands in an area that scrolls may be larger than the area."""
    parent = widget.parentWidget()
    while parent is not None:
        if parent.inherits("QAbstractScrollArea"):
            return True
        parent = parent.parentWidget()
    return False
