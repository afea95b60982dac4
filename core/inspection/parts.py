"""The connected parts of a mask: which pixels hang together, and where each part lies.

A mask is cut into runs, the unbroken stretches of its rows; runs of neighbouring rows that touch are of one
part. What a part shows is not known here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Box:
    """The rows from `top` up to, but not including, `bottom`; columns likewise."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def longest(self) -> int:
        return max(self.height, self.width)

    @property
    def area(self) -> int:
        return self.height * self.width

    def joined(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(
            min(self.top, other.top),
            min(self.left, other.left),
            max(self.bottom, other.bottom),
            max(self.right, other.right),
        )

    def holds(self, other: Box) -> bool:
        """Whether the other lies inside, with at least one pixel around it."""
        return (
            self.top < other.top
            and self.left < other.left
            and other.bottom < self.bottom
            and other.right < self.right
        )

    def grown(self, by: int, shape: tuple[int, ...]) -> Box:
        """`by` pixels more on each side (fewer, if negative), as far as the picture (height, width) goes."""
        return Box(
            max(self.top - by, 0),
            max(self.left - by, 0),
            min(self.bottom + by, shape[0]),
            min(self.right + by, shape[1]),
        )

    def moved(self, down: int, right: int) -> Box:
        return Box(self.top + down, self.left + right, self.bottom + down, self.right + right)

    def times(self, factor: int) -> Box:
        """The same on a picture whose pixels are so many times finer."""
        return Box(self.top * factor, self.left * factor, self.bottom * factor, self.right * factor)

    def of(self, array: NDArray[Any]) -> NDArray[Any]:
        """That part of an array (h, w, …): a view."""
        return array[self.top : self.bottom, self.left : self.right]


class Runs(NamedTuple):
    """The runs of a mask in reading order: (R,) rows, first columns, and columns behind the last."""

    rows: NDArray[np.intp]
    starts: NDArray[np.intp]
    ends: NDArray[np.intp]


class Part(NamedTuple):
    """A connected part: its number in the picture of labels, its box, and how many pixels it has."""

    label: int
    box: Box
    area: int


def runs_of(mask: Mask) -> Runs:
    """The unbroken stretches of each row."""
    # With a gap at both ends of every row the changes are a start and an end by turns, all rows in one line.
    line = np.pad(mask, ((0, 0), (1, 1))).ravel()
    rows, columns = np.divmod(np.flatnonzero(line[1:] != line[:-1]), mask.shape[1] + 2)
    return Runs(rows[::2], columns[::2], columns[1::2])


def run_lengths(mask: Mask) -> NDArray[np.intp]:
    """(h, w) for each pixel of the mask the length of the run that it lies in; 0 outside."""
    runs = runs_of(mask)
    lengths = np.zeros(mask.shape, np.intp)
    lengths[mask] = np.repeat(runs.ends - runs.starts, runs.ends - runs.starts)
    return lengths


def label_parts(mask: Mask) -> tuple[NDArray[np.intp], tuple[Part, ...]]:
    """(h, w) the number of the part of each pixel, 0 outside, and the parts from 1 on. Pixels that touch at a
    corner belong together."""
    runs = runs_of(mask)
    parts = _joined(len(runs.rows), *_touching(runs, mask.shape[1]))
    numbers, of_run = np.unique(parts, return_inverse=True)
    labels = np.zeros(mask.shape, np.intp)
    labels[mask] = np.repeat(of_run + 1, runs.ends - runs.starts)
    count = len(numbers)
    top, left = np.full(count, mask.shape[0]), np.full(count, mask.shape[1])
    bottom, right = np.zeros(count, int), np.zeros(count, int)
    np.minimum.at(top, of_run, runs.rows)
    np.minimum.at(left, of_run, runs.starts)
    np.maximum.at(bottom, of_run, runs.rows + 1)
    np.maximum.at(right, of_run, runs.ends)
    area = np.bincount(of_run, runs.ends - runs.starts, count)
    table = np.stack([top, left, bottom, right, area.astype(int)], axis=1).tolist()
    return labels, tuple(Part(place + 1, Box(*row[:4]), row[4]) for place, row in enumerate(table))


def _touching(runs: Runs, width: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The pairs of runs in neighbouring rows that touch, as two lists of their numbers."""
    # A place in the picture as one number, so that all runs can be searched at once.
    stride = width + 2
    below = (runs.rows + 1) * stride
    first = np.searchsorted(runs.rows * stride + runs.ends, below + runs.starts, "left")
    behind = np.searchsorted(runs.rows * stride + runs.starts, below + runs.ends, "right")
    counts = np.maximum(behind - first, 0)
    upper = np.repeat(np.arange(len(runs.rows)), counts)
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return upper, np.repeat(first, counts) + within


def _joined(count: int, one: NDArray[np.intp], other: NDArray[np.intp]) -> NDArray[np.intp]:
    """(count,) the lowest number that each can be reached from over the pairs."""
    root = np.arange(count)
    while True:
        a, b = root[one], root[other]
        if (a == b).all():
            return root
        np.minimum.at(root, np.maximum(a, b), np.minimum(a, b))
        while (root[root] != root).any():
            root = root[root]
