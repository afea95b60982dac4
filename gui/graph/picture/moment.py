"""What is to be seen at a cursor: which numbers are known, which node and wires are lit, what changed since.

It reads a trace and computes nothing of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from core.graph.cursor import Cursor
from core.graph.notes import Note
from core.graph.ops.operation import Value
from core.graph.trace import BackwardStep, ForwardStep
from gui.graph.picture.look import Key, Part
from gui.language.numbers import number


@dataclass(frozen=True, slots=True)
class Lit:
    """The node of this step, and its wires by (target, operand)."""

    node: str
    part: Part
    wires: tuple[tuple[str, int], ...]
    fresh: tuple[Key, ...]


NOTHING = Lit("", "value", (), ())


def lit(cursor: Cursor | None) -> Lit:
    """fresh: the numbers that this step has made."""
    step = cursor.step if cursor is not None else None
    if isinstance(step, ForwardStep):
        wires = tuple((step.node, k) for k in range(len(step.operands)))
        return Lit(step.node, "value", wires, ((step.node, "value"),))
    if isinstance(step, BackwardStep):
        wires = tuple((step.node, share.operand) for share in step.contributions)
        fresh: tuple[Key, ...] = tuple((share.to, "gradient") for share in step.contributions)
        return Lit(step.node, "gradient", wires, fresh)
    return NOTHING


def touched(old: Cursor, new: Cursor) -> Iterable[str]:
    """The nodes whose numbers, or those of whose wires, differ between two places in one trace."""
    trace = new.trace
    found = {trace.graph.output: None}
    first, last = sorted((old.position, new.position))
    # The step before is no longer the fresh one.
    for step in trace.steps[max(first - 1, 0) : last]:
        found[step.node] = None
        if isinstance(step, BackwardStep):
            for share in step.contributions:
                found[share.to] = None
    return found


def trouble(cursor: Cursor, node: str) -> tuple[Note | None, str]:
    """Why a number of this node is not finite, as far as the cursor has come, and which it is: NaN or ∞."""
    trace = cursor.trace
    for at in (trace.forward_at.get(node), trace.backward_at.get(node)):
        step = trace.steps[at] if at is not None and at < cursor.position else None
        if step is not None and step.trouble is not None:
            made = [step.value] if isinstance(step, ForwardStep) else [s.gradient for s in step.contributions]
            return step.trouble, number(_worst(made))
    return None, ""


def _worst(values: Iterable[Value]) -> float:
    """An entry that is not finite, NaN before the others."""
    found = 0.0
    for value in values:
        odd = np.asarray(value)[~np.isfinite(value)]
        if np.any(np.isnan(odd)):
            return np.nan
        if odd.size:
            found = float(odd.flat[0])
    return found
