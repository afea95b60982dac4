"""`train --save` where it cannot save: found out before the training; after it, the network is not lost."""

from __future__ import annotations

import errno
import json
import os
import sys
import tempfile
from pathlib import Path

import pytest

from cli.keep import store_of_runs
from core.training.checkpoint import load_checkpoint
from tests.cli.command import XOR, lines, train
from tests.core.training.test_place import little_room

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="files of POSIX")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home, and a place for temporary files, of this test alone."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return folder


def fill(monkeypatch: pytest.MonkeyPatch, *full: Path) -> None:
    """Let these folders take no new file once the training is over."""
    replace = os.replace

    def replace_where_there_is_room(source: str, target: Path) -> None:
        if Path(target).parent in full:
            raise OSError(errno.ENOSPC, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", replace_where_there_is_room)


@POSIX
def test_a_full_disk_is_found_before_the_training(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with little_room(20_000):
        assert train(*XOR, "--epochs", "1", "--save", str(tmp_path / "a.blab")) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "a.blab cannot be written (File too large): save it elsewhere.\n" in err
    assert list(tmp_path.iterdir()) == []


@POSIX
def test_a_pipe_is_refused_before_the_training(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.blab"
    os.mkfifo(path)
    assert train(*XOR, "--epochs", "1", "--save", str(path)) == 2
    assert train("--resume", str(path)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("is a device, a pipe or a socket, and not a file: name a .blab file.\n") == 2
    assert path.is_fifo()


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
def test_a_network_that_could_not_be_saved_is_at_home(
    form: tuple[str, ...],
    home: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path, rescued = tmp_path / "a.blab", home / "a.rescued.blab"
    fill(monkeypatch, tmp_path)
    assert train(*XOR, "--epochs", "1", "--save", str(path), *form) == 1
    out, err = capsys.readouterr()
    assert "cannot be written (No space left on device): save it elsewhere.\n" in err
    assert f"The network is not lost: it is in {rescued}.\n" in err
    assert lines(out)[-1]["saved"] == str(rescued) if form else out.endswith(f"\nsaved {rescued}\n")
    assert load_checkpoint(rescued).iteration == 20
    assert not path.exists()


def test_where_home_is_full_too_it_is_with_the_temporary_files(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    fill(monkeypatch, tmp_path, home)
    for name in ("a.rescued.blab", "a.rescued-2.blab"):
        assert train(*XOR, "--epochs", "1", "--save", str(tmp_path / "a.blab")) == 1
        assert f"it is in {temporary / name}.\n" in capsys.readouterr().err
    assert list(home.iterdir()) == []


@pytest.mark.usefixtures("home")
def test_where_nothing_takes_it_nothing_is_promised(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(monkeypatch, tmp_path, tmp_path / "home")
    assert train(*XOR, "--epochs", "1", "--save", str(tmp_path / "a.blab"), "--json") == 1
    out, err = capsys.readouterr()
    assert lines(out)[-1]["saved"] is None
    assert "not lost" not in err


def test_a_run_is_kept_as_the_window_does(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    for words in (("--keep", " my  run ", "--json"), ("--keep",)):
        assert train(*XOR, "--iterations", "3", *words) == 0
    store = store_of_runs()
    assert store.folder.is_relative_to(home)
    runs = {run.record.name: run for run in store.listing().runs}
    assert set(runs) == {"my run", "xor"}
    named = runs["my run"]
    assert (named.record.iteration, named.record.outcome) == (3, "completed")
    assert load_checkpoint(store.path(named.id)).iteration == 3
    out = capsys.readouterr().out.splitlines()
    (end,) = (json.loads(line) for line in out if '"end"' in line)
    assert end["kept"] == named.id
    assert out[-1] == f"kept xor among the runs, as {runs['xor'].id}"


def test_a_run_that_cannot_be_kept_is_not_lost(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    place = store_of_runs().folder
    place.parent.mkdir(parents=True)
    place.write_bytes(b"a file where the folder belongs")
    assert train(*XOR, "--iterations", "3", "--keep") == 1
    out, err = capsys.readouterr()
    assert "kept" not in out
    rescued = home / "run.rescued.blab"
    assert load_checkpoint(rescued).iteration == 3
    assert err.endswith(f"The network is not lost: it is in {rescued}.\n")
    assert "Traceback" not in err
