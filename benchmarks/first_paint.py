"""Tells when a window has been painted for the first time. Nothing of the window's own is changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMainWindow


class FirstPaint(QObject):
    """Qt paints a window with all that it holds while it handles the window's exposure: in the next turn of
    the event loop it is on the screen."""

    def __init__(self, window: QMainWindow, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._then = then
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        print("painted", flush=True)
        self._then()


def report_first_paint(window_class: type[QMainWindow], then: Callable[[], object]) -> None:
    """Write `painted` when a window of this class was painted for the first time, and go on with `then`."""
    show_event = window_class.showEvent

    def showEvent(self: QMainWindow, event: QShowEvent) -> None:
        window_class.showEvent = show_event  # type: ignore[method-assign]
        show_event(self, event)
        FirstPaint(self, then)

    window_class.showEvent = showEvent  # type: ignore[method-assign]
