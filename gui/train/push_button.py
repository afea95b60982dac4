"""A button that gives way: where its text does not fit it is cut, and the tooltip has it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

ICON_ONLY = 36  # pixels: an icon with its padding
AROUND_TEXT = 46  # pixels of a button that are not its text: padding, icon, space


class GivingButton(QPushButton):
    """As wide as its text asks for where there is room; its icon alone where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(ICON_ONLY, self.sizeHint().width()), self.sizeHint().height())

    def shown_text(self) -> str:
        """The text as it stands there, with “…” where it was cut; nothing where only the icon has room."""
        room = self.width() - AROUND_TEXT
        if self.width() >= self.sizeHint().width():
            return self.text()
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        return cut if len(cut) > 2 else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self.shown_text()
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
