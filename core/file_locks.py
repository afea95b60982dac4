"""A lock on an open file, which ends with the process that holds it, however that ends.

So it tells whether somebody is still there: a number of a process, which a file could keep as well, is soon
that of another one.
"""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


def take_lock(descriptor: int) -> bool | None:
    """Take the lock of an open file until it is closed: False where another one holds it, None on a drive
    that has no locks."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return None
    return True
