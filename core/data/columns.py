"""What the columns of a table are, from its first rows: the sign between cells, the heading, the label.

A table has one row for each example: a label and its numbers. Reading all of it is the affair of `table`.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

DELIMITERS = ",;\t"
_LABELS = ("label", "labels", "class", "target", "digit", "category", "레이블", "정답")
_NUMBERED = ("", "unnamed: 0", "id", "index")
"""What a column is called that only counts the rows."""


@dataclass(frozen=True, slots=True)
class Columns:
    """label and left_out: places of columns; the rest are inputs. has_words: the labels are words, which
    become the names of the classes. has_decimal_commas: 0,5 means one half."""

    delimiter: str
    count: int
    has_heading: bool
    label: int
    left_out: tuple[int, ...] = ()
    has_words: bool = False
    has_decimal_commas: bool = False

    @property
    def inputs(self) -> list[int]:
        return [place for place in range(self.count) if place != self.label and place not in self.left_out]


def find_columns(lines: Sequence[str]) -> Columns | None:
    """The columns of a table that begins with these lines; None if there is no label among them, or not more
    than one column."""
    if not lines:
        return None
    delimiter = max(DELIMITERS, key=lines[0].count)
    rows = list(csv.reader(lines[:3], delimiter=delimiter))
    first = [cell.strip() for cell in rows[0]]
    has_commas = delimiter == ";" and any("," in cell for row in rows for cell in row)
    has_heading = _is_heading(first, has_commas)
    sample = [cell.strip() for cell in rows[1]] if has_heading and len(rows) > 1 else first
    if len(first) < 2:
        return None
    left_out: tuple[int, ...] = ()
    if has_heading:
        names = [cell.lower() for cell in first]
        if names[0] in _NUMBERED:
            left_out = (0,)
        label = _named_label(names, len(left_out))
    else:
        label = _unnamed_label(sample, has_commas)
    if label is None or len(first) < 2 + len(left_out):
        return None
    has_words = label < len(sample) and bool(sample[label]) and number(sample[label], has_commas) is None
    return Columns(delimiter, len(first), has_heading, label, left_out, has_words, has_commas)


def number(cell: str, has_decimal_commas: bool = False) -> float | None:
    """The finite number in a cell; None for anything else."""
    try:
        value = float(cell.replace(",", ".") if has_decimal_commas else cell)
    except ValueError:
        return None
    return value if math.isfinite(value) and "_" not in cell else None


def _is_heading(cells: Sequence[str], has_commas: bool) -> bool:
    """Words stand in it, or it counts its columns. One word among numbers is a label, unless it says so."""
    values = [number(cell, has_commas) for cell in cells]
    words = [cell.lower() for cell, value in zip(cells, values, strict=True) if value is None and cell]
    if len(words) == 1 and len(cells) > 2:
        return words[0] in _LABELS
    counted = [float(place) for place in range(len(cells))]
    return len(words) > 1 or (len(cells) > 3 and values == counted)


def _named_label(names: Sequence[str], first: int) -> int | None:
    """The column that is called so; else the last of three, or the first if it is called otherwise than the
    second: a table of pixels alone has no label."""
    for word in _LABELS:
        if word in names:
            return names.index(word)
    if "y" in names and "x" not in names:
        return names.index("y")
    if len(names) - first == 3:
        return len(names) - 1
    if len(names) - first < 2:
        return None
    kinds = [re.sub(r"\d+", "", name) for name in names[first : first + 2]]
    is_counted = all(name.isdigit() for name in names)
    return first if is_counted or kinds[0] != kinds[1] else None


def _unnamed_label(cells: Sequence[str], has_commas: bool) -> int:
    """The column of words; else the last of three; else the first, unless only the last is a whole number."""
    words = [place for place, cell in enumerate(cells) if cell and number(cell, has_commas) is None]
    if len(words) == 1:
        return words[0]
    last = len(cells) - 1
    if len(cells) == 3:
        return last
    values = [number(cells[place], has_commas) for place in (0, last)]
    is_whole = [value is not None and value.is_integer() for value in values]
    return last if is_whole[1] and not is_whole[0] else 0
