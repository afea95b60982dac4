"""How much memory this process holds just now."""

from __future__ import annotations

import os
from pathlib import Path

_STATM = Path("/proc/self/statm")


def resident_mb() -> float | None:
    """What is resident, in MB (10⁶ bytes); None where the system does not say it in a file."""
    if not _STATM.exists():
        return None
    return int(_STATM.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
