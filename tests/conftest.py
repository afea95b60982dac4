"""What every test runs under: no screen, settings of its own, and nothing left behind.

Python's warnings and Qt's messages fail a test as well: see `pyproject.toml`.
"""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any
from weakref import WeakSet

import pytest

# Before anything makes a QApplication: tests never open a window on someone's screen.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# Before anything imports NumPy: two threads that wait for each other in every small product crawl as soon as
# another program needs a core.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

# What the command line says is held against English, whatever is spoken here.
os.environ["LC_ALL"] = "C.UTF-8"

from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

# How long something that is already ending may take. Only a test that is about to fail waits so long.
GRACE_MS = 20_000
# The same for what a test waits for: on a machine that does other work, a job of a second may take ten.
PATIENCE_MS = 60_000
for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitActive, QtBot.waitExposed):
    wait.__kwdefaults__ = {**(wait.__kwdefaults__ or {}), "timeout": PATIENCE_MS}

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None, max_examples=30)
settings.register_profile("few", settings.get_profile("ci"), max_examples=20)
settings.load_profile("ci" if os.environ.get("CI") else "here")


_homes = count()


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has its own home, so that none reads or writes what a person or another test left."""
    # Not `tmp_path`, which few need: it is numbered, linked to, looked through and removed.
    home = tmp_path_factory.mktemp(f"home{next(_homes)}", numbered=False)
    for name, folder in {
        "HOME": "",
        "USERPROFILE": "",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "state",
        "APPDATA": "config",
        "LOCALAPPDATA": "data",
    }.items():
        monkeypatch.setenv(name, str(home / folder))
    for file_format in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(file_format, QSettings.Scope.UserScope, str(home / "config"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What stands at the top of `tests` starts programs and takes longest: it begins first, so that no
    process is left with it at the end."""
    items.sort(key=lambda item: item.path.parent != Path(__file__).parent)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What the modules consist of lives as long as the run: it is not looked through while their asserts are
    rewritten, which takes a third less time, nor after every window."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


def _record_starts(kind: Any) -> WeakSet[Any]:
    """Remember every object of a Qt class that is started: Qt keeps no list of them."""
    started: WeakSet[Any] = WeakSet()
    start = kind.start

    def recording_start(self: Any, *arguments: Any) -> None:
        started.add(self)
        start(self, *arguments)

    kind.start = recording_start
    return started


_qthreads = _record_starts(QThread)
_timers = _record_starts(QTimer)


@dataclass(frozen=True, slots=True)
class _Left:
    """What is running or open now and was not before."""

    threads: list[threading.Thread]
    qthreads: list[QThread]
    pool_jobs: int
    timers: list[QTimer]
    windows: list[QWidget]

    @classmethod
    def since(cls, threads: set[threading.Thread], windows: set[int]) -> _Left:
        return cls(
            # A thread that Qt made shows up as a dummy that never ends; QThread answers for it.
            [
                t
                for t in threading.enumerate()
                if t not in threads and not isinstance(t, threading._DummyThread)
            ],
            [thread for thread in _qthreads if Shiboken.isValid(thread) and thread.isRunning()],
            QThreadPool.globalInstance().activeThreadCount(),
            [timer for timer in _timers if Shiboken.isValid(timer) and timer.isActive()],
            [widget for widget in QApplication.topLevelWidgets() if not _stays(widget, windows)],
        )

    def lines(self) -> list[str]:
        return [
            *(f"a Python thread: {thread.name}" for thread in self.threads),
            *(f"a running QThread: {thread!r}" for thread in self.qthreads),
            *(["a job in the global QThreadPool"] if self.pool_jobs else []),
            *(f"an active QTimer: {timer!r}" for timer in self.timers),
            *(f"a top-level widget: {widget!r}" for widget in self.windows),
        ]

    def let_end(self) -> None:
        """Give what is already ending the time to end."""
        for thread in self.threads:
            thread.join(GRACE_MS / 1000)
        for qthread in self.qthreads:
            qthread.wait(GRACE_MS)
        QThreadPool.globalInstance().waitForDone(GRACE_MS)

    def make_end(self) -> None:
        """End what can be ended, so that one test's fault does not become the next one's."""
        for timer in self.timers:
            timer.stop()
        for thread in self.qthreads:
            thread.quit()
            # Destroyed while it runs, it would end the whole test run.
            if not thread.wait(GRACE_MS):
                thread.terminate()
                thread.wait()


@pytest.fixture(autouse=True)
def nothing_left_behind(own_settings: None) -> Iterator[None]:
    """Fail a test that leaves a thread, a running QThread, an active QTimer or a top-level widget."""
    threads = set(threading.enumerate())
    # Addresses: a wrapper held here would itself keep a window alive.
    windows = {_address(widget) for widget in QApplication.topLevelWidgets()}
    yield
    if not _Left.since(threads, windows).lines():
        return
    _Left.since(threads, windows).let_end()
    # Objects that nobody holds any more: those told to be deleted later, and those in reference cycles.
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = _Left.since(threads, windows)
    left.make_end()
    if left.lines():
        pytest.fail("the test leaves behind:\n  " + "\n  ".join(left.lines()), pytrace=False)


def _stays(widget: QWidget, windows: set[int]) -> bool:
    """Whether it was there before, or is hidden and goes with a window that was: a popup of it."""
    owner = widget
    while not widget.isVisible() and (parent := owner.parentWidget()) is not None:
        owner = parent
    return _address(owner) in windows


def _address(widget: QWidget) -> int:
    return int(Shiboken.getCppPointer(widget)[0])
