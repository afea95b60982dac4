"""The picture of a loss surface: the slice from above, the losses on the way, and lines through the end.

What a slice can show and what it cannot stands under it, for the picture is also saved without the rest.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap

from core.experiments.landscape import Landscape
from core.experiments.slices import Points
from gui.lab.bands import SCALE_WIDTH, paint_bands, paint_scale
from gui.lab.drag_view import DragView
from gui.lab.plane import ABOVE, BELOW, LEFT, LINE, RIGHT, SAMPLE, Plane, paint_sample
from gui.language.numbers import count, number, percent
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.widgets.plot.style import Dash

SURFACE_SHARE = 0.64  # of the width, at most
GAP = 8
WORDS_APART = 8.0  # pixels, at least
HEADROOM = 1.12  # above the largest loss of a plot
MARKS = ("orange", "blue")
MOVING = len(MARKS)  # lines under the plots that follow what is dragged


class Planes(NamedTuple):
    surface: Plane
    losses: Plane
    lines: Plane


class Reading(NamedTuple):
    """What is said of the mark. `is_exact`: it was computed there, and not between points of the surface."""

    loss: float
    accuracy: float
    is_exact: bool


class LandscapePicture(DragView):
    """The mark, "point", is dragged on the surface; the snapshot, "at", in the plot of the losses."""

    def __init__(self, theme: Theme) -> None:
        self._landscape: Landscape | None = None
        self._directions = "path"
        self._pixmap: QPixmap | None = None
        self._mark = (0.0, 0.0)
        self._reading: Reading | None = None
        self._at = 0
        self._measured: tuple[int, tuple[str, ...]] = (0, ())
        self._found_heights: tuple[int, ...] = (LINE,) * MOVING
        super().__init__(theme)
        self._retranslate()

    # What is shown

    def set_landscape(self, landscape: Landscape | None, directions: str) -> None:
        self._landscape, self._directions = landscape, directions
        self._pixmap = None
        self.refresh()

    @property
    def landscape(self) -> Landscape | None:
        return self._landscape

    def set_mark(self, mark: tuple[float, float], reading: Reading | None, at: int) -> None:
        """Where the mark is with what was found there, and which snapshot is marked."""
        self._mark, self._reading, self._at = mark, reading, at
        self.refresh()

    def recolor(self) -> None:
        self._pixmap = None
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 340)

    def planes(self) -> Planes:
        """Where the three plots stand. The surface is a square: u and v are equally long."""
        land = self._landscape
        assert land is not None
        height = self.height() - self._foot()
        side = min(SURFACE_SHARE * self.width() - LEFT - SCALE_WIDTH - RIGHT, height - ABOVE - BELOW)
        square = QRectF(QRect(LEFT, ABOVE, max(int(side), 60), max(int(side), 60)))
        left = square.right() + SCALE_WIDTH + RIGHT + GAP
        half = height / 2
        run = land.runs[0]
        highest = HEADROOM * float(max(run.losses.max(), _finite(land.shadow)))
        top = HEADROOM * max(_finite(land.others), 1e-3, *(_finite(line) for line in land.lines))
        return Planes(
            Plane(square, *land.spans),
            Plane.within(
                QRectF(left, 0, self.width() - left, half),
                (0.0, float(run.updates[-1])),
                (0.0, max(highest, 1e-3)),
            ),
            Plane.within(
                QRectF(left, half, self.width() - left, half),
                (float(land.distances[0]), float(land.distances[-1])),
                (0.0, top),
            ),
        )

    def taken_at(self, point: QPointF) -> str:
        if self._landscape is None:
            return ""
        planes = self.planes()
        if planes.surface.place.contains(point):
            return "point"
        return "at" if planes.losses.place.contains(point) else ""

    def snapshot_at(self, point: QPointF) -> int:
        """The snapshot under a point of the plot of the losses."""
        assert self._landscape is not None
        update = self.planes().losses.at(point)[0]
        return int(np.abs(self._landscape.runs[0].updates - update).argmin())

    def description(self) -> str:
        return " ".join(self._texts())

    # Texts

    def _texts(self) -> tuple[str, ...]:
        """What is told under the plots: of what is dragged in a line each, and of the slice as a whole."""
        land = self._landscape
        if land is None:
            return ()
        return self._mark_text(), self._snapshot_text(land), self._plane_text(land), self._limits_text(land)

    def _mark_text(self) -> str:
        if self._reading is None:
            return ""
        a, b = self._mark
        text = (
            self.tr("◆ mark ({a}, {b}): loss {loss}, accuracy {accuracy}.")
            if self._reading.is_exact
            else self.tr("◆ mark ({a}, {b}): loss about {loss}, accuracy about {accuracy}.")
        )
        return text.format(
            a=number(a, 3),
            b=number(b, 3),
            loss=number(self._reading.loss),
            accuracy=percent(self._reading.accuracy, 1),
        )

    def _snapshot_text(self, land: Landscape) -> str:
        run = land.runs[0]
        at = min(self._at, len(run.updates) - 1)
        text = self.tr(
            "● after {update} updates: loss {loss}, accuracy {accuracy}; loss of its shadow on the plane: "
            "{shadow}."
        )
        return text.format(
            update=count(int(run.updates[at])),
            loss=number(float(run.losses[at])),
            accuracy=percent(float(run.accuracies[at]), 1),
            shadow=number(float(land.shadow[at])),
        )

    def _plane_text(self, land: Landscape) -> str:
        reach, least, most = land.spread
        text = self.tr(
            "The plane holds {held} of the path's movement (squared); the rest is not in the picture. In "
            "{others} other random directions, at distance {reach}: loss {least} to {most}."
        )
        return text.format(
            held=percent(land.held, 1 if land.held >= 0.001 else 4),
            others=len(land.others),
            reach=number(reach, 3),
            least=number(least, 3),
            most=number(most, 3),
        )

    def _limits_text(self, land: Landscape) -> str:
        text = self.tr(
            "A slice shows these losses truly, but only 2 of {parameters} directions. Whether a valley is "
            "narrow, or a hill in the way, depends on the directions: there may be a way around it that is "
            "not in the picture."
        )
        return text.format(parameters=count(land.plane.p.size))

    def _names(self) -> tuple[str, str, str]:
        """The title of the surface, and what u and v are."""
        titles = {
            "path": self.tr("Loss on the plane of the path"),
            "random": self.tr("Loss on a random plane"),
            "other": self.tr("Loss between two runs"),
        }
        a_names = {
            "path": self.tr("a: along the path's main direction"),
            "random": self.tr("a: a random direction"),
            "other": self.tr("a: 0 this run, 1 the other"),
        }
        b_names = {
            "path": self.tr("b: its second"),
            "random": self.tr("b: another"),
            "other": self.tr("b: to the start"),
        }
        return titles[self._directions], a_names[self._directions], b_names[self._directions]

    # Painting

    def _foot(self) -> int:
        """The height of what is told. It stays the same during a drag: only what does not follow it wraps."""
        return sum(self._heights()) + 8

    def _heights(self) -> tuple[int, ...]:
        wide = max(self.width() - LEFT - RIGHT, 100)
        texts = self._texts()[MOVING:]
        if (wide, texts) != self._measured:
            self._measured = wide, texts
            metrics, room = QFontMetrics(font(SMALL)), QRect(0, 0, wide, 10_000)
            boxes = (metrics.boundingRect(room, _WRAPPED, text) for text in texts)
            lines = (max(round(box.height() / metrics.lineSpacing()), 1) for box in boxes)
            self._found_heights = (*(LINE,) * MOVING, *(each * LINE for each in lines))
        return self._found_heights

    def paint(self, painter: QPainter) -> None:
        land = self._landscape
        if land is None:
            painter.setPen(self._theme.color("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Nothing is computed yet."))
            return
        planes = self.planes()
        self._paint_surface(painter, planes.surface, land)
        self._paint_losses(painter, planes.losses, land)
        self._paint_lines(painter, planes.lines, land)
        self._paint_pointer(painter, planes.surface, land)
        self._paint_foot(painter)

    def _paint_foot(self, painter: QPainter) -> None:
        top, wide = float(self.height() - self._foot() + 6), self.width() - LEFT - RIGHT
        for place, (text, height) in enumerate(zip(self._texts(), self._heights(), strict=True)):
            moves = place < MOVING
            painter.setPen(self._theme.color("text" if moves else "muted"))
            if moves:
                text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, wide)
            box = QRectF(LEFT, top, wide, height)
            painter.drawText(box, _WRAPPED, text)
            if moves:  # its sign once more, in the colour that it has in the picture
                painter.setPen(self._theme.color(MARKS[place]))
                painter.drawText(box, _WRAPPED, text[:1])
            top += height

    def _paint_surface(self, painter: QPainter, plane: Plane, land: Landscape) -> None:
        theme = self._theme
        size = plane.place.size().toSize()
        if self._pixmap is None or self._pixmap.deviceIndependentSize().toSize() != size:
            self._pixmap = self._ground(painter, plane, land)
        painter.drawPixmap(plane.place.topLeft(), self._pixmap)
        title, a_name, b_name = self._names()
        b_name = self._fitting(painter, plane, f"{title}  {b_name}", b_name, "b")
        plane.paint_ground(painter, theme, title, a_name, b_name, grid=False)
        paint_scale(painter, theme, land.surface, plane.place, self.tr("loss"))
        colors = (theme.color("text"), theme.color("green"))
        dashes: tuple[Dash, Dash] = ("solid", "dash-dot")
        words: list[QRectF] = []
        for way, color, dash in reversed(list(zip(land.ways, colors, dashes, strict=False))):
            plane.paint_line(painter, way[:, 0], way[:, 1], color, dash)
            plane.paint_dots(painter, way[:, 0], way[:, 1], color)
            self._paint_word(painter, plane, way[0], self.tr("start"), words, above=True)
            self._paint_end(painter, plane, way[-1], color, 5.0)
        if len(land.ways) == 2:
            self._paint_word(painter, plane, land.ways[1][-1], self.tr("other run"), words, above=False)
        self._paint_word(painter, plane, land.ways[0][-1], self.tr("trained"), words, above=False)
        at = min(self._at, len(land.ways[0]) - 1)
        self._paint_end(painter, plane, land.ways[0][at], theme.color("blue"), 6.0)
        self._paint_mark(painter, plane)

    def _ground(self, painter: QPainter, plane: Plane, land: Landscape) -> QPixmap:
        device = painter.device()
        ratio = device.devicePixelRatio() if device is not None else 1.0
        pixmap = QPixmap((plane.place.size() * ratio).toSize())
        pixmap.setDevicePixelRatio(ratio)
        inner = QPainter(pixmap)
        paint_bands(inner, land.surface, self._theme, QRectF(QPointF(), plane.place.size()), ratio)
        inner.end()
        return pixmap

    def _paint_end(self, painter: QPainter, plane: Plane, at: Points, color: QColor, size: float) -> None:
        plane.paint_dot(painter, self._theme, float(at[0]), float(at[1]), color, size)

    def _paint_mark(self, painter: QPainter, plane: Plane) -> None:
        """A diamond, so that it is told from the dots of the path without its colour."""
        point = plane.point(*self._mark)
        if point is None or not plane.place.adjusted(-1, -1, 1, 1).contains(point):
            return
        painter.setPen(QPen(self._theme.color("surface"), 1.5))
        painter.setBrush(self._theme.color("orange"))
        size = 7.5
        painter.drawPolygon(
            [
                point + QPointF(0, -size),
                point + QPointF(size, 0),
                point + QPointF(0, size),
                point + QPointF(-size, 0),
            ]
        )

    @staticmethod
    def _fitting(painter: QPainter, plane: Plane, whole: str, name: str, short: str) -> str:
        """The name, or a short one where the whole line is wider than the plot."""
        fits = painter.fontMetrics().horizontalAdvance(whole) * 1.15 <= plane.place.width()
        return name if fits else short

    def _paint_word(
        self, painter: QPainter, plane: Plane, at: Points, text: str, words: list[QRectF], *, above: bool
    ) -> None:
        """A word beside a point of a path, on the side where there is room and clear of the other words."""
        point = plane.point(float(at[0]), float(at[1]))
        if point is None or not plane.place.contains(point):
            return
        width = painter.fontMetrics().horizontalAdvance(text) + 8
        fits = point.x() + 10 + width <= plane.place.right()
        box = QRectF(point.x() + 10 if fits else point.x() - 10 - width, 0, width, 16)
        top = point.y() - 22 if above else point.y() + 6
        box.moveTop(min(max(top, plane.place.top() + 2), plane.place.bottom() - 18))
        near = box.adjusted(-WORDS_APART, 0, WORDS_APART, 0)
        if any(near.intersects(other) for other in words):  # beside one another they would be one phrase
            box.moveTop(box.top() + (-LINE if above else LINE))
        words.append(box)
        painter.fillRect(box, self._theme.color("surface", 0.8))
        painter.setPen(self._theme.color("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_losses(self, painter: QPainter, plane: Plane, land: Landscape) -> None:
        theme, run = self._theme, land.runs[0]
        plane.paint_ground(painter, theme, self.tr("On the way"), self.tr("updates"), self.tr("loss"))
        plane.paint_line(painter, run.updates, land.shadow, theme.color("muted"), "dash")
        plane.paint_line(painter, run.updates, run.losses, theme.color("blue"))
        at = min(self._at, len(run.updates) - 1)
        update = float(run.updates[at])
        plane.paint_upright(painter, update, theme.color("text"), "dot")
        plane.paint_dot(painter, theme, update, float(land.shadow[at]), theme.color("muted"), 4.0)
        plane.paint_dot(painter, theme, update, float(run.losses[at]), theme.color("blue"), 5.0)
        self._paint_legend(
            painter,
            plane,
            (
                ("blue", "solid", self.tr("the network")),
                ("muted", "dash", self.tr("its shadow")),
            ),
        )

    def _paint_lines(self, painter: QPainter, plane: Plane, land: Landscape) -> None:
        theme = self._theme
        x_name = self.tr("distance, in lengths of u (1 = {u}; the network: {p})").format(
            u=number(float(np.linalg.norm(land.plane.u)), 3), p=number(float(np.linalg.norm(land.plane.p)), 3)
        )
        x_name = self._fitting(painter, plane, x_name, x_name, self.tr("distance, in u"))
        title = self.tr("Cross-sections")
        plane.paint_ground(painter, theme, title, x_name, self.tr("loss"))
        for other in land.others:
            plane.paint_line(painter, land.distances, other, theme.color("muted", 0.5), "dot")
        for line, (hue, dash) in zip(land.lines, _LINES, strict=True):
            plane.paint_line(painter, land.distances, line, theme.color(hue), dash)
        names = (self.tr("along a"), self.tr("along b"), self.tr("random, {n}").format(n=len(land.others)))
        looks: tuple[tuple[str, Dash], ...] = (*_LINES, ("muted", "dot"))
        rows = tuple((hue, dash, name) for (hue, dash), name in zip(looks, names, strict=True))
        self._paint_legend(painter, plane, rows)

    def _paint_legend(self, painter: QPainter, plane: Plane, rows: tuple[tuple[str, Dash, str], ...]) -> None:
        """What each line is, in the middle at the top, where these curves are low."""
        width = max(painter.fontMetrics().horizontalAdvance(text) for _, _, text in rows) + SAMPLE + 16
        box = QRectF(plane.place.center().x() - width / 2, plane.place.top() + 4, width, len(rows) * LINE)
        painter.fillRect(box, self._theme.color("surface", 0.8))
        for row, (hue, dash, text) in enumerate(rows):
            y = box.top() + row * LINE
            paint_sample(painter, QPointF(box.left() + 4, y + LINE / 2), self._theme.color(hue), dash)
            painter.setPen(self._theme.color("muted"))
            painter.drawText(QPointF(box.left() + 12 + SAMPLE, y + 13), text)

    def _paint_pointer(self, painter: QPainter, plane: Plane, land: Landscape) -> None:
        """Loss and accuracy under the pointer, in the corner."""
        if self.pointer is None or not plane.place.contains(self.pointer):
            return
        a, b = plane.at(self.pointer)
        loss, accuracy = land.samples.at(a, b)
        text = self.tr("loss {loss}, {accuracy} right").format(
            loss=number(loss, 3), accuracy=percent(accuracy, 1)
        )
        width = painter.fontMetrics().horizontalAdvance(text) + 12
        box = QRectF(plane.place.right() - width - 6, plane.place.bottom() - 26, width, 20)
        painter.fillRect(box, self._theme.color("surface", 0.9))
        painter.setPen(self._theme.color("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _finite(values: Points) -> float:
    """The largest of those that are numbers."""
    known = values[np.isfinite(values)]
    return float(known.max()) if known.size else 0.0


_LINES: tuple[tuple[str, Dash], tuple[str, Dash]] = (("blue", "solid"), ("orange", "dash"))
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
