"""Perceptrons that are logic gates: a step over w₁·x₁ + w₂·x₂ + b, alone and in two layers.

One perceptron divides the plane by a straight line, so that XOR is beyond it; two layers can do it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

INPUTS = ((0, 0), (1, 0), (0, 1), (1, 1))
"""(x₁, x₂) in the order of the book's tables."""

GATES: Mapping[str, tuple[int, int, int, int]] = {
    "and": (0, 0, 0, 1),
    "nand": (1, 1, 1, 0),
    "or": (0, 1, 1, 1),
    "xor": (0, 1, 1, 0),
}
"""What each gate gives for `INPUTS`."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Perceptron:
    """y = 1 where w₁·x₁ + w₂·x₂ + b > 0, else 0."""

    w1: float
    w2: float
    b: float

    def total(self, x: Point) -> float:
        """w₁·x₁ + w₂·x₂ + b, without the last bits: 0.3 − 0.2 − 0.1 is on the line."""
        return round(self.w1 * x[0] + self.w2 * x[1] + self.b, 12)

    def output(self, x: Point) -> int:
        return int(self.total(x) > 0.0)

    @property
    def has_line(self) -> bool:
        """Whether the plane is divided: with both weights 0 the output is the same everywhere."""
        return self.w1 != 0.0 or self.w2 != 0.0

    def nearest(self, point: Point) -> Point:
        """The point of the line that is nearest to this one; without a line, this one."""
        square = self.w1 * self.w1 + self.w2 * self.w2
        if square == 0.0:
            return point
        share = (self.w1 * point[0] + self.w2 * point[1] + self.b) / square
        return point[0] - share * self.w1, point[1] - share * self.w2

    def part(self, polygon: Sequence[Point], output: int) -> list[Point]:
        """The part of a convex polygon in which the output is this one; empty if there is none."""
        kept: list[Point] = []
        for start, end in zip(polygon, [*polygon[1:], *polygon[:1]], strict=True):
            before, after = self.total(start), self.total(end)
            if int(before > 0.0) == output:
                kept.append(start)
            if (before > 0.0) != (after > 0.0):
                share = before / (before - after)
                kept.append((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
        return kept

    def parts(self, polygon: Sequence[Point]) -> list[list[Point]]:
        """The parts of a convex polygon in which the output is 1."""
        return [self.part(polygon, 1)]

    def distance(self, point: Point) -> float:
        """How far the line is from a point; infinitely where there is none."""
        if not self.has_line:
            return math.inf
        return math.dist(point, self.nearest(point))


@dataclass(frozen=True, slots=True)
class TwoLayers:
    """Two perceptrons beside each other, and one that takes their outputs (s₁, s₂)."""

    first: Perceptron
    second: Perceptron
    last: Perceptron

    def hidden(self, x: Point) -> tuple[int, int]:
        return self.first.output(x), self.second.output(x)

    def output(self, x: Point) -> int:
        return self.last.output(self.hidden(x))

    def parts(self, polygon: Sequence[Point]) -> list[list[Point]]:
        """The parts of a convex polygon in which the output is 1: of the four that both lines make."""
        return [
            self.second.part(self.first.part(polygon, s1), s2)
            for s1 in (0, 1)
            for s2 in (0, 1)
            if self.last.output((s1, s2))
        ]


def outputs(network: Perceptron | TwoLayers) -> tuple[int, ...]:
    """Its truth table: what it gives for `INPUTS`."""
    return tuple(network.output(x) for x in INPUTS)
