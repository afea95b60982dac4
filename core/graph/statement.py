"""One statement of an expression on its way into a graph.

Precedence is Python's: −a**2 is −(a**2), ** goes from right to left; `^` means ** and `@` is `matmul`. Two
stacks take the place of recursion (Dijkstra's shunting-yard), so that ten thousand terms or brackets do no
harm. Numbers become constants when they are used; what a statement is called is not decided here.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

import numpy as np

from core.errors import translatable
from core.graph import advice
from core.graph.builder import GraphBuilder
from core.graph.characters import power_of
from core.graph.literals import Literal, read_literal
from core.graph.ops import OPERATIONS
from core.graph.ops.operation import Number, Operation
from core.graph.tokens import END, NAME, NUMBER, POWER, Token, fault
from core.words import NONE


@dataclass(frozen=True, slots=True)
class _Operator:
    operation: str
    precedence: int
    right: bool = False


_BINARY = {
    "+": _Operator("add", 1),
    "-": _Operator("subtract", 1),
    "*": _Operator("multiply", 2),
    "/": _Operator("divide", 2),
    "@": _Operator("matmul", 2),
    "**": _Operator("power", 4, right=True),
}
_NEGATIVE = _Operator("negative", 3, right=True)
_PLUS = _Operator("", 3, right=True)
_MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Ref:
    """A node on the stack of operands; `fresh` if the statement made it and nobody named it yet."""

    node: str
    fresh: bool


Item = Literal | Ref


@dataclass(slots=True)
class _Frame:
    """A bracket that stands open: a function call, or (`row` None) a group."""

    token: Token
    row: Operation | None
    first_operand: int
    options: dict[str, Number | None] = field(default_factory=dict)


class Statement:
    """One statement on its way into the graph: a stack of operands, and one of operators and brackets.

    known: the node of each name that was read so far; assigned: the names that the text gives a value.
    """

    def __init__(
        self, tokens: list[Token], builder: GraphBuilder, known: dict[str, str], assigned: Collection[str]
    ) -> None:
        self._tokens = tokens
        self._builder = builder
        self._known = known
        self._assigned = assigned
        self._at = 0
        self._operands: list[Item] = []
        self._pending: list[tuple[_Operator, Token] | _Frame] = []

    def parse(self) -> Item:
        """Read to the statement's end; what it is worth."""
        wants_operand = True
        while True:
            token = self._tokens[self._at]
            if wants_operand:
                wants_operand = self._read_operand(token)
            elif token.kind == END or token.text == ";":
                self._reduce()
                return self._operands.pop()
            else:
                wants_operand = self._read_operator(token)

    def _read_operand(self, token: Token) -> bool:
        """Take what may stand where an operand begins; whether one is still wanted after it."""
        if token.kind == NUMBER or token.text == "[":
            literal, self._at = read_literal(self._tokens, self._at)
            self._operands.append(literal)
            return False
        self._at += 1
        if token.kind == NAME and self._tokens[self._at].text == "(":
            self._open_call(token)
            return True
        if token.kind == NAME:
            self._operands.append(Ref(self._lookup(token), fresh=False))
            return False
        if token.text == "(":
            self._pending.append(_Frame(token, None, len(self._operands)))
            return True
        if token.text in ("-", "+"):
            self._pending.append((_NEGATIVE if token.text == "-" else _PLUS, token))
            return True
        template = translatable(
            "errors", "Line {line}: expected a number, a name or `(` at column {column}, found {found}."
        )
        raise fault(template, token)

    def _read_operator(self, token: Token) -> bool:
        """Take what may follow an operand; whether another is wanted after it."""
        self._at += 1
        operator = _BINARY.get(token.text)
        if token.kind == POWER or token.text == "**":
            error = advice.power_of_word(self._tokens, self._at - 1, self._assigned)
            if error is not None:
                raise error
        if token.kind == POWER:
            self._raise(token)
            return False
        if operator is not None:
            self._reduce(operator)
            self._pending.append((operator, token))
            return True
        if token.text == ")":
            self._reduce()
            self._close(token)
            return False
        if token.text == ",":
            self._reduce()
            return self._next_argument(token)
        raise advice.after_operand(self._tokens, self._at - 1, self._assigned)

    def _raise(self, token: Token) -> None:
        """Apply a superscript, which belongs to the one operand before it: x²**3 is (x²)**3."""
        exponent = power_of(token.text)
        assert exponent is not None
        self._operands.append(Literal(np.float64(exponent), exponent.removeprefix("+"), token.place))
        self._apply("power", 2, token)

    def _lookup(self, token: Token) -> str:
        if token.text not in self._known:
            self._known[token.text] = self._builder.input(token.text, place=token.place)
        return self._known[token.text]

    def _open_call(self, token: Token) -> None:
        row = OPERATIONS.get(token.text)
        if row is None:
            raise advice.not_a_function(self._tokens, self._at - 1, self._known)
        self._at += 1
        self._pending.append(_Frame(token, row, len(self._operands)))

    def _next_argument(self, comma: Token) -> bool:
        """Read what follows a comma: a setting such as `axis=0` as a whole, else an operand."""
        frame = self._pending[-1] if self._pending else None
        if not isinstance(frame, _Frame) or frame.row is None:
            if advice.is_decimal_comma(self._tokens, self._at - 1):
                raise advice.decimal_comma(self._tokens, self._at - 1)
            template = translatable(
                "errors",
                "Line {line}: expected `)` at column {column}, found {found}: only calls have commas.",
            )
            raise fault(template, comma)
        tokens = self._tokens
        name = tokens[self._at]
        if name.kind != NAME or tokens[self._at + 1].text != "=":
            return True
        if name.text not in frame.row.options:
            template = translatable(
                "errors",
                "Line {line}: `{function}` has no setting {found} (column {column}). It has: {known}.",
            )
            known = ", ".join(frame.row.options) or NONE
            raise fault(template, name, function=frame.row.name, known=known)
        self._at += 2
        sign = 1
        if tokens[self._at].text == "-":
            sign, self._at = -1, self._at + 1
        number = tokens[self._at]
        if number.kind != NUMBER or tokens[self._at + 1].text not in (",", ")"):
            wrong = number if number.kind != NUMBER else tokens[self._at + 1]
            template = translatable(
                "errors", "Line {line}: expected a number for this setting at column {column}, found {found}."
            )
            raise fault(template, wrong)
        self._at += 1
        # No setting has so many digits; as a float the number is refused where the operation looks at it.
        is_whole = number.text.isdigit() and len(number.text) <= _MOST_DIGITS
        frame.options[name.text] = sign * (int(number.text) if is_whole else float(number.text))
        return False

    def _close(self, token: Token) -> None:
        """A closing bracket: apply the function, or keep the group's one operand."""
        frame = self._pending.pop()
        assert isinstance(frame, _Frame)
        row = frame.row
        if row is None:
            return
        given = len(self._operands) - frame.first_operand
        if given != row.arity and not row.variadic:
            raise advice.wrong_number_of_operands(self._tokens, self._at - 1, frame.token, given)
        self._apply(row.name, given, frame.token, frame.options)

    def _reduce(self, incoming: _Operator | None = None) -> None:
        """Apply the operators that bind more tightly than `incoming`, back to the last open bracket."""
        while self._pending and not isinstance(self._pending[-1], _Frame):
            operator, token = self._pending[-1]
            if incoming is not None and (
                operator.precedence < incoming.precedence
                or (operator.precedence == incoming.precedence and incoming.right)
            ):
                return
            self._pending.pop()
            if operator is _PLUS:
                continue
            if operator is not _NEGATIVE:
                self._apply(operator.operation, 2, token)
            elif isinstance(top := self._operands[-1], Literal):
                self._operands[-1] = top.negated()
            else:
                self._apply(operator.operation, 1, token)

    def _apply(
        self, operation: str, count: int, token: Token, options: dict[str, Number | None] | None = None
    ) -> None:
        """Replace the last `count` operands by a node of `operation`."""
        items = self._operands[len(self._operands) - count :]
        del self._operands[len(self._operands) - count :]
        ids = [
            item.node
            if isinstance(item, Ref)
            else self._builder.constant(item.value, item.text, place=item.place)
            for item in items
        ]
        node = self._builder.apply(operation, *ids, options=options, place=token.place)
        self._operands.append(Ref(node, fresh=True))
