"""The program with its window: makes the application, puts the parts together and runs it.

Here and nowhere else it is decided which workspace stands where, and which part is given which other.
"""

from __future__ import annotations

import os
import sys
from functools import partial

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from core import VERSION
from gui import fonts
from gui.faults import Faults
from gui.icons import Icons
from gui.interrupts import Interrupts
from gui.language import Language
from gui.main_window import MainWindow
from gui.paths import RESOURCES, log_file
from gui.placeholders import Placeholder
from gui.settings import Settings
from gui.theme import Theme
from gui.workspace import Workspace


def main(arguments: list[str]) -> int:
    """Open the window and run until it is closed. Returns the exit status."""
    app = application()
    faults = Faults(log_file())
    faults.install()
    window = build(app, Settings())
    faults.repeated.connect(window.status.set_message)
    interrupts = Interrupts(app.closeAllWindows)
    interrupts.install()
    window.show()
    return app.exec()


def application() -> QApplication:
    """The application with its name, icon and typeface. Without a screen the program ends with a sentence."""
    QGuiApplication.setDesktopFileName("backprop-lab")
    qInstallMessageHandler(partial(_end_without_screen, []))
    app = QApplication(["backprop-lab"])
    qInstallMessageHandler(None)
    app.setApplicationName("backprop-lab")
    app.setApplicationVersion(VERSION)
    app.setWindowIcon(QIcon(str(RESOURCES / "icons" / "backprop-lab.svg")))
    fonts.install(app)
    return app


def build(app: QApplication, settings: Settings) -> MainWindow:
    """The window with all its parts, not yet shown."""
    theme = Theme(app, settings.theme)
    icons = Icons(theme)
    language = Language(app, settings.language)
    workspaces = (
        Workspace("graph", lambda: Placeholder(icons, "graph")),
        Workspace("train", lambda: Placeholder(icons, "train")),
        Workspace("data", lambda: Placeholder(icons, "data")),
        Workspace("lab", lambda: Placeholder(icons, "lab")),
    )
    return MainWindow(theme, icons, language, settings, workspaces)


def _end_without_screen(said: list[str], kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Qt ends the process where it finds no screen. Before it does, say so in words and end it quietly."""
    said.append(text)
    if kind != QtMsgType.QtFatalMsg:
        return
    sys.stderr.write(
        "Backprop Lab cannot open its window: there is no screen here, or a system library that Qt needs "
        "is missing. “python3 dev.py run” checks the libraries; “python main.py train” needs no window.\n"
        f"Qt says: {said[0]}\n"
    )
    sys.stderr.flush()
    os._exit(1)
