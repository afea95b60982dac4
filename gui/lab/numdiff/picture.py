"""The picture of numerical differentiation: the curve with its tangent, the place magnified, and the errors.

Under the glass the distance h is always one unit wide, so that secants and tangent can be told apart however
small h is, and for a very small one it is seen that the values of f come in steps.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from core.experiments.curve import Curve
from core.experiments.differences import LEAST_POWER, METHODS, MOST_POWER, STEPS
from gui.lab.drag_view import FoundView
from gui.lab.numdiff.functions import REACH, Found
from gui.lab.plane import LINE, SAMPLE, Plane, Span, paint_sample
from gui.language.numbers import number
from gui.widgets.plot.style import Dash

FOOT = 4 * LINE + 4
LEFT_SHARE = 0.55
LOWEST = -17  # the power of ten at which an error of 0 is painted
DIGITS = 16
WORDY = 400  # pixels of a plot whose title has room beside a long name of its axis
LEGEND = 4 * LINE + 8  # pixels at the foot of the errors for what their lines are


class Planes(NamedTuple):
    curve: Plane
    near: Plane
    errors: Plane


class DifferencesPicture(FoundView[Found]):
    """`x` is dragged in the plot of the curve, and `h` in that of the errors."""

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 340)

    def planes(self) -> Planes:
        """Where the three plots stand, and what each shows."""
        found = self._found
        assert found is not None
        width, height = LEFT_SHARE * self.width(), self.height() - FOOT
        half = height / 2
        errors = Plane.within(
            QRectF(width + 8, 0, self.width() - width - 8, height),
            (LEAST_POWER, MOST_POWER),
            self._powers(found),
            log=True,
        )
        low, high = errors.y
        beneath = (high - low) * LEGEND / max(errors.place.height() - LEGEND, LEGEND)
        return Planes(
            Plane.within(
                QRectF(0, 0, width, half), _span_of(found.curve), (found.curve.low, found.curve.high)
            ),
            Plane.within(QRectF(0, half, width, half), (-REACH, REACH), self._near_span(found)),
            replace(errors, y=(max(low - beneath, -300.0), high)),
        )

    @staticmethod
    def _near_span(found: Found) -> Span:
        """As high as the points of the differences and the tangent; a pole beside them is cut."""
        at = found.differences
        heights = [abs(at.exact), abs(at.central), abs(at.forward), abs(2 * at.central - at.forward)]
        highest = 1.1 * REACH * max((height for height in heights if math.isfinite(height)), default=0.0)
        return (-highest, highest) if highest > 0.0 else (found.near.low, found.near.high)

    @staticmethod
    def _powers(found: Found) -> Span:
        known = np.concatenate([each[each > 0.0] for each in found.errors.values()])
        if not len(known):
            return LOWEST, 0.0
        # A line of words stands above the largest.
        return (
            float(max(math.floor(math.log10(known.min())), -300)),
            float(min(math.ceil(math.log10(known.max())) + 3, 300)),
        )

    def taken_at(self, point: QPointF) -> str:
        if self._found is None:
            return ""
        planes = self.planes()
        if planes.errors.place.contains(point):
            return "h"
        return "x" if planes.curve.place.contains(point) else ""

    def description(self) -> str:
        return "; ".join(text for _, _, text in self._lines())

    # Painting

    def paint(self, painter: QPainter) -> None:
        if self._found is None:
            return
        planes = self.planes()
        self._paint_curve(painter, planes.curve, self._found)
        self._paint_near(painter, planes.near, self._found)
        self._paint_errors(painter, planes.errors, self._found)
        left = planes.curve.place.left()
        for place, (dash, color, text) in enumerate(self._lines()):
            y = self.height() - FOOT + 4 + place * LINE
            if dash is not None:
                paint_sample(painter, QPointF(left, y + LINE / 2), self._theme.color(color), dash)
            painter.setPen(self._theme.color("text"))
            room = QRectF(left + SAMPLE + 8, y, self.width() - left - SAMPLE - 8, LINE)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _lines(self) -> list[tuple[Dash | None, str, str]]:
        """What is told under the plots, each with the line that it belongs to."""
        if self._found is None:
            return []
        at = self._found.differences
        x = number(at.x, 6)
        if not (math.isfinite(at.value) and math.isfinite(at.exact)):
            return [(None, "", self.tr("f has no value or no derivative at x = {x}.").format(x=x))]
        exact = self.tr("tangent: f′({x}) = {slope}, by backpropagation")
        if self._found.at_kink:
            exact = self.tr("a kink: there is no f′({x}); backpropagation takes {slope}")
        exact = exact.format(x=x, slope=number(at.exact, DIGITS))
        words = self.method_words()
        return [
            ("solid", "vermilion", exact),
            ("dash", "orange", self._told(words["central"], at.central, at.exact)),
            ("dash-dot", "green", self._told(words["forward"], at.forward, at.exact)),
            (None, "", self._best()),
        ]

    def method_words(self) -> dict[str, str]:
        """What each method is called, in the language in use."""
        return {"central": self.tr("central"), "forward": self.tr("forward")}

    def _best(self) -> str:
        """The steps h with which the errors at the right are least."""
        assert self._found is not None
        best = {}
        for method in METHODS:
            each = self._found.errors[method, "float64"]
            if np.isfinite(each).any():
                best[method] = number(float(STEPS[np.nanargmin(each)]), 2)
        text = self.tr("least error here, in float64: central at h = {central}, forward at h = {forward}")
        return text.format(**best) if len(best) == len(METHODS) else ""

    def _told(self, name: str, slope: float, exact: float) -> str:
        text = self.tr("{name}: {slope}, error {error}")
        return text.format(name=name, slope=number(slope, DIGITS), error=number(abs(slope - exact), 2))

    def _paint_curve(self, painter: QPainter, plane: Plane, found: Found) -> None:
        theme, at = self._theme, found.differences
        y_name = self.tr("f(x)")
        is_wordy = plane.place.width() >= WORDY
        if found.curve.is_cut:
            text = self.tr("f(x), cut: it reaches {least} to {most}") if is_wordy else self.tr("f(x), cut")
            y_name = text.format(least=number(found.curve.least, 2), most=number(found.curve.most, 2))
        elif found.curve.has_gap:
            y_name = self.tr("f(x), a gap")
            if is_wordy:
                y_name = self.tr("f(x), with a gap where it jumps or has no value")
        plane.paint_ground(painter, theme, self.tr("The curve and its tangent"), "x", y_name)
        plane.paint_line(painter, found.curve.x, found.curve.y, theme.color("blue"))
        plane.paint_upright(painter, at.x, theme.color("muted"), "dot")
        if math.isfinite(at.exact):
            plane.paint_straight(painter, at.x, at.value, at.exact, theme.color("vermilion"))
        for x, y in ((at.x - at.h, at.behind), (at.x + at.h, at.ahead)):
            plane.paint_dot(painter, theme, x, y, theme.color("blue"), 3.0)
        plane.paint_dot(painter, theme, at.x, at.value, theme.color("blue"), 6.0)

    def _paint_near(self, painter: QPainter, plane: Plane, found: Found) -> None:
        theme, at = self._theme, found.differences
        title = self.tr("Magnified: h is one unit wide")
        if plane.place.width() < WORDY:
            title = self.tr("Magnified")
        plane.paint_ground(
            painter, theme, title, self.tr("distance from x, in h"), self.tr("change of f, in h")
        )
        plane.paint_line(painter, found.near.x, found.near.y, theme.color("blue"))
        if math.isfinite(at.exact):
            plane.paint_straight(painter, 0.0, 0.0, at.exact, theme.color("vermilion"))
        behind, ahead = (at.behind - at.value) / at.h, (at.ahead - at.value) / at.h
        if math.isfinite(at.central):
            plane.paint_straight(painter, -1.0, behind, at.central, theme.color("orange"), "dash")
        if math.isfinite(at.forward):
            plane.paint_straight(painter, 0.0, 0.0, at.forward, theme.color("green"), "dash-dot")
        for t, y in ((-1.0, behind), (1.0, ahead), (0.0, 0.0)):
            plane.paint_dot(painter, theme, t, y, theme.color("blue"))

    def _paint_errors(self, painter: QPainter, plane: Plane, found: Found) -> None:
        theme = self._theme
        plane.paint_ground(painter, theme, self.tr("Error of the difference"), "h", self.tr("|error|"))
        least = self._powers(found)[0]
        for key, errors in found.errors.items():
            with np.errstate(divide="ignore"):
                powers = np.where(errors == 0.0, least, np.log10(errors))
            plane.paint_line(painter, np.log10(STEPS), powers, *self._look(*key))
        power = math.log10(found.differences.h)
        plane.paint_upright(painter, power, theme.color("text"), "dot", above=LINE + 4)
        at = found.differences
        for slope, color in ((at.central, "orange"), (at.forward, "green")):
            error = abs(slope - at.exact)
            if math.isfinite(error):
                y = math.log10(error) if error > 0.0 else least
                plane.paint_dot(painter, theme, power, max(y, least), theme.color(color))
        self._paint_words(painter, plane)

    def _look(self, method: str, precision: str) -> tuple[QColor, Dash]:
        """float32 is the paler one; what a method is drawn with is the same everywhere."""
        alpha = 1.0 if precision == "float64" else 0.45
        if method == "central":
            return self._theme.color("orange", alpha), "solid" if precision == "float64" else "dash"
        return self._theme.color("green", alpha), "dash-dot" if precision == "float64" else "dot"

    def _paint_words(self, painter: QPainter, plane: Plane) -> None:
        """Why the error grows to either side, and which line is which."""
        place = plane.place
        top = QRectF(place.left() + 6, place.top() + 2, place.width() - 12, LINE)
        for side, text in (
            (Qt.AlignmentFlag.AlignLeft, self.tr("← rounding")),
            (Qt.AlignmentFlag.AlignRight, self.tr("truncation →")),
        ):
            # The line of h may stand behind the words.
            around = painter.fontMetrics().boundingRect(top.toRect(), int(side), text)
            painter.fillRect(around, self._theme.color("surface"))
            painter.setPen(self._theme.color("muted"))
            painter.drawText(top, side, text)
        names = (
            ("central", "float64", self.tr("central, float64")),
            ("forward", "float64", self.tr("forward, float64")),
            ("central", "float32", self.tr("central, float32")),
            ("forward", "float32", self.tr("forward, float32")),
        )
        for row, (method, precision, text) in enumerate(names):
            y = place.bottom() - (len(names) - row) * LINE - 4
            color, dash = self._look(method, precision)
            paint_sample(painter, QPointF(place.left() + 8, y + LINE / 2), color, dash)
            painter.setPen(self._theme.color("muted"))
            painter.drawText(QPointF(place.left() + 14 + SAMPLE, y + 13), text)


def _span_of(curve: Curve) -> Span:
    return float(curve.x[0]), float(curve.x[-1])
