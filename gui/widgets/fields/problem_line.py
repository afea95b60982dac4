"""One sentence about a mistake, at the place of the mistake: a sign and text, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.look.icons import Icons
from gui.widgets.layouts import row_of
from gui.widgets.roles import with_role

SIGN_SIZE = 14


class ProblemLine(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._sign = QLabel()
        self._label = with_role(QLabel(wordWrap=True), "error")
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setLayout(
            row_of(
                (self._sign, 0, Qt.AlignmentFlag.AlignTop), (self._label, 1), spacing=6, margins=(0, 0, 0, 4)
            )
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

    def _draw_sign(self) -> None:
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(self._icons.pixmap("triangle-alert", "vermilion", SIGN_SIZE, ratio))
