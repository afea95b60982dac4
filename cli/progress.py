"""How far a training is, on standard error: on a terminal one line with a bar, drawn again and again and no
wider than the terminal is at that moment; anywhere else a plain line now and then.
"""

from __future__ import annotations

import math
import os
import sys

from cli import output
from cli.signs import cut, width
from core.errors import translatable
from core.language import localized

BAR_WIDTH = 28
LEAST_BAR_WIDTH = 6
TERMINAL_SECONDS, FILE_SECONDS = 0.1, 10.0


class Progress:
    """`total` is the number of iterations. Times are those of one clock, in seconds."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._is_terminal = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._every = TERMINAL_SECONDS if self._is_terminal else FILE_SECONDS
        self._due = -math.inf

    def is_due(self, now: float) -> bool:
        """Whether it is time to show it again."""
        return now >= self._due

    def show(self, now: float, iteration: int, loss: float, seconds_left: float | None) -> None:
        self._due = now + self._every
        template = translatable("cli", "{iteration:,} / {total:,}  loss {loss:.4f}")
        text = localized(template, iteration=iteration, total=self._total, loss=loss)
        if seconds_left is not None:
            text += localized(translatable("cli", "  {seconds:.0f} s left"), seconds=seconds_left)
        if self._is_terminal:
            output.tell(f"\r\x1b[K{_with_bar(text, iteration / self._total)}", end="")
        else:
            output.tell(text)

    def clear(self) -> None:
        """Leave the line to something else."""
        if self._is_terminal:
            output.tell("\r\x1b[K", end="")


def _with_bar(text: str, share: float) -> str:
    """A sign less than a line of the terminal: in its last column some begin another."""
    columns = _columns() - 1
    bar = min(BAR_WIDTH, columns - width(text) - 1)
    if bar < LEAST_BAR_WIDTH:
        return cut(text, columns)
    filled = round(bar * share)
    return f"{'█' * filled}{'░' * (bar - filled)} {text}"


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except OSError:
        return 80
