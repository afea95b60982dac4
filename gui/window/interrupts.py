"""Ctrl-C in the terminal that the program was started from: the window closes as if its cross were pressed.

Qt's loop does not run Python's signal handlers while it waits, so the signal is sent to it through a socket.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class Interrupts(QObject):
    """Calls `end` at the first interrupt. A second one ends the process, whatever it is doing.

    `was_interrupted`: by Ctrl-C, of which a shell wants to know; who is asked to end, ends as usual.
    """

    def __init__(self, end: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        self.was_interrupted = False
        self._inside, self._outside = socket.socketpair()
        for end_of_pair in (self._inside, self._outside):
            end_of_pair.setblocking(False)
        self._notifier = QSocketNotifier(self._inside.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    def install(self) -> None:
        signal.set_wakeup_fd(self._outside.fileno())
        for number in (signal.SIGINT, signal.SIGTERM):
            # Python writes to the socket only for signals that it handles.
            signal.signal(number, lambda *_: None)

    def _on_signal(self) -> None:
        self.was_interrupted = signal.SIGINT in self._inside.recv(64)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        self._end()
