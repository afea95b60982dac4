"""The values of each layer for one example as strips of coloured cells, one cell a unit."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.inspection.activations import LayerActivation
from core.nn.layer_kinds import LAYERS
from gui.language.layers import layer_name
from gui.language.numbers import count, number
from gui.language.texts import Speaking
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.widgets.images.array_image import signed_image
from gui.widgets.painted import Painted

LARGEST_CELL, LEAST_CELL = 12.0, 4.0
NAME_GAP = 3
STRIP_GAP = 10


class LayerStrips(Painted, Speaking, QWidget):
    """One line of text and one strip of cells a layer: blue above 0, grey below, blank at 0."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layers: tuple[LayerActivation, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def set_layers(self, layers: tuple[LayerActivation, ...]) -> None:
        widths = [len(layer.values) for layer in self._layers]
        self._layers = layers
        self.setAccessibleDescription(
            "; ".join(f"{layer_name(layer.name)}: {self.text(layer)}" for layer in layers)
        )
        if [len(layer.values) for layer in layers] != widths:
            self.updateGeometry()
        self.update()

    def text(self, layer: LayerActivation) -> str:
        """50 values, −3.21 … 4.1, and where units switch off how many of them are 0."""
        values = layer.values
        zeros = int(np.count_nonzero(values == 0))
        text = self.tr("{width} values, {least} … {most}")
        if LAYERS[layer.kind].layer.switches_off and zeros:
            text = self.tr("{width} values, {zeros} are 0, up to {most}")
        return text.format(
            width=count(len(values)),
            zeros=count(zeros),
            least=number(float(values.min()), 3),
            most=number(float(values.max()), 3),
        )

    def _cells(self, width: int, units: int) -> tuple[int, float]:
        """How many cells stand in a row, and their size."""
        size = min(max(width / units, LEAST_CELL), LARGEST_CELL)
        return max(min(int(width // size), units), 1), size

    def _strip_height(self, width: int, units: int) -> float:
        columns, size = self._cells(width, units)
        return -(-units // columns) * max(size, 6.0)

    def _tops(self, width: int) -> list[float]:
        """Where each layer begins, and where the last one ends."""
        tops = [0.0]
        line = QFontMetricsF(font(SMALL)).height()
        for layer in self._layers:
            tops.append(tops[-1] + line + NAME_GAP + self._strip_height(width, len(layer.values)) + STRIP_GAP)
        return tops

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._tops(width)[-1])

    def sizeHint(self) -> QSize:
        return QSize(280, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 0)

    def _strip(self, place: int) -> QRectF:
        layer = self._layers[place]
        top = self._tops(self.width())[place] + QFontMetricsF(font(SMALL)).height() + NAME_GAP
        columns, size = self._cells(self.width(), len(layer.values))
        return QRectF(0, top, columns * size, self._strip_height(self.width(), len(layer.values)))

    def unit_at(self, point: QPoint) -> tuple[int, int] | None:
        """(layer, unit) under a point."""
        for place, layer in enumerate(self._layers):
            strip = self._strip(place)
            if strip.contains(point):
                columns, size = self._cells(self.width(), len(layer.values))
                row = int((point.y() - strip.top()) // max(size, 6.0))
                unit = row * columns + min(int(point.x() // size), columns - 1)
                return (place, unit) if unit < len(layer.values) else None
        return None

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.unit_at(event.pos())
            text = ""
            if found is not None:
                layer = self._layers[found[0]]
                text = self.tr("{layer}, unit {unit}: {value}").format(
                    layer=layer_name(layer.name),
                    unit=found[1],
                    value=number(float(layer.values[found[1]]), 6),
                )
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics = QFontMetricsF(font(SMALL))
        line, width = metrics.height(), self.width()
        for place, (layer, top) in enumerate(zip(self._layers, self._tops(width), strict=False)):
            painter.setFont(font(SMALL, bold=True))
            painter.setPen(self._theme.color("text"))
            name = layer_name(layer.name)
            painter.drawText(QRectF(0, top, width, line), Qt.AlignmentFlag.AlignLeft, name)
            used = QFontMetricsF(font(SMALL, bold=True)).horizontalAdvance(name) + 8
            painter.setFont(font(SMALL))
            painter.setPen(self._theme.color("muted"))
            text = metrics.elidedText(self.text(layer), Qt.TextElideMode.ElideRight, width - used)
            painter.drawText(QRectF(used, top, width - used, line), Qt.AlignmentFlag.AlignLeft, text)
            self._paint_strip(painter, layer.values, self._strip(place))
        painter.end()

    def _paint_strip(self, painter: QPainter, values: NDArray[np.floating[Any]], strip: QRectF) -> None:
        columns, _ = self._cells(self.width(), len(values))
        rows = -(-len(values) // columns)
        finite = np.abs(values[np.isfinite(values)])
        limit = float(finite.max()) if finite.size else 1.0
        cells = np.zeros(rows * columns)
        cells[: len(values)] = values
        painter.drawImage(
            strip, signed_image(cells.reshape(rows, columns), limit, self._theme, "blue", "muted")
        )
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.drawRect(strip.adjusted(0, 0, -1, -1))
