"""Keeps the status bar true: the data in use, what the engine is doing, and the time left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from core.training.threads import ThreadsInUse
from gui.document.change import Change, State
from gui.document.network_on_table import NetworkOnTable
from gui.language.numbers import count, duration
from gui.language.texts import Speaking, translate
from gui.widgets.status_bar import StatusBar


class StatusLine(Speaking, QObject):
    """Fills `bar` from the document and the trainer, in the language of the moment."""

    def __init__(self, table: NetworkOnTable, bar: StatusBar) -> None:
        super().__init__(bar)
        self._table = table
        self._bar = bar
        table.changed.connect(self._on_changed)
        bar.installEventFilter(self)
        self._show_all()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_all()
        return super().eventFilter(watched, event)

    def _show_all(self) -> None:
        self._show_data()
        self._show_engine()

    def _on_changed(self, what: Change) -> None:
        if what & (Change.DATA | Change.EXPERIMENT):
            self._show_data()
        if what & (Change.STATE | Change.NETWORK | Change.REPORT):
            self._show_engine()

    def _show_data(self) -> None:
        document = self._table.document
        data = document.data
        if data is None:
            failed = document.data_error is not None
            self._bar.set_data(self.tr("none") if failed else self.tr("being read…"))
            return
        # The titles of the engine's own data sets are marked for translation in this context.
        title = translate("data sets", data.title)
        sizes = [count(len(split)) for split in (data.train, data.test) if split is not None]
        self._bar.set_data(f"{title} {' + '.join(sizes)}")

    def _show_engine(self) -> None:
        state, report, run = self._table.state, self._table.report, self._table.run
        doing = {
            State.IDLE: self.tr("idle"),
            State.WAITING: self.tr("waiting for the data"),
            State.RUNNING: self.tr("training"),
            State.PAUSING: self.tr("training"),
            State.PAUSED: self.tr("paused"),
            State.STOPPING: self.tr("stopping"),
            State.ENDED: self.tr("ended"),
        }[state]
        parts = [doing]
        if run is not None and run.log.last_iteration:
            parts.append(self.tr("iteration {iteration}").format(iteration=count(run.log.last_iteration)))
        running = state.is_going and report is not None
        if running and report is not None and report.images_per_second is not None:
            rate = count(round(report.images_per_second))
            parts.append(self.tr("{rate} images a second").format(rate=rate))
        threads = run.log.threads if run is not None else None
        self._bar.set_engine(" · ".join(parts), self._threads(threads) if threads is not None else "")
        left = report.seconds_left if running and report is not None else None
        self._bar.set_time_left("" if left is None else duration(left))

    def _threads(self, threads: ThreadsInUse) -> str:
        text = {
            "auto": self.tr(
                "Threads in the matrix products: {number} of {most}, as the machine is busy or free."
            ),
            "fixed": self.tr("Threads in the matrix products: {number}, as chosen in the menu View."),
            "environment": self.tr(
                "Threads in the matrix products: {number}, as a variable of the environment says."
            ),
        }[threads.by]
        return text.format(number=threads.number, most=threads.most)
