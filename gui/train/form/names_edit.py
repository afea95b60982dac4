"""A field for the names of the classes, with commas between them. How many there must be is not known
here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from core.data.class_names import split_names


class NamesEdit(QLineEdit):
    """`entered` gives the names as a tuple, () for an empty text. `show_names` emits nothing."""

    entered = Signal(object)  # tuple[str, ...]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self.setAcceptDrops(False)  # a file is meant for the window
        self.editingFinished.connect(self._finish)

    def show_names(self, typed: Sequence[str], own: Sequence[str]) -> None:
        """Those that were typed, or in grey those that the data have without them."""
        self.setPlaceholderText(", ".join(own))
        if tuple(typed) != self._names or not self.isModified():
            self._names = tuple(typed)
            self.setText(", ".join(typed))

    def _finish(self) -> None:
        names = split_names(self.text())
        self.setModified(False)
        if names != self._names:
            self._names = names
            self.entered.emit(names)
