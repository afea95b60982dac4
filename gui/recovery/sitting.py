"""The folder of one sitting: what is kept of it while the process lives, and found when it has died.

Beside the folder lies a lock file of its name, locked as long as the process lives; the folder comes after
the lock and goes before it. So a folder whose lock is free belongs to no window any more, and whoever takes
the lock has it. In the folder are `sitting.json` (`gui.recovery.kept`) and the model file that it names.
"""

from __future__ import annotations

import os
import re
import shutil
import time
import uuid
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from core.file_locks import take_lock
from core.training.checkpoint import Checkpoint, save_checkpoint
from core.training.place import new_content
from gui.recovery.kept import Kept, NewerVersionError

ABOUT = "sitting.json"
ASIDE = "aside"
"""A file of this name marks what was offered and neither taken nor thrown away."""

ASIDE_S = 7 * 24 * 3600.0
"""What was offered is not offered again, but kept for so long."""

MOST_LEFT = 8
"""Older ones than these go, where nobody ever answers."""

_NAME = re.compile("[0-9a-f]{32}")


class Sitting:
    """One folder, and its lock, which this process holds until `leave` or `end`, each called once at most."""

    def __init__(self, folder: Path, lock: int) -> None:
        self.folder = folder
        self.key: tuple[int, int] | None = None
        self._lock = lock
        self._network: Kept | None = None  # as it names the model file, and says what that holds

    @classmethod
    def begin(cls, home: Path) -> Sitting:
        """A new one, of this process. OSError where that cannot be."""
        home.mkdir(parents=True, exist_ok=True)
        while True:
            folder = home / uuid.uuid4().hex
            lock = os.open(_lock_file(folder), os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            # Before the lock was there, another start may have taken the file for one that is left.
            if take_lock(lock) is not False and _lock_file(folder).exists():
                folder.mkdir(mode=0o700)
                return cls(folder, lock)
            os.close(lock)

    @classmethod
    def taken_over(cls, folder: Path) -> Sitting | None:
        """That of a process that has ended, which is this one's from now on; None where it still lives."""
        lock = os.open(_lock_file(folder), os.O_RDWR | os.O_CREAT, 0o600)
        if take_lock(lock) and _lock_file(folder).exists():
            return cls(folder, lock)
        os.close(lock)
        return None

    def write(self, kept: Kept, key: tuple[int, int] | None, checkpoint: Checkpoint | None) -> None:
        """Keep this. `key` names the network that no file of the person's holds: it is written where it is
        another one than the last; without a checkpoint it stays the last one. ModelFileError where nothing
        can be written: what was kept before is there then."""
        before = self._network
        if key is None:
            self._network = None
        elif checkpoint is not None and key != self.key:
            path = self.folder / f"network-{checkpoint.iteration}-{uuid.uuid4().hex[:8]}.blab"
            save_checkpoint(path, checkpoint)
            self._network = replace(kept, model=path, iteration=checkpoint.iteration)
        network = self._network
        if network is not None:
            kept = replace(kept, model=network.model, run=network.run, iteration=network.iteration)
        with new_content(self.folder / ABOUT) as file:
            file.write(kept.to_json(self.folder).encode())
        self.key = key if network is not None else None
        # Only now: until then the file before was the one that counted.
        if before is not None and before is not network and before.model is not None:
            before.model.unlink(missing_ok=True)

    def read(self) -> Kept:
        """What is kept. OSError or ValueError where that is nothing, or of no use."""
        return Kept.from_json((self.folder / ABOUT).read_text(encoding="utf-8"), self.folder)

    def set_aside(self) -> None:
        """Let it be, as offered: it is not offered again."""
        with suppress(OSError):
            (self.folder / ASIDE).touch()
        self.leave()

    def leave(self) -> None:
        """Let it be: the next start finds it."""
        os.close(self._lock)

    def end(self) -> None:
        """Remove it: nothing of it is needed any more."""
        shutil.rmtree(self.folder, ignore_errors=True)
        with suppress(OSError):
            _lock_file(self.folder).unlink()
        os.close(self._lock)


def find_left(home: Path, now: float | None = None) -> tuple[Sitting, Kept] | None:
    """The newest sitting whose process has ended and that is to be offered, with what is kept of it: it is
    this process's from now on. Those of no use are removed, and those of a newer program left alone."""
    now = time.time() if now is None else now
    left: list[tuple[Sitting, Kept]] = []
    for folder in _folders(home):
        with suppress(OSError):
            sitting = Sitting.taken_over(folder) if not _is_aside(folder, now) else None
            if sitting is not None:
                kept = _kept_of(sitting)
                if kept is not None and len(left) < MOST_LEFT:
                    left.append((sitting, kept))
                elif kept is not None:
                    sitting.end()
    for sitting, _ in left[1:]:
        sitting.leave()
    return left[0] if left else None


def _folders(home: Path) -> list[Path]:
    """Those of all sittings, also where there is but a lock; the one that was written last comes first."""
    try:
        names = {path.name.removesuffix(".lock") for path in home.iterdir()}
    except OSError:
        return []
    return sorted((home / name for name in names if _NAME.fullmatch(name)), key=_written, reverse=True)


def _is_aside(folder: Path, now: float) -> bool:
    aside = folder / ASIDE
    return aside.exists() and now - aside.stat().st_mtime < ASIDE_S


def _kept_of(sitting: Sitting) -> Kept | None:
    """What is to be offered of it; otherwise it is let go, or removed."""
    try:
        if not (sitting.folder / ASIDE).exists():
            for part in sitting.folder.glob(".*.part"):  # nobody writes there any more
                part.unlink()
            return sitting.read()
    except NewerVersionError:
        sitting.leave()
        return None
    except (OSError, ValueError, RecursionError):
        pass
    sitting.end()
    return None


def _written(folder: Path) -> float:
    try:
        return (folder / ABOUT).stat().st_mtime
    except OSError:
        return 0.0


def _lock_file(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.lock")
