"""What goes into a layout and what comes out of it. All lengths are in pixels of the unzoomed picture; y
grows downwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

END = ""
"""The output's name at the right end of the picture, as the id of what stands there and as a wire's target.
"""


class Box(NamedTuple):
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def overlaps(self, other: Box) -> bool:
        """Whether they share more than an edge."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )


class NodeSize(NamedTuple):
    """How large a node is drawn. Its line is the height at which its value leaves it.

    width, height   of its shape; many operands make it higher
    above, below    what must stay free over and under the line, for what is written beside the shape
    value           length of the wire that is kept free behind the shape for value and gradient
    lead            length of the wires that is kept free before it, for what each of them carries back
    spacing         between two wires that arrive
    """

    width: float
    height: float
    above: float = 0.0
    below: float = 0.0
    value: float = 0.0
    lead: float = 0.0
    spacing: float = 12.0


class FrameSize(NamedTuple):
    """width: of the compound while it is closed; title: the least width of its frame while it stands open."""

    width: float
    title: float


class Gaps(NamedTuple):
    """The least distance between two columns, and between two nodes that stand under one another.

    Wires bend in the gap between two columns, which is wider beside a column of many.
    """

    across: float
    down: float


TIGHT = Gaps(16.0, 20.0)
"""As near together as can be read."""


class Port(NamedTuple):
    """Where a wire meets its node. It arrives level, and straight for at least the node's `lead`."""

    x: float
    y: float


class NodePlace(NamedTuple):
    """Where a node stands.

    shape   the outline; a circle where it is as wide as high
    line    the height at which its value leaves it
    value   where value and gradient stand, above and under the line
    ports   its operands' wires, in order
    layer   column of the picture, or of the frame that it stands in, counted from the left
    frame   the opened compound that it is a part of, or nothing
    """

    shape: Box
    line: float
    value: Box
    ports: tuple[Port, ...]
    layer: int
    frame: str


class FramePlace(NamedTuple):
    """The frame around the parts of an opened compound. parent: the frame that it stands in, or nothing."""

    shape: Box
    line: float
    depth: int
    parent: str


class Piece(NamedTuple):
    """A part of a wire: straight from x0 to xa at height y0, a bend to xb at y1, straight to x1.

    source: the node whose value it carries. before: the piece that leads to it, −1 at the source.
    """

    source: str
    x0: float
    y0: float
    xa: float
    xb: float
    y1: float
    x1: float
    before: int


class Dot(NamedTuple):
    """Where the wire of `source` divides."""

    source: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Layout:
    """nodes has END as well. ends: the last piece of each wire, by target and operand number."""

    nodes: Mapping[str, NodePlace]
    frames: Mapping[str, FramePlace]
    pieces: tuple[Piece, ...]
    ends: Mapping[tuple[str, int], int]
    dots: tuple[Dot, ...]
    bounds: Box

    def route(self, target: str, operand: int) -> list[int]:
        """The pieces of one wire, from its source on."""
        found = []
        piece = self.ends[target, operand]
        while piece >= 0:
            found.append(piece)
            piece = self.pieces[piece].before
        return found[::-1]
