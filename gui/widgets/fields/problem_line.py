"""One sentence about a mistake, at the place of the mistake: a sign and text, never colour alone.

Where one click can mend the mistake, the button for it stands under the sentence.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gui.look.icons import Icons
from gui.widgets.roles import set_role, set_tip

SIGN_SIZE = 14


class ProblemLine(QWidget):
    """Hidden while there is nothing to say. `mend_asked` when the button was pressed."""

    mend_asked = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._sign = QLabel()
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        set_role(self._label, "error")
        self.mend = QPushButton()
        self.mend.clicked.connect(self.mend_asked)
        self.mend.hide()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(6)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._label, 0, 1)
        layout.addWidget(self.mend, 1, 1, Qt.AlignmentFlag.AlignLeft)
        icons.theme.changed.connect(self._draw_sign)
        self._draw_sign()
        self.hide()

    @property
    def sentence(self) -> str:
        return self._label.text()

    def set_sentence(self, sentence: str) -> None:
        if sentence == self.sentence:
            return
        self._label.setText(sentence)
        self.setVisible(bool(sentence))

    def offer(self, text: str, tip: str = "") -> None:
        """Offer to mend the mistake, in these words; none offers nothing."""
        self.mend.setText(text)
        set_tip(self.mend, tip)
        self.mend.setVisible(bool(text))

    def _draw_sign(self) -> None:
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(self._icons.pixmap("triangle-alert", "vermilion", SIGN_SIZE, ratio))
