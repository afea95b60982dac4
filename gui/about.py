"""The About box: what the program is, its version, and whose work it stands on, each with its licence."""

from __future__ import annotations

import platform

from PySide6.QtCore import QEvent, QSize, Qt, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from core import VERSION
from gui.paths import RESOURCES
from gui.widgets.roles import set_role

_ICON_SIZE = 64
_TEXT_WIDTH = 480

# What is used, who holds the rights, under which licence. The licences themselves stand beside the files.
_CREDITS = (
    (
        "MNIST",
        "© Yann LeCun, Corinna Cortes (NIST)",
        '<a href="https://creativecommons.org/licenses/by-sa/3.0/">CC BY-SA 3.0</a>',
    ),
    ("Pretendard", "© Kil Hyung-jin", "SIL Open Font License 1.1"),
    ("Qt, PySide6", "© The Qt Company", "LGPL 3"),
    ("NumPy", "© NumPy Developers", "BSD 3-Clause"),
    ("pyqtgraph", "© PyQtGraph Developers", "MIT"),
    ("Lucide", "© Lucide Icons, Cole Bemis", "ISC, MIT"),
)


class AboutDialog(QDialog):
    """Deletes itself when it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._version = QLabel()
        self._purpose = QLabel(wordWrap=True)
        self._purpose.setMinimumWidth(_TEXT_WIDTH)
        self._thanks = QLabel()
        self._data_note = QLabel(wordWrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        self._build()
        self._retranslate()

    def _build(self) -> None:
        name = QLabel("Backprop Lab")
        set_role(name, "display")
        set_role(self._version, "small")
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
        for row, (name, holder, licence) in enumerate(_CREDITS):
            label, whose, terms = QLabel(name), QLabel(holder), QLabel(licence, openExternalLinks=True)
            set_role(whose, "muted")
            for column, widget in enumerate((label, whose, terms)):
                grid.addWidget(widget, row, column)
        return grid

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("About Backprop Lab"))
        self._version.setText(
            self.tr("Version {version} · Python {python} · Qt {qt}").format(
                version=VERSION, python=platform.python_version(), qt=qVersion()
            )
        )
        self._purpose.setText(
            self.tr(
                "A laboratory for seeing how neural networks learn. "
                "Every number on the screen comes from the engine that trains."
            )
        )
        self._thanks.setText(self.tr("Stands on the work of"))
        self._data_note.setText(
            self.tr("MNIST, derived from the NIST Special Databases, and Pretendard are included unchanged.")
        )
