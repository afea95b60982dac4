"""Undo and redo of what a person did to the graph: values, an expression, another example.

A `Moment` is all that a subject is drawn from but its trace, which is computed anew: the trace of a network
would take far more memory than its graph.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.graph.graph import Graph
from gui.graph.model.subject import Subject

MOST_STEPS = 100


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """What is drawn: `first` is the graph as the subject began, `before` what `leave_output` goes back to,
    `upstream` what the backward pass begins with."""

    subject: Subject
    graph: Graph
    first: Graph
    edited: bool
    upstream: float
    before: tuple[Subject, Graph, int] | None
    position: int


class History(QObject):
    """`restore` draws a moment, and nothing is noted by it."""

    def __init__(self, restore: Callable[[Moment], None], parent: QObject) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(MOST_STEPS)
        self._restore = restore

    def note(self, before: Moment, after: Moment, name: str) -> None:
        """A person went from one to the other; `name`, translated, is what Undo is called."""
        self.undo_stack.push(_Step(self._restore, before, after, name))


class _Step(QUndoCommand):
    def __init__(self, restore: Callable[[Moment], None], before: Moment, after: Moment, name: str) -> None:
        super().__init__(name)
        self._go_to = restore
        self._before, self._after = before, after
        self._is_done = True  # when it is pushed, what it stands for has happened

    def redo(self) -> None:
        if not self._is_done:
            self._go_to(self._after)
        self._is_done = True

    def undo(self) -> None:
        self._is_done = False
        self._go_to(self._before)
