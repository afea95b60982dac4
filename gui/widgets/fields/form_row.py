"""A line of a form: what is asked, the field, and beneath it what is wrong with the answer."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QLabel, QWidget

from gui.widgets.elided_label import ElidedLabel
from gui.widgets.layouts import column_of, row_of
from gui.widgets.roles import set_look, set_tip, with_role

FIELD_WIDTH = 144


class FormRow(QWidget):
    """A label, a field of any kind, and an inline sentence. Rows of one width stand in one column."""

    def __init__(self, field: QWidget, width: int = FIELD_WIDTH, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._tip = ""
        self._label = with_role(ElidedLabel(), "muted")
        self._error = with_role(QLabel(wordWrap=True), "error")
        self._label.setBuddy(field)
        field.setFixedWidth(width)
        if isinstance(field, QAbstractSpinBox):
            # No stylesheet reaches the text of a spin box: it would stand at the very edge.
            field.lineEdit().setTextMargins(6, 0, 0, 0)
        line = row_of((self._label, 1), field, spacing=8)
        self.setLayout(column_of(line, self._error, spacing=2))
        self._error.hide()

    def set_label(self, text: str, tip: str = "") -> None:
        """The question, and the tooltip of both: what it is, what happens with more of it and with less."""
        self._label.setText(text)
        self.field.setAccessibleName(text)
        self._tip = tip
        set_tip(self._label, tip)
        set_tip(self.field, tip)
        self.set_error(self.error())

    def error(self) -> str:
        return self._error.text()

    def set_error(self, sentence: str) -> None:
        """Mark the field and say what is wrong; an empty sentence takes both away."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        set_look(self.field, "invalid", bool(sentence))
        # A screen reader says at the field what an eye sees beneath it.
        self.field.setAccessibleDescription(sentence or self._tip)
