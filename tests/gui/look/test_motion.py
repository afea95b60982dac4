"""Nothing blinks and nothing slides with less motion, and all is as the system has it again afterwards."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from gui.window.main_window import MainWindow


def test_it_is_reduced_at_once_and_remembered(window: MainWindow) -> None:
    usual = QApplication.cursorFlashTime()
    assert usual > 0
    window.menus.reduce_motion.trigger()
    assert QApplication.cursorFlashTime() == 0
    assert window.settings.reduces_motion
    window.menus.reduce_motion.trigger()
    assert QApplication.cursorFlashTime() == usual
    assert not window.settings.reduces_motion
