"""Rows of the table: the sum, the mean and the largest of an array's entries."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from core.errors import GraphError, translatable
from core.graph.ops.operation import Formula, Number, Operand, Operation, Shape, Value, operand, shape_words

OVER_AN_AXIS = {"axis": None, "keepdims": 0}
"""Settings of `sum`, `mean` and `max`, as in NumPy: no axis means all entries, as one number."""


def _reduced_shape(name: str, x: Shape, axis: Number | None, keepdims: Number) -> Shape:
    if axis is None:
        return (1,) * len(x) if keepdims else ()
    if not isinstance(axis, int) or not -max(len(x), 1) <= axis < max(len(x), 1):
        template = translatable("errors", "{operation} has no axis {axis} to go along in {shape}.")
        raise GraphError(template, operation=name, axis=axis, shape=shape_words(x))
    kept = list(x)
    if x:
        kept[axis : axis + 1 or None] = [1] if keepdims else []
    return tuple(kept)


def _spread(upstream: Value, local: Value, shape: Shape, axis: int | None, keepdims: Number) -> Value:
    """Hand each sum's gradient to all entries that were added up, times the local derivative."""
    if axis is not None and not keepdims and shape:
        upstream = np.expand_dims(upstream, axis)
    spread: Value = np.broadcast_to(upstream * local, shape)
    return spread


def _mean(x: Value, axis: int | None, keepdims: Number) -> Value:
    """The sum of n entries by n. `np.mean` refuses the axis 0 of a single number, which sum and max take."""
    total: Value = np.sum(x, axis=axis, keepdims=bool(keepdims))
    return total / (x.size / total.size)


def _share_of_largest(y: Value, x: Value, axis: int | None, keepdims: Number) -> Value:
    """1 at the largest entry, 0 elsewhere; where several are largest they share the 1."""
    largest = x == np.max(x, axis=axis, keepdims=True)
    share: Value = largest / np.sum(largest, axis=axis, keepdims=True)
    return share


def _several_largest(y: Value, x: Value, axis: int | None, keepdims: Number) -> bool:
    largest = x == np.max(x, axis=axis, keepdims=True)
    return bool(np.any(np.sum(largest, axis=axis) > 1))


def _entry(derivative: Callable[..., Value], text: str, latex: str) -> Operand:
    """The array x whose entries xᵢ are added up or compared."""
    return operand("x", derivative, text, latex, "y", letter=Formula("xᵢ", "x_i"), pull=_spread)


REDUCTIONS = (
    Operation(
        name="sum",
        symbol="Σ",
        title=translatable("graph", "Sum of the entries"),
        forward=lambda x, axis, keepdims: np.sum(x, axis=axis, keepdims=bool(keepdims)),
        formula=Formula("y = Σᵢ xᵢ", r"y = \sum_i x_i"),
        operands=(_entry(lambda y, x, axis, keepdims: np.float64(1.0), "1", "1"),),
        rule=translatable(
            "graph", "A sum hands the upstream gradient unchanged to every entry that it added."
        ),
        shape=_reduced_shape,
        options=OVER_AN_AXIS,
    ),
    Operation(
        name="mean",
        symbol="mean",
        title=translatable("graph", "Mean of the entries"),
        forward=_mean,
        formula=Formula("y = Σᵢ xᵢ / n", r"y = \frac{1}{n} \sum_i x_i"),
        operands=(_entry(lambda y, x, axis, keepdims: np.float64(y.size / x.size), "1/n", r"\frac{1}{n}"),),
        rule=translatable("graph", "A mean hands every entry the same share, 1/n, of the upstream gradient."),
        shape=_reduced_shape,
        options=OVER_AN_AXIS,
    ),
    Operation(
        name="max",
        symbol="max",
        title=translatable("graph", "Largest entry"),
        forward=lambda x, axis, keepdims: np.max(x, axis=axis, keepdims=bool(keepdims)),
        formula=Formula("y = maxᵢ xᵢ", r"y = \max_i x_i"),
        operands=(_entry(_share_of_largest, "[xᵢ = y]", "[x_i = y]"),),
        rule=translatable(
            "graph", "The largest entry receives the whole upstream gradient, the others nothing."
        ),
        shape=_reduced_shape,
        options=OVER_AN_AXIS,
        kink=_several_largest,
        convention=translatable(
            "graph", "Where several entries are the largest the derivative does not exist; they share it."
        ),
    ),
)
