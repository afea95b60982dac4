"""The Graph workspace through clicks and keys: stepping, the slider, the table, edits, errors, compounds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from core.graph.examples import EXAMPLES
from gui.graph.values_model import CHECK, GRADIENT, NODE, VALUE
from gui.graph.workspace import GraphWorkspace
from gui.icons import Icons
from tests.gui.graph.screen import (
    cell,
    click_node,
    click_row,
    graph_workspace,
    place_in_picture,
    press,
    show,
)

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def workspace(qtbot: QtBot, icons: Icons) -> Iterator[GraphWorkspace]:
    with graph_workspace(qtbot, icons) as found:
        yield found


def test_it_opens_on_two_apples_before_the_first_step(workspace: GraphWorkspace) -> None:
    assert workspace.model.source.key == "apple"
    assert workspace.header.title.text() == "price = (apple·n)·tax"
    assert workspace.controls.where.text() == "before the first of 4 steps"
    assert workspace.step.lines() == []
    assert "Before the first step" in workspace.step.sentence


def test_why_is_the_gradient_of_tax_200_takes_one_click(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    click_row(qtbot, workspace, "tax")
    assert workspace.model.position == 3
    assert workspace.step.lines()[:3] == [
        "∂price/∂tax = ∂price/∂price · ∂price/∂tax",
        "= ∂price/∂price · z",
        "= 1 × 200 = 200",
    ]
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


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [("step", 0, 1), ("step", 3, 4), ("back", 3, 2), ("back", 1, 0), ("to_start", 4, 0), ("to_end", 1, 4)],
)
def test_a_button_moves_the_cursor(
    qtbot: QtBot, workspace: GraphWorkspace, name: str, start: int, end: int
) -> None:
    workspace.model.go(start)
    qtbot.mouseClick(workspace.controls.buttons[name], LEFT)
    assert workspace.model.position == end
    assert workspace.controls.slider.value() == end


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        (Qt.Key.Key_Right, 0, 1),
        (Qt.Key.Key_Left, 4, 3),
        (Qt.Key.Key_Home, 4, 0),
        (Qt.Key.Key_End, 0, 4),
    ],
)
@pytest.mark.parametrize("place", ["picture", "list", "values"])
def test_a_key_moves_the_cursor_wherever_the_focus_is(
    qtbot: QtBot, workspace: GraphWorkspace, key: Qt.Key, start: int, end: int, place: str
) -> None:
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


@pytest.mark.parametrize("value", range(5))
def test_each_step_has_a_place_on_the_slider(workspace: GraphWorkspace, value: int) -> None:
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


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_every_example_at_both_ends(qtbot: QtBot, workspace: GraphWorkspace, name: str) -> None:
    show(qtbot, workspace, name)
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


def test_a_click_in_the_list_shows_an_example(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    examples = workspace.examples
    place = examples.list.visualItemRect(examples.item("multiply")).center()
    qtbot.mouseClick(examples.list.viewport(), LEFT, pos=place)
    assert workspace.model.source.key == "multiply"
    assert workspace.expression.field.toPlainText() == "z = x * y"
    examples.list.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert workspace.model.source.key == "reused-value"
    workspace.show_example("add")
    assert examples.list.currentItem() is examples.item("add")


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_the_numbers_of_the_book_are_compared_live(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    wanted = [name for name, item in EXAMPLES.items() if item.book_numbers]
    qtbot.waitUntil(lambda: sorted(workspace.model.book) == sorted(wanted))
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
    assert "column 4" in editor.problem
    assert editor.isVisible()
    assert cell(workspace, "tax", VALUE) == "1.1"
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


def test_drawing_an_expression(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    field = workspace.expression.field
    field.setPlainText("y = apple ** 2 + b")
    field.setFocus()
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert workspace.model.source.kind == "expression"
    assert workspace.header.title.text() == "y = apple² + b"
    assert cell(workspace, "apple", VALUE) == "100"  # as it was
    assert cell(workspace, "b", VALUE) == "1"
    assert "b: no value was given" in workspace.header.description.text()
    assert workspace.examples.list.currentRow() == -1


def test_a_mistake_names_line_and_column_and_the_old_picture_stays_stale(
    qtbot: QtBot, workspace: GraphWorkspace
) -> None:
    bar = workspace.expression
    bar.field.setPlainText("z = 2 * x\ny = sgmoid(z)")
    qtbot.mouseClick(bar.button, LEFT)
    assert bar.problem == "Line 2: unknown function `sgmoid` at column 5: did you mean `sigmoid`?"
    marks = bar.field.extraSelections()
    assert [mark.cursor.selectedText() for mark in marks] == ["sgmoid"]
    assert workspace.model.stale
    assert workspace.model.source.key == "apple"
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


def test_nudging_shows_what_is_predicted_and_what_happens(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    show(qtbot, workspace, "reused-value")
    nudge = workspace.step.nudge
    workspace.model.select("x")
    assert nudge.result.lines() == ("predicted not known yet, really +8",)
    workspace.model.to_end()
    assert nudge.result.lines() == ("predicted +7, really +8",)
    nudge.field.setText("0.001")
    assert nudge.result.lines() == ("predicted +0.007, really +0.007001",)
    nudge.field.setText("a little")
    assert nudge.result.lines() == ()


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
    assert "is no number" in quiz.hint
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


def test_the_numbers_of_an_array_stand_on_their_page(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    show(qtbot, workspace, "affine")
    workspace.model.select("W")
    workspace.pages.setCurrentWidget(workspace.array)
    numbers = workspace.array.numbers
    assert workspace.array.node == "W"
    assert (numbers.rowCount(), numbers.columnCount()) == (2, 3)
    assert numbers.index(1, 2).data() == "6"
    workspace.array.show_gradient(True)
    assert numbers.rowCount() == 0
    workspace.model.to_end()
    assert [numbers.index(0, j).data() for j in range(3)] == ["4", "4", "4"]


def test_one_output_of_affine_is_its_products_its_bias_and_their_sum(
    qtbot: QtBot, workspace: GraphWorkspace
) -> None:
    show(qtbot, workspace, "affine")
    workspace.model.to_end()
    workspace.model.select("Y")
    workspace.pages.setCurrentWidget(workspace.array)
    workspace.array.table.doubleClicked.emit(workspace.array.numbers.index(1, 2))
    page = workspace.output
    assert workspace.pages.currentWidget() is page
    assert (page.row.value(), page.column.value()) == (1, 2)
    products = [[page.products.index(i, j).data() for j in range(4)] for i in range(2)]
    assert products == [["1", "4", "6", "24"], ["0", "3", "5", "15"]]
    assert page.total.lines() == ("Y[1, 2] = Σ x·W + b[2]", "= 39 + 3 = 42")
    qtbot.mouseClick(page.draw, LEFT)
    assert workspace.model.source.kind == "output"
    workspace.model.to_end()
    assert cell(workspace, "W[0,2]", GRADIENT) == "3"
    qtbot.mouseClick(workspace.header.back, LEFT)
    assert workspace.model.source.key == "affine"
    assert not workspace.header.back.isVisible()


def test_the_pages_say_so_where_they_have_nothing(workspace: GraphWorkspace) -> None:
    workspace.pages.setCurrentWidget(workspace.output)
    assert not workspace.output.table.isVisible()
    workspace.pages.setCurrentWidget(workspace.array)
    assert not workspace.array.table.isVisible()


def test_play_of_what_is_still_being_traced_begins_when_it_is_there(
    qtbot: QtBot, workspace: GraphWorkspace
) -> None:
    workspace.show_example("two-layer-mnist")
    workspace.play()
    assert not workspace.player.is_playing
    qtbot.waitUntil(lambda: workspace.player.is_playing)
    assert workspace.model.source.key == "two-layer-mnist"


def test_hidden_it_neither_plays_nor_computes(workspace: GraphWorkspace) -> None:
    workspace.play()
    workspace.hide()
    assert not workspace.player.is_playing
