"""The names of lines that have an order, each at the end of its line: the first and the last of them, and
those between that have room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QStaticText

from gui.look.fonts import SMALL, font
from gui.look.theme import between
from gui.widgets.plot.canvas import Frame
from gui.widgets.plot.style import PlotColors, SeriesSpec

_AWAY = 6.0


@dataclass(frozen=True, slots=True)
class _Label:
    """A name and where it stands, its upper left corner."""

    spec: SeriesSpec
    text: QStaticText
    place: QPointF


class EndLabels:
    """Placed anew with each redraw. They may stand to the right of the canvas."""

    def __init__(self) -> None:
        self.labels: list[_Label] = []
        self._texts: dict[str, QStaticText] = {}

    def place(self, lines: Sequence[tuple[SeriesSpec, QPointF | None]], frame: Frame) -> None:
        """Put them beside the last points of the lines on the ramp, if these are seen."""
        ends = [
            (spec, end)
            for spec, end in lines
            if isinstance(spec.hue, float) and end is not None and 0.0 <= end.x() <= frame.width + 1.0
        ]
        self.labels = []
        if not ends:
            return
        height = QFontMetricsF(font(SMALL)).height()
        tops = self._tops([end.y() - height / 2.0 for _, end in ends], height, frame.height - height)
        for (spec, end), top in zip(ends, tops, strict=True):
            if top is not None:
                place = QPointF(min(end.x(), frame.width) + _AWAY, top)
                self.labels.append(_Label(spec, self._text(spec.name), place))

    def paint(self, painter: QPainter, colors: PlotColors) -> None:
        if not self.labels:
            return
        painter.setClipping(False)
        painter.setFont(font(SMALL))
        for label in self.labels:
            # The lightest line is too light for letters.
            painter.setPen(between(colors.hue(label.spec.hue), QColor(colors.text), 0.4))
            painter.drawStaticText(label.place, label.text)

    @staticmethod
    def _tops(wanted: list[float], height: float, lowest: float) -> list[float | None]:
        """Where each label stands, or None: the first and the last always, apart from each other, and those
        between where they lie on no other."""
        tops: list[float | None] = [None] * len(wanted)
        held = [min(max(top, -height / 2.0), lowest) for top in wanted]
        first, last = held[0], held[-1]
        missing = height - abs(first - last)
        if len(held) > 1 and missing > 0.0:
            way = 1.0 if last >= first else -1.0
            first, last = first - way * missing / 2.0, last + way * missing / 2.0
            beyond = max(first, last) - lowest
            if beyond > 0.0:
                first, last = first - beyond, last - beyond
        tops[0], tops[-1] = first, last
        for place, top in enumerate(held[1:-1], 1):
            if all(other is None or abs(top - other) >= height for other in tops):
                tops[place] = top
        return tops

    def _text(self, name: str) -> QStaticText:
        """A QStaticText keeps its layout from one paint to the next."""
        if name not in self._texts:
            text = QStaticText(name)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=font(SMALL))
            self._texts[name] = text
        return self._texts[name]
