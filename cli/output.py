"""Standard output and standard error, whatever they are: a terminal of any encoding, a pipe whose reader is
gone, a disk that is full, or nothing at all.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

from cli.signs import PLAINLY
from core.errors import translatable
from core.language import localized


def prepare() -> None:
    """Let no sign break what is written from here on. A stream that is closed, or that a program without a
    console never had, takes everything and keeps nothing."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=PLAINLY)


def _nowhere() -> TextIO:
    return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def encodings() -> tuple[str, ...]:
    """Those of standard output and standard error."""
    return tuple(stream.encoding or "utf-8" for stream in (sys.stdout, sys.stderr))


def tell(text: str, end: str = "\n") -> None:
    """Write to standard error. Where that cannot be, no one is told, and the work goes on."""
    try:
        print(text, end=end, file=sys.stderr, flush=True)
    except OSError:
        _let_go(sys.stderr)


def flush() -> None:
    """Write what still waits to be. OSError where standard output cannot be written."""
    tell("", end="")
    sys.stdout.flush()


def is_lost(error: OSError) -> bool:
    """Whether the standard output could not be written. An error with a file of its own is another matter."""
    return error.filename is None


def give_up(error: OSError) -> None:
    """Say why nothing more is written, unless the reader went away by itself, as with `| head`."""
    if not isinstance(error, BrokenPipeError):
        template = translatable(
            "cli", "backprop-lab: the output cannot be written ({why}): send it elsewhere."
        )
        tell(localized(template, why=error.strerror or error))
    _let_go(sys.stdout)


def _let_go(stream: TextIO) -> None:
    """What is still written there, by Python when it ends for one, goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
