"""Rows of the table: sums, differences, products, quotients, powers."""

from __future__ import annotations

import numpy as np

from core.errors import translatable
from core.graph.ops.operation import Formula, Operation, Value, operand

DIVISION_BY_ZERO = translatable("graph", "A division by 0: the quotient grows without limit.")
ZERO_BY_ZERO = translatable("graph", "0 ÷ 0 has no value.")
NEGATIVE_BASE = translatable("graph", "A negative number has no real power with a fractional exponent.")


def _divide_trouble(z: Value, x: Value, y: Value) -> str | None:
    if np.any((y == 0) & (x == 0)):
        return ZERO_BY_ZERO
    return DIVISION_BY_ZERO if np.any(y == 0) else None


def _power_trouble(z: Value, x: Value, y: Value) -> str | None:
    if np.any((x == 0) & (y < 0)):
        return DIVISION_BY_ZERO
    return NEGATIVE_BASE if np.any(np.isnan(z)) else None


def _power_slope(z: Value, x: Value, y: Value) -> Value:
    # y = 0 first: 0 · 0^(−1) would be nan, though the constant x⁰ = 1 has the slope 0.
    slope: Value = np.where(y == 0, 0.0, y * x ** (y - 1.0))
    return slope


def _exponent_slope(z: Value, x: Value, y: Value) -> Value:
    # 0^y is 0 on both sides of every y > 0, although 0 · ln 0 is nan.
    slope: Value = np.where((x == 0) & (y >= 0), 0.0, z * np.log(x))
    return slope


ARITHMETIC = (
    Operation(
        name="add",
        symbol="+",
        title=translatable("graph", "Sum"),
        forward=lambda x, y: x + y,
        formula=Formula("z = x + y", "z = x + y"),
        operands=(
            operand("x", lambda z, x, y: np.float64(1.0), "1", "1"),
            operand("y", lambda z, x, y: np.float64(1.0), "1", "1"),
        ),
        rule=translatable("graph", "A sum passes the upstream gradient on to each term unchanged."),
        written="{0} + {1}",
    ),
    Operation(
        name="subtract",
        symbol="−",
        title=translatable("graph", "Difference"),
        forward=lambda x, y: x - y,
        formula=Formula("z = x − y", "z = x - y"),
        operands=(
            operand("x", lambda z, x, y: np.float64(1.0), "1", "1"),
            operand("y", lambda z, x, y: np.float64(-1.0), "−1", "-1", is_sum=True),
        ),
        rule=translatable(
            "graph",
            "A difference passes the upstream gradient to the first term unchanged, to the second "
            "with its sign reversed.",
        ),
        written="{0} − {1}",
    ),
    Operation(
        name="multiply",
        symbol="×",
        title=translatable("graph", "Product"),
        forward=lambda x, y: x * y,
        formula=Formula("z = x · y", r"z = x \cdot y"),
        operands=(
            operand("x", lambda z, x, y: y, "y", "y"),
            operand("y", lambda z, x, y: x, "x", "x"),
        ),
        rule=translatable(
            "graph",
            "A product passes the upstream gradient to each factor, multiplied by the other factor.",
        ),
        written="{0} × {1}",
    ),
    Operation(
        name="divide",
        symbol="÷",
        title=translatable("graph", "Quotient"),
        forward=lambda x, y: x / y,
        formula=Formula("z = x / y", r"z = \frac{x}{y}"),
        operands=(
            operand("x", lambda z, x, y: 1.0 / y, "1/y", r"\frac{1}{y}"),
            operand("y", lambda z, x, y: -z / y, "−x/y²", r"-\frac{x}{y^2}", is_sum=True),
        ),
        rule=translatable(
            "graph",
            "A quotient passes the upstream gradient to the numerator divided by the denominator, and to "
            "the denominator multiplied by −x/y².",
        ),
        written="{0} ÷ {1}",
        trouble=_divide_trouble,
    ),
    Operation(
        name="negative",
        symbol="×(−1)",
        title=translatable("graph", "Negation"),
        forward=lambda x: -x,
        formula=Formula("z = −x", "z = -x"),
        operands=(operand("x", lambda z, x: np.float64(-1.0), "−1", "-1", is_sum=True),),
        rule=translatable("graph", "A negation sends the upstream gradient back with its sign reversed."),
        written="−{0}",
    ),
    Operation(
        name="power",
        symbol="^",
        title=translatable("graph", "Power"),
        forward=lambda x, y: x**y,
        formula=Formula("z = x^y", "z = x^y"),
        operands=(
            operand("x", _power_slope, "y · x^(y−1)", r"y \cdot x^{y-1}"),
            operand("y", _exponent_slope, "x^y · ln x", r"x^y \cdot \ln x"),
        ),
        rule=translatable(
            "graph",
            "A power passes the upstream gradient to its base multiplied by y·x^(y−1), and to its "
            "exponent multiplied by x^y·ln x.",
        ),
        written="{0} ^ {1}",
        trouble=_power_trouble,
    ),
    Operation(
        name="total",
        symbol="Σ",
        title=translatable("graph", "Sum of many"),
        forward=lambda *xs: sum(xs[1:], start=xs[0]),
        formula=Formula("z = x₁ + x₂ + …", r"z = x_1 + x_2 + \cdots"),
        operands=(operand("x", lambda z, *xs: np.float64(1.0), "1", "1", letter=Formula("xᵢ", "x_i")),),
        rule=translatable("graph", "A sum passes the upstream gradient on to each term unchanged."),
        written="+",
        variadic=True,
    ),
)
