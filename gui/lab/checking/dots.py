"""A line for each parameter array: its mean and its worst difference on a scale of powers of ten."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.experiments.checking import Report
from gui.lab.axes import Span, paint_log_x, x_at
from gui.lab.checking.texts import VERDICT_COLORS, array_sentence, verdict_text
from gui.look.theme import Theme
from gui.widgets.places_view import PlacesView

LINE, MOST_LINE = 30.0, 44.0
NAME, SIDE = 64, 112  # pixels for the names and for the verdicts
HEAD, FOOT = 22, 20
DOT = 4.0
LEAST = -16.0


class DotsView(PlacesView):
    """Its places are the arrays."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._report: Report | None = None
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._retranslate()

    def set_report(self, report: Report | None) -> None:
        self._report = report
        self.places_changed()
        self.updateGeometry()

    @property
    def report(self) -> Report | None:
        return self._report

    def places(self) -> int:
        return len(self._report.checks) if self._report is not None else 0

    def place_rect(self, place: int) -> QRectF:
        line = self._line()
        return QRectF(0, HEAD + place * line, self.width(), line)

    def _line(self) -> float:
        """The height of a line, which takes up a part of the room that is over."""
        own = (self.height() - HEAD - FOOT) / max(self.places(), 1)
        return min(max(own, LINE), MOST_LINE)

    def text_of(self, place: int) -> str:
        report = self._report
        if report is None:
            return ""
        check = report.checks[place]
        return f"{array_sentence(report, check)}\n{verdict_text(report.verdict(check))}"

    def sizeHint(self) -> QSize:
        return QSize(420, HEAD + FOOT + round(LINE) * max(self.places(), 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(NAME + SIDE + 120, self.sizeHint().height())

    def paint(self, painter: QPainter) -> None:
        report, theme = self._report, self._theme
        painter.setPen(theme.color("muted"))
        if report is None:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Computing…"))
            return
        head = QRectF(NAME, 0, self.width() - NAME, HEAD - 4)
        text = self.tr("|backprop − numerical|:  ● mean  ○ worst")
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft, text)
        plot = QRectF(NAME, HEAD, self.width() - NAME - SIDE, self._line() * self.places())
        powers = self._powers(report)
        paint_log_x(painter, theme, plot, powers)
        for place in range(self.places()):
            self._paint_line(painter, place, report, plot, powers)

    @staticmethod
    def _powers(report: Report) -> Span:
        sizes = [check.worst_difference for check in report.checks if check.worst_difference > 0.0]
        return LEAST, max(math.ceil(math.log10(max([*sizes, 0.1]))), 0.0)

    def _paint_line(self, painter: QPainter, place: int, report: Report, plot: QRectF, powers: Span) -> None:
        theme, check = self._theme, report.checks[place]
        rect = self.place_rect(place)
        if place in (self.hovered, self.current):
            painter.fillRect(rect.adjusted(0, 2, 0, -2), theme.color("selection"))
        painter.setPen(theme.color("text"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(6, 0, 0, 0), left, check.name)
        verdict = report.verdict(check)
        color = theme.color(VERDICT_COLORS[verdict])
        painter.setPen(color)
        side = QRectF(plot.right() + 12, rect.top(), SIDE - 12, rect.height())
        painter.drawText(side, left, verdict_text(verdict))
        if check.nothing_compared:
            return
        middle = rect.center().y()
        ends = [
            x_at(max(math.log10(size), powers[0]) if size > 0.0 else powers[0], powers, plot)
            for size in (check.mean_difference, check.worst_difference)
        ]
        painter.setPen(QPen(color, 1.5))
        painter.drawLine(QPointF(ends[0], middle), QPointF(ends[1], middle))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(QPointF(ends[1], middle), DOT, DOT)
        painter.setBrush(color)
        painter.drawEllipse(QPointF(ends[0], middle), DOT, DOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Differences of the parameter arrays"))
        self.setWhatsThis(
            self.tr("How far backpropagation and central differences are apart, array by array.")
        )
        super()._retranslate()
