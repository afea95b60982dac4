"""Where the cells of the grid are: from places in the order to rectangles, and back. Pure arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF

SizeName = Literal["small", "medium", "large"]
SIZES: dict[SizeName, int] = {"small": 20, "medium": 28, "large": 56}
"""The longer side of an image in pixels."""

Corner = tuple[float, float]

FRAME = 4  # pixels from an image to the edge of its frame
GAP = 2  # at least, between two frames; room for the ring of the chosen one
WIDEST_LABEL = 96


@dataclass(frozen=True, slots=True)
class Cells:
    """`count` cells of one size in rows, in a room `width` wide; y goes down from the first row.

    image: (width, height) of a picture in pixels. label: (width, height) of the line below it.
    """

    count: int
    width: int
    image: tuple[float, float]
    label: tuple[float, float]

    @property
    def columns(self) -> int:
        return max(int(self.width // self._least_width), 1)

    @property
    def rows(self) -> int:
        return -(-self.count // self.columns)

    @property
    def cell_width(self) -> float:
        """The room is shared out among the columns."""
        return max(self.width / self.columns, self._least_width)

    @property
    def cell_height(self) -> float:
        return self.image[1] + 2 * FRAME + self.label[1] + GAP

    @property
    def height(self) -> int:
        """The height of all rows together."""
        return round(self.rows * self.cell_height)

    @property
    def _least_width(self) -> float:
        return max(self.image[0] + 2 * FRAME, self.label[0]) + GAP

    def first_in(self, top: float) -> int:
        """The place of the first cell of the row that reaches into the room below `top`."""
        return max(int(top // self.cell_height), 0) * self.columns

    def end_in(self, bottom: float) -> int:
        """One past the place of the last cell that begins above `bottom`."""
        rows = -int(-bottom // self.cell_height)
        return min(rows * self.columns, self.count)

    def top_of(self, place: int) -> float:
        return (place // self.columns) * self.cell_height

    def cell(self, place: int) -> QRectF:
        column = place % self.columns
        return QRectF(column * self.cell_width, self.top_of(place), self.cell_width, self.cell_height)

    def frame(self, place: int) -> QRectF:
        """The frame around the picture of a cell, on whole pixels."""
        cell = self.cell(place)
        width, height = self.image[0] + 2 * FRAME, self.image[1] + 2 * FRAME
        return QRectF(round(cell.center().x() - width / 2), round(cell.top()) + GAP, width, height)

    def corners(self, places: range, top: float) -> list[Corner]:
        """The upper left corners of the frames of these cells in a window that begins at `top`."""
        columns, width, height = self.columns, self.cell_width, self.cell_height
        margin = (width - self.image[0]) / 2 - FRAME
        across = [round(column * width + margin) for column in range(columns)]
        return [(across[place % columns], round(place // columns * height) + GAP - top) for place in places]

    def place_at(self, point: QPointF) -> int:
        """The place of the cell at a point of the page, −1 where there is none."""
        if point.x() < 0 or point.y() < 0 or point.x() >= self.columns * self.cell_width:
            return -1
        row, column = int(point.y() // self.cell_height), int(point.x() // self.cell_width)
        place = row * self.columns + min(column, self.columns - 1)
        return place if place < self.count else -1


def image_size(shape: tuple[int, int], size: SizeName) -> tuple[float, float]:
    """(width, height) at which an image of (height, width) pixels is drawn."""
    height, width = shape
    scale = SIZES[size] / max(height, width)
    return max(width * scale, 1.0), max(height * scale, 1.0)
