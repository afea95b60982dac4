"""Gathers a session's events and hands them on as reports, with the only clock of a training run.

It runs in the worker's thread, knows no Qt, and does next to nothing for an iteration: its loss stands in the
session's array, of which a report has a view.
"""

from __future__ import annotations

from collections import deque

import numpy as np
from numpy.typing import NDArray

from core.training.events import (
    Evaluation,
    EvaluationProgress,
    Event,
    IterationDetail,
    LayerDied,
    LayerStatistics,
    SettingChanged,
    StayedAtChance,
)
from core.training.pace import Pace
from core.training.threads import ThreadsInUse
from gui.document.report import Report

RATE_WINDOW = 20
"""Reports over which images a second are averaged: about two seconds."""


class Recorder:
    """Takes the events of one run, each with the time at which it came, and makes reports of them.

    Times are seconds of any clock that only goes forward. An evaluation's time, and a pause's (see `resume`),
    do not count as training (see `Pace`).
    """

    def __init__(
        self,
        run_id: int,
        batch_size: int,
        total_iterations: int,
        iterations_per_epoch: int,
        now: float,
        done: int = 0,
    ) -> None:
        self.last_evaluation: Evaluation | None = None
        self._run_id = run_id
        self._batch_size = batch_size
        self._pace = Pace(total_iterations, iterations_per_epoch, now, done)
        self._done = done
        self._history: deque[tuple[float, int]] = deque([(0.0, done)], maxlen=RATE_WINDOW + 1)
        self._progress: EvaluationProgress | None = None
        self._clear()

    @property
    def seconds(self) -> float:
        """The seconds of training so far."""
        return self._pace.seconds

    def resume(self, now: float) -> None:
        """The time since the last event was not spent by the session."""
        self._pace.resume(now)

    def iterate(self, now: float) -> None:
        """One more iteration: the path that is taken thousands of times a second."""
        self._pace.iterated(now)

    def take(self, event: Event, now: float) -> None:
        """Any event but Iteration."""
        self._pace.happened(event, now)
        match event:
            case EvaluationProgress():
                self._progress = event
            case Evaluation():
                self._progress = None
                self._evaluations.append(event)
                self.last_evaluation = event
            case LayerStatistics():
                self._statistics.append(event)
            case SettingChanged():
                self._changes.append(event)
            case IterationDetail():
                self._details.append(event)
            case LayerDied():
                self._died.append(event)
            case StayedAtChance():
                self._stayed.append(event)
            case _:
                pass  # Completed and Diverged end the run: they are no part of a report

    def report(
        self,
        losses: NDArray[np.float64],
        weights: NDArray[np.float32] | None = None,
        threads: ThreadsInUse | None = None,
    ) -> Report:
        """Everything since the last call. `losses` are those of all iterations so far, and are not copied."""
        new, self._done = len(losses) - self._done, len(losses)
        if new:
            self._history.append((self.seconds, self._done))
        speed = self._iterations_per_second()
        report = Report(
            self._run_id,
            losses,
            new,
            tuple(self._evaluations),
            tuple(self._statistics),
            tuple(self._changes),
            tuple(self._details),
            tuple(self._died),
            self._progress,
            speed * self._batch_size if speed is not None else None,
            self.seconds,
            self._pace.seconds_left(self._done, speed),
            weights,
            self._pace.evaluation_share,
            threads,
            tuple(self._stayed),
        )
        self._clear()
        return report

    def _clear(self) -> None:
        self._evaluations: list[Evaluation] = []
        self._statistics: list[LayerStatistics] = []
        self._changes: list[SettingChanged] = []
        self._details: list[IterationDetail] = []
        self._died: list[LayerDied] = []
        self._stayed: list[StayedAtChance] = []

    def _iterations_per_second(self) -> float | None:
        """The speed of the last batches."""
        (start, first), (end, last) = self._history[0], self._history[-1]
        return (last - first) / (end - start) if end > start else None
