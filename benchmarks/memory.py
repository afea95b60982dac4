"""How much memory this process has held."""

from __future__ import annotations

import sys


def peak_mb() -> float | None:
    """The most that was ever resident, in MB (10⁶ bytes); None where the system does not say."""
    if sys.platform == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6
