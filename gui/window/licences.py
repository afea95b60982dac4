"""The licences in full, read from the files that come with the program: no network is needed for them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QSplitter, QTextBrowser, QWidget

from core import installation
from gui.paths import RESOURCES
from gui.widgets.layouts import column_of, resize_on_screen
from gui.widgets.translated import Translated

_PROGRAM = (("Backprop Lab", "LICENSE"), ("THIRD_PARTY", "THIRD_PARTY.md"))
_OWN = (
    ("Pretendard", RESOURCES / "fonts" / "Pretendard-LICENSE.txt"),
    ("Lucide", RESOURCES / "icons" / "LICENSE.txt"),
    ("MNIST", RESOURCES / "mnist" / "NOTICE.txt"),
)
_PACKAGES = ("numpy", "pyqtgraph", "colorama")  # PySide6 brings no text


@dataclass(frozen=True, slots=True)
class Licence:
    name: str
    path: Path


def licences() -> tuple[Licence, ...]:
    """The texts there are, the program's own first. An executable has a folder `licences` beside it; else
    they are in the packages, and those of the program in its own package or in the source tree."""
    if getattr(sys, "frozen", False):
        folder = Path(sys.executable).parent / "licences"
        texts = sorted(path for path in folder.glob("*") if path.suffix in (".txt", ".md"))
        own = [Licence(path.stem, path) for path in texts]
    else:
        own = [
            Licence(name, path)
            for name, file in _PROGRAM
            for path in installation.files(file) or (RESOURCES.parent / file,)
        ]
        own += [Licence(name, path) for name in _PACKAGES for path in _texts_of(name)]
    own += [Licence(name, path) for name, path in _OWN]
    own.sort(key=lambda licence: (licence.name not in ("Backprop Lab", "THIRD_PARTY"), licence.name.lower()))
    return tuple(own)


def _texts_of(package: str) -> Iterator[Path]:
    try:
        files = distribution(package).files or ()
    except PackageNotFoundError:
        return
    for file in files:
        if file.name == "LICENSE.txt" and file.parent.name == "licenses":
            yield Path(str(file.locate()))


class LicencesDialog(Translated, QDialog):
    """The names at the left, the text of one at the right. It deletes itself when it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._licences = licences()
        self.names = QListWidget()
        self.text = QTextBrowser()
        # A licence names addresses; followed, they would take the place of the text.
        self.text.setOpenLinks(False)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        self._build()
        self._retranslate()
        self.names.currentRowChanged.connect(self._show)
        self.names.setCurrentRow(0)

    def _build(self) -> None:
        # Measured before it has the look of a list, a row would stay as low as its text.
        self.names.ensurePolished()
        self.names.addItems([licence.name for licence in self._licences])
        split = QSplitter(childrenCollapsible=False)
        split.addWidget(self.names)
        split.addWidget(self.text)
        split.setSizes([220, 660])
        split.setStretchFactor(1, 1)
        self.setLayout(column_of((split, 1), self.buttons, spacing=12, margins=(24, 24, 24, 16)))
        resize_on_screen(self, 928, 600)

    def _show(self, row: int) -> None:
        path = self._licences[row].path
        try:
            # Old licences are not all in UTF-8.
            text = path.read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            self.text.setPlainText(
                self.tr("{path} cannot be read: {reason}").format(path=path, reason=error.strerror)
            )
            return
        if path.suffix == ".md":
            self.text.document().setDefaultFont(self.font())
            self.text.setMarkdown(text)
        else:
            self.text.document().setDefaultFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
            self.text.setPlainText(text)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Licences"))
        for row, licence in enumerate(self._licences):
            if licence.path.name == "THIRD_PARTY.md":
                self.names.item(row).setText(self.tr("All components"))
        self.names.setAccessibleName(self.tr("Components"))
        self.setWhatsThis(self.tr("The component chosen at the left has its licence at the right."))
        self.text.setAccessibleName(self.tr("Licence"))
