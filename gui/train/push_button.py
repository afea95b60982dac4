"""A button that gives way: first its padding, then its text, which the tooltip has; its icon stays."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

ICON_ONLY = 36  # pixels: an icon with its padding
PADDING, GAP = 6, 4  # pixels: the least beside icon and text, and what is between them


class GivingButton(QPushButton):
    """As wide as its text asks for where there is room; its icon alone where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(ICON_ONLY, self.sizeHint().width()), self.sizeHint().height())

    def shown_text(self) -> str:
        """The text as it stands there, with “…” where it was cut; nothing where not half of it has room."""
        room = self.width() - 2 * PADDING - self.iconSize().width() - GAP
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        return cut if 2 * len(cut) > len(self.text()) else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)
            return
        # The style keeps its padding and would cut the text for it: icon and text are placed here instead.
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        text, icon = self.shown_text(), self.iconSize()
        across = self.fontMetrics().horizontalAdvance(text)
        whole = icon.width() + (GAP + across if text else 0)
        left = (self.width() - whole) // 2
        enabled = self.isEnabled()
        mode = QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled
        place = QRect(left, (self.height() - icon.height()) // 2, icon.width(), icon.height())
        self.icon().paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode)
        group = QPalette.ColorGroup.Normal if enabled else QPalette.ColorGroup.Disabled
        painter.setPen(self.palette().color(group, QPalette.ColorRole.ButtonText))
        room = QRect(place.right() + 1 + GAP, 0, across + 1, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
