"""What is to be said of one step of a trace: its rule, the rule with its numbers, and the result.

A pure function of trace and place; `gui.graph.step.panel` shows what it returns. Every rule, sentence and
formula comes from the table of operations.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

import numpy as np

from core.graph.cursor import Cursor
from core.graph.graph import Graph
from core.graph.ops import OPERATIONS
from core.graph.ops.activations import through_jacobian
from core.graph.ops.matrices import to_left, to_right
from core.graph.ops.operation import Operand, Operation, Value, elementwise, shape_text
from core.graph.trace import BackwardStep, Contribution, ForwardStep, Step, Trace
from gui.formula.tree import (
    Fence,
    Formula,
    Matrix,
    Row,
    Scripts,
    Symbol,
    first_letter,
    parse,
    partial,
    plain,
    row,
    split_at_equals,
    substitute,
)
from gui.graph.model.naming import captions_of, letters_of, names_of
from gui.graph.model.numbers import is_small, number_text, short
from gui.graph.picture.texts import note_text
from gui.language.texts import translate

Names = Mapping[str, str]

FORWARD, BACKWARD, RESULT = "blue", "vermilion", "vermilion"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one formula: the result, or what one operand receives. `node` is that operand."""

    node: str
    operand: int
    lines: tuple[Row, ...]

    @property
    def spoken(self) -> str:
        """The text for a screen reader."""
        return " ".join(plain(line).strip() for line in self.lines)


@dataclass(frozen=True, slots=True)
class StepView:
    """`sentences` explain; `trouble` says what is not finite and why, `convention` what was taken where no
    derivative exists. `where` says what a letter stands for, `start` what the way back begins with: it stands
    at its first step, above the blocks."""

    blocks: tuple[Block, ...]
    sentences: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = ()
    trouble: str = ""
    convention: str = ""
    start: Row | None = None


def view_of(cursor: Cursor, focus: str = "") -> StepView | None:
    """The step that was done last; its operand `focus`, if it has such a one, stands first and whole."""
    step = cursor.step
    if step is None:
        return None
    graph = cursor.trace.graph
    operands = step.operands if isinstance(step, ForwardStep) else graph.node(step.node).operands
    names = names_of(graph)
    where = letters_of(graph, (step.node, *operands), captions_of(graph))
    trouble = note_text(step.trouble) if step.trouble is not None else ""
    if isinstance(step, ForwardStep):
        return StepView((_forward(step, names),), (), where, trouble)
    sentences = (translate("graph", OPERATIONS[step.operation].rule),)
    convention = translate("graph", step.convention) if step.convention else ""
    blocks = _backward(cursor, step, names, focus)
    start = start_of(cursor.trace) if step.node == graph.output else None
    return StepView(blocks, sentences, where, trouble, convention, start)


def start_of(trace: Trace) -> Row:
    """start: ∂price/∂price = 1. A part of a larger graph begins with what comes back from there."""
    output = trace.graph.output_name
    said = translate("GraphStep", "start:") + " "
    return row(said, partial(output, output), "=", _value(trace.seed, BACKWARD, in_brackets=False))


def rule_of(trace: Trace, step: Step, operand: int | None) -> Row:
    """The rule alone, with a person's names, before its numbers: for the quiz."""
    graph = trace.graph
    names = names_of(graph)
    if isinstance(step, ForwardStep):
        return _forward_rule(step, names)
    share = next(share for share in step.contributions if share.operand == operand)
    down = contribution_name(trace, step, share)
    if _is_start(graph, step, share):
        # Written out it would be the answer, but for its numbers.
        return row(down, "=", "?")
    return row(down, "=", *_chain(graph, step, share, names)[0].items)


def contribution_name(trace: Trace, step: BackwardStep, share: Contribution) -> Formula:
    """∂y/∂x for all that comes back to x; for the second of several uses of x (∂y/∂x)₂."""
    graph = trace.graph
    whole = partial(graph.output_name, names_of(graph)[share.to])
    arrivals = trace.arrivals(share.to)
    if len(arrivals) < 2:
        return whole
    first = bisect_left(arrivals, trace.backward_at[step.node], key=itemgetter(0))
    number = 1 + next(k for k in range(first, len(arrivals)) if arrivals[k][1] is share)
    return Scripts(Fence("(", whole, ")"), lower=Symbol(str(number)))


def _is_start(graph: Graph, step: BackwardStep, share: Contribution) -> bool:
    """Whether the rule would begin with ∂y/∂y, which says nothing; of an array it does say something."""
    operation = OPERATIONS[step.operation]
    return (
        step.node == graph.output
        and not step.upstream.shape
        and _is_product(operation.operand(share.operand))
    )


def _forward_rule(step: ForwardStep, names: Names) -> Row:
    operation = OPERATIONS[step.operation]
    if operation.variadic:
        return row(names[step.node], "=", *_many([Symbol(names[operand]) for operand in step.operands]))
    letters = _letters(operation, step.node, step.operands, names)
    return _as_row(substitute(parse(operation.formula.latex), letters))


def _forward(step: ForwardStep, names: Names) -> Block:
    numbers = row("=", *_applied(step), "=", _value(step.value, FORWARD, bold=True))
    return Block(step.node, 0, (_forward_rule(step, names), numbers))


def _many(terms: Sequence[Formula]) -> list[Formula]:
    """The first of the terms of a long sum."""
    items: list[Formula] = []
    for term in terms[:4]:
        items += [Symbol("+"), term] if items else [term]
    return [*items, Symbol("+"), Symbol("⋯")] if len(terms) > 4 else items


def _applied(step: ForwardStep) -> list[Formula]:
    """The operation with its numbers: 100 × 2, max(0, 3), (1, 784) · (784, 80) + (80,)."""
    operation = OPERATIONS[step.operation]
    factors = [_value(value, FORWARD) for value in step.values]
    if operation.variadic:
        return _many(factors)
    if operation.name == "multiply":
        return [factors[0], Symbol("×"), factors[1]]
    latex = operation.formula.latex
    if "_" not in latex and r"\sum" not in latex:
        numbers = {own.name: factor for own, factor in zip(operation.operands, factors, strict=True)}
        _, right = split_at_equals(parse(latex))
        return list(_as_row(substitute(right, numbers)).items)
    items: list[Formula] = [Symbol(operation.name), Symbol("(")]
    for i, value in enumerate(step.values):
        number = _value(value, FORWARD, in_brackets=False)
        items += [Symbol(","), number] if i else [number]
    return [*items, Symbol(")")]


def _backward(cursor: Cursor, step: BackwardStep, names: Names, focus: str) -> tuple[Block, ...]:
    shares = step.contributions
    chosen = next((share for share in shares if share.to == focus), shares[0] if shares else None)
    ordered = sorted(shares, key=lambda share: share is not chosen)
    return tuple(_share_block(cursor, step, share, names, whole=share is chosen) for share in ordered)


def _share_block(cursor: Cursor, step: BackwardStep, share: Contribution, names: Names, whole: bool) -> Block:
    graph = cursor.trace.graph
    down = contribution_name(cursor.trace, step, share)
    numbers = [*_product(step, share), Symbol("="), _value(share.gradient, RESULT, bold=True)]
    lines = []
    if whole:
        rules = _chain(graph, step, share, names)
        lines = [row(down, "=", *rules[0].items), *(row("=", *rule.items) for rule in rules[1:])]
        lines.append(row("=", *numbers))
    else:
        lines = [row(down, "=", *numbers)]
    arrived = cursor.arrived(share.to)
    if arrived > 1 and cursor.trace.arrivals(share.to)[arrived - 1][1] is share:
        lines.append(_sum(cursor, share.to, names))
    return Block(share.to, share.operand, tuple(lines))


def _sum(cursor: Cursor, node: str, names: Names) -> Row:
    """What a value used several times has received so far: each contribution, and the sum. While some are
    still to come it is not yet the derivative."""
    count = cursor.arrived(node)
    last = [share for _, share in cursor.trace.arrivals(node)[max(count - 6, 0) : count]]
    items: list[Formula] = []
    for one in last:
        items += [Symbol("+")] if items else []
        items.append(_value(one.gradient, BACKWARD))
    if count > 6:
        items = [Symbol("⋯"), Symbol("+"), *items]
    whole: Formula = partial(cursor.trace.graph.output_name, names[node])
    if cursor.waiting(node):
        whole = Symbol(translate("GraphStep", "so far"))
    return row(whole, "=", *items, "=", _value(last[-1].total, RESULT, bold=True))


def _chain(graph: Graph, step: BackwardStep, share: Contribution, names: Names) -> tuple[Row, ...]:
    """The right sides of the rule: upstream · local as derivatives, then with the local one written out."""
    operation = OPERATIONS[step.operation]
    operand = operation.operand(share.operand)
    operands = graph.node(step.node).operands
    letters = _letters(operation, step.node, operands, names)
    if operation.variadic:
        letters = {}
    _, right = split_at_equals(parse(operand.gradient.latex))
    written = _as_row(_with_output(substitute(right, letters), graph.output_name))
    if _is_start(graph, step, share):
        own = written.items[2:]
        return (Row(own) if own and not operation.variadic else row("1"),)
    if not _is_product(operand) or operation.variadic:
        return (written,) if not operation.variadic else (_derivatives(graph, step, share, names),)
    upstream = _derivatives(graph, step, share, names).items[0]
    return _derivatives(graph, step, share, names), row(upstream, "·", *written.items[2:])


def _derivatives(graph: Graph, step: BackwardStep, share: Contribution, names: Names) -> Row:
    node = names[step.node]
    return row(partial(graph.output_name, node), "·", partial(node, names[share.to]))


def _is_product(operand: Operand) -> bool:
    """Whether the gradient is upstream times local, entry by entry, and nothing is summed or transposed."""
    return operand.pull is elementwise and r"\sum" not in operand.gradient.latex


def _letters(operation: Operation, node: str, operands: tuple[str, ...], names: Names) -> dict[str, str]:
    """The letters of a row of the table, and what stands there for them."""
    result = first_letter(parse(operation.formula.latex))
    found = {
        own.name: _bracketed(names[operand])
        for own, operand in zip(operation.operands, operands, strict=not operation.variadic)
    }
    # The rows about matrices write an entry of Y as y.
    found |= {result: names[node]}
    if result == "Y":
        found["y"] = names[node]
    return found


def _with_output(formula: Formula, output: str) -> Formula:
    return substitute(formula, {"L": output})


def _as_row(formula: Formula) -> Row:
    return formula if isinstance(formula, Row) else Row((formula,))


def _product(step: BackwardStep, share: Contribution) -> list[Formula]:
    """upstream × local with their numbers; a matrix product in the order in which it is taken."""
    pull = OPERATIONS[step.operation].operand(share.operand).pull
    up, local = _value(step.upstream, BACKWARD), _value(share.local, FORWARD)
    if pull is to_right and share.local.shape:
        if share.local.ndim == 1:
            local = Scripts(local, upper=Symbol("⊤"))
        return [local, Symbol("@"), up]
    if pull in (to_left, through_jacobian) and share.local.shape:
        return [up, Symbol("@"), local]
    return [up, Symbol("×"), local]


def _value(value: Value, color: str, bold: bool = False, in_brackets: bool = True) -> Formula:
    """A number; a small array as a matrix; a large one as its shape."""
    if isinstance(value, np.float64):
        text = short(value)
        return Symbol(_bracketed(text) if in_brackets and not bold else text, color, bold)
    if not is_small(value):
        return Symbol(shape_text(value.shape), color, bold)
    matrix = np.atleast_2d(value)
    texts = tuple(tuple(number_text(float(entry), 4) for entry in entries) for entries in matrix)
    return Matrix(texts, color, bold)


def _bracketed(text: str) -> str:
    return f"({text})" if text.startswith("−") else text
