"""The line in which is typed where to go. What an input method is still composing counts as typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

LONGEST = 200  # letters
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}


class Field(QLineEdit):
    """`typed` gives the text with what is being composed, `moved` by how many results a key goes on.
    `entered`: Enter. `left`: Esc, or the keys went elsewhere, which `is_over` tells."""

    typed = Signal(str)
    moved = Signal(int)
    entered = Signal()
    left = Signal(bool)  # whether a person closed it by Esc

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, maxLength=LONGEST)
        self.textChanged.connect(self.typed)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        composed, place = event.preeditString(), self.cursorPosition()
        self.typed.emit(self.text()[:place] + composed + self.text()[place:])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MOVES:
            self.moved.emit(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit(True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Another program, or a menu of this one, may come between.
        if event.reason() not in (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        ):
            self.left.emit(False)
