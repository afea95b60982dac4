"""What several tests of the command line share: a run of `train` that is interrupted, as by a person."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from core import language
from core.training.events import Event, Iteration
from core.training.session import TrainingSession
from tests.mnist import open_once

open_once()


@pytest.fixture
def korean(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[[Mapping[str, Mapping[str, str]]], None]:
    """Gives the command line a Korean table for this test alone, and has it asked for."""
    monkeypatch.setattr(language, "_table", {})
    monkeypatch.setattr(language, "resource_folder", lambda: tmp_path)
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")

    def speak(table: Mapping[str, Mapping[str, str]]) -> None:
        path = tmp_path / "translations" / "ko.json"
        path.parent.mkdir()
        path.write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")
        assert language.prepare(os.environ) is None

    return speak


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
