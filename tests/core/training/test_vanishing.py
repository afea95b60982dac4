"""A file that vanishes while it is read, at each of its readings, as on a drive that is pulled out."""

from __future__ import annotations

import builtins
import errno
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.data import open_data_set
from core.data.idx import write_idx
from core.errors import LabError
from core.training.checkpoint import load_checkpoint
from tests.core.training.version_2 import WRITTEN

LEAST = 50
"""Places at which something vanishes, of all forms together."""


class Drive:
    """Files that can be opened, and read so many times in all; then they are gone."""

    def __init__(self, readings: int) -> None:
        self.left = readings
        self._open = builtins.open

    def open(self, file: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
        if set(mode) - set("rbt"):
            return self._open(file, mode, *rest, **named)
        found = io.BufferedReader(Vanishing(self, file))
        return found if "b" in mode else io.TextIOWrapper(found, named.get("encoding") or "utf-8")

    def read(self) -> None:
        if self.left == 0:
            raise OSError(errno.ESTALE, "Stale file handle")
        self.left -= 1


class Vanishing(io.FileIO):
    def __init__(self, drive: Drive, file: Any) -> None:
        self._drive = drive
        drive.read()
        super().__init__(file)

    def readinto(self, buffer: Any) -> int:
        self._drive.read()
        return super().readinto(buffer) or 0

    def readall(self) -> bytes:
        self._drive.read()
        return super().readall()


def model(folder: Path) -> Path:
    path = folder / "a.blab"
    path.write_bytes(WRITTEN)
    return path


def table(folder: Path) -> Path:
    path = folder / "a.csv"
    path.write_text("".join(f"{row % 3},{'0,' * 900}1\n" for row in range(40)))
    return path


def arrays(folder: Path) -> Path:
    path = folder / "a.npz"
    np.savez(path, x=np.random.default_rng(0).integers(0, 256, (40, 28, 28), np.uint8), y=np.arange(40) % 3)
    return path


def pair(folder: Path) -> Path:
    images = np.random.default_rng(0).integers(0, 256, (40, 28, 28), np.uint8)
    for part in ("train", "t10k"):
        write_idx(folder / f"{part}-images-idx3-ubyte.gz", images)
        write_idx(folder / f"{part}-labels-idx1-ubyte.gz", (np.arange(40) % 3).astype(np.uint8))
    return folder


FORMS: tuple[tuple[Callable[[Path], Path], Callable[[str], object]], ...] = (
    (model, load_checkpoint),
    (table, open_data_set),
    (arrays, open_data_set),
    (pair, open_data_set),
)


def test_what_vanishes_while_it_is_read_gets_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vanished = 0
    for make, read in FORMS:
        folder = tmp_path / make.__name__
        folder.mkdir()
        path = make(folder)
        for readings in range(1_000):
            drive = Drive(readings)
            with monkeypatch.context() as patched:
                for module in (builtins, io):
                    patched.setattr(module, "open", drive.open)
                said = ""
                try:
                    read(str(path))
                except LabError as error:
                    said = str(error)
            if not said:
                break
            assert drive.left == 0, said
            assert str(folder) in said
            vanished += 1
        assert readings > 0, make
    assert vanished >= LEAST
