"""Keeps the status bar true: the data in use, what the engine is doing, and the time left."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from gui.document.document import Document
from gui.document.report import Report
from gui.language.numbers import count, duration
from gui.trainer.trainer import State, Trainer
from gui.widgets.status_bar import StatusBar


class StatusLine(QObject):
    """Fills `bar` from the document and the trainer, in the language of the moment."""

    def __init__(self, document: Document, trainer: Trainer, bar: StatusBar) -> None:
        super().__init__(bar)
        self._document = document
        self._trainer = trainer
        self._bar = bar
        self._report: Report | None = None
        document.data_changed.connect(self._show_data)
        document.experiment_changed.connect(self._show_data)
        trainer.state_changed.connect(self._on_state_changed)
        trainer.published.connect(self._on_published)
        bar.installEventFilter(self)
        self._show_all()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_all()
        return super().eventFilter(watched, event)

    def _show_all(self) -> None:
        self._show_data()
        self._show_engine()

    def _show_data(self) -> None:
        data = self._document.data
        if data is None:
            failed = self._document.data_error is not None
            self._bar.set_data(self.tr("none") if failed else self.tr("being read…"))
            return
        # The titles of the engine's own data sets are marked for translation in this context.
        title = QCoreApplication.translate("data sets", data.title)
        sizes = [count(len(split)) for split in (data.train, data.test) if split is not None]
        self._bar.set_data(f"{title} {' + '.join(sizes)}")

    def _on_state_changed(self, state: State) -> None:
        if state is State.IDLE:
            self._report = None
        self._show_engine()

    def _on_published(self, report: Report) -> None:
        self._report = report
        self._show_engine()

    def _show_engine(self) -> None:
        state, report = self._trainer.state, self._report
        run = self._document.current_run
        doing = {
            State.IDLE: self.tr("idle"),
            State.RUNNING: self.tr("training"),
            State.PAUSED: self.tr("paused"),
            State.STOPPING: self.tr("stopping"),
            State.ENDED: self.tr("ended"),
        }[state]
        parts = [doing]
        if run is not None and run.log.last_iteration:
            parts.append(self.tr("iteration {iteration}").format(iteration=count(run.log.last_iteration)))
        running = state is State.RUNNING and report is not None
        if running and report is not None and report.images_per_second is not None:
            rate = count(round(report.images_per_second))
            parts.append(self.tr("{rate} images a second").format(rate=rate))
        self._bar.set_engine(" · ".join(parts))
        left = report.seconds_left if running and report is not None else None
        self._bar.set_time_left("" if left is None else duration(left))
