"""A sitting: the program's own window in a home of its own, one action after another, and a log of them.

Each line of the log is an object of JSON: an action with its number, what was found after it, or how much
memory the process holds. The log of one sitting can be played in another, whole or in parts.
"""

from __future__ import annotations

import gc
import json
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QThread, QThreadPool, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QApplication, QMainWindow
from shiboken6 import Shiboken

from core.store.store import RunStore
from gui.app import Program
from gui.remembered.settings import Settings
from gui.selftest import settle
from soak.action import Action, perform
from soak.memory import resident_mb
from soak.monkey import Monkey
from soak.watch import Finding, Watch

MEMORY_EVERY = 500
REST_MS = 500
NESTED_MS = 3000


class Sitting(QObject):
    """`run` does `actions` actions of a monkey, or those of a log. Then `findings` has what was found, each
    with the number of the action before it, and `memory` (number of actions, MB) pairs."""

    def __init__(self, app: QApplication, folder: Path, log: IO[str]) -> None:
        super().__init__()
        self._app = app
        self._folder = folder
        self._log = log
        self._lock = threading.Lock()
        self._is_over = False
        self._number = 0
        self.findings: list[tuple[int, Finding]] = []
        self.memory: list[tuple[int, float]] = []
        self.watch = Watch(self._on_found)

    def run(self, seed: int, actions: int) -> None:
        """A monkey's actions, drawn one at a time from what is seen then."""
        self._sit(Monkey(seed), actions, None)

    def replay(self, actions: Iterable[tuple[int, Action, int]]) -> None:
        """What a log says, by number, action and pause."""
        self._sit(Monkey(0), 0, iter(actions))

    def _sit(self, monkey: Monkey, actions: int, log: Iterator[tuple[int, Action, int]] | None) -> None:
        make_files(self._folder)
        for scheme in ("http", "https", "file", "mailto"):
            # The stub is wrong: only text is taken.
            QDesktopServices.setUrlHandler(scheme, self, "open_elsewhere")  # type: ignore[arg-type]
        home = self._folder.parent
        program = Program(self._app, Settings(home / "settings.json"), RunStore(home / "runs"))
        program.broke.connect(self.watch.on_error)
        window = program.window
        window.installEventFilter(self)
        self.watch.begin()
        window.show()
        program.begin_recovery()
        window.activateWindow()
        settle(REST_MS)
        loop = QEventLoop()
        timer = QTimer(self, singleShot=True)

        def step() -> None:
            drawn = next(log, None) if log is not None else self._draw(monkey, actions)
            if drawn is None:
                loop.quit()
                return
            self._number, action, pause = drawn
            # What opens a loop of its own, a menu for one, is used from within it.
            timer.start(NESTED_MS)
            self._do(action, pause)
            timer.start(pause)

        timer.timeout.connect(step)
        timer.start(0)
        loop.exec()
        timer.stop()
        self._end(program)

    def _draw(self, monkey: Monkey, actions: int) -> tuple[int, Action, int] | None:
        if self._number >= actions:
            return None
        drawn = (self._number + 1, monkey.draw(), monkey.pause())
        self.watch.forget()
        return drawn

    def _do(self, action: Action, pause: int) -> None:
        self._write({"n": self._number, **action.to_json(), "pause": pause})
        try:
            perform(action, self._folder)
        except Exception as error:
            self.watch.on_error(error)
        if self._number % MEMORY_EVERY == 0:
            self._note_memory()

    def _end(self, program: Program) -> None:
        """Put a new network on the table and close the window; then see what is left of it."""
        self._is_over = True
        for window in self._app.topLevelWidgets():
            if window is not program.window:
                window.close()
        settle(REST_MS)
        program.trainer.shutdown()
        program.document.new(program.document.experiment)
        settle(REST_MS)
        self._note_memory()
        window = program.window
        window.close()
        del program
        window.deleteLater()
        QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
        del window
        settle(REST_MS)
        gc.collect()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.watch.end()
        for what in left():
            self._on_found(Finding("left", what))
        self._note_memory()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window stays open until all actions are done."""
        if event.type() == QEvent.Type.Close and isinstance(watched, QMainWindow) and not self._is_over:
            event.ignore()
            return True
        return False

    @Slot(QUrl)
    def open_elsewhere(self, url: QUrl) -> None:
        """A link would open a browser: the monkey has none."""

    def _note_memory(self) -> None:
        held = resident_mb()
        if held is not None:
            self.memory.append((self._number, held))
            self._write({"n": self._number, "memory": round(held)})

    def _on_found(self, finding: Finding) -> None:
        with self._lock:
            self.findings.append((self._number, finding))
        self._write({"n": self._number, "found": finding.kind, "text": finding.text})

    def _write(self, line: dict[str, Any]) -> None:
        with self._lock:
            self._log.write(json.dumps(line, ensure_ascii=False) + "\n")
            self._log.flush()


def logged(path: Path, only: Iterable[range] | None = None) -> list[tuple[int, Action, int]]:
    """The actions of a log with their numbers and pauses, or those whose number is in one of `only`."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    wanted = None if only is None else list(only)
    return [
        (line["n"], Action.from_json(line), line["pause"])
        for line in lines
        if "do" in line and (wanted is None or any(line["n"] in part for part in wanted))
    ]


def make_files(folder: Path) -> None:
    """What there is to be opened: all of it is something else than a model."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "folder").mkdir(exist_ok=True)
    (folder / "damaged.blab").write_bytes(b"PK\x03\x04" + bytes(range(256)))
    (folder / "empty.blab").touch()
    (folder / "text.csv").write_text("x,y,class\n0,1,a\n1,0,b\n", encoding="utf-8")
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(0x204060)
    picture.save(str(folder / "picture.png"))


def left() -> list[str]:
    """What still runs, a sentence each, when all windows are closed."""
    objects = [one for one in gc.get_objects() if isinstance(one, QTimer | QThread) and Shiboken.isValid(one)]
    here = QThread.currentThread()
    return [
        *(
            f"the thread {thread.name} still runs"
            for thread in threading.enumerate()
            if thread is not threading.current_thread() and not isinstance(thread, threading._DummyThread)
        ),
        *(f"{one!r} still runs" for one in objects if isinstance(one, QTimer) and one.isActive()),
        *(
            f"{one!r} still runs"
            for one in objects
            if isinstance(one, QThread) and one is not here and one.isRunning()
        ),
        *(["a job is left in the pool"] if QThreadPool.globalInstance().activeThreadCount() else []),
        *(f"the window {one!r} is still there" for one in QApplication.topLevelWidgets() if one.isVisible()),
    ]
