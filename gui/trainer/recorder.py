"""Gathers a session's events and hands them on as reports, with the only clock of a training run.

It runs in the worker's thread, knows no Qt, and does next to nothing for an iteration: the arrays are made
when a report is taken, a few times a second.
"""

from __future__ import annotations

import math
from collections import deque

import numpy as np
from numpy.typing import NDArray

from core.training.events import (
    Evaluation,
    EvaluationProgress,
    Event,
    Iteration,
    IterationDetail,
    LayerDied,
    LayerStatistics,
    SettingChanged,
)
from gui.document.report import Report

RATE_WINDOW = 20
"""Reports over which images a second are averaged: about two seconds."""


class Recorder:
    """Takes the events of one run, each with the time at which it came, and makes reports of them.

    Times are seconds of any clock that only goes forward. An evaluation's time, and a pause's (see `resume`),
    do not count as training.
    """

    def __init__(
        self, run_id: int, batch_size: int, total_iterations: int, iterations_per_epoch: int, now: float
    ) -> None:
        self.seconds = 0.0
        self.last_evaluation: Evaluation | None = None
        self._run_id = run_id
        self._batch_size = batch_size
        self._total = total_iterations
        self._per_epoch = iterations_per_epoch
        self._last = now
        self._done = 0
        self._evaluating_seconds = 0.0
        self._evaluation_seconds = 0.0
        self._history: deque[tuple[float, int]] = deque([(0.0, 0)], maxlen=RATE_WINDOW + 1)
        self._progress: EvaluationProgress | None = None
        self._clear()

    def resume(self, now: float) -> None:
        """What passed since the last event was no work of the session."""
        self._last = now

    def iterate(self, event: Iteration, now: float) -> None:
        """One more iteration: the path that is taken thousands of times a second."""
        self._iterations.append(event)
        self.seconds += now - self._last
        self._last = now

    def take(self, event: Event, now: float) -> None:
        """Any event but Iteration."""
        spent = now - self._last
        self._last = now
        match event:
            case EvaluationProgress():
                self._evaluating_seconds += spent
                self._progress = event
            case Evaluation():
                self._evaluation_seconds = self._evaluating_seconds + spent
                self._evaluating_seconds = 0.0
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
            case _:
                pass  # Completed and Diverged end the run: they are no part of a report

    def report(self, weights: NDArray[np.float32] | None = None) -> Report:
        """Everything taken since the last call."""
        taken = self._iterations
        if taken:
            self._done = taken[-1].iteration
            self._history.append((self.seconds, self._done))
        rate = self._images_per_second()
        report = Report(
            self._run_id,
            np.fromiter((event.iteration for event in taken), np.int64, len(taken)),
            np.fromiter((event.loss for event in taken), np.float64, len(taken)),
            tuple(self._evaluations),
            tuple(self._statistics),
            tuple(self._changes),
            tuple(self._details),
            tuple(self._died),
            self._progress,
            rate,
            self.seconds,
            self._seconds_left(rate),
            weights,
        )
        self._clear()
        return report

    def _clear(self) -> None:
        self._iterations: list[Iteration] = []
        self._evaluations: list[Evaluation] = []
        self._statistics: list[LayerStatistics] = []
        self._changes: list[SettingChanged] = []
        self._details: list[IterationDetail] = []
        self._died: list[LayerDied] = []

    def _images_per_second(self) -> float | None:
        (start, first), (end, last) = self._history[0], self._history[-1]
        return (last - first) * self._batch_size / (end - start) if end > start else None

    def _seconds_left(self, rate: float | None) -> float | None:
        if rate is None:
            return None
        evaluations = math.ceil(self._total / self._per_epoch) - self._done // self._per_epoch
        return (self._total - self._done) * self._batch_size / rate + evaluations * self._evaluation_seconds
