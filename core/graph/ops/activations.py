"""Rows of the table: the activation functions of a network."""

from __future__ import annotations

import math

import numpy as np

from core.errors import GraphError, translatable
from core.graph.ops.operation import (
    MAX_ENTRIES,
    Formula,
    Number,
    Operand,
    Operation,
    Shape,
    Value,
    operand,
    refuse_shapes,
)


def _softmax_shape(name: str, x: Shape) -> Shape:
    if not x:
        raise refuse_shapes(name, x)
    if math.prod(x) * x[-1] > MAX_ENTRIES:
        template = translatable(
            "errors",
            "The softmax of {classes} numbers has a local derivative of {classes} × {classes} entries in "
            "each row: too large to be shown. Take fewer.",
        )
        raise GraphError(template, classes=x[-1])
    return x


def softmax(x: Value) -> Value:
    """exp(x − max) / Σ exp(x − max) over the last axis: the shift cancels, and exp cannot overflow."""
    exp = np.exp(x - np.max(x, axis=-1, keepdims=True))
    y: Value = exp / np.sum(exp, axis=-1, keepdims=True)
    return y


def _softmax_jacobian(y: Value, x: Value) -> Value:
    """∂yᵢ/∂xⱼ = yᵢ(δᵢⱼ − yⱼ). y: (…, C) → (…, C, C)."""
    column = np.expand_dims(y, -1)
    return column * (np.eye(y.shape[-1]) - np.expand_dims(y, -2))


def through_jacobian(upstream: Value, local: Value, shape: Shape) -> Value:
    """∂L/∂xⱼ = Σᵢ ∂L/∂yᵢ · ∂yᵢ/∂xⱼ. upstream: (…, C), local: (…, C, C) → (…, C)."""
    product: Value = (np.expand_dims(upstream, -2) @ local)[..., 0, :]
    return product


def _leaky(x: Value, slope: Number) -> Value:
    y: Value = np.where(x > 0, x, slope * x)
    return y


def _leaky_slope(y: Value, x: Value, slope: Number) -> Value:
    local: Value = np.where(x > 0, 1.0, float(slope))
    return local


ACTIVATIONS = (
    Operation(
        name="relu",
        symbol="ReLU",
        title=translatable("graph", "ReLU"),
        forward=lambda x: np.maximum(x, 0.0),
        formula=Formula("y = max(0, x)", r"y = \max(0, x)"),
        operands=(operand("x", lambda y, x: np.heaviside(x, 0.0), "[x > 0]", "[x > 0]", result="y"),),
        rule=translatable(
            "graph", "ReLU passes the upstream gradient where its operand was above 0, and nothing elsewhere."
        ),
        kink=lambda y, x: bool(np.any(x == 0)),
        convention=translatable("graph", "ReLU has a kink at 0 and no derivative there; 0 is taken."),
    ),
    Operation(
        name="leaky_relu",
        symbol="Leaky ReLU",
        title=translatable("graph", "Leaky ReLU"),
        forward=_leaky,
        formula=Formula("y = x where x > 0, else a·x", r"y = \max(x, a x)"),
        operands=(
            operand("x", _leaky_slope, "[x > 0] + a[x ≤ 0]", r"[x > 0] + a [x \le 0]", "y", is_sum=True),
        ),
        rule=translatable(
            "graph",
            "Leaky ReLU passes the upstream gradient where its operand was above 0, and a small part of it "
            "elsewhere.",
        ),
        options={"slope": 0.01},
        kink=lambda y, x, slope: bool(np.any(x == 0)),
        convention=translatable(
            "graph", "Leaky ReLU has a kink at 0 and no derivative there; the slope below 0 is taken."
        ),
    ),
    Operation(
        name="sigmoid",
        symbol="Sigmoid",
        title=translatable("graph", "Sigmoid"),
        forward=lambda x: 1.0 / (1.0 + np.exp(-x)),
        formula=Formula("y = 1 / (1 + exp(−x))", r"y = \frac{1}{1 + e^{-x}}"),
        operands=(operand("x", lambda y, x: y * (1.0 - y), "y(1 − y)", r"y(1 - y)", result="y"),),
        rule=translatable(
            "graph", "A sigmoid multiplies the upstream gradient by y(1 − y), which is at most ¼."
        ),
        parts="negative = -x; exp = exp(negative); add = exp + 1; divide = 1 / add",
    ),
    Operation(
        name="tanh",
        symbol="tanh",
        title=translatable("graph", "Hyperbolic tangent"),
        forward=np.tanh,
        formula=Formula("y = tanh x", r"y = \tanh x"),
        operands=(operand("x", lambda y, x: 1.0 - y * y, "1 − y²", "1 - y^2", result="y", is_sum=True),),
        rule=translatable("graph", "A tanh multiplies the upstream gradient by 1 − y², which is at most 1."),
        parts="negative = -x; exp = exp(x); decay = exp(negative); subtract = exp - decay; "
        "add = exp + decay; divide = subtract / add",
    ),
    Operation(
        name="step",
        symbol="Step",
        title=translatable("graph", "Step"),
        forward=lambda x: np.heaviside(x, 0.0),
        formula=Formula("y = 1 where x > 0, else 0", r"y = [x > 0]"),
        operands=(operand("x", lambda y, x: 0.0 * y, "0", "0", result="y"),),
        rule=translatable(
            "graph", "A step is flat: it sends back 0, and nothing in front of it can learn through it."
        ),
        kink=lambda y, x: True,
        convention=translatable(
            "graph",
            "A step has no derivative at its jump and the slope 0 everywhere else: 0 is taken, and it is "
            "used forwards only.",
        ),
    ),
    Operation(
        name="softmax",
        symbol="Softmax",
        title=translatable("graph", "Softmax"),
        forward=softmax,
        formula=Formula("yᵢ = exp(xᵢ) / Σⱼ exp(xⱼ)", r"y_i = \frac{e^{x_i}}{\sum_j e^{x_j}}"),
        operands=(
            Operand(
                "x",
                _softmax_jacobian,
                Formula(
                    "∂yᵢ/∂xⱼ = yᵢ([i = j] − yⱼ)", r"\frac{\partial y_i}{\partial x_j} = y_i([i = j] - y_j)"
                ),
                Formula(
                    "∂L/∂xⱼ = Σᵢ ∂L/∂yᵢ · yᵢ([i = j] − yⱼ)",
                    r"\frac{\partial L}{\partial x_j} = \sum_i \frac{\partial L}{\partial y_i} "
                    r"\cdot y_i([i = j] - y_j)",
                ),
                through_jacobian,
            ),
        ),
        rule=translatable(
            "graph",
            "Every output of a softmax depends on every input: each input collects the upstream gradient of "
            "all outputs, each multiplied by its own local derivative.",
        ),
        shape=_softmax_shape,
        parts="max = max(x, axis=-1, keepdims=1); shift = x - max; exp = exp(shift); "
        "sum = sum(exp, axis=-1, keepdims=1); divide = exp / sum",
    ),
)
