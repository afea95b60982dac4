"""One step of a trace as a sentence that is read aloud: operation, rule, numbers and result."""

from __future__ import annotations

from core.graph.cursor import Cursor
from core.graph.ops import OPERATIONS
from gui.graph.step.view import view_of
from gui.language.texts import translate


def spoken_step(cursor: Cursor) -> str:
    """Product computes: z = apple · n = 100 × 2 = 200. Nothing before the first step."""
    step, view = cursor.step, view_of(cursor)
    if step is None or view is None:
        return ""
    text = translate("GraphStep", "{operation} computes: {formula}.")
    if cursor.is_backward:
        text = translate("GraphStep", "{operation} sends back: {formula}.")
    operation = translate("graph", OPERATIONS[step.operation].title)
    said = text.format(operation=operation, formula="; ".join(block.spoken for block in view.blocks))
    return " ".join(filter(None, (said, *view.sentences, view.trouble, view.convention)))
