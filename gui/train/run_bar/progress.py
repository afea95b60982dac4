"""How far the run is, as a bar and in one line: iterations, epoch, time left; or why Start is off."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from gui.document.change import Change, State
from gui.document.network_on_table import NetworkOnTable
from gui.document.run import Run
from gui.language.numbers import count, duration
from gui.look.icons import Icons
from gui.train import amounts, terms
from gui.train.plots.curves import epoch_at
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.layouts import column_of, row_of
from gui.widgets.roles import set_hue, with_role
from gui.widgets.translated import Translated

STEPS = 1000
SIGN_SIZE = 14
LINE_HEIGHT = 18


class RunProgress(Translated, QWidget):
    """Where a run rests and none can be started, the reason stands in its place."""

    def __init__(self, table: NetworkOnTable, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._icons = icons
        self.bar = QProgressBar(textVisible=False, maximum=STEPS)
        self.sign = QLabel()
        self.label = with_role(ElidedLabel(), "small")
        self.label.setMinimumHeight(LINE_HEIGHT)
        line = row_of(self.sign, (self.label, 1), spacing=6)
        self.setLayout(column_of(self.bar, line, spacing=4))
        icons.theme.changed.connect(self._draw_sign)
        table.changed.connect(self._on_changed)
        self._draw_sign()
        self._retranslate()

    def _on_changed(self, what: Change) -> None:
        if what & ~Change.FILE:
            self._show()

    def _show(self) -> None:
        blocked = self._blocked()
        self.bar.setValue(self._value())
        set_hue(self.label, "vermilion" if blocked else "muted")
        self.sign.setVisible(bool(blocked))
        self.label.setText(self._text(blocked))

    def _blocked(self) -> str:
        return self._table.document.blocked_reason if self._table.state.is_resting else ""

    def _value(self) -> int:
        run = self._table.run
        if run is None or self._table.state is State.WAITING:
            return 0
        return round(STEPS * run.log.last_iteration / max(run.total_iterations, 1))

    def _text(self, blocked: str) -> str:
        if blocked:
            return self.tr("Start is off. {reason}").format(reason=blocked)
        if self._table.state is State.WAITING:
            return self.tr("Reading the data; the run starts as soon as they are there.")
        run = self._table.run
        return self._ready() if run is None else self._of_run(run)

    def _ready(self) -> str:
        """What Start would do."""
        config, data = self._table.document.experiment.training, self._table.data
        if data is None or config.problems():
            return self.tr("Not started yet.")
        total = config.total_iterations(len(data.train))
        return self.tr("Ready: {iterations} of {examples} each, from initial weights.").format(
            iterations=amounts.iterations(total), examples=amounts.examples(config.batch_size)
        )

    def _of_run(self, run: Run) -> str:
        """12,400 / 20,000 iterations · epoch 41 · about 6 s left"""
        done, data = run.log.last_iteration, self._table.data
        text = self.tr("{done} / {total} iterations")
        parts = [text.format(done=count(done), total=count(run.total_iterations))]
        if data is not None:
            per_epoch = run.experiment.training.iterations_per_epoch(len(data.train))
            epoch = int(epoch_at(done, run.log.evaluations, per_epoch))
            parts.append(self.tr("epoch {epoch}").format(epoch=count(epoch)))
        parts.append(self._now(run))
        return " · ".join(part for part in parts if part)

    def _now(self, run: Run) -> str:
        state, report = self._table.state, self._table.report
        evaluating = report.evaluation_progress if report is not None else None
        if state is State.PAUSED and evaluating is not None:
            text = self.tr("paused while evaluating: {done} of {total} examples")
            return text.format(done=count(evaluating.done), total=count(evaluating.total))
        if state is State.PAUSED and run.log.last_iteration >= run.total_iterations:
            return self.tr("paused before the last evaluation")
        if state is State.PAUSED:
            return self.tr("paused")
        if (state.is_going or state is State.STOPPING) and evaluating is not None:
            text = self.tr("evaluating: {done} of {total} examples")
            return text.format(done=count(evaluating.done), total=count(evaluating.total))
        if state is State.STOPPING:
            return self.tr("stopping…")
        if state.is_going:
            left = report.seconds_left if report is not None else None
            return "" if left is None else self.tr("about {time} left").format(time=duration(left))
        return terms.OUTCOMES[run.outcome].title if run.outcome is not None else ""

    def _draw_sign(self) -> None:
        ratio = self.devicePixelRatioF()
        self.sign.setPixmap(self._icons.pixmap("triangle-alert", "vermilion", SIGN_SIZE, ratio))

    def _retranslate(self) -> None:
        self.bar.setAccessibleName(self.tr("Progress of the run"))
        self._show()
