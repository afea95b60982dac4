"""How much room everything needs, for the layout: from the texts that are to be written and all numbers of a
trace, so that no step needs more."""

from __future__ import annotations

from collections.abc import Mapping

from core.graph.graph import Graph
from core.graph.trace import BackwardStep, Trace
from gui.graph.layout.geometry import END, FrameSize, NodeSize
from gui.graph.picture.arrays.bars import HEIGHT as BARS_HEIGHT
from gui.graph.picture.arrays.bars import LEAST_WIDTH as BARS_WIDTH
from gui.graph.picture.arrays.bars import has_bars
from gui.graph.picture.arrays.kinds import PLAIN, ArrayKind, array_kinds
from gui.graph.picture.face import Face, Kind, compound_text
from gui.graph.picture.look import Look
from gui.graph.picture.numbers import Room

ROUND = 44.0
PILL = 32.0
_PILL_LEAST, _PILL_COMMON, _PILL_MOST = 48.0, 104.0, 168.0
_LINE_MOST = 96.0
"""A longer text in a shape stands in two lines, if it has two words or a hyphen."""

_NAME_MOST = 120.0
NAME_HEIGHT = 22.0
BADGE_HEIGHT = 20.0
NUMBER_GAP = 9.0
"""The gap between a shape and its number."""

_LINE_GAP = 5.0
_STEP = 8.0
_VALUE_LEAST = 32.0
_BEHIND = 4.0
_SHARE_LEAST = 40.0
_SHARE_SPACING = 22.0


def frame_sizes(graph: Graph, look: Look) -> dict[str, FrameSize]:
    found = {}
    for name, node in graph.opened.items():
        title = look.width(compound_text(node), look.body_bold)
        found[name] = FrameSize(compound_width(compound_text(node), look), title + 64.0)
    return found


def compound_width(text: str, look: Look) -> float:
    return max(look.width(line, look.body) for line in lines_of(text, look)) + 22.0


def lines_of(text: str, look: Look) -> tuple[str, ...]:
    """The text in a shape, in two lines of about one length where it is long."""
    ends = [place for place, letter in enumerate(text, 1) if letter in " -"]
    if not ends or look.width(text, look.body) <= _LINE_MOST:
        return (text,)
    halves = [(text[:end].rstrip(), text[end:]) for end in ends]
    return min(halves, key=lambda pair: max(look.width(line, look.body) for line in pair))


def name_text(face: Face, look: Look) -> str:
    """The name over a node, as far as there is room for it."""
    return look.elided(face.name, look.body, _NAME_MOST)


def name_overhang(name: str, width: float, look: Look) -> tuple[float, float]:
    """How far a name reaches beyond a shape of `width`, at its left and at its right, where the shape of an
    array may stand at the same height."""
    over = max(0.0, look.width(name, look.body) - width)
    right = min(over / 2, NUMBER_GAP - 3.0)
    return over - right, right


def shape_text_of(face: Face, look: Look) -> str:
    """The text in a node, as far as there is room for it."""
    if face.kind in (Kind.INPUT, Kind.CONSTANT):
        return look.elided(face.text, look.body, _PILL_MOST - 24.0)
    return face.text


def node_sizes(
    graph: Graph, faces: Mapping[str, Face], trace: Trace | None, look: Look
) -> dict[str, NodeSize]:
    room = Room(look)
    names = [shape_text_of(face, look) for face in faces.values() if face.kind is Kind.INPUT]
    # Pills of one width stand in line, unless a name is long.
    pill = max(_PILL_LEAST, min(_PILL_COMMON, max([_pill(name, look) for name in names], default=0.0)))
    shares = share_widths(graph, trace, look)
    troubled = {step.node for step in trace.troubles} if trace is not None else set()
    kinds = array_kinds(graph)
    sizes = {}
    for node in graph.nodes:
        face = faces[node.id]
        width, height = _shape(face, pill, look)
        above = below = height / 2
        value = NUMBER_GAP
        if trace is not None:
            value, value_height, gradient_height = _numbers(
                node.id, face, trace, room, kinds.get(node.id, PLAIN)
            )
            above = max(above, value_height)
            below = max(below, gradient_height)
            if has_bars(node, trace):
                width = max(width, BARS_WIDTH)
                below = max(below, height / 2 + BARS_HEIGHT)
        else:
            value = _VALUE_LEAST
        lead = max((shares.get((node.id, k), 0.0) for k in range(len(node.operands))), default=0.0)
        spacing = _SHARE_SPACING if lead else 12.0
        if face.name:
            above = max(above, height / 2 + NAME_HEIGHT)
            left, right = name_overhang(name_text(face, look), width, look)
            lead, value = max(lead, left), max(value, right)
        if node.id in troubled:
            below = max(below, height / 2 + BADGE_HEIGHT)
        sizes[node.id] = NodeSize(width, height, above, below, value, lead, spacing)
    end = look.width(faces[END].text, look.title_bold)
    sizes[END] = NodeSize(end + NUMBER_GAP, look.metrics(look.title_bold).height())
    return sizes


def share_widths(graph: Graph, trace: Trace | None, look: Look) -> dict[tuple[str, int], float]:
    """The room that what a wire carries back needs, for each wire that is not the only one of its value."""
    room = Room(look)
    wires: dict[str, list[tuple[str, int]]] = {}
    for node in graph.nodes:
        for number, own in enumerate(node.operands):
            wires.setdefault(own, []).append((node.id, number))
    found = {}
    for node_id, used in wires.items():
        if len(used) < 2 or graph.node(node_id).is_constant:
            continue
        for target, operand in used:
            width = _share_width(target, operand, trace, room)
            if width:
                found[target, operand] = width + 2 * NUMBER_GAP
    return found


def _share_width(target: str, operand: int, trace: Trace | None, room: Room) -> float:
    if trace is None:
        return _SHARE_LEAST
    number = trace.backward_at.get(target)
    if number is None:
        return 0.0
    step = trace.steps[number]
    assert isinstance(step, BackwardStep)
    share = step.share(operand)
    return 0.0 if share is None else max(_SHARE_LEAST, room.of_share(share.gradient))


def _pill(name: str, look: Look) -> float:
    return look.width(name, look.body) + 28.0


def _shape(face: Face, pill: float, look: Look) -> tuple[float, float]:
    if face.kind is Kind.INPUT:
        return max(pill, _pill(shape_text_of(face, look), look)), PILL
    if face.kind is Kind.CONSTANT:
        return max(PILL, look.width(shape_text_of(face, look), look.body) + 20.0), PILL
    if face.kind is Kind.COMPOUND:
        return compound_width(face.text, look), ROUND
    if look.width(face.text, look.body) <= ROUND - 6.0:
        return ROUND, ROUND
    return compound_width(face.text, look), ROUND


def _numbers(node: str, face: Face, trace: Trace, room: Room, kind: ArrayKind) -> tuple[float, float, float]:
    """Length of the wire that a node's numbers need, and their heights above and below it."""
    value = trace.values[node]
    if face.kind is Kind.CONSTANT and not value.shape:
        # The number stands in the node.
        return NUMBER_GAP, 0.0, 0.0
    width, above = room.of(value, "value", kind)
    below = 0.0
    gradients = [share.total for _, share in trace.arrivals(node)]
    if node == trace.graph.output:
        gradients.append(trace.seed)
    for gradient in gradients:
        taken, below = room.of(gradient, "gradient", kind)
        width = max(width, taken)
    length = NUMBER_GAP + max(_VALUE_LEAST, _STEP * -(-width // _STEP)) + _BEHIND
    return length, above + _LINE_GAP, below + _LINE_GAP
