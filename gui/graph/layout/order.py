"""The order of the elements of a column, from top to bottom, so that few wires cross.

The first order follows the operands back from the output, which draws a tree without any crossing and keeps
the first operand above the second. Where wires cross all the same, columns are sorted by the middle of their
neighbours, from left to right and back, and the best order seen is kept (Sugiyama, Tagawa and Toda 1981).
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence

from gui.graph.layout.layers import PASS, Columns

Order = list[list[int]]


def ordered(graph: Columns, ports: int) -> Order:
    """The elements of each column from top to bottom; the `ports` of a frame stay as they are."""
    best = _first(graph, ports)
    fewest = crossings(graph, best)
    order = best
    for sweep in range(_sweeps(len(graph.layer))):
        if fewest == 0:
            break
        order = _swept(graph, order, ports, forward=sweep % 2 == 0)
        found = crossings(graph, order)
        if found < fewest:
            best, fewest = order, found
    return best


def crossings(graph: Columns, order: Order) -> int:
    """How many pairs of wires cross."""
    total = 0
    at = _indices(graph, order)
    for column in order[1:]:
        seen: list[int] = []
        for element in column:
            for source in graph.sources[element]:
                total += len(seen) - bisect_right(seen, at[source])
                insort(seen, at[source])
    return total


def _sweeps(elements: int) -> int:
    """Each costs about two microseconds an element, and the whole is to stay below a third of a second."""
    return 24 if elements < 400 else 10 if elements < 2_000 else 4 if elements < 20_000 else 0


def _indices(graph: Columns, order: Order) -> list[int]:
    at = [0] * len(graph.layer)
    for column in order:
        for index, element in enumerate(column):
            at[element] = index
    return at


def _first(graph: Columns, ports: int) -> Order:
    order: Order = [[] for _ in range(graph.depth)]
    seen = [False] * len(graph.layer)
    order[0] = list(range(ports))
    for port in order[0]:
        seen[port] = True
    for end in range(graph.count - 1, -1, -1):
        if graph.targets[end] or seen[end]:
            continue
        waiting = [end]
        while waiting:
            element = waiting.pop()
            if seen[element]:
                continue
            seen[element] = True
            order[graph.layer[element]].append(element)
            waiting += reversed(graph.sources[element])
    return order


def _swept(graph: Columns, order: Order, ports: int, forward: bool) -> Order:
    """Every column sorted by the mean place of its neighbours to the left, or to the right."""
    result = [list(column) for column in order]
    at = _indices(graph, order)
    columns = range(1, len(order)) if forward else range(len(order) - 2, -1, -1)
    for number in columns:
        if number == 0 and ports:
            continue
        column = result[number]
        wishes = [(index, _wish(graph, at, element, forward)) for index, element in enumerate(column)]
        # Who has no neighbours on that side keeps the place; the others are sorted among themselves.
        movable = [(wish, index) for index, wish in wishes if wish is not None]
        moved = list(column)
        for (_, place), (_, chosen) in zip(movable, sorted(movable), strict=True):
            moved[place] = column[chosen]
        result[number] = moved
        for index, element in enumerate(moved):
            at[element] = index
    return result


def _wish(graph: Columns, at: Sequence[int], element: int, forward: bool) -> float | None:
    if forward:
        sources = graph.sources[element]
        return sum([at[source] for source in sources]) / len(sources) if sources else None
    targets = graph.targets[element]
    if not targets:
        return None
    total = 0.0
    for target, number in targets:
        total += at[target]
        if number != PASS:
            # The first operand comes in above the second.
            operands = len(graph.sources[target])
            total += (number + 0.5) / operands - 0.5
    return total / len(targets)
