"""The slider over a trace: its left half goes forward, in blue, its right half backward, in vermilion.

It is an ordinary slider to the keyboard and to a screen reader; only its looks and its answer to the mouse
are its own: a press anywhere goes there.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from gui.look.theme import Theme

GROOVE = 5.0
KNOB = 8.0  # radius
SEAM = 4.0  # between the halves
HEIGHT = 24


class TraceSlider(QSlider):
    """0 is before the first step; up to `turn` it goes forward, from there backward to the maximum."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._turn = 0
        self.setPageStep(5)
        theme.changed.connect(self.update)

    def turn(self) -> int:
        return self._turn

    def set_steps(self, turn: int, steps: int) -> None:
        """`turn` steps go forward, the others backward."""
        self._turn = turn
        self.setMaximum(steps)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def x_of(self, value: int) -> float:
        """Where the knob stands. Each half has the half of the width, however many steps it has."""
        left, seam, right = self._ends()
        if value <= self._turn:
            return left + (seam - left) * value / max(self._turn, 1)
        return seam + (right - seam) * (value - self._turn) / max(self.maximum() - self._turn, 1)

    def value_at(self, x: float) -> int:
        """The step whose place is nearest."""
        left, seam, right = self._ends()
        if x <= seam:
            return max(round((x - left) / max(seam - left, 1) * self._turn), 0)
        share = (x - seam) / max(right - seam, 1)
        return min(self._turn + round(share * (self.maximum() - self._turn)), self.maximum())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self.value_at(event.position().x()))
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self.value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left, seam, right = self._ends()
        at = self.x_of(self.value())
        self._groove(painter, left, seam - SEAM / 2, min(at, seam), "blue")
        self._groove(painter, seam + SEAM / 2, right, at, "vermilion")
        color = self._theme.color("vermilion" if self.value() > self._turn else "blue")
        if not self.isEnabled():
            color = self._theme.color("grey")
        focused = self.hasFocus()
        painter.setPen(QPen(color, 2.5))
        painter.setBrush(color if focused else self._theme.color("surface"))
        painter.drawEllipse(QPointF(at, self.height() / 2), KNOB - 1, KNOB - 1)

    def _groove(self, painter: QPainter, left: float, right: float, done: float, token: str) -> None:
        y = (self.height() - GROOVE) / 2
        painter.setBrush(self._theme.color("pressed"))
        painter.drawRoundedRect(QRectF(left, y, right - left, GROOVE), GROOVE / 2, GROOVE / 2)
        if done > left and self.isEnabled():
            painter.setBrush(self._theme.color(token))
            painter.drawRoundedRect(QRectF(left, y, min(done, right) - left, GROOVE), GROOVE / 2, GROOVE / 2)

    def _ends(self) -> tuple[float, float, float]:
        """The left end, the seam, the right end; a trace without a way back has only its left half."""
        left, right = KNOB + 1, self.width() - KNOB - 1
        if self.maximum() <= self._turn:
            return left, right, right
        return left, (left + right) / 2, right
