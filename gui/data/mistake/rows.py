"""Outputs and their gradient side by side, a row a class: p as a bar, then δ = p − t from a middle line.

Where the prediction should be larger δ is below 0: an update goes against it. It computes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language.numbers import fixed, number
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.widgets.places_view import PlacesView

HEADER, LEAST_ROW, BEST_ROW = 18.0, 13.0, 20.0
NAME, FIGURE = 27.0, 40.0
CLEAR = 4.0
"""The space between a bar and the figure beside it."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Row:
    """One class. delta: ∂L/∂(its score), None where it has no score (the no of a single output)."""

    name: str
    output: float
    delta: float | None
    is_label: bool
    is_prediction: bool


class OutputRows(PlacesView):
    """`set_rows` shows them; the titles over the two halves are the owner's. A place is one of `rows`."""

    choosable = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.rows: tuple[Row, ...] = ()
        self._titles = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_titles(self, outputs: str, gradient: str) -> None:
        self._titles = outputs, gradient
        self.update()

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        self.rows = rows
        self.places_changed()

    def text_of(self, place: int) -> str:
        """A row in words, with all digits that mean something."""
        row = self.rows[place]
        text = self.tr("{name}: output {output}").format(name=row.name, output=number(row.output))
        if row.delta is not None:
            text += self.tr(", target {target}, δ {delta}").format(
                target=1 if row.is_label else 0, delta=number(row.delta)
            )
        return text

    def sizeHint(self) -> QSize:
        return QSize(230, round(HEADER + BEST_ROW * len(self.rows)))

    def minimumSizeHint(self) -> QSize:
        return QSize(162, round(HEADER + LEAST_ROW * len(self.rows)))

    def places(self) -> int:
        return len(self.rows)

    def place_rect(self, place: int) -> QRectF:
        height = min((self.height() - HEADER) / max(len(self.rows), 1), BEST_ROW)
        return QRectF(0.0, HEADER + place * height, self.width(), height)

    def paint(self, painter: QPainter) -> None:
        bars = (self.width() - NAME - 2 * FIGURE) / 2.0
        painter.setFont(font(SMALL, bold=True))
        painter.setPen(self._theme.color("muted"))
        half = NAME + bars + FIGURE
        painter.drawText(QRectF(0.0, 0.0, half, HEADER), _LEFT, self._titles[0])
        painter.drawText(QRectF(half, 0.0, self.width() - half, HEADER), _LEFT, self._titles[1])
        height = self.place_rect(0).height()
        limit = max((abs(r.output) for r in self.rows if np.isfinite(r.output)), default=1.0)
        limit = max(limit, 1.0)
        widest = max((abs(r.delta) for r in self.rows if r.delta is not None), default=0.0)
        widest = max(widest, 1.0) if np.isfinite(widest) else 1.0
        for place, row in enumerate(self.rows):
            top = self.place_rect(place).top()
            self._paint_output(painter, row, QRectF(0.0, top, half, height), bars, limit)
            if row.delta is not None:
                self._paint_delta(painter, row.delta, QRectF(half, top, bars + FIGURE, height), bars, widest)
        painter.setPen(QPen(self._theme.color("border"), 1.0))
        middle = half + bars / 2.0
        painter.drawLine(QPointF(middle, HEADER), QPointF(middle, HEADER + height * max(len(self.rows), 1)))

    def _paint_output(self, painter: QPainter, row: Row, room: QRectF, bars: float, limit: float) -> None:
        judged = row.is_label or row.is_prediction
        color = self.judging("green" if row.is_label else "vermilion") if judged else "grey"
        sign = "✓" if row.is_label else "×" if row.is_prediction else ""
        painter.setFont(font(SMALL, bold=bool(sign)))
        painter.setPen(self._theme.color(color if sign else "muted"))
        short = QFontMetricsF(painter.font()).elidedText(row.name, Qt.TextElideMode.ElideRight, NAME - 14.0)
        painter.drawText(room, _LEFT, f"{short} {sign}")
        share = abs(row.output) / limit if np.isfinite(row.output) else 0.0
        bar = QRectF(room.left() + NAME, room.center().y() - 3.5, max(bars * share, 1.0), 7.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(color))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.setPen(self._theme.color("text" if sign else "muted"))
        at = QRectF(bar.right() + CLEAR, room.top(), FIGURE, room.height())
        painter.drawText(at, _LEFT, fixed(row.output, 3))

    def _paint_delta(self, painter: QPainter, delta: float, room: QRectF, bars: float, widest: float) -> None:
        middle, share = room.left() + bars / 2.0, delta / widest if np.isfinite(delta) else 0.0
        end = middle + share * max(bars / 2.0 - CLEAR, 0.0)
        bar = QRectF(min(middle, end), room.center().y() - 3.5, max(abs(end - middle), 1.0), 7.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("vermilion", 0.85))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.setFont(font(SMALL))
        painter.setPen(self._theme.color("text" if abs(share) > 0.05 else "muted"))
        sign = "+" if delta > 0 else ""
        at = QRectF(room.right() - FIGURE, room.top(), FIGURE, room.height())
        painter.drawText(at, _RIGHT, f"{sign}{fixed(delta, 3)}")
