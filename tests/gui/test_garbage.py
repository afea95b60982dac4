"""Garbage is found in the window's thread, and nowhere else."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from weakref import ref

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui import garbage
from gui.garbage import GarbageCollector


class Knot:
    """Refers to itself: only a search for garbage can let it go."""

    def __init__(self, seen: list[threading.Thread]) -> None:
        self.itself = self
        self.seen = seen

    def __del__(self) -> None:
        self.seen.append(threading.current_thread())


@pytest.fixture
def collector(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[GarbageCollector]:
    monkeypatch.setattr(garbage, "PERIOD_MS", 5)
    was_enabled = gc.isenabled()
    parent = QObject()
    yield GarbageCollector(parent)
    parent.deleteLater()
    if was_enabled:
        gc.enable()


def test_a_cycle_made_in_another_thread_ends_in_that_of_the_window(
    qtbot: QtBot, collector: GarbageCollector
) -> None:
    seen: list[threading.Thread] = []

    def work() -> None:
        Knot(seen)
        for _ in range(10 * gc.get_threshold()[0]):
            kept.append([])  # enough for Python's own search, were it on

    kept: list[list[object]] = []
    collector.start()
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == []
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [threading.main_thread()]


def test_what_was_there_at_the_start_is_not_searched(collector: GarbageCollector) -> None:
    knot = Knot([])
    collector.start()
    known = ref(knot)
    del knot
    gc.collect()
    assert known() is not None
    gc.unfreeze()
    gc.collect()
    assert known() is None
    gc.freeze()
