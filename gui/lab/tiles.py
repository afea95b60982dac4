"""The first page of the Lab: a tile for each experiment, with a small picture that follows the pointer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.lab.experiment import LabExperiment
from gui.look.fonts import BODY, SMALL, TITLE, font
from gui.look.theme import Theme
from gui.widgets.places_view import PlacesView

GAP = 16
TILE_WIDTH = 280  # pixels at least
PICTURE = 0.5  # of the width of a tile: the height of its picture
TEXT_HEIGHT = 92
PADDING = 14
CORNER = 8.0
REST = 0.5


class TilesView(PlacesView):
    """`chosen` brings the place of the experiment to open."""

    runs_on = True

    def __init__(
        self, theme: Theme, experiments: Sequence[LabExperiment], parent: QWidget | None = None
    ) -> None:
        self._experiments = experiments
        self._at = REST
        self._renewed = QRect()
        super().__init__(theme, parent)
        self._retranslate()

    def places(self) -> int:
        return len(self._experiments)

    def across(self) -> int:
        return max(min((self.width() + GAP) // (TILE_WIDTH + GAP), 4), 1)

    def place_rect(self, place: int) -> QRectF:
        across = self.across()
        width = (self.width() - (across - 1) * GAP) / across
        row, column = divmod(place, across)
        height = self._height(width)
        return QRectF(column * (width + GAP), row * (height + GAP), width, height)

    def text_of(self, place: int) -> str:
        row = self._experiments[place]
        return f"{row.title}. {row.sentence}"

    def sizeHint(self) -> QSize:
        bottom = self.place_rect(max(self.places() - 1, 0)).bottom()
        return QSize(2 * TILE_WIDTH + GAP, round(bottom) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(TILE_WIDTH, self.sizeHint().height())

    @staticmethod
    def _height(width: float) -> float:
        return round(width * PICTURE) + TEXT_HEIGHT

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self.hovered is not None:
            rect = self.place_rect(self.hovered)
            self._at = min(max((event.position().x() - rect.left()) / rect.width(), 0.0), 1.0)
            self.update(rect.toAlignedRect())

    def resizeEvent(self, event: object) -> None:
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._renewed = event.rect()
        super().paintEvent(event)

    def paint(self, painter: QPainter) -> None:
        # Each picture is computed as it is painted: not all of them wherever the pointer moves.
        for place, row in enumerate(self._experiments):
            if self.place_rect(place).toAlignedRect().intersects(self._renewed):
                self._paint_tile(painter, place, row)

    def _paint_tile(self, painter: QPainter, place: int, row: LabExperiment) -> None:
        theme = self._theme
        rect = self.place_rect(place).adjusted(0.5, 0.5, -0.5, -0.5)
        is_pointed_at = place == self.hovered
        painter.setPen(QPen(theme.color("blue" if is_pointed_at else "border"), 1.0))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(rect, CORNER, CORNER)
        picture = QRectF(rect.left(), rect.top(), rect.width(), round(rect.width() * PICTURE))
        painter.save()
        shape = QPainterPath()
        shape.addRoundedRect(rect.adjusted(1, 1, -1, -1), CORNER - 1, CORNER - 1)
        painter.setClipPath(shape)
        painter.fillRect(picture, theme.color("field"))
        inside = picture.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        row.paint(painter, inside, theme, self._at if is_pointed_at else REST)
        painter.restore()
        left, width = rect.left() + PADDING, rect.width() - 2 * PADDING
        title = QRectF(left, picture.bottom() + 10, width, QFontMetricsF(font(TITLE)).height())
        painter.setFont(font(TITLE, bold=True))
        painter.setPen(theme.color("text"))
        named = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, int(width))
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft, named)
        painter.setFont(font(BODY))
        painter.setPen(theme.color("muted"))
        under = QRectF(left, title.bottom() + 4, width, rect.bottom() - title.bottom() - 8)
        painter.drawText(under, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft, row.sentence)
        painter.setFont(font(SMALL))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Experiments"))
        self.setWhatsThis(self.tr("Each tile is an experiment: a click or Enter opens it."))
        super()._retranslate()
