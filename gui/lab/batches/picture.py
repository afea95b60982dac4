"""The picture of batches and transposes: each example by itself above, all of them as one product below.

The weight that is touched is lit everywhere: its path in each example, its cell in each example's share, the
row of xᵀ and the column of ∂L/∂y that meet in its cell of the gradient. Blue goes forward, vermilion back.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from core.experiments.batches import BIAS, INPUTS, OUTPUTS, Timing
from gui.lab.batches import texts
from gui.lab.batches.grid import Grid
from gui.lab.batches.paths import Paths
from gui.lab.batches.texts import Found
from gui.lab.drag_view import FoundView
from gui.lab.plane import LINE
from gui.look.fonts import BODY, SMALL, font
from gui.look.theme import Theme

MARGIN = 12.0
WIDE = 780
"""Pixels of width with which each sentence has a line; with less it has two."""
TITLE = 22.0
ABOVE_SHARE = 0.56
"""The part of the height above the foot that the single examples have."""
SIGN = 26.0  # pixels for a sign between two arrays
BETWEEN = 18.0  # pixels between the shares of two examples
GAP = 10.0  # pixels between both parts
NARROWEST, WIDEST = 34.0, 76.0  # pixels of a cell in the product
LOWEST, HIGHEST = 17.0, 32.0
BAR_LABEL, BAR_TEXT = 120.0, 330.0
Touched = tuple[int, int]


class Product(NamedTuple):
    """The arrays of the product; `x` is left out where there is little room."""

    x: Grid | None
    transposed: Grid
    dy: Grid
    gradient: Grid


class BatchesPicture(FoundView[Found]):
    """`weight` is taken by a press, and another one while the mouse goes on."""

    def __init__(self, theme: Theme) -> None:
        self._timing: Timing | None = None
        super().__init__(theme)

    def set_timing(self, timing: Timing | None) -> None:
        self._timing = timing
        self.refresh()

    @property
    def timing(self) -> Timing | None:
        return self._timing

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 400)

    # Where everything stands

    @property
    def _examples(self) -> int:
        assert self._found is not None
        return self._found.back.of.examples

    @property
    def _sentence_height(self) -> int:
        return LINE if self.width() >= WIDE else 2 * LINE

    @property
    def _height(self) -> float:
        """What is above three sentences and two bars."""
        return self.height() - 3 * self._sentence_height - 2 * LINE - 20

    @property
    def _cell_height(self) -> float:
        return min(max(self._height / 24, LOWEST), HIGHEST)

    def _column(self, example: int) -> QRectF:
        """The room of one example."""
        width = (self.width() - 2 * MARGIN) / self._examples
        return QRectF(
            MARGIN + example * width, TITLE + LINE, width, ABOVE_SHARE * self._height - TITLE - LINE
        )

    def paths(self, example: int) -> Paths:
        """Its way through the layer."""
        column = self._column(example)
        below = (INPUTS + 1) * self._cell_height + LINE + 4
        return Paths(column.adjusted(4, 0, -4, -below))

    def share(self, example: int) -> Grid:
        """What it adds to the gradient."""
        column = self._column(example)
        height = (INPUTS + 1) * self._cell_height
        width = min(OUTPUTS * WIDEST, column.width() - BETWEEN)
        place = QRectF(column.center().x() - width / 2, column.bottom() - height, width, height)
        return Grid(place, INPUTS + 1, OUTPUTS)

    def product(self) -> Product:
        """xᵀ · ∂L/∂y and what it gives, in the middle of the width."""
        examples, room = self._examples, self.width() - 2 * MARGIN
        both = 2 * OUTPUTS + examples
        shows_x = (room - 3 * SIGN) / (both + INPUTS + 1) >= NARROWEST
        cells, signs = (both + INPUTS + 1, 3) if shows_x else (both, 2)
        width = min((room - signs * SIGN) / cells, WIDEST)
        cell = width, self._cell_height
        top = ABOVE_SHARE * self._height + GAP + TITLE + LINE
        middle = (top + self._height) / 2
        left = (self.width() - cells * width - signs * SIGN) / 2
        grids = []
        shapes = [(examples, INPUTS + 1)] * shows_x
        shapes += [(INPUTS + 1, examples), (examples, OUTPUTS), (INPUTS + 1, OUTPUTS)]
        for rows, columns in shapes:
            grids.append(Grid.about(left, middle, rows, columns, cell))
            left += columns * width + SIGN
        return Product(grids[0] if shows_x else None, *grids[-3:])

    def touched_at(self, point: QPointF) -> Touched | None:
        """The weight that a press at this point means."""
        if self._found is None:
            return None
        for example in range(self._examples):
            at = self.paths(example).touched(point) or self.share(example).at(point)
            if at is not None:
                return at
        product = self.product()
        if (at := product.gradient.at(point)) is not None:
            return at
        if (at := product.transposed.at(point)) is not None:
            return at[0], self._found.column
        if product.x is not None and (at := product.x.at(point)) is not None:
            return at[1], self._found.column
        if (at := product.dy.at(point)) is not None:
            return self._found.row, at[1]
        return None

    def taken_at(self, point: QPointF) -> str:
        return "weight" if self.touched_at(point) is not None else ""

    def description(self) -> str:
        if self._found is None:
            return ""
        return "; ".join((*texts.lines(self._found), texts.timing_text(self._timing)))

    # Painting

    def paint(self, painter: QPainter) -> None:
        found = self._found
        if found is None:
            return
        title = self.tr("Each example by itself: over {weight} forward, and its gradient back")
        self._paint_title(painter, 0.0, title.format(weight=found.weight))
        limit = float(np.abs(found.back.shares).max())
        for example in range(self._examples):
            self._paint_example(painter, found, example, limit)
        self._paint_product(painter, found)
        top = self._height + 8.0
        for text in texts.lines(found):
            painter.setPen(self._theme.color("text"))
            room = QRectF(MARGIN, top, self.width() - 2 * MARGIN, self._sentence_height)
            top += max(painter.boundingRect(room, _WRAPPED, text).height(), LINE)
            painter.drawText(room, _WRAPPED, text)
        self._paint_timing(painter, top + 6)

    def _paint_title(self, painter: QPainter, top: float, text: str) -> None:
        painter.setFont(font(BODY, bold=True))
        painter.setPen(self._theme.color("text"))
        self._paint_text(painter, MARGIN, top, self.width() - 2 * MARGIN, text)
        painter.setFont(font(SMALL))

    @staticmethod
    def _paint_text(painter: QPainter, left: float, top: float, width: float, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width))
        painter.drawText(QRectF(left, top, width, LINE + 2), _LEFT, shown)

    def _paint_example(self, painter: QPainter, found: Found, example: int, limit: float) -> None:
        theme, column = self._theme, self._column(example)
        pale = example >= found.collected
        painter.setPen(theme.color("muted"))
        head = QRectF(column.left(), column.top() - LINE, column.width(), LINE)
        text = self.tr("example {number}, class {label}")
        if painter.fontMetrics().horizontalAdvance(text) > head.width():  # its numbers are shorter
            text = self.tr("{number}: class {label}")
        painter.drawText(head, _CENTER, text.format(number=example + 1, label=int(found.back.t[example])))
        paths, share = self.paths(example), self.share(example)
        paths.paint(painter, theme, found.back, example, found.row, found.column, pale=pale)
        painter.setPen(theme.color("muted"))
        label = QRectF(column.left(), share.place.top() - LINE, column.width(), LINE)
        painter.drawText(label, _CENTER, self.tr("its share"))
        share.paint(
            painter,
            theme,
            found.back.shares[example],
            "vermilion",
            limit=limit,
            lit=lambda row, cell: not pale and (row, cell) == (found.row, found.column),
            faded=lambda _row, _cell: pale,
            line_above=BIAS,
        )
        if example:
            between = QRectF(column.left() - SIGN / 2, share.place.top(), SIGN, share.place.height())
            painter.setPen(theme.color("text"))
            painter.drawText(between, _CENTER, "+")

    def _paint_product(self, painter: QPainter, found: Found) -> None:
        theme, back, product = self._theme, found.back, self.product()
        title = self.tr(
            "All at once: row of xᵀ times column of ∂L/∂y adds the shares of {collected} of {all}"
        )
        self._paint_title(
            painter,
            ABOVE_SHARE * self._height + GAP,
            title.format(collected=found.collected, all=self._examples),
        )
        largest = float(np.abs(back.inputs).max())
        if product.x is not None:
            self._head(painter, product.x, self.tr("x, with 1 for b"))
            product.x.paint(
                painter,
                theme,
                back.inputs,
                "blue",
                limit=largest,
                lit=lambda row, column: column == found.row and row < found.collected,
                faded=lambda row, _column: row >= found.collected,
                decimals=1,
            )
            self._sign(painter, product.x, "→")
        self._head(painter, product.transposed, "xᵀ")
        product.transposed.paint(
            painter,
            theme,
            back.inputs.T,
            "blue",
            limit=largest,
            lit=lambda row, column: row == found.row and column < found.collected,
            faded=lambda _row, column: column >= found.collected,
            line_above=BIAS,
            decimals=1,
        )
        self._sign(painter, product.transposed, "·")
        self._head(painter, product.dy, "∂L/∂y")
        product.dy.paint(
            painter,
            theme,
            back.dy,
            "vermilion",
            limit=float(np.abs(back.dy).max()),
            lit=lambda row, column: column == found.column and row < found.collected,
            faded=lambda row, _column: row >= found.collected,
        )
        self._sign(painter, product.dy, "=")
        self._head(painter, product.gradient, self.tr("∂L/∂W over ∂L/∂b"))
        total = back.shares[: found.collected].sum(axis=0)
        product.gradient.paint(
            painter,
            theme,
            total,
            "vermilion",
            limit=max(float(np.abs(back.gradient).max()), 1e-12),
            lit=lambda row, column: (row, column) == (found.row, found.column),
            line_above=BIAS,
        )

    def _head(self, painter: QPainter, grid: Grid, text: str) -> None:
        painter.setPen(self._theme.color("muted"))
        room = QRectF(grid.place.center().x() - 90, grid.place.top() - LINE, 180, LINE)
        painter.drawText(room, _CENTER, text)

    def _sign(self, painter: QPainter, grid: Grid, text: str) -> None:
        painter.setFont(font(BODY, bold=True))
        painter.setPen(self._theme.color("text"))
        room = QRectF(grid.place.right(), grid.place.center().y() - 12, SIGN, 24)
        painter.drawText(room, _CENTER, text)
        painter.setFont(font(SMALL))

    def _paint_timing(self, painter: QPainter, top: float) -> None:
        """Both ways as bars, on one scale."""
        theme, timing = self._theme, self._timing
        if timing is None:
            painter.setPen(theme.color("muted"))
            self._paint_text(painter, MARGIN, top, self.width() - 2 * MARGIN, texts.timing_text(timing))
            return
        room = max(self.width() - 2 * MARGIN - BAR_LABEL - BAR_TEXT, 40.0)
        longest = max(timing.singly_s, timing.batch_s)
        rows = (
            (self.tr("image by image"), timing.singly_s, texts.milliseconds(timing.singly_s)),
            (self.tr("as one batch"), timing.batch_s, texts.ratio_text(timing)),
        )
        for row, (label, seconds, text) in enumerate(rows):
            y = top + row * LINE
            painter.setPen(theme.color("muted"))
            self._paint_text(painter, MARGIN, y, BAR_LABEL, label)
            width = max(room * seconds / longest, 1.0)
            painter.fillRect(QRectF(MARGIN + BAR_LABEL, y + 4, width, LINE - 6), theme.color("blue"))
            painter.setPen(theme.color("text"))
            self._paint_text(painter, MARGIN + BAR_LABEL + width + 8, y, BAR_TEXT - 8, text)


_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter
