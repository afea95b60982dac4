"""One update on one image: the rate, the button, and what came of it for this image and for the test set.

It shows a `FollowedMistake`; who computes it is told by `asked` and `cancelled`.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QWidget,
)

from core.inspection.mistake import FollowedMistake
from core.inspection.predictions import Prediction
from gui.data.model.model import DataModel
from gui.language.numbers import count, number, percent
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.fields.entries import write_number
from gui.widgets.fields.whole_entry import WholeEntry
from gui.widgets.layouts import Stretch, column_of, row_of
from gui.widgets.roles import Hue, set_hue, set_role, set_tip, with_role
from gui.widgets.translated import Translated

FIRST_RATE = 0.01
"""A single image with the rate of a whole batch would undo most of what the network has learned."""

LEAST_RATE, MOST_RATE = 0.0001, 1000.0


class RateBox(QDoubleSpinBox):
    """It writes no zeros at the end, which would push other digits out of a narrow field."""

    def textFromValue(self, value: float) -> str:  # noqa: N802
        return write_number(value)


class UpdatePart(Translated, QWidget):
    """`asked`: make the update with this rate. `cancelled`: leave it."""

    asked = Signal(float)
    cancelled = Signal()

    def __init__(self, model: DataModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.result: FollowedMistake | None = None
        self.rate = RateBox(decimals=4, minimum=LEAST_RATE, maximum=MOST_RATE, value=FIRST_RATE)
        WholeEntry().serve(self.rate)
        self.button = QPushButton()
        self.progress = QProgressBar(textVisible=False)
        self.said = with_role(QLabel(wordWrap=True), "small")
        self._rate_name = QLabel("η")
        self._names = [ElidedLabel() for _ in range(4)]
        self.values = [QLabel() for _ in range(4)]
        self._busy = self._is_narrow = False
        self._build()
        self.button.clicked.connect(self._on_clicked)
        self._retranslate()

    def _build(self) -> None:
        self.rate.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        self.rate.lineEdit().setTextMargins(6, 0, 0, 0)
        self.rate.setMinimumWidth(72)
        self._rate_name.setBuddy(self.rate)
        line = row_of(self._rate_name, self.rate, (self.button, 1), spacing=6)
        self._results = QWidget()
        table = QGridLayout(self._results)
        table.setContentsMargins(0, 0, 0, 0)
        table.setHorizontalSpacing(6)
        table.setVerticalSpacing(2)
        for row, (name, value) in enumerate(zip(self._names, self.values, strict=True)):
            set_role(name, "small")
            table.addWidget(name, row, 0)
            table.addWidget(value, row, 1)
        table.setColumnStretch(1, 1)
        self.setLayout(column_of(line, self.progress, self._results, self.said, Stretch(1), spacing=6))

    def _on_clicked(self) -> None:
        if self._busy:
            self.cancelled.emit()
        else:
            self.rate.interpretText()
            self.asked.emit(self.rate.value())

    # What the owner tells

    def set_narrow(self, narrow: bool) -> None:
        """A short name where there is little room; the tooltip and screen readers have the whole one."""
        self._is_narrow = narrow
        self._name_button()

    def set_ready(self, ready: bool) -> None:
        """Whether there is a gradient to be followed."""
        self.button.setEnabled(ready)
        self.rate.setEnabled(ready)

    def set_progress(self, done: int, total: int) -> None:
        """The test set is being asked again."""
        self._busy, self.result = True, None
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.show_sentence("")

    def set_result(self, result: FollowedMistake | None) -> None:
        self._busy, self.result = False, result
        self.show_sentence("")

    def show_sentence(self, text: str, hue: Hue = "muted") -> None:
        """A sentence in the place of results; an empty one is that of the state."""
        set_hue(self.said, hue)
        self.said.setText(text or ("" if self.result is not None else self._sentence()))
        self.said.setVisible(bool(self.said.text()))
        self.progress.setVisible(self._busy)
        self._results.setVisible(self.result is not None)
        self._name_button()
        if self.result is not None:
            self._show_result(self.result)

    def _sentence(self) -> str:
        if self._busy:
            return self.tr("A copy of the network is updated and predicts the whole test set …")
        return self.tr("This will show what one update changes, for this image and for all others.")

    def _show_result(self, result: FollowedMistake) -> None:
        before, after, label = result.before, result.after, result.label
        name = self._model.class_name
        mark = "✓" if after.predicted == label else "×"
        accuracy, other = result.test_before.accuracy, result.test_after.accuracy
        texts = (
            f"{_output(before, label)} → {_output(after, label)}",
            f"{name(before.predicted)} → {name(after.predicted)} {mark}",
            f"{number(before.loss or 0.0, 3)} → {number(after.loss or 0.0, 3)}",
            f"{100 * accuracy:.2f} → {percent(other)}",
        )
        for label_, text in zip(self.values, texts, strict=True):
            label_.setText(text)
        wrong: Hue = "muted" if self._model.is_untrained else "vermilion"
        set_hue(self.values[1], "green" if after.predicted == label else wrong)
        change = self.tr("{repaired} repaired, {broken} broken by it").format(
            repaired=count(len(result.repaired)), broken=count(len(result.broken))
        )
        self.said.setText(change)
        self.said.setVisible(True)
        self._names[0].setText(self.tr("output {label}").format(label=name(label)))
        self.setAccessibleDescription("; ".join((*texts, change)))

    def _name_button(self) -> None:
        whole = self.tr("Update a copy")
        self.button.setText(
            self.tr("Cancel") if self._busy else self.tr("Update") if self._is_narrow else whole
        )
        self.button.setAccessibleName(self.button.text() if self._busy else whole)

    def _retranslate(self) -> None:
        self.rate.setAccessibleName(self.tr("Learning rate η"))
        set_tip(
            self.rate,
            self.tr(
                "How far the update goes. A larger rate changes the prediction for this image faster, and "
                "those for all others too; a smaller rate changes both little."
            ),
        )
        set_tip(
            self.button,
            self.tr(
                "Makes one update W − η·∂L/∂W with this image alone, on a copy of the network, and lets "
                "the copy predict the whole test set. The network itself stays as it is."
            ),
        )
        for name, text in zip(
            self._names[1:], (self.tr("prediction"), self.tr("loss"), self.tr("test set")), strict=True
        ):
            name.setText(text)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.show_sentence("")


def _output(prediction: Prediction, label: int) -> str:
    value = float(prediction.outputs[label])
    return number(value, 3) if prediction.meaning == "scores" else percent(value, 1)
