"""A trace as a table of comma-separated values: one line a step and wire, numbers with all their digits."""

from __future__ import annotations

from collections.abc import Iterator

from core.graph.text import forward_text, product_text
from core.graph.trace import ForwardStep, Trace
from gui.graph.model.numbers import literal

COLUMNS = (
    "step",
    "phase",
    "node",
    "operation",
    "calculation",
    "value",
    "upstream",
    "to",
    "local",
    "gradient",
    "sum so far",
)


def trace_rows(trace: Trace) -> Iterator[list[object]]:
    """The rows under COLUMNS. An array is written as nested brackets."""
    for node in trace.graph.inputs:
        yield ["", "input", node.id, "", "", literal(trace.values[node.id]), "", "", "", "", ""]
    for number, step in enumerate(trace.steps, start=1):
        if isinstance(step, ForwardStep):
            calculation = forward_text(step)
            row = [number, "forward", step.node, step.operation, calculation, literal(step.value)]
            yield [*row, "", "", "", "", ""]
            continue
        for share in step.contributions:
            row = [number, "backward", step.node, step.operation, product_text(step, share), ""]
            numbers = (share.to, literal(share.local), literal(share.gradient), literal(share.total))
            yield [*row, literal(step.upstream), *numbers]
