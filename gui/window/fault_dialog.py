"""The dialog that says that something inside the program broke, with the details to copy.

It waits for nothing: the window behind it can still be used.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QWidget

from gui.widgets.layouts import column_of, resize_on_screen
from gui.widgets.roles import with_role
from gui.widgets.translated import Translated


class FaultDialog(Translated, QDialog):
    """Shows a traceback, where its log is (None: it could not be written), and how often it came since."""

    def __init__(self, details: str, log: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._more = 0
        self._headline = with_role(QLabel(), "title")
        self._text = QLabel(wordWrap=True)
        self._details = QPlainTextEdit(details.rstrip(), readOnly=True)
        self._count = with_role(QLabel(wordWrap=True), "small")
        self._buttons = QDialogButtonBox()
        self.copy_button = QPushButton()
        self.close_button = with_role(QPushButton(), "primary")
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self._details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._count.hide()
        self._buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.addButton(self.close_button, QDialogButtonBox.ButtonRole.RejectRole)
        self.close_button.setDefault(True)
        self.setLayout(
            column_of(
                self._headline,
                self._text,
                self._details,
                self._count,
                self._buttons,
                spacing=12,
                margins=(24, 24, 24, 16),
            )
        )
        resize_on_screen(self, 640, 400)

    def _connect(self) -> None:
        self.copy_button.clicked.connect(self._on_copy)
        self.close_button.clicked.connect(self.reject)

    def details(self) -> str:
        return self._details.toPlainText()

    def text(self) -> str:
        return self._text.text()

    def count_text(self) -> str:
        """What is said of faults that came later; empty while there is none."""
        return self._count.text() if self._more else ""

    def count_another(self) -> None:
        """Another fault came while this one is shown."""
        self._more += 1
        self._show_count()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Something broke"))
        self._headline.setText(self.tr("Something inside the program broke"))
        self.setWhatsThis(self.tr("What the program knows of the fault, to be copied into a report."))
        text = self.tr("You can still use the window, and your network and settings are still there.")
        if self._log is None:
            text += " " + self.tr("The log could not be written, so the details are only here.")
        else:
            text += " " + self.tr("The details below are also in the log, {path}.").format(path=self._log)
        self._text.setText(text)
        self.copy_button.setText(self.tr("Copy details"))
        self.close_button.setText(self.tr("Close"))
        self._show_count()

    def _show_count(self) -> None:
        self._count.setText(self.tr("Faults since then, in the log: {count}").format(count=self._more))
        self._count.setVisible(self._more > 0)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details())
