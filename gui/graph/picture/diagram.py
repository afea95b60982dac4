"""Every item of one graph's picture, and which of them change with a step.

Items are made once for a layout. A step touches only the items whose state it changes, and each item repaints
itself only if something of its own is other than before.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsScene

from core.graph.cursor import Cursor
from core.graph.graph import Graph
from gui.graph.layout.geometry import Layout, NodeSize
from gui.graph.picture.arrays.bars import HEIGHT as BARS_HEIGHT
from gui.graph.picture.arrays.bars import BarsItem, bars_of
from gui.graph.picture.arrays.kinds import PLAIN, ArrayKind, array_kinds
from gui.graph.picture.arrays.legend import LegendItem
from gui.graph.picture.face import Face, Kind, open_frames
from gui.graph.picture.look import PARTS, Key, Look
from gui.graph.picture.moment import NOTHING, Lit, lit, touched, trouble
from gui.graph.picture.nodes import FrameItem, NodeItem
from gui.graph.picture.numbers import NumberItem
from gui.graph.picture.sizes import NUMBER_GAP
from gui.graph.picture.wires import DotItem, WireItem

_LINE_GAP = 4.0
_NEAR = 400.0
_EDGE = 12.0
_SHARE_HEIGHT = 17.0


class Diagram(QGraphicsScene):
    """The items of `graph` as `layout` places them."""

    def __init__(
        self,
        graph: Graph,
        layout: Layout,
        sizes: Mapping[str, NodeSize],
        shares: Collection[tuple[str, int]],
        bars: Collection[str],
        faces: Mapping[str, Face],
        look: Look,
    ) -> None:
        super().__init__()
        self.graph = graph
        self.layout = layout
        self.faces = faces
        self._look = look
        self._cursor: Cursor | None = None
        self._stale = False
        self._hidden: Key | None = None
        self._lit: Lit = NOTHING
        self._lit_pieces: set[int] = set()
        self.nodes: dict[str, NodeItem] = {}
        self.frames: dict[str, FrameItem] = {}
        self.numbers: dict[Key, NumberItem] = {}
        self.shares: dict[tuple[str, int], NumberItem] = {}
        self.bars: dict[str, BarsItem] = {}
        self._pieces: list[WireItem] = []
        self._dots: list[DotItem] = []
        self._make_frames()
        self._make_wires()
        self._make_nodes()
        self._make_numbers(sizes, shares)
        self._make_bars(bars)
        bounds = QRectF(*layout.bounds)
        if any(node.value is not None and node.value.shape for node in graph.inputs):
            legend = LegendItem(bounds.left() + _EDGE, bounds.bottom(), look)
            self.addItem(legend)
            bounds = bounds.united(legend.sceneBoundingRect().adjusted(0, 0, _EDGE, 0))
        self.setSceneRect(bounds)

    # What is there

    def _make_frames(self) -> None:
        titles = open_frames(self.graph)
        for name, place in self.layout.frames.items():
            item = FrameItem(name, titles[name], place.shape, place.depth, self._look)
            self.frames[name] = item
            self.addItem(item)

    def _make_wires(self) -> None:
        for piece in self.layout.pieces:
            wire = WireItem(piece, self._look)
            self._pieces.append(wire)
            self.addItem(wire)
        for place in self.layout.dots:
            dot = DotItem(place, self._look)
            self._dots.append(dot)
            self.addItem(dot)

    def _make_nodes(self) -> None:
        for name, place in self.layout.nodes.items():
            item = NodeItem(name, self.faces[name], place.shape, self._look)
            self.nodes[name] = item
            self.addItem(item)

    def _make_numbers(self, sizes: Mapping[str, NodeSize], shares: Collection[tuple[str, int]]) -> None:
        kinds = array_kinds(self.graph)
        for node in self.graph.nodes:
            name, place = node.id, self.layout.nodes[node.id]
            face, room, line = self.faces[name], place.value, place.line
            left, width = room.x + NUMBER_GAP, room.width - NUMBER_GAP
            # A constant number stands in its node.
            if face.kind is not Kind.CONSTANT or (node.value is not None and node.value.shape):
                above = QRectF(left, room.y, width, line - _LINE_GAP - room.y)
                self._add_number((name, "value"), above, kinds.get(name, PLAIN))
            if face.kind is not Kind.CONSTANT:
                below = QRectF(left, line + _LINE_GAP, width, room.bottom - line - _LINE_GAP)
                self._add_number((name, "gradient"), below, kinds.get(name, PLAIN))
        for target, operand in shares:
            port = self.layout.nodes[target].ports[operand]
            width = sizes[target].lead
            box = QRectF(port.x - width, port.y + 2.0, width - NUMBER_GAP + 3.0, _SHARE_HEIGHT)
            share = NumberItem(target, "gradient", box, self._look, operand)
            self.shares[target, operand] = share
            self.addItem(share)

    def _make_bars(self, nodes: Collection[str]) -> None:
        for name in nodes:
            shape = self.nodes[name].box
            item = BarsItem(
                name, QRectF(shape.left(), shape.bottom(), shape.width(), BARS_HEIGHT), self._look
            )
            self.bars[name] = item
            self.addItem(item)

    def _add_number(self, key: Key, box: QRectF, kind: ArrayKind) -> None:
        item = NumberItem(*key, box, self._look, kind=kind)
        self.numbers[key] = item
        self.addItem(item)

    # What is seen of it

    def show_cursor(self, cursor: Cursor | None, stale: bool, hidden: Key | None) -> list[str]:
        """Bring every item to this moment. Returns the nodes whose numbers may be others now."""
        before = self._cursor
        if before is None or cursor is None or before.trace is not cursor.trace or stale != self._stale:
            names = dict.fromkeys(self.graph.index)
        else:
            names = dict.fromkeys(touched(before, cursor))
            for key in (self._hidden, hidden):
                if key is not None and key[0] in self.nodes:
                    names[key[0]] = None
        self._cursor, self._stale, self._hidden = cursor, stale, hidden
        self._show_lit(lit(cursor))
        for name in names:
            self._show_node(name)
        return list(names)

    @property
    def lit(self) -> Lit:
        return self._lit

    def _show_lit(self, now: Lit) -> None:
        before, self._lit = self._lit, now
        pieces = {piece for wire in now.wires for piece in self.layout.route(*wire)}
        # A long wire that is lit in one step after another stays as it is.
        for piece in self._lit_pieces - pieces:
            self._pieces[piece].show_lit(None)
        for piece in pieces:
            self._pieces[piece].show_lit(now.part)
        self._lit_pieces = pieces
        if before.node in self.graph:
            self._show_node(before.node)

    def _show_node(self, name: str) -> None:
        cursor, now = self._cursor, self._lit
        value = cursor.value(name) if cursor is not None else None
        gradient = cursor.gradient(name) if cursor is not None else None
        node = self.nodes[name]
        node.show_state(reached=value is not None, lit=now.part if now.node == name else None)
        for part, known in zip(PARTS, (value, gradient), strict=True):
            key: Key = (name, part)
            item = self.numbers.get(key)
            if item is not None:
                item.show_value(
                    known,
                    stale=self._stale,
                    fresh=key in now.fresh,
                    hidden=self._hidden == key,
                )
        if cursor is not None:
            node.show_trouble(*trouble(cursor, name))
        bars = self.bars.get(name)
        if bars is not None:
            seen = None
            if cursor is not None and value is not None:
                seen = bars_of(self.graph.node(name), cursor.trace)
            bars.show_bars(seen, self._stale)
        for operand in range(len(self.graph.node(name).operands)):
            share = self.shares.get((name, operand))
            if share is not None:
                sent = cursor.wire_gradient(name, operand) if cursor is not None else None
                share.show_value(
                    None if sent is None else sent.gradient,
                    stale=self._stale,
                    fresh=now.node == name and now.part == "gradient",
                    hidden=False,
                )

    def restyle(self) -> None:
        """Everything in other colours."""
        for wire in self._pieces:
            wire.restyle()
        for dot in self._dots:
            dot.restyle()
        self.update()

    def item_of(self, node: str, is_frame: bool) -> NodeItem | FrameItem | None:
        return self.frames.get(node) if is_frame else self.nodes.get(node)

    def around_step(self) -> QRectF | None:
        """The node of this step with its operands and numbers, as far as they stand together."""
        if self._lit.node not in self.graph:
            return None
        place = self.layout.nodes[self._lit.node]
        box = self.nodes[self._lit.node].sceneBoundingRect()
        for name in (self._lit.node, *self.graph.node(self._lit.node).operands):
            room = self.layout.nodes[name].value
            near = self.nodes[name].sceneBoundingRect().united(QRectF(*room))
            if abs(near.center().x() - place.shape.x) < _NEAR and abs(near.center().y() - place.line) < _NEAR:
                box = box.united(near)
        return box
