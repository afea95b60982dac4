"""The trace of a graph: every step forwards and every step backwards, computed once, as data.

A forward step computes one node from its operands. A backward step takes one node's upstream gradient and
hands a share of it to each operand: upstream gradient · local derivative. The backward steps are the forward
steps in reverse, begin with 1 at the output, and always begin from nothing: no gradient of an earlier trace
is added to. Steps are named tuples, which are made in half the time of a frozen dataclass: a thousand
operations are four thousand of them. Stepping through a trace is `core.graph.cursor`; checking it is
`core.graph.differences`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import isfinite
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from core.graph.forward import forward_values
from core.graph.graph import INPUT, Graph, Options, as_value, settle
from core.graph.notes import Note, backward_trouble, forward_trouble, notes_on
from core.graph.ops import OPERATIONS, Table
from core.graph.ops.operation import Operation, Value, elementwise


class ForwardStep(NamedTuple):
    """value = operation(values). `operands` are the nodes that the values come from, one for each wire."""

    node: str
    operation: str
    operands: tuple[str, ...]
    values: tuple[Value, ...]
    value: Value
    trouble: Note | None


class Contribution(NamedTuple):
    """What one wire carries back: gradient = upstream · local, for operand number `operand`, the node `to`.

    total is what `to` has received so far with this one: a value used twice has two contributions, and the
    total of the second is their sum.
    """

    to: str
    operand: int
    local: Value
    gradient: Value
    total: Value


class BackwardStep(NamedTuple):
    """The upstream gradient of `node`, ∂output/∂node, handed on. Constants receive nothing.

    convention: the sentence that says what was taken where the derivative does not exist, or nothing.
    """

    node: str
    operation: str
    upstream: Value
    contributions: tuple[Contribution, ...]
    trouble: Note | None
    convention: str

    def share(self, operand: int) -> Contribution | None:
        """What the wire to operand number `operand` carries back, or None where it carries nothing."""
        at = bisect_left(self.contributions, operand, key=attrgetter("operand"))
        shares = self.contributions[at : at + 1]
        return shares[0] if shares and shares[0].operand == operand else None


Step = ForwardStep | BackwardStep

_NUMBER = np.float64


@dataclass(frozen=True, eq=False)
class Trace:
    """All steps of one graph: `steps[:turn]` go forward, `steps[turn:]` backward.

    seed: the gradient that the backward pass begins with: 1, or for an array output a 1 for each entry.
    forward_at, backward_at: the number of a node's step.
    """

    graph: Graph
    steps: tuple[Step, ...]
    turn: int
    values: Mapping[str, Value]
    seed: Value
    forward_at: Mapping[str, int]
    backward_at: Mapping[str, int]
    notes: tuple[Note, ...]

    @property
    def output_array(self) -> Value:
        """What the output node holds."""
        return self.values[self.graph.output]

    @property
    def value(self) -> np.float64:
        """What is differentiated: the output, or the sum of its entries (each times its entry of `seed`)."""
        with np.errstate(all="ignore"):
            return np.float64(np.sum(self.output_array * self.seed))

    @property
    def is_finite(self) -> bool:
        return bool(np.all(np.isfinite(self.output_array)))

    @property
    def troubles(self) -> tuple[Step, ...]:
        """The steps at which a number is not finite, the first where it began."""
        return tuple(step for step in self.steps if step.trouble is not None)

    def arrivals(self, node_id: str) -> tuple[tuple[int, Contribution], ...]:
        """The contributions that a node receives, in order, each with the number of its step."""
        return self._arrivals.get(node_id, ())

    @cached_property
    def _arrivals(self) -> Mapping[str, tuple[tuple[int, Contribution], ...]]:
        """Those of all nodes, from one walk: a value that is used 10,000 times is asked for as often."""
        found: dict[str, list[tuple[int, Contribution]]] = {}
        for number, step in enumerate(self.steps[self.turn :], start=self.turn):
            assert isinstance(step, BackwardStep)
            for share in step.contributions:
                found.setdefault(share.to, []).append((number, share))
        return {node_id: tuple(arrivals) for node_id, arrivals in found.items()}

    def gradient(self, node_id: str) -> Value:
        """∂output/∂node, in the node's shape; zeros where the output does not depend on it."""
        if node_id == self.graph.output:
            return self.seed
        arrivals = self.arrivals(node_id)
        if arrivals:
            return arrivals[-1][1].total
        return settle(np.zeros(self.values[node_id].shape))

    @property
    def differentiated(self) -> tuple[str, ...]:
        """The nodes that have a gradient: every input, and what lies between the inputs and the output."""
        return tuple(node.id for node in self.graph.nodes if node.is_input or node.id in self.backward_at)

    @property
    def gradients(self) -> dict[str, Value]:
        """The gradient of every input, in the order of the inputs."""
        return {node.id: self.gradient(node.id) for node in self.graph.inputs}


def trace_graph(graph: Graph, table: Table = OPERATIONS, upstream: ArrayLike | None = None) -> Trace:
    """Every step of `graph`, forwards and then backwards.

    upstream: what the backward pass begins with in place of 1, in the output's shape, for a graph that is a
    part of a larger one. Raises GraphError where shapes do not match or an input has no value.
    """
    graph.shapes(table)
    values = forward_values(graph, table)
    output = values[graph.index[graph.output]]
    seed = settle(np.broadcast_to(1.0 if upstream is None else as_value(upstream), output.shape))
    needed = graph.needed()
    forward = _forward_steps(graph, values, table)
    backward = _backward_steps(graph, forward, seed, _receives(graph, needed), table)
    return Trace(
        graph=graph,
        steps=(*forward, *backward),
        turn=len(forward),
        values={node.id: value for node, value in zip(graph.nodes, values, strict=True)},
        seed=seed,
        forward_at={step.node: number for number, step in enumerate(forward)},
        backward_at={step.node: number for number, step in enumerate(backward, start=len(forward))},
        notes=notes_on(graph, output, needed),
    )


def _forward_steps(graph: Graph, values: list[Value], table: Table) -> list[ForwardStep]:
    steps = []
    for node, operands, value in zip(graph.nodes, graph.operand_indices, values, strict=True):
        if node.value is not None:
            continue
        given = tuple([values[i] for i in operands])
        is_finite = isfinite(value) if value.__class__ is _NUMBER else _is_finite(value)
        trouble = None if is_finite else forward_trouble(node, given, value, table)
        steps.append(ForwardStep(node.id, node.operation, node.operands, given, value, trouble))
    return steps


def _backward_steps(
    graph: Graph, forward: Sequence[ForwardStep], seed: Value, receives: list[bool], table: Table
) -> list[BackwardStep]:
    """The forward steps in reverse, from the output on, left out what no gradient is sent to."""
    totals: list[Value | None] = [None] * len(graph.nodes)
    totals[graph.index[graph.output]] = seed
    steps: list[BackwardStep] = []
    with np.errstate(all="ignore"):
        for done in reversed(forward):
            position = graph.index[done.node]
            upstream = totals[position]
            if upstream is None or not receives[position]:
                continue
            row = table[done.operation]
            options = graph.nodes[position].options
            contributions = []
            finite = True
            for number, source in enumerate(graph.operand_indices[position]):
                if not receives[source]:
                    continue
                rule = row.operands[0 if row.variadic else number]
                if options:
                    local = rule.derivative(done.value, *done.values, **dict(options))
                else:
                    local = rule.derivative(done.value, *done.values)
                gradient: Value
                if upstream.__class__ is _NUMBER and local.__class__ is _NUMBER and rule.pull is elementwise:
                    gradient = upstream * local
                    finite = finite and isfinite(gradient)
                else:
                    local = settle(local)
                    shape = done.values[number].shape
                    gradient = settle(rule.pull(upstream, local, shape, **dict(options)))
                    finite = finite and _is_finite(gradient)
                before = totals[source]
                total = gradient if before is None else before + gradient
                if total.__class__ is not _NUMBER:
                    total = settle(total)
                totals[source] = total
                contributions.append(Contribution(done.operands[number], number, local, gradient, total))
            shares = tuple(contributions)
            trouble = None
            if not finite:
                trouble = backward_trouble(upstream, [(to, local, own) for to, _, local, own, _ in shares])
            convention = row.convention if row.kink is not None and _at_kink(row, done, options) else ""
            steps.append(BackwardStep(done.node, done.operation, upstream, shares, trouble, convention))
    return steps


def _at_kink(row: Operation, done: ForwardStep, options: Options) -> bool:
    return row.kink is not None and row.kink(done.value, *done.values, **dict(options))


def _receives(graph: Graph, needed: list[bool]) -> list[bool]:
    """Which nodes a gradient is sent to: those that lead to the output and hang on an input."""
    receives: list[bool] = []
    for node, operands, is_needed in zip(graph.nodes, graph.operand_indices, needed, strict=True):
        hangs = node.operation == INPUT
        for i in operands:
            hangs = hangs or receives[i]
        receives.append(hangs and is_needed)
    return receives


def _is_finite(value: Value) -> bool:
    if value.__class__ is np.float64:
        return isfinite(value)
    return bool(np.isfinite(value).all())
