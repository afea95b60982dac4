"""A network's outputs as columns side by side, one a class, with the largest in blue and its figure above.

Built for ten classes in a small place; with more the figures, and at last the names, make room.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language.numbers import number, percent
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.widgets.copying import table_to_copy
from gui.widgets.places_view import PlacesView

_CENTER = Qt.AlignmentFlag.AlignCenter
WIDEST = 36.0
CLEAR = 4.0
"""The least space between two figures."""
LEAST_FIGURE = 0.005
"""A column below half a per cent has no figure: ten zeros say nothing."""


class OutputColumns(PlacesView):
    """`set_outputs` takes (C,) numbers; `as_shares`: they are probabilities, shown from 0 to 1. A place is a
    class."""

    choosable = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.outputs: NDArray[np.float32] | None = None
        self._names: list[str] = []
        self._as_shares = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_outputs(
        self, outputs: NDArray[np.float32] | None, names: list[str], *, as_shares: bool = True
    ) -> None:
        self.outputs, self._names, self._as_shares = outputs, names, as_shares
        self.places_changed()

    def text_of(self, place: int) -> str:
        """A class in words, with all digits that mean something."""
        assert self.outputs is not None
        return f"{self._names[place]}: {self._full(self.outputs[place])}"

    def copied(self) -> QMimeData | None:
        """The outputs with all their digits."""
        if self.outputs is None:
            return None
        return table_to_copy(zip(self._names, self.outputs.tolist(), strict=True))

    def _full(self, value: float) -> str:
        return percent(float(value), 3) if self._as_shares else number(float(value))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 48)

    def places(self) -> int:
        return len(self.outputs) if self.outputs is not None else 0

    def across(self) -> int:
        return self.places()

    def place_rect(self, place: int) -> QRectF:
        return QRectF(place * self._step(), 0.0, self._step(), self.height())

    def _step(self) -> float:
        return min(self.width() / max(len(self._names), 1), WIDEST)

    def paint(self, painter: QPainter) -> None:
        if self.outputs is None:
            return
        metrics = QFontMetricsF(font(SMALL))
        line, step = metrics.height(), self._step()
        finite = np.where(np.isfinite(self.outputs), self.outputs, 0.0)
        highest = 1.0 if self._as_shares else max(float(finite.max()), 1e-30)
        heights = np.clip(finite / highest, 0.0, 1.0)
        best = int(self.outputs.argmax())
        bottom, top = self.height() - line, line
        for place, (name, share) in enumerate(zip(self._names, heights.tolist(), strict=True)):
            middle = (place + 0.5) * step
            width = max(min(step - 6.0, 22.0), 1.0)
            track = QRectF(middle - width / 2.0, top, width, bottom - top - 2.0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("hover"))
            painter.drawRoundedRect(track, 2.0, 2.0)
            bar = track.adjusted(0.0, track.height() * (1.0 - share), 0.0, 0.0)
            painter.setBrush(self._theme.color("blue" if place == best else "grey"))
            painter.drawRoundedRect(bar, 2.0, 2.0)
            painter.setPen(self._theme.color("text" if place == best else "muted"))
            painter.setFont(font(SMALL, bold=place == best))
            if metrics.horizontalAdvance(name) <= step:
                painter.drawText(QRectF(middle - step, bottom, 2 * step, line), _CENTER, name)
            figure = self._short(float(self.outputs[place]))
            if figure and (place == best or metrics.horizontalAdvance(figure) + CLEAR <= step):
                at = QPointF(middle - step, max(bar.top() - line, 0.0))
                painter.drawText(QRectF(at.x(), at.y(), 2 * step, line), _CENTER, figure)

    def _short(self, value: float) -> str:
        if not self._as_shares:
            return number(value, 2)
        return f"{100 * value:.0f}" if value >= LEAST_FIGURE else ""
