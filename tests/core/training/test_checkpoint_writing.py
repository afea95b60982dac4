"""Writing a model file: the old one or the new one is there whole, whatever happens in between."""

from __future__ import annotations

import errno
import json
import os
import stat
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import ModelFileError
from core.training.checkpoint import load_checkpoint, save_checkpoint
from core.training.events import Evaluation
from tests.core.training.model_files import after, assert_same
from tests.core.training.small_data import SMALL


class Full:
    """A disk that is full, or breaks, at one call of the system."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def __call__(self, *arguments: object, **options: object) -> None:
        raise self.error


NO_SPACE = OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("call", ["os.replace", "os.fsync", "os.chmod", "numpy.lib.format.write_array"])
def test_a_disk_error_leaves_the_old_file_and_nothing_else(
    saved: Path, saved_bytes: bytes, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.setattr(call, Full(NO_SPACE))
    with pytest.raises(
        ModelFileError, match=r"cannot be written \(No space left on device\): save it elsewhere"
    ):
        save_checkpoint(saved, after(1))
    monkeypatch.undo()
    assert saved.read_bytes() == saved_bytes
    assert list(saved.parent.iterdir()) == [saved]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), MemoryError(), TypeError("no JSON")])
def test_any_other_end_leaves_the_old_file_and_nothing_else(
    saved: Path, saved_bytes: bytes, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    monkeypatch.setattr(json, "dumps", Full(error))
    with pytest.raises(type(error)):
        save_checkpoint(saved, after(1))
    monkeypatch.undo()
    assert saved.read_bytes() == saved_bytes
    assert list(saved.parent.iterdir()) == [saved]


def test_the_content_is_on_the_disk_before_the_name(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Flushed, then renamed: a power cut leaves the old file or the new one."""
    calls = []
    fsync, replace = os.fsync, os.replace

    def note_fsync(descriptor: int) -> None:
        calls.append(("fsync", os.fstat(descriptor).st_size))
        fsync(descriptor)

    def note_replace(source: str, target: Path) -> None:
        calls.append(("replace", os.stat(source).st_size))
        assert Path(source).parent == Path(target).parent
        replace(source, target)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(os, "replace", note_replace)
    save_checkpoint(saved, after(1))
    assert [name for name, _ in calls] == ["fsync", "replace"]
    assert calls[0][1] == calls[1][1] == saved.stat().st_size


def test_of_very_many_evaluations_some_at_equal_distances_are_written(saved: Path) -> None:
    one = load_checkpoint(saved)
    last = Evaluation(4, 4 / 3, 0.5, 0.5, None, None)
    many = replace(one, evaluations=(*[Evaluation(4, 1.0, 0.5, 0.5, None, None)] * 100_000, last))
    save_checkpoint(saved, many)
    kept = load_checkpoint(saved).evaluations
    assert (len(kept), kept[-1]) == (33_334, last)
    assert saved.stat().st_size < 16 << 20


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match=r"There is no folder .*nowhere: make it, or save elsewhere"):
        save_checkpoint(tmp_path / "nowhere" / "a.blab", after(1))
    (tmp_path / "file").write_text("")
    with pytest.raises(ModelFileError, match=r"There is no folder .*file"):
        save_checkpoint(tmp_path / "file" / "a.blab", after(1))


def test_a_folder_in_its_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.blab").mkdir()
    with pytest.raises(ModelFileError, match="cannot be written"):
        save_checkpoint(tmp_path / "a.blab", after(1))
    assert [path.name for path in tmp_path.iterdir()] == ["a.blab"]


def test_a_folder_that_may_not_be_written_to_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.mkstemp", Full(PermissionError(errno.EACCES, "Permission denied")))
    with pytest.raises(ModelFileError, match=r"cannot be written \(Permission denied\): save it elsewhere"):
        save_checkpoint(tmp_path / "a.blab", after(1))


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_a_new_file_has_the_permissions_of_any_other(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        save_checkpoint(tmp_path / "a.blab", after(1))
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.blab").stat().st_mode) == 0o666 & ~mask


def test_saving_over_a_file_replaces_all_of_it(saved: Path) -> None:
    checkpoint = after(0, SMALL)
    save_checkpoint(saved, checkpoint)
    assert_same(load_checkpoint(saved), checkpoint)
    with zipfile.ZipFile(saved) as archive:
        assert not any("running" in name for name in archive.namelist())
