"""Accuracy and mean loss of each class as rows with a bar; the weakest is marked; a row can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.inspection.evaluation import ClassFigures
from gui.language.numbers import count, fixed, number, percent
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.widgets.places_view import PlacesView

LEAST_ROW, BEST_ROW, WIDEST_BAR = 13.0, 22.0, 260.0
NAME, SHARE, LOSS = 20.0, 50.0, 46.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ClassRows(PlacesView):
    """A place is a class. Bars begin at `floor`, a share below that of the weakest class, since all of them
    are long."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._figures: tuple[ClassFigures, ...] = ()
        self._names: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_figures(self, figures: tuple[ClassFigures, ...], names: list[str]) -> None:
        self._figures, self._names = figures, names
        self.places_changed()

    def text_of(self, place: int) -> str:
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

    def places(self) -> int:
        return len(self._figures)

    def place_rect(self, place: int) -> QRectF:
        height = min(self.height() / max(len(self._figures), 1), BEST_ROW)
        return QRectF(0.0, place * height, self.width(), height)

    # Painting

    def floor(self) -> float:
        """Where bars begin: at 0, or where differences between high shares are seen."""
        shares = [f.accuracy for f in self._figures if f.accuracy is not None]
        least = min(shares, default=0.0)
        return 0.0 if least < 0.6 else 0.9 if least > 0.92 else 0.5

    def paint(self, painter: QPainter) -> None:
        weakest = self.weakest
        for place in range(len(self._figures)):
            self._paint_row(painter, self.place_rect(place), place, is_weakest=place == weakest)

    def _paint_row(self, painter: QPainter, row: QRectF, place: int, *, is_weakest: bool) -> None:
        figures = self._figures[place]
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
        painter.setBrush(self._theme.color(self.judging("orange" if is_weakest else "green")))
        painter.drawRoundedRect(track, 2.0, 2.0)
        painter.setPen(self._theme.color("text"))
        at = QRectF(NAME + length, row.top(), SHARE, row.height())
        mark = "▾ " if is_weakest else ""
        painter.drawText(at, _RIGHT, f"{mark}{100 * figures.accuracy:.1f}")
        painter.setPen(self._theme.color("muted"))
        at = QRectF(at.right(), row.top(), LOSS - 2.0, row.height())
        painter.drawText(at, _RIGHT, fixed(figures.mean_loss, 2))
