"""A cursor over a trace, the marked node, the quiz: what a person does to a trace that is there.

Where traces come from is `gui.graph.model.model`, which is built on this. Nothing is computed by a move.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject

from core.graph.cursor import Cursor
from core.graph.differences import Nudge, nudge
from core.graph.graph import Graph
from core.graph.trace import BackwardStep, Trace
from gui.document.changes import Changes
from gui.graph.model.change import GraphChange
from gui.graph.model.places import answering
from gui.graph.model.quiz import Judgement, Question, judge, question, read_answer


class Stepping(QObject):
    """`changed` gives the flags of one action, `GraphChange`, once; all that is done in an `action()` is one.
    `cursor` is None until the first trace is there; `selected` is a node's id or ""."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changes = Changes(GraphChange.NOTHING, self)
        self.changed = self._changes.changed
        self.action = self._changes.action
        self.cursor: Cursor | None = None
        self.selected = ""
        self._entry = ("", 0)
        self.is_quiz = False
        self._asked_share = 0

    @property
    def trace(self) -> Trace | None:
        return None if self.cursor is None else self.cursor.trace

    @property
    def graph(self) -> Graph | None:
        return None if self.cursor is None else self.cursor.trace.graph

    @property
    def position(self) -> int:
        return 0 if self.cursor is None else self.cursor.position

    # The cursor

    def go(self, position: int) -> None:
        """Go to the place after so many steps, or to the nearer end."""
        if self.cursor is None:
            return
        moved = self.cursor.to(position)
        if moved.position != self.cursor.position:
            self.cursor = moved
            self._asked_share = 0
            self._changes.tell(GraphChange.CURSOR)

    def step(self) -> None:
        self.go(self.position + 1)

    def step_back(self) -> None:
        self.go(self.position - 1)

    def to_start(self) -> None:
        self.go(0)

    def to_end(self) -> None:
        if self.cursor is not None:
            self.go(len(self.cursor.trace.steps))

    def select(self, node_id: str) -> None:
        """Mark a node; the step panel and the table show it."""
        if node_id != self.selected:
            self.selected = node_id
            self._changes.tell(GraphChange.SELECTION)

    def explain(self, node_id: str) -> None:
        """Mark a node and go to the step that answers for it: for an input, and for any node on the way
        back, the step in which its gradient is complete; on the way forward, the step that computes it."""
        if self.cursor is None or node_id not in self.cursor.trace.graph:
            return
        with self._changes.action():
            self.select(node_id)
            if not self.is_quiz:
                self.go(answering(self.cursor, node_id))

    def select_entry(self, node_id: str, entry: int) -> None:
        """Choose one number of an array, by its flat place: the one that is nudged."""
        if (node_id, entry) != self._entry:
            self._entry = (node_id, entry)
            self._changes.tell(GraphChange.ENTRY)

    def entry_of(self, node_id: str) -> int:
        """The flat place of the number of an array that was chosen; else that of the largest in size."""
        assert self.trace is not None
        value = self.trace.values[node_id]
        node, entry = self._entry
        return entry if node == node_id and entry < value.size else int(np.argmax(np.abs(value)))

    def nudge(self, node_id: str, h: float, entry: int = 0) -> Nudge | None:
        """What moving one number of the input by h does to the output: predicted by the gradient, and really.

        entry: the flat place of the number that moves, in an array.
        """
        if self.trace is None or node_id not in self.trace.graph:
            return None
        by = np.zeros(self.trace.values[node_id].shape)
        by.flat[entry] = h
        return nudge(self.trace, node_id, by)

    # The quiz

    def set_quiz(self, on: bool) -> None:
        """Ask for the next number before each step, from here on."""
        if on != self.is_quiz:
            self.is_quiz = on
            self._asked_share = 0
            self._changes.tell(GraphChange.QUIZ)

    @property
    def question(self) -> Question | None:
        """What is asked now: None where the quiz is off or the end is reached."""
        if not self.is_quiz or self.cursor is None:
            return None
        return question(self.cursor.trace, self.position, self._asked_share)

    def answer(self, text: str) -> Judgement:
        """Judge what was typed; a right answer goes on. LabError for what is not a number."""
        asked, trace = self.question, self.trace
        assert asked is not None
        assert trace is not None
        judgement = judge(trace, asked, read_answer(text))
        if judgement.is_right:
            self.give_up()
        return judgement

    def give_up(self) -> None:
        """Show the number that was asked for, and go on."""
        asked, trace = self.question, self.trace
        if asked is None or trace is None:
            return
        step = trace.steps[asked.position]
        if isinstance(step, BackwardStep) and self._asked_share + 1 < len(step.contributions):
            self._asked_share += 1
            self._changes.tell(GraphChange.QUIZ)
        else:
            self.step()
