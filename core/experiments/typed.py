"""A function of one or two numbers that a person has typed, with its exact gradient by backpropagation.

The text is an expression of the graph (`core.graph.expression`). What works entry by entry is allowed, so
that one call computes the function on a whole grid; sums over entries and matrix products are refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import ExpressionError, translatable
from core.graph.expression import parse
from core.graph.graph import Graph
from core.graph.ops import OPERATIONS
from core.graph.ops.operation import broadcast
from core.graph.trace import BackwardStep, trace_graph

MOST_OPERATIONS = 60


@dataclass(frozen=True, slots=True, eq=False)
class TypedFunction:
    """f(x), or f(x, y): `names` has the one name, or both. A point of two coordinates has them on its first
    axis, as in `core.calculus.functions`; without the second name a point is each number given."""

    text: str
    names: tuple[str, ...]
    graph: Graph

    def value(self, point: Any) -> Any:
        """f at each point, in the float type of the point. Where f is undefined: nan or inf."""
        coordinates = self._coordinates(point)
        given = dict(zip(self.names, coordinates, strict=True))
        kind = coordinates[0].dtype.type
        values: list[Any] = []
        with np.errstate(all="ignore"):
            for node, operands in zip(self.graph.nodes, self.graph.operand_indices, strict=True):
                if node.is_operation:
                    forward = OPERATIONS[node.operation].forward
                    values.append(forward(*(values[i] for i in operands), **dict(node.options)))
                else:
                    values.append(given[node.id] if node.value is None else kind(node.value))
        value = values[self.graph.index[self.graph.output]]
        return value if np.ndim(value) else np.broadcast_to(value, coordinates[0].shape)[()]

    def gradient(self, point: Any) -> Any:
        """∂f/∂ each coordinate, in the shape of the point, float64."""
        coordinates = self._coordinates(point)
        given = {
            name: np.float64(at) if at.ndim == 0 else at
            for name, at in zip(self.names, coordinates, strict=True)
            if name in self.graph
        }
        trace = trace_graph(self.graph.with_values(given))
        slopes = [
            np.broadcast_to(trace.gradient(name) if name in given else 0.0, coordinates[0].shape)
            for name in self.names
        ]
        return np.array(slopes) if len(self.names) > 1 else np.array(slopes[0])[()]

    def at_kink(self, point: float) -> bool:
        """Whether there is no derivative at this one point, so that the gradient follows a convention."""
        trace = trace_graph(self.graph.with_values({self.names[0]: point}))
        return any(isinstance(step, BackwardStep) and bool(step.convention) for step in trace.steps)

    def _coordinates(self, point: Any) -> tuple[NDArray[np.floating[Any]], ...]:
        parts = point if len(self.names) > 1 else (point,)
        return tuple(_floats(part) for part in parts)


def _floats(part: Any) -> NDArray[np.floating[Any]]:
    array = np.asarray(part)
    return array if array.dtype.kind == "f" else array.astype(np.float64)


@lru_cache(maxsize=128)
def typed_function(text: str, names: tuple[str, ...]) -> TypedFunction:
    """The function of this text. ExpressionError (a LabError) says what is wrong with it."""
    graph = parse(text)
    for node in graph.nodes:
        if node.is_operation and OPERATIONS[node.operation].shape is not broadcast:
            template = translatable(
                "errors", "“{name}” mixes several numbers. Here f is computed for each number by itself."
            )
            raise _fault(template, node.place, name=node.operation)
        if node.value is not None and np.ndim(node.value):
            template = translatable("errors", "An array cannot stand here: write f with numbers.")
            raise _fault(template, node.place)
    strange = [name for name in graph.missing if name not in names]
    if strange:
        template = translatable("errors", "“{name}” has no value here: f may use {known}.")
        known = _listed(names)
        raise _fault(template, graph.node(strange[0]).place, name=strange[0], known=known)
    given = [node.id for node in graph.inputs if node.id in names and node.value is not None]
    if given:
        template = translatable("errors", "“{name}” takes every value here: do not give it one.")
        raise _fault(template, graph.node(given[0]).place, name=given[0])
    if len(graph.operations) > MOST_OPERATIONS:
        template = translatable("errors", "f has {count} operations, and {limit} are the limit.")
        raise _fault(template, (1, 1), count=len(graph.operations), limit=MOST_OPERATIONS)
    return TypedFunction(text, names, graph)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)


def _fault(template: str, place: tuple[int, int], **fields: object) -> ExpressionError:
    return ExpressionError(template, line=place[0], column=place[1], **fields)
