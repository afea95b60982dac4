"""A line that says what is folded away beneath it, and opens it. What it opens is its owner's affair."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from gui.look.icons import Icons
from gui.widgets.roles import set_role

SIGN_SIZE = 14
EDGE = 6  # pixels at the left and the right


class Fold(QPushButton):
    """Checked while it is open. The text is a summary, so that it need not be opened to be read; where it
    does not fit, it ends in “…”."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self._icons = icons
        set_role(self, "plain")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        icons.theme.changed.connect(self.update)

    def minimumSizeHint(self) -> QSize:
        return QSize(SIGN_SIZE + 3 * EDGE, self.sizeHint().height())

    def shown_text(self) -> str:
        """The summary as it stands there."""
        room = self.width() - SIGN_SIZE - 3 * EDGE
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.state &= ~QStyle.StateFlag.State_On  # the sign says that it is open; it is no switch
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        sign = "chevron-down" if self.isChecked() else "chevron-right"
        picture = self._icons.pixmap(sign, "muted", SIGN_SIZE, self.devicePixelRatioF())
        painter.drawPixmap(EDGE, (self.height() - SIGN_SIZE) // 2, picture)
        painter.setPen(self.palette().color(self.foregroundRole()))
        left = SIGN_SIZE + 2 * EDGE
        room = QRect(left, 0, self.width() - left - EDGE, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.shown_text())
