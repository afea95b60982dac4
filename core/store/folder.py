"""Where the runs of a person are kept: a folder in their data folder, by the rules of each system. It is
found without Qt, so that commands and window have the same one."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def runs_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """The folder, which need not be there yet; None for a person without a home."""
    if platform == "win32":
        data = _absolute(environment, "LOCALAPPDATA") or _absolute(
            environment, "USERPROFILE", "AppData", "Local"
        )
    elif platform == "darwin":
        data = _absolute(environment, "HOME", "Library", "Application Support")
    else:
        data = _absolute(environment, "XDG_DATA_HOME") or _absolute(environment, "HOME", ".local", "share")
    return data / "backprop-lab" / "runs" if data is not None else None


def _absolute(environment: Mapping[str, str], variable: str, *below: str) -> Path | None:
    """The place below what the variable says, which counts only if it is a whole path."""
    value = environment.get(variable, "")
    return Path(value, *below) if os.path.isabs(value) else None
