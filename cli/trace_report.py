"""What `trace` prints: one JSON object for programs, or aligned tables for people. It computes nothing."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from cli.signs import as_shown, left, width
from core.errors import translatable
from core.graph.book import BookCheck
from core.graph.differences import Check, Verdict
from core.graph.ops.operation import Value
from core.graph.text import forward_text, number_text, product_text, value_text
from core.graph.trace import BackwardStep, Contribution, ForwardStep, Step, Trace
from core.language import localized, sentence, word

MARKS = {
    Verdict.AGREES: "✓",
    Verdict.DIFFERS: "✗",
    Verdict.KINK: translatable("cli", "kink"),
    Verdict.UNDEFINED: translatable("cli", "not finite"),
}


def print_json(title: str, trace: Trace, checks: Mapping[str, Check], book: Sequence[BookCheck] = ()) -> None:
    """Output, value, steps, gradients and central differences, with all digits.

    Beside the numbers of the steps: what inputs and constants hold, the notes and troubles in words, and for
    an example what the book prints. A central difference that was not taken, of an array that is only
    sampled, is null.
    """
    del title
    graph = trace.graph
    report: dict[str, Any] = {"output": graph.output_name, "value": _plain(trace.value)}
    if trace.output_array.shape:
        report["output_array"] = _plain(trace.output_array)
    report["inputs"] = {node.id: _plain(trace.values[node.id]) for node in graph.inputs}
    report["constants"] = {node.id: _plain(trace.values[node.id]) for node in graph.constants}
    report["steps"] = [_step(step) for step in trace.steps]
    report["gradients"] = {name: _plain(gradient) for name, gradient in trace.gradients.items()}
    report["numerical"] = {
        node.id: _sampled(checks[node.id]) if node.id in checks else None for node in graph.inputs
    }
    report["notes"] = [note.text for note in trace.notes]
    if book:
        report["book"] = [_book_entry(check) for check in book]
    print(json.dumps(report, allow_nan=False))


def _step(step: Step) -> dict[str, Any]:
    said = {} if step.trouble is None else {"trouble": step.trouble.text}
    if isinstance(step, ForwardStep):
        return {
            "phase": "forward",
            "node": step.node,
            "op": step.operation,
            "inputs": list(step.operands),
            "value": _plain(step.value),
            **said,
        }
    if step.convention:
        said["convention"] = step.convention
    return {
        "phase": "backward",
        "node": step.node,
        "upstream": _plain(step.upstream),
        "contributions": [
            {"to": share.to, "local": _plain(share.local), "gradient": _plain(share.gradient)}
            for share in step.contributions
        ],
        **said,
    }


def _book_entry(check: BookCheck) -> dict[str, Any]:
    number = check.number
    return {
        "node": number.node,
        "is": "gradient" if number.is_gradient else "value",
        "set": dict(number.given),
        "printed": number.printed,
        "computed": _plain(check.computed),
        "matches": check.matches,
    }


def _plain(value: Value) -> Any:
    """A float, or nested lists of floats; what is not finite as "inf", "-inf" or "nan"."""
    plain = value.tolist()
    if np.all(np.isfinite(value)):
        return plain
    return _spelled(plain)


def _spelled(plain: Any) -> Any:
    # An array has at most eight dimensions, and so this goes at most eight deep.
    if isinstance(plain, list):
        return [_spelled(entry) for entry in plain]
    return plain if math.isfinite(plain) else f"{plain:g}"


def _sampled(check: Check) -> Any:
    """The central differences of one input, null where none was taken."""
    if not check.is_sample:
        return _plain(check.numerical)
    entries = np.full(check.numerical.size, None, dtype=object)
    for entry in check.compared:
        entries[entry] = _plain(np.float64(check.numerical.flat[entry]))
    return entries.reshape(check.numerical.shape).tolist()


def print_table(
    title: str, trace: Trace, checks: Mapping[str, Check], book: Sequence[BookCheck] = ()
) -> None:
    """The same in aligned columns, with six digits."""
    name = trace.graph.output_name
    print(title)
    _print_heading(translatable("cli", "Inputs"))
    _print_columns((node.id, value_text(trace.values[node.id])) for node in trace.graph.inputs)
    _print_heading(translatable("cli", "Forward"))
    _print_columns(_forward_rows(trace))
    _print_heading(translatable("cli", "Backward"))
    for note in trace.notes:
        print(f"  {sentence(note, 'graph')}")
    _print_columns(_backward_rows(trace))
    _print_heading(translatable("cli", "Gradients"))
    _print_columns(_gradient_rows(trace, checks))
    if book:
        chapter = translatable("cli", "The book, chapter {chapter}")
        _print_heading(chapter, chapter=book[0].number.chapter)
        _print_columns(_book_rows(trace, book))
    total = ""
    if trace.output_array.shape:
        template = translatable("cli", " (sum of the entries: {total})")
        total = localized(template, total=number_text(trace.value))
    print(f"\n{name} = {value_text(trace.output_array)}{total}")


def _print_heading(template: str, **fields: object) -> None:
    print(f"\n{localized(template, **fields)}")


def why_not_finite(trace: Trace) -> tuple[str, str]:
    """The node at which the output ceased to be finite, found by going back from it, and why there."""
    node = trace.graph.output
    reason = localized(
        translatable("cli", "The number that was given is larger than float64 can hold (1.8e308).")
    )
    while node in trace.forward_at:
        step = trace.steps[trace.forward_at[node]]
        assert isinstance(step, ForwardStep)
        assert step.trouble is not None
        before = [name for name in step.operands if not np.all(np.isfinite(trace.values[name]))]
        if not before:
            reason = sentence(step.trouble, "graph")
            break
        node = before[0]
    return node, reason


def _forward_rows(trace: Trace) -> Iterable[Sequence[str]]:
    yield _headings(
        translatable("cli", "step"),
        translatable("cli", "node"),
        translatable("cli", "operation"),
        translatable("cli", "operands"),
        translatable("cli", "with numbers"),
        translatable("cli", "value"),
    )
    for number, step in enumerate(trace.steps[: trace.turn], start=1):
        assert isinstance(step, ForwardStep)
        numbers = forward_text(step)
        yield (
            str(number),
            step.node,
            step.operation,
            ", ".join(step.operands),
            numbers,
            value_text(step.value),
        )
        if step.trouble is not None:
            yield ("", "!", sentence(step.trouble, "graph"))


def _backward_rows(trace: Trace) -> Iterable[Sequence[str]]:
    yield _headings(
        translatable("cli", "step"),
        translatable("cli", "node"),
        translatable("cli", "upstream"),
        translatable("cli", "to"),
        translatable("cli", "upstream × local"),
        translatable("cli", "gradient"),
        translatable("cli", "sum so far"),
    )
    for number, step in enumerate(trace.steps[trace.turn :], start=trace.turn + 1):
        assert isinstance(step, BackwardStep)
        start = (str(number), step.node, value_text(step.upstream))
        for share in step.contributions:
            yield (
                *start,
                share.to,
                product_text(step, share),
                value_text(share.gradient),
                _sum(trace, share),
            )
            start = ("", "", "")
        if step.trouble:
            yield ("", "!", sentence(step.trouble, "graph"))
        if step.convention:
            yield ("", "!", word("graph", step.convention))


def _sum(trace: Trace, share: Contribution) -> str:
    """What the node has received so far, where it receives more than one contribution."""
    return value_text(share.total) if len(trace.arrivals(share.to)) > 1 else ""


def _gradient_rows(trace: Trace, checks: Mapping[str, Check]) -> Iterable[Sequence[str]]:
    yield _headings(
        translatable("cli", "input"),
        translatable("cli", "gradient"),
        translatable("cli", "central difference"),
        translatable("cli", "differ by"),
    )
    for name, gradient in trace.gradients.items():
        check = checks.get(name)
        if check is None:
            yield (name, value_text(gradient), localized(translatable("cli", "not taken")))
            continue
        template = translatable("cli", "taken at {count} of {total:,} entries")
        taken = localized(template, count=check.compared.size, total=gradient.size)
        numerical = taken if check.is_sample else value_text(check.numerical)
        mark = word("cli", MARKS[check.verdict])
        yield (name, value_text(gradient), numerical, f"{check.difference:.1e}", mark)


def _book_rows(trace: Trace, book: Sequence[BookCheck]) -> Iterable[Sequence[str]]:
    matches, differs = translatable("cli", "matches ✓"), translatable("cli", "differs ✗")
    yield _headings(
        translatable("cli", "number"),
        translatable("cli", "with"),
        translatable("cli", "printed"),
        translatable("cli", "computed"),
    )
    for check in book:
        number = check.number
        name = f"∂{trace.graph.output_name}/∂{number.node}" if number.is_gradient else number.node
        given = ", ".join(f"{key} = {value}" for key, value in number.given.items())
        printed = json.dumps(number.printed).replace('"', "")
        digits = value_text(check.computed, digits=10)
        yield (name, given, printed, digits, localized(matches if check.matches else differs))


def _headings(*words: str) -> Sequence[str]:
    """The heads of the columns; those of marks have none."""
    return (*(word("cli", head) for head in words), "")


def _print_columns(rows: Iterable[Sequence[str]]) -> None:
    """Rows in columns as wide as they need; a row that begins with an empty cell and `!` is a sentence."""
    table = [[as_shown(cell) for cell in row] for row in rows]
    cells = [row for row in table if row[1:2] != ["!"]]
    widths = [
        max(width(row[column]) for row in cells if column < len(row))
        for column in range(max((len(row) for row in cells), default=0))
    ]
    for row in table:
        if row[1:2] == ["!"]:
            print(f"  {'':<{widths[0]}}  ! {row[2]}")
            continue
        line = "  ".join(left(cell, columns) for cell, columns in zip(row, widths, strict=False))
        print(f"  {line}".rstrip())
