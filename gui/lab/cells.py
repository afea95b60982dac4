"""A table inside a picture that is painted by hand: numbers in columns, some with a bar behind them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.look.theme import Theme

PADDING = 5.0  # pixels at the right of a text


class Cell(NamedTuple):
    """`bar`: the share of the cell that is filled with blue. `marked`: on orange, for what is wrong."""

    text: str
    color: str = "text"
    bar: float = 0.0
    marked: bool = False


def columns_of(place: QRectF, shares: Sequence[float]) -> list[tuple[float, float]]:
    """The left and the right edge of each column; the shares are of their sum."""
    edges = [place.left()]
    for share in shares:
        edges.append(edges[-1] + share / sum(shares) * place.width())
    return list(itertools.pairwise(edges))


def paint_cells(
    painter: QPainter,
    theme: Theme,
    place: QRectF,
    line: float,
    shares: Sequence[float],
    rows: Sequence[Sequence[Cell]],
) -> None:
    """Rows of `line` pixels from the top of the place, a rule above each but the first."""
    columns = columns_of(place, shares)
    for number, row in enumerate(rows):
        top = place.top() + number * line
        if number:
            painter.setPen(QPen(theme.color("grid"), 1.0))
            painter.drawLine(QPointF(place.left(), top), QPointF(place.right(), top))
        for (left, right), cell in zip(columns, row, strict=True):
            room = QRectF(left, top, right - left, line).adjusted(2.0, 1.5, -2.0, -1.5)
            if cell.marked:
                painter.fillRect(room, theme.color("orange", 0.25))
            elif cell.bar > 0.0:
                filled = QRectF(room.left(), room.top(), cell.bar * room.width(), room.height())
                painter.fillRect(filled, theme.color("blue", 0.3))
            painter.setPen(theme.color(cell.color))
            inside = room.adjusted(0.0, 0.0, -PADDING, 0.0)
            shown = painter.fontMetrics().elidedText(
                cell.text, Qt.TextElideMode.ElideRight, int(inside.width()) + 1
            )
            painter.drawText(inside, _RIGHT, shown)


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
