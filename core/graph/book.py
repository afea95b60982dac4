"""The printed numbers of *Deep Learning from Scratch* beside those computed here: "matches the book ✓".

The numbers are in one file, `book_numbers.json`, digit by digit as they are printed. A computed number
matches if it rounds to the printed one. Each comparison is made live, by tracing the example.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files
from typing import Any

import numpy as np

from core.graph.graph import Graph
from core.graph.ops.operation import Value
from core.graph.trace import trace_graph

Printed = str | list[Any]
"""A number as it is printed, `"2.2"`, or an array of such, in rows."""


@dataclass(frozen=True, slots=True)
class BookNumber:
    """What the book prints for a node: its gradient if `is_gradient`, else its value. `given` sets inputs."""

    node: str
    is_gradient: bool
    printed: Printed
    given: Mapping[str, Any]
    chapter: int


@dataclass(frozen=True, slots=True, eq=False)
class BookCheck:
    number: BookNumber
    computed: Value
    matches: bool


def _file() -> dict[str, Any]:
    text = files("core.graph").joinpath("book_numbers.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def book_numbers(example: str) -> tuple[BookNumber, ...]:
    """What the book prints for an example; nothing where it prints nothing."""
    entry = _file().get(example, {"chapter": 0, "numbers": []})
    return tuple(
        BookNumber(
            node=number["node"],
            is_gradient=number["is"] == "gradient",
            printed=number["printed"],
            given=number.get("given", {}),
            chapter=entry["chapter"],
        )
        for number in entry["numbers"]
    )


def compare_with_book(graph: Graph, numbers: Sequence[BookNumber]) -> tuple[BookCheck, ...]:
    """Trace the graph, with each number's own inputs, and set the two beside one another."""
    found = []
    for number in numbers:
        trace = trace_graph(graph.with_values(number.given))
        computed = trace.gradient(number.node) if number.is_gradient else trace.values[number.node]
        found.append(BookCheck(number, computed, matches(computed, number.printed)))
    return tuple(found)


def matches(computed: Value, printed: Printed) -> bool:
    """Whether every number rounds to the printed one, to all its digits."""
    expected = np.array(printed)
    if expected.shape != computed.shape:
        return False
    pairs = zip(np.ravel(computed), np.ravel(expected), strict=True)
    return all(_rounds_to(float(number), str(text)) for number, text in pairs)


def _rounds_to(number: float, printed: str) -> bool:
    if not np.isfinite(number):
        return printed == f"{number:g}"
    unit = Decimal(1).scaleb(int(Decimal(printed).as_tuple().exponent))
    # Beside half a unit of the last digit, the last bits of a float64: the book prints some numbers whole.
    slack = Decimal(float(np.spacing(abs(number)))) * 4
    return abs(Decimal(number) - Decimal(printed)) <= unit / 2 + slack
