"""Lines of formulas on screen: under one another, as wide as there is room, spoken to a screen reader."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import fonts
from gui.graph.formula import Row, Symbol, plain
from gui.graph.formula_boxes import Box, layout
from gui.theme import Theme

GAP = 4
INDENT = 16  # of a line that goes on from the one above
SMALLEST = 0.66  # how far a line may shrink before its end is cut


class FormulaView(QWidget):
    """`clicked`: by mouse, where the view was made `clickable`."""

    clicked = Signal()

    def __init__(self, theme: Theme, size: int = fonts.TITLE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._rows: tuple[Row, ...] = ()
        self._boxes: list[tuple[float, Box]] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def lines(self) -> tuple[str, ...]:
        """What stands there, each line in plain text."""
        return tuple(plain(row).strip() for row in self._rows)

    def set_rows(self, rows: Sequence[Row]) -> None:
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        self.setAccessibleName("; ".join(self.lines()))
        self._lay_out()

    def sizeHint(self) -> QSize:
        height = sum(box.height for _, box in self._boxes) + GAP * max(len(self._boxes) - 1, 0)
        width = max((indent + box.width for indent, box in self._boxes), default=0)
        return QSize(round(width) + 2, round(height) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._lay_out()
        super().changeEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = 1.0
        for indent, box in self._boxes:
            scale = max(min(1.0, (self.width() - indent) / max(box.width, 1)), SMALLEST)
            painter.save()
            painter.translate(indent, y + box.ascent)
            painter.scale(scale, scale)
            box.paint(painter, 0, 0, self._color)
            painter.restore()
            y += box.height + GAP

    def _lay_out(self) -> None:
        self._boxes = []
        for row in self._rows:
            goes_on = bool(row.items) and row.items[0] == Symbol("=")
            self._boxes.append((INDENT if goes_on else 0, layout(row, self._size)))
        self.updateGeometry()
        self.update()

    def _color(self, token: str) -> QColor:
        return self._theme.color(token or "text")
