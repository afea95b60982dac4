"""Rows of the table: products of matrices, the transpose, and Affine."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from core.errors import translatable
from core.graph.ops.operation import (
    Formula,
    Operand,
    Operation,
    Shape,
    Value,
    broadcast,
    refuse_shapes,
    unbroadcast,
)


def _matmul_shape(name: str, x: Shape, w: Shape) -> Shape:
    """(N, D) · (D, H) → (N, H); a vector counts as one row on the left, as one column on the right."""
    if not x or not w:
        raise refuse_shapes(name, x, w)
    rows, columns = (x[-2:-1], w[-1:] if len(w) > 1 else ())
    if x[-1] != (w[-2] if len(w) > 1 else w[0]):
        raise refuse_shapes(name, x, w)
    return broadcast(name, x[:-2], w[:-2]) + rows + columns


def _affine_shape(name: str, x: Shape, w: Shape, b: Shape) -> Shape:
    """(N, D) · (D, H) + (H,) → (N, H); x may be one row (D,)."""
    if len(x) not in (1, 2) or len(w) != 2 or x[-1] != w[0] or b not in ((), (1,), w[1:]):
        raise refuse_shapes(name, x, w, b)
    return (*x[:-1], w[1])


def _transposed(x: Value) -> Value:
    """Rows and columns exchanged; a vector stays as it is."""
    transposed: Value = np.swapaxes(x, -1, -2) if x.ndim > 1 else x
    return transposed


def to_left(upstream: Value, local: Value, shape: Shape) -> Value:
    """∂L/∂X = ∂L/∂Y · Wᵀ. upstream: (N, H), local: (H, D) → (N, D)."""
    product: Value
    if local.ndim == 1:
        product = np.expand_dims(upstream, -1) * local
    elif len(shape) == 1:
        product = (np.expand_dims(upstream, -2) @ local)[..., 0, :]
    else:
        product = np.matmul(upstream, local)
    return unbroadcast(product, shape)


def to_right(upstream: Value, local: Value, shape: Shape) -> Value:
    """∂L/∂W = Xᵀ · ∂L/∂Y. local: (D, N), upstream: (N, H) → (D, H)."""
    product: Value
    if local.ndim == 1 and len(shape) == 1:
        product = upstream * local
    elif local.ndim == 1:
        product = np.expand_dims(local, -1) * np.expand_dims(upstream, -2)
    elif len(shape) == 1:
        product = (local @ np.expand_dims(upstream, -1))[..., 0]
    else:
        product = np.matmul(local, upstream)
    return unbroadcast(product, shape)


def _matrix_operand(
    name: str, derivative: Callable[..., Value], text: str, latex: str, upstream_first: bool
) -> Operand:
    """X or W of Y = X · W: upstream gradient and the other factor, transposed, in the order that fits."""
    up, up_latex = "∂L/∂Y", r"\frac{\partial L}{\partial Y}"
    factors = (up, text) if upstream_first else (text, up)
    factors_latex = (up_latex, latex) if upstream_first else (latex, up_latex)
    return Operand(
        name,
        derivative,
        Formula(f"∂Y/∂{name}: {text}", rf"\frac{{\partial Y}}{{\partial {name}}}: {latex}"),
        Formula(
            f"∂L/∂{name} = {factors[0]} · {factors[1]}",
            rf"\frac{{\partial L}}{{\partial {name}}} = {factors_latex[0]} \cdot {factors_latex[1]}",
        ),
        to_left if upstream_first else to_right,
    )


MATRICES = (
    Operation(
        name="matmul",
        symbol="dot",
        title=translatable("graph", "Matrix product"),
        forward=lambda x, w: x @ w,
        formula=Formula("Y = X · W", r"Y = X \cdot W"),
        operands=(
            _matrix_operand("X", lambda y, x, w: _transposed(w), "Wᵀ", r"W^{\top}", upstream_first=True),
            _matrix_operand("W", lambda y, x, w: _transposed(x), "Xᵀ", r"X^{\top}", upstream_first=False),
        ),
        rule=translatable(
            "graph",
            "A matrix product passes the upstream gradient to each factor, multiplied by the other factor "
            "transposed, on the side where the shapes fit.",
        ),
        written="{0} @ {1}",
        shape=_matmul_shape,
    ),
    Operation(
        name="transpose",
        symbol="T",
        title=translatable("graph", "Transpose"),
        forward=np.transpose,
        formula=Formula("Y = Xᵀ", r"Y = X^{\top}"),
        operands=(
            Operand(
                "X",
                lambda y, x: np.float64(1.0),
                Formula("∂yⱼᵢ/∂xᵢⱼ = 1", r"\frac{\partial y_{ji}}{\partial x_{ij}} = 1"),
                Formula(
                    "∂L/∂X = (∂L/∂Y)ᵀ",
                    r"\frac{\partial L}{\partial X} = \left(\frac{\partial L}{\partial Y}\right)^{\top}",
                ),
                lambda upstream, local, shape: np.transpose(upstream * local),
            ),
        ),
        rule=translatable("graph", "A transpose sends the upstream gradient back transposed."),
        shape=lambda name, x: x[::-1],
    ),
    Operation(
        name="affine",
        symbol="Affine",
        title=translatable("graph", "Affine"),
        forward=lambda x, w, b: x @ w + b,
        formula=Formula("Y = X · W + B", r"Y = X \cdot W + B"),
        operands=(
            _matrix_operand("X", lambda y, x, w, b: _transposed(w), "Wᵀ", r"W^{\top}", upstream_first=True),
            _matrix_operand("W", lambda y, x, w, b: _transposed(x), "Xᵀ", r"X^{\top}", upstream_first=False),
            Operand(
                "B",
                lambda y, x, w, b: np.float64(1.0),
                Formula("∂Y/∂B = 1", r"\frac{\partial Y}{\partial B} = 1"),
                Formula(
                    "∂L/∂B = Σₙ ∂L/∂yₙ",
                    r"\frac{\partial L}{\partial B} = \sum_n \frac{\partial L}{\partial y_n}",
                ),
            ),
        ),
        rule=translatable(
            "graph",
            "Affine multiplies the upstream gradient by Wᵀ for its input and Xᵀ by it for its weights; the "
            "bias, which every row of the batch uses, receives the sum over the rows.",
        ),
        shape=_affine_shape,
        parts="matmul = X @ W; add = matmul + B",
    ),
)
