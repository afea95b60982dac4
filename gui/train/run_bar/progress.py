"""How far the run is, as a bar and in one line: iterations, epoch, time left; or why Start is off."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from gui.document.document import Document
from gui.document.report import Report
from gui.document.run import Run
from gui.language.numbers import count, duration
from gui.look.icons import Icons
from gui.train import amounts, terms
from gui.train.run_data import RunData
from gui.trainer.state import State
from gui.trainer.trainer import Trainer
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.roles import set_hue, set_role

STEPS = 1000
SIGN_SIZE = 14
LINE_HEIGHT = 18


class RunProgress(QWidget):
    """`set_blocked` gives the reason why no run can be started, which then stands in its place."""

    def __init__(
        self,
        document: Document,
        trainer: Trainer,
        data: RunData,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._trainer = trainer
        self._data = data
        self._icons = icons
        self._blocked = ""
        self._report: Report | None = None
        self._run: Run | None = None
        self.bar = QProgressBar(textVisible=False, maximum=STEPS)
        self.sign = QLabel()
        self.label = ElidedLabel()
        set_role(self.label, "small")
        self.label.setMinimumHeight(LINE_HEIGHT)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.sign)
        line.addWidget(self.label, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.bar)
        layout.addLayout(line)
        icons.theme.changed.connect(self._draw_sign)
        document.experiment_changed.connect(self._show)
        document.runs_changed.connect(self._on_runs_changed)
        data.changed.connect(self._show)
        trainer.state_changed.connect(self._show)
        trainer.published.connect(self._on_published)
        self._draw_sign()
        self._on_runs_changed()

    def set_blocked(self, reason: str) -> None:
        self._blocked = reason
        self._show()

    def _on_published(self, report: Report) -> None:
        self._report = report
        self._show()

    def _on_runs_changed(self) -> None:
        if self._document.current_run is not self._run:
            self._run = self._document.current_run
            self._report = None
        self._show()

    def _show(self, *_: object) -> None:
        self.bar.setValue(self._value())
        set_hue(self.label, "vermilion" if self._blocked else "muted")
        self.sign.setVisible(bool(self._blocked))
        self.label.setText(self._text())

    def _value(self) -> int:
        if self._run is None or self._trainer.waits_for_data:
            return 0
        return round(STEPS * self._run.log.last_iteration / max(self._run.total_iterations, 1))

    def _text(self) -> str:
        if self._blocked:
            return self.tr("Start is off. {reason}").format(reason=self._blocked)
        if self._trainer.waits_for_data:
            return self.tr("Reading the data; the run starts as soon as they are there.")
        if self._run is None:
            return self._ready()
        return self._of_run(self._run)

    def _ready(self) -> str:
        """What Start would do."""
        config, data = self._document.experiment.training, self._data.data
        if data is None or config.problems():
            return self.tr("Not started yet.")
        total = config.total_iterations(len(data.train))
        return self.tr("Ready: {iterations} of {examples} each, from initial weights.").format(
            iterations=amounts.iterations(total), examples=amounts.examples(config.batch_size)
        )

    def _of_run(self, run: Run) -> str:
        """12,400 / 20,000 iterations · epoch 41 · about 6 s left"""
        done, data = run.log.last_iteration, self._data.data
        text = self.tr("{done} / {total} iterations")
        parts = [text.format(done=count(done), total=count(run.total_iterations))]
        if data is not None:
            epoch = done // run.experiment.training.iterations_per_epoch(len(data.train))
            parts.append(self.tr("epoch {epoch}").format(epoch=count(epoch)))
        parts.append(self._now(run))
        return " · ".join(part for part in parts if part)

    def _now(self, run: Run) -> str:
        state, report = self._trainer.state, self._report
        evaluating = report.evaluation_progress if report is not None else None
        if state is State.PAUSED:
            return self.tr("paused")
        if state in (State.RUNNING, State.STOPPING) and evaluating is not None:
            text = self.tr("evaluating: {done} of {total} examples")
            return text.format(done=count(evaluating.done), total=count(evaluating.total))
        if state is State.STOPPING:
            return self.tr("stopping…")
        if state is State.RUNNING:
            left = report.seconds_left if report is not None else None
            return "" if left is None else self.tr("about {time} left").format(time=duration(left))
        return terms.OUTCOMES[run.outcome].title if run.outcome is not None else ""

    def _draw_sign(self) -> None:
        ratio = self.devicePixelRatioF()
        self.sign.setPixmap(self._icons.pixmap("triangle-alert", "vermilion", SIGN_SIZE, ratio))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)
