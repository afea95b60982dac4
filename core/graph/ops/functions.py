"""Rows of the table: functions of one number, entry by entry, and the larger of two."""

from __future__ import annotations

import numpy as np

from core.errors import translatable
from core.graph.ops.operation import Formula, Operation, Value, operand

EXP_OVERFLOW = translatable(
    "graph", "exp of a number above 709.78 is larger than float64 can hold (1.8e308)."
)
LOG_OF_ZERO = translatable("graph", "The logarithm of 0 is −∞.")
LOG_OF_NEGATIVE = translatable("graph", "A negative number has no real logarithm.")
ROOT_OF_NEGATIVE = translatable("graph", "A negative number has no real square root.")


def log_trouble(z: Value, x: Value) -> str | None:
    return LOG_OF_NEGATIVE if np.any(x < 0) else LOG_OF_ZERO


def _larger(x: Value, y: Value) -> Value:
    """1 where x is larger than y, 0 where it is smaller, ½ where they are equal."""
    share: Value = np.heaviside(x - y, 0.5)
    return share


FUNCTIONS = (
    Operation(
        name="exp",
        symbol="exp",
        title=translatable("graph", "Exponential"),
        forward=np.exp,
        formula=Formula("y = exp(x)", r"y = e^x"),
        operands=(operand("x", lambda y, x: y, "exp(x)", "e^x", result="y"),),
        rule=translatable(
            "graph", "exp is its own derivative: the upstream gradient is multiplied by exp(x)."
        ),
        trouble=lambda y, x: EXP_OVERFLOW,
    ),
    Operation(
        name="log",
        symbol="log",
        title=translatable("graph", "Natural logarithm"),
        forward=np.log,
        formula=Formula("y = ln x", r"y = \ln x"),
        operands=(operand("x", lambda y, x: 1.0 / x, "1/x", r"\frac{1}{x}", result="y"),),
        rule=translatable("graph", "A logarithm divides the upstream gradient by its operand."),
        trouble=log_trouble,
    ),
    Operation(
        name="sqrt",
        symbol="√",
        title=translatable("graph", "Square root"),
        forward=np.sqrt,
        formula=Formula("y = √x", r"y = \sqrt{x}"),
        operands=(operand("x", lambda y, x: 0.5 / y, "1/(2√x)", r"\frac{1}{2\sqrt{x}}", result="y"),),
        rule=translatable("graph", "A square root divides the upstream gradient by twice the root."),
        trouble=lambda y, x: ROOT_OF_NEGATIVE,
    ),
    Operation(
        name="sin",
        symbol="sin",
        title=translatable("graph", "Sine"),
        forward=np.sin,
        formula=Formula("y = sin x", r"y = \sin x"),
        operands=(operand("x", lambda y, x: np.cos(x), "cos x", r"\cos x", result="y"),),
        rule=translatable("graph", "A sine multiplies the upstream gradient by the cosine."),
    ),
    Operation(
        name="cos",
        symbol="cos",
        title=translatable("graph", "Cosine"),
        forward=np.cos,
        formula=Formula("y = cos x", r"y = \cos x"),
        operands=(operand("x", lambda y, x: -np.sin(x), "−sin x", r"-\sin x", result="y", is_sum=True),),
        rule=translatable("graph", "A cosine multiplies the upstream gradient by minus the sine."),
    ),
    Operation(
        name="abs",
        symbol="|x|",
        title=translatable("graph", "Absolute value"),
        forward=np.abs,
        formula=Formula("y = |x|", r"y = \left|x\right|"),
        operands=(operand("x", lambda y, x: np.sign(x), "sign(x)", r"\mathrm{sign}(x)", result="y"),),
        rule=translatable(
            "graph", "An absolute value passes the upstream gradient on, with its sign reversed where x < 0."
        ),
        written="|{0}|",
        kink=lambda y, x: bool(np.any(x == 0)),
        convention=translatable("graph", "|x| has a kink at 0 and no derivative there; 0 is taken."),
    ),
    Operation(
        name="maximum",
        symbol="max",
        title=translatable("graph", "Larger of two"),
        forward=np.maximum,
        formula=Formula("z = max(x, y)", r"z = \max(x, y)"),
        operands=(
            operand("x", lambda z, x, y: _larger(x, y), "[x > y]", r"[x > y]"),
            operand("y", lambda z, x, y: _larger(y, x), "[y > x]", r"[y > x]"),
        ),
        rule=translatable(
            "graph", "The larger operand receives the whole upstream gradient, the smaller one nothing."
        ),
        kink=lambda z, x, y: bool(np.any(x == y)),
        convention=translatable(
            "graph", "Where both are equal the derivative does not exist; each is given half."
        ),
    ),
)
