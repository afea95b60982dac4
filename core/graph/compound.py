"""Opening a compound node into its parts, and closing it again.

A row of the table may say what it is made of (`Operation.parts`). Opening `y = sigmoid(x)` puts `y/negative`,
`y/exp`, `y/add` in front of a division that keeps the name `y`: every other node and wire stays what it was,
so a picture has no reason to move them, and the output and all gradients are the same to rounding. Where a
function of the parts overflows (exp(−x) for x below −709) the opened graph overflows too, and says so.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.errors import GraphError, translatable
from core.graph.builder import GraphBuilder
from core.graph.expression import parse
from core.graph.graph import Graph, Node
from core.graph.ops import OPERATIONS
from core.graph.ops.operation import Array
from core.graph.trace import Trace

SEPARATOR = "/"
"""Stands between a compound's id and the names of its parts; no name in an expression has it."""


def can_open(graph: Graph, node_id: str) -> bool:
    row = OPERATIONS.get(graph.node(node_id).operation)
    return row is not None and bool(row.parts)


def open_node(graph: Graph, node_id: str) -> Graph:
    """The graph with the compound node in its parts. The last part keeps the compound's id."""
    node = graph.node(node_id)
    if not can_open(graph, node_id):
        template = translatable("errors", "`{node}` is not made of parts: {operation} is a single operation.")
        raise GraphError(template, node=node_id, operation=node.operation)
    at = graph.index[node_id]
    nodes = (*graph.nodes[:at], *_parts(node), *graph.nodes[at + 1 :])
    return replace(graph, nodes=nodes, opened={**graph.opened, node_id: node})


def close_node(graph: Graph, node_id: str) -> Graph:
    """The graph with an opened compound node whole again, whatever was opened inside it."""
    if node_id not in graph.opened:
        template = translatable("errors", "`{node}` is not open.")
        raise GraphError(template, node=node_id)
    inside = node_id + SEPARATOR
    nodes = tuple(
        graph.opened[node_id] if node.id == node_id else node
        for node in graph.nodes
        if not node.id.startswith(inside)
    )
    opened = {
        name: node for name, node in graph.opened.items() if name != node_id and not name.startswith(inside)
    }
    return replace(graph, nodes=nodes, opened=opened)


def parts_of(graph: Graph, node_id: str) -> tuple[str, ...]:
    """The nodes that an opened compound consists of, in order, the last of which has its id."""
    inside = node_id + SEPARATOR
    return tuple(node.id for node in graph.nodes if node.id.startswith(inside) or node.id == node_id)


def _parts(compound: Node) -> list[Node]:
    """The nodes of a compound's parts, with ids below its own."""
    row = OPERATIONS[compound.operation]
    parts = parse(row.parts)
    ids = {operand.name: source for operand, source in zip(row.operands, compound.operands, strict=True)}
    nodes = []
    for node in parts.nodes:
        if node.is_input:
            continue
        is_last = node.id == parts.output
        ids[node.id] = compound.id if is_last else compound.id + SEPARATOR + node.id
        operands = tuple(ids[operand] for operand in node.operands)
        nodes.append(replace(node, id=ids[node.id], operands=operands, place=compound.place))
    return nodes


def affine_output(trace: Trace, node_id: str, row: int, column: int, largest: int | None = None) -> Graph:
    """One output of an Affine node as a graph of scalars: z[n, j] = Σᵢ x[n, i] · W[i, j] + b[j].

    row: n, which is 0 where x is a single vector; column: j. Also for a matrix product, which has no bias.
    largest: show only so many products, those that count most, and the sum of the others as one input. Trace
    it with `upstream=` the gradient of that output to see its part of ∂L/∂x, ∂L/∂W and ∂L/∂b.
    """
    node = trace.graph.node(node_id)
    if node.operation not in ("affine", "matmul"):
        template = translatable("errors", "`{node}` is not an Affine node: it has no products to show.")
        raise GraphError(template, node=node_id)
    x = _matrix(trace, node.operands[0], (1, -1))
    w = _matrix(trace, node.operands[1], (-1, 1))
    if not 0 <= row < x.shape[0] or not 0 <= column < w.shape[1]:
        template = translatable(
            "errors", "`{node}` has no output [{row}, {column}]: it has {rows} rows and {columns} columns."
        )
        fields = {"row": row, "column": column, "rows": x.shape[0], "columns": w.shape[1]}
        raise GraphError(template, node=node_id, **fields)
    names = node.operands
    products = x[row] * w[:, column]
    order = sorted(range(len(products)), key=lambda i: -abs(products[i]))
    shown = sorted(order if largest is None else order[:largest])
    builder = GraphBuilder()
    terms = []
    for i in shown:
        factor = builder.input(f"{names[0]}[{row},{i}]", x[row, i])
        weight = builder.input(f"{names[1]}[{i},{column}]", w[i, column])
        terms.append(builder.apply("multiply", factor, weight, name=f"product[{i}]"))
    hidden = set(range(len(products))).difference(shown)
    if hidden:
        terms.append(builder.input(f"other {len(hidden)} products", products[sorted(hidden)].sum()))
    if node.operation == "affine":
        bias = trace.values[names[2]].reshape(-1)
        terms.append(builder.input(f"{names[2]}[{column}]", bias[column if bias.size > 1 else 0]))
    output = builder.apply("total", *terms, name=f"{node_id}[{row},{column}]")
    return builder.build(output)


def _matrix(trace: Trace, node_id: str, vector_as: tuple[int, int]) -> Array:
    """A factor of a matrix product as a matrix: a vector is one row on the left, one column on the right."""
    value = np.asarray(trace.values[node_id])
    if value.ndim > 2:
        template = translatable("errors", "`{node}` has more than two axes: choose a matrix product.")
        raise GraphError(template, node=node_id)
    return value if value.ndim == 2 else value.reshape(vector_as)
