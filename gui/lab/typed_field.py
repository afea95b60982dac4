"""A line in which a function is typed, with the sentence beneath it when it is not one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.errors import LabError
from core.experiments.typed import typed_function
from gui.language.messages import sentence
from gui.widgets.fields.form_row import FormRow
from gui.widgets.fields.whole_entry import WholeEntry

WIDTH = 196
LONGEST = 300  # characters


class TypedField(FormRow):
    """`entered` brings a text that is a function of `names`; of any other the row says why not."""

    entered = Signal(str)

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        self.edit = WholeEntry(maxLength=LONGEST)
        super().__init__(self.edit, WIDTH, parent)
        self._names = names
        self.edit.editingFinished.connect(self._on_finished)

    def show_text(self, text: str) -> None:
        """Show the function of the state, and say nothing."""
        self.set_error("")
        if self.edit.text() != text:
            self.edit.setText(text)
            self.edit.setCursorPosition(0)

    def _on_finished(self) -> None:
        text = self.edit.text().strip()
        try:
            typed_function(text, self._names)
        except LabError as error:
            self.set_error(sentence(error))
        else:
            self.set_error("")
            self.entered.emit(text)
