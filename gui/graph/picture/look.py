"""Colours, fonts and the way texts are put down, shared by everything in one picture."""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from gui.look.fonts import BODY, SMALL, TITLE, font
from gui.look.theme import between
from gui.look.tokens import Tokens

Part: TypeAlias = Literal["value", "gradient"]
PARTS: tuple[Part, ...] = ("value", "gradient")

Scale: TypeAlias = Literal["forward", "signed"]
"""The colours of a matrix: those of values going forward, or those of weights and gradients."""

ENDS: dict[Scale, tuple[str, str]] = {"forward": ("muted", "blue"), "signed": ("negative", "positive")}
"""The colours of the theme for what is below and above 0, scale by scale."""

Key: TypeAlias = tuple[str, Part]
"""A node, and which of its two numbers."""

LEGIBLE = 0.4
"""Zoomed out further than this, numbers are left out: they could not be read."""


_THIN = 1.0
"""Qt paints a line of one pixel ten times as fast as a wider one, and wires are most of a large picture."""

_LIT = 2.4

_REMEMBERED = 20_000
"""How many widths of texts are kept: a network that is trained has other numbers all the time."""


class Look:
    """Made once for a picture. `set_tokens` changes what everything in it is painted with.

    exporting: texts become outlines, which every program shows alike, and handles are left out.
    is_overview: seen from so far away that texts are left out. wire_pens: by what lights a wire. ends: of
    each scale, the colours of what is furthest below and above 0.
    """

    def __init__(self, tokens: Tokens) -> None:
        self.exporting = False
        self._is_overview = False
        self.small = font(SMALL)
        self.body = font(BODY)
        self.body_bold = font(BODY, bold=True)
        self.title = font(TITLE)
        self.title_bold = font(TITLE, bold=True)
        self._metrics: dict[int, QFontMetricsF] = {}
        self._widths: dict[tuple[int, str], float] = {}
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.surface = QColor(tokens.surface)
        self.text = QColor(tokens.text)
        self.muted = QColor(tokens.muted)
        self.grey = QColor(tokens.grey)
        self.blue = QColor(tokens.blue)
        self.vermilion = QColor(tokens.vermilion)
        self.orange = QColor(tokens.orange)
        self.wire = between(self.grey, self.muted, 0.5)
        self.outline = QColor(tokens.outline)
        self.selection = QColor(tokens.selection)
        self.field = QColor(tokens.field)
        self.hover = QColor(tokens.hover)
        self.ends: dict[Scale, tuple[QColor, QColor]] = {
            scale: (QColor(getattr(tokens, below)), QColor(getattr(tokens, above)))
            for scale, (below, above) in ENDS.items()
        }
        self._make_wire_pens()

    @property
    def is_overview(self) -> bool:
        return self._is_overview

    @is_overview.setter
    def is_overview(self, far: bool) -> None:
        self._is_overview = far
        self._make_wire_pens()

    def _make_wire_pens(self) -> None:
        self.wire_pens: dict[Part | None, QPen] = {
            None: self._wire_pen(self.wire, _THIN),
            "value": self._wire_pen(self.blue, _LIT),
            "gradient": self._wire_pen(self.vermilion, _LIT),
        }

    def _wire_pen(self, color: QColor, width: float) -> QPen:
        result = QPen(color, width)
        # Pieces meet level, so nothing is to be rounded there, which would double the time of painting.
        result.setCapStyle(Qt.PenCapStyle.FlatCap)
        result.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
        # Seen from far away a wire is as wide as on paper, or it would fade away.
        result.setCosmetic(self._is_overview)
        return result

    def of(self, part: Part) -> QColor:
        """Blue goes forward, vermilion comes back."""
        return self.blue if part == "value" else self.vermilion

    def metrics(self, used: QFont) -> QFontMetricsF:
        key = id(used)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(used)
        return self._metrics[key]

    def width(self, text: str, used: QFont) -> float:
        """Measured once for each text: shaping one takes longer than all that is computed with it."""
        key = (id(used), text)
        if key not in self._widths:
            if len(self._widths) >= _REMEMBERED:
                self._widths.clear()
            self._widths[key] = self.metrics(used).horizontalAdvance(text)
        return self._widths[key]

    def elided(self, text: str, used: QFont, most: float) -> str:
        return self.metrics(used).elidedText(text, Qt.TextElideMode.ElideMiddle, most)

    def write(
        self, painter: QPainter, x: float, baseline: float, text: str, used: QFont, color: QColor
    ) -> None:
        """Put `text` down from x on."""
        if self.exporting:
            path = QPainterPath()
            path.addText(QPointF(x, baseline), used, text)
            painter.fillPath(path, color)
            return
        painter.setFont(used)
        painter.setPen(color)
        painter.drawText(QPointF(x, baseline), text)

    def write_centred(self, painter: QPainter, box: QRectF, text: str, used: QFont, color: QColor) -> None:
        metrics = self.metrics(used)
        x = box.center().x() - self.width(text, used) / 2
        baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
        self.write(painter, x, baseline, text, used, color)


def pen(color: QColor, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    result = QPen(color, width, style)
    result.setCapStyle(Qt.PenCapStyle.RoundCap)
    result.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return result
