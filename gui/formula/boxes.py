"""How a formula looks: boxes with a width and a baseline, laid out once and painted in the theme's colours.

The table's LaTeX is a page of fractions and scripts, but the names in it are a person's own and the numbers
change with each step, so hardly a formula is ever seen twice. A layout of our own takes microseconds where a
typesetter takes 5 to 24 ms a formula and 0.2 s to import, sets names and digits in the program's typeface,
and colours a number as value or gradient; that is why there is none among the dependencies.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from gui.formula.tree import BINARY, Fence, Formula, Fraction, Matrix, Root, Row, Scripts, Symbol
from gui.look import fonts

Coloring = Callable[[str], QColor]
"""The colour of a token by its name; "" is that of text."""

BAR = 1.2  # pixels: the bar of a fraction
_AROUND = 4.0
_THIN = 2.0
_BETWEEN = 10.0  # between the columns of a matrix
_WIDE = frozenset("·×+−=÷><≤≥@≈")
_WORDS_BEFORE = frozenset({"ln", "sin", "cos", "tanh", "Σ"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Something to paint, relative to the left end of the baseline: a text, or else a path."""

    x: float
    y: float
    text: str
    font: QFont
    color: str
    path: QPainterPath | None = None


@dataclass(frozen=True, slots=True)
class Box:
    width: float
    ascent: float
    descent: float
    pieces: tuple[Piece, ...]

    @property
    def height(self) -> float:
        return self.ascent + self.descent

    def paint(self, painter: QPainter, x: float, baseline: float, color: Coloring) -> None:
        for piece in self.pieces:
            painter.setPen(QPen(color(piece.color), BAR))
            at = QPointF(x + piece.x, baseline + piece.y)
            if piece.path is not None:
                painter.drawPath(piece.path.translated(at))
            else:
                painter.setFont(piece.font)
                painter.drawText(at, piece.text)


@lru_cache(maxsize=1024)
def layout(formula: Formula, size: int = fonts.TITLE) -> Box:
    """The boxes of a formula in one of the four text sizes. The parts of a rule come again at every step."""
    match formula:
        case Symbol():
            return _symbol(formula, size)
        case Row(items=items):
            return _row(items, size)
        case Fraction(top=top, bottom=bottom):
            return _fraction(layout(top, size), layout(bottom, size), size)
        case Scripts(base=base, upper=upper, lower=lower):
            return _scripts(base, upper, lower, size)
        case Root(body=body):
            return _root(layout(body, size), size)
        case Matrix():
            return _matrix(formula, size)
        case Fence(left=left, body=body, right=right):
            return _fence(left, layout(body, size), right, size)


@lru_cache(maxsize=16)
def _metrics(size: int, bold: bool = False) -> tuple[QFont, QFontMetricsF]:
    font = fonts.font(size, bold=bold)
    return font, QFontMetricsF(font)


def _symbol(symbol: Symbol, size: int) -> Box:
    if symbol.text == "⊤":
        symbol = Symbol("T", symbol.color)
    font, metrics = _metrics(size, symbol.bold)
    width = metrics.horizontalAdvance(symbol.text)
    # The box of a letter is that of all letters, so that fractions of names stand at one height.
    top, bottom = metrics.capHeight() + 3, metrics.descent() - 1
    return Box(width, top, bottom, (Piece(0, 0, symbol.text, font, symbol.color),))


def _row(items: tuple[Formula, ...], size: int) -> Box:
    x = 0.0
    pieces: list[Piece] = []
    ascent, descent = 0.0, 0.0
    for i, item in enumerate(items):
        before, after = _spaces(items, i)
        box = layout(item, size)
        x += before
        pieces += _moved(box, x, 0)
        x += box.width + after
        ascent, descent = max(ascent, box.ascent), max(descent, box.descent)
    return Box(x, ascent, descent, tuple(pieces))


def _spaces(items: tuple[Formula, ...], i: int) -> tuple[float, float]:
    """The room before and after an item: around an operator, after a comma or a word, between names."""
    item = items[i]
    text = item.text if isinstance(item, Symbol) else ""
    if text in _WIDE and text:
        # A sign with nothing to its left belongs to what follows it.
        is_binary = i > 0 and not _opens(items[i - 1])
        return (_AROUND, _AROUND) if is_binary or text == "=" else (0, 0)
    if text in (",", ":"):
        return 0, _AROUND
    if text in _WORDS_BEFORE or (isinstance(item, Scripts) and _text(item.base) in _WORDS_BEFORE):
        return _THIN, _THIN
    if i and text and text not in ")]|" and text != "∂":
        last = items[i - 1]
        if _is_word(last) and _is_word(item) and len(_text(last)) + len(_text(item)) > 2:
            return _AROUND, 0
    return 0, 0


def _opens(item: Formula) -> bool:
    return isinstance(item, Symbol) and (item.text in BINARY or item.text in "([,∂")


def _text(item: Formula) -> str:
    return item.text if isinstance(item, Symbol) else ""


def _is_word(item: Formula) -> bool:
    return isinstance(item, Symbol) and item.text[:1].isalnum()


def _moved(box: Box, x: float, y: float) -> list[Piece]:
    return [Piece(p.x + x, p.y + y, p.text, p.font, p.color, p.path) for p in box.pieces]


def _fraction(top: Box, bottom: Box, size: int) -> Box:
    font, metrics = _metrics(size)
    axis = metrics.xHeight() / 2 + 1
    width = max(top.width, bottom.width) + 6
    up, down = axis + 4 + top.descent - 2, axis - 4 - bottom.ascent
    bar = QPainterPath(QPointF(0, 0))
    bar.lineTo(width, 0)
    pieces = [
        *_moved(top, (width - top.width) / 2, -up),
        Piece(0, -axis, "", font, "", bar),
        *_moved(bottom, (width - bottom.width) / 2, -down),
    ]
    return Box(width, up + top.ascent, bottom.descent - down, tuple(pieces))


def _scripts(base: Formula, upper: Formula | None, lower: Formula | None, size: int) -> Box:
    main = layout(base, size)
    # Σ, max: what runs stands beside them, small.
    small = fonts.SMALL - 1 if size > fonts.SMALL else fonts.SMALL - 2
    pieces = list(main.pieces)
    width, ascent, descent = main.width, main.ascent, main.descent
    for script, lift in ((upper, main.ascent - 5), (lower, -4.0)):
        if script is None:
            continue
        box = layout(script, small)
        pieces += _moved(box, main.width + 1, -lift)
        width = max(width, main.width + 1 + box.width)
        ascent, descent = max(ascent, box.ascent + lift), max(descent, box.descent - lift)
    return Box(width, ascent, descent, tuple(pieces))


def _root(body: Box, size: int) -> Box:
    font, _ = _metrics(size)
    path = QPainterPath(QPointF(0, -body.ascent * 0.35))
    path.lineTo(3, -body.ascent * 0.45)
    path.lineTo(6, body.descent - 1)
    path.lineTo(10, -body.ascent)
    path.lineTo(12 + body.width, -body.ascent)
    pieces = [Piece(0, 0, "", font, "", path), *_moved(body, 11, 0)]
    return Box(body.width + 13, body.ascent + 2, body.descent, tuple(pieces))


def _matrix(matrix: Matrix, size: int) -> Box:
    small = min(size, fonts.SMALL)
    font, metrics = _metrics(small, matrix.bold)
    columns = [
        max(metrics.horizontalAdvance(text) for text in column) for column in zip(*matrix.rows, strict=True)
    ]
    line = metrics.height() + 1
    height = line * len(matrix.rows) + 2
    _, around = _metrics(size)
    top = height / 2 + around.xHeight() / 2
    pieces = []
    for row, entries in enumerate(matrix.rows):
        x = 6.0
        for width, text in zip(columns, entries, strict=True):
            y = -top + 1 + line * row + metrics.ascent()
            pieces.append(Piece(x + width - metrics.horizontalAdvance(text), y, text, font, matrix.color))
            x += width + _BETWEEN
    whole = 12 + sum(columns) + _BETWEEN * (len(columns) - 1)
    bracket = QPainterPath(QPointF(4, -top))
    for x, y in ((1, -top), (1, height - top), (4, height - top)):
        bracket.lineTo(x, y)
    closing = QPainterPath(QPointF(whole - 4, -top))
    for x, y in ((whole - 1, -top), (whole - 1, height - top), (whole - 4, height - top)):
        closing.lineTo(x, y)
    pieces += [Piece(0, 0, "", font, "muted", path) for path in (bracket, closing)]
    return Box(whole, top + 1, height - top + 1, tuple(pieces))


def _fence(left: str, body: Box, right: str, size: int) -> Box:
    font, metrics = _metrics(size)
    tall = body.height > 1.5 * metrics.height()
    if not tall:
        first, last = _symbol(Symbol(left), size), _symbol(Symbol(right), size)
        pieces = [*first.pieces, *_moved(body, first.width, 0), *_moved(last, first.width + body.width, 0)]
        width = first.width + body.width + last.width
        return Box(width, body.ascent, body.descent, tuple(pieces))
    rect = QRectF(1, -body.ascent, 9, body.height)
    opening, closing = QPainterPath(), QPainterPath()
    if left == "|":
        opening.moveTo(4, -body.ascent)
        opening.lineTo(4, body.descent)
        closing = opening
    else:
        opening.arcMoveTo(rect, 115)
        opening.arcTo(rect, 115, 130)
        closing.arcMoveTo(rect.translated(-4, 0), 65)
        closing.arcTo(rect.translated(-4, 0), 65, -130)
    pieces = [
        Piece(0, 0, "", font, "", opening),
        *_moved(body, 7, 0),
        Piece(body.width + 7, 0, "", font, "", closing),
    ]
    return Box(body.width + 14, body.ascent, body.descent, tuple(pieces))
