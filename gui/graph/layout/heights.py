"""How high each element stands, in the order that its column has.

Columns are gone through from left to right and back, and each is placed at once: as near as possible, by
least squares, to where its neighbours want it while nothing comes too close to the next (isotonic regression
by pooling of adjacent violators). What is computed counts far more than what is given: the line of the
results runs straight through the picture, and inputs make room for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from gui.graph.layout.layers import Columns
from gui.graph.layout.order import Order


class Band(NamedTuple):
    """What an element needs above and below its line, the wires that arrive at a node included.

    weight: how much its place counts. Passes count most, so that long wires are straight.
    """

    above: float
    below: float
    weight: float


@dataclass(frozen=True, slots=True)
class Wishes:
    """Where neighbours want an element: (neighbour, how far below the neighbour's line), left and right."""

    left: list[list[tuple[int, float]]]
    right: list[list[tuple[int, float]]]


LEAF, NODE, PASSING = 1e-4, 1.0, 8.0
_PASS_GAP = 14.0


def heights(graph: Columns, order: Order, bands: Sequence[Band], wishes: Wishes, gap: float) -> list[float]:
    """The height of each element's line. gap: what is kept free between two nodes.

    What hangs together is placed for itself, and the rest below it: two parts without a wire between them
    would only push each other further away.
    """
    y = [0.0] * len(graph.layer)
    bottom: float | None = None
    for part in _parts(graph, order):
        _place_part(graph.count, part, bands, wishes, y, gap)
        members = [element for column in part for element in column]
        if bottom is not None:
            down = bottom + gap - min([y[element] - bands[element].above for element in members])
            for element in members:
                y[element] += down
        bottom = max([y[element] + bands[element].below for element in members])
    # Eighths of a pixel can be added without an error.
    return [round(8.0 * height) / 8.0 for height in y]


def _parts(graph: Columns, order: Order) -> list[Order]:
    """The columns of each part that hangs together, that of the last node first."""
    part = [-1] * len(graph.layer)
    parts = 0
    for start in range(graph.count - 1, -1, -1):
        if part[start] >= 0:
            continue
        waiting = [start]
        while waiting:
            element = waiting.pop()
            if part[element] < 0:
                part[element] = parts
                waiting += graph.sources[element]
                waiting += [target for target, _ in graph.targets[element]]
        parts += 1
    found: list[Order] = [[] for _ in range(parts)]
    for column in order:
        mine: dict[int, list[int]] = {}
        for element in column:
            mine.setdefault(part[element], []).append(element)
        for number, elements in mine.items():
            found[number].append(elements)
    return found


def _place_part(
    count: int, order: Order, bands: Sequence[Band], wishes: Wishes, y: list[float], gap: float
) -> None:
    gaps = [_gaps(column, bands, count, gap) for column in order]
    weights = [band.weight for band in bands]
    equal = [1.0] * len(y)
    for column, apart in zip(order, gaps, strict=True):
        _place(column, apart, y, [0.0] * len(column), equal[: len(column)])
    forwards = range(len(order))
    backwards = range(len(order) - 1, -1, -1)
    for _ in range(_rounds(len(y))):
        for number in backwards:
            _settle(order[number], gaps[number], y, wishes.right, equal)
        for number in forwards:
            _settle(order[number], gaps[number], y, wishes.left, weights)
    for number in backwards:
        column = order[number]
        desired = [_last_wish(y, element, wishes, weights) for element in column]
        _place(column, gaps[number], y, desired, [weights[element] for element in column])


def _last_wish(y: list[float], element: int, wishes: Wishes, weights: Sequence[float]) -> float:
    """Inputs at last go to where they are used, and push nobody. A line that ought to be straight and is not,
    because two columns need different room, is moved as a whole: where it bends anyway nobody sees it."""
    users = wishes.right[element]
    is_straight = len(users) == 1 and [source for source, _ in wishes.left[users[0][0]]] == [element]
    return _wish(y, users, y[element]) if weights[element] == LEAF or is_straight else y[element]


def _rounds(elements: int) -> int:
    return 3 if elements < 2_000 else 2 if elements < 20_000 else 1


def _gaps(column: list[int], bands: Sequence[Band], count: int, gap: float) -> list[float]:
    """The least distance of each element's line from that of the one above it; 0 for the first."""
    gaps = [0.0]
    for above, below in pairwise(column):
        free = gap if above < count and below < count else _PASS_GAP
        gaps.append(bands[above].below + free + bands[below].above)
    return gaps


def _settle(
    column: list[int],
    gaps: list[float],
    y: list[float],
    wishes: list[list[tuple[int, float]]],
    weights: Sequence[float],
) -> None:
    desired = [_wish(y, wishes[element], y[element]) for element in column]
    _place(column, gaps, y, desired, [weights[element] if wishes[element] else LEAF for element in column])


def _wish(y: list[float], neighbours: list[tuple[int, float]], otherwise: float) -> float:
    if not neighbours:
        return otherwise
    return sum([y[neighbour] + offset for neighbour, offset in neighbours]) / len(neighbours)


def _place(
    column: list[int], gaps: list[float], y: list[float], desired: list[float], weights: list[float]
) -> None:
    """Minimize Σ weight · (y − desired)² with at least the gaps between."""
    # Less the gaps so far, "far enough apart" becomes "not descending".
    sums: list[float] = []
    totals: list[float] = []
    sizes: list[int] = []
    offset = 0.0
    for gap, wish, weight in zip(gaps, desired, weights, strict=True):
        offset += gap
        pooled, total, size = weight * (wish - offset), weight, 1
        while sums and sums[-1] * total > pooled * totals[-1]:
            pooled += sums.pop()
            total += totals.pop()
            size += sizes.pop()
        sums.append(pooled)
        totals.append(total)
        sizes.append(size)
    offset = 0.0
    index = 0
    for pooled, total, size in zip(sums, totals, sizes, strict=True):
        for _ in range(size):
            offset += gaps[index]
            y[column[index]] = pooled / total + offset
            index += 1
