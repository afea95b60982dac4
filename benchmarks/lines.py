"""How a child process with a window hears what it is asked, and answers: see `benchmarks.children`."""

from __future__ import annotations

import json
import sys
from threading import Thread

from PySide6.QtCore import QObject, Signal


class Lines(QObject):
    """The lines of the standard input, as a signal."""

    came = Signal(str)

    def listen(self) -> None:
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            self.came.emit(line)


def answer(value: object) -> None:
    """A line of JSON on the standard output."""
    print(json.dumps(value), flush=True)
