"""The picture of activation functions: h with its tangent, h′ beneath it, a stack of layers at the right."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from core.experiments.activations import Stack
from core.experiments.curve import Curve
from core.experiments.differences import Differentiable
from gui.lab.activations.texts import ENDS, WORDS, title_of, translate
from gui.lab.drag_view import FoundView
from gui.lab.plane import LINE, SAMPLE, Plane, Span, paint_sample
from gui.language.numbers import number
from gui.look.fonts import BODY, SMALL, font
from gui.widgets.plot.style import Dash

FOOT = 3 * LINE + 4
LEFT_SHARE = 0.56
PROSE = 290  # pixels that the words beneath the stack need
PROSE_LEAST, PROSE_MOST = 0.46, 0.6  # of the height


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """One function over the interval: its values and its slopes, and where these are flat."""

    word: str
    function: Differentiable
    values: Curve
    slopes: Curve
    flat: list[tuple[float, float]]


class Found(NamedTuple):
    """What is shown: one function or two, the stack with the first between its layers, and with nothing."""

    functions: tuple[Shown, ...]
    stack: Stack
    stacked: Curve
    x: float


class Planes(NamedTuple):
    values: Plane
    slopes: Plane
    stack: Plane


class ActivationsPicture(FoundView[Found]):
    """x is dragged in both plots of the function. While nothing is dragged, the tangent follows the mouse."""

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 340)

    def planes(self) -> Planes:
        """Where the three plots stand, and what each shows."""
        found = self._found
        assert found is not None
        width, height = LEFT_SHARE * self.width(), self.height() - FOOT
        curve = found.functions[0].values
        x = float(curve.x[0]), float(curve.x[-1])
        prose = min(max(PROSE_LEAST * self.height(), PROSE), PROSE_MOST * self.height())
        right = QRectF(width + 8, 0, self.width() - width - 8, self.height() - prose)
        low, high = found.stacked.low, found.stacked.high
        # The dashed line may leave the plot; what bends is seen large.
        stack = low - (high - low) / 2, high + (high - low) / 2
        return Planes(
            Plane.within(
                QRectF(0, 0, width, 0.58 * height), x, self._span([f.values for f in found.functions])
            ),
            Plane.within(
                QRectF(0, 0.58 * height, width, 0.42 * height),
                x,
                self._span([f.slopes for f in found.functions]),
            ),
            Plane.within(right, x, stack),
        )

    @staticmethod
    def _span(curves: list[Curve]) -> Span:
        least, most = min(0.0, *(c.least for c in curves)), max(c.most for c in curves)
        room = 0.08 * (most - least) or 1.0
        return least - room, most + room

    def taken_at(self, point: QPointF) -> str:
        return "x" if self._found is not None and self._x_at(point) is not None else ""

    def _x_at(self, point: QPointF | None) -> float | None:
        planes = self.planes()
        if point is None or not any(p.place.contains(point) for p in (planes.values, planes.slopes)):
            return None
        return planes.values.at(point)[0]

    @property
    def place(self) -> float:
        """The x of the tangent: that of the pointer, or that of the state."""
        assert self._found is not None
        pointed = self._x_at(self.pointer)
        return self._found.x if pointed is None else pointed

    def description(self) -> str:
        if self._found is None:
            return ""
        told = [self._told(each, self._found.x) for each in self._found.functions]
        return "; ".join((*told, self._line_text()))

    # Painting

    def paint(self, painter: QPainter) -> None:
        if self._found is None:
            return
        planes = self.planes()
        self._paint_plots(painter, planes, self._found)
        self._paint_stack(painter, planes.stack, self._found)
        self._paint_words(painter, planes.stack, self._found)
        left = planes.values.place.left()
        for row, (each, dash) in enumerate(zip(self._found.functions, _DASHES, strict=False)):
            y = self.height() - FOOT + 4 + row * LINE
            paint_sample(painter, QPointF(left, y + LINE / 2), self._theme.color("blue"), dash)
            self._paint_text(painter, left + SAMPLE + 8, y, self._told(each, self.place))
        y = self.height() - LINE
        painter.fillRect(QRectF(left, y + 3, SAMPLE, LINE - 6), self._theme.color("grid"))
        self._paint_text(painter, left + SAMPLE + 8, y, self._flat_text(self._found.functions[0]))

    def _paint_text(self, painter: QPainter, left: float, top: float, text: str) -> None:
        painter.setPen(self._theme.color("text"))
        room = QRectF(left, top, LEFT_SHARE * self.width() - left, LINE)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_plots(self, painter: QPainter, planes: Planes, found: Found) -> None:
        theme, x = self._theme, self.place
        first = found.functions[0]
        for plane in (planes.values, planes.slopes):
            for start, end in first.flat:
                left, right = (plane.pixels([edge], [0.0])[0][0] for edge in (start, end))
                place = QRectF(left, plane.place.top(), right - left, plane.place.height())
                painter.fillRect(place, theme.color("grid", 0.6))
        titles = self.tr("The function h, forward"), self.tr("Its slope h′, backward")
        planes.values.paint_ground(painter, theme, titles[0], "x", "h(x)")
        planes.slopes.paint_ground(painter, theme, titles[1], "x", "h′(x)")
        for each, dash in reversed(list(zip(found.functions, _DASHES, strict=False))):
            planes.values.paint_line(painter, each.values.x, each.values.y, theme.color("blue"), dash)
            planes.slopes.paint_line(painter, each.slopes.x, each.slopes.y, theme.color("vermilion"), dash)
        value, slope = (
            float(call(np.float64(x))) for call in (first.function.value, first.function.gradient)
        )
        for plane in (planes.values, planes.slopes):
            plane.paint_upright(painter, x, theme.color("muted"), "dot")
        planes.values.paint_straight(painter, x, value, slope, theme.color("vermilion"))
        planes.values.paint_dot(painter, theme, x, value, theme.color("blue"), 6.0)
        planes.slopes.paint_dot(painter, theme, x, slope, theme.color("vermilion"), 6.0)

    def _paint_stack(self, painter: QPainter, plane: Plane, found: Found) -> None:
        """The same layers with the function between them, and with nothing."""
        theme = self._theme
        count = len(found.stack.weights)
        title = self.tr("{count} layers in a row").format(count=count)
        plane.paint_ground(painter, theme, title, "x", self.tr("output"))
        slope, intercept = found.stack.line()
        plane.paint_straight(painter, 0.0, intercept, slope, theme.color("muted"), "dash")
        plane.paint_line(painter, found.stacked.x, found.stacked.y, theme.color("blue"))

    def _paint_words(self, painter: QPainter, plane: Plane, found: Found) -> None:
        word = found.functions[0].word
        left, top = plane.place.left() - 30, plane.place.bottom() + 38
        room = QRectF(left, top, self.width() - left - 8, self.height() - top)
        title = title_of(word)
        paragraphs = [
            ("", self.tr("{title} between them: solid; nothing: dashed.").format(title=title)),
            ("", self._line_text()),
            (self.tr("{title} in hidden layers").format(title=title), translate(WORDS[word].hidden)),
            (self.tr("{title} at the end").format(title=title), translate(WORDS[word].end)),
            (self.tr("Which end suits which task"), "\n".join(map(translate, ENDS))),
        ]
        for head, text in paragraphs:
            room = self._paint_paragraph(painter, room, head, text)

    def _paint_paragraph(self, painter: QPainter, room: QRectF, head: str, text: str) -> QRectF:
        """The room that is left beneath it. A paragraph that has not enough is left out, with all after."""
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        above = LINE + 6.0 if head else 0.0
        place = room.adjusted(0.0, above, 0.0, 0.0)
        taken = above + painter.boundingRect(place, flags, text).height() + 2.0
        if taken > room.height():
            return QRectF(room.left(), room.top(), room.width(), 0.0)
        painter.setPen(self._theme.color("muted"))
        painter.drawText(place, flags, text)
        painter.setFont(font(BODY, bold=True))
        painter.setPen(self._theme.color("text"))
        painter.drawText(room.adjusted(0.0, 6.0, 0.0, 0.0), Qt.AlignmentFlag.AlignLeft, head)
        painter.setFont(font(SMALL))
        return room.adjusted(0.0, taken, 0.0, 0.0)

    # Sentences

    def _told(self, each: Shown, x: float) -> str:
        value, slope = (float(call(np.float64(x))) for call in (each.function.value, each.function.gradient))
        text = self.tr("{title}: h({x}) = {value}, h′({x}) = {slope}")
        return text.format(
            title=title_of(each.word), x=number(x, 3), value=number(value, 6), slope=number(slope, 4)
        )

    def _flat_text(self, each: Shown) -> str:
        if not each.flat:
            return self.tr("flat nowhere here")
        places = ", ".join(
            self.tr("{start} to {end}").format(start=number(start, 2), end=number(end, 2))
            for start, end in each.flat
        )
        text = self.tr("flat (h′ under 5 %): {places}")
        return text.format(places=places)

    def _line_text(self) -> str:
        """The one line that all layers are with nothing between them, with its numbers."""
        assert self._found is not None
        slope, intercept = self._found.stack.line()
        product = " ".join(f"W{_SUBSCRIPTS[place]}" for place in range(len(self._found.stack.weights)))
        sign = "+" if math.copysign(1.0, intercept) > 0 else "−"
        text = self.tr(
            "With nothing between them, {product} = {slope}: y = {slope}·x {sign} {size}, one line."
        )
        return text.format(product=product, slope=number(slope, 3), sign=sign, size=number(abs(intercept), 3))


_DASHES: tuple[Dash, Dash] = ("solid", "dash")
_SUBSCRIPTS = "₁₂₃₄₅₆"
