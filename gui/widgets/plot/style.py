"""How a plot looks: its colours, what tells its lines apart, and the strokes they are drawn with.

Wide antialiased pens are what costs most in a live plot: Qt strokes a wide line as one filled outline and
takes 20 to 50 times as long as for a hairline. On the screen a strong line is therefore a hairline drawn
several times, a fraction of a pixel apart; in exported pictures it is a real wide pen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Literal, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gui.look.theme import between

Hue: TypeAlias = Literal["blue", "vermilion", "green", "orange", "purple", "grey"]
Dash: TypeAlias = Literal["solid", "dash", "dot", "dash-dot", "long-dash"]

# Lengths in pixels of stroke and gap, in turn.
_PATTERNS: dict[Dash, list[float]] = {
    "solid": [],
    "dash": [6.0, 4.0],
    "dot": [1.5, 3.0],
    "dash-dot": [8.0, 3.0, 1.5, 3.0],
    "long-dash": [12.0, 4.0],
}
_STRONG = 1.7
_BROAD = 2.8
_TRIANGLE = ((-0.23, -0.23), (0.47, -0.23), (-0.23, 0.47))
# On a screen of twice the density the same line is more than three device pixels wide.
_HEXAGON = ((0.0, 0.0), (0.55, 0.0), (-0.55, 0.0), (0.28, 0.48), (-0.28, 0.48), (0.28, -0.48), (-0.28, -0.48))
_BROAD_HEXAGON = ((0.0, 0.0), (0.9, 0.0), (-0.9, 0.0), (0.45, 0.8), (-0.45, 0.8), (0.45, -0.8), (-0.45, -0.8))
_FAINT_SHARE = 0.32


@dataclass(frozen=True, slots=True)
class PlotColors:
    """The colours of a plot, as `#rrggbb`. The hues are Okabe–Ito's, which colour-blind people tell apart."""

    surface: str
    border: str
    text: str
    muted: str
    grid: str
    blue: str
    vermilion: str
    green: str
    orange: str
    grey: str
    ramp: tuple[str, str, str]
    purple: str = "#C46C9C"

    @classmethod
    def like(cls, source: object) -> PlotColors:
        """Take over each colour that `source`, such as a theme's tokens, has under the same name."""
        names = (field.name for field in fields(cls))
        return cls(**{name: getattr(source, name) for name in names if hasattr(source, name)})

    def hue(self, name: Hue | float) -> QColor:
        """The colour of a name, or of a place on the ramp from the first line (0) to the last (1)."""
        if isinstance(name, str):
            return QColor(getattr(self, name))
        first, middle, last = map(QColor, self.ramp)
        if name < 0.5:
            return between(first, middle, 2.0 * name)
        return between(middle, last, 2.0 * name - 1.0)

    def faint(self, name: Hue | float) -> QColor:
        """The hue mixed into the surface: looks transparent, but need not be blended at every redraw."""
        return between(QColor(self.surface), self.hue(name), _FAINT_SHARE)


@dataclass(frozen=True, slots=True)
class SeriesSpec:
    """One line of a plot. `key` names it in code, `name` on the screen.

    `smooth`: follows the plot's smoothing, with the raw line faint behind. `marker`: a dot at each point,
    while there is room. `ghost`: an earlier run, drawn thin and muted behind the others. `broad`: seen on
    both sides of a line that runs over it. A hue may be a place on the ramp, from 0 to 1, for lines that have
    an order; those are named at their ends where the plot has room for that.
    """

    key: str
    name: str
    hue: Hue | float = "blue"
    dash: Dash = "solid"
    smooth: bool = False
    marker: bool = False
    ghost: bool = False
    broad: bool = False


def hairline(color: QColor, dash: Dash = "solid", ratio: float = 1.0) -> QPen:
    """A pen of one device pixel, on a screen of `ratio` device pixels a pixel; dashes keep their length."""
    pen = QPen(color, 0.0)
    pen.setCosmetic(True)
    if _PATTERNS[dash]:
        pen.setDashPattern([length * ratio for length in _PATTERNS[dash]])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def wide_pen(color: QColor, dash: Dash = "solid", width: float = _STRONG) -> QPen:
    """A pen of real width, for pictures and for short samples. Qt measures dashes in widths."""
    pen = QPen(color, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if _PATTERNS[dash]:
        pen.setDashPattern([length / width for length in _PATTERNS[dash]])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def draw_strong(
    painter: QPainter,
    lines: Iterable[QPolygonF],
    color: QColor,
    dash: Dash,
    ratio: float,
    fine: bool,
    broad: bool = False,
) -> None:
    """Draw lines that stand out. `fine`: for a picture, where time does not matter."""
    offsets: Iterable[tuple[float, float]]
    if fine:
        painter.setPen(wide_pen(color, dash, _BROAD if broad else _STRONG))
        offsets = ((0.0, 0.0),)
    else:
        painter.setPen(hairline(color, dash, ratio))
        offsets = _BROAD_HEXAGON if broad else _TRIANGLE if ratio < 1.25 else _HEXAGON
    for right, down in offsets:
        painter.translate(right, down)
        for line in lines:
            painter.drawPolyline(line)
        painter.translate(-right, -down)


def draw_dots(painter: QPainter, points: QPolygonF, color: QColor, size: float = 5.0) -> None:
    """A dot at each point."""
    if points.isEmpty():
        return
    painter.setPen(QPen(color, size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPoints(points)
