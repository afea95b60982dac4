"""Where the files that come with the program lie: beside `core` in the source tree, or inside the unpacked
executable. Nothing is read here."""

from __future__ import annotations

import sys
from pathlib import Path


def resource_folder() -> Path:
    """The folder `resources`. An executable made by PyInstaller unpacks it below `sys._MEIPASS`."""
    unpacked = getattr(sys, "_MEIPASS", None)
    root = Path(__file__).resolve().parents[1] if unpacked is None else Path(unpacked)
    return root / "resources"
