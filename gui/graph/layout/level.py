"""One picture of nodes and wires without frames inside it: the whole graph with its compounds closed, or the
parts of one opened compound. It is laid out around its own origin and knows nodes by number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import NamedTuple

from gui.graph.layout.geometry import Gaps, NodeSize
from gui.graph.layout.heights import LEAF, NODE, PASSING, Band, Wishes, heights
from gui.graph.layout.layers import PASS, Columns, columns
from gui.graph.layout.order import ordered

_GAP_EACH, _GAP_MOST = 4.0, 64.0
"""How much wider the gap between two columns is for each node that stands there, whose wires have a long way
up or down. It hangs on how many stand there and not on how high, so that opening a compound does not move
what is left of it.
"""

_APART = 16.0
"""The distance between two wires that arrive at a node and are equal in rank."""

_MARGIN = 14.0
"""The distance from the outermost wire to the edge of a shape that grows with its operands."""

_REACH = 14.0
"""How far from its middle wires can arrive at a shape without making it grow."""


class Frame(NamedTuple):
    """An opened frame as its surroundings see it. Heights are from its line, where its value leaves."""

    width: float
    above: float
    below: float
    ports: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A node of the level.

    operands    numbers of items, in order
    size        of the node; for a frame, of the compound while it is closed
    frame       how far the frame of an opened compound reaches
    """

    operands: tuple[int, ...]
    size: NodeSize
    frame: Frame | None = None


class Shape(NamedTuple):
    """An outline around the line, and how far below the line each operand arrives."""

    above: float
    below: float
    arrivals: tuple[float, ...]


class Segment(NamedTuple):
    """A `model.Piece`. item: whose value it carries; before: the segment that leads to it, or −1."""

    item: int
    x0: float
    y0: float
    xa: float
    xb: float
    y1: float
    x1: float
    before: int


@dataclass(slots=True)
class Level:
    """left: of each shape; ends: the last segment of each wire by (item, operand); dots: (item, x, y)."""

    layer: list[int]
    left: list[float]
    line: list[float]
    shapes: list[Shape]
    width: float
    top: float
    bottom: float
    segments: list[Segment] = field(default_factory=list)
    ends: dict[tuple[int, int], int] = field(default_factory=dict)
    dots: list[tuple[int, float, float]] = field(default_factory=list)


def lay_out_level(items: Sequence[Item], ports: int, gaps: Gaps) -> Level:
    """The first `ports` items are the left edge of a frame, in order."""
    graph = columns([item.operands for item in items], ports)
    order = ordered(graph, ports)
    is_leaf = [not item.operands for item in items]
    shapes = [_shape(item, is_leaf) for item in items]
    bands = [_band(item, shape, leaf) for item, shape, leaf in zip(items, shapes, is_leaf, strict=True)]
    bands += [Band(0.0, 0.0, PASSING)] * (len(graph.layer) - len(items))
    y = heights(graph, order, bands, _wishes(graph, shapes, is_leaf), gaps.down)
    lefts, rights, axes = _columns_x(items, graph, gaps.across)
    left = [axes[graph.layer[i]] - item.size.width / 2 for i, item in enumerate(items)]
    level = Level(
        layer=graph.layer[: len(items)],
        left=left,
        line=y[: len(items)],
        shapes=shapes,
        width=rights[-1],
        top=min(y[i] - bands[i].above for i in range(len(y))),
        bottom=max(y[i] + bands[i].below for i in range(len(y))),
    )
    _draw_wires(level, items, graph, y, lefts, rights)
    return level


def _shape(item: Item, is_leaf: Sequence[bool]) -> Shape:
    if item.frame is not None:
        return Shape(item.frame.above, item.frame.below, item.frame.ports)
    half = item.size.height / 2
    operands = item.operands
    if len(operands) < 2:
        return Shape(half, half, (0.0,) * len(operands))
    main = _main_operand(operands, is_leaf)
    spacing = item.size.spacing
    # Two wires with numbers on them reach a circle only if they come from both sides of its middle.
    if main is None or (len(operands) == 2 and spacing > _REACH):
        spacing = max(spacing, _APART)
        arrivals = [(k - (len(operands) - 1) / 2) * spacing for k in range(len(operands))]
    else:
        arrivals = [(k - main) * spacing for k in range(len(operands))]
    if max(-arrivals[0], arrivals[-1]) <= _REACH:
        return Shape(half, half, tuple(arrivals))
    return Shape(max(half, _MARGIN - arrivals[0]), max(half, _MARGIN + arrivals[-1]), tuple(arrivals))


def _main_operand(operands: Sequence[int], is_leaf: Sequence[bool]) -> int | None:
    """The operand whose wire goes straight through: the only one that is computed, if there is one."""
    computed = [k for k, operand in enumerate(operands) if not is_leaf[operand]]
    if len(computed) == 1:
        return computed[0]
    # x, W and b of a first layer: the signal goes straight on.
    return 0 if not computed and len(operands) == 3 else None


def _band(item: Item, shape: Shape, is_leaf: bool) -> Band:
    above = max(shape.above, item.size.above)
    below = max(shape.below, item.size.below)
    return Band(above, below, LEAF if is_leaf else NODE)


def _wishes(graph: Columns, shapes: list[Shape], is_leaf: list[bool]) -> Wishes:
    """A node wants to stand straight behind the operands that count, and before all that use it."""
    left: list[list[tuple[int, float]]] = [[] for _ in graph.layer]
    right: list[list[tuple[int, float]]] = [[] for _ in graph.layer]
    values = _values(graph)
    for element, sources in enumerate(graph.sources):
        is_node = element < graph.count
        arrivals = shapes[element].arrivals if is_node else (0.0,)
        for source, arrival in zip(sources, arrivals, strict=True):
            right[source].append((element, arrival))
        for number in _counted([values[source] for source in sources], is_leaf) if is_node else (0,):
            left[element].append((sources[number], -arrivals[number]))
    return Wishes(left, right)


def _counted(operands: Sequence[int], is_leaf: Sequence[bool]) -> Sequence[int]:
    """The numbers of the operands that a node wants to stand behind."""
    main = _main_operand(operands, is_leaf)
    if main is not None:
        return (main,)
    computed = [number for number, operand in enumerate(operands) if not is_leaf[operand]]
    return computed or range(len(operands))


def _values(graph: Columns) -> list[int]:
    """The node whose value each element carries."""
    found = list(range(graph.count))
    for element in range(graph.count, len(graph.layer)):
        found.append(found[graph.sources[element][0]])
    return found


def _columns_x(
    items: Sequence[Item], graph: Columns, gap: float
) -> tuple[list[float], list[float], list[float]]:
    """Left and right edge of each column, and the axis on which its shapes are centred.

    A frame begins where the closed compound would, so that opening it moves only what is to its right.
    """
    depth = graph.depth
    before = [0.0] * depth
    behind = [0.0] * depth
    for item, layer in zip(items, graph.layer, strict=False):
        half = item.size.width / 2
        width = item.frame.width if item.frame is not None else item.size.width
        before[layer] = max(before[layer], half + item.size.lead)
        behind[layer] = max(behind[layer], width - half + item.size.value)
    lefts, rights, axes = [], [], []
    x = 0.0
    crowds = [0] * (depth + 1)
    for layer in graph.layer:
        crowds[layer] += 1
    for column, (left, right) in enumerate(zip(before, behind, strict=True)):
        lefts.append(x)
        axes.append(x + left)
        rights.append(x + left + right)
        crowd = max(crowds[column], crowds[column + 1])
        x = rights[-1] + gap + min(_GAP_EACH * crowd, _GAP_MOST)
    return lefts, rights, axes


def _draw_wires(
    level: Level,
    items: Sequence[Item],
    graph: Columns,
    y: list[float],
    lefts: list[float],
    rights: list[float],
) -> None:
    values = _values(graph)
    last = [-1] * len(graph.layer)
    for column in _by_column(graph):
        for element in column:
            targets = graph.targets[element]
            if not targets:
                continue
            layer = graph.layer[element]
            x, before = rights[layer], last[element]
            if element < graph.count:
                item = items[element]
                start = level.left[element] + (item.frame.width if item.frame else item.size.width)
                if len(targets) > 1 and start < x:
                    level.segments.append(Segment(element, start, y[element], x, x, y[element], x, -1))
                    before = len(level.segments) - 1
                else:
                    x = start
            if len(targets) > 1:
                level.dots.append((values[element], rights[layer], y[element]))
            for target, number in targets:
                height, end = y[target], rights[layer + 1]
                if number != PASS:
                    shape = level.shapes[target]
                    height += shape.arrivals[number]
                    end = level.left[target] + _inset(items[target], shape, number)
                level.segments.append(
                    Segment(
                        values[element], x, y[element], rights[layer], lefts[layer + 1], height, end, before
                    )
                )
                if number == PASS:
                    last[target] = len(level.segments) - 1
                else:
                    level.ends[target, number] = len(level.segments) - 1


def _by_column(graph: Columns) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in range(graph.depth)]
    for element, layer in enumerate(graph.layer):
        found[layer].append(element)
    return found


def _inset(item: Item, shape: Shape, number: int) -> float:
    """How far behind the left end of the shape a wire meets its outline: a circle is round."""
    if item.frame is not None or abs(shape.above + shape.below - item.size.width) > 0.1:
        return 0.0
    radius = item.size.width / 2
    off = shape.arrivals[number] + (shape.above - shape.below) / 2
    return radius - sqrt(max(radius * radius - off * off, 0.0))
