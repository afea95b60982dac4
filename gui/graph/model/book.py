"""The examples' numbers beside those of the book, compared once, in a job."""

from __future__ import annotations

from collections.abc import Iterator

from core.graph.book import BookCheck
from core.graph.examples import EXAMPLES
from gui.document.changes import Changes
from gui.graph.model.change import GraphChange
from gui.graph.model.checking import refuse
from gui.jobs.jobs import Jobs

JOB = "graph book"

Checks = tuple[BookCheck, ...]


class Book:
    """`of` holds what was compared so far, by the example's name."""

    def __init__(self, jobs: Jobs, changes: Changes[GraphChange]) -> None:
        self._jobs = jobs
        self._changes = changes
        self.of: dict[str, Checks] = {}

    def compare(self) -> None:
        """Trace each example that the book has numbers for, one after another, unless that was done."""
        if not self.of and not self._jobs.is_busy(JOB):
            self._jobs.start(JOB, _work, lambda _done: None, refuse, self._on_compared)

    def _on_compared(self, found: tuple[str, Checks]) -> None:
        name, checks = found
        self.of[name] = checks
        self._changes.tell(GraphChange.BOOK)


def _work() -> Iterator[tuple[str, Checks]]:
    for name, item in EXAMPLES.items():
        if item.book_numbers:
            yield name, item.compare_with_book()
