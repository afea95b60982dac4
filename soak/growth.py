"""Whether memory grows while one trains for long, or again and again, with all plots in sight.

What a run keeps on purpose are its losses, 8 bytes each. Beyond them the program should hold after half an
hour, or after 200 runs, what it held after the first minute.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from core.store.store import RunStore
from gui.app import Program
from gui.document.change import State
from gui.remembered.settings import Settings
from gui.selftest import settle
from soak.memory import resident_mb

WARM_S = 60.0
"""By then all is there that is made once."""

LIMIT = 0.05
NOTE_S = 2.0
ITERATIONS = 300
"""The length of a short run."""

ENDLESS = 50_000_000


@dataclass(frozen=True, slots=True)
class Held:
    """What the process held after so many seconds, runs and iterations."""

    seconds: float
    runs: int
    iterations: int
    resident_mb: float

    @property
    def beyond_mb(self) -> float:
        """Beyond the losses."""
        return self.resident_mb - 8e-6 * self.iterations


def growth(notes: list[Held], warm_s: float = WARM_S) -> float:
    """By which share the memory beyond the losses has grown, from the first notes after `warm_s` seconds to
    the last ones: medians of a tenth of them each, for what is held to write a file comes and goes."""
    warm = [note.beyond_mb for note in notes if note.seconds >= warm_s] or [notes[-1].beyond_mb]
    part = max(1, len(warm) // 10)
    return statistics.median(warm[-part:]) / statistics.median(warm[:part]) - 1.0


def train(
    app: QApplication,
    home: Path,
    minutes: float,
    runs: int,
    told: Callable[[Held], object],
    iterations: int = ITERATIONS,
) -> None:
    """Train the network of the start for so many minutes, or so many short runs one after the other, and tell
    at times what is held."""
    settings = Settings(home / "settings.json")
    settings.workspace = "train"
    program = Program(app, settings, RunStore(home / "runs"))
    window, trainer, document = program.window, program.trainer, program.document
    window.resize(1366, 768)
    window.show()
    program.begin_recovery()
    while program.table.data is None:
        settle(100)
    length, part = (ENDLESS, 0) if minutes else (iterations, 1000)
    training = document.experiment.training
    training = replace(training, length=length, length_unit="iterations", evaluate_on=part)
    document.edit_training(training, "Length")
    begun = time.monotonic()
    if minutes:
        trainer.start()
    for _ in _long(minutes) if minutes else _short(program, runs):
        held = resident_mb() or 0.0
        made = [run.log.last_iteration for run in document.runs]
        told(Held(time.monotonic() - begun, len(made), sum(made), held))
    trainer.shutdown()
    document.new(document.experiment)
    window.close()
    window.deleteLater()


def _long(minutes: float) -> Iterator[None]:
    ends = time.monotonic() + 60.0 * minutes
    while time.monotonic() < ends:
        settle(round(1000.0 * NOTE_S))
        yield


def _short(program: Program, runs: int) -> Iterator[None]:
    for _ in range(runs):
        program.trainer.new_weights(same_seed=False)
        program.trainer.start()
        while program.trainer.state is not State.ENDED:
            settle(20)
        yield
