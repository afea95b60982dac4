"""A drag as a hand makes it: press, several moves, release."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

MOVES = 5


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
    for move in range(1, MOVES + 1):
        QTest.mouseMove(widget, start + (end - start) * move / MOVES)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=end)
