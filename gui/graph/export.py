"""A trace as a table of comma-separated values: one line a step and wire, numbers with all their digits."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

from core.graph.ops.operation import Value
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
BOM = "\ufeff"
"""Spreadsheets read × and ∂ wrong without it."""


def trace_csv(trace: Trace) -> str:
    """The table. An array is written as nested brackets."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for node in trace.graph.inputs:
        writer.writerow(["", "input", node.id, "", "", _number(trace.values[node.id]), "", "", "", "", ""])
    for number, step in enumerate(trace.steps, start=1):
        if isinstance(step, ForwardStep):
            calculation = forward_text(step)
            row = [number, "forward", step.node, step.operation, calculation, _number(step.value)]
            writer.writerow([*row, "", "", "", "", ""])
            continue
        for share in step.contributions:
            row = [number, "backward", step.node, step.operation, product_text(step, share), ""]
            numbers = (share.to, _number(share.local), _number(share.gradient), _number(share.total))
            writer.writerow([*row, _number(step.upstream), *numbers])
    return text.getvalue()


def write_csv(path: Path, trace: Trace) -> None:
    """Write the table beside the old file and put it in its place. OSError where that cannot be done."""
    neighbour = path.with_name(f".{path.name}.part")
    try:
        neighbour.write_text(BOM + trace_csv(trace), encoding="utf-8")
        os.replace(neighbour, path)
    finally:
        neighbour.unlink(missing_ok=True)


def _number(value: Value) -> str:
    return literal(value)
