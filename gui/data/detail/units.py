"""The weights of some units as images side by side, with what each gives for this example below."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.inspection.activations import StrongUnits
from gui.language.numbers import number
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.widgets.images.array_image import signed_image
from gui.widgets.places_view import PlacesView

UNITS_SHOWN = 8
ACROSS = 4
UNIT_GAP = 6
WIDEST_UNIT = 64


class UnitPictures(PlacesView):
    """Pictures of all the units that are given, in rows of four. `limit` is the weight of full colour."""

    choosable = False
    runs_on = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._found: StrongUnits | None = None
        self._shape = (1, 1)
        self.limit = 1.0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_units(self, found: StrongUnits | None, shape: tuple[int, int]) -> None:
        """shape: (height, width) of the images that the weights belong to."""
        self._found, self._shape = found, shape
        if found is not None:
            finite = np.abs(found.weights[np.isfinite(found.weights)])
            self.limit = float(np.quantile(finite, 0.995)) if finite.size else 1.0
        self.places_changed()

    def text_of(self, place: int) -> str:
        assert self._found is not None
        unit, value = int(self._found.units[place]), float(self._found.values[place])
        return self.tr("unit {unit}: {value}").format(unit=unit, value=number(value, 3))

    # Places

    def places(self) -> int:
        return 0 if self._found is None else len(self._found.units)

    def across(self) -> int:
        return ACROSS

    def place_rect(self, place: int) -> QRectF:
        row, column = divmod(place, ACROSS)
        side, height = self._side(self.width()), self._cell_height(self.width())
        return QRectF(column * (side + UNIT_GAP), row * height, side, height - UNIT_GAP)

    def _side(self, width: int) -> int:
        return min(max(int((width - (ACROSS - 1) * UNIT_GAP) / ACROSS), 8), WIDEST_UNIT)

    def _cell_height(self, width: int) -> float:
        return self._side(width) + QFontMetricsF(font(SMALL)).height() + UNIT_GAP

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(-(-self.places() // ACROSS) * self._cell_height(width))

    def sizeHint(self) -> QSize:
        return QSize(280, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 0)

    # Painting

    def paint(self, painter: QPainter) -> None:
        found = self._found
        if found is None:
            return
        metrics = QFontMetricsF(font(SMALL))
        for place in range(self.places()):
            rect = self.place_rect(place)
            square = QRectF(rect.left(), rect.top(), rect.width(), rect.width())
            picture = _fitted(square, self._shape)
            weights = found.weights[place].reshape(self._shape)
            painter.drawImage(picture, signed_image(weights, self.limit, self._theme))
            painter.setPen(self._theme.color("border"))
            painter.drawRect(picture.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setPen(self._theme.color("muted"))
            value = number(float(found.values[place]), 3)
            short = metrics.elidedText(value, Qt.TextElideMode.ElideRight, rect.width())
            below = QRectF(rect.left(), square.bottom() + 1, rect.width(), metrics.height())
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, short)


def _fitted(room: QRectF, shape: tuple[int, int]) -> QRectF:
    """The largest rectangle of the shape's proportions in the middle of `room`."""
    height, width = shape
    scale = min(room.width() / width, room.height() / height)
    size = QRectF(0, 0, width * scale, height * scale)
    size.moveCenter(room.center())
    return size
