"""What is on a picture of a graph and where it is, and a pointer for it. Not a test itself."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.graph.cursor import Cursor
from core.graph.examples import EXAMPLES
from core.graph.graph import Graph
from core.graph.trace import trace_graph
from gui.graph.picture import GraphPicture
from gui.graph.picture.arrays.popup import ArrayPopup
from gui.graph.picture.diagram import Diagram
from gui.graph.picture.look import Key

APPLE = EXAMPLES["apple"].graph()
AFFINE = EXAMPLES["affine"].graph()
LEFT = Qt.MouseButton.LeftButton


def shown(picture: GraphPicture, graph: Graph, position: int = -1) -> Cursor:
    """Show `graph` after so many steps; −1 is the end."""
    trace = trace_graph(graph)
    cursor = Cursor(trace, position if position >= 0 else len(trace.steps))
    picture.set_graph(graph, trace)
    picture.set_cursor(cursor)
    return cursor


def diagram(picture: GraphPicture) -> Diagram:
    assert picture.diagram is not None
    return picture.diagram


def onward(cursor: Cursor) -> Iterator[Cursor]:
    """The cursors from the next step to the end."""
    for position in range(cursor.position + 1, len(cursor.trace.steps) + 1):
        yield cursor.to(position)


def numbers(picture: GraphPicture) -> dict[Key, float]:
    """Every number that is seen on a node's wire."""
    return {
        key: float(item.value)
        for key, item in diagram(picture).numbers.items()
        if item.isVisible() and item.value is not None and not item.hidden
    }


def places(picture: GraphPicture) -> dict[str, QRectF]:
    """The outline of every node."""
    return {name: item.box for name, item in diagram(picture).nodes.items()}


def at_node(picture: GraphPicture, node: str) -> QPoint:
    """A pixel well inside the node."""
    box = diagram(picture).nodes[node].box
    return picture.mapFromScene(QPointF(box.left() + 12, box.center().y()))


def at_number(picture: GraphPicture, node: str, part: str = "value") -> QPoint:
    return picture.mapFromScene(diagram(picture).numbers[node, part].ink().center())  # type: ignore[index]


def click(qtbot: QtBot, picture: GraphPicture, at: QPoint) -> None:
    qtbot.mouseClick(picture.viewport(), LEFT, pos=at)


def double_click(qtbot: QtBot, picture: GraphPicture, at: QPoint) -> None:
    click(qtbot, picture, at)
    qtbot.mouseDClick(picture.viewport(), LEFT, pos=at)


def popup_of(picture: GraphPicture) -> ArrayPopup:
    (popup,) = picture.findChildren(ArrayPopup)
    QApplication.processEvents()
    return popup
