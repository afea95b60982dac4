"""The dialogs about files. Each is opened and answers later: none holds up the window's event loop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from gui.language.texts import translate

SUFFIX = "blab"

_Button = QMessageBox.StandardButton


def ask_to_save(
    parent: QWidget,
    name: str,
    save: Callable[[], object],
    save_as: Callable[[], object],
    discard: Callable[[], object],
    *,
    replaces: bool,
) -> QDialog:
    """Save, discard, or leave everything as it is. Where saving replaces what a file holds, Enter saves to
    another one: nobody loses a good network by a key pressed without thinking."""
    box = QMessageBox(
        QMessageBox.Icon.Question,
        translate("Files", "Unsaved network"),
        translate("Files", "The trained network of {name} is not saved.").format(name=name),
        _Button.Save | _Button.Discard | _Button.Cancel,
        parent,
    )
    box.setInformativeText(translate("Files", "Without saving, what it has learned is lost."))
    other = None
    if replaces:
        box.button(_Button.Save).setText(translate("Files", "Replace {name}").format(name=name))
        other = box.addButton(translate("Files", "Save as…"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(other)
    else:
        box.setDefaultButton(_Button.Save)
    box.setEscapeButton(_Button.Cancel)

    def answer() -> None:
        chosen = box.standardButton(box.clickedButton())
        if other is not None and box.clickedButton() is other:
            save_as()
        elif chosen == _Button.Save:
            save()
        elif chosen == _Button.Discard:
            discard()

    box.finished.connect(answer)
    return _open(box)


def show_problem(parent: QWidget, text: str) -> QDialog:
    """A file that could not be read or written, and what to do."""
    title = translate("Files", "Model file")
    return _open(QMessageBox(QMessageBox.Icon.Warning, title, text, _Button.Ok, parent))


def choose_to_open(parent: QWidget, folder: Path, chosen: Callable[[Path], None]) -> QDialog:
    dialog = QFileDialog(parent, translate("Files", "Open a model"), str(folder), _filters())
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    return _open(dialog)


def choose_to_save(parent: QWidget, suggested: Path, chosen: Callable[[Path], None]) -> QDialog:
    """`suggested` is a folder and a name; before a file is replaced, the dialog asks."""
    dialog = QFileDialog(parent, translate("Files", "Save the model"), str(suggested.parent), _filters())
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(SUFFIX)
    dialog.selectFile(suggested.name)
    dialog.fileSelected.connect(lambda path: chosen(composed(Path(path))))
    return _open(dialog)


def composed(path: Path) -> Path:
    """A new file's name with whole syllables and accents (NFC), which some systems hand out in pieces: both
    look alike, and one name is one file. A file that is there keeps its name."""
    return path if path.exists() else path.with_name(normalize("NFC", path.name))


def _filters() -> str:
    models = translate("Files", "Models (*.{suffix})").format(suffix=SUFFIX)
    return models + ";;" + translate("Files", "All files (*)")


def _open(dialog: QDialog) -> QDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
