"""Decides which plot is redrawn when, so that plots of live data cost little and the window stays quick.

Painting holds the interpreter's lock and one core, and whoever trains waits for it. So a plot with new data
is redrawn at most about 4½ times a second, plots take turns, only one is painted per turn of the event
loop, and one that cannot be seen is not painted at all. It does not know what a plot is.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt, QTimer
from shiboken6 import Shiboken

PERIOD_MS = 220
"""The time from one redraw of a plot to its next."""

GAP_MS = 30
"""The least time between the redraws of two plots."""


class Redrawable(Protocol):
    """What takes turns: a widget that takes in its new data at `redraw` and then asks Qt to paint it."""

    def redraw(self) -> None: ...

    def can_be_seen(self) -> bool: ...


def _monotonic_ms() -> float:
    return time.monotonic() * 1000.0


class RedrawScheduler(QObject):
    """Redraws what asked for it, in turns. Its timer runs only while something that can be seen waits.

    `clock` gives the time in milliseconds.
    """

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = _monotonic_ms) -> None:
        super().__init__(parent)
        self._now_ms = clock
        self._waiting: list[Redrawable] = []
        self._drawn_ms: WeakKeyDictionary[Redrawable, float] = WeakKeyDictionary()
        self._last_ms = 0.0
        self._hurries = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)

    def request(self, plot: Redrawable) -> None:
        """Redraw `plot` when it is its turn; asking again before that changes nothing. One that is hidden
        waits, and asks again when it is shown."""
        if plot not in self._waiting:
            self._waiting.append(plot)
        elif self._timer.isActive():
            return
        self._wait_for_next()

    def hurry(self) -> None:
        """Redraw what waits and can be seen before its time, but still one a turn of the event loop: at the
        end of a run, after which nothing more comes."""
        self._hurries = True
        self._wait_for_next()

    def flush(self) -> None:
        """Redraw everything that waits, seen or not, at once: for a picture."""
        self._timer.stop()
        for plot in list(self._waiting):
            self._redraw(plot)

    def _wait_for_next(self) -> None:
        self._waiting = [plot for plot in self._waiting if _exists(plot)]
        due = [self._due_ms(plot) for plot in self._waiting if plot.can_be_seen()]
        self._hurries = self._hurries and bool(due)
        if due:
            at = max(min(due), self._last_ms + GAP_MS)
            self._timer.start(0 if self._hurries else max(0, round(at - self._now_ms())))

    def _due_ms(self, plot: Redrawable) -> float:
        return self._drawn_ms.get(plot, -float(PERIOD_MS)) + PERIOD_MS

    def _on_timeout(self) -> None:
        seen = [plot for plot in self._waiting if _exists(plot) and plot.can_be_seen()]
        if seen:
            self._redraw(min(seen, key=self._due_ms))
        self._wait_for_next()

    def _redraw(self, plot: Redrawable) -> None:
        self._waiting.remove(plot)
        self._drawn_ms[plot] = self._last_ms = self._now_ms()
        plot.redraw()


def _exists(plot: Redrawable) -> bool:
    """Qt may have deleted a widget that Python still holds."""
    return not isinstance(plot, QObject) or Shiboken.isValid(plot)
