"""One writer at a time in a folder that several windows and commands share.

The lock is one of the system (`core.file_locks`), on a file that stays. It ends with whoever holds it, even
by a kill, so that none is ever left behind for a person to remove.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.file_locks import take_lock

WAIT_S = 20.0
"""So long another may write: a large network takes some seconds on a slow drive."""

_EVERY_S = 0.02


@contextmanager
def locked(path: Path, wait_s: float = WAIT_S) -> Iterator[bool]:
    """Hold the lock of the file `path` within the block; also against other threads. The value says
    whether it is held: a drive without locks is written to without one, since each file is replaced as a
    whole. TimeoutError where another holds it for longer than `wait_s`, OSError where the file cannot be
    opened."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        yield _take(descriptor, time.monotonic() + wait_s)
    finally:
        os.close(descriptor)


def _take(descriptor: int, deadline: float) -> bool:
    while (is_taken := take_lock(descriptor)) is False:
        if time.monotonic() > deadline:
            raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
        time.sleep(_EVERY_S)
    return bool(is_taken)
