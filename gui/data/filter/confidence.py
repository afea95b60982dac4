"""The least and the largest confidence in per cent: two fields that push one another along."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QSpinBox, QWidget

from gui.widgets.fields.whole_entry import WholeEntry
from gui.widgets.layouts import row_of
from gui.widgets.roles import set_tip, with_role
from gui.widgets.translated import Translated

LEAST_FIELD = 72


class ConfidenceRange(Translated, QWidget):
    """`changed` tells of a choice by a person."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.least = QSpinBox(minimum=0, maximum=100, value=0, suffix=" %")
        self.most = QSpinBox(minimum=0, maximum=100, value=100, suffix=" %")
        for box in (self.least, self.most):
            WholeEntry().serve(box)
        self._to = with_role(QLabel(), "small")
        self.setLayout(row_of((self.least, 1), self._to, (self.most, 1), spacing=6))
        for spin in (self.least, self.most):
            spin.setMinimumWidth(LEAST_FIELD)
            spin.setKeyboardTracking(False)  # 50 is not first 5
            spin.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            spin.lineEdit().setTextMargins(6, 0, 0, 0)
        self.least.valueChanged.connect(self._on_least)
        self.most.valueChanged.connect(self._on_most)
        self._retranslate()

    def value(self) -> tuple[float, float] | None:
        """Two shares, or None for the whole range."""
        least, most = self.least.value(), self.most.value()
        return None if (least, most) == (0, 100) else (least / 100, most / 100)

    def set_value(self, value: tuple[float, float] | None) -> None:
        """Show it, without telling."""
        for spin, share in zip((self.least, self.most), value or (0.0, 1.0), strict=True):
            with QSignalBlocker(spin):
                spin.setValue(round(100 * share))

    def _on_least(self, value: int) -> None:
        with QSignalBlocker(self.most):
            self.most.setValue(max(self.most.value(), value))
        self.changed.emit()

    def _on_most(self, value: int) -> None:
        with QSignalBlocker(self.least):
            self.least.setValue(min(self.least.value(), value))
        self.changed.emit()

    def _retranslate(self) -> None:
        self._to.setText(self.tr("to"))
        self.least.setAccessibleName(self.tr("Least confidence"))
        self.most.setAccessibleName(self.tr("Most confidence"))
        set_tip(self.least, self.tr("Hides images where the network is less sure of its prediction."))
        set_tip(self.most, self.tr("Hides images where the network is more sure of its prediction."))
