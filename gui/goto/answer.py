"""What the field answers to a text: the entries that fit, or why there are none and which come nearest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from core.book.names import alike, ranked
from core.book.sections import Section, nearest, number_of, sections_of
from gui.goto.entry import Entry

Note = Literal["", "cannot", "unknown", "near", "nothing"]
"""A section that cannot be computed; a number that no section has; a text that nothing has in it, with names
that come near, or without."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`section`: the one that cannot be computed."""

    entries: tuple[Entry, ...]
    note: Note = ""
    section: Section | None = None


def answer(typed: str, entries: Sequence[Entry]) -> Answer:
    """The entries for a text, the best first. Without a text they are those of all sections of the book."""
    if not typed.strip():
        return Answer(tuple(entry for entry in entries if entry.section is not None))
    number = number_of(typed)
    if number is not None:
        rows = sections_of(number)
        if any(row.places for row in rows):
            return Answer(_of(rows, entries))
        if rows:
            return Answer(_of(nearest(number), entries), "cannot", rows[0])
    names = [entry.names for entry in entries]
    found = ranked(typed, names)
    # A whole number may stand in a name as well: 784 in that of a preset.
    if number is not None and (len(number) > 1 or not found):
        return Answer(_of(nearest(number), entries), "unknown")
    if found:
        return Answer(tuple(entries[place] for place in found))
    near = alike(typed, names)
    return Answer(tuple(entries[place] for place in near), "near" if near else "nothing")


def _of(rows: Sequence[Section], entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries of these sections, section by section."""
    return tuple(entry for row in rows for entry in entries if entry.section == row)
