"""How long a run takes: the time of its iterations and of its evaluations, and what is still to come.

It knows no clock. Whoever drives a session tells it at what time each event came, in seconds of any clock
that only goes forward.
"""

from __future__ import annotations

import math

from core.training.events import Evaluation, EvaluationProgress, Event

BASIS_SECONDS = 0.2
"""Seconds of training: before, a few slow first iterations would stand for all."""


class Pace:
    """`seconds` is the time of the iterations so far, `evaluation_seconds` that of all evaluations that are
    over; pauses are in neither. `done` iterations were made before: in a run that is continued they took
    their time elsewhere."""

    def __init__(self, total_iterations: int, iterations_per_epoch: int, now: float, done: int = 0) -> None:
        self.seconds = 0.0
        self.evaluation_seconds = 0.0
        self._total = total_iterations
        self._per_epoch = iterations_per_epoch
        self._before = done
        self._last = now
        self._evaluating = 0.0
        self._last_evaluation = 0.0

    @property
    def evaluation_share(self) -> float | None:
        """The share of the time that evaluations took, from 0 to 1; None before anything took any."""
        both = self.seconds + self.evaluation_seconds
        return self.evaluation_seconds / both if both > 0 else None

    def resume(self, now: float) -> None:
        """The time since the last event was not spent by the session."""
        self._last = now

    def iterated(self, now: float) -> None:
        """An iteration was made: the path that is taken thousands of times a second."""
        self.seconds += now - self._last
        self._last = now

    def happened(self, event: Event, now: float) -> None:
        """Any event but Iteration."""
        spent = now - self._last
        self._last = now
        if isinstance(event, EvaluationProgress):
            self._evaluating += spent
        elif isinstance(event, Evaluation):
            self._last_evaluation = self._evaluating + spent
            self.evaluation_seconds += self._last_evaluation
            self._evaluating = 0.0

    def seconds_left(self, done: int, iterations_per_second: float | None = None) -> float | None:
        """What the iterations after the first `done` will take at this speed, or that of the whole run, and
        each evaluation to come as long as the last one. None while too little was made to tell."""
        if self.seconds < BASIS_SECONDS:
            return None
        speed = iterations_per_second or (done - self._before) / self.seconds
        evaluations = math.ceil(self._total / self._per_epoch) - done // self._per_epoch
        return (self._total - done) / speed + evaluations * self._last_evaluation
