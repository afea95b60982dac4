"""The one large number of the Train screen: the newest test accuracy, or what stands for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.training.events import Evaluation
from gui.document.change import Change
from gui.document.network_on_table import NetworkOnTable
from gui.document.run import Run
from gui.language.numbers import number, percent
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.layouts import Stretch, column_of
from gui.widgets.roles import set_hue, with_role
from gui.widgets.translated import Translated

WIDTH = 112
NUMBER_HEIGHT = 28


class RunFigure(Translated, QWidget):
    """The test accuracy, or that of the training set, or the loss of a regression. Blank is not 0."""

    def __init__(self, table: NetworkOnTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.number = with_role(ElidedLabel(), "display")
        self.name = with_role(ElidedLabel(), "small")
        self.setFixedWidth(WIDTH)
        for label in (self.number, self.name):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(column_of(Stretch(1), self.number, self.name, Stretch(1), spacing=0))
        self.number.setMinimumHeight(NUMBER_HEIGHT)
        table.changed.connect(self._on_changed)
        self._show()

    def _on_changed(self, what: Change) -> None:
        report = self._table.report
        has_evaluations = Change.REPORT in what and report is not None and bool(report.evaluations)
        if has_evaluations or what & (Change.RUNS | Change.NETWORK):
            self._show()

    def _show(self) -> None:
        run = self._table.run
        evaluations = run.log.evaluations if run is not None else []
        value, text, name = self._shown(evaluations[-1]) if evaluations else (None, "", self._names()[0])
        set_hue(self.number, "green" if run is not None and evaluations and _has_learned(run) else "")
        self.number.setText(text)
        self.number.setAccessibleName(f"{name} {text}" if text else "")
        self.number.setToolTip("" if value is None else repr(value))  # all of its digits
        self.name.setText(name)

    def _shown(self, last: Evaluation) -> tuple[float, str, str]:
        """Value, text and name of what an evaluation is judged by."""
        test_accuracy, training_accuracy, test_loss, training_loss = self._names()
        if last.test_accuracy is not None:
            return last.test_accuracy, percent(last.test_accuracy), test_accuracy
        if last.train_accuracy is not None:
            return last.train_accuracy, percent(last.train_accuracy), training_accuracy
        if last.test_loss is not None:
            return last.test_loss, number(last.test_loss), test_loss
        return last.train_loss, number(last.train_loss), training_loss

    def _names(self) -> tuple[str, str, str, str]:
        return (
            self.tr("test accuracy"),
            self.tr("training accuracy"),
            self.tr("test loss"),
            self.tr("training loss"),
        )

    def _retranslate(self) -> None:
        self._show()


def _has_learned(run: Run) -> bool:
    """Whether the newest accuracy is nearer to all right than to chance, which is 1 of C classes; one output
    tells two classes apart."""
    last = run.log.evaluations[-1]
    accuracy = last.train_accuracy if last.test_accuracy is None else last.test_accuracy
    chance = 1.0 / max(run.experiment.network.output_size, 2)
    return accuracy is not None and accuracy > (1.0 + chance) / 2.0
