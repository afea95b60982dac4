"""Memory that is free goes back to the system.

Linux's C library keeps what was freed between pieces that are still used: after other data sets and large
networks this comes to more than what the program needs, and does not fall by itself.
"""

from __future__ import annotations

import ctypes
import sys


def give_back_memory() -> None:
    """Give back all whole pages that are free. It takes some milliseconds, and is for a job. Nothing happens
    where the library does it by itself, or cannot."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
