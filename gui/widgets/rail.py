"""The narrow rail at the left: one button a workspace, icon above label, the one in use marked by a bar.

Arrow keys go from button to button, as in any exclusive group of buttons. What a button opens is not its
affair.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QWidget

from gui.look import fonts
from gui.look.icons import Icons
from gui.widgets.layouts import Stretch, column_of
from gui.widgets.roles import set_tip

WIDTH = 72
_ICON_SIZE = 24
_LINES = 2


class RailButton(QAbstractButton):
    """One workspace's button. A label too long for one line takes two, and is whole in the tooltip."""

    def __init__(self, icons: Icons, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons, self._name = icons, icon
        self._focus_is_shown = False
        self.setCheckable(True)
        # A click leaves the keys to the workspace that it opens.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(fonts.font(fonts.SMALL))
        icons.theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        lines = min(self._text_rect().height() // self.fontMetrics().height(), _LINES)
        return QSize(WIDTH, 48 + lines * 16)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A ring after a click would only repeat what the bar says; the keyboard needs it.
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._focus_is_shown = event.reason() in (*by_key, Qt.FocusReason.ShortcutFocusReason)
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._icons.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(5, 2, -5, -2)
        color = "blue" if self.isChecked() else "text" if self.underMouse() else "muted"
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isDown() or (self.underMouse() and not self.isChecked()):
            painter.setBrush(theme.color("pressed" if self.isDown() else "hover"))
            painter.drawRoundedRect(inside, 8, 8)
        if self.isChecked():
            painter.setBrush(theme.color("blue"))
            painter.drawRect(0, 8, 3, self.height() - 16)
        if self.hasFocus() and self._focus_is_shown:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("blue"), 2))
            painter.drawRoundedRect(inside.adjusted(1, 1, -1, -1), 8, 8)
        icon_rect = QRectF((self.width() - _ICON_SIZE) / 2, 12, _ICON_SIZE, _ICON_SIZE)
        self._icons.paint(painter, self._name, icon_rect, color, stroke=1.75)
        painter.setPen(theme.color(color))
        text_rect = QRect(4, 40, self.width() - 8, self.height() - 44)
        painter.drawText(text_rect, self._text_flags(), self.text())

    def _text_rect(self) -> QRect:
        return self.fontMetrics().boundingRect(QRect(0, 0, WIDTH - 8, 200), self._text_flags(), self.text())

    @staticmethod
    def _text_flags() -> int:
        return int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


class Rail(QFrame):
    """Buttons from top to bottom, of which one is chosen. `chosen` says which place that is now."""

    chosen = Signal(int)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._icons = icons
        self._group = QButtonGroup(self, exclusive=True)
        self._group.idToggled.connect(self._on_toggled)
        self._layout = column_of(Stretch(1), spacing=0, margins=(0, 12, 0, 12))
        self.setLayout(self._layout)

    def add(self, icon: str) -> None:
        button = RailButton(self._icons, icon, self)
        place = len(self._group.buttons())
        self._group.addButton(button, place)
        self._layout.insertWidget(place, button)

    def button(self, place: int) -> QAbstractButton:
        return self._group.button(place)

    def set_label(self, place: int, label: str, tip: str) -> None:
        button = self._group.button(place)
        button.setText(label)
        button.setAccessibleName(label)
        set_tip(button, tip)
        button.updateGeometry()

    def choose(self, place: int) -> None:
        """Mark the button at `place` as the one in use."""
        self._group.button(place).setChecked(True)

    def _on_toggled(self, place: int, checked: bool) -> None:
        if checked:
            self.chosen.emit(place)
