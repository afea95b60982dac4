"""Rows of the table: the losses, which make one number E of the outputs y or scores x of a network and the
targets t. Rows of (N, C) are examples; the loss is the mean over them. A vector (C,) is one example."""

from __future__ import annotations

import numpy as np

from core.errors import translatable
from core.graph.ops.activations import softmax
from core.graph.ops.functions import log_trouble
from core.graph.ops.operation import Formula, Operation, Shape, Value, operand, refuse_shapes

EPSILON = 1e-7
"""What the book adds inside the logarithm of the cross entropy, so that log 0 is never taken (chapter 4)."""


def _loss_shape(name: str, y: Shape, t: Shape) -> Shape:
    if y != t:
        raise refuse_shapes(name, y, t)
    return ()


def _vectors_shape(name: str, y: Shape, t: Shape) -> Shape:
    if not y:
        raise refuse_shapes(name, y, t)
    return _loss_shape(name, y, t)


def _examples(y: Value) -> float:
    """N: the number of rows."""
    return y.size / y.shape[-1] if y.ndim else 1.0


def _log_softmax(x: Value) -> Value:
    """ln softmax(x) over the last axis, without the logarithm of a number that has become 0."""
    shifted = x - np.max(x, axis=-1, keepdims=True)
    logs: Value = shifted - np.log(np.sum(np.exp(shifted), axis=-1, keepdims=True))
    return logs


def _softmax_with_loss_slope(loss: Value, x: Value, t: Value) -> Value:
    # Where a row of t adds up to 1, as probabilities do, this is (y − t) / N.
    slope: Value = (softmax(x) * np.sum(t, axis=-1, keepdims=True) - t) / _examples(x)
    return slope


def _sigmoid(x: Value) -> Value:
    y: Value = 1.0 / (1.0 + np.exp(-x))
    return y


LOSSES = (
    Operation(
        name="cross_entropy",
        symbol="Cross entropy",
        title=translatable("graph", "Cross entropy"),
        forward=lambda y, t: -np.sum(t * np.log(y + EPSILON)) / _examples(y),
        formula=Formula("E = −Σ tᵢ · ln(yᵢ + ε) / N", r"E = -\frac{1}{N} \sum t_i \ln(y_i + \varepsilon)"),
        operands=(
            operand(
                "y",
                lambda loss, y, t: -t / (y + EPSILON) / _examples(y),
                "−t/(y + ε)/N",
                r"-\frac{t}{N (y + \varepsilon)}",
                result="E",
                is_sum=True,
            ),
            operand(
                "t",
                lambda loss, y, t: -np.log(y + EPSILON) / _examples(y),
                "−ln(y + ε)/N",
                r"-\frac{\ln(y + \varepsilon)}{N}",
                result="E",
                is_sum=True,
            ),
        ),
        rule=translatable(
            "graph",
            "The cross entropy looks only at the right class: the smaller its probability y, the larger "
            "the gradient −t/y. ε = 1e−7 keeps the logarithm from 0; the book calls it delta.",
        ),
        shape=_vectors_shape,
        trouble=lambda loss, y, t: log_trouble(loss, y + EPSILON),
        parts="shift = y + 1e-7; log = log(shift); multiply = t * log; sum = sum(multiply, axis=-1); "
        "mean = mean(sum); loss = -mean",
    ),
    Operation(
        name="softmax_with_loss",
        symbol="Softmax cross entropy",
        title=translatable("graph", "Softmax cross entropy"),
        forward=lambda x, t: -np.sum(t * _log_softmax(x)) / _examples(x),
        formula=Formula(
            "E = −Σ tᵢ · ln yᵢ / N, y = softmax(x)",
            r"E = -\frac{1}{N} \sum t_i \ln y_i, \quad y = \mathrm{softmax}(x)",
        ),
        operands=(
            operand("x", _softmax_with_loss_slope, "(y − t)/N", r"\frac{y - t}{N}", result="E"),
            operand(
                "t",
                lambda loss, x, t: -_log_softmax(x) / _examples(x),
                "−ln y/N",
                r"-\frac{\ln y}{N}",
                result="E",
                is_sum=True,
            ),
        ),
        rule=translatable(
            "graph",
            "Softmax and cross entropy together send back y − t, the output minus the target, divided by "
            "the number N of examples. The book calls the two Softmax-with-Loss.",
        ),
        shape=_vectors_shape,
        parts="y = softmax(x); log = log(y); multiply = t * log; sum = sum(multiply, axis=-1); "
        "mean = mean(sum); loss = -mean",
    ),
    Operation(
        name="sigmoid_with_loss",
        symbol="Sigmoid cross entropy",
        title=translatable("graph", "Sigmoid cross entropy"),
        # ln(1 + exp(x)) − t·x is −t·ln y − (1 − t)·ln(1 − y) for y = sigmoid(x), and overflows nowhere.
        forward=lambda x, t: np.sum(np.logaddexp(0.0, x) - t * x) / _examples(x),
        formula=Formula(
            "E = −Σ (tᵢ · ln yᵢ + (1 − tᵢ) · ln(1 − yᵢ)) / N, y = sigmoid(x)",
            r"E = -\frac{1}{N} \sum \left(t_i \ln y_i + (1 - t_i) \ln(1 - y_i)\right), "
            r"\quad y = \mathrm{sigmoid}(x)",
        ),
        operands=(
            operand(
                "x",
                lambda loss, x, t: (_sigmoid(x) - t) / _examples(x),
                "(y − t)/N",
                r"\frac{y - t}{N}",
                result="E",
            ),
            operand(
                "t",
                lambda loss, x, t: -x / _examples(x),
                "−x/N",
                r"-\frac{x}{N}",
                result="E",
                is_sum=True,
            ),
        ),
        rule=translatable(
            "graph",
            "Sigmoid and binary cross entropy together send back y − t, the output minus the target, "
            "divided by the number N of examples.",
        ),
        shape=_loss_shape,
        parts="y = sigmoid(x); log = log(y); rest = 1 - y; log_rest = log(rest); right = t * log; "
        "others = 1 - t; wrong = others * log_rest; add = right + wrong; sum = sum(add, axis=-1); "
        "mean = mean(sum); loss = -mean",
    ),
    Operation(
        name="mean_squared_error",
        symbol="Squared error",
        title=translatable("graph", "Squared error"),
        forward=lambda y, t: 0.5 * np.sum((y - t) ** 2) / _examples(y),
        formula=Formula("E = ½ · Σ (yᵢ − tᵢ)² / N", r"E = \frac{1}{2N} \sum (y_i - t_i)^2"),
        operands=(
            operand(
                "y", lambda loss, y, t: (y - t) / _examples(y), "(y − t)/N", r"\frac{y - t}{N}", result="E"
            ),
            operand(
                "t", lambda loss, y, t: (t - y) / _examples(y), "(t − y)/N", r"\frac{t - y}{N}", result="E"
            ),
        ),
        rule=translatable(
            "graph",
            "The squared error sends back the error itself, y − t: the ½ cancels the 2 of the square.",
        ),
        shape=_loss_shape,
        parts="subtract = y - t; square = subtract * subtract; sum = sum(square, axis=-1); "
        "mean = mean(sum); loss = mean / 2",
    ),
)
