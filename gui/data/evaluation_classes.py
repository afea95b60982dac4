"""Accuracy and mean loss of each class as rows with a bar; the weakest is marked; a row can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
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

from core.inspection.evaluation import ClassFigures
from gui.fonts import SMALL, font
from gui.theme import Theme
from gui.widgets.numbers import count, fixed, number, percent

LEAST_ROW, BEST_ROW, WIDEST_BAR = 13.0, 22.0, 260.0
NAME, SHARE, LOSS = 20.0, 50.0, 46.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ClassRows(QWidget):
    """`chosen` brings the class of a row that was clicked, or on which Enter or Space was pressed. Bars begin
    at `floor`, a share below that of the weakest class, since all of them are long."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figures: tuple[ClassFigures, ...] = ()
        self._names: list[str] = []
        self._cursor = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.update)

    def set_figures(self, figures: tuple[ClassFigures, ...], names: list[str]) -> None:
        self._figures, self._names = figures, names
        self._cursor = min(self._cursor, max(len(figures) - 1, 0))
        self._describe()
        self.updateGeometry()
        self.update()

    def text_of(self, place: int) -> str:
        """A row in words."""
        f = self._figures[place]
        if f.accuracy is None or f.mean_loss is None:
            return self.tr("{name}: no images").format(name=self._names[place])
        text = self.tr("{name}: {right} of {examples} right ({share}), mean loss {loss}")
        return text.format(
            name=self._names[place],
            right=count(f.right),
            examples=count(f.examples),
            share=percent(f.accuracy),
            loss=number(f.mean_loss),
        )

    def sizeHint(self) -> QSize:
        return QSize(220, round(BEST_ROW * len(self._figures)))

    def minimumSizeHint(self) -> QSize:
        return QSize(170, round(LEAST_ROW * len(self._figures)))

    @property
    def weakest(self) -> int | None:
        """The class with the lowest accuracy; None where all are the same."""
        known = {i: f.accuracy for i, f in enumerate(self._figures) if f.accuracy is not None}
        return min(known, key=lambda i: known[i]) if len(set(known.values())) > 1 else None

    def _row(self) -> float:
        return min(self.height() / max(len(self._figures), 1), BEST_ROW)

    def _describe(self) -> None:
        self.setAccessibleDescription(self.text_of(self._cursor) if self._figures else "")

    # Hands

    def _at(self, y: float) -> int | None:
        place = int(y // self._row())
        return place if 0 <= place < len(self._figures) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._go_to(place)
            self.chosen.emit(self._figures[place].label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if self._figures and event.key() in steps:
            self._go_to(min(max(self._cursor + steps[Qt.Key(event.key())], 0), len(self._figures) - 1))
        elif self._figures and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._figures[self._cursor].label)
        else:
            super().keyPressEvent(event)

    def _go_to(self, place: int) -> None:
        self._cursor = place
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
            place = self._at(event.pos().y())
            QToolTip.showText(event.globalPos(), self.text_of(place) if place is not None else "", self)
            return True
        return super().event(event)

    # Painting

    def floor(self) -> float:
        """Where bars begin: at 0, or where differences between high shares are seen."""
        shares = [f.accuracy for f in self._figures if f.accuracy is not None]
        least = min(shares, default=0.0)
        return 0.0 if least < 0.6 else 0.9 if least > 0.92 else 0.5

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height, weakest = self._row(), self.weakest
        for place in range(len(self._figures)):
            row = QRectF(0.0, place * height, self.width(), height)
            self._paint_row(painter, row, place, is_weakest=place == weakest)
        if self.hasFocus() and self._figures:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("blue"), 1.0))
            row = QRectF(0.0, self._cursor * height, self.width(), height)
            painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), 3.0, 3.0)
        painter.end()

    def _paint_row(self, painter: QPainter, row: QRectF, place: int, *, is_weakest: bool) -> None:
        figures = self._figures[place]
        painter.setFont(font(SMALL))
        name = QFontMetricsF(font(SMALL)).elidedText(
            self._names[place], Qt.TextElideMode.ElideRight, NAME - 2.0
        )
        painter.setPen(self._theme.color("muted"))
        painter.drawText(row.adjusted(4.0, 0.0, 0.0, 0.0), _LEFT, name)
        if figures.accuracy is None or figures.mean_loss is None:
            painter.drawText(row.adjusted(NAME, 0.0, 0.0, 0.0), _LEFT, self.tr("no images"))
            return
        length = min(self.width() - NAME - SHARE - LOSS, WIDEST_BAR)
        track = QRectF(NAME, row.center().y() - 4.0, length, 8.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("hover"))
        painter.drawRoundedRect(track, 2.0, 2.0)
        floor = self.floor()
        share = max((figures.accuracy - floor) / (1.0 - floor), 0.0)
        track.setWidth(length * share)
        painter.setBrush(self._theme.color("orange" if is_weakest else "green"))
        painter.drawRoundedRect(track, 2.0, 2.0)
        painter.setPen(self._theme.color("text"))
        at = QRectF(NAME + length, row.top(), SHARE, row.height())
        mark = "▾ " if is_weakest else ""
        painter.drawText(at, _RIGHT, f"{mark}{100 * figures.accuracy:.1f}")
        painter.setPen(self._theme.color("muted"))
        at = QRectF(at.right(), row.top(), LOSS - 2.0, row.height())
        painter.drawText(at, _RIGHT, fixed(figures.mean_loss, 2))
