"""The About box: what the program is, its versions, and whose work it stands on, each with its licence."""

from __future__ import annotations

import platform

import numpy as np
import pyqtgraph as pg
import PySide6
from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from adapters.threads import PRODUCTS, ProductThreads
from core import VERSION
from gui.paths import RESOURCES
from gui.widgets.roles import set_role
from gui.widgets.translated import Translated
from gui.window.credits import CREDITS, LICENCE_NAMES
from gui.window.licences import LicencesDialog

_ICON_SIZE = 64
_TEXT_WIDTH = 480


class AboutDialog(Translated, QDialog):
    """Deletes itself when it is closed."""

    def __init__(self, parent: QWidget, products: ProductThreads = PRODUCTS) -> None:
        super().__init__(parent)
        self._products = products
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._version = QLabel()
        self.libraries = QLabel()
        self.threads = QLabel(wordWrap=True)
        self._purpose = QLabel(wordWrap=True)
        self._purpose.setMinimumWidth(_TEXT_WIDTH)
        self._thanks = QLabel()
        self._data_note = QLabel(wordWrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        self.licences_button = QPushButton()
        self.licences_button.clicked.connect(self._on_licences)
        self._build()
        self._retranslate()

    def _build(self) -> None:
        name = QLabel("Backprop Lab")
        set_role(name, "display")
        for label in (self._version, self.libraries, self.threads):
            set_role(label, "small")
            # To be copied into a report.
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        set_role(self._thanks, "heading")
        set_role(self._data_note, "small")
        line = QFrame()
        set_role(line, "line")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(self._head(name))
        layout.addWidget(self._purpose)
        layout.addWidget(line)
        layout.addWidget(self._thanks)
        layout.addLayout(self._credits())
        layout.addWidget(self._data_note)
        layout.addSpacing(8)
        self.buttons.addButton(self.licences_button, QDialogButtonBox.ButtonRole.ActionRole)
        layout.addWidget(self.buttons)
        # As large as its text, also when the language changes while it is open.
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _head(self, name: QLabel) -> QHBoxLayout:
        picture = QLabel()
        icon = QIcon(str(RESOURCES / "icons" / "backprop-lab.svg"))
        picture.setPixmap(icon.pixmap(QSize(_ICON_SIZE, _ICON_SIZE), self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(name)
        words.addWidget(self._version)
        words.addWidget(self.libraries)
        words.addWidget(self.threads)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(picture)
        head.addLayout(words, 1)
        return head

    def _credits(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, credit in enumerate(CREDITS):
            licence = LICENCE_NAMES[credit.licence]
            if credit.address:
                licence = f'<a href="{credit.address}">{licence}</a>'
            name, whose = QLabel(credit.name), QLabel(credit.holder)
            terms = QLabel(licence, openExternalLinks=True)
            set_role(whose, "muted")
            for column, widget in enumerate((name, whose, terms)):
                grid.addWidget(widget, row, column)
        return grid

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("About Backprop Lab"))
        self._version.setText(self.tr("Version {version}").format(version=VERSION))
        self.libraries.setText(
            f"Python {platform.python_version()} · Qt {qVersion()} · PySide6 {PySide6.__version__} · "
            f"NumPy {np.__version__} · pyqtgraph {pg.__version__}"
        )
        self.threads.setText(self._of_threads())
        self._purpose.setText(
            self.tr(
                "A laboratory for seeing how neural networks learn. "
                "Every number on the screen comes from the engine that trains."
            )
        )
        self._thanks.setText(self.tr("Stands on the work of"))
        self.licences_button.setText(self.tr("Licences…"))
        self._data_note.setText(
            self.tr("MNIST, derived from the NIST Special Databases, and Pretendard are included unchanged.")
        )

    def _of_threads(self) -> str:
        used, library = self._products.in_use, self._products.library
        if used is None:
            return self.tr(
                "NumPy's matrix library does not let its threads be set: it chooses them by itself."
            )
        text = {
            "auto": self.tr("{library} · threads: {number} of {most}, as the machine is busy or free"),
            "fixed": self.tr("{library} · threads: {number}, as chosen"),
            "environment": self.tr("{library} · threads: {number}, as {variable} says"),
        }[used.by]
        variable = self._products.variable
        return text.format(library=library, number=used.number, most=used.most, variable=variable)

    def _on_licences(self) -> None:
        LicencesDialog(self).open()
