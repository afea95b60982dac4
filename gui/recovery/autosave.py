"""Writes what would be lost, some time after something has changed, off the window's thread.

The network of a training is copied by its worker between two iterations, and the copy written in a job. What
is to be kept, and where it lies, is given.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import LabError
from core.training.checkpoint import Checkpoint
from gui.document.network_on_table import Receive
from gui.document.sources import Answer
from gui.jobs.jobs import Jobs
from gui.recovery.keeper import Keeper, ToKeep

EVERY_S = 30.0
SOON_S = 2.0
"""The first change after a rest is kept so soon: a gesture or a word is then complete."""

SHARE = 0.01
"""The share of a processor's time that writing takes at most: after a long one the next waits longer."""

_JOB = "autosave"


class Autosave(QObject):
    """`gather` says what would be lost, None where that is nothing; `request` asks for a copy of the network
    on the table. `written` comes when that is kept, or there is nothing to keep any more; `failed`, once,
    when it cannot be. `clock` gives seconds."""

    written = Signal()
    failed = Signal(object)  # BaseException

    def __init__(
        self,
        keeper: Keeper,
        gather: Callable[[], ToKeep | None],
        request: Callable[[Receive], None],
        jobs: Jobs,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.every_s = EVERY_S
        self.has_failed = False
        self._keeper = keeper
        self._gather = gather
        self._request = request
        self._jobs = jobs
        self._clock = clock
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_due)
        self._serial = 0
        self._next = clock()
        self._is_busy = self._has_changed = self._is_over = False

    def note(self) -> None:
        """Something has changed that a person would miss."""
        if self._is_over or self._timer.isActive():
            return
        if self._is_busy:
            self._has_changed = True
            return
        soon = min(SOON_S, self.every_s)
        self._timer.start(round(1000 * max(soon, self._next - self._clock())))

    def write_now(self, checkpoint: Checkpoint | None) -> bool:
        """Write what would be lost here and now, with the network if it is at hand; whether that is done."""
        self._timer.stop()
        try:
            self._keeper.write(self._next_serial(), self._gather(), checkpoint)
        except (LabError, OSError):
            return False
        return True

    def end(self, *, keep: bool) -> None:
        """Nothing is written any more. What was written is removed, or left for the next start."""
        self._is_over = True
        self._timer.stop()
        self._keeper.end(keep=keep)

    def _on_due(self) -> None:
        found = self._gather()
        self._is_busy, self._has_changed = True, False
        if found is None or found.key is None or self._keeper.has(found.key):
            self._start(found, None)
        else:
            self._request(self._on_copy)

    def _on_copy(self, answer: Answer) -> None:
        """The network as it is now, with what else there is now."""
        found = None if isinstance(answer, LabError) else self._gather()
        if isinstance(answer, LabError) or found is None or found.key is None:
            self._rest(0.0)  # it is another one by now, of which there is news
            self.note()
        else:
            key = found.key[0], answer.iteration
            self._start(replace(found, key=key), answer.held)

    def _start(self, found: ToKeep | None, checkpoint: Checkpoint | None) -> None:
        serial = self._next_serial()

        def work() -> float:
            begun = time.thread_time()
            self._keeper.write(serial, found, checkpoint)
            return time.thread_time() - begun

        def done(spent: float) -> None:
            self.has_failed = False
            self._rest(spent)
            self.written.emit()

        self._jobs.start(_JOB, work, done, self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        self._rest(0.0)
        if not self.has_failed or not isinstance(error, LabError):
            self.has_failed = True
            self.failed.emit(error)

    def _rest(self, spent: float) -> None:
        self._is_busy = False
        self._next = self._clock() + max(self.every_s, spent / SHARE)
        if self._has_changed:
            self.note()

    def _next_serial(self) -> int:
        self._serial += 1
        return self._serial
