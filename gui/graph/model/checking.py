"""The checks of the gradients on screen, made beside the person's work and never in its way.

A node is compared with central differences once its gradient can be seen. Small graphs are checked at once;
large ones in a job, and only while the cursor rests: a thread that computes would take its share of every
frame. A check that was made stays until a value changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QTimer

from core.graph.cursor import Cursor
from core.graph.differences import MAX_COMPARED, SAMPLES, Check, check_node, checks
from core.graph.ops import OPERATIONS
from core.graph.ops.operation import Operation
from core.graph.trace import Trace
from gui.document.changes import Changes
from gui.graph.model.change import GraphChange
from gui.jobs.jobs import Jobs

JOB, WHOLE_JOB = "graph checks", "graph whole check"
REST_MS = 250
AT_ONCE = 1_000
"""Operations evaluated for checks between two frames (some 10 µs each)."""

STEPS_AT_ONCE = 60
"""A longer trace waits for a rest even with the question what is to be checked."""

EVALUATIONS = 4  # of the part of the graph that follows, for one entry, where the first step size decides


class Checking(QObject):
    """`of` holds the checks made so far, by node; `whole` is the node all of whose entries are being
    compared, or ""."""

    def __init__(self, jobs: Jobs, changes: Changes[GraphChange], parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._changes = changes
        self._trace: Trace | None = None
        self._cursor: Cursor | None = None
        self._table = _Stoppable()
        self.whole = ""
        self.of: dict[str, Check] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._on_rest)

    def restart(self, trace: Trace) -> None:
        """Forget what was found: these are other numbers."""
        self.stop()
        self._trace = trace
        self.of = {}
        self._changes.tell(GraphChange.CHECKS)

    def look(self, cursor: Cursor) -> None:
        """The cursor is here: check what can be seen there and was not checked yet."""
        self._cursor = cursor
        self._jobs.cancel(JOB)
        if len(cursor.trace.steps) > STEPS_AT_ONCE:
            self._rest.start()
            return
        wanted = self._wanted()
        if not wanted:
            self._rest.stop()
        elif cost(cursor.trace, wanted) <= AT_ONCE:
            self._rest.stop()
            with self._changes.action():
                for node in wanted:
                    self._add(self._jobs.at_once(partial(check_node, cursor.trace, node)))
        else:
            self._rest.start()

    def check_all_entries(self, node_id: str) -> None:
        """Compare every entry of a large array, however long it takes; another value ends it."""
        trace = self._trace
        if trace is None:
            return
        self._end_whole()
        table = self._table = _Stoppable()
        self._jobs.start(
            WHOLE_JOB, lambda: check_node(trace, node_id, table, everything=True), self._on_whole, refuse
        )
        self._set_whole(node_id)

    def stop(self) -> None:
        """End what is being compared."""
        self._rest.stop()
        self._jobs.cancel(JOB)
        self._end_whole()

    def _end_whole(self) -> None:
        self._table.stopped.set()
        self._jobs.cancel(WHOLE_JOB)
        self._set_whole("")

    def _on_whole(self, check: Check) -> None:
        with self._changes.action():
            self._add(check)
            self._set_whole("")

    def _set_whole(self, node_id: str) -> None:
        if node_id != self.whole:
            self.whole = node_id
            self._changes.tell(GraphChange.CHECKS)

    def _wanted(self) -> list[str]:
        """The nodes whose gradient is complete here, the ones that came last first."""
        cursor = self._cursor
        if cursor is None or not cursor.is_backward:
            return []
        nodes = [
            node
            for node in cursor.trace.differentiated
            if node not in self.of and cursor.gradient(node) is not None and not cursor.waiting(node)
        ]
        return sorted(nodes, key=lambda node: not cursor.trace.graph.node(node).is_input)

    def _on_rest(self) -> None:
        trace, wanted = self._trace, self._wanted()
        if trace is None or not wanted:
            return

        def work() -> Iterator[Check]:
            yield from checks(trace, wanted)

        self._jobs.start(JOB, work, lambda _done: None, refuse, self._add)

    def _add(self, check: Check) -> None:
        if self._trace is not None and check.gradient is not None:
            self.of[check.node] = check
            self._changes.tell(GraphChange.CHECKS)


class _StoppedError(Exception):
    """The comparison of all entries is not wanted any more."""


class _Stoppable(Mapping[str, Operation]):
    """The table of operations until it is stopped: whoever computes with it then ends with an exception."""

    def __init__(self) -> None:
        self.stopped = Event()

    def __getitem__(self, name: str) -> Operation:
        if self.stopped.is_set():
            raise _StoppedError
        return OPERATIONS[name]

    def __iter__(self) -> Iterator[str]:
        return iter(OPERATIONS)

    def __len__(self) -> int:
        return len(OPERATIONS)


def cost(trace: Trace, nodes: list[str]) -> int:
    """The number of operations, roughly, that the checks of these nodes evaluate."""
    graph = trace.graph
    total = 0
    for node in nodes:
        size = trace.values[node].size
        entries = size if size <= MAX_COMPARED else SAMPLES
        total += EVALUATIONS * entries * (len(graph.nodes) - graph.index[node])
    return total


def refuse(error: BaseException) -> None:
    """Report the failure of a job that is not expected to fail: a fault of the program."""
    raise error
