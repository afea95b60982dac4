"""How the cells of the grid are drawn: pictures, labels, frames of mistakes and the ring of the chosen one.

All pictures of a page become one strip of pixels, from which each is drawn at its place; texts and frames are
laid out once. Which cells are in sight, and what is known of them, the caller says.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen, QStaticText, QTransform

from gui.data.grid.cells import FRAME, Cells, Corner
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.widgets.images.array_image import as_pixels

RADIUS = 4.0
SIGN = 4  # pixels that the sign on a corner stands out above the frame


class CellPainter:
    """Draws cells of one size in the colours of the theme. Made anew for another size or other names.

    `names` are those of the classes; `small` cells bear the sign of a mistake on the corner of its frame.
    `ratio` is the number of device pixels to a pixel. `quiet`: mistakes are marked in grey.
    """

    def __init__(
        self,
        theme: Theme,
        cells: Cells,
        names: tuple[str, ...],
        small: bool,
        ratio: float,
        *,
        quiet: bool = False,
    ) -> None:
        self._theme = theme
        self._cells = cells
        self._names = names
        self._small = small
        self._ratio = ratio
        self._quiet = quiet
        self._texts: dict[tuple[int, int], tuple[QStaticText, float]] = {}
        self._colors = self._color_table()
        self._frame = self._frame_image()

    def pictures(
        self, painter: QPainter, corners: list[Corner], x: NDArray[Any], shape: tuple[int, int]
    ) -> None:
        """x: (n, D) of the cells, shape: (height, width) of an image."""
        height, width = shape
        pixels = self._colors[as_pixels(x)]
        strip = QImage(pixels.data, width, height * len(x), 4 * width, QImage.Format.Format_RGB32)
        wide, high = self._cells.image
        ratio = self._ratio
        if wide * ratio < width:
            # All at once, each a whole number of lines high: faster than one by one, and finer.
            width, height = max(round(wide * ratio), 1), max(round(high * ratio), 1)
            smooth = Qt.TransformationMode.SmoothTransformation
            strip = strip.scaled(width, height * len(x), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for i, (left, top) in enumerate(corners):
            painter.drawImage(
                QRectF(left + FRAME, top + FRAME, wide, high), strip, QRectF(0, i * height, width, height)
            )

    def labels(
        self, painter: QPainter, corners: list[Corner], labels: list[int], predictions: list[int]
    ) -> None:
        """The lines below the pictures; where the prediction is another, frame and sign as well."""
        frame = self._frame
        wide = self._cells.image[0] + 2 * FRAME
        high = self._cells.image[1] + 2 * FRAME
        muted, mark = self._theme.color("muted"), self._theme.color("muted" if self._quiet else "vermilion")
        painter.setFont(font(SMALL))
        painter.setPen(muted)
        for (x, y), label, prediction in zip(corners, labels, predictions, strict=True):
            text, half = self.line(label, prediction)
            if label != prediction:
                painter.drawImage(QPointF(x, y - SIGN), frame)
                painter.setPen(mark)
                painter.drawStaticText(QPointF(round(x + wide / 2 - half), y + high), text)
                painter.setPen(muted)
            else:
                painter.drawStaticText(QPointF(round(x + wide / 2 - half), y + high), text)

    def selection(self, painter: QPainter, corner: Corner, has_focus: bool) -> None:
        """A ring around the frame, stronger while the keyboard is here."""
        wide, high = (side + 2 * FRAME for side in self._cells.image)
        around = QRectF(corner[0], corner[1], wide, high).adjusted(-1.5, -1.5, 1.5, 1.5)
        color = self._theme.color("blue" if has_focus else "muted")
        ring(painter, around, color, 2.0 if has_focus else 1.5)

    def words(self, label: int, prediction: int) -> str:
        """4, or 4→9 ✗."""
        name = self._name(label)
        if prediction == label:
            return name
        return f"{name}→{self._name(prediction)}{'' if self._small else ' ✗'}"

    def _name(self, label: int) -> str:
        return self._names[label] if label < len(self._names) else str(label)

    def line(self, label: int, prediction: int) -> tuple[QStaticText, float]:
        """Text that is laid out once, and half its width: ten labels and their mistakes are all there are."""
        known = self._texts.get((label, prediction))
        if known is None:
            metrics = QFontMetricsF(font(SMALL))
            mode = Qt.TextElideMode.ElideRight if label == prediction else Qt.TextElideMode.ElideMiddle
            words = metrics.elidedText(self.words(label, prediction), mode, self._cells.cell_width - 2)
            text = QStaticText(words)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(QTransform(), font(SMALL))
            known = self._texts[label, prediction] = text, text.size().width() / 2
        return known

    def _color_table(self) -> NDArray[np.uint32]:
        """Ink in the colour of text on the card's ground, for each of the 256 levels, as Format_RGB32."""
        ground, ink = self._theme.color("surface"), self._theme.color("text")
        ends = [(c.red() << 16, c.green() << 8, c.blue()) for c in (ground, ink)]
        share = np.arange(256) / 255
        table = np.full(256, 0xFF000000, np.uint32)
        for low, high, mask in zip(*ends, (0xFF0000, 0xFF00, 0xFF), strict=True):
            table |= np.rint(low + (high - low) * share).astype(np.uint32) & np.uint32(mask)
        return table

    def _frame_image(self) -> QImage:
        """The frame around a mistake; small ones bear the sign on their corner."""
        wide, high = (side + 2 * FRAME for side in self._cells.image)
        image = QImage(
            (QSizeF(wide + SIGN, high + SIGN) * self._ratio).toSize(),
            QImage.Format.Format_ARGB32_Premultiplied,
        )
        image.setDevicePixelRatio(self._ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        mark = self._theme.color("grey" if self._quiet else "vermilion")
        ring(painter, QRectF(0, SIGN, wide, high), mark, 1.5)
        if self._small:
            self._paint_sign(painter, QPointF(wide - 2, SIGN + 2), mark)
        painter.end()
        return image

    def _paint_sign(self, painter: QPainter, middle: QPointF, color: QColor) -> None:
        """✗ on the corner of the frame."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("surface"))
        painter.drawEllipse(middle, 4.5, 4.5)
        painter.setPen(QPen(color, 1.5))
        painter.drawLine(middle - QPointF(2.5, 2.5), middle + QPointF(2.5, 2.5))
        painter.drawLine(middle - QPointF(2.5, -2.5), middle + QPointF(2.5, -2.5))


def ring(painter: QPainter, frame: QRectF, color: QColor, width: float) -> None:
    """The edge of a rounded rectangle, inside `frame`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(color, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRoundedRect(frame.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
