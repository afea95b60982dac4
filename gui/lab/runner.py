"""The work of an experiment in a job: the newest wins, progress is shown, and Stop ends it.

While something is dragged, work that is nearly done is let through, so that the picture follows; what takes
longer gives way at once. Quick work shows no bar: one that flickers at each drag would say less than none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from gui.jobs.jobs import Jobs, Work
from gui.widgets.layouts import row_of
from gui.widgets.roles import set_tip
from gui.widgets.translated import Translated

PATIENCE_MS = 250
BAR_WIDTH = 120

Done = Callable[[Any], object]


class Runner(Translated, QWidget):
    """Runs under one name. What a generator yields is `(done, total)`. `stopped`: a person has pressed Stop;
    `failed` brings the exception that ended the work."""

    stopped = Signal()
    failed = Signal(object)

    def __init__(self, jobs: Jobs, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._name = jobs, name
        self._next: tuple[Work, Done] | None = None
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedWidth(BAR_WIDTH)
        self.stop_button = QPushButton()
        self.setLayout(row_of(self.bar, self.stop_button, spacing=8))
        self.stop_button.clicked.connect(self._on_stop)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_slow)
        self.hide()
        self._retranslate()

    @property
    def is_busy(self) -> bool:
        return self._jobs.is_busy(self._name)

    def run(self, work: Work, done: Done) -> None:
        """Do the work in place of any other, then call `done` with its result."""
        if self.is_busy and self._patience.isActive():
            self._next = (work, done)
        else:
            self._start(work, done)

    def cancel(self) -> None:
        """Leave all work, unheard."""
        self._jobs.cancel(self._name)
        self._rest()
        self._next = None

    def _start(self, work: Work, done: Done) -> None:
        def finish(result: Any) -> None:
            self._rest()
            done(result)
            self._go_on()

        self.bar.setRange(0, 0)
        self._patience.start()
        self._jobs.start(self._name, work, finish, self._on_failed, self._on_progressed)

    def _go_on(self) -> None:
        waiting, self._next = self._next, None
        if waiting is not None:
            self._start(*waiting)

    def _on_slow(self) -> None:
        if self._next is not None:
            self._go_on()
        else:
            self.show()

    def _rest(self) -> None:
        self._patience.stop()
        self.hide()

    def _on_progressed(self, progress: tuple[int, int]) -> None:
        done, total = progress[0], progress[1]
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_failed(self, error: BaseException) -> None:
        self._rest()
        if self._next is None:
            self.failed.emit(error)
        self._go_on()

    def _on_stop(self) -> None:
        self.cancel()
        self.stopped.emit()

    def _retranslate(self) -> None:
        self.stop_button.setText(self.tr("Stop"))
        set_tip(self.stop_button, self.tr("Ends the computation. The picture stays what it was before it."))
        self.bar.setAccessibleName(self.tr("Progress"))
