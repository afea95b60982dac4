"""One sentence about a mistake, at the place of the mistake: a sign and text, never colour alone.

Where one click can mend the mistake, the button for it stands under the sentence.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from gui.look.icons import Icons
from gui.widgets.layouts import column_of, row_of
from gui.widgets.roles import set_tip, with_role

SIGN_SIZE = 14


class ProblemLine(QWidget):
    """Hidden while there is nothing to say. `mend_asked` when the button was pressed."""

    mend_asked = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._sign = QLabel()
        self._label = with_role(QLabel(wordWrap=True), "error")
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.mend = QPushButton()
        self.mend.clicked.connect(self.mend_asked)
        self.mend.hide()
        said = column_of(self._label, (self.mend, 0, Qt.AlignmentFlag.AlignLeft), spacing=6)
        self.setLayout(
            row_of((self._sign, 0, Qt.AlignmentFlag.AlignTop), (said, 1), spacing=6, margins=(0, 0, 0, 4))
        )
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
