"""The digits of a picture side by side, each with its own answer; one of them is shown at length."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QToolButton, QWidget

from gui.widgets.translated import Translated


class DigitRow(Translated, QScrollArea):
    """A button for each digit, in the order of reading, seen where there are several. Where there are more
    than fit, the keys go on to them, and so does the wheel."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QToolButton] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self._inside = QWidget()
        self._layout = QHBoxLayout(self._inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addStretch(1)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.hide()
        self._retranslate()

    def show_digits(self, answers: list[tuple[str, str]], chosen: int) -> None:
        """answers: of each the class, and how sure that is."""
        self._have(len(answers))
        for button, (name, sure) in zip(self.buttons, answers, strict=True):
            button.setText(name)
            button.setToolTip(sure)
            button.setAccessibleDescription(sure)
        if answers:
            self.buttons[chosen].setChecked(True)
            self.ensureWidgetVisible(self.buttons[chosen])
            self.setFixedHeight(self._inside.sizeHint().height())
        self.setVisible(len(answers) > 1)

    def _have(self, count: int) -> None:
        while len(self.buttons) > count:
            button = self.buttons.pop()
            self._group.removeButton(button)
            self._layout.removeWidget(button)
            button.deleteLater()
        while len(self.buttons) < count:
            button = QToolButton()
            button.setCheckable(True)
            self._group.addButton(button, len(self.buttons))
            self._layout.insertWidget(len(self.buttons), button)
            self.buttons.append(button)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Digits of the picture"))
        self.setWhatsThis(self.tr("One button for each digit of the picture: a click shows its prediction."))
