"""What every node of a graph is worth: the forward pass alone, in the order of the nodes.

Numbers follow IEEE 754, so that 1/0 is inf and log(−1) nan and nothing stops; saying so is the trace's part.
No gradient is known here, which is why central differences are made with this.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.graph.graph import Graph, settle
from core.graph.ops import OPERATIONS, Table
from core.graph.ops.operation import Value


def forward_values(graph: Graph, table: Table = OPERATIONS) -> list[Value]:
    """One value for each node, in the graph's order. The shapes are taken to fit (`Graph.shapes`)."""
    values: list[Value] = []
    with np.errstate(all="ignore"):
        for node, operands in zip(graph.nodes, graph.operand_indices, strict=True):
            if node.value is not None:
                values.append(node.value)
                continue
            forward = table[node.operation].forward
            given = [values[i] for i in operands]
            value = forward(*given, **dict(node.options)) if node.options else forward(*given)
            values.append(value if value.__class__ is np.float64 else settle(value))
    return values


def downstream(graph: Graph, start: int) -> list[int]:
    """The positions of the nodes that change with node `start` and that the output depends on, in order."""
    needed = graph.needed()
    touched = [False] * len(graph.nodes)
    touched[start] = True
    found = []
    for i in range(start + 1, graph.index[graph.output] + 1):
        if needed[i]:
            for operand in graph.operand_indices[i]:
                if touched[operand]:
                    touched[i] = True
                    found.append(i)
                    break
    return found


def output_with(
    graph: Graph, values: Sequence[Value], start: int, value: Value, path: Sequence[int], table: Table
) -> Value:
    """The output if node `start` had another value: only `path`, what lies downstream, is computed anew."""
    changed: dict[int, Value] = {start: value}
    output = graph.index[graph.output]
    with np.errstate(all="ignore"):
        for i in path:
            node = graph.nodes[i]
            given = [changed[k] if k in changed else values[k] for k in graph.operand_indices[i]]
            changed[i] = settle(table[node.operation].forward(*given, **dict(node.options)))
    return changed[output] if output in changed else values[output]
