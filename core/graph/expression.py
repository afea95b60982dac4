"""Text to graph: `price = (apple * n) * tax`.

Statements end at a newline or `;`. `name = …` names a node; the last statement is the output and may go
without a name. A statement that gives only a number or an array makes an input, and so does a name that
nothing was assigned to; other numbers are constants. The text is parsed (`core.graph.statement`), never run
by Python, and nothing is computed here.
"""

from __future__ import annotations

from collections.abc import Iterable

from core.errors import translatable
from core.graph.builder import GraphBuilder
from core.graph.graph import Graph
from core.graph.literals import Literal
from core.graph.statement import Statement
from core.graph.tokens import NAME, Token, fault, tokenize

MAX_NODES = 25_000
"""A sum of 10,000 terms and its names, with room to spare: read and traced in a second or two. The graph of
a network may have more."""

OUTPUT = "output"
"""What the output node is called where the text gives it no name."""


def parse(text: str, taken: Iterable[str] = ()) -> Graph:
    """The graph of an expression. Its free names are inputs without a value (`Graph.missing`).

    taken: names that no node may be given by the builder. Raises ExpressionError, with line and column.
    """
    tokens = tokenize(text)
    names = {token.text for token in tokens if token.kind == NAME}
    builder = GraphBuilder(reserved=names.union(taken), most=MAX_NODES)
    known: dict[str, str] = {}
    statements = _statements(tokens)
    if not statements:
        template = translatable(
            "errors", "Line {line}: the expression is empty: expected one such as `z = x * y`."
        )
        raise fault(template, tokens[0])
    assigned = {statement[0].text for statement in statements if _assigns(statement)}
    for statement in statements[:-1]:
        if not _assigns(statement):
            template = translatable(
                "errors",
                "Line {line}: expected `name = …` at column {column}: only the last statement may go without "
                "a name.",
            )
            raise fault(template, statement[0])
        _assign(statement, builder, known, assigned)
    last = statements[-1]
    if _assigns(last):
        node = _assign(last, builder, known, assigned)
        return builder.build(node, last[0].text)
    item = Statement(last, builder, known, assigned).parse()
    if isinstance(item, Literal):
        node = builder.constant(item.value, item.text, _free_name(names), item.place)
        return builder.build(node)
    if item.fresh:
        return builder.build(builder.rename(item.node, _free_name(names)))
    return builder.build(item.node, next(token.text for token in last if token.kind == NAME))


def _statements(tokens: list[Token]) -> list[list[Token]]:
    """The tokens of each statement that is not empty, each closed by its `;` or END."""
    statements: list[list[Token]] = [[]]
    for token in tokens:
        statements[-1].append(token)
        if token.text == ";":
            statements.append([])
    return [statement for statement in statements if len(statement) > 1]


def _assigns(statement: list[Token]) -> bool:
    return statement[0].kind == NAME and statement[1].text == "="


def _assign(statement: list[Token], builder: GraphBuilder, known: dict[str, str], assigned: set[str]) -> str:
    """Parse `name = …`, and give the name to what it makes. The node's id."""
    target = statement[0]
    name = target.text
    if name in known:
        template = translatable(
            "errors",
            "Line {line}: {found} at column {column} stands for a value already: give this one another name, "
            "or move this line up if it was used before.",
        )
        raise fault(template, target)
    item = Statement(statement[2:], builder, known, assigned).parse()
    if name in known:
        template = translatable(
            "errors", "Line {line}: {found} at column {column} is defined by itself: expected another name."
        )
        raise fault(template, target)
    if isinstance(item, Literal):
        known[name] = builder.input(name, item.value, item.place)
    elif item.fresh:
        known[name] = builder.rename(item.node, name)
    else:
        known[name] = item.node
    return known[name]


def _free_name(names: set[str]) -> str:
    name, number = OUTPUT, 1
    while name in names:
        number += 1
        name = f"{OUTPUT}{number}"
    return name
