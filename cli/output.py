"""What to do where nothing can hold what a command writes: its reader is gone, or a disk is full."""

from __future__ import annotations

import os
import sys


def is_lost(error: OSError) -> bool:
    """Whether the standard output could not be written. An error with a file of its own is another matter."""
    return error.filename is None


def give_up(error: OSError) -> None:
    """Say why nothing more is written, unless the reader went away by itself, as with `| head`. What Python
    still writes when it ends goes nowhere."""
    if not isinstance(error, BrokenPipeError):
        reason = error.strerror or error
        print(f"backprop-lab: the output cannot be written ({reason}): send it elsewhere.", file=sys.stderr)
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
