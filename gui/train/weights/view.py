"""The weights of the first layer, to be looked at: each unit as a picture in the shape of the input.

Where the inputs are not images, it shows W1 as one table of coloured cells: a row an input, a column a
unit. It draws copies that it is given: at most twice a second, and only while it is seen.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QHelpEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.language.numbers import number
from gui.language.texts import Speaking
from gui.look.theme import Theme
from gui.train.weights import pictures
from gui.widgets.painted import Painted

GAP = 3
LARGEST_SCALE = 3
CELL = 18  # pixels: the largest side of a cell of the table


class WeightsView(Painted, Speaking, QWidget):
    """`set_weights` takes W1, (D, H), and the shape of an input that is an image. `rearranged`: there is room
    for more of the units, or for fewer. `limit`: the size of weight that has the full colour."""

    rearranged = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._weights: NDArray[np.float32] | None = None
        self.limit = 1.0
        self._image_shape: tuple[int, int] | None = None
        self._by_strength = False
        self._shown: list[tuple[QRect, int]] = []
        # The pictures of the shown units, one below the other, or the table; made when it is to be painted.
        self._sheet: QImage | None = None
        self._shades = self._new_shades()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._on_theme)

    @property
    def shown_units(self) -> list[int]:
        """The units (columns of W1) whose pictures are there, in order; none for a table."""
        return [unit for _, unit in self._shown]

    def set_weights(
        self, weights: NDArray[np.float32] | None, image_shape: tuple[int, int] | None = None
    ) -> None:
        self._weights = weights
        self.limit = 1.0 if weights is None else pictures.limit_of(weights)
        fits = weights is not None and image_shape is not None
        if fits and weights is not None and image_shape is not None:
            fits = image_shape[0] * image_shape[1] == len(weights)
        self._image_shape = image_shape if fits else None
        self._describe()
        self._rebuild()

    def set_by_strength(self, by_strength: bool) -> None:
        """The units with the largest weights first, or all in order."""
        self._by_strength = by_strength
        self._rebuild()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 40)

    def resizeEvent(self, _event: object) -> None:
        self._rebuild()
        self.rearranged.emit()

    def _on_theme(self) -> None:
        self._shades = self._new_shades()
        self._rebuild()

    def _rebuild(self) -> None:
        self._shown, self._sheet = [], None
        if self._weights is not None and self._weights.size and self._image_shape is not None:
            self._place_images(self._weights, self._image_shape)
        self.update()

    def _place_images(self, weights: NDArray[np.float32], shape: tuple[int, int]) -> None:
        units = weights.shape[1]
        order = pictures.strongest(weights) if self._by_strength else np.arange(units)
        width, height, across, down = _raster(self.size(), shape, units)
        for place, unit in enumerate(order[: across * down].tolist()):
            corner = QPoint(place % across * (width + GAP), place // across * (height + GAP))
            self._shown.append((QRect(corner, QSize(width, height)), unit))

    def _new_sheet(self) -> QImage:
        weights, shape = self._weights, self._image_shape
        if weights is None or not weights.size:
            return QImage()
        values = weights if shape is None else weights[:, self.shown_units].T.reshape(-1, shape[1])
        return self._painted(values)

    def _painted(self, values: NDArray[np.float32]) -> QImage:
        """Values of W1 in two dimensions as an image of a pixel each."""
        colors = np.ascontiguousarray(pictures.picture(values, self.limit, self._shades))
        height, width = colors.shape
        # A copy: QImage does not keep the array alive.
        return QImage(colors.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()

    def _new_shades(self) -> pictures.Colors:
        theme = self._theme
        return pictures.shades(theme.color("field"), theme.color("positive"), theme.color("negative"))

    def _table_rect(self) -> QRectF:
        """Where the table stands: square cells, as large as there is room."""
        assert self._weights is not None
        rows, columns = self._weights.shape
        side = min(self.width() / columns, self.height() / rows, float(CELL))
        return QRectF(0.0, 0.0, side * columns, side * rows)

    def _describe(self) -> None:
        if self._weights is None:
            self.setAccessibleDescription("")
            return
        inputs, units = self._weights.shape
        text = self.tr("{units} units of {inputs} weights each, from {low} to {high}")
        low, high = float(self._weights.min(initial=0.0)), float(self._weights.max(initial=0.0))
        self.setAccessibleDescription(
            text.format(units=units, inputs=inputs, low=number(low, 3), high=number(high, 3))
        )

    def tip_at(self, point: QPoint) -> str:
        """What lies under the pointer, in words."""
        if self._weights is None:
            return ""
        for rect, unit in self._shown:
            if rect.contains(point):
                own = self._weights[:, unit]
                text = self.tr("Unit {unit}: weights from {low} to {high}, RMS {rms}")
                return text.format(
                    unit=unit,
                    low=number(float(own.min()), 3),
                    high=number(float(own.max()), 3),
                    rms=number(float(np.sqrt(np.square(own, dtype=np.float64).mean())), 3),
                )
        if self._image_shape is None and self._table_rect().contains(point.toPointF()):
            rows, columns = self._weights.shape
            table = self._table_rect()
            row = min(int(point.y() / table.height() * rows), rows - 1)
            column = min(int(point.x() / table.width() * columns), columns - 1)
            text = self.tr("Input {input}, unit {unit}: {weight}")
            weight = number(float(self._weights[row, column]))
            return text.format(input=row, unit=column, weight=weight)
        return ""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._sheet is None:
            self._sheet = self._new_sheet()
        painter = QPainter(self)
        if self._image_shape is not None:
            height, width = self._image_shape
            for place, (rect, _) in enumerate(self._shown):
                painter.drawImage(rect, self._sheet, QRect(0, place * height, width, height))
        elif not self._sheet.isNull():
            painter.drawImage(self._table_rect(), self._sheet)
        painter.setPen(self._theme.color("border"))
        for rect, _ in self._shown:
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        painter.end()


def _raster(room: QSize, shape: tuple[int, int], units: int) -> tuple[int, int, int, int]:
    """(width, height, across, down) of the pictures: the largest whole scale at which all units have a place,
    or else once, and as many as fit. An image wider than the room is scaled down."""
    across = down = 1
    for scale in range(LARGEST_SCALE, 0, -1):
        height, width = shape[0] * scale, shape[1] * scale
        across, down = _fitting(room.width(), width), _fitting(room.height(), height)
        if across * down >= units:
            break
    shrink = min(1.0, room.width() / max(width, 1), room.height() / max(height, 1))
    return max(round(width * shrink), 1), max(round(height * shrink), 1), across, down


def _fitting(room: int, side: int) -> int:
    return max((room + GAP) // (side + GAP), 1)
