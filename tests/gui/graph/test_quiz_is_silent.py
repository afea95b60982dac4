"""While a quiz runs, nothing in the workspace holds a number that is still asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.formula.view import FormulaView
from gui.graph.workspace import GraphWorkspace

ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def said(workspace: GraphWorkspace) -> Iterator[str]:
    """Every text that can be seen, pointed at or heard."""
    for widget in (workspace, *workspace.findChildren(QWidget)):
        if widget.isVisible():
            yield from texts_of(widget)


def texts_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.whatsThis())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield from (widget.text(), widget.placeholderText())
    if isinstance(widget, FormulaView):
        yield from widget.lines()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from cells(widget.model())


def cells(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount(QModelIndex())):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
        for column in range(columns):
            for role in ROLES:
                yield str(model.index(row, column).data(role) or "")


def holds(texts: list[str], number: str) -> list[str]:
    return [text for text in texts if re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|\.\d)", text)]


def test_no_number_that_is_asked_for_is_told(qtbot: QtBot, workspace: GraphWorkspace) -> None:
    model = workspace.model
    qtbot.waitUntil(lambda: "apple" in model.book.of)
    assert holds(list(said(workspace)), "2.2")  # the book's numbers stand above: the search finds them
    qtbot.mouseClick(workspace.header.quiz, Qt.MouseButton.LeftButton)
    unknown = ["200", "220", "2.2", "110"]
    for answer in ("200", "220", "1.1", "200", "2.2", "110"):
        texts = list(said(workspace))
        assert {number: holds(texts, number) for number in unknown} == {number: [] for number in unknown}
        qtbot.keyClicks(workspace.step.quiz.field, answer)
        qtbot.keyClick(workspace.step.quiz.field, Qt.Key.Key_Return)
        if answer in unknown:
            unknown.remove(answer)
    assert model.question is None
    assert unknown == []


@pytest.mark.parametrize("text", ["two", ""])
def test_what_is_not_an_answer_is_refused_without_a_number(
    qtbot: QtBot, workspace: GraphWorkspace, text: str
) -> None:
    qtbot.mouseClick(workspace.header.quiz, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(workspace.step.quiz.field, text)
    qtbot.keyClick(workspace.step.quiz.field, Qt.Key.Key_Return)
    assert "is not a number" in workspace.step.quiz.hint
    assert not re.search(r"\d", workspace.step.quiz.hint)
