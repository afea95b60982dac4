"""How many processors this process may use: in a container fewer than the machine shows."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def granted_processors(root: Path = Path("/")) -> int:
    """Those that the system lets it run on, and no more than the quota of a control group (Linux; versions 1
    and 2) pays for, but 1 always. Under a quota of 2.5 a third thread would be put aside half of the time."""
    has_affinity = hasattr(os, "sched_getaffinity")
    most = len(os.sched_getaffinity(0)) if has_affinity else os.cpu_count() or 1
    return max(min([most, *(int(quota) for quota in _quotas(root))]), 1)


def _quotas(root: Path) -> Iterator[float]:
    """The processors that each control group above this process grants."""
    for folder in _groups(root):
        with suppress(OSError, ValueError):
            quota, period = (folder / "cpu.max").read_text(encoding="ascii").split()
            yield float(quota) / float(period)  # “max” is not a number: no limit
        with suppress(OSError, ValueError):
            quota, period = (
                (folder / f"cpu.cfs_{name}_us").read_text(encoding="ascii") for name in ("quota", "period")
            )
            if float(quota) > 0:  # −1: no limit
                yield float(quota) / float(period)


def _groups(root: Path) -> Iterator[Path]:
    """The folders of the process's group and those above it. In a container the process is told a path from
    outside, which is not there: then what is mounted is its own group."""
    mounted = root / "sys/fs/cgroup"
    try:
        lines = (root / "proc/self/cgroup").read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return
    for line in lines:
        _, controllers, path = line.split(":", 2)
        if controllers and "cpu" not in controllers.split(","):
            continue
        top = mounted / controllers if controllers else mounted
        here = top / path.lstrip("/")
        yield from (folder for folder in (here, *here.parents) if folder.is_relative_to(top))
