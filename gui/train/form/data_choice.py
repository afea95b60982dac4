"""The choice of a data set: those that have a name, the folder in use, and another folder by a dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.train import terms
from gui.widgets.fields.choice import Choice
from gui.widgets.translated import Translated

_ASK = "\0folder"
"""The word of the entry that opens the dialog: no folder can be called so."""


class DataChoice(Translated, Choice):
    """`picked` gives a name or the path of a folder. `ask_folder(parent, start)` gives a path, or ""."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, characters=6)
        self.ask_folder: Callable[[QWidget, str], str] = self._ask_folder
        self._name = ""
        self.chosen.connect(self._on_chosen)
        self._fill()

    def show_data_set(self, name: str) -> None:
        """`name` is a word of `terms.DATA_SETS` or the path of a folder."""
        if name != self._name:
            self._name = name
            self._fill()

    def _on_chosen(self, word: str) -> None:
        if word == _ASK:
            start = self._name if self._name not in terms.DATA_SETS else ""
            word = self.ask_folder(self, start)
        self.show_word(self._name)
        if word and word != self._name:
            self.picked.emit(word)

    def _ask_folder(self, parent: QWidget, start: str) -> str:
        title = self.tr("A folder with four IDX files: images and labels, to train and to test")
        return QFileDialog.getExistingDirectory(parent, title, start)

    def _fill(self) -> None:
        self.set_terms(terms.DATA_SETS)
        if self._name and self._name not in terms.DATA_SETS:
            self.add_word(self._name, Path(self._name).name or self._name, self._name)
        self.insertSeparator(self.count())
        self.add_word(_ASK, self.tr("Folder…"), self.tr("Four IDX files, gzipped or not, as those of MNIST."))
        self.show_word(self._name)

    def _retranslate(self) -> None:
        self._fill()
