"""What the Graph workspace shows, and everything that a person does to it, without a widget.

One subject at a time: an example, an expression, a network, one output of an Affine node. It becomes a graph,
the graph a trace, over which one steps (`gui.graph.model.stepping`). What could hold up the window longer
than one frame is traced in a job, while the old picture stays, marked as stale. Gradients are compared with
differences in `gui.graph.model.checking`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from core.errors import LabError
from core.graph.book import BookCheck
from core.graph.compound import close_node, open_node, parts_of
from core.graph.cursor import Cursor
from core.graph.examples import example
from core.graph.expression import parse
from core.graph.graph import Graph
from core.graph.literals import parse_literal
from core.graph.trace import Trace, trace_graph
from core.nn.network import Network
from gui.graph.model.checking import Checking
from gui.graph.model.places import Place, place_of, position_in
from gui.graph.model.stepping import Stepping
from gui.graph.model.subject import CURRENT_NETWORK, OWN_NETWORK, Subject
from gui.jobs.jobs import Jobs

FIRST_EXAMPLE = "apple"
TRACE_JOB, BOOK_JOB = "graph trace", "graph book"
NODES_AT_ONCE, ENTRIES_AT_ONCE = 250, 20_000
"""What is traced between two frames; more than that is a job."""

PATIENCE_MS = 1500
"""A run that fails gives no network; then the example's own is drawn."""

LARGEST_SHOWN = 12  # products of one output of Affine that are drawn; the others are one number

Found = tuple[Network, NDArray[Any], NDArray[Any], int]
"""A network, the examples x with their targets t, and the number of the image."""

CurrentNetwork = Callable[[Callable[[Found | None], None]], None]
"""Asked for the current network, calls back with a copy of it, at once or soon, or with None."""


class GraphModel(Stepping):
    """`edited`: a value differs from the subject's own. `stale`: what is seen is not what was asked for, as
    that is still being computed or because the text has an error. `began_with`: inputs that nobody gave a
    value. `book`: the examples' numbers beside those of the book, as far as they were compared.
    """

    subject_changed = Signal()
    graph_changed = Signal()  # another set of nodes
    trace_changed = Signal()  # other numbers; comes with graph_changed as well
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
        self._asks = 0
        self._upstream = 1.0  # what the backward pass begins with
        self._before: tuple[Subject, Graph, int] | None = None
        self.subject = Subject("expression")
        self.stale = False
        self.edited = False
        self.began_with: tuple[str, ...] = ()
        self.book: dict[str, tuple[BookCheck, ...]] = {}
        self.checking = Checking(jobs, self)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self.cursor_changed.connect(self._show_checks)

    @property
    def is_busy(self) -> bool:
        return self._jobs.is_busy(TRACE_JOB)

    # What is drawn

    def show_example(self, name: str) -> None:
        """Draw an example from its first step. GraphError for a name that is none."""
        item = example(name)
        subject = Subject("example", name, item.expression)
        if item.build is None:
            self._show(subject, item.graph())
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
            self._build(replace(subject, remark=_sentence(OWN_NETWORK)), item.graph)

    def show_network(
        self, network: Network, x: NDArray[Any], t: NDArray[Any], title: str = "", remark: str = ""
    ) -> None:
        """Draw the loss of a network on some examples. x: (N, D) or (D,), t as `Network.gradient` takes them.
        The numbers are copied at once: the network may go on training."""
        copy = network.copy()
        self._build(Subject("network", title=title, remark=remark), lambda: _network_graph(copy, x, t))

    def draw(self, text: str) -> None:
        """Draw an expression. Inputs without a value keep the one that an input of this name has now, or
        begin with 1 (`began_with`). Raises LabError; the picture then stays, and is stale."""
        try:
            graph, began_with = self._with_known_values(parse(text))
            graph.shapes()
        except LabError:
            self._set_stale(True)
            raise
        self._show(Subject("expression", text=text), graph)
        self.began_with = began_with
        self.subject_changed.emit()

    def show_output(self, node_id: str, row: int, column: int) -> None:
        """Draw the scalar products of one output of an Affine node; `leave_output` goes back."""
        from core.graph.compound import affine_output

        trace = self.trace
        if trace is None or self.graph is None:
            return
        graph = affine_output(trace, node_id, row, column, LARGEST_SHOWN)
        upstream = np.asarray(trace.gradient(node_id))
        at = (row, column)[2 - upstream.ndim :]
        before = (self.subject, self.graph, self.position)
        self._show(Subject("output", title=graph.output_name), graph, float(upstream[at]))
        self._before = before

    def leave_output(self) -> None:
        if self._before is None:
            return
        subject, graph, position = self._before
        self._before, self._upstream = None, 1.0
        self._trace(graph, lambda trace: self._settle(subject, trace, position))

    @property
    def can_leave(self) -> bool:
        return self._before is not None

    def mark_stale(self, stale: bool) -> None:
        """For the expression bar: its text is not, or again is, what is drawn."""
        if not self.is_busy:
            self._set_stale(stale)

    def _show(self, subject: Subject, graph: Graph, upstream: float = 1.0) -> None:
        self._before, self._upstream = None, upstream
        self.began_with = ()
        self._trace(graph, lambda trace: self._settle(subject, trace, 0))

    def _build(self, subject: Subject, make: Callable[[], Graph]) -> None:
        self._before, self._upstream = None, 1.0
        self.began_with = ()
        self._start(lambda: trace_graph(make()), lambda trace: self._settle(subject, trace, 0))

    def _on_network(self, asked: int, name: str, own: Callable[[], Graph], found: Found | None) -> None:
        if asked != self._asks:
            return
        if found is None:
            self._build(Subject("example", name, remark=_sentence(OWN_NETWORK)), own)
            return
        network, x, t, image = found
        remark = _sentence(CURRENT_NETWORK).format(image=image)
        self._build(Subject("example", name, remark=remark), lambda: _network_graph(network, x, t))

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

    def _settle(self, subject: Subject, trace: Trace, position: int) -> None:
        """A trace of another subject: from now on this is what is seen."""
        self.subject = subject
        self._first_graph = trace.graph
        self.edited = False
        self.selected = ""
        self._replace(trace, position, other_nodes=True)
        self.subject_changed.emit()
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
        place = self._place

        def done(trace: Trace) -> None:
            self.edited = True
            self._replace(trace, position_in(trace, place), other_nodes=False)
            self.subject_changed.emit()

        self._trace(graph, done)

    def reset_values(self) -> None:
        """The values that the subject began with, everything closed, at the same place."""
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
        place = self._place

        def done(trace: Trace) -> None:
            self.edited = self.edited if edited is None else edited
            if self.selected not in trace.graph:
                self.select("")
            self._replace(trace, position_in(trace, place), other_nodes=True)
            self.subject_changed.emit()

        self._trace(graph, done)

    @property
    def _place(self) -> Place:
        assert self.cursor is not None
        return place_of(self.cursor)

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


def _sentence(template: str) -> str:
    return QCoreApplication.translate("GraphSubject", template)
