"""The trace of a graph: every step forwards and every step backwards, computed once, as data.

A forward step computes one node from its operands. A backward step takes one node's upstream gradient and
hands a share of it to each operand: upstream gradient · local derivative. The backward steps are the forward
steps in reverse, begin with 1 at the output, and always begin from nothing: no gradient of an earlier trace
is added to. Stepping through it is `core.graph.cursor`; checking it is `core.graph.differences`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import ArrayLike

from core.graph.forward import forward_values
from core.graph.graph import CONSTANT, INPUT, Graph, as_value, settle
from core.graph.notes import Note, backward_trouble, forward_trouble, notes_on
from core.graph.ops import OPERATIONS, Table
from core.graph.ops.operation import Number, Operand, Shape, Value, elementwise


@dataclass(frozen=True, slots=True)
class ForwardStep:
    """value = operation(values). `operands` are the nodes that the values come from, one for each wire."""

    node: str
    operation: str
    operands: tuple[str, ...]
    values: tuple[Value, ...]
    value: Value
    trouble: Note | None


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one wire carries back: gradient = upstream · local, for operand number `operand`, the node `to`.

    total is what `to` has received so far with this one: a value used twice has two contributions, and the
    total of the second is their sum.
    """

    to: str
    operand: int
    local: Value
    gradient: Value
    total: Value


@dataclass(frozen=True, slots=True)
class BackwardStep:
    """The upstream gradient of `node`, ∂output/∂node, handed on. Constants receive nothing.

    convention: the sentence that says what was taken where the derivative does not exist, or nothing.
    """

    node: str
    operation: str
    upstream: Value
    contributions: tuple[Contribution, ...]
    trouble: Note | None
    convention: str


Step = ForwardStep | BackwardStep


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """All steps of one graph: `steps[:turn]` go forward, `steps[turn:]` backward.

    seed: the gradient that the backward pass begins with: 1, or for an array output a 1 for each entry.
    forward_at, backward_at: the number of a node's step. arrivals: for each node the contributions that it
    receives, in order, with the number of the step that brings each.
    """

    graph: Graph
    steps: tuple[Step, ...]
    turn: int
    values: Mapping[str, Value]
    seed: Value
    forward_at: Mapping[str, int]
    backward_at: Mapping[str, int]
    arrivals: Mapping[str, tuple[tuple[int, Contribution], ...]]
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

    def gradient(self, node_id: str) -> Value:
        """∂output/∂node, in the node's shape; zeros where the output does not depend on it."""
        if node_id == self.graph.output:
            return self.seed
        arrivals = self.arrivals.get(node_id)
        if arrivals:
            return arrivals[-1][1].total
        return settle(np.zeros(self.values[node_id].shape))

    @property
    def differentiated(self) -> tuple[str, ...]:
        """The nodes that have a gradient: every input, and what lies between the inputs and the output."""
        return tuple(
            node.id
            for node in self.graph.nodes
            if node.is_input or node.id in self.arrivals or node.id in self.backward_at
        )

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
    forward = _forward_steps(graph, values, table)
    needed = graph.needed()
    backward, arrivals = _backward_steps(graph, values, seed, len(forward), needed, table)
    return Trace(
        graph=graph,
        steps=(*forward, *backward),
        turn=len(forward),
        values={node.id: value for node, value in zip(graph.nodes, values, strict=True)},
        seed=seed,
        forward_at={step.node: number for number, step in enumerate(forward)},
        backward_at={step.node: number for number, step in enumerate(backward, start=len(forward))},
        arrivals={node: tuple(received) for node, received in arrivals.items()},
        notes=notes_on(graph, output, needed),
    )


def _forward_steps(graph: Graph, values: list[Value], table: Table) -> list[ForwardStep]:
    steps = []
    for node, operands, value in zip(graph.nodes, graph.operand_indices, values, strict=True):
        operation = node.operation
        if operation in (INPUT, CONSTANT):
            continue
        given = tuple([values[i] for i in operands])
        trouble = None if _is_finite(value) else forward_trouble(node, given, value, table)
        steps.append(ForwardStep(node.id, operation, node.operands, given, value, trouble))
    return steps


def _backward_steps(
    graph: Graph, values: list[Value], seed: Value, first: int, needed: list[bool], table: Table
) -> tuple[list[BackwardStep], dict[str, list[tuple[int, Contribution]]]]:
    """The steps, of which the first has the number `first`, and what each node received."""
    receives = _receives(graph, needed)
    totals: list[Value | None] = [None] * len(values)
    totals[graph.index[graph.output]] = seed
    steps: list[BackwardStep] = []
    arrivals: dict[str, list[tuple[int, Contribution]]] = {}
    with np.errstate(all="ignore"):
        for position in range(graph.index[graph.output], -1, -1):
            node = graph.nodes[position]
            upstream = totals[position]
            if upstream is None or not receives[position] or node.operation == INPUT:
                continue
            row = table[node.operation]
            options = dict(node.options)
            value = values[position]
            operands = graph.operand_indices[position]
            given = [values[i] for i in operands]
            number = first + len(steps)
            contributions = []
            finite = True
            for k, source in enumerate(operands):
                if not receives[source]:
                    continue
                local, gradient = _product(row.operand(k), value, given, given[k].shape, upstream, options)
                before = totals[source]
                total = gradient if before is None else settle(before + gradient)
                totals[source] = total
                finite = finite and _is_finite(gradient)
                share = Contribution(node.operands[k], k, local, gradient, total)
                contributions.append(share)
                arrivals.setdefault(share.to, []).append((number, share))
            trouble = None if finite else backward_trouble(node, upstream, contributions, row)
            at_kink = row.kink is not None and row.kink(value, *given, **options)
            convention = row.convention if at_kink else ""
            step = BackwardStep(node.id, node.operation, upstream, tuple(contributions), trouble, convention)
            steps.append(step)
    return steps, arrivals


def _product(
    rule: Operand,
    value: Value,
    given: list[Value],
    shape: Shape,
    upstream: Value,
    options: dict[str, Number | None],
) -> tuple[Value, Value]:
    """The local derivative for one operand, and its product with the upstream gradient."""
    local = rule.derivative(value, *given, **options)
    if rule.pull is elementwise and upstream.__class__ is np.float64 and local.__class__ is np.float64:
        return local, upstream * local
    local = settle(local)
    return local, settle(rule.pull(upstream, local, shape, **options))


def _receives(graph: Graph, needed: list[bool]) -> list[bool]:
    """Which nodes a gradient is sent to: those that lead to the output and hang on an input."""
    receives: list[bool] = []
    for node, operands, is_needed in zip(graph.nodes, graph.operand_indices, needed, strict=True):
        hangs = node.operation == INPUT or any(receives[i] for i in operands)
        receives.append(is_needed and hangs)
    return receives


def _is_finite(value: Value) -> bool:
    if value.__class__ is np.float64:
        return isfinite(value)
    return bool(np.isfinite(value).all())
