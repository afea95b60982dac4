"""The keyboard reaches each workspace's controls by Tab, and each stop is seen: it is painted otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.lab.table import EXPERIMENTS
from gui.lab.workspace import LabWorkspace
from gui.window.main_window import MainWindow
from pictures import hands
from pictures.scene import Stage

MOST = 200


def stops(window: MainWindow) -> Iterator[QWidget]:
    """Where the keyboard is, from Tab to Tab, until it comes back to where it was first."""
    window.rail.button(0).setFocus(Qt.FocusReason.TabFocusReason)
    first = QApplication.focusWidget()
    for _ in range(MOST):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        stop = QApplication.focusWidget()
        assert stop is not None
        if stop is first:
            return
        yield stop
    raise AssertionError("Tab does not come back")


def seen(window: MainWindow, stop: QWidget) -> QImage:
    """The place of a control with what is around it: a card may show the focus for what is in it."""
    QApplication.processEvents()
    picture = stop.parentWidget()
    if stop.height() <= 1 and picture is not None:  # a list for screen readers, of what its picture shows
        stop = picture
    area = QRect(stop.mapTo(window, QPoint()), stop.size()).adjusted(-12, -12, 12, 12)
    window.setUpdatesEnabled(True)
    image = window.grab(area).toImage()
    window.setUpdatesEnabled(False)
    return image


def unseen(window: MainWindow) -> list[str]:
    """The stops that look as they do without the keyboard."""
    found = []
    for stop in stops(window):
        with_keyboard = seen(window, stop)
        stop.clearFocus()
        without = seen(window, stop)
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        if with_keyboard == without:
            found.append(
                f"{type(stop).__name__} “{stop.accessibleName()}” in {type(stop.parentWidget()).__name__}"
            )
    return found


@pytest.mark.parametrize("in_front", ["graph", "train", "data", "lab"])
def test_each_stop_of_a_workspace_is_seen(window: MainWindow, in_front: str) -> None:
    stage = Stage(window)
    window.resize(1366, 768)
    document = hands.trainer(stage).document
    stage.until(lambda: document.data is not None)
    stage.settle(300)
    window.activateWindow()
    stage.until(window.isActiveWindow)
    window.setUpdatesEnabled(False)  # only what is looked at is painted
    assert unseen(window) == []
    if in_front == "lab":
        lab = cast(LabWorkspace, window.workspace("lab"))
        for word in EXPERIMENTS:
            lab.open_experiment(word)
            stage.settle(100)
            assert unseen(window) == [], word
