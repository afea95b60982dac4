"""The numbers of an example beside those of the book, as the texts that the line “matches the book” shows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.graph.book import BookCheck, BookNumber
from gui.graph.model.numbers import short
from gui.language.texts import translate
from gui.widgets.book_line import Printed


def printed(checks: Sequence[BookCheck], output: str) -> tuple[Printed, ...]:
    """`output` is the name of the graph's output, which the gradients are taken of."""
    return tuple(
        Printed(
            name=_name(check.number, output),
            brief=short(check.computed, 8, 4),
            computed=short(check.computed, 12, 12),
            printed=_text(check.number.printed),
            matches=check.matches,
        )
        for check in checks
    )


def _name(number: BookNumber, output: str) -> str:
    name = f"∂{output}/∂{number.node}" if number.is_gradient else number.node
    if not number.given:
        return name
    given = ", ".join(f"{key} = {_text(value)}" for key, value in number.given.items())
    return translate("GraphBook", "{name} for {given}").format(name=name, given=given)


def _text(number: object) -> str:
    array = np.array(number)
    text = ", ".join(str(entry) for entry in np.ravel(array)) if array.shape else str(number)
    return (f"[{text}]" if array.shape else text).replace("-", "−")
