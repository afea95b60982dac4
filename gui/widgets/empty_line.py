"""What stands on a low page where there is nothing yet: what will be here, and the button that fills it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from gui.widgets.layouts import Stretch, column_of
from gui.widgets.roles import with_role


class EmptyLine(QWidget):
    """`triggered`: the button was pressed. Lower than `EmptyState`, which is for a whole workspace."""

    triggered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = with_role(QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True), "muted")
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton()
        self.button.hide()
        self.setLayout(
            column_of(
                Stretch(1), self.label, (self.button, 0, Qt.AlignmentFlag.AlignHCenter), Stretch(1), spacing=8
            )
        )
        self.button.clicked.connect(self.triggered)

    def set_texts(self, text: str, action: str = "") -> None:
        self.label.setText(text)
        self.button.setText(action)
        self.button.setWhatsThis(text)
        self.button.setVisible(bool(action))
