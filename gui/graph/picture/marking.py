"""Marks one node of the picture, and takes the keys that act on it.

The mark is also the current line of the list that stands for the picture before a screen reader
(`node_list`), which has the keyboard. The mouse is in `pointing`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.graph.picture import texts
from gui.graph.picture.arrays.popup import ArrayPopup
from gui.graph.picture.diagram import Diagram
from gui.graph.picture.face import Kind
from gui.graph.picture.look import PARTS, Look
from gui.graph.picture.node_list import NodeList, Stop
from gui.graph.picture.nodes import FrameItem, NodeItem
from gui.graph.picture.numbers import NumberItem
from gui.graph.picture.zoom_view import ZoomView
from gui.language.texts import Speaking
from gui.widgets.painted import Painted, Part

_PAN = 60.0
_PAGE = 10
_ARROWS = {
    Qt.Key.Key_Left: (-_PAN, 0.0),
    Qt.Key.Key_Right: (_PAN, 0.0),
    Qt.Key.Key_Up: (0.0, -_PAN),
    Qt.Key.Key_Down: (0.0, _PAN),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MarkedView(Painted, Speaking, ZoomView):
    """Marks one node, or the frame of an opened compound, and says what is asked of it.

    A frame has the id of its compound.
    """

    node_selected = Signal(str)
    """The node that is marked now, or "" for none."""
    edit_requested = Signal(str)
    """An input is to get another value."""
    open_requested = Signal(str)
    close_requested = Signal(str)
    explanation_asked = Signal(str)
    """A screen reader pressed this node: its step is to be shown."""
    value_shown = Signal(str)
    """All numbers of this node's array are shown."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.diagram: Diagram | None = None
        self._selected: Stop | None = None
        self.list = NodeList(self._describe, self._part, self._take_key, self)
        self.list.chosen.connect(self._on_row)
        self.list.focus_changed.connect(self._show_selected)
        self.setFocusProxy(self.list)

    # The diagram and its list

    def show_diagram(self, diagram: Diagram) -> None:
        """Show another diagram; what was marked stays marked if it is still there."""
        selected = self._selected
        self.diagram = diagram
        diagram.setParent(self)
        old = self.scene()
        self.setScene(diagram)
        if old is not None:
            old.deleteLater()
        self.set_bounds(diagram.sceneRect())
        self._selected = None
        self.list.blockSignals(True)
        self.list.nodes.set_stops(_stops(diagram))
        self.list.blockSignals(False)
        if selected is not None and diagram.item_of(*selected) is None:
            selected = Stop(selected.node, False) if selected.node in diagram.nodes else None
        self._mark(selected)

    def tell_changes(self, nodes: Sequence[str], made: Sequence[str] = (), rule: str = "") -> None:
        """Tell a screen reader that these nodes have other numbers; those just `made` are read out, or the
        `rule` that made them."""
        if not QAccessible.isActive():
            return
        self.list.nodes.describe_anew(nodes)
        if made:
            text = rule or "; ".join(self._describe(Stop(node, False)) for node in made)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.list, text))

    def _describe(self, stop: Stop) -> str:
        """A line of the list: apple, input, value 100, gradient 2.2."""
        diagram = self.diagram
        if diagram is None:
            return ""
        if stop.is_frame:
            return self.tr("{title}, opened into its parts; Enter closes it").format(
                title=diagram.frames[stop.node].title
            )
        item = diagram.nodes[stop.node]
        found = [stop.node, texts.kind_text(item.face)]
        for part in PARTS:
            number = diagram.numbers.get((stop.node, part))
            if number is not None:
                found.append(f"{texts.part_text(part)} {texts.spoken(number.value, number.hidden)}")
        bars = diagram.bars.get(stop.node)
        if bars is not None and bars.bars is not None:
            found.append(texts.bars_text(bars.bars))
        if item.trouble is not None:
            found.append(texts.note_text(item.trouble))
        return ", ".join(found)

    def _part(self, stop: Stop) -> Part:
        """A node as a screen reader finds it: where it stands in the picture, and what a press does."""
        item = self.diagram.item_of(*stop) if self.diagram is not None else None
        if item is None:
            return Part("", QRectF())
        box = self.mapFromScene(item.mapRectToScene(item.box)).boundingRect()
        corner = self.list.mapFromGlobal(self.viewport().mapToGlobal(box.topLeft()))
        press = partial(self._explain, stop)
        return Part(self._describe(stop), QRectF(corner, box.size()), press, stop == self._selected)

    def _explain(self, stop: Stop) -> None:
        self._choose(stop)
        self._show_in_view()
        self.explanation_asked.emit(stop.node)

    # What is marked

    def selected_node(self) -> str | None:
        """The id of what is marked: a node, or the frame of a compound."""
        return None if self._selected is None else self._selected.node

    def select_node(self, node: str | None) -> None:
        """Mark a node and bring it into view. Says nothing: whoever calls knows."""
        stop = None
        if node and self.diagram is not None and node in self.diagram.nodes:
            is_same = self._selected is not None and self._selected.node == node
            stop = self._selected if is_same else Stop(node, False)
        self._mark(stop)
        self._show_in_view()

    def _choose(self, stop: Stop | None) -> None:
        """Mark what a person has chosen, and say so."""
        if stop != self._selected:
            self._mark(stop)
            self.node_selected.emit("" if stop is None else stop.node)

    def _mark(self, stop: Stop | None) -> None:
        before, self._selected = self._selected, stop
        if before is not None and before != stop and self.diagram is not None:
            item = self.diagram.item_of(*before)
            if item is not None:
                item.show_selected(False, False)
        self.list.blockSignals(True)
        self.list.go_to(-1 if stop is None else self.list.nodes.row(stop))
        self.list.blockSignals(False)
        self._show_selected()

    def _show_selected(self) -> None:
        item = self._marked_item()
        if item is not None:
            item.show_selected(True, self.list.hasFocus())

    def _marked_item(self) -> NodeItem | FrameItem | None:
        if self.diagram is None or self._selected is None:
            return None
        return self.diagram.item_of(*self._selected)

    def _show_in_view(self) -> None:
        item = self._marked_item()
        if item is not None:
            self.bring_into_view(item.sceneBoundingRect())

    def _on_row(self, row: int) -> None:
        self._choose(self.list.nodes.stops[row] if row >= 0 else None)
        self._show_in_view()

    # Asking

    def _act(self, stop: Stop) -> None:
        """What Enter and a double click do."""
        item = self.diagram.item_of(*stop) if self.diagram is not None else None
        if isinstance(item, FrameItem):
            self.close_requested.emit(stop.node)
        elif isinstance(item, NodeItem):
            if item.face.kind is Kind.INPUT:
                self.edit_requested.emit(stop.node)
            elif item.face.kind is Kind.COMPOUND:
                self.open_requested.emit(stop.node)
            else:
                self._show_array(stop.node)

    def _show_array(self, node: str) -> None:
        """All numbers of a node's value, if it is an array."""
        item = self.diagram.numbers.get((node, "value")) if self.diagram is not None else None
        if item is not None:
            self.show_numbers(item)

    def show_numbers(self, item: NumberItem) -> None:
        """Show the whole array at `item` in a window of its own; nothing for a single number."""
        if item.value is None or not item.is_array:
            return
        scale = item.kind.scale(item.part)
        popup = ArrayPopup(self._name_of(item), item.part, item.value, scale, self.look, self)
        corner = self.mapFromScene(item.sceneBoundingRect().bottomLeft())
        popup.open_at(self.viewport().mapToGlobal(corner))
        self.value_shown.emit(item.node)

    def _name_of(self, item: NumberItem) -> str:
        """What a number is called: by its node; on one wire of several, by both ends."""
        assert self.diagram is not None
        if item.operand is None:
            return item.node
        return f"{self.diagram.graph.node(item.node).operands[item.operand]} → {item.node}"

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event):
            event.ignore()

    def _take_key(self, event: QKeyEvent) -> bool:
        """Whether the key meant something here."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if modifiers == Qt.KeyboardModifier.ShiftModifier and key in _ARROWS:
            self.pan(*_ARROWS[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom_out()
        elif key == Qt.Key.Key_0 and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.fit()
        elif key in _ENTER and self._selected is not None:
            self._act(self._selected)
        elif key == Qt.Key.Key_Escape and self._selected is not None:
            self._choose(None)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._leap(_PAGE if key == Qt.Key.Key_PageDown else -_PAGE)
        else:
            return False
        event.accept()
        return True

    def _leap(self, rows: int) -> None:
        last = len(self.list.nodes.stops) - 1
        if last >= 0:
            self.list.go_to(max(0, min(self.list.currentIndex().row() + rows, last)))

    def retranslate_list(self) -> None:
        """Say everything that is said here in the language in use; for whoever is built on this."""
        name = self.tr("Computational graph")
        self.setAccessibleName(name)
        self.list.setAccessibleName(name)
        does = self.tr(
            "A press on a node goes to the step that answers for it, and two change an input or open a "
            "compound. Tab goes to the next node, Enter does as two presses, Escape lets go."
        )
        self.list.setAccessibleDescription(does)
        self.setWhatsThis(does)


def _stops(diagram: Diagram) -> list[Stop]:
    """Nodes in forward order, each frame before its first part."""
    found: list[Stop] = []
    seen: set[str] = set()
    for node in diagram.graph.nodes:
        around = []
        frame = diagram.layout.nodes[node.id].frame
        while frame and frame not in seen:
            seen.add(frame)
            around.append(Stop(frame, True))
            frame = diagram.layout.frames[frame].parent
        found += reversed(around)
        found.append(Stop(node.id, False))
    return found
