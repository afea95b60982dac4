"""The confusion matrix as a table of cells: row = label, column = answer; a cell can be chosen.

The diagonal is blue, mistakes are the darker vermilion the more there are, and each cell holds its number.
It filters nothing itself. Source of the numbers: `core.inspection.evaluation.confusion_matrix`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.inspection.evaluation import row_shares
from gui.data.confusion_colors import between, readable_on
from gui.fonts import SMALL, font
from gui.theme import Theme
from gui.widgets.numbers import count, percent

GAP = 2.0
SMALL_GAP, SMALL_CELL = 1.0, 16.0
"""Between cells less high than that, so that their numbers do not touch their edges."""
HEADER = 20.0
LEAST_CELL = 5.0
NUMBER_ROOM = 11.0
"""Pixels of height below which a cell shows its colour only; its number is in the tooltip."""

_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_CENTER = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ConfusionView(QWidget):
    """`chosen` brings (label, answer) of a cell that was clicked, or on which Enter or Space was pressed;
    (label, −1) for a whole row and (−1, answer) for a whole column, chosen at their names."""

    chosen = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.matrix: NDArray[np.intp] | None = None
        self._shares: NDArray[np.float64] = np.zeros((0, 0))
        self._names: list[str] = []
        self._as_shares = False
        self._cursor = (0, 0)
        self._marked: tuple[int, int] | None = None
        self._hovered: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def set_matrix(self, matrix: NDArray[np.intp] | None, names: list[str]) -> None:
        """matrix: (C, C) counts, or None to show nothing. names: of the C classes."""
        self.matrix, self._names = matrix, names
        self._shares = row_shares(matrix) if matrix is not None else np.zeros((0, 0))
        if matrix is not None:
            last = len(matrix) - 1
            self._cursor = (min(self._cursor[0], last), min(self._cursor[1], last))
        self._describe()
        self.updateGeometry()
        self.update()

    def set_as_shares(self, as_shares: bool) -> None:
        """Numbers as counts, or as per cent of their row, the label."""
        self._as_shares = as_shares
        self._describe()
        self.update()

    def set_marked(self, cell: tuple[int, int] | None) -> None:
        """The cell that is looked at elsewhere; −1 stands for a whole row or column."""
        self._marked = cell
        self.update()

    @property
    def cursor_cell(self) -> tuple[int, int]:
        """(label, answer) at which the keyboard is."""
        return self._cursor

    def text_of(self, label: int, answer: int) -> str:
        """A cell in words."""
        assert self.matrix is not None
        text = self.tr("label {label}, answer {answer}: {count} images, {share} of this label")
        return text.format(
            label=self._names[label],
            answer=self._names[answer],
            count=count(int(self.matrix[label, answer])),
            share=percent(float(self._shares[label, answer]), 2),
        )

    def minimumSizeHint(self) -> QSize:
        side = round(len(self._names) * LEAST_CELL + HEADER)
        return QSize(max(side, 140), max(side, 120))

    def _describe(self) -> None:
        self.setAccessibleDescription(self.text_of(*self._cursor) if self.matrix is not None else "")

    # Places

    def cell_rect(self, label: int, answer: int) -> QRectF:
        """Where a cell stands; −1 is the row or the column of names."""
        width, height = self._cell()
        gap = SMALL_GAP if height < SMALL_CELL else GAP
        x = HEADER + answer * width if answer >= 0 else 0.0
        y = HEADER - 2.0 + label * height if label >= 0 else 0.0
        return QRectF(
            x,
            y,
            width - GAP if answer >= 0 else HEADER - GAP,
            height - gap if label >= 0 else HEADER - GAP - 2.0,
        )

    def _cell(self) -> tuple[float, float]:
        classes = max(len(self._names), 1)
        height = (self.height() - HEADER + 2.0) / classes
        width = min((self.width() - HEADER) / classes, 3.0 * height)
        return width, height

    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        """(label, answer) under a point, −1 among the names; None beside the table."""
        width, height = self._cell()
        answer = int((point.x() - HEADER) // width)
        label = int((point.y() - HEADER + 2.0) // height)
        classes = len(self._names)
        if self.matrix is None or answer >= classes or label >= classes:
            return None
        cell = (max(label, -1), max(answer, -1))
        return None if cell == (-1, -1) else cell

    # Hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or cell is None:
            return
        if min(cell) >= 0:
            self._go_to(cell)
        self.chosen.emit(*cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if cell != self._hovered:
            self._hovered = cell
            shape = Qt.CursorShape.PointingHandCursor if cell is not None else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if self.matrix is None:
            super().keyPressEvent(event)
        elif step is not None:
            last = len(self.matrix) - 1
            label, answer = self._cursor[0] + step[0], self._cursor[1] + step[1]
            self._go_to((min(max(label, 0), last), min(max(answer, 0), last)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(*self._cursor)
        else:
            super().keyPressEvent(event)

    def _go_to(self, cell: tuple[int, int]) -> None:
        self._cursor = cell
        self._describe()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip_at(event.pos()), self)
            return True
        return super().event(event)

    def _tip_at(self, point: QPoint) -> str:
        cell = self.cell_at(point.toPointF())
        if cell is None:
            return ""
        if cell[1] < 0:
            return self.tr("label {name}: click to see these images").format(name=self._names[cell[0]])
        if cell[0] < 0:
            return self.tr("answer {name}: click to see these images").format(name=self._names[cell[1]])
        return self.text_of(*cell)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.matrix is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SMALL))
        self._paint_names(painter)
        off = self.matrix[~np.eye(len(self.matrix), dtype=bool)]
        most = max(int(off.max(initial=0)), 1)
        for label in range(len(self.matrix)):
            for answer in range(len(self.matrix)):
                self._paint_cell(painter, label, answer, most)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("text"), 2.0))
            painter.drawRoundedRect(self.cell_rect(*self._cursor), 3.0, 3.0)
        painter.end()

    def _paint_names(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(font(SMALL))
        width, height = self._cell()
        # Names that do not fit are left out, but every so many stands.
        for place, name in enumerate(self._names):
            row, column = self.cell_rect(place, -1), self.cell_rect(-1, place)
            marked = self._marked or (-1, -1)
            if height >= NUMBER_ROOM or place % 5 == 0:
                painter.setPen(self._theme.color("text" if marked[0] == place else "muted"))
                short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, HEADER)
                painter.drawText(row.adjusted(0, -4, -4, 4), _RIGHT, short)
            if width >= NUMBER_ROOM or place % 5 == 0:
                painter.setPen(self._theme.color("text" if marked[1] == place else "muted"))
                short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(width, HEADER))
                painter.drawText(column.adjusted(-8, -2, 8, 0), _CENTER, short)

    def _paint_cell(self, painter: QPainter, label: int, answer: int, most: int) -> None:
        assert self.matrix is not None
        cell, value = self.cell_rect(label, answer), int(self.matrix[label, answer])
        fill = self._fill(label, answer, value, most)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        radius = 3.0 if cell.height() > 8 else 0.0
        painter.drawRoundedRect(cell, radius, radius)
        if self._is_marked(label, answer):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("text"), 1.5))
            painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        elif self._hovered == (label, answer):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("muted"), 1.0))
            painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if value == 0 or cell.height() < NUMBER_ROOM:
            return
        text = self._number(label, answer, value)
        if QFontMetricsF(painter.font()).horizontalAdvance(text) <= cell.width() + 2 * GAP:
            painter.setPen(readable_on(fill))
            painter.drawText(cell.adjusted(-GAP, -4, GAP, 4), _CENTER, text)

    def _number(self, label: int, answer: int, value: int) -> str:
        if not self._as_shares:
            return str(value)
        share = 100.0 * float(self._shares[label, answer])
        return f"{share:.1f}" if share < 99.95 else "100"

    def _is_marked(self, label: int, answer: int) -> bool:
        if self._marked is None or self._marked == (-1, -1):
            return False
        return self._marked[0] in (-1, label) and self._marked[1] in (-1, answer)

    def _fill(self, label: int, answer: int, value: int, most: int) -> QColor:
        """Blue by the share of the label; vermilion by the square root of the count, so that few are seen."""
        empty = self._theme.color("hover")
        if value == 0:
            return empty
        if label == answer:
            return between(empty, self._theme.color("blue"), 0.25 + 0.75 * float(self._shares[label, answer]))
        return between(empty, self._theme.color("vermilion"), 0.12 + 0.78 * float(np.sqrt(value / most)))
