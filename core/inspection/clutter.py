"""What is on a picture beside its digits: ruled lines, frames, what comes in from the border, specks.

Each kind is taken out of a mask of ink only while something else is left. What a digit looks like is not
known here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.inspection.parts import Box, Mask, Part, label_parts, run_lengths

Aside = Literal["lines", "border", "frame", "sheet"]
"""What was set aside: straight lines, parts at the border, a frame, all that lies around a sheet of paper."""

LINE_LENGTH = 0.7
"""A share of the picture: a straight line at least so long is not a stroke of a digit …"""
LINE_THICKNESS = 0.025
"""… if it is not thicker than this share of the longer side."""
LINE_SEEN = 0.3
"""A share of the picture: so much of a line must be seen to be thin, where no stroke crosses it."""
LINE_SLOPE = 0.08

LEAST_LEFT = 0.08
"""A share of the picture's longer side: what is smaller does not count as something that is left."""

GRAIN_SIZE = 0.02
"""A share of the picture's longer side: on paper, what is smaller is grain."""

SPECK = 0.15
"""A share of the longest part's longer side: what is smaller than this in both directions is dirt …"""
THREAD = 0.05
"""… and so is what has less than this of the pixels of the largest, such as the rest of a line."""

FRAMED = 0.2
FRAME_FILL = 0.4
"""A frame is a part that covers less than this share of its box, with something in it at least FRAMED as
long."""


@dataclass(frozen=True, slots=True, eq=False)
class Cleared:
    """What is left: (h, w) `labels` with the number of its part for each pixel, the `parts`, and what was set
    aside."""

    labels: NDArray[np.intp]
    parts: tuple[Part, ...]
    aside: frozenset[Aside]

    def inside(self) -> Cleared:
        """The parts without what touches two sides of the picture (a corner, or a table without a digit),
        and without grain."""
        shape = self.labels.shape
        least = GRAIN_SIZE * max(shape)
        parts = (part for part in self.parts if _sides_touched(part.box, shape) < 2)
        return replace(self, parts=tuple(part for part in parts if part.box.longest >= least))

    @property
    def mask(self) -> Mask:
        """(h, w) the pixels of the parts."""
        return np.isin(self.labels, [part.label for part in self.parts])


def clear(mask: Mask) -> Cleared:
    """The parts of the ink without lines, frames and what touches the border."""
    aside: set[Aside] = set()
    without = mask & ~straight_lines(mask)
    if (without != mask).any() and _is_left(_parts(without), mask.shape):
        mask = without
        aside.add("lines")
    labels, parts = label_parts(mask)
    inner = tuple(part for part in parts if not touches_border(part.box, mask.shape))
    if len(inner) < len(parts) and _is_left(inner, mask.shape):
        parts = inner
        aside.add("border")
    framed = _without_frames(parts)
    if len(framed) < len(parts):
        parts = framed
        aside.add("frame")
    return Cleared(labels, parts, frozenset(aside))


def straight_lines(mask: Mask) -> Mask:
    """The pixels of thin straight lines across the picture, nearly level or upright, but not where a thicker
    stroke crosses them."""
    return _level_lines(mask) | _level_lines(mask.T).T


def _level_lines(mask: Mask) -> Mask:
    height, width = mask.shape
    lines = np.zeros_like(mask)
    if np.count_nonzero(mask.any(axis=0)) < LINE_LENGTH * width:
        return lines  # as on most pictures: too few columns have any ink
    thickness = max(round(LINE_THICKNESS * max(mask.shape)), 1)
    heights = run_lengths(mask.T).T
    thin = mask & (heights <= thickness)
    if np.count_nonzero(thin) < LINE_SEEN * width:
        return lines
    rows, columns = np.nonzero(thin)
    # A line goes on under the strokes that cross it, and a row beside counts: it is seldom quite straight.
    near = mask.copy()
    near[1:] |= mask[:-1]
    near[:-1] |= mask[1:]
    near_rows, near_columns = np.nonzero(near)
    most = round(LINE_SLOPE * width)
    for rise in range(-most, most + 1, 2):
        drop = rise * np.arange(width) // width
        # Along each line with this rise: in how many columns it has ink.
        counts = np.bincount(near_rows - drop[near_columns] + most, minlength=height + 2 * most)
        for row in np.flatnonzero(counts >= LINE_LENGTH * width) - most:
            close = np.abs(rows - drop[columns] - row) <= thickness // 2 + 1
            if np.count_nonzero(close) >= LINE_SEEN * width:
                lines[rows[close], columns[close]] = True
    return lines


def without_specks(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts that are not tiny beside the others."""
    longest = SPECK * max((part.box.longest for part in parts), default=0)
    largest = THREAD * max((part.area for part in parts), default=0)
    return tuple(part for part in parts if part.box.longest >= longest and part.area >= largest)


def smallest_rectangle(rows: NDArray[np.intp], columns: NDArray[np.intp]) -> float:
    """The area of the smallest rectangle around these pixels, turned in steps of three degrees."""
    areas = []
    for degrees in range(0, 90, 3):
        cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        along, across = rows * cosine + columns * sine, columns * cosine - rows * sine
        areas.append((np.ptp(along) + 1) * (np.ptp(across) + 1))
    return float(min(areas))


def _parts(mask: Mask) -> tuple[Part, ...]:
    return label_parts(mask)[1]


def touches_border(box: Box, shape: tuple[int, ...]) -> bool:
    """Whether the box reaches a side of the picture."""
    return _sides_touched(box, shape) > 0


def _sides_touched(box: Box, shape: tuple[int, ...]) -> int:
    return (box.top == 0) + (box.left == 0) + (box.bottom == shape[0]) + (box.right == shape[1])


def _is_left(parts: Iterable[Part], shape: tuple[int, ...]) -> bool:
    """Whether anything is there that may be a digit, and not only specks."""
    return any(part.box.longest >= LEAST_LEFT * max(shape) for part in parts)


def _without_frames(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    def is_frame(part: Part) -> bool:
        if part.area > FRAME_FILL * part.box.area:
            return False
        least = FRAMED * part.box.longest
        return any(part.box.holds(other.box) and other.box.longest >= least for other in parts)

    return tuple(part for part in parts if not is_frame(part))
