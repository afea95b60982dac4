"""What stands where there is nothing yet: what will be here, and the button that fills it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gui.look.icons import Icons
from gui.widgets.layouts import Space, Stretch, column_of, holding
from gui.widgets.roles import with_role

ICON_SIZE = 40
TEXT_WIDTH = 432


class EmptyState(QWidget):
    """An icon, a title, a sentence and, if `set_texts` names one, a button, which says `triggered`."""

    triggered = Signal()

    def __init__(self, icons: Icons, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons, self._name = icons, icon
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = with_role(QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True), "title")
        self._text = with_role(QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True), "muted")
        self.button = QPushButton()
        column = column_of(
            Stretch(2),
            self._picture,
            Space(8),
            self._title,
            self._text,
            Space(8),
            (self.button, 0, Qt.AlignmentFlag.AlignCenter),
            Stretch(3),
            spacing=8,
        )
        words = holding(column)
        words.setMaximumWidth(TEXT_WIDTH)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(words, 100)
        layout.addStretch(1)
        self.button.hide()
        self.button.clicked.connect(self.triggered)
        icons.theme.changed.connect(self._draw_picture)
        self._draw_picture()

    def set_texts(self, title: str, text: str, action: str = "") -> None:
        """`action` is the label of the button; without one there is no button."""
        self._title.setText(title)
        self._text.setText(text)
        self.button.setText(action)
        self.button.setWhatsThis(text or title)
        self.button.setVisible(bool(action))

    def _draw_picture(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(self._icons.pixmap(self._name, "grey", ICON_SIZE, ratio, stroke=1.25))
