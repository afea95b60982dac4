"""What must not happen, noted when it happens: an exception that nobody caught, in any thread; a warning of
Python or Qt; and the window's thread busy for longer than a person waits without wondering.

The last is measured in processor time of that thread, so that a machine that does other work does not count.
"""

from __future__ import annotations

import faulthandler
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from tempfile import TemporaryFile
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QTimer, QtMsgType, qInstallMessageHandler

TICK_MS = 20
GAP_S = 1.0
NO_NEWS = ("This plugin does not support ", "Mouse event at ")
"""The platform without a screen has no window manager to pass a size or a grab on to, and says so each time;
and where its screen is smaller than the window, the monkey points outside."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`kind` is "exception", "warning", "Qt" or "gap"; `text` says what happened, its last line shortest."""

    kind: str
    text: str


class Watch(QObject):
    """Calls `found` for each finding, from whichever thread it is in, between `begin` and `end`."""

    def __init__(self, found: Callable[[Finding], None]) -> None:
        super().__init__()
        self._found = found
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._spent = time.thread_time()
        self._stack = ""
        self._over = threading.Event()
        self._looker = threading.Thread(target=self._look, name="soak's watch")
        self._hooks: tuple[Any, ...] = ()
        self._handler: Any = None
        self._thread = threading.get_ident()
        self.longest = 0.0

    def begin(self) -> None:
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning)
        sys.excepthook = self._on_exception
        threading.excepthook = lambda args: self.on_error(args.exc_value)
        sys.unraisablehook = lambda args: self.on_error(args.exc_value)
        warnings.showwarning = self._on_warning
        self._handler = qInstallMessageHandler(self._on_message)
        self.tick()
        self._timer.start()
        self._looker.start()

    def end(self) -> None:
        self._timer.stop()
        self._over.set()
        self._looker.join()
        qInstallMessageHandler(self._handler)
        sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning = self._hooks

    def tick(self) -> None:
        """The event loop has come round: how busy was the thread since it last did?"""
        now = time.thread_time()
        gap, self._spent = now - self._spent, now
        self.longest = max(self.longest, gap)
        if gap > GAP_S:
            self._found(Finding("gap", f"{self._stack}the window was busy for {gap:.1f} s"))
        self._stack = ""

    def forget(self) -> None:
        """What the thread has done since the last tick was not the program's work."""
        self._spent = time.thread_time()

    def on_error(self, error: BaseException | None) -> None:
        if error is not None:
            self._found(Finding("exception", "".join(traceback.format_exception(error)).rstrip()))

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self.on_error(error.with_traceback(trace))

    def _on_warning(
        self,
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: object = None,
        line: str | None = None,
    ) -> None:
        stack = "".join(traceback.format_stack()[-12:-2])
        self._found(Finding("warning", f"{stack}{category.__name__}: {message} ({filename}:{lineno})"))

    def _on_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) or text.startswith(NO_NEWS):
            return
        self._found(Finding("Qt", f"{''.join(traceback.format_stack()[:-1])}{text}"))

    def _look(self) -> None:
        """Keep where the window's thread is while it is busy for too long, for the finding that follows."""
        clock = getattr(time, "pthread_getcpuclockid", None)
        if clock is None:
            return
        while not self._over.wait(GAP_S / 10):
            if not self._stack and time.clock_gettime(clock(self._thread)) - self._spent > 0.7 * GAP_S:
                # A frame held here could be the last to hold widgets, which would end in this thread.
                with TemporaryFile("w+", encoding="utf-8") as file:
                    faulthandler.dump_traceback(file)
                    file.seek(0)
                    self._stack = file.read()
