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
from gui.widgets.layouts import Space, Stretch, column_of, row_of
from gui.widgets.roles import set_role, with_role
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
        self._thanks = with_role(QLabel(), "heading")
        self._data_note = with_role(QLabel(wordWrap=True), "small")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        self.licences_button = QPushButton()
        self.licences_button.clicked.connect(self._on_licences)
        self._build()
        self._retranslate()

    def _build(self) -> None:
        name = with_role(QLabel("Backprop Lab"), "display")
        for label in (self._version, self.libraries, self.threads):
            set_role(label, "small")
            # To be copied into a report.
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        line = with_role(QFrame(), "line")
        self.buttons.addButton(self.licences_button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = column_of(
            self._head(name),
            self._purpose,
            line,
            self._thanks,
            self._credits(),
            self._data_note,
            Space(8),
            self.buttons,
            spacing=12,
            margins=(24, 24, 24, 16),
        )
        self.setLayout(layout)
        # As large as its text, also when the language changes while it is open.
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _head(self, name: QLabel) -> QHBoxLayout:
        picture = QLabel()
        icon = QIcon(str(RESOURCES / "icons" / "backprop-lab.svg"))
        picture.setPixmap(icon.pixmap(QSize(_ICON_SIZE, _ICON_SIZE), self.devicePixelRatioF()))
        words = column_of(
            Stretch(1), name, self._version, self.libraries, self.threads, Stretch(1), spacing=2
        )
        head = row_of(picture, (words, 1), spacing=16)
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
        self.setWhatsThis(self.tr("Which version this is, and whose work it stands on."))
        self.licences_button.setWhatsThis(self.tr("Shows the licence of each component, whole."))
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
