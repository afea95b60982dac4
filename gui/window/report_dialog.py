"""The dialog behind Help → Report a problem: shows what it would copy, and copies it. Nothing is sent."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QWidget

from gui.widgets.layouts import column_of, resize_on_screen
from gui.widgets.roles import with_role
from gui.widgets.translated import Translated
from gui.window.problem_report import problem_report


class ReportDialog(Translated, QDialog):
    """`report` can be edited before it is copied. It deletes itself when it is closed."""

    def __init__(self, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = QLabel(wordWrap=True)
        self.report = QPlainTextEdit(problem_report(log))
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._buttons = QDialogButtonBox()
        self.copy_button = with_role(QPushButton(), "primary")
        self.close_button = QPushButton()
        self._buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.addButton(self.close_button, QDialogButtonBox.ButtonRole.RejectRole)
        self.copy_button.setDefault(True)
        self.copy_button.clicked.connect(self._on_copy)
        self.close_button.clicked.connect(self.reject)
        self.setLayout(
            column_of(self._text, (self.report, 1), self._buttons, spacing=12, margins=(24, 24, 24, 16))
        )
        resize_on_screen(self, 720, 480)
        self._retranslate()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy_button.setText(self.tr("Copied"))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Report a problem"))
        self._text.setText(
            self.tr(
                "This is what helps to find a fault. Your home folder and your name are left out; take out "
                "whatever else you like. Nothing is sent: copy it, and say beside it what you did."
            )
        )
        self.report.setAccessibleName(self.tr("What would be copied"))
        self.setWhatsThis(self.tr("Change the report as you like, then copy it; nothing is sent."))
        self.copy_button.setText(self.tr("Copy"))
        self.close_button.setText(self.tr("Close"))
