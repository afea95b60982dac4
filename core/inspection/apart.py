"""Which parts of the ink are one digit, and in which order digits are read.

Parts that lie apart like two digits are two; the bar of a 5 that was lifted off is not. Only places and sizes
are looked at: what each digit is, a network says.
"""

from __future__ import annotations

from core.inspection.clutter import without_specks
from core.inspection.parts import Box, Part

BODY = 0.5
"""A share of the tallest part: a part as high as this is a digit by itself; a smaller one belongs to the
nearest digit …"""
NEAR = 0.3
"""… if it lies no farther from it than this."""
ALONE = 0.3
"""A share of the tallest part: a part that lies far from all digits is one if it is as high as this, and else
dirt."""

STACKED = 0.5
"""A share of the narrower one's width: parts that overlap by this much lie one above the other."""
CLOSE, JOINABLE = 0.1, 0.25
"""A share of the tallest part: stacked parts so close are one digit; those up to JOINABLE only if,
together, they are not taller than a digit is."""
TALLEST = 2.2
"""The height of a digit is at most so many times its width, unless it is a 1."""
CROSSING = 0.35
"""A share of the narrower one's width: parts side by side whose boxes overlap by this much are one digit."""


def group(parts: tuple[Part, ...]) -> tuple[tuple[Part, ...], ...]:
    """The parts of each digit, in the order of reading; what is dirt is left out."""
    parts = without_specks(parts)
    tallest = max((part.box.height for part in parts), default=0)
    bodies = [part for part in parts if part.box.height >= BODY * tallest]
    groups: list[list[Part]] = []
    for body in bodies:
        touching = [one for one in groups if any(_are_one(body.box, part.box, tallest) for part in one)]
        groups = [one for one in groups if one not in touching]
        groups.append([body, *(part for one in touching for part in one)])
    alone: list[list[Part]] = []
    for bit in parts:
        if bit not in bodies:
            nearest = min(groups, key=lambda one: min(_gap(bit.box, part.box) for part in one))
            if min(_gap(bit.box, part.box) for part in nearest) <= NEAR * tallest:
                nearest.append(bit)
            elif bit.box.height >= ALONE * tallest:
                alone.append([bit])
    return tuple(map(tuple, in_reading_order(groups + alone)))


def box_of(parts: tuple[Part, ...] | list[Part]) -> Box:
    """The box around all of them."""
    box = parts[0].box
    for part in parts[1:]:
        box = box.joined(part.box)
    return box


def in_reading_order(groups: list[list[Part]]) -> list[list[Part]]:
    """Line by line from the top, and in a line from the left. Of one line are those whose middle lies within
    the height of its first."""
    waiting = sorted(groups, key=lambda one: box_of(one).top)
    read: list[list[Part]] = []
    while waiting:
        first = box_of(waiting[0])
        line = [one for one in waiting if first.top <= _middle(box_of(one)) < first.bottom]
        line = line or [waiting[0]]
        waiting = [one for one in waiting if one not in line]
        read += sorted(line, key=lambda one: box_of(one).left)
    return read


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2


def _overlap(low: int, high: int, other_low: int, other_high: int) -> int:
    """How far two stretches overlap; negative, how far they are apart."""
    return min(high, other_high) - max(low, other_low)


def _gap(one: Box, other: Box) -> int:
    across = _overlap(one.left, one.right, other.left, other.right)
    down = _overlap(one.top, one.bottom, other.top, other.bottom)
    return max(-across, -down, 0)


def _are_one(one: Box, other: Box, tallest: int) -> bool:
    """Whether two large parts belong to one digit."""
    across = _overlap(one.left, one.right, other.left, other.right) / min(one.width, other.width)
    down = _overlap(one.top, one.bottom, other.top, other.bottom)
    if down > 0:
        return across >= CROSSING
    if across < STACKED:
        return False
    both = one.joined(other)
    is_a_digit = both.height <= TALLEST * both.width
    return -down <= CLOSE * tallest or (-down <= JOINABLE * tallest and is_a_digit)
