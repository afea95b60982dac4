"""Who ends the program from outside: Ctrl-C in its terminal, `kill`, a terminal that is closed, a logout.

Nobody is asked then, whatever dialog is open: the program keeps what there is for the next start and ends.
Qt's loop does not run Python's signal handlers while it waits, so the signal is sent to it through a socket.
"""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

from core.farewells import heeded, is_impatient

LEAVE_WITHIN_S = 1.9
"""The system ends the process after so long: what was kept last is there whole."""


class Interrupts(QObject):
    """Calls `end` at the first signal. The same one again ends the process, whatever it is doing.

    `was_interrupted`: by Ctrl-C, of which a shell wants to know; who is asked to end, ends as usual.
    """

    def __init__(self, end: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        self._seen: list[int] = []
        self._inside, self._outside = socket.socketpair()
        for end_of_pair in (self._inside, self._outside):
            end_of_pair.setblocking(False)
        self._notifier = QSocketNotifier(self._inside.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    @property
    def was_interrupted(self) -> bool:
        return signal.SIGINT in self._seen

    def install(self) -> None:
        signal.set_wakeup_fd(self._outside.fileno())
        for number in heeded():
            # Python writes to the socket only for signals that it handles.
            signal.signal(number, self._note)

    def _note(self, number: int, frame: FrameType | None) -> None:
        if not self._seen and sys.platform != "win32":
            signal.setitimer(signal.ITIMER_REAL, LEAVE_WITHIN_S)
        self._seen.append(number)
        if is_impatient(number, self._seen):
            signal.signal(number, signal.SIG_DFL)

    def _on_signal(self) -> None:
        self._notifier.setEnabled(False)
        self._end()
