"""A computational graph: nodes in an order in which every operand comes before its use.

The order of a node's operands is kept, and so is how often each is used: x · x has two wires from x. A graph
is a value: it is never changed, and `with_values` and `core.graph.compound` give new ones. What it computes
is the business of `core.graph.forward` and `core.graph.trace`; nothing here calls itself, so a chain may be
long.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import ArrayLike

from core.errors import GraphError, translatable
from core.graph.ops import OPERATIONS, Table
from core.graph.ops.operation import (
    MAX_DIMENSIONS,
    Number,
    Shape,
    Value,
    broadcast,
    refuse_size,
    require_size,
)
from core.words import NONE

Options = tuple[tuple[str, Number | None], ...]
"""The settings of a node: `(("axis", 0), ("keepdims", 0))`."""

INPUT = "input"
CONSTANT = "constant"

MAX_NODES = 100_000
MAX_TOTAL_ENTRIES = 20_000_000
"""How many numbers may stand on all wires together (160 MB, and as much again for the gradients)."""


def as_value(given: ArrayLike) -> Value:
    """A number as float64, an array as a float64 copy that cannot be written to."""
    array = np.array(given, dtype=np.float64)
    if array.ndim > MAX_DIMENSIONS or array.size == 0:
        raise refuse_size(array.shape)
    require_size(array.shape)
    return settle(array)


def require_room(nodes: int, most: int = MAX_NODES) -> None:
    """Nothing, unless a graph of so many nodes would be too large."""
    if nodes > most:
        template = translatable(
            "errors", "The graph has more than {limit:,} nodes, too many to trace. Take a part of it."
        )
        raise GraphError(template, limit=most)


def settle(value: Value) -> Value:
    """The result of an operation as it may be published: a float64, or an array that is read-only."""
    if value.__class__ is np.float64:
        return value
    array = np.asarray(value, dtype=np.float64)
    if array.ndim == 0:
        return np.float64(array)
    array.flags.writeable = False
    return array


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A circle in the picture.

    id         what steps, wires and gradients call it: `price`, `multiply1`, `y/exp`
    operation  a name of the table, or INPUT or CONSTANT
    operands   ids, in order, one for each wire that arrives
    value      of an input or constant; None for an input that still waits for one
    text       what a person wrote for it: a constant's digits, a name; empty where the id was made up
    place      line and column of the text that it comes from, counted from 1; (0, 0) for none
    """

    id: str
    operation: str
    operands: tuple[str, ...] = ()
    options: Options = ()
    value: Value | None = None
    text: str = ""
    place: tuple[int, int] = (0, 0)

    @property
    def is_input(self) -> bool:
        return self.operation == INPUT

    @property
    def is_constant(self) -> bool:
        return self.operation == CONSTANT

    @property
    def is_operation(self) -> bool:
        return self.operation != INPUT and self.operation != CONSTANT


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """Nodes in forward order, and the one whose value is differentiated.

    output_name is what a person called it: the output of `a = x * 2; y = a` is the node `a`, named `y`.
    opened keeps each compound node that stands open, by its id, so that it can be closed.
    index gives a node's position, operand_indices those of its operands, users the nodes that use its value.
    """

    nodes: tuple[Node, ...]
    output: str
    output_name: str = ""
    opened: Mapping[str, Node] = field(default_factory=dict)
    index: Mapping[str, int] = field(init=False, repr=False)
    operand_indices: tuple[tuple[int, ...], ...] = field(init=False, repr=False)
    users: Mapping[str, tuple[str, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        if len(self.nodes) > MAX_NODES:
            template = translatable(
                "errors", "The graph has {nodes:,} nodes; at most {limit:,} can be traced."
            )
            raise GraphError(template, nodes=len(self.nodes), limit=MAX_NODES)
        index: dict[str, int] = {}
        operand_indices = []
        users: dict[str, list[str]] = {}
        for node in self.nodes:
            # A KeyError here is a mistake in the program: an operand that does not stand before its use.
            operand_indices.append(tuple([index[operand] for operand in node.operands]))
            if node.id in index:
                raise ValueError(f"two nodes are called {node.id}")
            index[node.id] = len(index)
            users[node.id] = []
            for operand in dict.fromkeys(node.operands):
                users[operand].append(node.id)
        if self.output not in index:
            raise ValueError(f"the output {self.output} is not a node")
        object.__setattr__(self, "index", index)
        object.__setattr__(self, "operand_indices", tuple(operand_indices))
        object.__setattr__(self, "users", {name: tuple(found) for name, found in users.items()})
        if not self.output_name:
            object.__setattr__(self, "output_name", self.output)

    def node(self, node_id: str) -> Node:
        return self.nodes[self.index[node_id]]

    def __contains__(self, node_id: str) -> bool:
        return node_id in self.index

    @property
    def inputs(self) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.is_input)

    @property
    def constants(self) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.is_constant)

    @property
    def operations(self) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.is_operation)

    @property
    def missing(self) -> tuple[str, ...]:
        """The inputs that still wait for a value."""
        return tuple(node.id for node in self.inputs if node.value is None)

    def needed(self) -> list[bool]:
        """One entry for each node: whether the output depends on it (or is it)."""
        needed = [False] * len(self.nodes)
        needed[self.index[self.output]] = True
        for i in range(self.index[self.output], -1, -1):
            if needed[i]:
                for operand in self.operand_indices[i]:
                    needed[operand] = True
        return needed

    def with_values(self, values: Mapping[str, ArrayLike]) -> Graph:
        """The same graph with other values on some of its inputs."""
        given = {name: as_value(value) for name, value in values.items()}
        for name in given:
            if name in self.index and self.node(name).is_operation:
                template = translatable("errors", "`{name}` is computed, and only inputs can be set.")
                raise GraphError(template, name=name)
            if name not in self.index or not self.node(name).is_input:
                known = ", ".join(f"`{node.id}`" for node in self.inputs) or NONE
                template = translatable("errors", "There is no input `{name}` to set. Inputs: {known}.")
                raise GraphError(template, name=name, known=known)
        nodes = [replace(node, value=given[node.id]) if node.id in given else node for node in self.nodes]
        return replace(self, nodes=tuple(nodes))

    def shapes(self, table: Table = OPERATIONS) -> tuple[Shape, ...]:
        """The shape on each node, found without computing a value.

        Raises GraphError where shapes do not match (`fields["node"]`, with `line` and `column` where the
        graph comes from a text), where an array would be too large, or where an input has no value.
        """
        shapes: list[Shape] = []
        total = 0
        for node, operands in zip(self.nodes, self.operand_indices, strict=True):
            if node.operation == INPUT or node.operation == CONSTANT:
                if node.value is None:
                    template = translatable("errors", "The input `{name}` has no value yet: give it one.")
                    raise GraphError(template, name=node.id)
                shapes.append(node.value.shape)
                continue
            row = table[node.operation]
            given = [shapes[i] for i in operands]
            if row.shape is broadcast and not any(given):
                shapes.append(())
                continue
            try:
                shapes.append(require_size(row.shape(row.name, *given, **dict(node.options))))
            except GraphError as error:
                raise self._located(error, node) from None
            total += sum(map(math.prod, given))
            if total > MAX_TOTAL_ENTRIES:
                template = translatable(
                    "errors", "The arrays of this graph are too large together: above {limit:,} numbers."
                )
                raise GraphError(template, limit=MAX_TOTAL_ENTRIES)
        return tuple(shapes)

    def _located(self, error: GraphError, node: Node) -> GraphError:
        line, column = node.place
        fields = {**error.fields, "node": node.id, "line": line, "column": column}
        if not line:
            template = translatable("errors", "At `{node}`: {reason}")
        else:
            template = translatable("errors", "Line {line}: at `{node}`, column {column}: {reason}")
        return GraphError(template, reason=error, **fields)
