"""What is taken out of an experiment: its picture, its numbers, and its state as a file that opens again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QPoint, QSaveFile, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from core.errors import LabError, translatable
from gui.lab.state import LARGEST
from gui.language.texts import translate
from gui.widgets import picture_files

Table = tuple[list[str], list[list[object]]]
"""The heads of the columns, and the rows."""


def picture_of(widget: QWidget, background: str) -> QImage:
    """The widget as it is seen, in twice as many pixels, on the colour of its card."""
    return picture_files.picture(widget.size(), background, lambda painter: _render(widget, painter))


def save_png(widget: QWidget, path: Path, background: str) -> None:
    """The widget as a picture. OSError where the file cannot be written."""
    picture_files.save_png(path, picture_of(widget, background))


def save_svg(widget: QWidget, path: Path, background: str, title: str) -> None:
    """The widget as a drawing. OSError where the file cannot be written."""
    size = QSize(widget.width(), widget.height())
    dpi = widget.logicalDpiX()
    picture_files.save_svg(path, size, dpi, background, title, lambda painter: _render(widget, painter))


def _render(widget: QWidget, painter: QPainter) -> None:
    # The background is the card's, and the ring of the keyboard is nobody's picture.
    widget.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)


def write_text(path: Path, text: str) -> None:
    """Put a file in the old one's place, whole. OSError where that fails."""
    file = QSaveFile(str(path))
    if not (file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(text.encode()) > 0 and file.commit()):
        raise OSError(file.errorString())


def read_text(path: Path) -> str:
    """The text of a saved experiment. LabError where it cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise ValueError
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        template = translatable("errors", "{name} cannot be read: {reason}.")
        raise LabError(template, name=path.name, reason=error.strerror or str(error)) from error
    except ValueError as error:
        template = translatable("errors", "This is not a saved experiment of the Lab: choose another file.")
        raise LabError(template) from error


def ask_where_to_save(parent: QWidget, name: str, kinds: str, save: Callable[[Path], None]) -> None:
    """Ask for a place and save there; where that fails, say why. The dialog holds up no event loop."""
    dialog = QFileDialog(parent, translate("Lab", "Save"), name, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix[1:])
    dialog.fileSelected.connect(lambda path: save_or_say(parent, Path(path), save))
    dialog.open()


def ask_what_to_open(parent: QWidget, kinds: str, use: Callable[[Path], None]) -> None:
    """Ask for a file that is there."""
    dialog = QFileDialog(parent, translate("Lab", "Open"), "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: use(Path(path)))
    dialog.open()


def save_or_say(parent: QWidget, path: Path, save: Callable[[Path], None]) -> None:
    try:
        save(path)
    except OSError as error:
        text = translate("Lab", "{name} cannot be written: {reason}. Choose another place.")
        reason = error.strerror or str(error)
        box = QMessageBox(QMessageBox.Icon.Warning, translate("Lab", "Save"), text, parent=parent)
        box.setText(text.format(name=path.name, reason=reason))
        box.open()


def save_table(path: Path, table: Table) -> None:
    rows: Iterable[Iterable[object]] = table[1]
    picture_files.save_csv(path, table[0], rows)
