"""What the Graph workspace shows, and everything that a person does to it, without a widget.

One subject at a time: an example, an expression, a network, one output of an Affine node. It becomes a graph,
the graph a trace, over which one steps (`gui.graph.model.stepping`). What could hold up the window longer
than one frame is traced in a job, while the old picture stays, marked as stale. Gradients are compared with
differences in `gui.graph.model.checking`, numbers with the book's in `gui.graph.model.book`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import GraphError, LabError, translatable
from core.graph.compound import close_node, open_node, parts_of
from core.graph.cursor import Cursor
from core.graph.examples import example
from core.graph.expression import parse
from core.graph.graph import Graph
from core.graph.literals import parse_literal
from core.graph.trace import Trace, trace_graph
from gui.graph.layout.layers import places
from gui.graph.model.book import Book
from gui.graph.model.change import GraphChange
from gui.graph.model.checking import Checking
from gui.graph.model.history import History, Moment
from gui.graph.model.networks import CurrentNetwork, Found, trace_network
from gui.graph.model.origin import Origin
from gui.graph.model.places import place_of, position_in
from gui.graph.model.stepping import Stepping
from gui.graph.model.subject import Subject
from gui.jobs.jobs import Jobs
from gui.language.texts import Speaking

FIRST_EXAMPLE = "apple"
TRACE_JOB = "graph trace"
NODES_AT_ONCE, ENTRIES_AT_ONCE = 250, 20_000
"""What is traced between two frames; more than that is a job."""

PATIENCE_MS = 1500
"""A run that fails gives no network; then the example's own is drawn."""

MOST_PLACES = 4_000
"""Nodes that are drawn, and columns that their wires pass: laying out more would hold up the window."""

LARGEST_SHOWN = 12  # products of one output of Affine that are drawn; the others are one number


class GraphModel(Speaking, Stepping):
    """`edited`: a value differs from the subject's own. `stale`: what is seen is not what was asked for, as
    that is still being computed or because the text has an error. `undo_stack` has each other subject and
    each other value; to look at one output, or into a compound, is not an edit.
    """

    failed = Signal(object)  # LabError: a graph that could not be made in a job

    def __init__(
        self, jobs: Jobs, current_network: CurrentNetwork | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._current = current_network or CurrentNetwork(self)
        self._first_graph: Graph | None = None
        self._asks = 0
        self._awaited = Subject("example")  # waits for a network
        self._upstream = 1.0  # what the backward pass begins with
        self._before: tuple[Subject, Graph, int] | None = None
        self._seen: Moment | None = None
        self._history = History(self._restore, self)
        self.undo_stack = self._history.undo_stack
        self.subject = Subject("expression")
        self.stale = False
        self.edited = False
        self.book = Book(jobs, self._changes)
        self.checking = Checking(jobs, self._changes, self)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience)
        self._current.moved.connect(self._on_moved)
        self._changes.follow(self._check)

    @property
    def is_busy(self) -> bool:
        """Something else is about to be drawn."""
        return self._jobs.is_busy(TRACE_JOB) or self._patience.isActive()

    # What is drawn

    def show_example(self, name: str) -> None:
        """Draw an example from its first step. GraphError for a name that is none."""
        item = example(name)
        subject = Subject("example", name, item.expression)
        if item.network is None:
            self._show(subject, item.graph())
            return
        asked, self._awaited = self._ask(), subject
        self._set_stale(True)
        self._patience.start()
        self._current.ask(partial(self._on_network, asked))

    def show_network(self, found: Found, title: str = "") -> None:
        """Draw the loss of a network on some examples. The numbers are copied at once: the network may go on
        training."""
        own = replace(found, network=found.network.copy())
        self._draw_network(Subject("network", title=title), lambda: own)

    def draw(self, text: str) -> None:
        """Draw an expression. Inputs without a value keep the one that an input of this name has now, or
        begin with 1. Raises LabError; the picture then stays, and is stale."""
        try:
            graph, began_with = self._with_known_values(parse(text))
            graph.shapes()
            _require_drawable(graph)
        except LabError:
            self._set_stale(True)
            raise
        self._show(Subject("expression", text=text, began_with=began_with), graph)

    def bring_back(self, subject: Subject, values: Mapping[str, Any]) -> None:
        """Draw an example or an expression of another sitting, with the values that its inputs had there.
        Raises LabError for what cannot be drawn."""
        is_example = subject.kind == "example"
        graph = example(subject.key).graph() if is_example else parse(subject.text)
        known = {node.id for node in graph.inputs}
        edited = graph.with_values({name: value for name, value in values.items() if name in known})
        edited.shapes()
        _require_drawable(edited)
        self._show(subject, graph if is_example else edited)
        if is_example:
            self._edit(edited, edited=True)

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
        self._show(Subject("output", title=graph.output_name), graph, float(upstream[at]), before)

    def leave_output(self) -> None:
        if self._before is None:
            return
        subject, graph, position = self._before
        self._before, self._upstream = None, 1.0
        self._trace(graph, lambda trace: self._settle(subject, trace, position, is_edit=False))

    @property
    def can_leave(self) -> bool:
        return self._before is not None

    def mark_stale(self, stale: bool) -> None:
        """Note that the text of the expression bar is not, or again is, what is drawn."""
        if not self.is_busy:
            self._set_stale(stale)

    def _show(
        self,
        subject: Subject,
        graph: Graph,
        upstream: float = 1.0,
        before: tuple[Subject, Graph, int] | None = None,
    ) -> None:
        self._before, self._upstream = before, upstream
        self._trace(graph, lambda trace: self._settle(subject, trace))

    def _draw_network(self, subject: Subject, find: Callable[[], Found]) -> None:
        self._before, self._upstream = None, 1.0
        self._start(lambda: trace_network(subject, find()), lambda drawn: self._settle(*drawn))

    def _on_patience(self) -> None:
        self._on_network(self._asks, None)

    def _on_network(self, asked: int, found: Found | None) -> None:
        if asked != self._asks:
            return
        subject = self._awaited
        self._draw_network(subject, lambda: found or _own_network(subject.key))

    def _on_moved(self) -> None:
        if self.subject.origin is not None:
            self._changes.tell(GraphChange.NOW)

    @property
    def description(self) -> str:
        """What is drawn, in a sentence; of a network, whether it has been trained on since."""
        return self.subject.description(self._current.weights)

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
            done(self._jobs.at_once(lambda: trace_graph(graph, upstream=upstream)))
        else:
            self._start(lambda: trace_graph(graph, upstream=upstream), done)

    def _start(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
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

    def _settle(self, subject: Subject, trace: Trace, position: int = 0, *, is_edit: bool = True) -> None:
        """A trace of another subject: from now on this is what is seen."""
        before = self._last_seen()
        is_same = before is not None and before.subject == subject and not before.edited
        with self._changes.action():
            self.subject = subject
            self._first_graph = trace.graph
            self.edited = False
            self.select("")
            self._replace(trace, position)
            self._changes.tell(GraphChange.GRAPH)
        name = ""
        if is_edit and not is_same and subject.kind != "output":
            text = self.tr("Draw an expression") if subject.kind == "expression" else self.tr("Show {title}")
            name = text.format(title=subject.heading)
        self._see(before, name)

    def _last_seen(self) -> Moment | None:
        return None if self._seen is None else replace(self._seen, position=self.position)

    def _see(self, before: Moment | None, name: str = "") -> None:
        """Keep what is seen now, for undo. `name` is what Undo is called, "" of what is not an edit."""
        assert self.graph is not None
        assert self._first_graph is not None
        seen = (self.subject, self.graph, self._first_graph, self.edited, self._upstream, self._before)
        self._seen = Moment(*seen, self.position)
        if name and before is not None:
            self._history.note(before, self._seen, name)

    def _restore(self, moment: Moment) -> None:
        """Draw what was seen then; the place is kept where it is the same subject."""
        self._before, self._upstream = moment.before, moment.upstream

        def done(trace: Trace) -> None:
            is_same = self.cursor is not None and self.subject == moment.subject
            place = place_of(self.cursor) if self.cursor is not None and is_same else None
            with self._changes.action():
                self.subject, self._first_graph, self.edited = moment.subject, moment.first, moment.edited
                if self.selected not in trace.graph:
                    self.select("")
                self._replace(trace, moment.position if place is None else position_in(trace, place))
                self._changes.tell(GraphChange.GRAPH)
            self._see(None)

        self._trace(moment.graph, done)

    def _replace(self, trace: Trace, position: int) -> None:
        self.cursor = Cursor(trace, position)
        self._asked_share = 0
        self._set_stale(False)
        self._changes.tell(GraphChange.SUBJECT | GraphChange.TRACE | GraphChange.CURSOR)

    def _set_stale(self, stale: bool) -> None:
        if stale != self.stale:
            self.stale = stale
            self._changes.tell(GraphChange.STALE)

    # Values and compounds: the place in the trace is kept

    def set_value(self, node_id: str, text: str) -> None:
        """Give an input another value, as it was typed. Raises LabError and changes nothing."""
        self.set_number(node_id, parse_literal(text))

    def set_number(self, node_id: str, value: Any) -> None:
        """Give an input another value. Raises GraphError where the shapes no longer match."""
        if self.graph is not None:
            name = self.tr("Change {name}").format(name=node_id)
            self._edit(self.graph.with_values({node_id: value}), edited=True, name=name)

    def reset_values(self) -> None:
        """The values that the subject began with, everything closed, at the same place."""
        if self._first_graph is not None and self.cursor is not None:
            self._edit(self._first_graph, edited=False, name=self.tr("Reset the values"))

    def open(self, node_id: str) -> None:
        """Open a compound node into its parts. GraphError for one that has none."""
        if self.graph is not None:
            self._edit(open_node(self.graph, node_id), self.edited)

    def close(self, node_id: str) -> None:
        """Close an opened compound, whatever was opened inside it."""
        if self.graph is None:
            return
        closed, inside = close_node(self.graph, node_id), parts_of(self.graph, node_id)
        with self._changes.action():
            if self.selected in inside:
                self.select(node_id)
            self._edit(closed, self.edited)

    def _edit(self, graph: Graph, edited: bool, name: str = "") -> None:
        assert self.cursor is not None
        place = place_of(self.cursor)

        def done(trace: Trace) -> None:
            before = self._last_seen()
            with self._changes.action():
                if self.graph is None or trace.graph.index.keys() != self.graph.index.keys():
                    self._changes.tell(GraphChange.GRAPH)
                self.edited = edited
                if self.selected not in trace.graph:
                    self.select("")
                self._replace(trace, position_in(trace, place))
            self._see(before, name)

        self._trace(graph, done)

    # Beside the trace

    def _check(self, what: GraphChange) -> None:
        """Compare the gradients that can be seen now, as a part of the action that brought them."""
        if self.cursor is None:
            return
        if GraphChange.TRACE in what:
            self.checking.restart(self.cursor.trace)
        if GraphChange.CURSOR in what:
            self.checking.look(self.cursor)


def _require_drawable(graph: Graph) -> None:
    needed = places(graph.operand_indices)
    if needed > MOST_PLACES:
        template = translatable(
            "errors",
            "The graph is too large to draw: its {nodes:,} nodes and the wires between them need {needed:,} "
            "places, and at most {limit:,} are drawn. Take a part of it; the command `trace` lists it all.",
        )
        raise GraphError(template, nodes=len(graph.nodes), needed=needed, limit=MOST_PLACES)


def _own_network(name: str) -> Found:
    """That of an example, with its initial weights and an image."""
    make = example(name).network
    assert make is not None
    return Found(*make(), Origin(None, "test", 0))
