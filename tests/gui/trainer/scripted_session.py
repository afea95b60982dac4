"""A session that does as a test tells it, where a real one would be slower or too well behaved."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data import DataSet
from core.growing_array import GrowingArray
from core.nn.network import Network
from core.training.checkpoint import Checkpoint
from core.training.config import Experiment
from core.training.events import Evaluation, Event, Iteration
from core.training.thread_record import ThreadRecord


def evaluation(iteration: int, accuracy: float = 0.5) -> Evaluation:
    return Evaluation(iteration, iteration / 10, 0.7, accuracy, 0.7, accuracy)


class ScriptedSession:
    """Yields the events of a script; an exception in it is raised. It counts what is asked of it."""

    def __init__(
        self, experiment: Experiment, data: DataSet, script: Iterable[Event | BaseException], total: int = 100
    ) -> None:
        self.experiment = experiment
        self.data = data
        self.network = Network(experiment.network, experiment.training.seed)
        self.iteration = 0
        self._losses = GrowingArray(np.float64)
        self.total_iterations = total
        self.iterations_per_epoch = 10
        self.asked = 0
        self.closed = False
        self.explained = 0
        self.evaluations: list[Evaluation] = []
        self.changes: list[tuple[str, float]] = []
        self.threads = ThreadRecord()
        self.evaluating: Iterable[Event] = ()
        self._script = script

    def events(self) -> Generator[Event, None, None]:
        try:
            for event in self._script:
                self.asked += 1
                if isinstance(event, BaseException):
                    raise event
                if isinstance(event, Iteration):
                    self.iteration = event.iteration
                    self._losses.append(event.loss)
                yield event
        finally:
            self.closed = True

    @property
    def losses(self) -> NDArray[np.float64]:
        return self._losses.values

    def evaluate(self) -> Iterator[Event]:
        yield from self.evaluating
        yield evaluation(self.iteration)

    def change(self, name: str, value: float) -> None:
        self.changes.append((name, value))

    def explain_next(self) -> None:
        self.explained += 1

    def checkpoint(self) -> Checkpoint:
        network = self.network
        return Checkpoint(
            self.experiment,
            self.iteration,
            network.params.copies(),
            network.state.copies(),
            {},
            {},
            self.losses,
            (),
        )


class Sessions:
    """Makes one scripted session after the other, and keeps them: `sessions[0]` is that of the first run."""

    def __init__(self, script: Callable[[], Iterable[Event | BaseException]], **settings: Any) -> None:
        self._script = script
        self._settings = settings
        self._made: list[ScriptedSession] = []

    def __call__(self, experiment: Experiment, data: DataSet) -> Any:
        self._made.append(ScriptedSession(experiment, data, self._script(), **self._settings))
        return self._made[-1]

    def __getitem__(self, place: int) -> ScriptedSession:
        return self._made[place]

    def __len__(self) -> int:
        return len(self._made)
