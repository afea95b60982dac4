"""The worst mistakes as small pictures, the largest loss first; one can be chosen with a click or Enter."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language.numbers import count, number
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.widgets.images.array_image import ink_image
from gui.widgets.images.copied_image import copied_image
from gui.widgets.places_view import PlacesView

SIDE, GAP = 40.0, 6.0
MOST = 120
_CENTER = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True, eq=False)
class Mistake:
    """row: of the test set. pixels: (h, w) uint8. label, prediction: names of classes."""

    row: int
    pixels: NDArray[np.uint8]
    label: str
    prediction: str
    loss: float


class WorstMistakes(PlacesView):
    """As many mistakes as there is room for; a place is one of `mistakes`."""

    runs_on = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.mistakes: tuple[Mistake, ...] = ()
        self._images: dict[int, QImage] = {}  # by place, made when first painted
        self._marked: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_mistakes(self, mistakes: tuple[Mistake, ...]) -> None:
        self.mistakes = mistakes
        self.recolor()
        self.places_changed()

    def set_marked(self, row: int | None) -> None:
        """The row of the test set that is looked at elsewhere."""
        self._marked = row
        self.update()

    def text_of(self, place: int) -> str:
        m = self.mistakes[place]
        text = self.tr("test image {index}: label {label}, prediction {prediction}, loss {loss}")
        return text.format(index=count(m.row), label=m.label, prediction=m.prediction, loss=number(m.loss, 3))

    def copied(self) -> QMimeData | None:
        """The mistake at which the keyboard is."""
        return copied_image(self.mistakes[self.current].pixels) if self.current is not None else None

    def minimumSizeHint(self) -> QSize:
        return QSize(round(3 * (SIDE + GAP)), round(SIDE + 18))

    def recolor(self) -> None:
        self._images.clear()
        super().recolor()

    # Places

    def _line(self) -> float:
        return QFontMetricsF(font(SMALL)).height()

    def across(self) -> int:
        return max(int((self.width() + GAP) // (SIDE + GAP)), 1)

    def places(self) -> int:
        down = max(int((self.height() + GAP) // (SIDE + self._line() + GAP)), 1)
        return min(len(self.mistakes), self.across() * down)

    def place_rect(self, place: int) -> QRectF:
        row, column = divmod(place, self.across())
        return QRectF(column * (SIDE + GAP), row * (SIDE + self._line() + GAP), SIDE, SIDE + self._line())

    def ring_rect(self, place: int) -> QRectF:
        rect = self.place_rect(place)
        return QRectF(rect.left(), rect.top(), SIDE, SIDE).adjusted(1.0, 1.0, -1.0, -1.0)

    # Painting

    def paint(self, painter: QPainter) -> None:
        for place in range(self.places()):
            mistake, rect = self.mistakes[place], self.place_rect(place)
            square = QRectF(rect.left(), rect.top(), SIDE, SIDE)
            if place not in self._images:
                self._images[place] = ink_image(mistake.pixels, self._theme)
            image = self._images[place]
            painter.drawImage(_fitted(square.adjusted(2, 2, -2, -2), image), image)
            is_marked = mistake.row == self._marked
            edge = self.judging("vermilion") if is_marked else "border"
            painter.setPen(QPen(self._theme.color(edge), 2.0 if is_marked else 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(square.adjusted(1, 1, -1, -1), 4.0, 4.0)
            painter.setPen(self._theme.color(self.judging("vermilion")))
            name = f"{mistake.label}→{mistake.prediction}"
            short = QFontMetricsF(font(SMALL)).elidedText(name, Qt.TextElideMode.ElideRight, SIDE + GAP)
            below = QRectF(rect.left() - GAP / 2, rect.top() + SIDE, SIDE + GAP, self._line())
            painter.drawText(below, _CENTER, short)


def _fitted(room: QRectF, image: QImage) -> QRectF:
    """The largest rectangle of the image's proportions in the middle of the room."""
    scale = min(room.width() / image.width(), room.height() / image.height())
    rect = QRectF(0.0, 0.0, image.width() * scale, image.height() * scale)
    rect.moveCenter(room.center())
    return rect
