"""The picture of vanishing gradients: a column a layer, its activations above and its gradients below.

Forward is blue and runs to the right, back is vermilion and runs to the left. A histogram lies on its side in
its column. Two networks stand side by side, on one scale of gradients.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.experiments.deep import BINS, Counts, Flow
from gui.lab.vanishing.texts import flow_title, layer_sentences
from gui.language.numbers import number
from gui.look.fonts import BODY, SMALL, font
from gui.look.theme import Theme
from gui.widgets.places_view import PlacesView
from gui.widgets.plot.style import draw_dots, draw_strong
from gui.widgets.plot.ticks import log_ticks, ticks

AXIS = 40  # pixels for the numbers of the axis
HEAD = 44  # the title of a network, and of its upper plot
BETWEEN = 42  # the numbers of the layers, and the title of the lower plot
FOOT = 24  # above the sentences about the chosen layer
ROW = 20  # of such a sentence
WIDE = 520  # pixels in which each of them has one row; otherwise it has two
GAP = 28  # between two networks
NARROW = 7.0  # pixels: a histogram in a narrower column is drawn as a strip of shades
ROOM_FOR_NUMBER, ROOM_FOR_DOT = 46.0, 12.0


class FlowPicture(PlacesView):
    """Its places are the layers, network by network. The one that was chosen last is told in words below."""

    runs_on = True
    ring_color = "orange"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._flows: tuple[Flow, ...] = ()
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.chosen.connect(self._on_chosen)
        self._retranslate()

    def set_flows(self, flows: Sequence[Flow]) -> None:
        self._flows = tuple(flows)
        self.places_changed()

    @property
    def flows(self) -> tuple[Flow, ...]:
        return self._flows

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 300)

    def sizeHint(self) -> QSize:
        return QSize(900, 560)

    # Places

    @property
    def _depth(self) -> int:
        return len(self._flows[0].layers) if self._flows else 0

    def places(self) -> int:
        return len(self._flows) * self._depth

    def across(self) -> int:
        return self._depth

    def place_rect(self, place: int) -> QRectF:
        side, layer = divmod(place, self._depth)
        upper, lower = self._plots(side)
        step = upper.width() / self._depth
        return QRectF(upper.left() + layer * step, upper.top(), step, lower.bottom() - upper.top())

    def text_of(self, place: int) -> str:
        side, layer = divmod(place, self._depth)
        flow = self._flows[side]
        return "\n".join((flow_title(flow.network), *layer_sentences(flow, layer)))

    def _on_chosen(self, _place: int) -> None:
        self.update()

    def _plots(self, side: int) -> tuple[QRectF, QRectF]:
        """Where the activations and the gradients of one network are drawn."""
        count = len(self._flows)
        width = (self.width() - (count - 1) * GAP) / count
        left = side * (width + GAP) + AXIS
        foot = FOOT + ROW * (2 * self._rows(width) + 1)
        height = max((self.height() - HEAD - BETWEEN - foot) / 2, 20.0)
        upper = QRectF(left, HEAD, width - AXIS - 4, height)
        return upper, upper.translated(0, height + BETWEEN)

    @staticmethod
    def _rows(width: float) -> int:
        """How many rows each of the sentences below a network of this width has."""
        return 1 if width >= WIDE else 2

    # Painting

    def paint(self, painter: QPainter) -> None:
        if not self._flows:
            painter.setPen(self._theme.color("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Computing…"))
            return
        powers = min(f.least_power for f in self._flows), max(f.most_power for f in self._flows)
        for side, flow in enumerate(self._flows):
            self._paint_side(painter, side, flow, powers)
        painter.setPen(self._theme.color("muted"))
        painter.setFont(font(SMALL))
        place = QRectF(4, self.height() - ROW, self.width() - 4, ROW)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, _elided(painter, self.chance(), place))

    def chance(self) -> str:
        """How far what is random varies."""
        text = self.tr(
            "Seed {seed}. Another gives other numbers: in layer 5, those of ReLU differ by about a third."
        )
        return text.format(seed=self._flows[0].network.seed)

    def _paint_side(self, painter: QPainter, side: int, flow: Flow, powers: tuple[float, float]) -> None:
        upper, lower = self._plots(side)
        theme = self._theme
        painter.setFont(font(BODY, bold=True))
        painter.setPen(theme.color("text"))
        head = QRectF(upper.left(), 0, upper.width(), 20)
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft, _elided(painter, flow_title(flow.network), head))
        painter.setFont(font(SMALL))
        current = self._current_layer()
        painter.fillRect(self.place_rect(side * self._depth + current), theme.color("selection"))
        self._paint_name(painter, upper, self.tr("forward →  activations y"), "blue")
        self._paint_name(painter, lower, self._name_of_lower(), "vermilion")
        self._paint_axis(painter, upper, ticks(flow.low, flow.high, _most(upper)), (flow.low, flow.high))
        self._paint_axis(painter, lower, log_ticks(*powers, _most(lower)), powers)
        for layer, figures in enumerate(flow.layers):
            column = self.place_rect(side * self._depth + layer)
            place = QRectF(column.left(), upper.top(), column.width(), upper.height())
            self._paint_counts(painter, place, figures.counts, "blue")
            own = flow.least_power, flow.most_power
            inside = QRectF(
                column.left(),
                _y_at(own[1], powers, lower),
                column.width(),
                _y_at(own[0], powers, lower) - _y_at(own[1], powers, lower),
            )
            self._paint_counts(painter, inside, figures.gradient_counts, "vermilion")
            self._paint_foot(painter, column, upper, lower, layer, flow)
        self._paint_lines(painter, lower, flow, powers)
        self._paint_sentences(painter, side, flow, current)

    def _name_of_lower(self) -> str:
        return self.tr("← backward  sizes of ∂L/∂y")

    def _current_layer(self) -> int:
        """The layer that is told, of both networks the same: that is what one compares."""
        place = self.hovered if self.hovered is not None else self.current
        return (place or 0) % self._depth

    def _paint_name(self, painter: QPainter, plot: QRectF, text: str, color: str) -> None:
        painter.setPen(self._theme.color(color))
        place = QRectF(plot.left(), plot.top() - 20, plot.width(), 18)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, _elided(painter, text, place))

    def _paint_axis(
        self,
        painter: QPainter,
        plot: QRectF,
        marks: Sequence[tuple[float, str]],
        span: tuple[float, float],
    ) -> None:
        theme = self._theme
        for value, text in marks:
            y = _y_at(value, span, plot)
            painter.setPen(QPen(theme.color("grid"), 1.0))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.color("muted"))
            place = QRectF(plot.left() - AXIS, y - 9, AXIS - 6, 18)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_counts(
        self,
        painter: QPainter,
        place: QRectF,
        counts: Counts,
        color: str,
    ) -> None:
        """A histogram on its side: bars to the right, each as long as its bin is full beside the fullest."""
        fullest = int(counts.max(initial=0))
        if not fullest:
            return
        thick = place.height() / BINS
        is_strip = place.width() < NARROW
        painter.setPen(Qt.PenStyle.NoPen)
        room = max(place.width() - (1.0 if is_strip else 4.0), 1.0)
        for bin_, count in enumerate(counts.tolist()):
            if not count:
                continue
            share = count / fullest
            y = place.bottom() - (bin_ + 1) * thick
            length = room if is_strip else max(share * room, 1.0)
            alpha = 0.15 + 0.85 * share if is_strip else 0.8
            bar = QRectF(place.left() + 1.0, y, length, thick + 0.3)
            painter.fillRect(bar, self._theme.color(color, alpha))

    def _paint_foot(
        self, painter: QPainter, column: QRectF, upper: QRectF, lower: QRectF, layer: int, flow: Flow
    ) -> None:
        """The number of the layer, and where all is 0 or not finite, that it is so."""
        every = max(1, math.ceil(18.0 / column.width()))
        painter.setPen(self._theme.color("muted"))
        if layer % every == 0 or (layer == self._depth - 1 and every == 1):
            place = QRectF(column.center().x() - 20, upper.bottom() + 2, 40, 16)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(layer + 1))
        size = flow.layers[layer].gradient
        if size == 0.0 or not math.isfinite(size):
            painter.setPen(self._theme.color("vermilion"))
            text = "0" if size == 0.0 else number(size)
            place = QRectF(column.center().x() - 20, lower.bottom() - 20, 40, 16)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        elif column.width() >= ROOM_FOR_NUMBER:
            painter.setPen(self._theme.color("vermilion"))
            place = QRectF(column.left(), lower.bottom() + 1, column.width(), 16)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, number(size, 2))

    def _paint_lines(self, painter: QPainter, lower: QRectF, flow: Flow, powers: tuple[float, float]) -> None:
        """What came through, and what the slopes of the activations alone would leave."""
        step = lower.width() / self._depth
        lines = (
            ("vermilion", [layer.gradient for layer in flow.layers]),
            ("text", [layer.slopes for layer in flow.layers]),
        )
        painter.save()
        painter.setClipRect(lower)
        for color, sizes in lines:
            points = QPolygonF()
            for place, size in enumerate(sizes):
                if 0.0 < size < math.inf:
                    y = _y_at(math.log10(size), powers, lower)
                    points.append(QPointF(lower.left() + (place + 0.5) * step, y))
            shade = self._theme.color(color)
            draw_strong(painter, [points], shade, "dash" if color == "text" else "solid", 1.0, fine=True)
            if color == "vermilion" and step > ROOM_FOR_DOT:
                draw_dots(painter, points, shade)
        painter.restore()
        painter.setPen(self._theme.color("text"))
        text, width_of = self.tr("- - -  h′ alone, multiplied"), painter.fontMetrics().horizontalAdvance
        is_beside = width_of(self._name_of_lower()) + width_of(text) + GAP < lower.width()
        # Where the line above the plot is too short for both names, this one stands in the lower corner.
        top = lower.top() - 20 if is_beside else lower.bottom() - 20
        painter.drawText(QRectF(lower.left(), top, lower.width(), 18), Qt.AlignmentFlag.AlignRight, text)

    def _paint_sentences(self, painter: QPainter, side: int, flow: Flow, layer: int) -> None:
        upper, lower = self._plots(side)
        forward, backward = layer_sentences(flow, layer)
        width = upper.width() + AXIS
        rows = self._rows(width + 4)
        place = QRectF(upper.left() - AXIS + 4, lower.bottom() + 20, width, ROW * rows)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        for text, color in ((forward, "blue"), (backward, "vermilion")):
            painter.setPen(self._theme.color(color))
            painter.drawText(place, flags, text)
            place.translate(0, max(painter.boundingRect(place, flags, text).height() + 2, ROW))


def _most(plot: QRectF) -> int:
    return max(int(plot.height() / 28), 2)


def _y_at(value: float, span: tuple[float, float], plot: QRectF) -> float:
    low, high = span
    return plot.bottom() - (value - low) / (high - low) * plot.height()


def _elided(painter: QPainter, text: str, place: QRectF) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
