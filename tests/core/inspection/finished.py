"""A generator of progress run to its end. Not a test itself."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

Result = TypeVar("Result")


def finished(steps: Generator[tuple[int, int], None, Result]) -> Result:
    """What it returns; its progress must grow, and end at the whole."""
    done, total = 0, 1
    while True:
        try:
            before, (done, total) = done, next(steps)
        except StopIteration as end:
            assert done == total
            return end.value
        assert before < done <= total
