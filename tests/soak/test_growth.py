"""Memory while one trains: the short form of `dev.py soak --runs 200` and `--minutes 30`."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from soak.growth import Held, growth, train


def test_short_runs_are_counted_and_hold_little_more(qapp: QApplication, tmp_path: Path) -> None:
    notes: list[Held] = []
    train(qapp, tmp_path, 0.0, 2, notes.append, iterations=10)
    assert [(note.runs, note.iterations) for note in notes] == [(1, 10), (2, 20)]
    assert notes[1].resident_mb < notes[0].resident_mb + 20.0, "MB: a data set that stays would be 47"


def test_growth_leaves_out_the_losses_the_start_and_what_comes_and_goes() -> None:
    sizes = {0: 100.0, 60: 200.0, 70: 200.0, 80: 500.0, 90: 230.0, 100: 230.0, 110: 230.0}
    notes = [Held(float(second), 1, second * 10_000, size) for second, size in sizes.items()]
    beyond = [note.resident_mb - 8e-6 * note.iterations for note in notes]
    assert growth(notes) == pytest.approx(beyond[-1] / beyond[1] - 1.0)
    assert growth(notes, warm_s=1e9) == 0.0
