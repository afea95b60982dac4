"""Folders of sittings, as windows leave them. Not a test itself."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from core.training.checkpoint import Checkpoint
from gui.recovery.kept import Kept
from gui.recovery.sitting import ABOUT, Sitting
from tests.core.training.model_files import after


def kept_of(checkpoint: Checkpoint | None = None, **changes: Any) -> Kept:
    checkpoint = checkpoint or after(1)
    return Kept(checkpoint.experiment, **{"workspace": "train", "run": "Run 1", **changes})


def crashed(home: Path, iteration: int = 1, age: float = 0.0, **changes: Any) -> Path:
    """The folder of a sitting that has kept a network and died so many seconds ago."""
    sitting, checkpoint = Sitting.begin(home), after(iteration)
    sitting.write(kept_of(checkpoint, **changes), (1, iteration), checkpoint)
    about = sitting.folder / ABOUT
    then = about.stat().st_mtime - age
    os.utime(about, (then, then))
    sitting.leave()
    return sitting.folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []
