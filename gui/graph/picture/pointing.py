"""The picture under the mouse: what is pointed at, tooltips, the menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QGraphicsItem, QMenu, QToolTip, QWidget

from gui.graph.layout.geometry import END
from gui.graph.picture import texts
from gui.graph.picture.arrays.bars import BarsItem
from gui.graph.picture.face import Kind
from gui.graph.picture.look import PARTS, Look
from gui.graph.picture.marking import MarkedView
from gui.graph.picture.node_list import Stop
from gui.graph.picture.nodes import FrameItem, NodeItem
from gui.graph.picture.numbers import NumberItem


class PointedView(MarkedView):
    """A click marks, a double click acts, a drag of the ground moves. Actions that are added to the picture
    stand in its menu."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.viewport().setMouseTracking(True)

    def _item_at(self, at: QPoint) -> QGraphicsItem | None:
        """What answers to the mouse there: a node, a number, or the title of a frame."""
        diagram = self.diagram
        if diagram is None:
            return None
        point = self.mapToScene(at)
        for item in diagram.items(point):
            if isinstance(item, (NodeItem, NumberItem)) and not _is_end(item):
                return item
            if isinstance(item, FrameItem):
                return item
        return None

    def _handle_at(self, at: QPoint) -> NodeItem | FrameItem | None:
        """The node or frame whose plus or cross is there: it reaches beyond the outline."""
        if self.diagram is None:
            return None
        point = self.mapToScene(at)
        for item in self.diagram.items(point, Qt.ItemSelectionMode.IntersectsItemBoundingRect):
            if isinstance(item, (NodeItem, FrameItem)):
                handle = item.handle
                if handle is not None and handle.contains(point):
                    return item
        return None

    def is_ground(self, at: QPoint) -> bool:
        return self._item_at(at) is None and self._handle_at(at) is None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.list.setFocus(Qt.FocusReason.MouseFocusReason)
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and not self.is_ground(at):
            self._press(at)
        elif event.button() != Qt.MouseButton.RightButton:
            super().mousePressEvent(event)
            if event.button() == Qt.MouseButton.LeftButton:
                self._choose(None)

    def _press(self, at: QPoint) -> None:
        handle = self._handle_at(at)
        item = handle or self._item_at(at)
        if isinstance(item, (NodeItem, FrameItem)):
            stop = Stop(item.node, isinstance(item, FrameItem))
            self._choose(stop)
            if handle is not None:
                self._act(stop)
        elif isinstance(item, NumberItem):
            self._choose(Stop(item.node, False))
            self.show_numbers(item)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        item = None if self._handle_at(at) is not None else self._item_at(at)
        if event.button() == Qt.MouseButton.LeftButton and isinstance(item, (NodeItem, FrameItem)):
            self._act(Stop(item.node, isinstance(item, FrameItem)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not self.is_dragged:
            at = event.position().toPoint()
            item = self._item_at(at)
            is_array = isinstance(item, NumberItem) and item.is_array
            hand = is_array or isinstance(item, NodeItem) or self._handle_at(at) is not None
            self.viewport().setCursor(
                Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
            )

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = self.tip_at(event.pos())
            if tip:
                QToolTip.showText(event.globalPos(), tip, self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def tip_at(self, at: QPoint) -> str:
        """What the tooltip at this place of the view says."""
        item = self._item_at(at)
        if item is None and self.diagram is not None:
            for found in self.diagram.items(self.mapToScene(at)):
                if isinstance(found, BarsItem) and found.bars is not None:
                    return texts.bars_tip(found.bars)
        if isinstance(item, NodeItem):
            return texts.node_tip(item.face, item.node, item.trouble)
        if isinstance(item, FrameItem):
            return texts.frame_tip(item.title)
        if isinstance(item, NumberItem) and item.value is not None and not item.hidden:
            return texts.number_tip(self._name_of(item), item.part, item.value)
        return ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        item = self._item_at(event.pos()) if by_mouse else self._marked_item()
        menu = self.menu_for(item)
        at = event.globalPos()
        if not by_mouse and item is not None:
            corner = self.mapFromScene(item.sceneBoundingRect().bottomLeft())
            at = self.viewport().mapToGlobal(corner)
        menu.popup(at)

    def menu_for(self, item: QGraphicsItem | None) -> QMenu:
        """What can be done with what is pointed at, and with the picture."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(item, FrameItem):
            menu.addAction(self.tr("Close"), lambda: self._act(Stop(item.node, True)))
        elif isinstance(item, (NodeItem, NumberItem)):
            self._add_node_actions(menu, item.node)
        menu.addSeparator()
        menu.addAction(self.tr("Zoom in") + "\t+", self.zoom_in)
        menu.addAction(self.tr("Zoom out") + "\t−", self.zoom_out)
        menu.addAction(self.tr("Show the whole graph") + "\tCtrl+0", self.fit)
        menu.addSeparator()
        menu.addActions(self.actions())
        return menu

    def _add_node_actions(self, menu: QMenu, node: str) -> None:
        assert self.diagram is not None
        kind = self.diagram.nodes[node].face.kind
        if kind is Kind.INPUT:
            menu.addAction(self.tr("Change the value…"), lambda: self._act(Stop(node, False)))
        elif kind is Kind.COMPOUND:
            menu.addAction(self.tr("Open into its parts"), lambda: self._act(Stop(node, False)))
        texts_of = (self.tr("Show the whole value"), self.tr("Show the whole gradient"))
        for part, text in zip(PARTS, texts_of, strict=True):
            number = self.diagram.numbers.get((node, part))
            if number is not None and number.is_array:
                menu.addAction(text, partial(self.show_numbers, number))


def _is_end(item: QGraphicsItem) -> bool:
    return isinstance(item, NodeItem) and item.node == END
