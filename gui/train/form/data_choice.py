"""The choice of a data set: those that have a name, the file or folder in use, and another by a dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.data.formats import FORMATS
from gui.train import terms
from gui.widgets.fields.choice import Choice
from gui.widgets.translated import Translated

_ASK_FOLDER, _ASK_FILE = "\0folder", "\0file"
"""The words of the entries that open a dialog: no folder can be called so."""


class DataChoice(Translated, Choice):
    """`picked` gives a name or the path of a file or folder. `ask_folder(parent, start)` and `ask_file` give
    a path, or ""."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, characters=6)
        self.ask_folder: Callable[[QWidget, str], str] = self._ask_folder
        self.ask_file: Callable[[QWidget, str], str] = self._ask_file
        self._name = ""
        self.chosen.connect(self._on_chosen)
        self._fill()

    def show_data_set(self, name: str) -> None:
        """`name` is a word of `terms.DATA_SETS` or the path of a file or folder."""
        if name != self._name:
            self._name = name
            self._fill()

    def _on_chosen(self, word: str) -> None:
        if word in (_ASK_FOLDER, _ASK_FILE):
            start = self._name if self._name not in terms.DATA_SETS else ""
            word = (self.ask_folder if word == _ASK_FOLDER else self.ask_file)(self, start)
        self.show_word(self._name)
        if word and word != self._name:
            self.picked.emit(word)

    def _ask_folder(self, parent: QWidget, start: str) -> str:
        title = self.tr("A folder with IDX files, or with one subfolder of pictures for each class")
        return QFileDialog.getExistingDirectory(parent, title, start)

    def _ask_file(self, parent: QWidget, start: str) -> str:
        endings = " ".join(f"*{ending}" for one in FORMATS for ending in one.endings)
        data, everything = self.tr("Data"), self.tr("All files")
        title = self.tr("A CSV file, an .npz file, or one of four IDX files")
        filters = f"{data} ({endings});;{everything} (*)"
        return QFileDialog.getOpenFileName(parent, title, start, filters)[0]

    def _fill(self) -> None:
        self.set_terms(terms.DATA_SETS)
        if self._name and self._name not in terms.DATA_SETS:
            self.add_word(self._name, Path(self._name).name or self._name, self._name)
        self.insertSeparator(self.count())
        folder = self.tr("Four IDX files as those of MNIST, or a subfolder of pictures for each class.")
        self.add_word(_ASK_FOLDER, self.tr("Folder…"), folder)
        file = self.tr("A CSV file with a label and numbers in each row, or an .npz file.")
        self.add_word(_ASK_FILE, self.tr("File…"), file)
        self.show_word(self._name)

    def _retranslate(self) -> None:
        self._fill()
