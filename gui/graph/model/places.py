"""Places in a trace: the same place in the trace of a graph that was edited, opened or closed, and the place
that answers for a node. Plain functions; nothing here moves a cursor."""

from __future__ import annotations

from dataclasses import dataclass

from core.graph.compound import SEPARATOR, parts_of
from core.graph.cursor import Cursor
from core.graph.trace import Trace


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cursor stands, in words that hold for another trace: after this step of this node, which was an
    opened compound or not."""

    node: str
    is_backward: bool
    position: int
    is_opened: bool


def place_of(cursor: Cursor) -> Place:
    node = "" if cursor.step is None else cursor.step.node
    return Place(node, cursor.is_backward, cursor.position, node in cursor.trace.graph.opened)


def position_in(trace: Trace, place: Place) -> int:
    """The place in another trace: after the step of the same node, if it still has one."""
    if not place.node:
        return 0
    if not place.is_backward:
        number = trace.forward_at.get(_present(trace, place.node))
        return place.position if number is None else number + 1
    node = _present(trace, place.node)
    if node in trace.graph.opened and not place.is_opened:
        # A compound that is opened now has sent its gradient back when all of its parts have.
        numbers = [
            trace.backward_at[part] for part in parts_of(trace.graph, node) if part in trace.backward_at
        ]
        return max(numbers, default=place.position - 1) + 1
    number = trace.backward_at.get(node)
    return place.position if number is None else number + 1


def _present(trace: Trace, node_id: str) -> str:
    """The node, or the compound that it has become a hidden part of."""
    while node_id not in trace.graph and SEPARATOR in node_id:
        node_id = node_id.rpartition(SEPARATOR)[0]
    return node_id


def answering(cursor: Cursor, node_id: str) -> int:
    """The place after the step that answers for a node: for an input, and for any node on the way back, the
    step in which its gradient is complete; on the way forward, the step that computes it."""
    trace = cursor.trace
    node = trace.graph.node(node_id)
    if node.is_operation and not cursor.is_backward:
        return trace.forward_at.get(node_id, cursor.position - 1) + 1
    arrivals = trace.arrivals(node_id)
    if arrivals:
        return arrivals[-1][0] + 1
    return trace.backward_at.get(node_id, cursor.position - 1) + 1
