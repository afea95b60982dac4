"""A line to type in that is entered as a whole: a click that gives it the focus selects all of it.

What stands in such a line is one thing, a number or an array. Qt's double click selects a word, and a number
has several: of 0.1 it takes what lies behind the point, so that 0.5 typed over it gives 0.0.5.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit


class WholeEntry(QLineEdit):
    """A double click selects all; so does the click that enters. A second click sets the cursor."""

    _entering = False

    def serve(self, box: QAbstractSpinBox) -> None:
        """Be the line of `box`, which has the focus in its place."""
        box.setLineEdit(self)
        box.installEventFilter(self)

    def select_whole(self) -> None:
        """All but the unit behind the number of a spin box."""
        box = self.parent()
        (box if isinstance(box, QAbstractSpinBox) else self).selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._entering = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            self._entering = event.reason() == Qt.FocusReason.MouseFocusReason
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file is meant for the window, and not its name for the field."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._entering and not self.hasSelectedText():
            self.select_whole()
        self._entering = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.select_whole()
        event.accept()
