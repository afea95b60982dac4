"""A picture in which something is dragged by the mouse, and moved by the arrows as well.

What is dragged belongs to the state of the experiment, which has a field for it: the picture says where it is
wanted, and is then shown the new state.
"""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.widgets.painted import Painted
from gui.widgets.translated import Translated

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
FAST = 10
"""So many steps does an arrow make with Shift."""

Found = TypeVar("Found")


class DragView(Translated, Painted, QWidget):
    """`dragged` brings what was taken and the place where the mouse wants it. `stepped` brings steps to the
    right and upwards, of the arrows. `pointer` is where the mouse is, if it is over the picture."""

    dragged = Signal(str, QPointF)
    stepped = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._taken = ""
        self.pointer: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.recolor)

    # What a picture says of itself

    def taken_at(self, point: QPointF) -> str:
        """What a press at this point takes; empty for nothing."""
        raise NotImplementedError

    def paint(self, painter: QPainter) -> None:
        """Paint the whole picture. The painter is smooth and has the small font."""
        raise NotImplementedError

    def description(self) -> str:
        """What a screen reader says of it."""
        raise NotImplementedError

    def recolor(self) -> None:
        """The theme is another one."""
        self.update()

    # For a picture

    def sizeHint(self) -> QSize:
        return QSize(900, 560)

    def refresh(self) -> None:
        """Something else is to be seen."""
        self.setAccessibleDescription(self.description())
        self.update()

    # Hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._taken = self.taken_at(event.position())
        if self._taken:
            self.dragged.emit(self._taken, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer = event.position()
        if self._taken:
            self.dragged.emit(self._taken, event.position())
            return
        can_be_taken = bool(self.taken_at(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if can_be_taken else Qt.CursorShape.ArrowCursor)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._taken = ""
        super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointer = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(Qt.Key(event.key()))
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if arrow is None or modifiers not in (Qt.KeyboardModifier.NoModifier, _SHIFT):
            super().keyPressEvent(event)
            return
        times = FAST if modifiers == _SHIFT else 1
        self.stepped.emit(times * arrow[0], times * arrow[1])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _retranslate(self) -> None:
        self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(font(SMALL))
        self.paint(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("blue"), 2.0))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4.0, 4.0)
        painter.end()


class FoundView(DragView, Generic[Found]):
    """A picture of what an experiment has found in its present state: `found`, None until there is something.
    What a picture has beside that, it has before this is built."""

    def __init__(self, theme: Theme) -> None:
        self._found: Found | None = None
        super().__init__(theme)
        self._retranslate()

    def set_found(self, found: Found) -> None:
        self._found = found
        self.refresh()

    @property
    def found(self) -> Found | None:
        return self._found


_SHIFT = Qt.KeyboardModifier.ShiftModifier
