"""What the Graph workspace shows, and everything that a person does to it, without a widget.

One source at a time: an example, an expression, a network, one output of an Affine node. It becomes a graph,
the graph a trace, and a cursor moves over the trace; nothing is computed by a move. What could hold up the
window longer than one frame is traced in a job, while the old picture stays, marked as stale. The quiz is
`gui.graph.quiz`, the comparison with differences `gui.graph.checking`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from core.errors import LabError
from core.graph.book import BookCheck
from core.graph.compound import close_node, open_node, parts_of
from core.graph.cursor import Cursor
from core.graph.differences import Nudge, nudge
from core.graph.examples import example
from core.graph.expression import parse
from core.graph.graph import Graph
from core.graph.literals import parse_literal
from core.graph.trace import BackwardStep, Trace, trace_graph
from core.nn.network import Network
from gui.graph.checking import Checking
from gui.graph.quiz import Judgement, Question, judge, question, read_answer
from gui.graph.source import CURRENT_NETWORK, OWN_NETWORK, Source
from gui.workers.jobs import Jobs

FIRST_EXAMPLE = "apple"
TRACE_JOB, BOOK_JOB = "graph trace", "graph book"
NODES_AT_ONCE, ENTRIES_AT_ONCE, CHARACTERS_AT_ONCE = 250, 20_000, 4_000
"""What is traced between two frames; more than that is a job."""

PATIENCE_MS = 1500
"""A run that fails gives no network; then the example's own is drawn."""

LARGEST_SHOWN = 12  # products of one output of Affine that are drawn; the others are one number

Found = tuple[Network, NDArray[Any], NDArray[Any], int]
"""A network, the examples x with their targets t, and the number of the image."""

CurrentNetwork = Callable[[Callable[[Found | None], None]], None]
"""Asked for the current network, calls back with a copy of it, at once or soon, or with None."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a trace that means the same in the trace of an edited graph."""

    node: str
    is_backward: bool
    position: int


class GraphModel(QObject):
    """`cursor` is None until the first graph is there.

    `selected` is a node's id or "". `edited`: a value differs from the source's own. `stale`: what is seen is
    not what was asked for, either because it is still being computed or because the text has an error.
    """

    source_changed = Signal()
    graph_changed = Signal()  # another set of nodes
    trace_changed = Signal()  # other numbers; comes with graph_changed as well
    cursor_changed = Signal()
    selection_changed = Signal(str)
    quiz_changed = Signal()
    stale_changed = Signal(bool)
    book_changed = Signal(str)  # an example's name
    failed = Signal(object)  # LabError: a graph that could not be made in a job

    def __init__(
        self, jobs: Jobs, current_network: CurrentNetwork | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._current_network = current_network
        self._first_graph: Graph | None = None
        self._asked_share = 0
        self._asks = 0
        self._upstream = 1.0  # what the backward pass begins with
        self._before: tuple[Source, Graph, int] | None = None
        self.source = Source("expression")
        self.cursor: Cursor | None = None
        self.selected = ""
        self.stale = False
        self.edited = False
        self.is_quiz = False
        self.began_with: tuple[str, ...] = ()
        self.book: dict[str, tuple[BookCheck, ...]] = {}
        self.checking = Checking(jobs, self)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self.cursor_changed.connect(self._show_checks)

    @property
    def trace(self) -> Trace | None:
        return None if self.cursor is None else self.cursor.trace

    @property
    def graph(self) -> Graph | None:
        return None if self.cursor is None else self.cursor.trace.graph

    @property
    def position(self) -> int:
        return 0 if self.cursor is None else self.cursor.position

    @property
    def is_busy(self) -> bool:
        return self._jobs.is_busy(TRACE_JOB)

    # Sources

    def show_example(self, name: str) -> None:
        """Draw an example from its first step. GraphError for a name that is none."""
        item = example(name)
        source = Source("example", name, item.expression)
        if item.build is None:
            self._show(source, item.graph())
        elif self._current_network is not None:
            asked = self._ask()
            self._set_stale(True)
            self._patience.timeout.connect(
                lambda: self._on_network(asked, name, item.graph, None),
                Qt.ConnectionType.SingleShotConnection,
            )
            self._patience.start()
            self._current_network(lambda found: self._on_network(asked, name, item.graph, found))
        else:
            self._build(replace(source, remark=_sentence(OWN_NETWORK)), item.graph)

    def show_network(
        self, network: Network, x: NDArray[Any], t: NDArray[Any], title: str = "", remark: str = ""
    ) -> None:
        """Draw the loss of a network on some examples. x: (N, D) or (D,), t as `Network.gradient` takes them.
        The numbers are copied at once: the network may go on training."""
        copy = network.copy()
        self._build(Source("network", title=title, remark=remark), lambda: _network_graph(copy, x, t))

    def draw(self, text: str) -> None:
        """Draw an expression. Inputs without a value keep the one that an input of this name has now, or
        begin with 1 (`began_with`). Raises LabError; the picture then stays, and is stale."""
        try:
            graph, began_with = self._with_known_values(parse(text))
            graph.shapes()
        except LabError:
            self._set_stale(True)
            raise
        self._show(Source("expression", text=text), graph)
        self.began_with = began_with
        self.source_changed.emit()

    def show_output(self, node_id: str, row: int, column: int) -> None:
        """Draw the scalar products of one output of an Affine node; `leave_output` goes back."""
        from core.graph.compound import affine_output

        trace = self.trace
        if trace is None or self.graph is None:
            return
        graph = affine_output(trace, node_id, row, column, LARGEST_SHOWN)
        upstream = np.asarray(trace.gradient(node_id))
        at = (row, column)[2 - upstream.ndim :]
        before = (self.source, self.graph, self.position)
        self._show(Source("output", title=graph.output_name), graph, float(upstream[at]))
        self._before = before

    def leave_output(self) -> None:
        if self._before is None:
            return
        source, graph, position = self._before
        self._before, self._upstream = None, 1.0
        self._trace(graph, lambda trace: self._settle(source, trace, position))

    @property
    def can_leave(self) -> bool:
        return self._before is not None

    def mark_stale(self, stale: bool) -> None:
        """For the expression bar: its text is not, or again is, what is drawn."""
        if not self.is_busy:
            self._set_stale(stale)

    def _show(self, source: Source, graph: Graph, upstream: float = 1.0) -> None:
        self._before, self._upstream = None, upstream
        self.began_with = ()
        self._trace(graph, lambda trace: self._settle(source, trace, 0))

    def _build(self, source: Source, make: Callable[[], Graph]) -> None:
        self._before, self._upstream = None, 1.0
        self.began_with = ()
        self._start(lambda: trace_graph(make()), lambda trace: self._settle(source, trace, 0))

    def _on_network(self, asked: int, name: str, own: Callable[[], Graph], found: Found | None) -> None:
        if asked != self._asks:
            return
        if found is None:
            self._build(Source("example", name, remark=_sentence(OWN_NETWORK)), own)
            return
        network, x, t, image = found
        remark = _sentence(CURRENT_NETWORK).format(image=image)
        self._build(Source("example", name, remark=remark), lambda: _network_graph(network, x, t))

    def _with_known_values(self, graph: Graph) -> tuple[Graph, tuple[str, ...]]:
        inputs = () if self.graph is None else self.graph.inputs
        known = {node.id: node.value for node in inputs if node.value is not None}
        missing = graph.missing
        graph = graph.with_values({name: known.get(name, np.float64(1.0)) for name in missing})
        return graph, tuple(name for name in missing if name not in known)

    # Tracing

    def _trace(self, graph: Graph, done: Callable[[Trace], None]) -> None:
        """Trace now where that is a matter of one frame, else in a job. Raises GraphError."""
        shapes, upstream = graph.shapes(), self._upstream
        entries = sum(math.prod(shape) for shape in shapes)
        if len(graph.nodes) <= NODES_AT_ONCE and entries <= ENTRIES_AT_ONCE:
            self._ask()
            self._jobs.cancel(TRACE_JOB)
            done(trace_graph(graph, upstream=upstream))
        else:
            self._start(lambda: trace_graph(graph, upstream=upstream), done)

    def _start(self, work: Callable[[], Trace], done: Callable[[Trace], None]) -> None:
        self._ask()
        self._set_stale(True)
        self._jobs.start(TRACE_JOB, work, done, self._on_failed)

    def _ask(self) -> int:
        """Something else is wanted from now on; the number of this wish."""
        self._asks += 1
        self._patience.stop()
        return self._asks

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, LabError):
            raise error
        self.failed.emit(error)

    def _settle(self, source: Source, trace: Trace, position: int) -> None:
        """A trace of another source: from now on this is what is seen."""
        self.source = source
        self._first_graph = trace.graph
        self.edited = False
        self.selected = ""
        self._replace(trace, position, other_nodes=True)
        self.source_changed.emit()
        self.selection_changed.emit("")

    def _replace(self, trace: Trace, position: int, other_nodes: bool) -> None:
        self.cursor = Cursor(trace, position)
        self._asked_share = 0
        self._set_stale(False)
        self.checking.restart(trace)
        if other_nodes:
            self.graph_changed.emit()
        self.trace_changed.emit()
        self.cursor_changed.emit()
        self.quiz_changed.emit()

    def _set_stale(self, stale: bool) -> None:
        if stale != self.stale:
            self.stale = stale
            self.stale_changed.emit(stale)

    # Values and compounds: the place in the trace is kept

    def set_value(self, node_id: str, text: str) -> None:
        """Give an input another value, as it was typed. Raises LabError and changes nothing."""
        self.set_number(node_id, parse_literal(text))

    def set_number(self, node_id: str, value: Any) -> None:
        """Give an input another value. Raises GraphError where the shapes no longer match."""
        if self.graph is None:
            return
        graph = self.graph.with_values({node_id: value})
        place = self._place()

        def done(trace: Trace) -> None:
            self.edited = True
            self._replace(trace, _position(trace, place), other_nodes=False)
            self.source_changed.emit()

        self._trace(graph, done)

    def reset_values(self) -> None:
        """The values that the source began with, everything closed, at the same place."""
        if self._first_graph is not None and self.cursor is not None:
            self._change_graph(self._first_graph, edited=False)

    def open(self, node_id: str) -> None:
        """Open a compound node into its parts. GraphError for one that has none."""
        if self.graph is not None:
            self._change_graph(open_node(self.graph, node_id))

    def close(self, node_id: str) -> None:
        """Close an opened compound, whatever was opened inside it."""
        if self.graph is None:
            return
        inside = parts_of(self.graph, node_id)
        if self.selected in inside and self.selected != node_id:
            self.select(node_id)
        self._change_graph(close_node(self.graph, node_id))

    def _change_graph(self, graph: Graph, edited: bool | None = None) -> None:
        place = self._place()

        def done(trace: Trace) -> None:
            self.edited = self.edited if edited is None else edited
            if self.selected not in trace.graph:
                self.select("")
            self._replace(trace, _position(trace, place), other_nodes=True)
            self.source_changed.emit()

        self._trace(graph, done)

    def _place(self) -> _Place:
        assert self.cursor is not None
        step = self.cursor.step
        node = "" if step is None else step.node
        return _Place(node, self.cursor.is_backward, self.cursor.position)

    # The cursor

    def go(self, position: int) -> None:
        """To the place after so many steps, or to the nearer end."""
        if self.cursor is None:
            return
        moved = self.cursor.to(position)
        if moved.position != self.cursor.position:
            self.cursor = moved
            self._asked_share = 0
            self.cursor_changed.emit()
            if self.is_quiz:
                self.quiz_changed.emit()

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
            self.selection_changed.emit(node_id)

    def explain(self, node_id: str) -> None:
        """Mark a node and go to the step that answers for it: for an input, and for any node on the way
        back, the step in which its gradient is complete; on the way forward, the step that computes it."""
        if self.cursor is None or node_id not in self.cursor.trace.graph:
            return
        self.select(node_id)
        if not self.is_quiz:
            self.go(self._answering(node_id))

    def _answering(self, node_id: str) -> int:
        assert self.cursor is not None
        trace = self.cursor.trace
        node = trace.graph.node(node_id)
        if node.is_operation and not self.cursor.is_backward:
            return trace.forward_at.get(node_id, self.position - 1) + 1
        arrivals = trace.arrivals(node_id)
        if arrivals:
            return arrivals[-1][0] + 1
        return trace.backward_at.get(node_id, self.position - 1) + 1

    def nudge(self, node_id: str, h: float) -> Nudge | None:
        """What moving the input by h does to the output: predicted by the gradient, and really."""
        return (
            None if self.trace is None or node_id not in self.trace.graph else nudge(self.trace, node_id, h)
        )

    # The quiz

    def set_quiz(self, on: bool) -> None:
        """Ask for the next number before each step, from here on."""
        if on != self.is_quiz:
            self.is_quiz = on
            self._asked_share = 0
            self.quiz_changed.emit()

    @property
    def question(self) -> Question | None:
        """What is asked now: None where the quiz is off or the end is reached."""
        if not self.is_quiz or self.cursor is None:
            return None
        return question(self.cursor.trace, self.position, self._asked_share)

    def answer(self, text: str) -> Judgement:
        """Judge what was typed; a right answer goes on. LabError for what is no number."""
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
            self.quiz_changed.emit()
        else:
            self.step()

    @property
    def answered(self) -> int:
        """How many contributions of the step that is asked about are known already."""
        return self._asked_share if self.is_quiz else 0

    # Beside the trace

    def compare_with_book(self) -> None:
        """Trace each example that the book has numbers for, one after another, in a job."""
        if not self._jobs.is_busy(BOOK_JOB):
            self._jobs.start(BOOK_JOB, _book_work, lambda _done: None, self._on_failed, self._on_book)

    def _on_book(self, found: tuple[str, tuple[BookCheck, ...]]) -> None:
        name, checks = found
        self.book[name] = checks
        self.book_changed.emit(name)

    def _show_checks(self) -> None:
        if self.cursor is not None:
            self.checking.look(self.cursor)


def _book_work() -> Any:
    from core.graph.examples import EXAMPLES

    for name, item in EXAMPLES.items():
        if item.book_numbers:
            yield name, item.compare_with_book()


def _network_graph(network: Network, x: NDArray[Any], t: NDArray[Any]) -> Graph:
    from core.graph.network_graph import network_graph

    return network_graph(network, x, t)


def _position(trace: Trace, place: _Place) -> int:
    """The place in another trace: after the step of the same node, if it still has one."""
    if not place.node:
        return 0
    if not place.is_backward:
        number = trace.forward_at.get(_known(trace, place.node))
        return place.position if number is None else number + 1
    node = _known(trace, place.node)
    if node in trace.graph.opened:
        # A compound that was opened has sent its gradient back when all of its parts have.
        numbers = [
            trace.backward_at[part] for part in parts_of(trace.graph, node) if part in trace.backward_at
        ]
        return max(numbers, default=place.position - 1) + 1
    number = trace.backward_at.get(node)
    return place.position if number is None else number + 1


def _known(trace: Trace, node_id: str) -> str:
    """The node, or the compound that it has become a hidden part of."""
    while node_id not in trace.graph and "/" in node_id:
        node_id = node_id.rpartition("/")[0]
    return node_id


def _sentence(template: str) -> str:
    return QCoreApplication.translate("GraphSource", template)
