"""A value that is used thousands of times: a report costs as much as its steps, not as their square.

Lines of Python that are executed are counted, which the machine's other work does not change.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from cli.trace_report import print_json, print_table
from core.graph.cursor import Cursor
from core.graph.differences import check_inputs
from core.graph.expression import parse
from core.graph.trace import Trace, trace_graph

FEW, MANY = 100, 400


def sum_of(terms: int) -> Trace:
    return trace_graph(parse("x = 1; y = " + " + ".join(["x"] * terms)))


def lines_executed(work: Callable[[], object]) -> int:
    count = 0

    def count_lines(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return count_lines

    before = sys.gettrace()
    sys.settrace(count_lines)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def report_as_table(trace: Trace) -> None:
    print_table("y", trace, check_inputs(trace))


def report_as_json(trace: Trace) -> None:
    print_json("y", trace, check_inputs(trace))


def go_through(trace: Trace) -> None:
    for position in range(len(trace.steps)):
        cursor = Cursor(trace, position)
        cursor.gradient("x")
        cursor.waiting("x")


@pytest.mark.parametrize("work", [report_as_table, report_as_json, go_through])
def test_what_a_step_costs_does_not_grow_with_the_uses_of_its_value(
    work: Callable[[Trace], None], capsys: pytest.CaptureFixture[str]
) -> None:
    few, many = sum_of(FEW), sum_of(MANY)
    work(few)  # what is done once in a process, is done
    assert lines_executed(lambda: work(many)) <= 1.2 * MANY / FEW * lines_executed(lambda: work(sum_of(FEW)))
    del capsys


@pytest.mark.parametrize("entries", [FEW, MANY])
def test_a_wire_of_a_long_sum_is_found_among_all(entries: int) -> None:
    trace = trace_graph(parse(f"x = 3; y = total({', '.join(['2', 'x'] * (entries // 2))})"))
    cursor = Cursor(trace, len(trace.steps))
    found = [cursor.wire_gradient("y", operand) for operand in range(entries + 1)]
    assert [share.operand for share in found if share is not None] == list(range(1, entries, 2))
    assert trace.gradients["x"] == entries // 2
