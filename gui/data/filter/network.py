"""Which network is looked at, and how much of it is right: the foot of the filter panel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gui.data.model.change import DataChange
from gui.data.model.model import DataModel
from gui.document.change import State
from gui.language.messages import sentence
from gui.language.numbers import count, percent
from gui.widgets.flow_layout import FlowRow
from gui.widgets.layouts import Space, column_of
from gui.widgets.roles import set_hue, set_tip, with_role
from gui.widgets.translated import Translated


class NetworkFoot(Translated, QWidget):
    """`train_asked`: the person wants to train a network, or to change the one that does not fit."""

    train_asked = Signal()

    def __init__(self, model: DataModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.name = QLabel(wordWrap=True)
        self.right = QLabel()
        self.wrong = QLabel()
        self.note = with_role(QLabel(wordWrap=True), "small")
        self.button = QPushButton()
        self._build()
        self.button.clicked.connect(self.train_asked)
        model.changed.connect(self._on_changed)
        self._retranslate()

    def _build(self) -> None:
        self.setLayout(
            column_of(
                self.name,
                FlowRow(self.right, self.wrong, spacing=10),
                self.note,
                Space(4),
                (self.button, 0, Qt.AlignmentFlag.AlignLeft),
                spacing=4,
            )
        )

    def _on_changed(self, what: DataChange) -> None:
        if what & (DataChange.NETWORK | DataChange.STATE | DataChange.PREDICTIONS | DataChange.SPLIT):
            self._show()

    def _show(self) -> None:
        model = self._model
        self.name.setText(self._name_text())
        predictions = model.predictions
        for label in (self.right, self.wrong):
            label.setVisible(predictions is not None)
        if predictions is not None:
            set_hue(self.right, "muted" if model.is_untrained else "green")
            set_hue(self.wrong, "muted" if model.is_untrained else "vermilion")
            right = percent(predictions.accuracy, 1 if len(predictions) > 999 else 0)
            self.right.setText(self.tr("{share} right ✓").format(share=right))
            self.wrong.setText(self.tr("{number} wrong ✗").format(number=count(predictions.mistakes)))
        note = self._note_text()
        self.note.setText(note)
        self.note.setVisible(bool(note))
        is_initial = model.looked_at.kind == "initial"
        self.button.setVisible((is_initial or model.problem is not None) and model.data is not None)
        self.button.setText(self.tr("Train one") if model.problem is None else self.tr("Choose another"))

    def _name_text(self) -> str:
        model = self._model
        seen = model.looked_at if model.predictions is None else model.predicted_by or model.looked_at
        return seen.title(is_paused=model.table.state is State.PAUSED)

    def _note_text(self) -> str:
        model = self._model
        if model.data is None:
            return ""
        if model.problem is not None:
            return self.tr("It gives no predictions here.")
        if model.failure is not None:
            return self.tr("Its predictions could not be computed: {reason}.").format(reason=model.failure)
        if model.predictions is None:
            return self.tr("It is predicting …")
        return ""

    def tip(self) -> str:
        """What is wrong with the network, if anything."""
        problem = self._model.problem
        return sentence(problem) if problem is not None else ""

    def _retranslate(self) -> None:
        set_tip(self.button, self.tr("Goes to the workspace Train, where networks are built and trained."))
        set_tip(
            self.name,
            self.tr(
                "The network whose predictions are shown. While one is trained, they follow its evaluations."
            ),
        )
        self._show()
