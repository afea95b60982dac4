"""What a trace has to say beside its numbers: where one is not finite, and why; what began from nothing.

Each note is a sentence kept as a template with its fields, as in `core.errors`, so that a screen can
translate it. Nothing is raised: a trace with inf in it is still a trace.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from core.errors import translatable
from core.graph.graph import Graph, Node
from core.graph.ops import Table
from core.graph.ops.operation import Value

FROM_NOTHING = translatable(
    "graph",
    "Every gradient begins at 0: the trace adds up the contributions of this pass only and keeps none "
    "from an earlier pass.",
)
ARRAY_OUTPUT = translatable(
    "graph", "The output is an array: the sum of its {entries:,} entries is differentiated."
)
NOT_USED = translatable("graph", "The output does not depend on `{name}`: its gradient is 0.")
NO_INPUT = translatable("graph", "The output depends on no input: there is nothing to differentiate.")
TOO_LARGE = translatable("graph", "The result is larger than float64 can hold (1.8e308).")
NO_VALUE = translatable("graph", "∞ − ∞, 0 · ∞ and ∞ ÷ ∞ have no value: nan, not a number.")
CARRIED_FORWARD = translatable("graph", "Its operand `{name}` is {value} already.")
SLOPE_NOT_FINITE = translatable("graph", "The local derivative for `{name}` is {value} here.")
CARRIED_BACK = translatable("graph", "The upstream gradient is {value} already.")
PRODUCT_NOT_FINITE = translatable(
    "graph", "Upstream gradient times local derivative is {value} for `{name}`."
)


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence. `origin`: for a number that is not finite, whether it began here or was carried here."""

    template: str
    fields: Mapping[str, object] = field(default_factory=dict)
    origin: bool = False

    @property
    def text(self) -> str:
        return self.template.format(**self.fields)


def forward_trouble(node: Node, operands: Sequence[Value], value: Value, table: Table) -> Note:
    """Why `value`, which is not finite, is not."""
    row = table[node.operation]
    for name, operand in zip(node.operands, operands, strict=True):
        if not np.all(np.isfinite(operand)):
            if np.any(np.isnan(value)) and not any(np.any(np.isnan(x)) for x in operands):
                return Note(NO_VALUE, origin=True)
            return Note(CARRIED_FORWARD, {"name": name, "value": not_finite_text(operand)})
    reason = row.trouble(value, *operands, **dict(node.options)) if row.trouble else None
    return Note(reason or TOO_LARGE, origin=True)


def backward_trouble(upstream: Value, shares: Sequence[tuple[str, Value, Value]]) -> Note:
    """Why a contribution of this step is not finite. shares: for each operand its name, its local derivative,
    and upstream · local."""
    if not np.all(np.isfinite(upstream)):
        return Note(CARRIED_BACK, {"value": not_finite_text(upstream)})
    for name, local, _ in shares:
        if not np.all(np.isfinite(local)):
            return Note(SLOPE_NOT_FINITE, {"name": name, "value": not_finite_text(local)}, origin=True)
    name, _, worst = next(share for share in shares if not np.all(np.isfinite(share[2])))
    return Note(PRODUCT_NOT_FINITE, {"name": name, "value": not_finite_text(worst)}, origin=True)


def notes_on(graph: Graph, output: Value, needed: Sequence[bool]) -> tuple[Note, ...]:
    """What is to be said of the trace as a whole."""
    notes = [Note(FROM_NOTHING)]
    if output.shape:
        notes.append(Note(ARRAY_OUTPUT, {"entries": output.size}))
    inputs = [(node, used) for node, used in zip(graph.nodes, needed, strict=True) if node.is_input]
    notes += [Note(NOT_USED, {"name": node.id}) for node, used in inputs if not used]
    if not any(used for _, used in inputs):
        notes.append(Note(NO_INPUT))
    return tuple(notes)


def not_finite_text(value: Value) -> str:
    """inf, -inf or nan: nan before the others."""
    if np.any(np.isnan(value)):
        return "nan"
    return "inf" if np.any(value == np.inf) else "-inf"
