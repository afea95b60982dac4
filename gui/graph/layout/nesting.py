"""Puts a picture together from its levels: the graph with all compounds closed, and inside the frame of each
opened compound the picture of its parts.

Levels are laid out from the innermost outwards, because a frame must be known to its surroundings, and placed
from the outermost inwards. Since the surroundings of an opened compound are the very graph in which it is
closed, opening changes neither a layer nor an order there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.graph.graph import Graph
from gui.graph.layout.geometry import (
    END,
    TIGHT,
    Box,
    Dot,
    FramePlace,
    FrameSize,
    Gaps,
    Layout,
    NodePlace,
    NodeSize,
    Piece,
    Port,
)
from gui.graph.layout.level import Frame, Item, Level, Segment, lay_out_level

_SEPARATOR = "/"
_TITLE = 32.0
_MARGIN = 14.0
_EDGE = 12.0
"""What is kept free around the whole picture."""

_POINT = NodeSize(0.0, 0.0)


@dataclass(slots=True)
class _Nest:
    """A level in the making: the frame `id`, or the whole graph, which has no id.

    ports       the nodes whose values come into the frame
    names       those of the level's items: the ports, then nodes and frames, at last the way out
    frames      how wide each frame in it is
    offset      where the level's origin comes to lie
    first       the number of its first piece of wire
    """

    id: str
    parent: str
    depth: int
    ports: tuple[str, ...]
    names: list[str] = field(default_factory=list)
    at: dict[str, int] = field(default_factory=dict)
    frames: dict[str, Frame] = field(default_factory=dict)
    level: Level | None = None
    offset: tuple[float, float] = (0.0, 0.0)
    first: int = 0

    def add(self, name: str) -> None:
        self.at[name] = len(self.names)
        self.names.append(name)

    @property
    def done(self) -> Level:
        assert self.level is not None
        return self.level


def lay_out(
    graph: Graph, sizes: Mapping[str, NodeSize], frames: Mapping[str, FrameSize], gaps: Gaps = TIGHT
) -> Layout:
    """sizes: of every node, and of END, the output's name; frames: of every opened compound.

    gaps: of the picture around them; the parts in a frame stand tight.
    """
    nests = _nests(graph)
    for nest in reversed(nests.values()):
        items = _items(graph, nest, nests, sizes, frames)
        nest.level = lay_out_level(items, len(nest.ports), TIGHT if nest.id else gaps)
    pieces = 0
    for nest in nests.values():
        nest.first = pieces
        pieces += len(nest.done.segments)
    return _assemble(nests, sizes)


def _nests(graph: Graph) -> dict[str, _Nest]:
    """Every level with its contents, outer levels before inner ones."""
    opened = graph.opened
    nests = {"": _Nest("", "", 0, ())}
    for name in sorted(opened, key=lambda name: name.count(_SEPARATOR)):
        parent = _frame_around(name.rpartition(_SEPARATOR)[0], opened)
        # A value that the compound takes twice comes in once.
        ports = tuple(dict.fromkeys(opened[name].operands))
        nests[name] = _Nest(name, parent, nests[parent].depth + 1, ports)
    for nest in nests.values():
        for port in nest.ports:
            nest.add(port)
    for node in graph.nodes:
        frame = _frame_around(node.id, opened)
        nests[frame].add(node.id)
        # With its last part, which bears its name, a frame is complete.
        if frame == node.id:
            nests[nests[frame].parent].add(node.id)
    for nest in nests.values():
        nest.add(END)
    return nests


def _frame_around(name: str, opened: Mapping[str, object]) -> str:
    """The innermost opened compound that is called so or has a part of this name."""
    while name and name not in opened:
        name = name.rpartition(_SEPARATOR)[0]
    return name


def _items(
    graph: Graph,
    nest: _Nest,
    nests: Mapping[str, _Nest],
    sizes: Mapping[str, NodeSize],
    frames: Mapping[str, FrameSize],
) -> list[Item]:
    items = [Item((), _POINT) for _ in nest.ports]
    for name in nest.names[len(nest.ports) : -1]:
        if name in graph.opened and name != nest.id:
            inner = nests[name]
            nest.frames[name] = _frame(inner, frames[name])
            operands = tuple(nest.at[operand] for operand in inner.ports)
            closed = sizes[name]._replace(width=frames[name].width, lead=0.0)
            items.append(Item(operands, closed, nest.frames[name]))
        else:
            operands = tuple(nest.at[operand] for operand in graph.node(name).operands)
            # The value of a compound stands outside its frame.
            items.append(Item(operands, sizes[name]._replace(value=0.0) if name == nest.id else sizes[name]))
    items.append(Item((nest.at[nest.id or graph.output],), _POINT if nest.id else sizes[END]))
    return items


def _frame(nest: _Nest, size: FrameSize) -> Frame:
    level = nest.done
    line = level.line[-1]
    return Frame(
        width=max(level.width, size.title),
        above=line - level.top + _TITLE,
        below=level.bottom - line + _MARGIN,
        ports=tuple(level.line[port] - line for port in range(len(nest.ports))),
    )


def _assemble(nests: Mapping[str, _Nest], sizes: Mapping[str, NodeSize]) -> Layout:
    nodes: dict[str, NodePlace] = {}
    frames: dict[str, FramePlace] = {}
    values: dict[str, Box] = {}
    pieces: list[Piece] = []
    ends: dict[tuple[str, int], int] = {}
    dots: list[Dot] = []
    for nest in nests.values():
        level, (x, y) = nest.done, nest.offset
        # The way out of a frame is not a node.
        for number in range(len(nest.ports), len(nest.names) - bool(nest.id)):
            name, line, left = nest.names[number], y + level.line[number], x + level.left[number]
            shape, size, frame = level.shapes[number], sizes[name], nest.frames.get(name)
            box = Box(
                left, line - shape.above, frame.width if frame else size.width, shape.above + shape.below
            )
            value = Box(box.right, line - size.above, size.value, size.above + size.below)
            if frame:
                frames[name] = FramePlace(box, line, nest.depth, nest.id)
                values[name] = value
                nests[name].offset = (left, line - nests[name].done.line[-1])
                continue
            arrived = [level.segments[level.ends[number, k]] for k in range(len(shape.arrivals))]
            ports = tuple(Port(x + segment.x1, y + segment.y1) for segment in arrived)
            nodes[name] = NodePlace(box, line, values.get(name, value), ports, level.layer[number], nest.id)
            for k in range(len(ports)):
                ends[name, k] = nest.first + level.ends[number, k]
        pieces += [_piece(segment, nest, nests) for segment in level.segments]
        dots += [Dot(nest.names[item], x + at, y + height) for item, at, height in level.dots]
    root = nests[""].done
    bounds = Box(-_EDGE, root.top - _EDGE, root.width + 2 * _EDGE, root.bottom - root.top + 2 * _EDGE)
    return Layout(nodes, frames, tuple(pieces), ends, tuple(dots), bounds)


def _piece(segment: Segment, nest: _Nest, nests: Mapping[str, _Nest]) -> Piece:
    source = nest.names[segment.item]
    if segment.before >= 0:
        before = nest.first + segment.before
    elif segment.item < len(nest.ports):
        # It comes in from outside: the wire goes on from the frame's edge.
        around = nests[nest.parent]
        before = around.first + around.done.ends[around.at[nest.id], segment.item]
    elif source in nest.frames:
        inner = nests[source]
        before = inner.first + inner.done.ends[inner.at[END], 0]
    else:
        before = -1
    x, y = nest.offset
    bend = (segment.x0 + x, segment.y0 + y, segment.xa + x, segment.xb + x, segment.y1 + y, segment.x1 + x)
    return Piece(source, *bend, before)
