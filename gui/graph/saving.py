"""Saving what the picture card offers: picture and trace to files, picture and formula to the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from core.errors import translatable
from gui.graph.export import COLUMNS, trace_rows
from gui.graph.model.model import GraphModel
from gui.graph.picture import GraphPicture
from gui.language.texts import Speaking, translate
from gui.widgets.picture_files import save_csv

PNG_SCALE = 3.0
_TITLES = {
    "svg": translatable("GraphSaving", "Save the picture"),
    "png": translatable("GraphSaving", "Save the picture"),
    "csv": translatable("GraphSaving", "Save the trace"),
}
_FILTERS = {
    "svg": translatable("GraphSaving", "Drawings (*.svg)"),
    "png": translatable("GraphSaving", "Pictures (*.png)"),
    "csv": translatable("GraphSaving", "Tables (*.csv)"),
}


class Saving(Speaking, QObject):
    """`said`: what was done, or why it could not be; the second says whether it went wrong."""

    said = Signal(str, bool)

    def __init__(self, model: GraphModel, picture: GraphPicture, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._picture = picture
        self._window = parent

    def do(self, name: str) -> None:
        """`name` is one of those of the menu that are saved or copied."""
        if self._model.trace is None:
            return
        if name == "formula":
            QGuiApplication.clipboard().setText(self._model.subject.text)
            self.said.emit(self.tr("The formula is on the clipboard."), False)
        elif name == "image":
            self._picture.copy_image()
            self.said.emit(self.tr("The picture is on the clipboard."), False)
        else:
            self.ask(name)

    def ask(self, kind: str) -> QFileDialog:
        """The dialog that asks where to; it answers later."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title = translate("GraphSaving", _TITLES[kind])
        filters = translate("GraphSaving", _FILTERS[kind])
        dialog = QFileDialog(self._window, title, folder, filters)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind)
        dialog.selectFile(f"{self._model.subject.key or 'graph'}.{kind}")
        dialog.fileSelected.connect(lambda path: self.save(kind, Path(path)))
        dialog.open()
        return dialog

    def save(self, kind: str, path: Path) -> None:
        """Write the file, and say so."""
        trace = self._model.trace
        if trace is None:
            return
        writers: dict[str, Callable[[], None]] = {
            "svg": lambda: self._picture.export_svg(path),
            "png": lambda: self._picture.export_png(path, PNG_SCALE),
            "csv": lambda: save_csv(path, COLUMNS, trace_rows(trace)),
        }
        try:
            writers[kind]()
        except OSError as error:
            reason = error.strerror or str(error)
            text = self.tr("{name} could not be written: {reason}. Choose another folder.")
            self.said.emit(text.format(name=path.name, reason=reason), True)
        else:
            self.said.emit(self.tr("{name} is saved.").format(name=path.name), False)
