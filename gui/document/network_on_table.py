"""The one answer to the question which network, which run and which data set are looked at.

The trainer and the files put a source here; screens, files and whatever else wants a network ask for it here
and nowhere else. One signal tells what an action has changed, the document's part included.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from core.data import DataSet
from core.training.config import Experiment
from gui.document.change import Change, State
from gui.document.document import Document
from gui.document.report import Report
from gui.document.run import Run
from gui.document.sources import Answer, InitialWeights, KeptNetwork, NetworkCopy, NetworkSource, put_away

Receive = Callable[[Answer], None]


class NetworkOnTable(QObject):
    """`source` gives the network; `report` is the last one of the run on the table, None before the first.

    `data` is the data set that the run was made with, which need not be the one that the form names by now:
    None while it is not at hand. Without a run it is that of the experiment. `changed` brings a `Change`.
    """

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.changes = document.changes
        self.changed = document.changed
        self.state = State.IDLE
        self.allowed: frozenset[str] = frozenset()
        self.report: Report | None = None
        self.data: DataSet | None = document.data
        self.source: NetworkSource = self._initial()
        self.weights_wanted = False
        self._waiting: list[Receive] = []
        self._is_closed = False
        self.changes.follow(self._on_document)
        self._on_document(Change.RUNS)

    @property
    def run(self) -> Run | None:
        """The run that the network belongs to; None for initial weights."""
        return self.source.run

    @property
    def experiment(self) -> Experiment:
        """What the network on the table was made from; later edits are for the next run."""
        run = self.run
        return run.experiment if run is not None else self.document.experiment

    @property
    def image_shape(self) -> tuple[int, int] | None:
        """(height, width) of inputs that are images."""
        return self.data.image_shape if self.data is not None else None

    def look(self) -> NetworkCopy:
        """Which network it is, with its arrays only where they are at hand."""
        return self.source.look()

    def request(self, receive: Receive) -> None:
        """Call `receive` exactly once: with a copy of the network on the table, now or soon, or with a
        LabError that says why there is none. Never with one that is no longer on the table."""
        if self._is_closed:
            receive(put_away())
            return
        self._waiting.append(receive)
        self._ask(receive)

    # For those who feed it

    def put(self, source: NetworkSource) -> None:
        """Take the network from this source from now on. Who waits for one of the same run gets the new
        one; who waits for another hears that it is gone."""
        before, self.source = self.source, source
        with self.changes.action():
            if source.run is not before.run:
                self.report = None
                self._answer(put_away())
                self.changes.tell(Change.RUN)
            self.document.set_current_run(source.run)
            self._find_data(is_other_run=source.run is not before.run)
            self.changes.tell(Change.NETWORK)
            for receive in list(self._waiting):
                self._ask(receive)

    def put_initial(self) -> None:
        """Initial weights on the table: those of the experiment."""
        self.put(self._initial())

    def set_state(self, state: State, allowed: frozenset[str]) -> None:
        """What the training is doing, and which of the trainer's actions make sense now."""
        if (state, allowed) != (self.state, self.allowed):
            self.state, self.allowed = state, allowed
            self.changes.tell(Change.STATE)

    def take_report(self, report: Report) -> None:
        """The run on the table goes on; its log holds what the report tells."""
        self.report = report
        self.changes.tell(Change.REPORT)

    def want_weights(self, wanted: bool) -> None:
        """Whether reports bring a copy of W1."""
        self.weights_wanted = wanted
        self.changes.tell(Change.WEIGHTS)

    def close(self) -> None:
        """The window is about to go: who still waits is told so, and nothing is asked for any more."""
        self._is_closed = True
        self._answer(put_away())

    # What follows from the document

    def _initial(self) -> InitialWeights:
        document = self.document
        return InitialWeights(lambda: (document.preset_name or "", document.experiment, document.data))

    def _on_document(self, what: Change) -> None:
        run = self.document.current_run
        if what & Change.RUNS and run is not self.source.run:
            self.put(self._initial() if run is None else KeptNetwork("ended", run))
        elif what & Change.RUNS and run is not None and run.outcome and self.source.kind == "running":
            self.put(KeptNetwork("ended", run))
        elif what & Change.EXPERIMENT and run is None:
            self.changes.tell(Change.NETWORK)
        if what & Change.DATA:
            self._find_data(is_other_run=False)

    def _find_data(self, *, is_other_run: bool) -> None:
        data, run = self.document.data, self.run
        if run is None:
            self.data = data
        elif data is not None and data.name == run.experiment.training.data_set:
            self.data = self.data if self.data is not None and not is_other_run else data
        elif is_other_run:
            self.data = None

    # Questions

    def _ask(self, receive: Receive) -> None:
        source = self.source

        def answer(found: Answer) -> None:
            if receive in self._waiting and source is self.source:
                self._waiting.remove(receive)
                receive(found)

        source.give(answer)

    def _answer(self, found: Answer) -> None:
        waiting, self._waiting = self._waiting, []
        for receive in waiting:
            receive(found)
