"""A place in a trace. Moving it computes nothing: it only says which steps have been done so far.

`position` 0 is before the first step, where only inputs and constants have values; `position == len(steps)`
is the end. A cursor is a value: `forward()` gives another one.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from operator import itemgetter

from core.graph.ops.operation import Value
from core.graph.trace import BackwardStep, Contribution, Step, Trace


@dataclass(frozen=True, slots=True, eq=False)
class Cursor:
    trace: Trace
    position: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "position", max(0, min(self.position, len(self.trace.steps))))

    def to(self, position: int) -> Cursor:
        """The cursor there, or at the nearer end."""
        return Cursor(self.trace, position)

    def forward(self) -> Cursor:
        return self.to(self.position + 1)

    def back(self) -> Cursor:
        return self.to(self.position - 1)

    def start(self) -> Cursor:
        return self.to(0)

    def turn(self) -> Cursor:
        """Where everything is computed forwards and nothing backwards."""
        return self.to(self.trace.turn)

    def end(self) -> Cursor:
        return self.to(len(self.trace.steps))

    @property
    def step(self) -> Step | None:
        """The step that was done last: the one to light up and explain. None at the start."""
        return self.trace.steps[self.position - 1] if self.position else None

    @property
    def is_backward(self) -> bool:
        return isinstance(self.step, BackwardStep)

    def value(self, node_id: str) -> Value | None:
        """What stands above the node's wire, or None while it is not computed yet."""
        return self.trace.values[node_id] if self.position > self.trace.forward_at.get(node_id, -1) else None

    def gradient(self, node_id: str) -> Value | None:
        """What the node has received so far, or None while it has received nothing.

        For a value used several times this grows with each contribution; `waiting` says how many are still
        to come.
        """
        trace = self.trace
        if node_id == trace.graph.output:
            begins = trace.backward_at.get(node_id, len(trace.steps) - 1)
            return trace.seed if self.position > begins else None
        arrived = self.arrived(node_id)
        return trace.arrivals(node_id)[arrived - 1][1].total if arrived else None

    def arrived(self, node_id: str) -> int:
        """How many contributions the node has received."""
        return bisect_left(self.trace.arrivals(node_id), self.position, key=itemgetter(0))

    def waiting(self, node_id: str) -> int:
        """How many contributions the node has still to receive."""
        return len(self.trace.arrivals(node_id)) - self.arrived(node_id)

    def wire_gradient(self, target: str, operand: int) -> Contribution | None:
        """What the wire to operand number `operand` of `target` has carried back, or None so far."""
        number = self.trace.backward_at.get(target)
        if number is None or number >= self.position:
            return None
        step = self.trace.steps[number]
        assert isinstance(step, BackwardStep)
        return step.share(operand)
