"""Speed of a trace: 1,000 scalar operations, forwards and backwards, beside a minimal autograd engine.

The other engine does the forward and backward pass alone, in the way that micrograd made known: a value
keeps its parents in a set and a closure that adds to their gradients, and a topological order is found by
walking the graph. It is written anew here, iteratively. The trace keeps every step with its numbers as well.

And `trace` as a whole, from the text to the printed table, of one name that is used TERMS times, beside as
many names that are used once.
"""

from __future__ import annotations

import io
import math
import time
from collections.abc import Callable
from contextlib import redirect_stdout

from benchmarks.rows import Row, Spread, Target
from cli.trace_report import print_table
from core.graph.differences import check_inputs
from core.graph.expression import parse
from core.graph.graph import Graph
from core.graph.trace import trace_graph

OPERATIONS = 1000
ROUNDS, QUICK_ROUNDS, IN_A_ROW = 31, 5, 10
LIMIT_MS = 30.0
LIMIT_RATIO = 6.0

TERMS, QUICK_TERMS = 10_000, 2_000
REPORT_ROUNDS = 5
LIMIT_REPORT = 2.0


class Value:
    """A number that remembers where it came from."""

    def __init__(self, data: float, parents: tuple[Value, ...] = ()) -> None:
        self.data = data
        self.grad = 0.0
        self.parents = set(parents)
        self.pass_back: Callable[[], None] = lambda: None

    def __add__(self, other: Value) -> Value:
        out = Value(self.data + other.data, (self, other))

        def pass_back() -> None:
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other: Value) -> Value:
        out = Value(self.data * other.data, (self, other))

        def pass_back() -> None:
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back
        return out

    def tanh(self) -> Value:
        y = math.tanh(self.data)
        out = Value(y, (self,))

        def pass_back() -> None:
            self.grad += (1 - y * y) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self) -> None:
        order: list[Value] = []
        seen = {self}
        stack = [(self, iter(self.parents))]
        while stack:
            value, parents = stack[-1]
            for parent in parents:
                if parent not in seen:
                    seen.add(parent)
                    stack.append((parent, iter(parent.parents)))
                    break
            else:
                order.append(value)
                stack.pop()
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


def chain_graph() -> Graph:
    """y ← tanh(y · a + b), until there are OPERATIONS operations: x, a and b are used again and again."""
    lines = ["x = 0.5", "a = 1.1", "b = -0.1"]
    y = "x"
    for number in range(OPERATIONS // 4):
        lines.append(f"y{number} = tanh({y} * a + b) * x")
        y = f"y{number}"
    return parse("\n".join(lines))


def chain_values() -> tuple[Value, Value]:
    """The same with the minimal engine: the output and ∂output/∂x."""
    x, a, b = Value(0.5), Value(1.1), Value(-0.1)
    y = x
    for _ in range(OPERATIONS // 4):
        y = (y * a + b).tanh() * x
    y.backward()
    return y, x


def rows(quick: bool = False) -> list[Row]:
    """The two engines in turns, each pair beside one another."""
    graph = chain_graph()
    trace = trace_graph(graph)
    output, x = chain_values()
    if not math.isclose(trace.value, output.data) or not math.isclose(trace.gradients["x"], x.grad):
        raise AssertionError("the two engines do not agree")
    traces, others = [], []
    for _ in range(QUICK_ROUNDS if quick else ROUNDS):
        traces.append(_seconds(lambda: trace_graph(graph)))
        others.append(_seconds(chain_values))
    ours, theirs = Spread.of(traces, 1e3), Spread.of(others, 1e3)
    ratio = Spread.of_ratios(traces, others)
    what = f"trace of {OPERATIONS:,} scalar operations and its backward pass"
    against = "a minimal autograd engine, both passes alone"
    return [
        Row(what, ours, "ms", target=Target(LIMIT_MS)),
        Row(what, ours, "ms", against, theirs, ratio, Target(LIMIT_RATIO)),
        report_row(QUICK_TERMS if quick else TERMS, 1 if quick else REPORT_ROUNDS),
    ]


def report_row(terms: int, rounds: int) -> Row:
    """What a sum of so many terms costs to report, all of them one name, beside as many names."""
    names = [f"x{number}" for number in range(terms)]
    one = "x = 1\ny = " + " + ".join(["x"] * terms)
    many = "\n".join([*(f"{name} = 1" for name in names), "y = " + " + ".join(names)])
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(_report_seconds(one))
        theirs.append(_report_seconds(many))
    return Row(
        f"`trace` of a sum of {terms:,} times one name, processor time",
        Spread.of(ours),
        "s",
        f"{terms:,} names",
        Spread.of(theirs),
        Spread.of_ratios(ours, theirs),
        Target(LIMIT_REPORT),
    )


def _report_seconds(text: str) -> float:
    start = time.process_time()
    with redirect_stdout(io.StringIO()):
        trace = trace_graph(parse(text))
        print_table("", trace, check_inputs(trace))
    return time.process_time() - start


def _seconds(work: Callable[[], object]) -> float:
    """The time of one piece of work, from several in a row: each clears away what the one before left."""
    start = time.perf_counter()
    for _ in range(IN_A_ROW):
        work()
    return (time.perf_counter() - start) / IN_A_ROW
