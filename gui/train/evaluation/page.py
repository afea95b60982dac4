"""The page “Evaluation”: the network of this moment on the whole test set, class by class.

A copy is evaluated off the window's thread: by the button, and by itself when a run pauses or ends while the
page is seen.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from core.data import DataSet
from core.errors import LabError
from core.inspection.evaluation import ClassFigures, class_figures
from core.inspection.predictions import Progress, predictions
from core.training.checkpoint import Checkpoint
from gui.document.change import Change, State
from gui.document.network_on_table import NetworkOnTable
from gui.document.sources import Answer, NetworkCopy
from gui.jobs.jobs import Jobs
from gui.language.messages import sentence
from gui.language.numbers import NumberLabel, percent
from gui.look.theme import Theme
from gui.train import amounts
from gui.train.evaluation.class_bars import ClassBars
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.empty_line import EmptyLine
from gui.widgets.layouts import Stretch, column_of, row_of, scrolled, stack_of
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated

JOB = "evaluation"
SUMMARY_WIDTH = 208


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The network after `iteration` updates on one set. `on_test`: there was a test set. A regression has the
    mean loss alone: its accuracy is None, and there are no classes."""

    iteration: int
    on_test: bool
    loss: float
    accuracy: float | None = None
    classes: tuple[ClassFigures, ...] = ()
    class_names: tuple[str, ...] = ()


def evaluate(checkpoint: Checkpoint, data: DataSet) -> Generator[Progress, None, Evaluated]:
    """The work of the page's job: the network on the test set, or else on the training set."""
    network, on_test = checkpoint.network(), data.test is not None
    split = data.test if data.test is not None else data.train
    if not data.is_classification:
        with np.errstate(all="ignore"):  # near divergence it may overflow: the loss is then infinite
            loss = network.loss(split.floats(0, len(split)), split.t)
        return Evaluated(checkpoint.iteration, on_test, loss)
    found = yield from predictions(network, split)
    classes = class_figures(found)
    return Evaluated(checkpoint.iteration, on_test, found.loss, found.accuracy, classes, data.class_names)


class EvaluationPage(Translated, QWidget):
    """`evaluation` is what is shown, None while there is nothing."""

    start_asked = Signal()

    def __init__(
        self, table: NetworkOnTable, jobs: Jobs, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._jobs = jobs
        self.evaluation: Evaluated | None = None
        self._of: NetworkCopy | None = None
        self.empty = EmptyLine(self)
        self.accuracy = with_role(NumberLabel(), "strong")
        self.loss = with_role(NumberLabel(), "strong")
        self.accuracy_name = with_role(ElidedLabel(), "muted")
        self.loss_name = with_role(ElidedLabel(), "muted")
        self.when = with_role(ElidedLabel(), "small")
        self.button = QPushButton()
        self.bars = ClassBars(theme)
        self.none_by_class = with_role(QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True), "muted")
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        numbers = QGridLayout()
        numbers.setVerticalSpacing(4)
        numbers.setHorizontalSpacing(12)
        numbers.setColumnStretch(2, 1)
        pairs = ((self.accuracy_name, self.accuracy), (self.loss_name, self.loss))
        for row, (name, value) in enumerate(pairs):
            numbers.addWidget(name, row, 0)
            numbers.addWidget(value, row, 1)
        full = QWidget(self)
        summary = QWidget(full)
        summary.setFixedWidth(SUMMARY_WIDTH)
        summary.setLayout(
            column_of(numbers, self.when, Stretch(1), (self.button, 0, Qt.AlignmentFlag.AlignLeft), spacing=6)
        )
        area = scrolled(self.bars, Qt.Orientation.Horizontal, parent=full)
        self._classes = area
        full.setLayout(row_of(summary, (area, 1), (self.none_by_class, 1), spacing=16, margins=(0, 6, 0, 0)))
        self._stack = stack_of(self, self.empty, full)

    def _connect(self) -> None:
        self.empty.triggered.connect(self.start_asked)
        self.button.clicked.connect(self.evaluate_now)
        self._table.changed.connect(self._on_changed)

    def evaluate_now(self) -> None:
        """Evaluate the network as it is now; what was being evaluated before is dropped."""
        if self._table.source.kind == "initial" or self._table.data is None:
            return
        self.button.setEnabled(False)
        self._table.request(self._evaluate)

    def _evaluate(self, found: Answer) -> None:
        data = self._table.data
        if isinstance(found, LabError):
            self._on_failed(found)
        elif data is not None:
            self._jobs.start(
                JOB,
                lambda: evaluate(found.checkpoint(), data),
                partial(self._on_done, found),
                self._on_failed,
                self._on_progress,
            )

    def _on_progress(self, progress: Progress) -> None:
        done, total = progress
        self.when.setText(self.tr("evaluating… {share}").format(share=percent(done / total, 0)))

    def _on_done(self, found: NetworkCopy, evaluation: Evaluated) -> None:
        self.evaluation, self._of = evaluation, found
        self._show()

    def _on_failed(self, error: BaseException) -> None:
        self._show()
        if isinstance(error, LabError):
            self.when.setText(sentence(error))
        else:
            self.when.setText(self.tr("This could not be evaluated: {reason}.").format(reason=error))

    def _on_changed(self, what: Change) -> None:
        if what & (Change.RUNS | Change.NETWORK | Change.STATE | Change.DATA):
            if not self._is_of_this_source():
                self._jobs.cancel(JOB)
                self.evaluation = self._of = None
            if what & (Change.STATE | Change.NETWORK) and self.isVisible() and self._is_resting():
                self.evaluate_now()
            self._show()
        elif Change.REPORT in what:
            self._show_age()

    def _is_resting(self) -> bool:
        """A network that does not change by itself, of which the evaluation is not known yet."""
        return (
            self._table.state in (State.PAUSED, State.ENDED)
            and not self._is_current()
            and not self._jobs.is_busy(JOB)
        )

    def _is_of_this_source(self) -> bool:
        """What is shown belongs to the run, or to what else stands on the table now."""
        seen = self._table.look()
        return self._of is None or (self._of.run_id, self._of.name) == (seen.run_id, seen.name)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_resting():
            self.evaluate_now()

    def _is_current(self) -> bool:
        """What is shown is of the network as it is now."""
        return self.evaluation is not None and self.evaluation.iteration == self._table.look().iteration

    # What is shown

    def _show(self) -> None:
        evaluation = self.evaluation
        self._stack.setCurrentIndex(0 if self._table.source.kind == "initial" else 1)
        self.button.setEnabled(self._table.data is not None and not self._jobs.is_busy(JOB))
        by_class = evaluation is not None and len(evaluation.classes) > 0
        self._classes.setVisible(by_class or evaluation is None)
        self.none_by_class.setVisible(evaluation is not None and not by_class)
        if evaluation is None:
            self.bars.set_classes((), ())
            self.accuracy.setText("–")
            self.loss.setText("–")
        else:
            self.bars.set_classes(evaluation.classes, evaluation.class_names)
            share = evaluation.accuracy
            self.accuracy.set_value(share, percent(share, 2) if share is not None else "")
            self.loss.set_value(evaluation.loss)
        # A regression is right in nothing and wrong in nothing.
        for label in (self.accuracy_name, self.accuracy):
            label.setVisible(evaluation is None or evaluation.accuracy is not None)
        self._show_names()
        self._show_age()

    def _show_names(self) -> None:
        on_test = self.evaluation is None or self.evaluation.on_test
        self.accuracy_name.setText(self.tr("Test accuracy") if on_test else self.tr("Training accuracy"))
        self.loss_name.setText(self.tr("Mean test loss") if on_test else self.tr("Mean training loss"))

    def _show_age(self) -> None:
        if self._jobs.is_busy(JOB):
            return
        if self.evaluation is None:
            self.when.setText(self.tr("not evaluated yet"))
            return
        text = (
            self.tr("after {iterations}")
            if self._is_current()
            else self.tr("after {iterations}; out of date")
        )
        self.when.setText(text.format(iterations=amounts.iterations(self.evaluation.iteration)))

    def _retranslate(self) -> None:
        self.empty.set_texts(
            self.tr("This will show how much of the test set the network gets right, class by class."),
            self.tr("Start training"),
        )
        self.button.setText(self.tr("Evaluate now"))
        set_tip(
            self.button,
            self.tr(
                "Evaluates the current network on the whole test set, while training goes on. After a "
                "pause and at the end this happens by itself."
            ),
        )
        self.none_by_class.setText(self.tr("A regression has no classes: its mean loss is all there is."))
        self.bars.setAccessibleName(self.tr("Accuracy by class"))
        self.bars.setWhatsThis(self.tr("The share of the test set that is right, class by class."))
        self._show()
