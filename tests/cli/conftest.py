"""What several tests of the command line share: a run of `train` that is interrupted, as by a person."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from core.training.events import Event, Iteration
from core.training.session import TrainingSession
from tests.mnist import open_once

open_once()


@pytest.fixture
def interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C, as it reaches the process, after the fifth update."""
    events = TrainingSession.events

    def with_a_signal(self: TrainingSession) -> Iterator[Event]:
        for event in events(self):
            if isinstance(event, Iteration) and event.iteration == 5:
                signal.raise_signal(signal.SIGINT)
            yield event

    monkeypatch.setattr(TrainingSession, "events", with_a_signal)
