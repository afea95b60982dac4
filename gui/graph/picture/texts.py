"""Nodes and numbers in words: for tooltips, and for whoever hears the picture instead of seeing it."""

from __future__ import annotations

from html import escape

import numpy as np
from numpy.typing import NDArray

from core.graph.notes import Note
from core.graph.ops.operation import Value, shape_text
from gui.graph.picture.arrays.bars import Bars
from gui.graph.picture.arrays.matrix import as_rows
from gui.graph.picture.face import Face, Kind
from gui.graph.picture.look import Part
from gui.language.messages import in_quotes
from gui.language.numbers import count, number
from gui.language.texts import translate

_TIP_ROWS, _TIP_COLUMNS = 8, 8


def exact(value: float) -> str:
    """All digits of a number."""
    return number(value) if not np.isfinite(value) else repr(float(value)).replace("-", "−")


def note_text(note: Note) -> str:
    """The sentence of a note, in the language in use."""
    template = translate("graph", note.template)
    try:
        return in_quotes(template.format(**note.fields))
    except (KeyError, IndexError, ValueError):
        # A translator's slip in a field's name must not hide the sentence.
        return in_quotes(note.text)


def part_text(part: Part) -> str:
    return translate("GraphPicture", "value") if part == "value" else translate("GraphPicture", "gradient")


def spoken(value: Value | None, hidden: bool) -> str:
    """A number with the digits that mean something; an array by its shape and range."""
    if hidden:
        return translate("GraphPicture", "hidden")
    if value is None:
        return translate("GraphPicture", "not computed yet")
    if not value.shape:
        return number(float(value))
    if value.size <= 6:
        return ", ".join(number(float(entry)) for entry in np.ravel(value))
    return translate("GraphPicture", "array of shape {shape}, from {least} to {most}").format(
        shape=shape_text(value.shape), least=number(float(np.min(value))), most=number(float(np.max(value)))
    )


def kind_text(face: Face) -> str:
    """What a node is: input, constant, or the operation's name."""
    if face.kind is Kind.INPUT:
        return translate("GraphPicture", "input")
    return translate("GraphPicture", "constant") if face.kind is Kind.CONSTANT else face.title


def number_tip(name: str, part: Part, value: Value) -> str:
    """All digits of a number, a small array whole, a large one in short."""
    head = f"<b>{escape(name)}</b> · {escape(part_text(part))}"
    if not value.shape:
        return f"<qt>{head}<br>{escape(exact(float(value)))}</qt>"
    rows = as_rows(value)
    if rows.shape[0] <= _TIP_ROWS and rows.shape[1] <= _TIP_COLUMNS:
        return f"<qt>{head} · {shape_text(value.shape)}{_table(rows)}</qt>"
    lines = (
        f"{head} · {shape_text(value.shape)}",
        escape(summary(value)),
        escape(translate("GraphPicture", "Click to see them all.")),
    )
    return f"<qt>{'<br>'.join(lines)}</qt>"


def summary(value: Value) -> str:
    """A large array in a line."""
    with np.errstate(invalid="ignore", over="ignore"):
        mean = float(np.mean(value))
    return translate("GraphPicture", "{count} numbers from {least} to {most}, mean {mean}").format(
        count=count(value.size),
        least=number(float(np.min(value))),
        most=number(float(np.max(value))),
        mean=number(mean),
    )


def _table(rows: NDArray[np.float64]) -> str:
    lines = [
        "".join(f"<td align='right'>&nbsp;{escape(number(float(entry), 6))}</td>" for entry in row)
        for row in rows
    ]
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def node_tip(face: Face, node: str, trouble: Note | None) -> str:
    """What a node is, and what can be done with it."""
    lines = [
        f"<b>{escape(face.text if face.kind is Kind.CONSTANT else node)}</b> · {escape(kind_text(face))}"
    ]
    if trouble is not None:
        lines.append(escape(note_text(trouble)))
    if face.kind is Kind.INPUT:
        lines.append(escape(translate("GraphPicture", "Double click or Enter changes its value.")))
    elif face.kind is Kind.COMPOUND:
        lines.append(escape(translate("GraphPicture", "Double click, + or Enter opens it into its parts.")))
    return f"<qt>{'<br>'.join(lines)}</qt>"


def bars_text(bars: Bars) -> str:
    """Probabilities of the classes in a line, with the label."""
    shares = ", ".join(f"{place}: {number(share, 3)}" for place, share in enumerate(bars.shares))
    if bars.label < 0:
        return translate("GraphPicture", "probabilities {shares}").format(shares=shares)
    text = translate("GraphPicture", "probabilities {shares}; label {label}")
    return text.format(shares=shares, label=bars.label)


def bars_tip(bars: Bars) -> str:
    """The probability of each class with three digits, the label's in bold."""
    head = translate("GraphPicture", "Softmax: the probability of each class. The label is marked.")
    rows = "".join(
        f"<tr><td>{'<b>' if place == bars.label else ''}{place}</td>"
        f"<td align='right'>&nbsp;{escape(number(share, 3))}</td></tr>"
        for place, share in enumerate(bars.shares)
    )
    return f"<qt>{escape(head)}<table>{rows}</table></qt>"


def frame_tip(title: str) -> str:
    tip = translate("GraphPicture", "Double click, × or Enter closes it again.")
    return f"<qt><b>{escape(title)}</b><br>{escape(tip)}</qt>"
