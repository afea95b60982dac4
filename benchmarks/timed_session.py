"""A training session that notes when each of its epochs was over, and a rate from that.

In whole epochs, so that the evaluations between them count for what they cost.
"""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import Any

from core.training.events import Evaluation, Event
from core.training.session import TrainingSession


class TimedSession(TrainingSession):
    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.epochs: list[tuple[float, int]] = []  # seconds on a clock, iteration

    def events(self) -> Generator[Event, None, None]:
        for event in super().events():
            if type(event) is Evaluation:
                self.epochs.append((time.perf_counter(), event.iteration))
            yield event

    def rate(self, seconds: float, since: float) -> float | None:
        """Iterations a second, from the first epoch that ended after `since` up to one that ended at least
        `seconds` later; None while there is none."""
        epochs = [epoch for epoch in self.epochs if epoch[0] >= since]
        for now, iteration in epochs:
            if now - epochs[0][0] >= seconds:
                return (iteration - epochs[0][1]) / (now - epochs[0][0])
        return None
