"""How much memory this process holds just now."""

from __future__ import annotations

import os
import re
from pathlib import Path

_STATM = Path("/proc/self/statm")
_STATUS = Path("/proc/self/status")


def resident_mb() -> float | None:
    """What is resident, in MB (10⁶ bytes); None where the system does not say it in a file."""
    if not _STATM.exists():
        return None
    return int(_STATM.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def most_resident_mb() -> float | None:
    """The most that was resident at any moment so far, in MB; None where the system does not say it in a
    file. What `resource` tells would begin with that of the process which has started this one."""
    if not _STATUS.exists():
        return None
    most = re.search(r"VmHWM:\s*(\d+) kB", _STATUS.read_text(encoding="ascii", errors="replace"))
    return int(most[1]) * 1024 / 1e6 if most else None
