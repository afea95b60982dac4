"""The tools of the drawing pad: pen or eraser, undo, clear."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from gui.look.icons import Icons
from gui.widgets.layouts import Stretch, row_of
from gui.widgets.roles import set_tip
from gui.widgets.translated import Translated


class DrawTools(Translated, QWidget):
    """Buttons in a row; `undo` and `clear` are for the owner to connect."""

    erasing_changed = Signal(bool)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pen, self.eraser = QToolButton(), QToolButton()
        self.undo, self.clear = QToolButton(), QToolButton()
        for button, icon in (
            (self.pen, "pencil"),
            (self.eraser, "eraser"),
            (self.undo, "undo"),
            (self.clear, "trash"),
        ):
            icons.bind(button, icon)
        self.undo.setEnabled(False)
        group = QButtonGroup(self)
        for button in (self.pen, self.eraser):
            button.setCheckable(True)
            group.addButton(button)
        self.pen.setChecked(True)
        self.setLayout(row_of(self.pen, self.eraser, Stretch(1), self.undo, self.clear, spacing=2))
        self.eraser.toggled.connect(self.erasing_changed)
        self._retranslate()

    def _retranslate(self) -> None:
        self.pen.setAccessibleName(self.tr("Pen"))
        set_tip(self.pen, self.tr("Pen: draw ink."))
        self.eraser.setAccessibleName(self.tr("Eraser"))
        set_tip(self.eraser, self.tr("Eraser: take ink away. The right mouse button does so, too."))
        self.undo.setAccessibleName(self.tr("Undo"))
        set_tip(self.undo, self.tr("Take back the last stroke, or what was done last here (Ctrl+Z)."))
        self.clear.setAccessibleName(self.tr("Clear the drawing"))
        set_tip(self.clear, self.tr("Take all ink away (Delete). Undo brings it back."))
