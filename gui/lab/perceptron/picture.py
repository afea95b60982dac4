"""The picture of perceptrons: lines in the plane of inputs, what comes behind them, and the truth table."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter

from core.experiments.gates import GATES, INPUTS, Perceptron, Point, TwoLayers, outputs
from gui.lab.cells import Cell, paint_cells
from gui.lab.drag_view import FoundView
from gui.lab.perceptron.plane import (
    MIDDLE,
    even_plane,
    paint_input,
    paint_parts,
    paint_perceptron_line,
    tip,
    unit_pixels,
)
from gui.lab.plane import LINE, Plane
from gui.lab.sentences import paint_sentences
from gui.language.numbers import number
from gui.look.theme import Theme
from gui.widgets.plot.style import Dash

ALONE, FIRST, SECOND, LAST = "w", "u", "v", "o"
"""The perceptrons by the letter of their weights: one alone, two of a hidden layer, the one behind them."""
DASHES: Mapping[str, Dash] = {ALONE: "solid", FIRST: "dash", SECOND: "dash-dot", LAST: "solid"}

LEFT_SHARE = 0.54
ROW = 21  # pixels of a line of the table
NEAR = 12.0  # pixels within which a press takes something
WIDE = 780  # pixels in which each sentence has room in one line
SENTENCES = 3


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The gate that is wanted, the perceptrons by their letters, and which of them the arrows move."""

    gate: str
    units: Mapping[str, Perceptron]
    current: str

    @property
    def network(self) -> Perceptron | TwoLayers:
        if ALONE in self.units:
            return self.units[ALONE]
        return TwoLayers(self.units[FIRST], self.units[SECOND], self.units[LAST])

    @property
    def right(self) -> list[bool]:
        """Whether the output is what the gate gives, for each of the inputs."""
        pairs = zip(outputs(self.network), GATES[self.gate], strict=True)
        return [output == wanted for output, wanted in pairs]


class Planes(NamedTuple):
    """`behind` is the step over the sum, or for two layers the plane of the hidden layer's outputs."""

    inputs: Plane
    behind: Plane


class PerceptronPicture(FoundView[Found]):
    """`move:` and a letter is dragged to have that perceptron's line go through a place, `turn:` and a letter
    to have its arrow end there."""

    def __init__(self, theme: Theme) -> None:
        self._feet: dict[str, Point] = {}
        super().__init__(theme)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 380)

    @property
    def _foot_height(self) -> int:
        return (SENTENCES if self.width() >= WIDE else 2 * SENTENCES) * LINE + 4

    def planes(self) -> Planes:
        """Where both plots stand, and what each shows."""
        found = self._found
        assert found is not None
        left, height = LEFT_SHARE * self.width(), self.height() - self._foot_height
        inputs = Plane.within(QRectF(0, 0, left, height), (0.0, 1.0), (0.0, 1.0))
        right = QRectF(left, 0, self.width() - left, height - self._table_height)
        network = found.network
        if isinstance(network, TwoLayers):
            behind = even_plane(Plane.within(right, (0.0, 1.0), (0.0, 1.0)).place)
        else:
            reach = 1.3 * max(*(abs(network.total(x)) for x in INPUTS), 0.1)
            behind = Plane.within(right, (-reach, reach), (-0.45, 1.45))
        return Planes(even_plane(inputs.place), behind)

    @property
    def _table_height(self) -> int:
        return (len(INPUTS) + 1) * ROW + 6

    def plane_of(self, letter: str) -> Plane:
        """The plane in which this perceptron has its line."""
        return self.planes().behind if letter == LAST else self.planes().inputs

    def foot_of(self, letter: str) -> Point:
        """Where the arrow of its weights begins: on the line, next to the middle. While it is turned, it
        stays where it was."""
        assert self._found is not None
        if self._taken == f"turn:{letter}":
            return self._feet[letter]
        return self._found.units[letter].nearest(MIDDLE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._found is not None:
            self._feet = {letter: self.foot_of(letter) for letter in self._found.units}
        super().mousePressEvent(event)

    def taken_at(self, point: QPointF) -> str:
        if self._found is None:
            return ""
        near: list[tuple[float, str]] = []
        for letter, each in self._found.units.items():
            plane = self.plane_of(letter)
            if not plane.place.contains(point):
                continue
            end = plane.point(*tip(each, self.foot_of(letter)))
            if end is not None and math.hypot(end.x() - point.x(), end.y() - point.y()) <= NEAR:
                return f"turn:{letter}"
            near.append((each.distance(plane.at(point)) * unit_pixels(plane), letter))
        distance, letter = min(near, default=(math.inf, ""))
        return f"move:{letter}" if distance <= NEAR else ""

    def description(self) -> str:
        return " ".join(text for text, _ in self._sentences()[1:])

    # Painting

    def paint(self, painter: QPainter) -> None:
        found = self._found
        if found is None:
            return
        planes = self.planes()
        network = found.network
        letters = [letter for letter in found.units if letter != LAST]
        title = self.tr("The plane of inputs")
        self._paint_plane(painter, planes.inputs, network, letters, title, ("x₁", "x₂"))
        for x, wanted, is_right in zip(INPUTS, GATES[found.gate], found.right, strict=True):
            paint_input(painter, self._theme, planes.inputs, x, wanted == 1, is_right=is_right)
        if isinstance(network, TwoLayers):
            self._paint_hidden(painter, planes.behind, network, found)
        else:
            self._paint_step(painter, planes.behind, network)
        self._paint_table(painter, planes.behind, found)
        height = self._foot_height
        foot = QRectF(12, self.height() - height + 2, self.width() - 24, height - 4)
        paint_sentences(painter, self._theme, foot, self._sentences())

    def _paint_plane(
        self,
        painter: QPainter,
        plane: Plane,
        network: Perceptron | TwoLayers,
        letters: list[str],
        title: str,
        names: tuple[str, str],
    ) -> None:
        """The ground, where the output is 1, and the lines of these perceptrons."""
        assert self._found is not None
        paint_parts(painter, self._theme, plane, network)
        plane.paint_ground(painter, self._theme, title, *names)
        painter.save()
        painter.setClipRect(plane.place)
        for letter in letters:
            paint_perceptron_line(
                painter,
                self._theme,
                plane,
                self._found.units[letter],
                self.foot_of(letter),
                _NAMES[letter],
                DASHES[letter],
            )
        painter.restore()

    def _paint_hidden(self, painter: QPainter, plane: Plane, network: TwoLayers, found: Found) -> None:
        """The outputs of the hidden layer, with the inputs that come to each."""
        title = self.tr("Behind the hidden layer")
        self._paint_plane(painter, plane, network.last, [LAST], title, ("s₁", "s₂"))
        places: dict[Point, list[int]] = {}
        for i, x in enumerate(INPUTS):
            places.setdefault(network.hidden(x), []).append(i)
        for place, inputs in places.items():
            wanted = {GATES[found.gate][i] for i in inputs}
            is_right = all(found.right[i] for i in inputs)
            paint_input(painter, self._theme, plane, place, wanted == {1}, is_right=is_right)
            at = plane.point(*place)
            assert at is not None
            painter.setPen(self._theme.color("text"))
            painter.drawText(
                QRectF(at.x() - 90, at.y() + (-LINE - 9 if place[1] else 9), 180, LINE),
                Qt.AlignmentFlag.AlignCenter,
                _named(inputs),
            )

    def _paint_step(self, painter: QPainter, plane: Plane, network: Perceptron) -> None:
        """The step, and where on it each input stands."""
        theme = self._theme
        title = self.tr("The step over the sum")
        plane.paint_ground(painter, theme, title, self.tr("sum w₁·x₁ + w₂·x₂ + b"), "y")
        plane.paint_upright(painter, 0.0, theme.color("muted"), "dot")
        plane.paint_line(painter, [plane.x[0], 0.0], [0.0, 0.0], theme.color("blue"))
        plane.paint_line(painter, [0.0, plane.x[1]], [1.0, 1.0], theme.color("blue"))
        places: dict[float, list[int]] = {}
        for i, x in enumerate(INPUTS):
            places.setdefault(network.total(x), []).append(i)
        for row, (total, inputs) in enumerate(sorted(places.items())):
            y = network.output(INPUTS[inputs[0]])
            plane.paint_dot(painter, theme, total, y, theme.color("blue"), 6.0)
            at = plane.point(total, y)
            assert at is not None
            # Neighbours stand one above the other, so that no text runs into another one.
            above = -LINE - 6.0 if row % 2 else 7.0
            name = _named(inputs)
            width = painter.fontMetrics().horizontalAdvance(name) + 8.0
            left, middle = at.x() - width / 2, plane.place.center().x()
            # On its side of the step, which is in the middle.
            left = min(left, middle - width) if total < 0.0 else max(left, middle) if total > 0.0 else left
            painter.setPen(theme.color("text"))
            room = QRectF(left, at.y() + above, width, LINE)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, name)

    def _paint_table(self, painter: QPainter, plane: Plane, found: Found) -> None:
        network = found.network
        middle = ["s₁", "s₂"] if isinstance(network, TwoLayers) else [self.tr("sum")]
        names = ["x₁", "x₂", *middle, "y", self.tr("target"), ""]
        rows = [[Cell(name, "muted") for name in names]]
        for x, wanted, is_right in zip(INPUTS, GATES[found.gate], found.right, strict=True):
            between = network.hidden(x) if isinstance(network, TwoLayers) else (network.total(x),)
            numbers = [*x, *between]
            sign = Cell("✓", "green") if is_right else Cell("✗", "vermilion")
            rows.append(
                [
                    *(Cell(number(float(value))) for value in numbers),
                    Cell(str(network.output(x)), marked=not is_right),
                    Cell(str(wanted)),
                    sign,
                ]
            )
        left = plane.place.left()
        top = self.height() - self._foot_height - self._table_height
        place = QRectF(left, top, self.width() - left - 12, self._table_height)
        shares = [0.9, 0.9, *([2.2 / len(middle)] * len(middle)), 0.9, 1.8, 0.9]
        paint_cells(painter, self._theme, place, ROW, shares, rows)

    # Sentences

    def _sentences(self) -> tuple[tuple[str, str], ...]:
        """How to read it, how much of it is right, and why: each with its colour."""
        found = self._found
        if found is None:
            return ()
        legend = self.tr(
            "Blue: the output is 1. ▲ 1 is wanted, ○ 0 is wanted, × the output is not what is wanted."
        )
        count, name = sum(found.right), found.gate.upper()
        told = self.tr("{count} of 4 inputs give what {gate} gives.").format(count=count, gate=name)
        if any(each.distance(MIDDLE) > 2.0 for each in found.units.values()):
            told += " " + self.tr(
                "A line is outside of what is seen: there its output is the same everywhere."
            )
        return (
            (legend, "muted"),
            (told, "green" if count == len(INPUTS) else "text"),
            (self._reason(found), "text"),
        )

    def _reason(self, found: Found) -> str:
        if ALONE not in found.units:
            return self.tr(
                "A hidden layer moves the inputs to (s₁, s₂), where two of them may meet; there one line can "
                "be enough, as in XOR = AND(NAND, OR)."
            )
        if found.gate == "xor":
            return self.tr(
                "One line is never enough for XOR: it wants b ≤ 0, w₁ + b > 0 and w₂ + b > 0. So "
                "w₁ + w₂ + b > −b ≥ 0, but for (1, 1) it wants w₁ + w₂ + b ≤ 0."
            )
        return self.tr(
            "A perceptron divides the plane by one straight line, where its sum is 0. Its weights point to "
            "the side where y is 1; b moves the line."
        )


def _named(inputs: list[int]) -> str:
    """(1, 0), (0, 1)"""
    return ", ".join(f"({INPUTS[i][0]}, {INPUTS[i][1]})" for i in inputs)


_NAMES: Mapping[str, str] = {ALONE: "", FIRST: "s₁", SECOND: "s₂", LAST: "y"}
