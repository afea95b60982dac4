"""`backprop-lab trace`: every step of a computational graph, forwards and backwards, without a window."""

from __future__ import annotations

import argparse

from cli import output
from cli.trace_report import print_json, print_table, why_not_finite
from core.errors import ExpressionError, GraphError, LabError, translatable
from core.graph.book import BookCheck
from core.graph.characters import as_name
from core.graph.differences import check_inputs
from core.graph.examples import EXAMPLES, example
from core.graph.expression import parse
from core.graph.graph import Graph
from core.graph.literals import parse_literal
from core.graph.ops.operation import Value
from core.graph.trace import trace_graph
from core.language import localized, sentence, word

STATUSES = {
    0: translatable("cli", "the trace was made, and its output is finite"),
    1: translatable("cli", "its output is not finite, or it could not be written"),
}
NOT_FINITE = 1
BAD_ARGUMENTS = 2

_SHIELD = "\0"


def shielded(arguments: list[str]) -> list[str]:
    """The arguments so that argparse takes `-a**2` for an expression and not for an option.

    Only what begins with two dashes, and `-h`, is an option of this command.
    """
    return [
        _SHIELD + argument
        if argument.startswith("-") and not argument.startswith("--") and argument not in ("-", "-h")
        else argument
        for argument in arguments
    ]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command. Names are checked later, where a near one can be proposed."""
    add = parser.add_argument
    add(
        "expression",
        nargs="?",
        help=translatable(
            "cli",
            "such as “z = (x + y) * w”. Statements end at a newline or “;”, the last one is the output; "
            "^ means **, @ is matmul",
        ),
    )
    add("--example", metavar="NAME", help=", ".join(EXAMPLES))
    add(
        "--set",
        dest="settings",
        action="append",
        default=[],
        metavar="NAME=LITERAL",
        help=translatable("cli", "give an input a number or an array: --set x=-2 --set W=[[1,2],[3,4]]"),
    )
    add("--json", action="store_true", help=translatable("cli", "one JSON object instead of a table"))


def run(options: argparse.Namespace) -> int:
    """Trace as the options say; the exit status."""
    try:
        title, graph, book = _chosen(options)
        graph = graph.with_values(dict(_setting(text) for text in options.settings))
        for name in graph.missing:
            template = translatable(
                "errors", "The input `{name}` has no value: give it one with --set {name}=NUMBER."
            )
            raise GraphError(template, name=name)
        trace = trace_graph(graph)
    except LabError as error:
        output.tell(f"backprop-lab trace: {sentence(error)}")
        return BAD_ARGUMENTS
    report = print_json if options.json else print_table
    report(title, trace, check_inputs(trace), book)
    if trace.is_finite:
        return 0
    node, reason = why_not_finite(trace)
    template = translatable(
        "cli", "{output} is not finite, hence exit status {status}. It began at {node}: {reason}"
    )
    name = trace.graph.output_name
    said = localized(template, output=name, status=NOT_FINITE, node=node, reason=reason)
    output.tell(f"backprop-lab trace: {said}")
    return NOT_FINITE


def _chosen(options: argparse.Namespace) -> tuple[str, Graph, tuple[BookCheck, ...]]:
    """How it is written, what is to be traced, and what the book says of it as it stands there."""
    if (options.expression is None) == (options.example is None):
        template = translatable("errors", "Give either an expression or --example NAME.")
        raise ExpressionError(template)
    if options.example is not None:
        chosen = example(options.example)
        book = () if options.settings else chosen.compare_with_book()
        return chosen.expression or word("examples", chosen.title), chosen.graph(), book
    text = options.expression.removeprefix(_SHIELD)
    return text, parse(text), ()


def _setting(text: str) -> tuple[str, Value]:
    """`x=-2` as a name and its value."""
    name, sign, literal = text.partition("=")
    if not sign or not name.strip():
        template = translatable("errors", "--set takes NAME=LITERAL, such as x=-2, and not “{text}”.")
        raise ExpressionError(template, text=text)
    try:
        return as_name(name.strip()), parse_literal(literal)
    except ExpressionError as error:
        template = translatable("errors", "--set {name}: {reason}")
        raise ExpressionError(template, name=name.strip(), reason=error) from error
