"""The Graph workspace answers: what it opens on, what a click explains, what is compared and asked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.graph.examples import EXAMPLES
from gui.graph.values.rows import CHECK, GRADIENT, NODE, VALUE
from gui.graph.workspace import GraphWorkspace
from tests.gui.graph.screen import cell, click_node, click_row, press, show

LEFT = Qt.MouseButton.LeftButton


def test_it_opens_on_two_apples_before_the_first_step(workspace: GraphWorkspace) -> None:
    assert workspace.model.subject.key == "apple"
    assert workspace.header.title.text() == "price = (apple·n)·tax"
    assert workspace.controls.where.text() == "before the first of 4 steps"
    assert workspace.step.lines() == []
    assert "Before the first step" in workspace.step.sentence


def test_why_is_the_gradient_of_tax_200_takes_one_click(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    click_row(qtbot, workspace, "tax")
    assert workspace.model.position == 3
    assert workspace.step.start.lines() == ("start: ∂price/∂price = 1",)
    assert workspace.step.lines()[:2] == ["∂price/∂tax = z", "= 1 × 200 = 200"]
    assert "multiplied by the other factor" in workspace.step.sentence
    assert cell(workspace, "tax", GRADIENT) == "200"


def test_a_click_on_an_input_of_the_picture_answers_too(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    click_node(qtbot, workspace, "tax")
    assert workspace.model.position == 3
    assert workspace.model.selected == "tax"
    assert "= 1 × 200 = 200" in workspace.step.lines()


def test_a_click_on_an_operation_goes_to_its_step_on_the_way_that_one_is_on(
    qtbot: QtBot, workspace: GraphWorkspace
) -> None:
    click_row(qtbot, workspace, "price")
    assert workspace.model.position == 2
    assert workspace.step.title() == "This step: × computes"
    workspace.model.to_end()
    click_row(qtbot, workspace, "multiply1")
    assert workspace.model.position == 3
    assert workspace.step.title() == "This step: × sends back"


def test_a_click_in_the_list_shows_an_example(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    examples = workspace.examples
    place = examples.list.visualItemRect(examples.item("multiply")).center()
    qtbot.mouseClick(examples.list.viewport(), LEFT, pos=place)
    assert workspace.model.subject.key == "multiply"
    assert workspace.expression.field.toPlainText() == "z = x * y"
    examples.list.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert workspace.model.subject.key == "reused-value"
    workspace.show_example("add")
    assert examples.list.currentItem() is examples.item("add")


def test_a_heading_of_the_examples_is_not_an_example(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    examples = workspace.examples
    shown = workspace.model.subject
    headings = [
        item
        for item in map(examples.list.item, range(examples.list.count()))
        if item.text() in ("Arithmetic", "Functions", "Losses", "Networks")
    ]
    assert len(headings) == 4
    for heading in headings:
        place = examples.list.visualItemRect(heading).center()
        qtbot.mouseClick(examples.list.viewport(), LEFT, pos=place)
        qtbot.mouseDClick(examples.list.viewport(), LEFT, pos=place)
    assert workspace.model.subject is shown


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_numbers_of_the_book_are_compared_live(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    wanted = [name for name, item in EXAMPLES.items() if item.book_numbers]
    qtbot.waitUntil(lambda: sorted(workspace.model.book.of) == sorted(wanted))
    book = workspace.header.book
    assert book.text() == "✓ matches the book: 220 · 2.2 · 110 · 200"
    assert book.isVisible()
    assert "matches the book" in workspace.examples.item("apple").data(Qt.ItemDataRole.AccessibleTextRole)
    table = book.table()
    assert "∂price/∂tax" in table
    assert "chapter 5" in table
    qtbot.mouseClick(book, LEFT)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    workspace.model.set_value("apple", "101")
    assert not book.isVisible()
    qtbot.mouseClick(workspace.header.reset, LEFT)
    assert book.isVisible()


def test_the_checks_appear_with_the_gradients(workspace: GraphWorkspace) -> None:
    workspace.model.to_end()
    for node in ("apple", "n", "tax", "multiply1", "price"):
        assert cell(workspace, node, CHECK) == "✓"
    check = workspace.values.rows.check("apple")
    assert check is not None
    assert "Agrees with the central difference" in workspace.values.rows.check_text(check)
    workspace.model.go(3)
    assert cell(workspace, "apple", CHECK) == ""
    assert cell(workspace, "tax", CHECK) == "✓"


def test_the_table_names_what_nobody_named(workspace: GraphWorkspace) -> None:
    assert cell(workspace, "multiply1", NODE) == "z = apple × n"
    assert cell(workspace, "apple", NODE) == "apple"


def test_nudging_shows_what_is_predicted_and_what_happens(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    show(qtbot, workspace, "reused-value")
    nudge = workspace.step.nudge
    workspace.model.select("x")
    assert nudge.result.lines() == ("predicted not known yet, really not known yet",)
    assert workspace.model.trace is not None
    workspace.model.go(workspace.model.trace.turn)
    assert nudge.result.lines() == ("predicted not known yet, really +8",)
    workspace.model.to_end()
    assert nudge.result.lines() == ("predicted +7, really +8",)
    nudge.field.setText("0.001")
    assert nudge.result.lines() == ("predicted +0.007, really +0.007001",)
    nudge.field.setText("a little")
    assert nudge.result.lines() == ()


def test_one_number_of_an_array_is_nudged_the_one_that_was_chosen(
    qtbot: QtBot, workspace: GraphWorkspace
) -> None:
    workspace.model.draw("x = [[1, 2], [3, -4]]; y = sum(x * x)")
    workspace.model.to_end()
    workspace.model.select("x")
    nudge = workspace.step.nudge
    assert "x[1, 1] = −4" in nudge.field.accessibleName()
    assert nudge.result.lines() == ("predicted −8, really −7",)
    workspace.pages.setCurrentWidget(workspace.array)
    cell = workspace.array.table.visualRect(workspace.array.numbers.index(1, 0)).center()
    qtbot.mouseClick(workspace.array.table.viewport(), LEFT, pos=cell)
    assert "x[1, 0] = 3" in nudge.field.accessibleName()
    assert nudge.result.lines() == ("predicted +6, really +7",)


def test_trouble_is_said_at_its_step(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    show(qtbot, workspace, "softmax-naive")
    press(qtbot, Qt.Key.Key_Right)
    assert "exp of a number above" in workspace.step.trouble
    workspace.model.draw("x = 0\ny = relu(x)")
    workspace.model.to_end()
    assert workspace.step.trouble == ""
    assert "0 is taken" in workspace.step.convention


def test_the_quiz_asks_before_each_step(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    qtbot.mouseClick(workspace.header.quiz, LEFT)
    quiz = workspace.step.quiz
    assert quiz.isVisible()
    assert not workspace.controls.buttons["step"].isEnabled()
    assert quiz.asked.lines() == ("z = apple · n",)
    quiz.field.setText("102")
    press(qtbot, Qt.Key.Key_Return)
    assert "sum of the two" in quiz.hint
    assert workspace.model.position == 0
    assert cell(workspace, "multiply1", VALUE) == ""
    quiz.field.setText("100 * 2")
    press(qtbot, Qt.Key.Key_Return)
    assert workspace.model.position == 1
    assert cell(workspace, "multiply1", VALUE) == "200"
    assert "Right" in quiz.hint
    qtbot.mouseClick(quiz.give_up, LEFT)
    assert "It was 220" in quiz.hint
    qtbot.mouseClick(quiz.give_up, LEFT)
    assert workspace.model.position == 2  # one of the two wires of this step
    quiz.field.setText("nothing")
    qtbot.mouseClick(quiz.check, LEFT)
    assert "is not a number" in quiz.hint
    for _ in range(3):
        qtbot.mouseClick(quiz.give_up, LEFT)
    assert workspace.model.position == 4
    assert not quiz.field.isVisible()
    qtbot.mouseClick(workspace.header.quiz, LEFT)
    assert not quiz.isVisible()
    assert workspace.step.lines()


def test_in_the_quiz_a_click_explains_nothing(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    qtbot.mouseClick(workspace.header.quiz, LEFT)
    click_row(qtbot, workspace, "tax")
    assert workspace.model.position == 0
