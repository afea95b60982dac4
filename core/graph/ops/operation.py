"""What one row of the table of operations holds, and the few shapes and products that rows share.

A row states an operation once: how it is computed, its local derivatives, how it is written, and the
sentence that explains its way back. The rows themselves are in the other files of this package; nothing
here runs a graph.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from core.errors import GraphError, Remark, translatable

Array = NDArray[np.float64]
Value = np.float64 | Array
"""What stands on a wire: a float64 number, or an array of them that nobody writes to."""

Shape = tuple[int, ...]
Number = int | float

MAX_ENTRIES = 4_000_000
"""The largest array that may stand on a wire (32 MB)."""

MAX_DIMENSIONS = 8


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula twice: `text` in plain Unicode for tables and screen readers, `latex` for typesetting."""

    text: str
    latex: str


def shape_text(shape: Shape) -> str:
    """(2, 3), and for a number: a number."""
    return f"({', '.join(map(str, shape))}{',' if len(shape) == 1 else ''})" if shape else "a number"


def shape_words(shape: Shape) -> str | Remark:
    """The shape as a sentence of an error has it."""
    return shape_text(shape) if shape else Remark(translatable("errors", "a number"))


def refuse_shapes(operation: str, *shapes: Shape) -> GraphError:
    template = translatable("errors", "Shapes that do not match: {operation} cannot take {shapes}.")
    both = translatable("errors", "{first} and {second}")
    words = [shape_words(shape) for shape in shapes]
    listed = reduce(lambda first, second: Remark(both, {"first": first, "second": second}), words)
    return GraphError(template, operation=operation, shapes=listed)


def refuse_size(shape: Shape) -> GraphError:
    template = translatable(
        "errors",
        "An array of shape {shape} is too large for a graph: at most {limit:,} numbers stand on one wire.",
    )
    return GraphError(template, shape=shape_text(shape), limit=MAX_ENTRIES)


def require_size(shape: Shape) -> Shape:
    """`shape`, unless an array of it would be too large."""
    if math.prod(shape) > MAX_ENTRIES:
        raise refuse_size(shape)
    return shape


def broadcast(operation: str, *shapes: Shape, **options: Number | None) -> Shape:
    """The shape of an operation that works entry by entry, by NumPy's broadcasting."""
    first = shapes[0]
    for shape in shapes:
        if shape != first:
            break
    else:
        return first
    try:
        return np.broadcast_shapes(*shapes)
    except ValueError:
        raise refuse_shapes(operation, *shapes) from None


def unbroadcast(gradient: Value, shape: Shape) -> Value:
    """Sum a gradient over the axes along which the operand of `shape` was repeated.

    A value that broadcasting used many times receives one contribution from each use.
    """
    if gradient.shape == shape:
        return gradient
    extra = gradient.ndim - len(shape)
    repeated = tuple(i for i in range(gradient.ndim) if i < extra or shape[i - extra] != gradient.shape[i])
    summed: Value = np.sum(gradient, axis=repeated).reshape(shape)
    return summed


def elementwise(upstream: Value, local: Value, shape: Shape, **options: Number | None) -> Value:
    """downstream = upstream · local, entry by entry, summed back to the operand's shape."""
    return unbroadcast(upstream * local, shape)


@dataclass(frozen=True, slots=True)
class Operand:
    """One operand of an operation, and how a gradient reaches it.

    derivative(z, *operands, **options): the local derivative ∂z/∂x, as it is shown.
    pull(upstream, local, shape, **options): the product of upstream gradient and local derivative, in the
    operand's shape. Everything that a trace sends back is made by these two.
    slope: ∂z/∂x = …; gradient: ∂L/∂x = ∂L/∂z · ….
    """

    name: str
    derivative: Callable[..., Value]
    slope: Formula
    gradient: Formula
    pull: Callable[..., Value] = elementwise


def operand(
    name: str,
    derivative: Callable[..., Value],
    text: str,
    latex: str,
    result: str = "z",
    letter: Formula | None = None,
    is_sum: bool = False,
    pull: Callable[..., Value] = elementwise,
) -> Operand:
    """An operand whose gradient is the upstream gradient times its local derivative, entry by entry.

    text, latex: the local derivative; is_sum: it needs brackets as a factor. result: the letter of the
    operation's value. letter: how the operand stands in formulas, if not as its name.
    """
    x = letter or Formula(name, name)
    over, over_latex = f"∂{result}/∂{x.text}", rf"\frac{{\partial {result}}}{{\partial {x.latex}}}"
    down, down_latex = f"∂L/∂{x.text}", rf"\frac{{\partial L}}{{\partial {x.latex}}}"
    up, up_latex = f"∂L/∂{result}", rf"\frac{{\partial L}}{{\partial {result}}}"
    factor, factor_latex = (f"({text})", rf"\left({latex}\right)") if is_sum else (text, latex)
    slope = Formula(f"{over} = {text}", f"{over_latex} = {latex}")
    gradient = Formula(f"{down} = {up} · {factor}", rf"{down_latex} = {up_latex} \cdot {factor_latex}")
    return Operand(name, derivative, slope, gradient, pull)


@dataclass(frozen=True, slots=True)
class Operation:
    """One row of the table.

    name        as functions are called in an expression
    symbol      what stands in the node
    title       its name on screen (translatable, context "graph")
    forward     forward(*operands, **options) → value
    formula     z = … in the letters of the operands
    operands    one for each; a variadic operation repeats its only one
    rule        the sentence that explains the way back (translatable)
    written     how an application is written: "{0} + {1}"; empty: name({0}, {1})
    shape       shape(name, *shapes, **options) → shape of the value, or a GraphError with the shapes
    options     the settings it has, each with the value it takes where none is given
    trouble     trouble(z, *operands, **options): why z is not finite though the operands are, or nothing
    kink        kink(z, *operands, **options): whether the derivative does not exist here
    convention  the sentence that says what is taken there (translatable)
    parts       the operation in simpler ones, in the language of expressions and the operands' names;
                its last statement must not itself have parts
    """

    name: str
    symbol: str
    title: str
    forward: Callable[..., Value]
    formula: Formula
    operands: tuple[Operand, ...]
    rule: str
    written: str = ""
    shape: Callable[..., Shape] = broadcast
    variadic: bool = False
    options: Mapping[str, Number | None] = field(default_factory=lambda: MappingProxyType({}))
    trouble: Callable[..., str | None] | None = None
    kink: Callable[..., bool] | None = None
    convention: str = ""
    parts: str = ""

    @property
    def arity(self) -> int:
        """How many operands it takes; a variadic one: how few."""
        return len(self.operands)

    def operand(self, number: int) -> Operand:
        return self.operands[0 if self.variadic else number]

    def write(self, *operands: str) -> str:
        """The operation applied to these texts: `apple × n`, `exp(x)`."""
        if self.variadic:
            return f" {self.written} ".join(operands)
        return self.written.format(*operands) if self.written else f"{self.name}({', '.join(operands)})"
