"""An array as a small matrix of colours: one above 0, another below, the stronger the further from 0. Values
that go forward are blue; weights and gradients have a scale of their own.

A few entries are written out as numbers in their cells. A large array is drawn in blocks, each with the entry
that is furthest from 0, so that nothing that stands out is averaged away. Entries that are not finite are
orange. Axes before the last two are drawn under one another.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from core.graph.ops.operation import Value
from gui.graph.picture.look import Look, Part, Scale, pen
from gui.language.numbers import number
from gui.look.theme import between

Floats = NDArray[np.float64]

_WRITTEN_ROWS, _WRITTEN_COLUMNS, _WRITTEN_ENTRIES = 4, 4, 12
_DIGITS = 3
_CELL_HEIGHT = 19.0
_PADDING = 6.0


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest picture of an array, in pixels; whether few entries may be written out."""

    width: float
    height: float
    writes: bool


WRITTEN = 0.38
"""The strongest tint under a number, which is read on it."""

WIRE = Limits(48.0, 48.0, True)
RETURN = Limits(36.0, 36.0, True)
"""A gradient, with an arrow before it."""

IMAGE = Limits(56.0, 56.0, False)
SHARE = Limits(32.0, 14.0, False)
"""What a single wire carries back, between two others."""


def as_rows(value: Value) -> Floats:
    """An array with one row for each last axis; a number is one cell."""
    array = np.asarray(value, dtype=np.float64)
    return array.reshape(-1, array.shape[-1]) if array.ndim else array.reshape(1, 1)


def intensity(rows: Floats) -> Floats:
    """Each entry from −1 to 1, by the largest finite one; nan where it is not finite."""
    finite = np.isfinite(rows)
    largest = float(np.max(np.abs(rows), where=finite, initial=0.0))
    with np.errstate(invalid="ignore", divide="ignore"):
        scaled = rows / largest if largest else np.zeros_like(rows)
    return np.where(finite, scaled, np.nan)


def tint(look: Look, scale: Scale, share: float, strength: float) -> QColor:
    """The colour of a cell: `share` from −1 to 1, nan for what is not finite."""
    if share != share:
        return between(look.surface, look.orange, strength)
    return between(look.surface, look.ends[scale][share > 0], abs(share) * strength)


class Matrix:
    """The picture of one array, ready to be painted in any colours."""

    def __init__(self, value: Value, limits: Limits, look: Look, scale: Scale = "signed") -> None:
        self._limits = limits
        self._scale: Scale = scale
        self._painted: tuple[object, QImage] | None = None
        rows = as_rows(value)
        count = rows.shape
        self.writes = (
            limits.writes
            and count[0] <= _WRITTEN_ROWS
            and count[1] <= _WRITTEN_COLUMNS
            and rows.size <= _WRITTEN_ENTRIES
        )
        self._rows = rows
        if self.writes:
            self.texts = [[number(float(entry), _DIGITS) for entry in row] for row in rows]
            widest = max(look.width(text, look.body) for row in self.texts for text in row)
            self.cell = (widest + 2 * _PADDING, _CELL_HEIGHT)
            self.shape = count
        else:
            self.shape = (
                min(count[0], int(limits.height // 2)),
                min(count[1], int(limits.width // 2)),
            )
            self.cell = (
                max(2.0, min(9.0, limits.width // self.shape[1])),
                max(2.0, min(9.0, limits.height // self.shape[0])),
            )
        self.width = self.cell[0] * self.shape[1]
        self.height = self.cell[1] * self.shape[0]

    @cached_property
    def _shares(self) -> Floats:
        return intensity(_blocks(self._rows, self.shape))

    def paint(self, painter: QPainter, look: Look, x: float, y: float, part: Part, stale: bool) -> None:
        frame = look.grey if stale else look.of(part)
        box = QRectF(x, y, self.width, self.height)
        strength = 0.0 if stale else WRITTEN if self.writes else 0.9
        if self.writes or look.exporting:
            self._paint_cells(painter, look, x, y, strength)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, min(self.cell) < 3.0)
            painter.drawImage(box, self._image(look, strength))
        if self.writes:
            self._write(painter, look, x, y, look.muted if stale else look.text)
        painter.setPen(pen(frame, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    def _paint_cells(self, painter: QPainter, look: Look, x: float, y: float, strength: float) -> None:
        width, height = self.cell
        for i, row in enumerate(self._shares):
            for j, share in enumerate(row):
                box = QRectF(x + j * width, y + i * height, width, height)
                painter.fillRect(box, tint(look, self._scale, float(share), strength))

    def _write(self, painter: QPainter, look: Look, x: float, y: float, color: QColor) -> None:
        width, height = self.cell
        for i, row in enumerate(self.texts):
            for j, text in enumerate(row):
                look.write_centred(
                    painter, QRectF(x + j * width, y + i * height, width, height), text, look.body, color
                )

    def _image(self, look: Look, strength: float) -> QImage:
        """Made once for a theme: a picture is painted many times."""
        key = (look.tokens, strength)
        if self._painted is None or self._painted[0] != key:
            self._painted = (key, self._make_image(look, strength))
        return self._painted[1]

    def _make_image(self, look: Look, strength: float) -> QImage:
        below, above = look.ends[self._scale]
        ends = np.array(
            [
                [color.red(), color.green(), color.blue()]
                for color in (below, look.surface, above, look.orange)
            ],
            dtype=np.float64,
        )
        shares = self._shares
        amount = np.abs(np.nan_to_num(shares))[..., None] * strength
        colors = ends[1] * (1 - amount) + np.where(shares[..., None] > 0, ends[2], ends[0]) * amount
        colors[np.isnan(shares)] = ends[1] * (1 - strength) + ends[3] * strength
        pixels = np.ascontiguousarray(np.dstack([colors, np.full(shares.shape, 255.0)]).astype(np.uint8))
        image = QImage(
            pixels.data, shares.shape[1], shares.shape[0], 4 * shares.shape[1], QImage.Format.Format_RGBA8888
        )
        return image.convertToFormat(QImage.Format.Format_RGB32)


def _blocks(rows: Floats, shape: tuple[int, int]) -> Floats:
    """`rows` in fewer rows and columns, each entry the one of its block that is furthest from 0."""
    if rows.shape == shape:
        return rows
    for axis in (0, 1):
        starts = np.linspace(0, rows.shape[axis], shape[axis], endpoint=False).astype(np.intp)
        low = np.minimum.reduceat(rows, starts, axis=axis)
        high = np.maximum.reduceat(rows, starts, axis=axis)
        rows = np.where(-low > high, low, high)
    return rows
