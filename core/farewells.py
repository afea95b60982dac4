"""The signals by which a process is asked to end: Ctrl-C, `kill`, a terminal that is closed, a logout.

How a command or the window ends is theirs. Here stands which signals they heed, and when one that comes again
is more than an echo.
"""

from __future__ import annotations

import signal
from collections.abc import Collection

# Windows has no SIGHUP, and knows SIGTERM by name alone.
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


def heeded() -> tuple[signal.Signals, ...]:
    """Those that this system has, and that were not to be ignored when the process began: `nohup` means that
    the training outlives the terminal."""
    known = [signal.Signals[name] for name in _NAMES if name in signal.Signals.__members__]
    return tuple(number for number in known if signal.getsignal(number) not in (signal.SIG_IGN, None))


def is_impatient(number: int, before: Collection[int]) -> bool:
    """Whether who sends `number`, after `before`, wants the process to end at once: the same signal again. At
    a logout several kinds come together, and a closed terminal may send its SIGHUP twice."""
    return number in before and number in (signal.SIGINT, signal.SIGTERM)
