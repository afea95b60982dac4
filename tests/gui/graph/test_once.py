"""Whatever a person does, each part of the Graph workspace shows itself at most once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.graph.examples import EXAMPLES
from gui.graph.workspace import GraphWorkspace
from gui.look.icons import Icons
from gui.look.theme import Theme
from tests.gui.graph.screen import click_node, click_row, graph_workspace, place_in_picture, press, show
from tests.gui.language.doubled import Doubled
from tests.gui.shows import Shows, count_shows, once, parts_of

LEFT = Qt.MouseButton.LeftButton
PARTS = {
    "ArrayPage",
    "BookLine",
    "Controls",
    "ExamplesPanel",
    "ExpressionBar",
    "GraphPicture",
    "Header",
    "NudgeRow",
    "OutputPage",
    "QuizPanel",
    "StepPanel",
    "ValuesTable",
}
MOVED = ("Controls", "GraphPicture", "NudgeRow", "StepPanel", "ValuesTable")


@pytest.fixture(scope="module")
def shows() -> Iterator[Shows]:
    with pytest.MonkeyPatch.context() as patched:
        yield count_shows(patched)


@pytest.fixture(scope="module")
def shared(request: pytest.FixtureRequest, shared_theme: Theme, shows: Shows) -> Iterator[GraphWorkspace]:
    """All that opening it sets off is over."""
    qtbot = QtBot(request)
    with graph_workspace(qtbot, Icons(shared_theme)) as found:
        compared = sum(bool(item.book_numbers) for item in EXAMPLES.values())
        qtbot.waitUntil(lambda: len(found.model.book.of) == compared)
        found.pages.setCurrentWidget(found.array)
        found.pages.setCurrentWidget(found.values)
        assert parts_of(found) >= PARTS
        yield found


@pytest.fixture(autouse=True)
def only_what_the_test_does(workspace: GraphWorkspace, shows: Shows) -> None:
    QApplication.processEvents()
    shows.clear()


def test_choosing_an_example(qtbot: QtBot, workspace: GraphWorkspace, shows: Shows) -> None:
    examples = workspace.examples
    place = examples.list.visualItemRect(examples.item("sigmoid")).center()
    qtbot.mouseClick(examples.list.viewport(), LEFT, pos=place)
    once(shows, *MOVED, "Header", "ExamplesPanel")
    press(qtbot, Qt.Key.Key_Down)
    once(shows, *MOVED, "Header", "ExamplesPanel")


def test_choosing_a_network_is_two_a_grey_picture_and_the_new_one(
    qtbot: QtBot, workspace: GraphWorkspace, shows: Shows
) -> None:
    workspace.show_example("two-layer-mnist")
    once(shows, "GraphPicture", "ValuesTable")
    show(qtbot, workspace, "two-layer-mnist")
    once(shows, *MOVED, "Header")


def test_changing_a_value(qtbot: QtBot, workspace: GraphWorkspace, shows: Shows) -> None:
    workspace.model.step()
    shows.clear()
    viewport, place = workspace.picture.viewport(), place_in_picture(workspace, "apple")
    qtbot.mouseClick(viewport, LEFT, pos=place)
    once(shows, *MOVED)
    qtbot.mouseDClick(viewport, LEFT, pos=place)
    once(shows, *MOVED)  # back to where the first of the two clicks had been
    workspace.editor.field.setText("200")
    press(qtbot, Qt.Key.Key_Return)
    once(shows, *MOVED, "Header", "BookLine")
    qtbot.mouseClick(workspace.header.reset, LEFT)
    once(shows, *MOVED, "Header", "BookLine")


@pytest.mark.parametrize("page", ["values", "array", "output"])
def test_moving(qtbot: QtBot, workspace: GraphWorkspace, shows: Shows, page: str) -> None:
    show(qtbot, workspace, "affine")
    workspace.pages.setCurrentWidget(getattr(workspace, page))
    workspace.picture.setFocus()
    shows.clear()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Home):
        press(qtbot, key)
        once(shows, *MOVED, *({"array": ["ArrayPage"], "output": ["OutputPage"]}.get(page, [])))
    qtbot.mouseClick(workspace.controls.buttons["to_end"], LEFT)
    once(shows, *MOVED)


def test_choosing_a_node(qtbot: QtBot, workspace: GraphWorkspace, shows: Shows) -> None:
    click_node(qtbot, workspace, "tax")
    once(shows, *MOVED)
    click_row(qtbot, workspace, "apple")
    once(shows, *MOVED)
    workspace.picture.setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    once(shows, "StepPanel", "NudgeRow")
    press(qtbot, Qt.Key.Key_Escape)
    once(shows, "StepPanel", "NudgeRow")


def test_opening_and_closing_a_compound(qtbot: QtBot, workspace: GraphWorkspace, shows: Shows) -> None:
    show(qtbot, workspace, "sigmoid")
    workspace.model.to_end()
    shows.clear()
    picture = workspace.picture
    for opened in (True, False):
        assert picture.diagram is not None
        item = picture.diagram.item_of("y", is_frame=not opened)
        assert item is not None
        assert item.handle is not None
        place = picture.mapFromScene(item.handle.center())
        qtbot.mouseClick(picture.viewport(), LEFT, pos=place)
        once(shows, *MOVED)
        assert workspace.model.graph is not None
        assert ("y" in workspace.model.graph.opened) == opened
        assert workspace.model.selected == "y"


def test_the_quiz(qtbot: QtBot, workspace: GraphWorkspace, shows: Shows) -> None:
    asked = ("Controls", "GraphPicture", "StepPanel", "QuizPanel")
    qtbot.mouseClick(workspace.header.quiz, LEFT)
    once(shows, *asked, "Header")
    for answer in ("200", "220", "1.1"):
        workspace.step.quiz.field.setText(answer)
        press(qtbot, Qt.Key.Key_Return)
        once(shows, *asked)
    qtbot.mouseClick(workspace.step.quiz.give_up, LEFT)
    once(shows, *asked)
    qtbot.mouseClick(workspace.header.quiz, LEFT)
    once(shows, *asked, "Header")


def test_an_expression(qtbot: QtBot, workspace: GraphWorkspace, shows: Shows) -> None:
    bar = workspace.expression
    bar.field.setPlainText("y = (x")
    qtbot.mouseClick(bar.button, LEFT)
    once(shows, "ExpressionBar", "GraphPicture")
    bar.field.setPlainText("y = x * x")
    once(shows, "ExpressionBar")
    qtbot.mouseClick(bar.button, LEFT)
    once(shows, *MOVED, "Header", "ExamplesPanel")


def test_one_output_of_a_layer(qtbot: QtBot, workspace: GraphWorkspace, shows: Shows) -> None:
    show(qtbot, workspace, "affine")
    workspace.model.to_end()
    workspace.model.select("Y")
    workspace.pages.setCurrentWidget(workspace.array)
    shows.clear()
    workspace.array.table.doubleClicked.emit(workspace.array.numbers.index(1, 2))
    once(shows, "OutputPage")
    qtbot.mouseClick(workspace.output.draw, LEFT)
    once(shows, *MOVED, "Header", "OutputPage")
    qtbot.mouseClick(workspace.header.back, LEFT)
    once(shows, *MOVED, "Header", "OutputPage")


def test_another_theme(workspace: GraphWorkspace, theme: Theme, shows: Shows) -> None:
    workspace.expression.field.setPlainText("y = (x")
    workspace.expression.draw()
    shows.clear()
    theme.set_choice("dark")
    once(shows, "ExpressionBar", "ValuesTable")
    theme.set_choice("light")
    once(shows, "ExpressionBar", "ValuesTable")


def test_another_language(qapp: QApplication, workspace: GraphWorkspace, shows: Shows) -> None:
    translator = Doubled()
    qapp.installTranslator(translator)
    once(shows, *PARTS - {"ExamplesPanel"})
    qapp.removeTranslator(translator)
    once(shows, *PARTS - {"ExamplesPanel"})
