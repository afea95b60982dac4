"""Lines of formulas on screen: under one another, as wide as there is room, spoken to a screen reader."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.formula.boxes import Box, layout
from gui.formula.tree import Formula, Row, Symbol, plain
from gui.look import fonts
from gui.look.theme import Theme
from gui.widgets.painted import Painted

GAP = 4
INDENT = 16  # of a line that goes on from the one above
LEAST_WIDTH = 160
_EQUALS = Symbol("=")
SMALLEST = 0.66  # how far a line may shrink before its end is cut


class FormulaView(Painted, QWidget):
    """`clicked`: by mouse, where the view was made `clickable`."""

    painted_role = QAccessible.Role.Equation
    clicked = Signal()

    def __init__(self, theme: Theme, size: int = fonts.TITLE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._rows: tuple[Row, ...] = ()
        self._boxes: list[tuple[float, Box]] = []
        self._laid_out_for = 0
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.width() != self._laid_out_for:
            self._lay_out()

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
        """A line that is too long goes on below, from one of its equals signs."""
        self._laid_out_for = self.width()
        self._boxes = [line for row in self._rows for line in self._fitting(row)]
        self.updateGeometry()
        self.update()

    def _fitting(self, row: Row) -> list[tuple[float, Box]]:
        """The indent and the boxes of each line that a row takes."""
        room = max(self.width(), LEAST_WIDTH)
        whole = self._line(row.items)
        if whole[0] + whole[1].width <= room:
            return [whole]
        lines: list[tuple[float, Box]] = []
        begun: tuple[Formula, ...] = ()
        for part in _parts(row):
            indent, box = self._line((*begun, *part))
            if begun and indent + box.width > room:
                lines.append(self._line(begun))
                begun = part
            else:
                begun = (*begun, *part)
        return [*lines, self._line(begun)]

    def _line(self, items: tuple[Formula, ...]) -> tuple[float, Box]:
        goes_on = bool(items) and items[0] == _EQUALS
        return (INDENT if goes_on else 0), layout(Row(items), self._size)

    def _color(self, token: str) -> QColor:
        return self._theme.color(token or "text")


def _parts(row: Row) -> list[tuple[Formula, ...]]:
    """What stands before the first equals sign, and what follows with each."""
    parts: list[list[Formula]] = [[]]
    for item in row.items:
        if item == _EQUALS and parts[-1]:
            parts.append([])
        parts[-1].append(item)
    return [tuple(part) for part in parts]
