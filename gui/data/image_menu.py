"""What can be done with the chosen image: copy it, save it, trace it, follow its mistake, delete a drawing.

It is the context menu of all images; the ways on are those of the detail card.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from gui.data import image_texts
from gui.data.detail.panel import DetailPanel
from gui.data.model.model import DataModel
from gui.language.numbers import count
from gui.widgets.images.array_image import as_pixels, paper_image
from gui.widgets.images.copied_image import copied_image
from gui.widgets.picture_files import save_png
from gui.widgets.translated import Translated


class ImageMenu(Translated, QMenu):
    """`message` is a sentence for the status bar."""

    message = Signal(str)

    def __init__(self, model: DataModel, detail: DetailPanel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._detail = detail
        self.copy, self.save = self.addAction(""), self.addAction("")
        self.addSeparator()
        self.trace, self.follow = self.addAction(""), self.addAction("")
        self.addSeparator()
        self.delete = self.addAction("")
        self.delete.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self.delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy.triggered.connect(self._on_copy)
        self.save.triggered.connect(self._on_save)
        self.trace.triggered.connect(detail.trace.click)
        self.follow.triggered.connect(detail.follow.click)
        self.delete.triggered.connect(self._on_delete)
        detail.delete.clicked.connect(self._on_delete)
        self._retranslate()

    def open_at(self, place: QPoint) -> None:
        """Open it for the chosen image, where there is one; `place` is on the screen."""
        model = self._model
        if model.selected < 0:
            return
        for action in (self.copy, self.save):
            action.setVisible(model.has_images)
        self.trace.setEnabled(self._detail.trace.isEnabled())
        self.follow.setEnabled(self._detail.follow.isEnabled())
        self.delete.setVisible(model.split == "drawings")
        self.popup(place)

    def _picture(self) -> QImage:
        return paper_image(as_pixels(self._model.image(self._model.selected)))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setMimeData(copied_image(self._model.image(self._model.selected)))
        self.message.emit(self.tr("The picture is on the clipboard, and its values as a table."))

    def _on_save(self) -> None:
        picture = self._picture()
        title = self.tr("Save the picture")
        dialog = QFileDialog(self.parentWidget(), title, "", self.tr("Picture (*.png)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        name = image_texts.title(self._model, self._model.selected).lower().replace(" ", "-").replace(",", "")
        dialog.selectFile(f"{name}.png")
        dialog.fileSelected.connect(lambda path: self.save_to(Path(path), picture))
        dialog.open()

    def save_to(self, path: Path, picture: QImage) -> None:
        """Write a picture, and say whether that went well."""
        try:
            save_png(path, picture)
        except OSError as error:
            text = self.tr("{file} could not be written: {reason}. Choose another place.")
            self.message.emit(text.format(file=path.name, reason=error.strerror or error))
        else:
            self.message.emit(self.tr("Saved {file}.").format(file=path.name))

    def _on_delete(self) -> None:
        """Undo brings it back, so nobody is asked."""
        model = self._model
        if model.split == "drawings" and model.selected >= 0:
            index = count(model.selected)
            model.drawings.delete(model.selected, self.tr("Delete drawing {index}").format(index=index))
            self.message.emit(self.tr("Deleted drawing {index}. Undo brings it back.").format(index=index))

    def _retranslate(self) -> None:
        self.copy.setText(self.tr("&Copy picture"))
        self.save.setText(self.tr("&Save picture…"))
        self.trace.setText(self.tr("&Trace in the graph"))
        self.follow.setText(self.tr("&Follow this mistake"))
        self.delete.setText(self.tr("&Delete drawing"))
        self.trace.setWhatsThis(self._detail.trace.whatsThis())
        self.follow.setWhatsThis(self._detail.follow.whatsThis())
        self.setWhatsThis(self.tr("What can be done with the chosen image."))
