"""A field for the number of an example, and the sentence beneath it where there is no such number."""

from __future__ import annotations

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.data.model.change import DataChange
from gui.data.model.model import DataModel
from gui.language.numbers import count
from gui.widgets.fields.whole_entry import WholeEntry
from gui.widgets.layouts import column_of
from gui.widgets.roles import set_look, set_tip, with_role
from gui.widgets.translated import Translated


class JumpField(Translated, QWidget):
    """Enter chooses the example; the filter gives way where it would hide it."""

    def __init__(self, model: DataModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._tip = ""
        self.field = WholeEntry()
        self.error = with_role(QLabel(wordWrap=True), "error")
        self.error.hide()
        self.field.setValidator(QIntValidator(self))
        self.field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setLayout(column_of(self.field, self.error, spacing=2))
        self.field.returnPressed.connect(self._on_return)
        self.field.textEdited.connect(lambda _text: self._set_error(""))
        model.changed.connect(self._on_changed)
        self._show_range()

    def _on_changed(self, what: DataChange) -> None:
        if DataChange.SPLIT in what:
            self._show_range()

    def set_name(self, name: str, tip: str) -> None:
        self._tip = tip
        self.field.setAccessibleName(name)
        set_tip(self.field, tip)

    def _on_return(self) -> None:
        text = self.field.text().strip()
        if not text:
            return
        try:
            self._model.show(self._model.split, int(text))
        except (IndexError, ValueError):
            last = count(len(self._model.examples or ()) - 1)
            self._set_error(self.tr("The numbers go from 0 to {last} only.").format(last=last))
            self.field.selectAll()
            return
        self.field.clear()

    def _set_error(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        set_look(self.field, "invalid", bool(sentence))
        self.field.setAccessibleDescription(sentence or self._tip)

    def _show_range(self) -> None:
        """Which numbers there are, where none is typed."""
        total = len(self._model.examples or ())
        self.field.setPlaceholderText(f"0 … {count(total - 1)}" if total else "")
        self._set_error("")

    def _retranslate(self) -> None:
        self._show_range()
