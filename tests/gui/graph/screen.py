"""A Graph workspace on its own, shown, for the tests that press its buttons."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.graph.bars.player import USUAL
from gui.graph.model.model import FIRST_EXAMPLE
from gui.graph.model.networks import CurrentNetwork
from gui.graph.step.nudge_row import FIRST_H
from gui.graph.values.rows import NODE
from gui.graph.workspace import GraphWorkspace
from gui.jobs.jobs import Jobs
from gui.look.icons import Icons

SIZE = QSize(1294, 690)


@contextmanager
def graph_workspace(
    qtbot: QtBot, icons: Icons, current_network: CurrentNetwork | None = None
) -> Iterator[GraphWorkspace]:
    """Shown and active, on the first example; neither a thread nor a widget is left behind."""
    jobs = Jobs()
    workspace = GraphWorkspace(icons, jobs, current_network)
    workspace.resize(SIZE)
    workspace.show()
    workspace.activateWindow()
    qtbot.waitUntil(workspace.isActiveWindow)
    workspace.picture.setFocus()
    yield workspace
    workspace.close()
    jobs.shutdown()
    workspace.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def begin_anew(workspace: GraphWorkspace) -> None:
    """Take back all that a person can have done, so that it is as it was opened."""
    model = workspace.model
    workspace.player.pause()
    model.set_quiz(False)
    model.draw("z = 0")  # an example that is shown once more would keep the room of its numbers
    model.show_example(FIRST_EXAMPLE)
    model.undo_stack.clear()
    workspace.pages.setCurrentWidget(workspace.values)
    workspace.array.show_gradient(False)
    workspace.step.nudge.field.setText(FIRST_H)
    workspace.controls.speed.setValue(USUAL)
    workspace.resize(SIZE)
    workspace.show()


def show(qtbot: QtBot, workspace: GraphWorkspace, name: str) -> None:
    """Choose an example and wait until it is drawn."""
    workspace.show_example(name)
    qtbot.waitUntil(lambda: workspace.model.subject.key == name and not workspace.model.is_busy)


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, to whatever has the focus."""
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, modifiers)


def click_row(qtbot: QtBot, workspace: GraphWorkspace, node: str, double: bool = False) -> None:
    """A click, or two, on a row of “All values”."""
    table = workspace.values
    index: QModelIndex = table.rows.index(table.rows.row(node), NODE)
    table.scrollTo(index)
    point: QPoint = table.visualRect(index).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    if double:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=point)


def place_in_picture(workspace: GraphWorkspace, node: str) -> QPoint:
    diagram = workspace.picture.diagram
    assert diagram is not None
    rect: QRect = workspace.picture.mapFromScene(diagram.nodes[node].sceneBoundingRect()).boundingRect()
    return rect.center()


def click_node(qtbot: QtBot, workspace: GraphWorkspace, node: str) -> None:
    """A click on a node of the picture, and time for its answer."""
    place = place_in_picture(workspace, node)
    qtbot.mouseClick(workspace.picture.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()


def cell(workspace: GraphWorkspace, node: str, column: int) -> str:
    """What stands in a row of “All values”."""
    rows = workspace.values.rows
    return str(rows.index(rows.row(node), column).data())
