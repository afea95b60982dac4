"""Numbers and arrays as they are written: `-2`, `1e-7`, `[[1, 2], [3, 4]]`. Arrays hold numbers only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.errors import ExpressionError, GraphError, translatable
from core.graph.graph import as_value
from core.graph.ops.operation import MAX_DIMENSIONS, Value
from core.graph.tokens import END, NUMBER, Token, fault, tokenize


@dataclass(frozen=True, slots=True)
class Literal:
    """A number or an array that the text gives; `text` is how a number is written."""

    value: Value
    text: str
    place: tuple[int, int]

    def negated(self) -> Literal:
        text = self.text.removeprefix("-") if self.text.startswith("-") else f"-{self.text}"
        return Literal(as_value(-self.value), text if self.text else "", self.place)


def parse_literal(text: str) -> Value:
    """The number or array that is all of `text`."""
    tokens = [token for token in tokenize(text) if token.text != ";"]
    at = 0
    negative = False
    while tokens[at].text in ("+", "-"):
        negative ^= tokens[at].text == "-"
        at += 1
    literal, at = read_literal(tokens, at)
    if tokens[at].kind != END:
        template = translatable(
            "errors", "Line {line}: expected one number or array, but {found} follows at column {column}."
        )
        raise fault(template, tokens[at])
    return (literal.negated() if negative else literal).value


def read_literal(tokens: list[Token], at: int) -> tuple[Literal, int]:
    """The literal that begins at `tokens[at]`, and where it ends."""
    token = tokens[at]
    if token.kind == NUMBER:
        return Literal(np.float64(token.text), token.text, token.place), at + 1
    if token.text == "[":
        return _read_array(tokens, at)
    template = translatable(
        "errors", "Line {line}: expected a number or an array at column {column}, found {found}."
    )
    raise fault(template, token)


def _read_array(tokens: list[Token], at: int) -> tuple[Literal, int]:
    """An array, bracket by bracket. Each open bracket keeps how many entries it has and their shape."""
    first = tokens[at]
    numbers: list[float] = []
    counts: list[int] = []
    shapes: list[tuple[int, ...] | None] = []
    ready = True  # for an entry, rather than for a comma or the end of the row
    sign = 1.0
    while True:
        token = tokens[at]
        at += 1
        if token.text == "[" and ready and not (counts and tokens[at - 2].text in ("+", "-")):
            counts.append(0)
            shapes.append(None)
            if len(counts) > MAX_DIMENSIONS:
                template = translatable(
                    "errors",
                    "Line {line}: the array at column {column} has too many dimensions: at most {limit}.",
                )
                raise fault(template, token, limit=MAX_DIMENSIONS)
        elif token.text in ("+", "-") and ready:
            sign = -sign if token.text == "-" else sign
        elif token.kind == NUMBER and ready:
            numbers.append(sign * float(token.text))
            sign = 1.0
            ready = False
            _count_entry(counts, shapes, (), token)
        elif token.text == "," and not ready:
            ready = True
        elif token.text == "]" and counts[-1] and not ready:
            shape = (counts.pop(), *(shapes.pop() or ()))
            if not counts:
                return Literal(_array(numbers, shape, first), "", first.place), at
            _count_entry(counts, shapes, shape, token)
        else:
            raise _unexpected(token, ready)


def _count_entry(
    counts: list[int], shapes: list[tuple[int, ...] | None], shape: tuple[int, ...], token: Token
) -> None:
    counts[-1] += 1
    if shapes[-1] is None:
        shapes[-1] = shape
    elif shapes[-1] != shape:
        template = translatable(
            "errors",
            "Line {line}: the rows of an array must be alike; the one that ends at column {column} differs "
            "in length from those before it.",
        )
        raise fault(template, token)


def _array(numbers: list[float], shape: tuple[int, ...], token: Token) -> Value:
    try:
        return as_value(np.array(numbers).reshape(shape))
    except GraphError as error:
        raise ExpressionError(error.template, **error.fields, line=token.line, column=token.column) from error


def _unexpected(token: Token, ready: bool) -> ExpressionError:
    if ready:
        template = translatable(
            "errors",
            "Line {line}: expected a number in the array at column {column}, found {found}. An array holds "
            "numbers only, and at least one.",
        )
    else:
        template = translatable(
            "errors", "Line {line}: expected `,` or `]` in the array at column {column}, found {found}."
        )
    return fault(template, token)
