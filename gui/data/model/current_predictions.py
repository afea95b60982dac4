"""The predictions of the network that is looked at, for the splits that are wanted.

They are computed off the window's thread, a newer wish in the place of an older one, and arrive together with
the network that gave them. Which examples there are, and which predictions are shown, is not known here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from core.data import DataSet, Split
from core.errors import LabError
from core.inspection.predictions import Predictions, fit_problem
from core.nn.network import Network
from gui.data.model.asking import Predicted, SplitName, predict_splits
from gui.data.model.change import DataChange
from gui.data.model.current_network import CurrentNetwork
from gui.document.changes import Changes
from gui.document.sources import NetworkCopy
from gui.jobs.jobs import Jobs

JOB = "data-predictions"
LEAST_REST_MS = 1_500
REST = 9
"""How much longer the rest between two looks at a training is than the work: the training keeps its speed."""


class CurrentPredictions(QObject):
    """`wanted` gives the splits to be predicted, in this order. `problem` says why there can be no
    predictions, `failure` is what nobody expected: `changes` is told NETWORK for either, and for another
    network. `network` gave what is known, and `predicted_by` is what to call it: that of a moment ago while
    newer predictions are computed."""

    came = Signal(str)  # the predictions for this split
    forgotten = Signal(bool)  # there are none; whether there were any

    def __init__(
        self,
        current: CurrentNetwork,
        jobs: Jobs,
        wanted: Callable[[], list[tuple[SplitName, Split]]],
        changes: Changes[DataChange],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._current = current
        self._jobs = jobs
        self._wanted = wanted
        self._changes = changes
        self._data: DataSet | None = None
        self._known: dict[SplitName, Predictions] = {}
        self._told: NetworkCopy | None = None
        self._clock = QElapsedTimer()
        self._is_active = False
        self.network: Network | None = None
        self.predicted_by: NetworkCopy | None = None
        self.problem: LabError | None = None
        self.failure: BaseException | None = None
        current.changed.connect(self.take_up)

    @property
    def looked_at(self) -> NetworkCopy:
        """The network that is looked at; its predictions may still be on their way (`is_asking`)."""
        return self._current.looked_at

    @property
    def is_asking(self) -> bool:
        return self._jobs.is_busy(JOB)

    def of(self, split: SplitName) -> Predictions | None:
        return self._known.get(split)

    # For the owner

    def set_data(self, data: DataSet | None) -> None:
        """Other data, of which nothing is known; `take_up` asks."""
        self._jobs.cancel(JOB)
        self._data = data
        self._known.clear()
        self.predicted_by = self._told = None

    def drop(self, split: SplitName) -> None:
        """The examples of this split are others; `ask` asks."""
        self._known.pop(split, None)

    def set_active(self, active: bool) -> None:
        """Whether somebody looks: only then is anything computed, or asked of a running training."""
        if active == self._is_active:
            return
        self._is_active = active
        with self._changes.action():
            self._current.follow(active)
            if active:
                self.ask()
            else:
                self._jobs.cancel(JOB)

    def take_up(self) -> None:
        """Another network. Until it has predicted, those of the one before stay if they fit the data."""
        with self._changes.action():
            self.problem = self._find_problem(self.looked_at)
            if self.problem is not None:
                self._forget()
            goes_on = self._told is not None and self._told.continues(self.looked_at)
            self._told = self.looked_at
            if not goes_on:
                self._changes.tell(DataChange.NETWORK)
            if not (goes_on and self.is_asking):
                self.ask(anew=True)
            # else: a training that evaluates often must not cut every prediction short, see _on_done

    def ask(self, anew: bool = False) -> None:
        """Compute what is missing, or everything for another network."""
        looked_at = self.looked_at
        anew = anew or looked_at is not self.predicted_by
        parts = [(name, split) for name, split in self._wanted() if anew or name not in self._known]
        if not self._is_active or self._data is None or self.problem is not None or not parts:
            return
        if not looked_at.has_weights:
            return  # a copy of them is on its way, and would be predicted by initial ones until then
        build = looked_at.network if anew or self.network is None else partial(_itself, self.network)
        self.failure = None
        self._clock.start()
        self._jobs.start(
            JOB,
            lambda: predict_splits(build, parts),
            self._on_done,
            self._on_failed,
            partial(self._on_predicted, looked_at),
        )

    # What happens

    def _find_problem(self, looked_at: NetworkCopy) -> LabError | None:
        problems = looked_at.experiment.network.problems()
        if problems or self._data is None:
            return problems[0] if problems else None
        return fit_problem(looked_at.experiment.network, self._data)

    def _forget(self) -> None:
        self._jobs.cancel(JOB)
        self.network = None
        self.predicted_by = None
        had = bool(self._known)
        self._known.clear()
        self.forgotten.emit(had)

    def _on_predicted(self, looked_at: NetworkCopy, step: Predicted | None) -> None:
        if step is None:
            return
        if looked_at is not self.predicted_by:
            self._known.clear()
            self.predicted_by = looked_at
        is_other = step.network is not self.network
        self.network = step.network
        self._known[step.split] = step.predictions
        with self._changes.action():
            if is_other:
                self._changes.tell(DataChange.NETWORK)
            self.came.emit(step.split)

    def _on_done(self, _result: object) -> None:
        self._current.rest_ms = max(LEAST_REST_MS, REST * self._clock.elapsed())
        if self.predicted_by is not self.looked_at:
            self.ask(anew=True)

    def _on_failed(self, error: BaseException) -> None:
        with self._changes.action():
            self._forget()
            if isinstance(error, LabError):
                self.problem = error
            else:
                self.failure = error
            self._changes.tell(DataChange.NETWORK)


def _itself(network: Network) -> Network:
    return network
