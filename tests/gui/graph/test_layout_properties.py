"""What holds for the layout of any graph: nothing overlaps, no wire passes through a node, little moves."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.graph.builder import GraphBuilder
from core.graph.compound import can_open, open_node
from core.graph.graph import Graph
from gui.graph.layout.geometry import END, Box, FrameSize, Layout, NodeSize, Piece
from gui.graph.layout.nesting import lay_out

Point = tuple[float, float]

CLOSED_WIDTH = 88.0
OPERATIONS = {"exp": 1, "sigmoid": 1, "tanh": 1, "add": 2, "multiply": 2, "maximum": 2, "total": 3}


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Any wiring of these operations, operands used several times, constants and loose ends included."""
    builder = GraphBuilder()
    nodes = [builder.input(f"x{i}", 1.0) for i in range(draw(st.integers(1, 4)))]
    for _ in range(draw(st.integers(1, 16))):
        operation = draw(st.sampled_from(sorted(OPERATIONS)))
        operands = []
        for _ in range(OPERATIONS[operation]):
            number = draw(st.integers(-1, len(nodes) - 1))
            operands.append(nodes[number] if number >= 0 else builder.constant(1.0, "1"))
        nodes.append(builder.apply(operation, *operands))
    return builder.build(nodes[-1])


@st.composite
def sizes(draw: st.DrawFn, graph: Graph) -> dict[str, NodeSize]:
    found = {END: NodeSize(60.0, 20.0)}
    for node in graph.nodes:
        width, height = (draw(st.sampled_from([64.0, 150.0])), 32.0) if not node.operands else (44.0, 44.0)
        above, below = (max(height / 2, draw(st.integers(16, 70))) for _ in range(2))
        value = float(draw(st.sampled_from([9, 40, 120])))
        lead, spacing = draw(st.sampled_from([(0.0, 12.0), (60.0, 22.0)]))
        found[node.id] = NodeSize(width, height, above, below, value, lead, spacing)
    return found


def laid_out(graph: Graph, chosen: dict[str, NodeSize]) -> Layout:
    part = NodeSize(44.0, 44.0, 26.0, 26.0, 50.0)
    given = {node.id: chosen.get(node.id, part) for node in graph.nodes} | {END: chosen[END]}
    return lay_out(graph, given, {name: FrameSize(CLOSED_WIDTH, 120.0) for name in graph.opened})


def points(piece: Piece) -> list[Point]:
    """The piece as the picture draws it: level, a cubic with its handles in the middle, level."""
    middle = (piece.xa + piece.xb) / 2
    found = [(piece.x0, piece.y0)]
    for i in range(25):
        t = i / 24
        u = 1 - t
        x = u**3 * piece.xa + 3 * u * t * middle + t**3 * piece.xb
        y = (u**3 + 3 * u * u * t) * piece.y0 + (3 * u * t * t + t**3) * piece.y1
        found.append((x, y))
    return [*found, (piece.x1, piece.y1)]


def passed(path: list[Point], boxes: NDArray[np.float64]) -> NDArray[np.bool_]:
    """(N,): whether a path comes into the inside of each of the boxes (N, 4), at quarters of its lines."""
    ends = np.array(path)
    quarters = np.linspace(0.0, 1.0, 5)[:, None, None]
    x, y = (ends[:-1] + quarters * np.diff(ends, axis=0)).reshape(-1, 2).T[:, :, None]
    left, top, right, bottom = boxes.T
    inside = (left + 0.5 < x) & (x < right - 0.5) & (top + 0.5 < y) & (y < bottom - 0.5)
    found: NDArray[np.bool_] = inside.any(axis=0)
    return found


def sides(boxes: Iterable[Box]) -> NDArray[np.float64]:
    """(N, 4): left, top, right and bottom of each."""
    return np.array([(box.x, box.y, box.right, box.bottom) for box in boxes]).reshape(-1, 4)


def frames_around(layout: Layout, node: str) -> set[str]:
    found = set()
    frame = layout.nodes[node].frame
    while frame:
        found.add(frame)
        frame = layout.frames[frame].parent
    return found


def check(graph: Graph, layout: Layout) -> None:
    boxes = {name: (place.shape, place.value) for name, place in layout.nodes.items()}
    shrunk = {name: [_shrunk(box) for box in own] for name, own in boxes.items()}
    for first, second in combinations(boxes, 2):
        for box in shrunk[first]:
            assert not any(box.overlaps(other) for other in boxes[second]), (first, second)
    for name, frame in layout.frames.items():
        for node, (shape, value) in boxes.items():
            if name in frames_around(layout, node):
                assert frame.shape.x <= shape.x
                assert shape.right <= frame.shape.right
                assert frame.shape.y <= shape.y
                assert shape.bottom <= frame.shape.bottom
            else:
                assert not frame.shape.overlaps(shape)
                assert not _shrunk(frame.shape).overlaps(value)
    shapes, values = (sides(box) for box in zip(*boxes.values(), strict=True))
    frames = list(layout.frames.values())
    around = sides(frame.shape for frame in frames)
    for piece in layout.pieces:
        path = points(piece)
        for name, in_shape, in_value in zip(boxes, passed(path, shapes), passed(path, values), strict=True):
            # A wire ends at the edge of a circle, which is inside the box around it.
            if not any((port.x, port.y) == (piece.x1, piece.y1) for port in layout.nodes[name].ports):
                assert not in_shape, (piece, name)
            assert name == piece.source or not in_value, (piece, name)
        for frame, is_inside in zip(frames, passed(path, around), strict=True):
            if is_inside:
                assert frame.shape.x - 0.01 <= piece.x0
                assert piece.x1 <= frame.shape.right + 0.01
    for target in graph.nodes:
        for operand, source in enumerate(target.operands):
            check_wire(layout, source, target.id, operand)


def check_wire(layout: Layout, source: str, target: str, operand: int) -> None:
    """It leads from the source's line to the operand's port without a break, from left to right."""
    start, end = layout.nodes[source], layout.nodes[target]
    pieces = [layout.pieces[piece] for piece in layout.route(target, operand)]
    assert {piece.source for piece in pieces} == {source}
    assert pieces[0].y0 == start.line
    assert (pieces[-1].x1, pieces[-1].y1) == (end.ports[operand].x, end.ports[operand].y)
    for piece, following in pairwise(pieces):
        assert abs(piece.x1 - following.x0) < 1e-6
        assert abs(piece.y1 - following.y0) < 1e-6
    for piece in pieces:
        assert piece.x0 <= piece.xa + 1e-6
        assert piece.xa <= piece.xb + 1e-6
        assert piece.xb <= piece.x1 + 1e-6
    assert start.shape.right <= end.shape.x
    if start.frame == end.frame:
        assert start.layer < end.layer


def _shrunk(box: Box) -> Box:
    return Box(box.x + 0.01, box.y + 0.01, max(0.0, box.width - 0.02), max(0.0, box.height - 0.02))


@settings(max_examples=30)
@given(st.data())
def test_nothing_overlaps_and_wires_keep_clear(data: st.DataObject) -> None:
    graph = data.draw(graphs())
    check(graph, laid_out(graph, data.draw(sizes(graph))))


@settings(max_examples=20)
@given(st.data())
def test_opening_compounds_keeps_all_that_and_moves_little(data: st.DataObject) -> None:
    graph = data.draw(graphs())
    chosen = data.draw(sizes(graph))
    compounds = [node.id for node in graph.nodes if node.is_operation and can_open(graph, node.id)]
    for name in compounds:
        chosen[name] = chosen[name]._replace(width=CLOSED_WIDTH, lead=0.0)
    before = laid_out(graph, chosen)
    for name in compounds[:2]:
        opened = open_node(graph, name)
        after = laid_out(opened, chosen)
        check(opened, after)
        check_movement(graph, before, after, name)
        graph, before = opened, after


def check_movement(graph: Graph, before: Layout, after: Layout, name: str) -> None:
    """Left of the compound nothing moves sideways, right of it nothing by more than it grew, and columns
    keep their order."""
    grown = after.frames[name].shape.right - before.nodes[name].shape.right
    column = before.nodes[name].layer
    outside = [node.id for node in graph.nodes if node.id != name and not before.nodes[node.id].frame]
    for node in outside:
        old, new = before.nodes[node], after.nodes[node]
        assert new.layer == old.layer
        moved = new.shape.x - old.shape.x
        if old.layer <= column:
            assert abs(moved) < 1e-6
        else:
            assert -1e-6 <= moved <= grown + 1e-6
    for first, second in combinations(outside, 2):
        if before.nodes[first].layer == before.nodes[second].layer:
            was_above = before.nodes[first].line < before.nodes[second].line
            assert (after.nodes[first].line < after.nodes[second].line) == was_above
