"""The window's part of the self-test: every workspace drawn without a screen in every language, and how much
there is to see.

What it takes to pass is said in `cli.selftest`, which is handed these figures.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from core.store.store import RunStore
from gui.app import application, build
from gui.remembered.settings import Settings
from gui.window.main_window import MainWindow

# Time for a workspace to fetch what it shows first.
_SETTLE_MS = 100
# The platform without a screen says so of each window: it has no window manager to pass this on to.
_OF_NO_SCREEN = "This plugin does not support propagateSizeHints()"


def draw_workspaces() -> dict[str, float]:
    """Each workspace by key and language, as “graph (ko)”: the share of it that is drawn on, from 0 (blank)
    to 1."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = application()
    qInstallMessageHandler(_pass_on)
    try:
        return drawn_shares(app)
    finally:
        qInstallMessageHandler(None)


def _pass_on(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Pass on what Qt has to say, without what is not news."""
    if text != _OF_NO_SCREEN and sys.stderr is not None:
        sys.stderr.write(f"{text}\n")


def drawn_shares(app: QApplication) -> dict[str, float]:
    """The same in an application that is there already."""
    shares = {}
    with passing_window(app) as window:
        window.show()
        for language in reversed(window.language.available()):  # English last, for whatever comes after
            window.language.set_choice(language)
            for key in window.workspaces():
                window.show_workspace(key)
                settle(_SETTLE_MS)
                shares[f"{key} ({language})"] = drawn_share(window.workspace(key).grab().toImage())
    return shares


@contextmanager
def passing_window(app: QApplication) -> Iterator[MainWindow]:
    """A window that is closed and deleted at the end. A person's settings and runs are neither read nor
    written."""
    with tempfile.TemporaryDirectory() as own:
        window = build(app, Settings(Path(own) / "settings.json"), RunStore(Path(own) / "runs"))
        try:
            yield window
        finally:
            window.close()
            window.deleteLater()
            QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def settle(milliseconds: int = 0) -> None:
    """Let events be handled: at least those waiting now, and those of the next `milliseconds`."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QApplication.sendPostedEvents()


def drawn_share(image: QImage) -> float:
    """The share of an image's pixels that are not of its commonest colour."""
    # It has to live as long as what is read of it.
    converted = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(converted.constBits(), np.uint32)
    _, counts = np.unique(pixels, return_counts=True)
    return 1 - float(counts.max()) / pixels.size
