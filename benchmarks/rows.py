"""What a measurement says: a median with its spread, what it is compared with, and what was to reach."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spread:
    """The median of `count` measurements, and the quartiles around it."""

    median: float
    low: float
    high: float
    count: int

    @classmethod
    def of(cls, values: Sequence[float], scale: float = 1.0) -> Spread:
        scaled = [value * scale for value in values]
        if len(scaled) == 1:
            return cls(scaled[0], scaled[0], scaled[0], 1)
        low, median, high = statistics.quantiles(scaled, n=4, method="inclusive")
        return cls(median, low, high, len(scaled))

    @classmethod
    def of_ratios(cls, values: Sequence[float], others: Sequence[float]) -> Spread:
        """Pair by pair: what disturbed the machine disturbed both of a pair."""
        return cls.of([value / other for value, other in zip(values, others, strict=True)])

    def __str__(self) -> str:
        if self.count == 1:
            return number(self.median)
        return f"{number(self.median)} ({number(self.low)}–{number(self.high)})"


@dataclass(frozen=True, slots=True)
class Target:
    """The most, or the least, is `limit`: of the ratio where there is one, else of what was measured."""

    limit: float
    at_least: bool = False

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.limit:g}"

    def is_reached(self, value: float) -> bool:
        return value >= self.limit if self.at_least else value <= self.limit


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `measured` is in words where there was nothing to measure; `against` says what
    `reference` is of; `note` what the figures do not."""

    what: str
    measured: Spread | str
    unit: str
    against: str = ""
    reference: Spread | None = None
    ratio: Spread | None = None
    target: Target | None = None
    note: str = ""

    @property
    def reached(self) -> bool | None:
        """None where nothing was to reach, or nothing measured."""
        figure = self.ratio or self.measured
        if self.target is None or isinstance(figure, str):
            return None
        return self.target.is_reached(figure.median)


HEAD = ("what", "measured", "against", "ratio", "to reach", "")


def cells(row: Row) -> tuple[str, ...]:
    against = row.against
    if row.reference is not None:
        against += f": {row.reference} {row.unit}"
    target = "" if row.target is None else str(row.target)
    if row.target is not None and row.ratio is None:
        target += f" {row.unit}"
    mark = {True: "✓", False: "✗", None: ""}[row.reached]
    measured = row.measured if isinstance(row.measured, str) else f"{row.measured} {row.unit}"
    return row.what, measured, against, str(row.ratio or ""), target, mark


def table(rows: Sequence[Row]) -> str:
    """The rows as text, every column as wide as its widest cell."""
    lines = [HEAD, *map(cells, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    text = []
    for line in lines:
        text.append("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
    text.insert(1, "  ".join("─" * width for width in widths))
    return "\n".join(text)


def number(value: float) -> str:
    """Three digits that count, and no exponent."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"
