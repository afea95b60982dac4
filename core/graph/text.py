"""Numbers, arrays and steps in plain words: for the table of the command line, for tooltips, for a screen
reader. Typesetting is a screen's business; it takes the formulas of the table (`core.graph.ops`)."""

from __future__ import annotations

import numpy as np

from core.graph.graph import Graph, Node
from core.graph.ops import OPERATIONS
from core.graph.ops.activations import through_jacobian
from core.graph.ops.matrices import to_left, to_right
from core.graph.ops.operation import Value, shape_text
from core.graph.trace import BackwardStep, Contribution, ForwardStep

DIGITS = 6
ENTRIES = 6
CAPTION = 32
"""How long a node's caption may be before its id stands for it."""


def number_text(number: float, digits: int = DIGITS) -> str:
    """The number with so many significant digits and no zeros at the end: 2.2, 1.1e-07, inf, nan."""
    # Adding 0 makes a plain 0 of −0.
    return f"{float(number) + 0.0:.{digits}g}"


def value_text(value: Value, digits: int = DIGITS, entries: int = ENTRIES) -> str:
    """A number, a small array whole, a large one as its shape and its first and last entries."""
    if isinstance(value, np.float64):
        return number_text(value, digits)
    if value.size <= entries:
        return _nested_text(value, digits)
    flat = np.ravel(value)
    half = entries // 2
    first = ", ".join(number_text(x, digits) for x in flat[:half])
    last = ", ".join(number_text(x, digits) for x in flat[-half:])
    return f"{shape_text(value.shape)} [{first}, … {last}]"


def _nested_text(value: Value, digits: int) -> str:
    # At most ENTRIES numbers and MAX_DIMENSIONS brackets: no depth to fear.
    if isinstance(value, np.float64):
        return number_text(value, digits)
    return f"[{', '.join(_nested_text(entry, digits) for entry in value)}]"


def captions(graph: Graph, limit: int = CAPTION) -> dict[str, str]:
    """What each node may be called in a table: `apple`, `apple × n`, and its id where that grows too long.

    A node that a person named keeps the name.
    """
    found: dict[str, str] = {}
    for node in graph.nodes:
        found[node.id] = _caption(node, graph, found, limit)
    return found


def _caption(node: Node, graph: Graph, found: dict[str, str], limit: int) -> str:
    if node.is_constant:
        return node.text or value_text(node.value) if node.value is not None else node.id
    if node.is_input or node.text or node.id == graph.output:
        return node.id
    row = OPERATIONS[node.operation]
    operands = [found[operand] for operand in node.operands]
    if row.written:
        operands = [f"({text})" if " " in text else text for text in operands]
    caption = row.write(*operands)
    return caption if len(caption) <= limit else node.id


def forward_text(step: ForwardStep, digits: int = DIGITS) -> str:
    """The operation with its numbers: `100 × 2`; with the shapes of large arrays: `(1, 784) @ (784, 80)`."""
    row = OPERATIONS[step.operation]
    return row.write(*[_as_operand(value, digits, bool(row.written)) for value in step.values])


def product_text(step: BackwardStep, share: Contribution, digits: int = DIGITS) -> str:
    """upstream gradient · local derivative, with numbers: `1.1 × 2`.

    A matrix product is written with `@` in the order in which it is taken.
    """
    row = OPERATIONS[step.operation]
    upstream = _as_operand(step.upstream, digits, True)
    local = _as_operand(share.local, digits, True)
    pull = row.operand(share.operand).pull
    if pull is to_right:
        return f"{local}ᵀ @ {upstream}" if share.local.ndim == 1 else f"{local} @ {upstream}"
    if pull in (to_left, through_jacobian):
        return f"{upstream} @ {local}"
    return f"{upstream} × {local}"


def _as_operand(value: Value, digits: int, in_brackets: bool) -> str:
    if value.size > ENTRIES:
        return shape_text(value.shape)
    text = value_text(value, digits)
    return f"({text})" if in_brackets and text.startswith("-") else text
