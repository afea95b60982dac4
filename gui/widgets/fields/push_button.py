"""A button that gives way: first its padding, then its text, as a whole; its icon stays."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

ICON_ONLY = 36  # pixels: an icon with its padding
PADDING, GAP = 6, 4  # pixels: the least beside icon and text, and what is between them
ANY_WIDTH = 16_777_215  # pixels: what Qt takes for no limit


class GivingButton(QPushButton):
    """A button as wide as its text asks for where there is room; its icon alone where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(ICON_ONLY, self.sizeHint().width()), self.sizeHint().height())

    def width_with_text(self) -> int:
        """The least at which its text is seen."""
        text = self.fontMetrics().horizontalAdvance(self.text())
        return min(2 * PADDING + self.iconSize().width() + GAP + text, self.sizeHint().width())

    def set_icon_only(self, icon_only: bool) -> None:
        """Leave the room of its text to others."""
        self.setMaximumWidth(ICON_ONLY if icon_only else ANY_WIDTH)

    def shown_text(self) -> str:
        """The text, or nothing where not all of it has room."""
        return self.text() if self.width() >= self.width_with_text() else ""

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
