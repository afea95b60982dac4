"""Looks for garbage in the window's thread alone.

Python looks for reference cycles in whichever thread happens to make an object. What is found in the thread
of a job is destroyed there, and a widget that is destroyed outside of the window's thread ends the program.
So the automatic search stays off, and a timer of the window does it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PERIOD_MS = 500


class GarbageCollector(QObject):
    """Begins with `start` and ends with its parent."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(PERIOD_MS)
        self._timer.timeout.connect(look)

    def start(self) -> None:
        """Look from here on, but no more in what the program consists of: it lives as long as the program,
        and to look through it takes longer than a redraw may wait."""
        gc.disable()
        gc.freeze()
        self._timer.start()


def look() -> int:
    """Search the oldest generation whose turn it is, by Python's own thresholds. Returns what was found."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            return gc.collect(generation)
    return 0
