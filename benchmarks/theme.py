"""Rows about another theme and another language: processor time until the program is at rest again."""

from __future__ import annotations

from benchmarks.children import Child
from benchmarks.rows import Row, Spread, Target

ROUNDS, QUICK_ROUNDS = 5, 1
LIMIT_MS = 150.0


def rows(quick: bool = False) -> list[Row]:
    with Child("benchmarks.resting_child") as child:
        return [
            Row(
                f"another {what}, every workspace visited, a network of 16 rows: processor time",
                Spread.of(child.ask_for(f"{what} {QUICK_ROUNDS if quick else ROUNDS}")["ms"]),
                "ms",
                target=Target(LIMIT_MS),
            )
            for what in ("theme", "language")
        ]
