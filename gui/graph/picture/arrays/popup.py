"""All numbers of one array, in a window that goes away by itself: rows and columns with their indices, the
cells tinted as in the picture. Only the cells in view are painted, so an array of any size opens at once."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QLabel, QWidget

from core.graph.ops.operation import Value, shape_text
from gui.graph.picture.arrays.legend import words
from gui.graph.picture.arrays.matrix import as_rows, intensity, tint
from gui.graph.picture.look import Look, Part, Scale
from gui.graph.picture.texts import exact, part_text, summary
from gui.language.numbers import number
from gui.widgets.layouts import column_of
from gui.widgets.painted import Painted
from gui.widgets.roles import with_role
from gui.widgets.translated import Translated

_DIGITS = 5
_CELL = (78.0, 22.0)
_MOST = QSize(720, 420)


class ArrayGrid(Painted, QAbstractScrollArea):
    """The cells. `pointed` tells the number under the pointer with all its digits, or nothing."""

    pointed = Signal(str)

    def __init__(
        self, name: str, value: Value, scale: Scale, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._scale: Scale = scale
        self._shape = value.shape
        self._rows = as_rows(value)
        self._shares = intensity(self._rows)
        self._look = look
        metrics = QFontMetricsF(look.small)
        self._head = (metrics.horizontalAdvance(self._row_text(len(self._rows) - 1)) + 16.0, 22.0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        rows, columns = self._rows.shape
        wide = self._head[0] + columns * _CELL[0] + 2.0
        high = self._head[1] + rows * _CELL[1] + 2.0
        bar = self.verticalScrollBar().sizeHint().width()
        width = min(wide + (bar if high > _MOST.height() else 0), _MOST.width())
        height = min(high + (bar if wide > _MOST.width() else 0), _MOST.height())
        return QSize(round(width), round(height))

    def text_at(self, row: int, column: int) -> str:
        """The entry with its index and all its digits: W[2, 3] = 0.123456789."""
        flat = row * self._rows.shape[1] + column
        index = ", ".join(str(i) for i in np.unravel_index(flat, self._shape))
        return f"{self._name}[{index}] = {exact(float(self._rows[row, column]))}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        rows, columns = self._rows.shape
        seen = self.viewport().size()
        for bar, whole, part, step in (
            (self.horizontalScrollBar(), self._head[0] + columns * _CELL[0], seen.width(), _CELL[0]),
            (self.verticalScrollBar(), self._head[1] + rows * _CELL[1], seen.height(), _CELL[1]),
        ):
            bar.setRange(0, max(0, round(whole - part + 1)))
            bar.setPageStep(part)
            bar.setSingleStep(round(step))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        column = (event.position().x() - self._head[0] + self.horizontalScrollBar().value()) // _CELL[0]
        row = (event.position().y() - self._head[1] + self.verticalScrollBar().value()) // _CELL[1]
        rows, columns = self._rows.shape
        is_head = event.position().x() < self._head[0] or event.position().y() < self._head[1]
        inside = not is_head and 0 <= row < rows and 0 <= column < columns
        self.pointed.emit(self.text_at(int(row), int(column)) if inside else "")

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit("")

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self.viewport())
        painter.fillRect(event.rect(), look.surface)
        x0 = self._head[0] - self.horizontalScrollBar().value()
        y0 = self._head[1] - self.verticalScrollBar().value()
        columns = _seen(x0, self._head[0], self.viewport().width(), _CELL[0], self._rows.shape[1])
        rows = _seen(y0, self._head[1], self.viewport().height(), _CELL[1], self._rows.shape[0])
        for row in rows:
            for column in columns:
                box = QRectF(x0 + column * _CELL[0], y0 + row * _CELL[1], *_CELL)
                painter.fillRect(
                    box.adjusted(0, 0, -1, -1),
                    tint(look, self._scale, float(self._shares[row, column]), 0.38),
                )
                text = number(float(self._rows[row, column]), _DIGITS)
                look.write_centred(painter, box, text, look.small, look.text)
        # The indices stay where they are while the numbers move under them.
        painter.fillRect(QRectF(0, 0, self.viewport().width(), self._head[1]), look.surface)
        for column in columns:
            box = QRectF(x0 + column * _CELL[0], 0, _CELL[0], self._head[1])
            look.write_centred(painter, box, str(column), look.small, look.muted)
        painter.fillRect(QRectF(0, 0, self._head[0], self.viewport().height()), look.surface)
        for row in rows:
            box = QRectF(0, y0 + row * _CELL[1], self._head[0], _CELL[1])
            look.write_centred(painter, box, self._row_text(row), look.small, look.muted)
        painter.fillRect(QRectF(0, 0, *self._head), look.surface)
        painter.end()

    def _row_text(self, row: int) -> str:
        if len(self._shape) < 2:
            return ""
        return ", ".join(str(i) for i in np.unravel_index(row, self._shape[:-1]))


def _seen(start: float, edge: float, length: float, size: float, most: int) -> range:
    """Which of the cells of `size` that begin at `start` lie between `edge` and `length`."""
    first = max(0, int((edge - start) // size))
    return range(first, min(most, int((length - start) // size) + 1))


class ArrayPopup(Translated, QFrame):
    """The grid with a heading, and the number under the pointer below."""

    def __init__(
        self, name: str, part: Part, value: Value, scale: Scale, look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._name, self._part, self._value = name, part, value
        self._heading = with_role(QLabel(self), "heading")
        self.grid = ArrayGrid(name, value, scale, look, self)
        self._legend = with_role(QLabel(words(scale, look.tokens), self), "muted")
        self.pointed = with_role(QLabel(self), "muted")
        self.pointed.setMinimumWidth(300)
        self.setLayout(
            column_of(
                self._heading, self._legend, self.grid, self.pointed, spacing=6, margins=(12, 10, 12, 8)
            )
        )
        self.grid.pointed.connect(self._on_pointed)
        self.grid.setFocus()
        self._retranslate()

    def open_at(self, corner: QPoint) -> None:
        """Show it with its upper left corner there, or as near as the screen allows."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        corner.setY(max(screen.top(), min(corner.y(), screen.bottom() - self.height())))
        self.move(corner)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)

    def _on_pointed(self, text: str) -> None:
        self.pointed.setText(text or self._summary)

    def _retranslate(self) -> None:
        value = self._value
        self._heading.setText(f"{self._name} · {part_text(self._part)} · {shape_text(value.shape)}")
        self._summary = summary(value)
        self.setAccessibleName(self._heading.text())
        self.setAccessibleDescription(self._summary)
        self.pointed.setText(self._summary)
