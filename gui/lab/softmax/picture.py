"""The picture of softmax: its scores, what temperature makes of them, where exp ends, and both ways."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from core.experiments.softmax import COLDEST, HOTTEST, Way, largest, over_temperature, overflow, powers
from gui.lab.axes import paint_log_x
from gui.lab.cells import Cell, columns_of, paint_cells
from gui.lab.drag_view import FoundView
from gui.lab.plane import LINE, SAMPLE, Plane, paint_sample
from gui.lab.sentences import paint_sentences
from gui.language.numbers import number
from gui.look.fonts import BODY, SMALL, font
from gui.look.theme import Theme
from gui.widgets.plot.style import Dash

SCORES = ("s1", "s2", "s3")
DASHES: tuple[Dash, Dash, Dash] = ("dot", "dash", "solid")
FARTHEST_SCORE, FARTHEST_SHIFT = 20.0, 2_000.0
TEMPERATURES = math.log10(COLDEST), math.log10(HOTTEST)

WIDE_SCORES = 190  # pixels in which the scores have room beneath their columns
ROW = 21  # pixels of a line of the table
TABLE_LINES = 6
WIDE = 720  # pixels in which each sentence has room in one line
SCORE_SHARE, TEMPERATURE_SHARE = 0.28, 0.35  # of the width; the rest is of the shift
COLUMNS = (1.8, 0.9, 1.5, 1.5, 0.2, 0.9, 1.4, 1.5)
NAME = 64  # pixels of a score with its value, beside a sample of its line
BEYOND = 1.3  # times the power of ten at which exp ends: so far is seen
_PER_TEN = math.log10(math.e)
_BAR = 0.3  # half the width of a column of scores


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What is shown: the settings, and both ways through softmax."""

    scores: tuple[float, ...]
    shift: float
    temperature: float
    precision: str
    naive: Way
    stable: Way


class Planes(NamedTuple):
    scores: Plane
    temperature: Plane
    shift: Plane


class SoftmaxPicture(FoundView[Found]):
    """Scores, `temperature` and `shift` are dragged, each in a plot of its own. `chosen` is the score that
    the arrows move."""

    def __init__(self, theme: Theme) -> None:
        self.chosen = 0
        super().__init__(theme)

    def choose(self, place: int) -> None:
        """Have the arrows move another score; beyond an end it is the one there."""
        self.chosen = min(max(place, 0), len(SCORES) - 1)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 460)

    @property
    def _foot(self) -> int:
        """The height of the sentences. It does not depend on them, so that nothing jumps in a drag."""
        return 3 * (LINE if self.width() >= WIDE else 2 * LINE - 2) + 4

    @property
    def _table(self) -> QRectF:
        height = TABLE_LINES * ROW
        return QRectF(8, self.height() - self._foot - height - 4, self.width() - 16, height)

    def planes(self) -> Planes:
        """Where the three plots stand, and what each shows."""
        found = self._found
        assert found is not None
        height = self._table.top() - 4
        first, second = SCORE_SHARE * self.width(), (SCORE_SHARE + TEMPERATURE_SHARE) * self.width()
        low, high = powers(found.precision)
        reach = 1.5 * overflow(found.precision) * found.temperature
        if not abs(found.shift) <= reach <= FARTHEST_SHIFT:
            reach = FARTHEST_SHIFT
        return Planes(
            Plane.within(
                QRectF(0, 0, first, height), (0.4, len(SCORES) + 0.6), (-FARTHEST_SCORE, FARTHEST_SCORE)
            ),
            Plane.within(QRectF(first, 0, second - first, height), TEMPERATURES, (0.0, 1.2)),
            Plane.within(
                QRectF(second, 0, self.width() - second, height),
                (-reach, reach),
                (BEYOND * low, BEYOND * high),
            ),
        )

    def taken_at(self, point: QPointF) -> str:
        if self._found is None:
            return ""
        planes = self.planes()
        if planes.scores.place.contains(point):
            place = round(planes.scores.at(point)[0]) - 1
            return SCORES[min(max(place, 0), len(SCORES) - 1)]
        if planes.temperature.place.contains(point):
            return "temperature"
        return "shift" if planes.shift.place.contains(point) else ""

    def description(self) -> str:
        return " ".join(text for text, _ in self._sentences())

    # Painting

    def paint(self, painter: QPainter) -> None:
        if self._found is None:
            return
        planes = self.planes()
        self._paint_scores(painter, planes.scores, self._found)
        self._paint_temperature(painter, planes.temperature, self._found)
        self._paint_shift(painter, planes.shift, self._found)
        self._paint_table(painter, self._table, self._found)
        foot = QRectF(12, self.height() - self._foot + 2, self.width() - 24, self._foot - 4)
        paint_sentences(painter, self._theme, foot, self._sentences())

    def _paint_scores(self, painter: QPainter, plane: Plane, found: Found) -> None:
        theme = self._theme
        plane.paint_ground(painter, theme, self.tr("Scores"), "", "s", numbered=False)
        plane.paint_line(painter, plane.x, (0.0, 0.0), theme.color("muted"))
        for place, score in enumerate(found.scores):
            left, foot = plane.point(place + 1 - _BAR, 0.0), plane.point(place + 1, 0.0)
            end = plane.point(place + 1 + _BAR, score)
            assert left is not None
            assert foot is not None
            assert end is not None
            painter.fillRect(QRectF(left, end).normalized(), theme.color("blue", 0.3))
            if place == self.chosen:
                painter.setPen(QPen(theme.color("blue"), 1.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(QPointF(foot.x(), end.y()), 10.0, 10.0)
            plane.paint_dot(painter, theme, place + 1, score, theme.color("blue"), 6.0)
            painter.setPen(theme.color("text"))
            below = QRectF(foot.x() - 40, plane.place.bottom() + 3, 80, 18)
            name = f"s{_SUBSCRIPTS[place]}"
            is_wide = plane.place.width() >= WIDE_SCORES
            painter.drawText(below, _CENTER, f"{name} = {number(score)}" if is_wide else name)

    def _paint_temperature(self, painter: QPainter, plane: Plane, found: Found) -> None:
        theme = self._theme
        title, name = self.tr("Probabilities"), self.tr("temperature T")
        plane.paint_ground(painter, theme, title, name, "y", numbered=False)
        paint_log_x(painter, theme, plane.place, plane.x)
        powers_of_ten, curves = _curves(found.scores)
        power = math.log10(found.temperature)
        plane.paint_upright(painter, power, theme.color("text"), "dot", above=LINE + 4)
        for curve, probability, dash in zip(curves.T, found.stable.outputs.tolist(), DASHES, strict=True):
            plane.paint_line(painter, powers_of_ten, curve, theme.color("blue"), dash)
            plane.paint_dot(painter, theme, power, probability, theme.color("blue"))
        painter.setPen(theme.color("muted"))
        top = QRectF(plane.place.left() + 6, plane.place.top() + 2, plane.place.width() - 12, LINE)
        colder, hotter = self.tr("← surer"), self.tr("more equal →")
        if painter.fontMetrics().horizontalAdvance(colder + hotter) < top.width():
            painter.drawText(top, Qt.AlignmentFlag.AlignLeft, colder)
            painter.drawText(top, Qt.AlignmentFlag.AlignRight, hotter)

    def _paint_shift(self, painter: QPainter, plane: Plane, found: Found) -> None:
        """exp z is a straight line in powers of ten. Beyond the ends of the float type there is no number."""
        theme, place = self._theme, plane.place
        low, high = powers(found.precision)
        for edge, end in ((high, place.top()), (low, place.bottom())):
            at = plane.point(0.0, edge)
            assert at is not None
            zone = QRectF(QPointF(place.left(), at.y()), QPointF(place.right(), end)).normalized()
            painter.fillRect(zone, theme.color("orange", 0.18))
        plane.paint_ground(
            painter,
            theme,
            self.tr("Where exp z ends"),
            self.tr("c, added to all scores"),
            "10ⁿ",
        )
        words = LINE + 4.0
        plane.paint_upright(painter, found.shift, theme.color("text"), "dot", above=words, below=words)
        for score, dash in zip(found.scores, DASHES, strict=True):
            ends = [edge * found.temperature / _PER_TEN - score for edge in (low, high)]
            shifts = np.clip(ends, *plane.x)
            heights = (score + shifts) / found.temperature * _PER_TEN
            plane.paint_line(painter, shifts, heights, theme.color("blue"), dash)
        for operand in found.naive.operands.tolist():
            height = operand * _PER_TEN
            is_number = low <= height <= high
            shown = min(max(height, 0.5 * (low + plane.y[0])), 0.5 * (high + plane.y[1]))
            plane.paint_dot(
                painter, theme, found.shift, shown, theme.color("blue" if is_number else "orange")
            )
        painter.setPen(theme.color("text"))
        inside = place.adjusted(6, 2, -6, -2)
        above = self.tr("inf, above {precision}").format(precision=found.precision)
        painter.drawText(inside, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, above)
        below = self.tr("0, below {precision}").format(precision=found.precision)
        painter.drawText(inside, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, below)

    def _paint_table(self, painter: QPainter, place: QRectF, found: Found) -> None:
        theme = self._theme
        columns = columns_of(place, COLUMNS)
        painter.setFont(font(BODY, bold=True))
        painter.setPen(theme.color("text"))
        for first, last, title in (
            (1, 3, self.tr("Naive: as the formula reads")),
            (5, 7, self.tr("Stable: the largest is subtracted")),
        ):
            room = QRectF(columns[first][0], place.top(), columns[last][1] - columns[first][0] - 8, ROW)
            shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, _RIGHT, shown)
        painter.setFont(font(SMALL))
        names = ("", "z", "exp z", "y", "", "z − m", "exp(z − m)", "y")
        rows = [[Cell(name, "muted") for name in names]]
        for i, score in enumerate(found.scores):
            name = Cell(f"s{_SUBSCRIPTS[i]} = {number(score)}")
            rows.append([name, *_cells(found.naive, i), Cell(""), *_cells(found.stable, i)])
        rows.append([Cell("Σ", "muted"), *_sums(found.naive), Cell(""), *_sums(found.stable)])
        paint_cells(painter, theme, place.adjusted(0, ROW, 0, 0), ROW, COLUMNS, rows)
        for i, dash in enumerate(DASHES):
            y = place.top() + (i + 2.5) * ROW
            if columns[0][1] - columns[0][0] > SAMPLE + NAME:
                paint_sample(painter, QPointF(columns[0][0] + 4, y), theme.color("blue"), dash)

    # Sentences

    def _sentences(self) -> tuple[tuple[str, str], ...]:
        """What happened, why the other way is right, and what is largest: each with its colour."""
        found = self._found
        if found is None:
            return ()
        problem = found.naive.problem
        stable = self.tr(
            "Stable: m = {m} is subtracted from each z, which divides top and bottom by exp(m). y stays the "
            "same, and no exp is above 1."
        )
        return (
            (self._problem(problem), "orange" if problem not in ("", "digits") else "text"),
            (stable.format(m=number(float(found.naive.operands.max()), 6)), "text"),
            (self._largest(found), "text"),
        )

    def _problem(self, problem: str) -> str:
        found = self._found
        assert found is not None
        most = number(float(np.finfo(found.precision).max), 2)
        texts = {
            "": self.tr("Naive: every exp is a number here, and both ways agree."),
            "digits": self.tr("Naive: an exp is too small for {precision} and became 0; its y is 0 as well."),
            "sum": self.tr(
                "Naive: each exp is a number, but their sum is beyond {most}, the largest {precision}: "
                "Σ = inf, and all y are 0."
            ),
            "some": self.tr(
                "Naive: exp is inf beyond {most}, the largest {precision}. inf ÷ inf is NaN, and what is "
                "finite ÷ inf is 0."
            ),
            "all": self.tr(
                "Naive: every exp is beyond {most}, the largest {precision}: inf ÷ inf is NaN, everywhere."
            ),
            "none": self.tr("Naive: every exp is too small for {precision} and became 0: 0 ÷ 0 is NaN."),
        }
        return texts[problem].format(most=most, precision=found.precision)

    def _largest(self, found: Found) -> str:
        names = ", ".join(f"s{_SUBSCRIPTS[i]}" for i in largest(found.scores))
        text = self.tr(
            "{names} is the largest score, and so is its y, for every T and c: exp rises with z. To predict, "
            "softmax may be left out; the loss needs it."
        )
        if len(largest(found.scores)) > 1:
            text = self.tr(
                "{names} are equally large, and so are their y, for every T and c: exp rises with z. To "
                "predict, softmax may be left out; the loss needs it."
            )
        return text.format(names=names)


@lru_cache(maxsize=8)
def _curves(scores: tuple[float, ...]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Powers of ten of temperatures with the probabilities there: kept, for T and c do not change them."""
    at = np.linspace(*TEMPERATURES, 121)
    return at, over_temperature(scores, 10.0**at)


def _cells(way: Way, i: int) -> list[Cell]:
    """Operand, exponential and output of one score."""
    exponential, output = float(way.exponentials[i]), float(way.outputs[i])
    share = output if math.isfinite(output) else 0.0
    return [
        Cell(number(float(way.operands[i]), 5)),
        Cell(number(exponential, 4), marked=math.isinf(exponential) or exponential == 0.0),
        Cell(number(output, 6), bar=share, marked=math.isnan(output)),
    ]


def _sums(way: Way) -> list[Cell]:
    total, outputs = float(way.total), float(way.outputs.sum())
    is_right = math.isfinite(outputs) and abs(outputs - 1.0) < 1e-3
    return [
        Cell(""),
        Cell(number(total, 4), marked=math.isinf(total) or total == 0.0),
        Cell(number(outputs, 4), marked=not is_right),
    ]


_SUBSCRIPTS = "₁₂₃"
_CENTER = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
