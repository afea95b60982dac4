"""Keeps the newest of what it is given, in the folder of this sitting, from whatever thread it comes.

A folder is made when there is something to keep, and goes with it: who only looks leaves no trace.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from core.errors import ModelFileError, translatable
from core.training.checkpoint import Checkpoint
from gui.recovery.kept import Kept
from gui.recovery.sitting import Sitting

Key = tuple[int, int]
"""Which network: the number of its run, and of its updates."""


@dataclass(frozen=True, slots=True, eq=False)
class ToKeep:
    """`key` is that of the trained network on the table that no file holds; None where there is none."""

    kept: Kept
    key: Key | None = None


class Keeper:
    """`home` is where all sittings have their folders."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._sitting: Sitting | None = None
        self._lock = threading.Lock()
        self._serial = 0
        self._is_over = False

    def has(self, key: Key) -> bool:
        """Whether that network is kept already."""
        sitting = self._sitting
        return sitting is not None and sitting.key == key

    def write(self, serial: int, found: ToKeep | None, checkpoint: Checkpoint | None) -> None:
        """Keep this, or nothing, unless there was something of a later serial. Without a checkpoint the
        network stays that of before. ModelFileError where it cannot be written; what was kept stays then."""
        with self._lock:
            if self._is_over or serial <= self._serial:
                return
            self._serial = serial
            if found is None:
                self._end()
                return
            if self._sitting is None:
                self._sitting = self._begun()
            self._sitting.write(found.kept, found.key, checkpoint)

    def end(self, *, keep: bool) -> None:
        """Write nothing any more. What was written is removed, or left for the next start."""
        with self._lock:
            self._is_over = True
            if keep and self._sitting is not None:
                self._sitting.leave()
                self._sitting = None
            self._end()

    def _end(self) -> None:
        if self._sitting is not None:
            self._sitting.end()
        self._sitting = None

    def _begun(self) -> Sitting:
        try:
            return Sitting.begin(self.home)
        except OSError as error:
            template = translatable("errors", "There can be no folder {path} ({reason}).")
            raise ModelFileError(template, path=self.home, reason=error.strerror or error) from error
