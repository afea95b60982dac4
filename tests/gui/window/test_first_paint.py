"""What can wait until the window is on the screen, waits: reading the data, for one."""

from __future__ import annotations

from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.app import Program
from gui.remembered.settings import Settings


def test_the_data_are_read_when_the_window_is_painted(
    qtbot: QtBot, qapp: QApplication, settings: Settings
) -> None:
    settings.theme, settings.language = "light", "en"
    program = Program(qapp, settings)
    window = program.window
    qtbot.addWidget(window)
    painted, changed = QSignalSpy(window.painted), QSignalSpy(program.document.changed)
    qapp.processEvents()
    assert (painted.count(), changed.count()) == (0, 0)
    window.show()
    qtbot.waitUntil(lambda: program.document.data is not None)
    window.repaint()
    qapp.processEvents()
    assert painted.count() == 1
