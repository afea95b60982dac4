"""What the record of a package tells of a copy. How pip leaves it is tried in `tests/test_wheel.py`."""

from __future__ import annotations

import os
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from types import SimpleNamespace

import pytest

import core
from core import installation

HERE = Path(core.__file__).resolve().parent


class Record:
    """A record of a package that was installed beside `place`, with these files, told as pip does."""

    def __init__(self, place: Path, *paths: str) -> None:
        self._place = place
        self.files = [
            SimpleNamespace(name=Path(path).name, locate=lambda path=path: place / path) for path in paths
        ]

    def locate_file(self, path: str) -> Path:
        return self._place / path


def give(monkeypatch: pytest.MonkeyPatch, record: Record) -> None:
    monkeypatch.setattr(installation, "distribution", lambda name: record)


def test_without_a_record_it_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(installation, "distribution", none)
    assert installation.installed() is None
    assert installation.files("backprop-lab") == ()
    assert installation.command() is None


def test_the_record_of_another_copy_is_not_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    give(monkeypatch, Record(tmp_path, "bin/backprop-lab"))
    assert installation.installed() is None


def test_its_files_are_told_and_the_command_is_the_one_that_is_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # As pip writes the paths: beginning where the packages lie.
    up = os.path.relpath(tmp_path, HERE.parent)
    record = Record(HERE.parent, f"{up}/bin/backprop-lab", f"{up}/bin/backprop-lab.exe", "core/__init__.py")
    give(monkeypatch, record)
    found = tmp_path / "bin" / "backprop-lab"
    assert installation.installed() is record
    assert installation.files("backprop-lab") == (found,)
    assert installation.command() is None
    found.parent.mkdir()
    found.touch()
    assert installation.command() == found
