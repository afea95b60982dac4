"""What is to be said of one step of a trace: its rule, the rule with its numbers, and the result.

A pure function of trace and place; `gui.graph.step_panel` shows what it returns. Every rule, sentence and
formula comes from the table of operations.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from core.graph.cursor import Cursor
from core.graph.graph import Graph
from core.graph.notes import Note
from core.graph.ops import OPERATIONS
from core.graph.ops.operation import Operand, Operation, Value, elementwise, shape_text
from core.graph.text import product_text
from core.graph.trace import BackwardStep, Contribution, ForwardStep, Step
from gui.graph.formula import (
    Formula,
    Row,
    Symbol,
    first_letter,
    parse,
    partial,
    plain,
    row,
    split_at_equals,
    substitute,
)
from gui.graph.naming import captions_of, letters_of, names_of
from gui.graph.values import SMALL, short

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
        """For a screen reader."""
        return " ".join(plain(line).strip() for line in self.lines)


@dataclass(frozen=True, slots=True)
class StepView:
    """`sentences` explain; `trouble` says what is not finite and why, `convention` what was taken where no
    derivative exists. `where` says what a letter stands for."""

    blocks: tuple[Block, ...]
    sentences: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = ()
    trouble: str = ""
    convention: str = ""


def note_text(note: Note) -> str:
    """A note of the engine in the language in use."""
    return QCoreApplication.translate("graph", note.template).format(**note.fields)


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
    sentences = (QCoreApplication.translate("graph", OPERATIONS[step.operation].rule),)
    convention = QCoreApplication.translate("graph", step.convention) if step.convention else ""
    blocks = _backward(cursor, step, names, focus)
    return StepView(blocks, sentences, where, trouble, convention)


def rule_of(graph: Graph, step: Step, operand: int | None) -> Row:
    """The rule alone, with a person's names, before its numbers: for the quiz."""
    names = names_of(graph)
    if isinstance(step, ForwardStep):
        return _forward_rule(step, names)
    share = next(share for share in step.contributions if share.operand == operand)
    return row(
        partial(graph.output_name, names[share.to]),
        "=",
        *_chain(graph, step, share, names)[0].items,
    )


def _forward_rule(step: ForwardStep, names: Names) -> Row:
    operation = OPERATIONS[step.operation]
    if operation.variadic:
        return row(names[step.node], "=", *_many([names[source] for source in step.operands], ""))
    letters = _letters(operation, step.node, step.operands, names)
    return _as_row(substitute(parse(operation.formula.latex), letters))


def _forward(step: ForwardStep, names: Names) -> Block:
    numbers = row("=", *_applied(step), "=", Symbol(short(step.value), FORWARD, bold=True))
    return Block(step.node, 0, (_forward_rule(step, names), numbers))


def _many(texts: Sequence[str], color: str) -> list[Formula]:
    items: list[Formula] = []
    for text in texts[:4]:
        items += [Symbol("+"), Symbol(text, color)] if items else [Symbol(text, color)]
    return [*items, Symbol("+"), Symbol("⋯")] if len(texts) > 4 else items


def _applied(step: ForwardStep) -> list[Formula]:
    """The operation with its numbers: 100 × 2, max(0, 3), (1, 784) · (784, 80) + (80,)."""
    operation = OPERATIONS[step.operation]
    texts = [_operand_text(value, in_brackets=True) for value in step.values]
    if operation.variadic:
        return _many(texts, FORWARD)
    if operation.name == "multiply":
        return [Symbol(texts[0], FORWARD), Symbol("×"), Symbol(texts[1], FORWARD)]
    latex = operation.formula.latex
    if "_" not in latex and r"\sum" not in latex:
        numbers = {own.name: text for own, text in zip(operation.operands, texts, strict=True)}
        _, right = split_at_equals(parse(latex))
        return list(_as_row(substitute(right, numbers, FORWARD)).items)
    items: list[Formula] = [Symbol(operation.name), Symbol("(")]
    for i, value in enumerate(step.values):
        text = Symbol(_operand_text(value, in_brackets=False), FORWARD)
        items += [Symbol(","), text] if i else [text]
    return [*items, Symbol(")")]


def _backward(cursor: Cursor, step: BackwardStep, names: Names, focus: str) -> tuple[Block, ...]:
    shares = step.contributions
    chosen = next((share for share in shares if share.to == focus), shares[0] if shares else None)
    ordered = sorted(shares, key=lambda share: share is not chosen)
    return tuple(_share_block(cursor, step, share, names, whole=share is chosen) for share in ordered)


def _share_block(cursor: Cursor, step: BackwardStep, share: Contribution, names: Names, whole: bool) -> Block:
    graph = cursor.trace.graph
    down = partial(graph.output_name, names[share.to])
    numbers = [*_product(step, share), Symbol("="), Symbol(short(share.gradient), RESULT, bold=True)]
    lines = []
    if whole:
        rules = _chain(graph, step, share, names)
        lines = [row(down, "=", *rules[0].items), *(row("=", *rule.items) for rule in rules[1:])]
        lines.append(row("=", *numbers))
    else:
        lines = [row(down, "=", *numbers)]
    arrivals = [one for number, one in cursor.trace.arrivals(share.to) if number < cursor.position]
    if len(arrivals) > 1 and arrivals[-1].total.size <= SMALL:
        lines.append(_sum(down, arrivals))
    return Block(share.to, share.operand, tuple(lines))


def _sum(down: Formula, arrivals: list[Contribution]) -> Row:
    """What a value used several times has received so far: each contribution, and the sum."""
    items: list[Formula] = []
    for one in arrivals[-6:]:
        items += [Symbol("+")] if items else []
        items.append(Symbol(_bracketed(short(one.gradient)), BACKWARD))
    if len(arrivals) > 6:
        items = [Symbol("⋯"), Symbol("+"), *items]
    return row(down, "=", *items, "=", Symbol(short(arrivals[-1].total), RESULT, bold=True))


def _chain(graph: Graph, step: BackwardStep, share: Contribution, names: Names) -> tuple[Row, ...]:
    """The right sides of the rule: upstream · local as derivatives, then with the local one written out."""
    operation = OPERATIONS[step.operation]
    operand = operation.operand(share.operand)
    sources = graph.node(step.node).operands
    letters = _letters(operation, step.node, sources, names)
    if operation.variadic:
        letters = {}
    _, right = split_at_equals(parse(operand.gradient.latex))
    written = _as_row(_with_output(substitute(right, letters), graph.output_name))
    if not _is_product(operand) or operation.variadic:
        return (written,) if not operation.variadic else (_derivatives(graph, step, share, names),)
    upstream, own = _derivatives(graph, step, share, names).items[0], written.items[2:]
    return _derivatives(graph, step, share, names), row(upstream, "·", *own)


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
        own.name: _bracketed(names[source])
        for own, source in zip(operation.operands, operands, strict=not operation.variadic)
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
    """upstream × local with their numbers."""
    operand = OPERATIONS[step.operation].operand(share.operand)
    if not _is_product(operand) and share.local.shape:
        return [Symbol(product_text(step, share).replace("-", "−"), BACKWARD)]
    up = Symbol(_operand_text(step.upstream, True), BACKWARD)
    local = Symbol(_operand_text(share.local, True), FORWARD)
    return [up, Symbol("×"), local]


def _operand_text(value: Value, in_brackets: bool) -> str:
    if value.size > SMALL:
        return shape_text(value.shape)
    text = short(value)
    return _bracketed(text) if in_brackets else text


def _bracketed(text: str) -> str:
    return f"({text})" if text.startswith("−") else text
