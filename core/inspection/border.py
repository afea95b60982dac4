"""The border between regions of a grid, in each of which another number is the largest: marching squares.

A square whose corners belong to different regions is crossed by a straight piece of the border, from edge to
edge, at the points where the two numbers are equal if they are linear between the corners.
Source: Lorensen and Cline, Marching Cubes, 1987, in two dimensions.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Segments = NDArray[np.float64]
"""(S, 2, 2): S pieces, each with two ends, each with its x and y."""


def border(
    values: NDArray[np.floating[Any]], across: tuple[float, float], up: tuple[float, float]
) -> Segments:
    """Where the largest of C numbers gives way to another.

    values: (rows, columns, C) on a grid that covers `across` × `up`, row 0 at the bottom. A border between
    two of three or more regions comes twice, once from either side. A number that is not finite makes none.
    """
    values = np.asarray(values, np.float64)
    height, width, classes = values.shape
    found = []
    for own in range(1 if classes == 2 else classes):
        with np.errstate(invalid="ignore"):
            ahead = values[..., own] - np.delete(values, own, axis=2).max(axis=2)
        found.append(zero_line(np.nan_to_num(ahead)))
    pieces = np.concatenate(found)
    low = np.array([across[0], up[0]])
    scale = np.array([(across[1] - across[0]) / (width - 1), (up[1] - up[0]) / (height - 1)])
    return low + pieces * scale


def zero_line(field: NDArray[np.float64]) -> Segments:
    """Where a field of finite numbers, (rows, columns), changes its sign, in steps of its grid."""
    above = field > 0.0
    along = _crossings(field)  # (rows, columns − 1): how far along each edge from left to right
    upwards = _crossings(field.T).T
    rows, columns = np.mgrid[: field.shape[0], : field.shape[1]].astype(np.float64)
    on_row = np.stack([columns[:, :-1] + along, rows[:, :-1]], axis=-1)
    on_column = np.stack([columns[:-1], rows[:-1] + upwards], axis=-1)
    crosses_row, crosses_column = above[:, :-1] != above[:, 1:], above[:-1] != above[1:]
    # The four edges of each square, once around: below, right, above, left.
    points = np.stack([on_row[:-1], on_column[:, 1:], on_row[1:], on_column[:, :-1]], axis=2)
    crossed = np.stack(
        [crosses_row[:-1], crosses_column[:, 1:], crosses_row[1:], crosses_column[:, :-1]], axis=2
    )
    count = crossed.sum(axis=2)
    twice = count == 2
    pairs = points[twice][crossed[twice]].reshape(-1, 2, 2)
    # Opposite corners alike: the middle says which two of them hang together.
    saddle = count == 4
    middle = (field[:-1, :-1] + field[:-1, 1:] + field[1:, :-1] + field[1:, 1:]) > 0.0
    joined = (middle == above[:-1, :-1])[saddle]
    around = points[saddle]
    around[~joined] = np.roll(around[~joined], 1, axis=1)
    return np.concatenate([pairs, around.reshape(-1, 2, 2)])


def _crossings(field: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far along each edge of a row the field is 0, as a share; without meaning where it is not."""
    first, second = field[:, :-1], field[:, 1:]
    with np.errstate(all="ignore"):
        share = first / (first - second)
    return np.clip(np.nan_to_num(share, nan=0.5), 0.0, 1.0)
