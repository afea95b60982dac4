"""The numbers of threads that the matrix products of a run had, as far as somebody told.

A sum that threads share is added up in another order, so the last bits of a run depend on their number: a run
can be repeated bit for bit where all its iterations had the same.
"""

from __future__ import annotations

from collections.abc import Mapping


class ThreadRecord:
    """Whoever drives a session tells it by `use`. `before`: the iterations of a run that is continued."""

    def __init__(self, before: Mapping[int, int] | None = None) -> None:
        self._made = dict(before or {})
        self._number = self._since = 0

    def use(self, number: int, iteration: int) -> None:
        """The iterations after the first `iteration` ones are made with this number of threads."""
        if number != self._number:
            self._made = self.iterations(iteration)
            self._number, self._since = number, iteration

    def iterations(self, iteration: int) -> dict[int, int]:
        """How many of the first `iteration` ones were made with each number; empty where nobody told."""
        made = dict(self._made)
        if self._number and iteration > self._since:
            made[self._number] = made.get(self._number, 0) + iteration - self._since
        return made


def usual(iterations: Mapping[int, int]) -> int:
    """The number of threads that most iterations were made with. ValueError where nobody told."""
    return max(iterations, key=lambda number: iterations[number])
