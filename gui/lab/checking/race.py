"""Both ways to one gradient, as two bars of time on a scale of powers of ten, with what each computes."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.experiments.checking import Race
from gui.lab.axes import paint_log_x, x_at
from gui.language.numbers import count, number
from gui.look.fonts import BODY, DISPLAY, SMALL, font
from gui.look.theme import Theme
from gui.widgets.places_view import PlacesView

HEAD = 64
LINE = 104
BAR = 26
EDGE = 20


class RaceView(PlacesView):
    """Its two places are the two ways."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._race: Race | None = None
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._retranslate()

    def set_race(self, race: Race | None) -> None:
        self._race = race
        self.places_changed()

    @property
    def race(self) -> Race | None:
        return self._race

    def places(self) -> int:
        return 2 if self._race is not None else 0

    def place_rect(self, place: int) -> QRectF:
        return QRectF(0, HEAD + place * LINE, self.width(), LINE)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, HEAD + 2 * LINE + 40)

    def text_of(self, place: int) -> str:
        race = self._race
        if race is None:
            return ""
        if place == 0:
            return self.tr(
                "Backpropagation: one pass forward and one back, {time} for all {parameters} parameters"
            ).format(time=_time(race.backprop_s), parameters=count(race.parameters))
        text = self.tr("Central differences: {evaluations} losses, two for each parameter, {time}").format(
            evaluations=count(race.evaluations), time=_time(race.numerical_s)
        )
        if race.is_extrapolated:
            text += self.tr(" (extrapolated from {counted})").format(counted=count(race.counted))
        return text

    def paint(self, painter: QPainter) -> None:
        theme, race = self._theme, self._race
        if race is None:
            painter.setPen(theme.color("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("The race is on…"))
            return
        painter.setFont(font(DISPLAY, bold=True))
        painter.setPen(theme.color("text"))
        head = QRectF(EDGE, 0, self.width() - 2 * EDGE, HEAD - 16)
        # Two digits mean something: the times of the next race differ in the third.
        text = self.tr("{ratio} times as long").format(ratio=number(float(f"{race.ratio:.2g}"), 2))
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        plot = QRectF(EDGE, HEAD, self.width() - 2 * EDGE, 2 * LINE)
        low = math.floor(math.log10(race.backprop_s)) - 1.0
        powers = low, max(math.ceil(math.log10(max(race.numerical_s, 1e-9))), low + 2.0) + 0.2
        painter.setFont(font(SMALL))
        paint_log_x(painter, theme, plot, powers)
        painter.setPen(theme.color("muted"))
        under = QRectF(plot.left(), plot.bottom() + 18, plot.width(), 18)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, self.tr("seconds for one gradient"))
        for place, (color, seconds) in enumerate(
            (("vermilion", race.backprop_s), ("blue", race.numerical_s))
        ):
            rect = self.place_rect(place)
            painter.setFont(font(BODY))
            painter.setPen(theme.color("text"))
            line = QRectF(EDGE, rect.top() + 12, rect.width() - 2 * EDGE, 22)
            shown = painter.fontMetrics().elidedText(
                self.text_of(place), Qt.TextElideMode.ElideRight, int(line.width())
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, shown)
            end = x_at(math.log10(seconds), powers, plot)
            bar = QRectF(QPointF(plot.left(), rect.top() + 40), QPointF(end, rect.top() + 40 + BAR))
            painter.fillRect(bar, theme.color(color))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Time for one gradient"))
        self.setWhatsThis(
            self.tr("How long one gradient takes by backpropagation, and how long by differences.")
        )
        super()._retranslate()


def _time(seconds: float) -> str:
    """A time with a unit that suits it."""
    if seconds < 1e-3:
        return f"{number(1e6 * seconds, 2)} µs"
    if seconds < 1.0:
        return f"{number(1e3 * seconds, 2)} ms"
    if seconds < 120.0:
        return f"{number(seconds, 2)} s"
    return f"{number(seconds / 60.0, 2)} min"
