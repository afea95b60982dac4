"""When what would be lost is written, by a clock that a test turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from core.errors import LabError
from core.training.checkpoint import load_checkpoint
from gui.document.network_on_table import Receive
from gui.document.sources import NetworkCopy, put_away
from gui.jobs.jobs import Jobs
from gui.recovery.autosave import EVERY_S, SHARE, SOON_S, Autosave
from gui.recovery.keeper import Keeper, ToKeep
from gui.recovery.sitting import find_left
from tests.core.training.model_files import after
from tests.gui.recovery.sittings import kept_of


@dataclass
class Table:
    """A network after so many iterations, and a clock."""

    iteration: int = 1
    now: float = 1000.0
    to_keep: bool = True
    asked: list[Receive] = field(default_factory=list)

    def gather(self) -> ToKeep | None:
        return ToKeep(kept_of(), (1, self.iteration)) if self.to_keep else None

    def copy(self) -> NetworkCopy:
        held = after(self.iteration)
        return NetworkCopy("running", "Run 1", self.iteration, held.experiment, 1, held)

    def answer(self, answer: Callable[[], NetworkCopy | LabError] | None = None) -> None:
        self.asked.pop()((answer or self.copy)())


@pytest.fixture
def table() -> Table:
    return Table()


@pytest.fixture
def autosave(qapp: object, table: Table, tmp_path: Path) -> Iterator[Autosave]:
    owner = QObject()
    jobs = Jobs(owner)
    made = Autosave(Keeper(tmp_path), table.gather, table.asked.append, jobs, lambda: table.now, parent=owner)
    yield made
    jobs.shutdown()
    made.end(keep=False)


def waits(autosave: Autosave) -> float | None:
    """The seconds until something is written; None where nothing is to be."""
    timer = autosave.findChild(QTimer)
    return timer.interval() / 1000 if timer.isActive() else None


def be_due(autosave: Autosave) -> None:
    timer = autosave.findChild(QTimer)
    assert timer.isActive()
    timer.stop()
    timer.timeout.emit()


def write(qtbot: QtBot, autosave: Autosave, table: Table) -> None:
    with qtbot.waitSignal(autosave.written):
        be_due(autosave)
        table.answer()


def test_it_writes_soon_after_a_rest_and_then_at_most_every_thirty_seconds(
    qtbot: QtBot, autosave: Autosave, table: Table, tmp_path: Path
) -> None:
    assert waits(autosave) is None
    autosave.note()
    assert waits(autosave) == SOON_S
    write(qtbot, autosave, table)
    assert waits(autosave) is None, "nothing has changed since"
    table.now += 12
    table.iteration = 2
    autosave.note()
    autosave.note()
    assert waits(autosave) == EVERY_S - 12
    write(qtbot, autosave, table)
    autosave.end(keep=True)
    found = find_left(tmp_path)
    assert found is not None
    assert found[1].model is not None
    assert load_checkpoint(found[1].model).iteration == 2
    found[0].end()


def test_what_changes_while_it_writes_is_written_next(qtbot: QtBot, autosave: Autosave, table: Table) -> None:
    autosave.note()
    be_due(autosave)
    autosave.note()  # the copy is on its way
    assert waits(autosave) is None
    with qtbot.waitSignal(autosave.written):
        table.answer()
    assert waits(autosave) == EVERY_S


def test_a_network_that_is_kept_already_is_not_asked_for(
    qtbot: QtBot, autosave: Autosave, table: Table
) -> None:
    autosave.note()
    write(qtbot, autosave, table)
    autosave.note()
    with qtbot.waitSignal(autosave.written):
        be_due(autosave)
    assert table.asked == []


def test_a_network_that_went_away_is_no_fault(qtbot: QtBot, autosave: Autosave, table: Table) -> None:
    autosave.note()
    be_due(autosave)
    table.answer(put_away)
    assert waits(autosave) == EVERY_S
    table.to_keep = False
    with qtbot.waitSignal(autosave.written):
        be_due(autosave)
    assert table.asked == []


def test_a_long_writing_is_followed_by_a_long_rest(
    qtbot: QtBot, autosave: Autosave, table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    spent = iter([10.0, 13.0])
    monkeypatch.setattr("time.thread_time", lambda: next(spent))
    autosave.note()
    write(qtbot, autosave, table)
    autosave.note()
    assert waits(autosave) == 3.0 / SHARE


def test_a_disk_that_does_not_take_it_is_told_once(
    qtbot: QtBot, autosave: Autosave, table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    autosave.failed.connect(told.append)

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        for number in range(2):
            autosave.note()
            be_due(autosave)
            table.answer()
            qtbot.waitUntil(lambda: len(told) > 0 and not autosave._is_busy)
            assert len(told) == 1, number
            assert not autosave.write_now(after(1))
    autosave.note()
    write(qtbot, autosave, table)
    assert not autosave.has_failed


def test_after_its_end_nothing_is_written(qtbot: QtBot, autosave: Autosave, tmp_path: Path) -> None:
    autosave.note()
    autosave.end(keep=True)
    assert waits(autosave) is None
    autosave.note()
    assert waits(autosave) is None
    assert autosave.write_now(after(1))
    assert list(tmp_path.iterdir()) == []
