"""“What's this?”: every control of every workspace and dialog has a sentence, its own or its group's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTabWidget,
    QWhatsThis,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.help.dialog import HelpDialog
from gui.lab.table import EXPERIMENTS
from gui.lab.workspace import LabWorkspace
from gui.look.theme import Theme
from gui.window.about import AboutDialog
from gui.window.licences import LicencesDialog
from gui.window.main_window import MainWindow
from gui.window.report_dialog import ReportDialog

_PARTS = QAbstractSpinBox | QComboBox | QAbstractItemView | QTabBar
"""Whose inner widgets are its own affair."""


def controls(whole: QWidget) -> Iterator[QWidget]:
    """What a person can click or walk to in it, seen or not."""
    for widget in whole.findChildren(QWidget):
        parent = widget.parentWidget()
        assert parent is not None
        is_viewport = isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget
        is_frame = isinstance(widget, QScrollBar | QTabWidget) or type(widget) is QScrollArea
        is_of_qt = widget.objectName().startswith("qt_")
        # Such as the button of an empty page that nobody has seen: it gets its label where it is shown.
        is_blank = isinstance(widget, QAbstractButton) and not widget.text() and widget.icon().isNull()
        if is_viewport or is_frame or is_of_qt or (is_blank and widget.isHidden()) or _within(parent, whole):
            continue
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QAbstractButton | QLineEdit):
            yield widget


def _within(widget: QWidget | None, whole: QWidget) -> bool:
    while widget is not None and widget is not whole:
        if isinstance(widget, _PARTS):
            return True
        widget = widget.parentWidget()
    return False


def sentence(control: QWidget) -> str:
    """As Qt finds it: that of the control, or of the nearest that it stands in; the window has none."""
    at: QWidget | None = control
    while at is not None and not at.whatsThis():
        at = None if at.isWindow() else at.parentWidget()
    return at.whatsThis() if at is not None else ""


def silent(whole: QWidget) -> list[str]:
    return [
        f"{type(control).__name__} “{control.accessibleName()}” in {type(control.parentWidget()).__name__}"
        for control in controls(whole)
        if len(sentence(control).split()) < 3
    ]


def test_every_control_of_the_window_says_what_it_does(window: MainWindow) -> None:
    assert window.whatsThis() == ""
    for key in window.workspaces():
        window.workspace(key)
    lab = cast(LabWorkspace, window.workspace("lab"))
    for word in EXPERIMENTS:
        lab.page(word)
    assert len(list(controls(window))) > 400
    assert silent(window) == []
    without = [
        action.text()
        for action in window.findChildren(QAction)
        if isinstance(menu := action.parent(), QMenu)
        and action.text()
        and action.menu() is None
        and not (action.whatsThis() or menu.whatsThis())
    ]
    assert without == []


def test_every_control_of_a_dialog_says_what_it_does(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialogs = (
        HelpDialog([], window),
        AboutDialog(window),
        LicencesDialog(window),
        ReportDialog(tmp_path / "no.log", window),
    )
    for dialog in dialogs:
        assert list(controls(dialog)), type(dialog)
        assert silent(dialog) == [], type(dialog)
        dialog.close()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_click_asks_after_shift_f1(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.rail.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert QWhatsThis.inWhatsThisMode()
    before = window.current_workspace()
    QTest.mouseClick(window.rail.button(0), Qt.MouseButton.LeftButton)
    assert window.current_workspace() == before, "a click asks and does not act"
    assert not QWhatsThis.inWhatsThisMode()
    QWhatsThis.hideText()
