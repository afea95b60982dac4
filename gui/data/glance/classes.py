"""Each class as a column: how many images it has as a bar, and beneath it the mean of them as an image."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language.numbers import count, percent
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.widgets.images.array_image import as_pixels, ink_image
from gui.widgets.places_view import PlacesView

COLUMN, WIDEST, GAP = 20.0, 72.0, 3.0
CLEAR = 4.0
"""The space between two counts, around a count in its bar, and under the title."""
_CENTER = Qt.AlignmentFlag.AlignCenter


class ClassColumns(PlacesView):
    """A place is a class."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.counts: NDArray[np.intp] = np.zeros(0, np.intp)
        self._means: NDArray[np.float32] | None = None
        self._names: list[str] = []
        self._images: list[QImage] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_classes(
        self, counts: NDArray[np.intp], means: NDArray[np.float32] | None, names: list[str]
    ) -> None:
        """counts: (C,). means: (C, h, w), 0 to 1, or None where examples are not images. names: C of them."""
        self.counts, self._means, self._names = counts, means, names
        self.recolor()
        self.places_changed()

    def text_of(self, place: int) -> str:
        whole = max(int(self.counts.sum()), 1)
        text = self.tr("{name}: {count} images, {share} of all")
        own = int(self.counts[place])
        return text.format(name=self._names[place], count=count(own), share=percent(own / whole, 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(COLUMN * max(len(self.counts), 1)), 110)

    def recolor(self) -> None:
        means = self._means if self._means is not None else ()
        self._images = [ink_image(as_pixels(mean), self._theme) for mean in means]
        super().recolor()

    # Places

    def places(self) -> int:
        return len(self.counts)

    def across(self) -> int:
        return len(self.counts)

    def place_rect(self, place: int) -> QRectF:
        return QRectF(place * self._step(), 0.0, self._step(), self.height())

    def _step(self) -> float:
        return min(self.width() / max(len(self.counts), 1), WIDEST)

    def is_upright(self) -> bool:
        """Whether the counts stand along their bars, because beside one another they would run together."""
        metrics = QFontMetricsF(font(SMALL))
        widest = max((metrics.horizontalAdvance(count(own)) for own in self.counts.tolist()), default=0.0)
        return widest > self._step() - CLEAR

    def _side(self) -> float:
        """The side of a mean image."""
        return min(self._step() - GAP, self.height() * 0.4) if self._images else 0.0

    def bars(self) -> list[QRectF]:
        """The bar of each class, below room for its count."""
        line, step = QFontMetricsF(font(SMALL)).height(), self._step()
        top = CLEAR if self.is_upright() else CLEAR + line
        bottom = self.height() - self._side() - line - 2.0
        scale = max(bottom - top, 0.0) / max(int(self.counts.max(initial=0)), 1)
        width = max(step - max(6.0, 0.25 * step), 1.0)
        return [
            QRectF((place + 0.5) * step - width / 2.0, bottom - own * scale, width, own * scale)
            for place, own in enumerate(self.counts.tolist())
        ]

    def figures(self) -> list[QRectF]:
        """The place of each count: above its bar; or, upright, inside it at the top, if it is long enough."""
        metrics, is_upright = QFontMetricsF(font(SMALL)), self.is_upright()
        line, places = metrics.height(), []
        for bar, own in zip(self.bars(), self.counts.tolist(), strict=True):
            length = metrics.horizontalAdvance(count(own))
            width, height = (line, length) if is_upright else (length, line)
            is_inside = is_upright and bar.height() >= length + 2.0 * CLEAR
            top = bar.top() + CLEAR if is_inside else bar.top() - height - (2.0 if is_upright else 0.0)
            places.append(QRectF(bar.center().x() - width / 2.0, top, width, height))
        return places

    # Painting

    def paint(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(font(SMALL))
        line, step, side = metrics.height(), self._step(), self._side()
        bottom = self.height() - side - line - 2.0
        for place, (bar, figure) in enumerate(zip(self.bars(), self.figures(), strict=True)):
            left, middle = place * step, (place + 0.5) * step
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("blue"))
            painter.drawRoundedRect(bar, 2.0, 2.0)
            painter.setPen(self._theme.color("on_accent" if bar.contains(figure.center()) else "text"))
            self._paint_figure(painter, figure, count(int(self.counts[place])))
            painter.setPen(self._theme.color("muted"))
            name = metrics.elidedText(self._names[place], Qt.TextElideMode.ElideRight, step)
            painter.drawText(QRectF(left, bottom + 1.0, step, line), _CENTER, name)
            if self._images:
                self._paint_mean(painter, self._images[place], middle, side)

    def _paint_figure(self, painter: QPainter, at: QRectF, text: str) -> None:
        painter.save()
        painter.translate(at.center())
        if self.is_upright():
            painter.rotate(-90.0)
        painter.drawText(QRectF(-100.0, -20.0, 200.0, 40.0), _CENTER, text)
        painter.restore()

    def _paint_mean(self, painter: QPainter, image: QImage, middle: float, side: float) -> None:
        scale = side / max(image.width(), image.height())
        width, height = image.width() * scale, image.height() * scale
        painter.drawImage(QRectF(middle - width / 2.0, self.height() - side - 1.0, width, height), image)
