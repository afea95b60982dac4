"""Which column each node stands in, and the places in between through which the long wires pass.

An operation stands one column to the right of its last operand. What leads only to it, an input, a constant
or a small tree of them, stands as near to it as it can. A wire that passes columns has a *pass* in each of
them, a place of its own between the nodes; all wires from one value share their passes and divide as late as
possible.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

PASS = -1
"""Stands for an operand number where the wire goes on to another pass."""


@dataclass(slots=True)
class Columns:
    """Elements are numbered: first the nodes, then the passes.

    layer       the column of each element
    sources     the elements of the column before, one for each operand; for a pass the one that it continues
    targets     for each element (target, operand number), or (pass, PASS)
    """

    count: int
    layer: list[int]
    sources: list[list[int]]
    targets: list[list[tuple[int, int]]] = field(default_factory=list)

    @property
    def depth(self) -> int:
        return max(self.layer) + 1


def places(operands: Sequence[Sequence[int]]) -> int:
    """How many elements `columns` would make of these nodes, found without making them."""
    users = _users(operands)
    layer = _layers(operands, users, 0)
    passed = sum(
        max([layer[user] for user in own]) - layer[node] - 1 for node, own in enumerate(users) if own
    )
    return len(operands) + passed


def columns(operands: Sequence[Sequence[int]], ports: int) -> Columns:
    """operands: of each node, which come before it; the first `ports` nodes are the edge of a frame.

    They have column 0 to themselves.
    """
    count = len(operands)
    users = _users(operands)
    layer = _layers(operands, users, ports)
    result = Columns(count, layer, [[] for _ in range(count)])
    # The last column of each value, so that its passes can be made once for all users.
    chains: list[list[int]] = []
    for node in range(count):
        last = max((layer[user] for user in users[node]), default=layer[node] + 1)
        chain = [node]
        for column in range(layer[node] + 1, last):
            result.sources.append([chain[-1]])
            layer.append(column)
            chain.append(len(layer) - 1)
        chains.append(chain)
    result.targets = [[] for _ in layer]
    for node, given in enumerate(operands):
        for number, operand in enumerate(given):
            source = chains[operand][layer[node] - 1 - layer[operand]]
            result.sources[node].append(source)
            result.targets[source].append((node, number))
    for chain in chains:
        for before, after in pairwise(chain):
            result.targets[before].append((after, PASS))
    return result


def _users(operands: Sequence[Sequence[int]]) -> list[list[int]]:
    users: list[list[int]] = [[] for _ in operands]
    for node, given in enumerate(operands):
        for operand in dict.fromkeys(given):
            users[operand].append(node)
    return users


def _layers(operands: Sequence[Sequence[int]], users: list[list[int]], ports: int) -> list[int]:
    layer: list[int] = []
    can_move: list[bool] = []
    for node, given in enumerate(operands):
        if not given:
            layer.append(0 if node < ports or not ports else 1)
            can_move.append(node >= ports)
        else:
            layer.append(1 + max([layer[operand] for operand in given]))
            # A tree that leads to one user only.
            can_move.append(len(users[node]) == 1 and all(can_move[i] and len(users[i]) == 1 for i in given))
    for node in range(len(operands) - 1, -1, -1):
        if can_move[node] and users[node]:
            layer[node] = min([layer[user] for user in users[node]]) - 1
    return layer
