"""One writer at a time in a folder that several windows and commands share.

The lock is one of the system, on a file that stays. It ends with whoever holds it, even by a kill, so that
none is ever left behind for a person to remove.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

WAIT_S = 20.0
"""So long another may write: a large network takes some seconds on a slow drive."""

_EVERY_S = 0.02
_NO_LOCKS = {errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK, errno.ENOSYS, errno.EINVAL}
"""What a drive says that knows no locks."""


@contextmanager
def locked(path: Path, wait_s: float = WAIT_S) -> Iterator[bool]:
    """Hold the lock of the file `path` within the block; also against other threads. The value says
    whether it is held: a drive without locks is written to without one, since each file is replaced as a
    whole. TimeoutError where another holds it for longer than `wait_s`, OSError where the file cannot be
    opened."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    is_held = False
    try:
        is_held = _take(descriptor, time.monotonic() + wait_s)
        yield is_held
    finally:
        if is_held and sys.platform == "win32":
            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
        os.close(descriptor)


def _take(descriptor: int, deadline: float) -> bool:
    while True:
        try:
            if sys.platform == "win32":
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _NO_LOCKS:
                return False
            if time.monotonic() > deadline:
                raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT)) from error
            time.sleep(_EVERY_S)
        else:
            return True
