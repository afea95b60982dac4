"""The confusion matrix as a table of cells: row = label, column = prediction; cells and names can be chosen.

The diagonal is blue, mistakes are the darker vermilion the more there are, and each cell holds its number.
Of a network that was not trained yet, all is grey. It filters nothing itself. Source of the numbers:
`core.inspection.evaluation.confusion_matrix`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.inspection.evaluation import row_shares
from gui.data.predictions.confusion_colors import mistake_color, readable_on
from gui.language.numbers import count, percent
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme, between
from gui.widgets.copying import table_to_copy
from gui.widgets.places_view import PlacesView

GAP = 2.0
SMALL_GAP, SMALL_HEIGHT, SMALL_WIDTH = 1.0, 16.0, 27.0
"""The gap between cells less high or less wide than that, so that their numbers do not touch their edges."""
HEADER = 20.0
LEAST_CELL = 5.0
NUMBER_ROOM = 11.0
"""Pixels of height below which a cell shows its colour only; its number is in the tooltip."""
LEAST_SIZE, AIR_ACROSS, SMALL_AIR, AIR_DOWN = 9, 2.0, 1.0, 2.0
"""Numbers are the smaller the less room there is, down to this size: air on each side makes them a table.
Cells less wide than `SMALL_WIDTH` have less of it."""

_CENTER = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ConfusionView(PlacesView):
    """`cell_of` a place is its (label, prediction): (label, −1) a whole row and (−1, prediction) a whole
    column, at their names; (−1, −1) the corner, which stands for all."""

    ring_color = "text"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.matrix: NDArray[np.intp] | None = None
        self._shares: NDArray[np.float64] = np.zeros((0, 0))
        self._names: list[str] = []
        self._as_shares = False
        self._marked: tuple[int, int] | None = None
        self._picture = QPixmap()
        self._drawn: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_matrix(self, matrix: NDArray[np.intp] | None, names: list[str]) -> None:
        """matrix: (C, C) counts, or None to show nothing. names: of the C classes."""
        self.matrix = matrix
        if matrix is not None:
            self._shares = row_shares(matrix)
            is_other = len(names) != len(self._names)
            self._names = names
            if is_other:
                self.go_to(self.place_of(0, 0))
        self.places_changed()

    def set_as_shares(self, as_shares: bool) -> None:
        """Numbers as counts, or as per cent of their row, the label."""
        self._as_shares = as_shares
        self.update()

    def set_marked(self, cell: tuple[int, int] | None) -> None:
        """The cell that is looked at elsewhere; −1 stands for a whole row or column."""
        if cell != self._marked:
            self._marked = cell
            self.update()

    @property
    def most_mistakes(self) -> int:
        """The count of the most common mistake; 0 where there is none."""
        if self.matrix is None:
            return 0
        return int(self.matrix[~np.eye(len(self.matrix), dtype=bool)].max(initial=0))

    def text_of(self, place: int) -> str:
        assert self.matrix is not None
        label, prediction = self.cell_of(place)
        if label < 0 and prediction < 0:
            return self.tr("all images: click to see them")
        if prediction < 0:
            return self.tr("label {name}: click to see these images").format(name=self._names[label])
        if label < 0:
            return self.tr("prediction {name}: click to see these images").format(
                name=self._names[prediction]
            )
        text = self.tr("label {label}, prediction {prediction}: {count} images, {share} of this label")
        return text.format(
            label=self._names[label],
            prediction=self._names[prediction],
            count=count(int(self.matrix[label, prediction])),
            share=percent(float(self._shares[label, prediction]), 2),
        )

    def copied(self) -> QMimeData | None:
        """The counts under and beside the names of the classes."""
        if self.matrix is None:
            return None
        rows = zip(self._names, self.matrix.tolist(), strict=True)
        return table_to_copy([["", *self._names], *([name, *counts] for name, counts in rows)])

    def minimumSizeHint(self) -> QSize:
        side = round(len(self._names) * LEAST_CELL + HEADER)
        return QSize(max(side, 140), max(side, 120))

    # Places

    def places(self) -> int:
        return self.across() ** 2 if self.matrix is not None else 0

    def across(self) -> int:
        return len(self._names) + 1

    def cell_of(self, place: int) -> tuple[int, int]:
        """(label, prediction)"""
        row, column = divmod(place, self.across())
        return row - 1, column - 1

    def place_of(self, label: int, prediction: int) -> int:
        return (label + 1) * self.across() + prediction + 1

    def place_rect(self, place: int) -> QRectF:
        return self.cell_rect(*self.cell_of(place))

    def ring_rect(self, place: int) -> QRectF:
        return self.place_rect(place)

    def place_at(self, point: QPointF) -> int | None:
        width, height = self._cell()
        prediction = int((point.x() - HEADER) // width)
        label = int((point.y() - HEADER + 2.0) // height)
        if self.matrix is None or max(prediction, label) >= len(self._names):
            return None
        return self.place_of(max(label, -1), max(prediction, -1))

    def cell_rect(self, label: int, prediction: int) -> QRectF:
        """Where a cell stands; −1 is the row or the column of names."""
        width, height = self._cell()
        down = SMALL_GAP if height < SMALL_HEIGHT else GAP
        across = SMALL_GAP if width < SMALL_WIDTH else GAP
        x = HEADER + prediction * width if prediction >= 0 else 0.0
        y = HEADER - 2.0 + label * height if label >= 0 else 0.0
        return QRectF(
            x,
            y,
            width - across if prediction >= 0 else HEADER - GAP,
            height - down if label >= 0 else HEADER - GAP - 2.0,
        )

    def _cell(self) -> tuple[float, float]:
        classes = max(len(self._names), 1)
        height = (self.height() - HEADER + 2.0) / classes
        width = min((self.width() - HEADER) / classes, 3.0 * height)
        return width, height

    def _room_across(self) -> float:
        """The width that the number of a cell has."""
        width = self._cell()[0]
        return width - SMALL_GAP - 2 * SMALL_AIR if width < SMALL_WIDTH else width - GAP - 2 * AIR_ACROSS

    # Painting

    def paint(self, painter: QPainter) -> None:
        """The picture is drawn where it is to look different: hundreds of strokes are more than a page that
        is shown, or a pointer that passes, may wait for."""
        if self.matrix is None:
            return
        ratio = self.devicePixelRatioF()
        numbers, names = self.matrix.tobytes(), tuple(self._names)
        look = (
            numbers,
            names,
            self._as_shares,
            self._marked,
            self._is_quiet,
            self._theme.tokens,
            self.size(),
            ratio,
        )
        if look != self._drawn:
            self._drawn = look
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            with QPainter(self._picture) as drawing:
                drawing.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._draw(drawing)
        painter.drawPixmap(0, 0, self._picture)
        self._paint_hovered(painter)

    def _draw(self, painter: QPainter) -> None:
        assert self.matrix is not None
        painter.setFont(font(SMALL))
        self._paint_names(painter)
        painter.setFont(self.number_font())
        most = max(self.most_mistakes, 1)
        for label in range(len(self.matrix)):
            for prediction in range(len(self.matrix)):
                self._paint_cell(painter, label, prediction, most)

    def _paint_hovered(self, painter: QPainter) -> None:
        if self.hovered is None or self.hovered >= self.places():
            return
        cell = self.cell_of(self.hovered)
        if min(cell) >= 0 and not self._is_marked(*cell):
            self._paint_edge(painter, self.cell_rect(*cell), QPen(self._theme.color("muted"), 1.0))

    def _paint_edge(self, painter: QPainter, cell: QRectF, pen: QPen) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        radius = _radius(cell)
        painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _paint_names(self, painter: QPainter) -> None:
        metrics = QFontMetricsF(font(SMALL))
        width, height = self._cell()
        # Names that do not fit are left out, but every so many stands.
        for place, name in enumerate(self._names):
            row, column = self.cell_rect(place, -1), self.cell_rect(-1, place)
            marked = self._marked or (-1, -1)
            if height >= NUMBER_ROOM or place % 5 == 0:
                painter.setPen(self._theme.color("text" if marked[0] == place else "muted"))
                short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, HEADER)
                painter.drawText(row.adjusted(0, -4, -4, 4), _RIGHT, short)
            if width >= NUMBER_ROOM or place % 5 == 0:
                painter.setPen(self._theme.color("text" if marked[1] == place else "muted"))
                short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(width, HEADER))
                painter.drawText(column.adjusted(-8, -2, 8, 0), _CENTER, short)

    def _paint_cell(self, painter: QPainter, label: int, prediction: int, most: int) -> None:
        assert self.matrix is not None
        cell, value = self.cell_rect(label, prediction), int(self.matrix[label, prediction])
        fill = self._fill(label, prediction, value, most)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        radius = _radius(cell)
        painter.drawRoundedRect(cell, radius, radius)
        if self._is_marked(label, prediction):
            self._paint_edge(painter, cell, QPen(self._theme.color("text"), 1.5))
        if value == 0 or cell.height() < NUMBER_ROOM:
            return
        metrics = QFontMetricsF(painter.font())
        text = self.number_text(label, prediction, metrics, self._room_across())
        # Centred by the height of figures: a line has room below for letters that reach down.
        corner = QPointF(
            cell.center().x() - metrics.horizontalAdvance(text) / 2.0,
            cell.center().y() + metrics.capHeight() / 2.0,
        )
        painter.setPen(readable_on(fill))
        painter.drawText(corner, text)

    def _number(self, label: int, prediction: int) -> str:
        assert self.matrix is not None
        if not self._as_shares:
            return str(self.matrix[label, prediction])
        share = 100.0 * float(self._shares[label, prediction])
        return f"{share:.1f}" if share < 99.95 else "100"

    def number_font(self) -> QFont:
        """One size for all numbers: the largest at which the widest of them has air in its cell."""
        assert self.matrix is not None
        cell, metrics = self.cell_rect(0, 0), QFontMetricsF(font(SMALL))
        classes = range(len(self.matrix))
        widest = max(metrics.horizontalAdvance(self._number(i, j)) for i in classes for j in classes)
        across = self._room_across() / widest
        down = (cell.height() - 2 * AIR_DOWN) / metrics.capHeight()
        return font(max(LEAST_SIZE, int(SMALL * min(across, down, 1.0))))

    def number_text(self, label: int, prediction: int, metrics: QFontMetricsF, room: float) -> str:
        """The number of a cell; where it has no room in thousands, as 1.2k, or without a decimal; or ""."""
        assert self.matrix is not None
        shorter = f"{self.matrix[label, prediction] / 1000:.1f}k"
        if self._as_shares:
            shorter = f"{100.0 * float(self._shares[label, prediction]):.0f}"
        for text in (self._number(label, prediction), shorter):
            if metrics.horizontalAdvance(text) <= room:
                return text
        return ""

    def _is_marked(self, label: int, prediction: int) -> bool:
        if self._marked is None or self._marked == (-1, -1):
            return False
        return self._marked[0] in (-1, label) and self._marked[1] in (-1, prediction)

    def _fill(self, label: int, prediction: int, value: int, most: int) -> QColor:
        """Blue by the share of the label; vermilion by the count."""
        empty = self._theme.color("hover")
        if value == 0:
            return empty
        if label == prediction:
            share = float(self._shares[label, prediction])
            # Full from 94 % on: of two blues a little paler, one would bear white figures, the other black.
            return between(empty, self._theme.color(self.judging("blue")), min(0.25 + 0.8 * share, 1.0))
        return mistake_color(self._theme, (value - 1) / max(most - 1, 1), self.judging("vermilion"))


def _radius(cell: QRectF) -> float:
    """How round the corners of a cell are."""
    return 3.0 if cell.height() > 8 else 0.0
