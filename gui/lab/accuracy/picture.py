"""The picture of “why not accuracy”: the network and its examples at the left, both curves at the right.

Both curves share their axis, the weight. The grey band across them is where the accuracy stands still: no
example passes from one side of the border to the other, while the loss has moved all along.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from core.experiments.accuracy import At, Flip, Landscape
from core.inspection.surface import DecisionSurface
from core.inspection.surface import Plane as Part
from gui.lab.accuracy.network import NetworkDrawing
from gui.lab.drag_view import FoundView
from gui.lab.plane import LINE, SAMPLE, Plane, Span, paint_sample
from gui.language.numbers import count, number
from gui.look.fonts import BODY, SMALL, font
from gui.look.theme import Theme
from gui.surface.dots import Dots
from gui.surface.frame import PlaneFrame
from gui.surface.pictures import surface_image
from gui.surface.points import Points
from gui.widgets.plot.style import Dash

WIDE = 740
"""Pixels of width with which each sentence under the plots has a line; with less, the long ones have two."""
LEFT_SHARE = 0.4
NETWORK_SHARE = 0.4
"""The part of the height that the network has, above the plane."""
PARTS: Mapping[str, Part] = {
    "circles": Part(-1.35, 1.35, -1.35, 1.35),
    "simple_net": Part(-1.5, 1.5, -1.5, 1.5),
}
"""What is seen of the plane."""


class Found(NamedTuple):
    """What is shown: both curves, the weight's value, what holds there and one step further, and the
    surface there."""

    landscape: Landscape
    w: float
    step: float
    here: At
    further: At
    surface: DecisionSurface


class Planes(NamedTuple):
    loss: Plane
    accuracy: Plane


class AccuracyPicture(FoundView[Found]):
    """`w` is dragged in both plots; a press at a line of the network takes `weight`."""

    def __init__(self, theme: Theme) -> None:
        self._dots: tuple[object, QPixmap] | None = None
        super().__init__(theme)

    def recolor(self) -> None:
        self._dots = None
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 340)

    # Where everything stands

    @property
    def _heights(self) -> tuple[int, ...]:
        """How high each sentence under the plots is."""
        long = LINE if self.width() >= WIDE else 2 * LINE
        return LINE, long, long, LINE

    @property
    def _height(self) -> int:
        """What is above the sentences."""
        return self.height() - sum(self._heights) - 8

    def planes(self) -> Planes:
        """The plots of both curves."""
        found = self._found
        assert found is not None
        left, height = LEFT_SHARE * self.width(), self._height
        room = QRectF(left, 0, self.width() - left, height / 2)
        landscape = found.landscape
        x = float(landscape.w[0]), float(landscape.w[-1])
        return Planes(
            Plane.within(room, x, _losses(landscape)),
            Plane.within(room.translated(0, height / 2), x, _percents(landscape)),
        )

    def drawing(self) -> NetworkDrawing:
        """The network."""
        assert self._found is not None
        height = NETWORK_SHARE * self._height
        place = QRectF(8, 0, LEFT_SHARE * self.width() - 16, height)
        return NetworkDrawing(self._found.landscape.subject.network, place)

    def frame(self) -> PlaneFrame:
        """The examples in their plane."""
        assert self._found is not None
        part = PARTS[self._found.landscape.subject.network]
        top = NETWORK_SHARE * self._height
        size = QSize(int(LEFT_SHARE * self.width()), int(self._height - top))
        frame = PlaneFrame.within(size, part)
        return PlaneFrame(part, frame.rect.translated(0, round(top)))

    def taken_at(self, point: QPointF) -> str:
        if self._found is None:
            return ""
        if any(plane.place.contains(point) for plane in self.planes()):
            return "w"
        return "weight" if self.drawing().weight_at(point) else ""

    def description(self) -> str:
        return "; ".join(text for _, _, text in self._lines())

    # Painting

    def paint(self, painter: QPainter) -> None:
        if self._found is None:
            return
        found, planes, drawing = self._found, self.planes(), self.drawing()
        weight = found.landscape.subject.weight
        title = self.tr("{weight} = {w} moves; press another weight")
        if self.width() < WIDE:
            title = self.tr("{weight} = {w} moves")
        self._paint_title(painter, drawing.place, title.format(weight=weight, w=number(found.w, 3)))
        drawing.paint(painter, self._theme, weight)
        self._paint_examples(painter, found)
        self._paint_loss(painter, planes.loss, found)
        self._paint_accuracy(painter, planes.accuracy, found)
        y = self._height + 6.0
        for height, (dash, color, text) in zip(self._heights, self._lines(), strict=True):
            if dash is not None:
                paint_sample(painter, QPointF(12, y + LINE / 2), self._theme.color(color), dash)
            painter.setPen(self._theme.color("text"))
            room = QRectF(12 + SAMPLE + 8, y + 1, self.width() - SAMPLE - 28, height)
            painter.drawText(room, _WRAPPED, text)
            y += max(painter.boundingRect(room, _WRAPPED, text).height(), LINE)

    def _paint_title(self, painter: QPainter, place: QRectF, text: str) -> None:
        painter.setFont(font(BODY, bold=True))
        painter.setPen(self._theme.color("text"))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(QRectF(place.left(), place.top(), place.width(), 20), _LEFT, shown)
        painter.setFont(font(SMALL))

    def _paint_examples(self, painter: QPainter, found: Found) -> None:
        """Regions and border, the examples, a cross over each that is wrong, a ring around the next ones."""
        frame, mover, theme = self.frame(), found.landscape.mover, self._theme
        points = Points(mover.x.astype(np.float64), mover.t, np.zeros(len(mover.t), dtype=bool))
        painter.save()
        painter.setClipRect(frame.rect)
        image = surface_image(found.surface, theme)
        # The outer points of the grid lie on the edge, so half of each outer pixel lies outside.
        painter.drawImage(frame.rect, image, QRectF(0.5, 0.5, image.width() - 1, image.height() - 1))
        ends = frame.to_pixels(found.surface.border).reshape(-1, 4).tolist()
        painter.setPen(QPen(theme.color("text"), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLines([QLineF(*piece) for piece in ends])
        rows = points.shown(np.arange(len(points)), frame.area)
        dots = Dots(points, rows, frame, theme, False, self.devicePixelRatioF())
        key = (found.landscape, frame.rect, dots.ratio)
        if self._dots is None or self._dots[0] != key:
            self._dots = key, dots.layer(self.size())
        painter.drawPixmap(QPointF(), self._dots[1])
        dots.paint_crosses(painter, rows[~found.here.correct[rows]])
        for flip in found.landscape.around(found.w):
            if flip is not None:
                dots.paint_ring(painter, flip.example)
        painter.restore()
        frame.paint_axes(painter, theme)

    def _paint_band(self, painter: QPainter, plane: Plane, found: Found) -> None:
        """Where no example changes."""
        left, right = self._stretch(found)
        start, end = (float(plane.pixels([edge], [plane.y[0]])[0][0]) for edge in (left, right))
        place = QRectF(start, plane.place.top(), end - start, plane.place.height())
        painter.fillRect(place.intersected(plane.place), self._theme.color("grid"))

    @staticmethod
    def _stretch(found: Found) -> Span:
        """The interval in which the accuracy stands still, as far as that is seen."""
        before, after = found.landscape.around(found.w)
        ends = found.landscape.w
        return before.w if before else float(ends[0]), after.w if after else float(ends[-1])

    def _paint_loss(self, painter: QPainter, plane: Plane, found: Found) -> None:
        theme, landscape = self._theme, found.landscape
        self._paint_band(painter, plane, found)
        plane.paint_ground(painter, theme, self.tr("The loss moves smoothly"), "w", self.tr("loss"))
        plane.paint_line(painter, landscape.w, landscape.loss, theme.color("blue"))
        plane.paint_upright(painter, found.w, theme.color("muted"), "dot")
        plane.paint_straight(painter, found.w, found.here.loss, found.here.slope, theme.color("vermilion"))
        self._paint_own(painter, plane, landscape)
        plane.paint_dot(painter, theme, found.w, found.here.loss, theme.color("blue"), 6.0)

    def _paint_accuracy(self, painter: QPainter, plane: Plane, found: Found) -> None:
        theme, landscape = self._theme, found.landscape
        self._paint_band(painter, plane, found)
        title = self.tr("The accuracy stands still, or jumps")
        plane.paint_ground(painter, theme, title, "w", self.tr("% right"))
        edges, levels = np.array(landscape.edges), 100 * np.array(landscape.levels)
        # A piece for each level, with nothing between two of them: at a jump there is no value between.
        x = np.stack([edges[:-1], edges[1:], edges[1:]], axis=1).ravel()
        y = np.stack([levels, levels, np.full(len(levels), np.nan)], axis=1).ravel()
        plane.paint_line(painter, x, y, theme.color("green"))
        plane.paint_upright(painter, found.w, theme.color("muted"), "dot")
        level = 100 * found.here.accuracy
        plane.paint_straight(painter, found.w, level, 0.0, theme.color("vermilion"), "dash")
        self._paint_own(painter, plane, landscape)
        plane.paint_dot(painter, theme, found.w, level, theme.color("green"), 6.0)

    def _paint_own(self, painter: QPainter, plane: Plane, landscape: Landscape) -> None:
        """A mark on the axis at the weight's own value."""
        foot = plane.point(landscape.mover.own, plane.y[0])
        if foot is not None and plane.place.left() <= foot.x() <= plane.place.right():
            painter.setPen(QPen(self._theme.color("orange"), 2.0))
            painter.drawLine(foot + QPointF(0, -7), foot + QPointF(0, 3))

    # Sentences

    def _lines(self) -> list[tuple[Dash | None, str, str]]:
        """What is told under the plots, each with the line that it belongs to."""
        if self._found is None:
            return []
        return [
            ("solid", "blue", self._loss_text(self._found)),
            ("solid", "green", self._accuracy_text(self._found)),
            (None, "", self._step_text(self._found)),
            ("solid", "orange", self._own_text(self._found)),
        ]

    def _loss_text(self, found: Found) -> str:
        slope = found.here.slope
        text = self.tr("loss {loss} at w = {w}; slope ∂L/∂w = {slope}, by backpropagation: {advice}")
        advice = self.tr("flat here")
        if abs(slope) > FLAT:
            advice = self.tr("a larger w is better") if slope < 0 else self.tr("a smaller w is better")
        return text.format(
            loss=number(found.here.loss, 6), w=number(found.w), slope=number(slope, 4), advice=advice
        )

    def _accuracy_text(self, found: Found) -> str:
        right, examples = int(found.here.correct.sum()), len(found.here.correct)
        left, end = self._stretch(found)
        text = self.tr(
            "{right} of {examples} right, {share}, everywhere from w = {left} to {end}: slope 0, no advice"
        )
        told = text.format(
            right=count(right),
            examples=count(examples),
            share=f"{number(100 * found.here.accuracy, 3)} %",
            left=number(left, 3),
            end=number(end, 3),
        )
        return "; ".join((told, *map(self._flip_text, filter(None, [found.landscape.around(found.w)[1]]))))

    def _flip_text(self, flip: Flip) -> str:
        if flip.gains:
            text = self.tr("at {w} an example with a ring becomes right")
        else:
            text = self.tr("at {w} an example with a ring becomes wrong")
        return text.format(w=number(flip.w, 3))

    def _step_text(self, found: Found) -> str:
        """What a small step changes, of both."""
        here, further = found.here, found.further
        text = self.tr(
            "a step of {step}: loss {before} → {after}, a change of {change} (slope × step: {expected}); "
            "right {right} → {then}"
        )
        return text.format(
            step=number(found.step),
            before=number(here.loss, 6),
            after=number(further.loss, 6),
            change=number(further.loss - here.loss, 3),
            expected=number(here.slope * found.step, 3),
            right=count(int(here.correct.sum())),
            then=count(int(further.correct.sum())),
        )

    def _own_text(self, found: Found) -> str:
        own = number(found.landscape.mover.own, 4)
        if found.landscape.subject.network == "simple_net":
            return self.tr("w = {own}, the printed weight, at this mark on the axis").format(own=own)
        text = self.tr("w = {own}, what the training has found, at this mark on the axis")
        return text.format(own=own)


FLAT = 1e-12
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _losses(landscape: Landscape) -> Span:
    """What is seen of the loss: all of it, with some air."""
    least, most = float(landscape.loss.min()), float(landscape.loss.max())
    air = 0.12 * (most - least) or 0.5
    return least - air, most + air


def _percents(landscape: Landscape) -> Span:
    """What is seen of the accuracy: all its levels, with some air."""
    levels = landscape.levels
    least, most = 100 * min(levels), 100 * max(levels)
    air = max(0.12 * (most - least), 2.0)
    return math.floor(least - air), math.ceil(most + air)
