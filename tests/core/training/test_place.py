"""Where a model file may be written, what is left there, and which places are refused: in folders of the test
alone."""

from __future__ import annotations

import errno
import os
import signal
import socket
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from core.data import open_data_set
from core.errors import DataError, ModelFileError
from core.training.checkpoint import expected_bytes, load_checkpoint, save_checkpoint
from core.training.place import LEFT_BEHIND_S, new_content, require_place, sweep
from tests.core.training.model_files import after, assert_same
from tests.core.training.small_data import ADAM, ALL_CHANCE, SMALL

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="files of POSIX")


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(os.path.relpath(path))


SPECIAL: dict[str, Callable[[Path], None]] = {"a pipe": lambda path: os.mkfifo(path), "a socket": make_socket}


@contextmanager
def little_room(size: int) -> Iterator[None]:
    """No file may grow beyond that, as on a disk that is nearly full."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# --- links --------------------------------------------------------------------------------------------------


@POSIX
@pytest.mark.parametrize("is_there", [True, False], ids=["to a file", "to where a file will be"])
def test_a_link_stays_and_its_target_gets_the_content(tmp_path: Path, is_there: bool) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    target, second, link = elsewhere / "target.blab", tmp_path / "second.blab", tmp_path / "link.blab"
    if is_there:
        target.write_bytes(b"an older one")
    second.symlink_to("elsewhere/target.blab")
    link.symlink_to(second)
    require_place(link, 100)
    save_checkpoint(link, after(1))
    assert link.is_symlink()
    assert second.is_symlink()
    assert not target.is_symlink()
    assert_same(load_checkpoint(target), after(1))
    assert_same(load_checkpoint(link), after(1))
    assert names(elsewhere) == ["target.blab"]


@POSIX
def test_a_link_to_itself_or_to_no_folder_gets_a_sentence(tmp_path: Path) -> None:
    loop, lost = tmp_path / "loop.blab", tmp_path / "lost.blab"
    loop.symlink_to(loop)
    lost.symlink_to(tmp_path / "gone" / "a.blab")
    for check in (require_place, lambda path: save_checkpoint(path, after(1))):
        with pytest.raises(ModelFileError, match="is a link that leads to itself: save it elsewhere"):
            check(loop)
        with pytest.raises(ModelFileError, match=r"There is no folder .*gone: make it"):
            check(lost)
    with pytest.raises(ModelFileError, match="cannot be read"):
        load_checkpoint(loop)
    assert names(tmp_path) == ["loop.blab", "lost.blab"]


# --- what is not a file -------------------------------------------------------------------------------------


@POSIX
@pytest.mark.parametrize("make", SPECIAL.values(), ids=SPECIAL.keys())
@pytest.mark.parametrize("by_link", [False, True], ids=["itself", "by a link"])
def test_what_is_not_a_file_is_refused_and_left_alone(
    make: Callable[[Path], None], by_link: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket may not be long
    special = path = tmp_path / "a.blab"
    make(special)
    if by_link:
        path = tmp_path / "link.blab"
        path.symlink_to(special)
    before, mode = names(tmp_path), special.stat().st_mode
    for use in (require_place, load_checkpoint, lambda path: save_checkpoint(path, after(1))):
        with pytest.raises(ModelFileError, match="is a device, a pipe or a socket, and not a file"):
            use(path)
    assert special.stat().st_mode == mode
    assert names(tmp_path) == before


def test_a_device_is_refused_by_its_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No device is made or touched: the file only says that it is one."""
    path = tmp_path / "a.blab"
    path.write_bytes(b"a device")
    stat, character_device = Path.stat, 0o020666

    def as_device(self: Path, **options: bool) -> os.stat_result:
        found = stat(self, **options)
        return os.stat_result((character_device, *found[1:])) if self == path else found

    monkeypatch.setattr(Path, "stat", as_device)
    for use in (require_place, load_checkpoint, lambda path: save_checkpoint(path, after(1))):
        with pytest.raises(ModelFileError, match="is a device, a pipe or a socket"):
            use(path)
    monkeypatch.undo()
    assert path.read_bytes() == b"a device"


# --- room ---------------------------------------------------------------------------------------------------


@POSIX
def test_too_little_room_is_found_before_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.blab"
    path.write_bytes(b"an older one")
    with little_room(50_000):
        require_place(path, 50_000)
        with pytest.raises(ModelFileError, match=r"cannot be written \(File too large\): save it elsewhere"):
            require_place(path, 50_001)
    assert path.read_bytes() == b"an older one"
    assert names(tmp_path) == ["a.blab"]


@POSIX
def test_too_little_room_for_a_saving_leaves_the_old_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.blab"
    save_checkpoint(path, after(1))
    with little_room(path.stat().st_size - 1), pytest.raises(ModelFileError, match="cannot be written"):
        save_checkpoint(path, after(2))
    assert_same(load_checkpoint(path), after(1))
    assert names(tmp_path) == ["a.blab"]


@pytest.mark.parametrize("spec", [SMALL, ALL_CHANCE], ids=["small", "with running averages"])
def test_a_file_is_not_larger_than_expected(spec: object, tmp_path: Path) -> None:
    path = tmp_path / "a.blab"
    checkpoint = after(6, spec, optimizer=ADAM)  # type: ignore[arg-type]
    save_checkpoint(path, checkpoint)
    expected = expected_bytes(checkpoint.experiment, 6)
    arrays = 4 * (3 * checkpoint.experiment.network.parameter_count) + 8 * 6
    assert arrays < path.stat().st_size <= expected
    assert expected_bytes(checkpoint.experiment, 1_000_006) == expected + 8 * (1_000_000 - 6)


# --- what a killed saving leaves ----------------------------------------------------------------------------


KILLED = """
import os, signal, sys
sys.path.insert(0, {root!r})
from core.training import place
from tests.core.training.model_files import after
from core.training.checkpoint import save_checkpoint
os.replace = os.fsync = lambda *names: os.kill(os.getpid(), signal.SIGKILL)
save_checkpoint({path!r}, after(1))
"""


def older(path: Path, seconds: float = LEFT_BEHIND_S + 10.0) -> None:
    """Let it be so long since anyone has written to it."""
    then = path.stat().st_mtime - seconds
    os.utime(path, (then, then))


@POSIX
def test_what_a_killed_saving_left_is_gone_after_the_next_one(tmp_path: Path) -> None:
    root = str(Path(__file__).parents[3])
    code = KILLED.format(root=root, path=str(tmp_path / "a.blab"))
    ended = subprocess.run([sys.executable, "-c", code], cwd=root, check=False)
    assert ended.returncode == -signal.SIGKILL
    (left,) = tmp_path.iterdir()
    assert left.suffix == ".part"
    save_checkpoint(tmp_path / "b.blab", after(1))
    assert names(tmp_path) == ["b.blab"]


@POSIX
def test_what_is_being_written_is_left_alone_however_long_it_takes(tmp_path: Path) -> None:
    with new_content(tmp_path / "a.blab") as file:
        file.write(b"PK")
        file.flush()
        (part,) = tmp_path.iterdir()
        older(part)
        sweep(tmp_path)
        save_checkpoint(tmp_path / "b.blab", after(1))
        assert names(tmp_path) == [part.name, "b.blab"]
    assert names(tmp_path) == ["a.blab", "b.blab"]


@POSIX
def test_on_a_drive_without_locks_age_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*arguments: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", unsupported)
    left = tmp_path / ".a.blab.abcd_123.part"
    left.touch()
    save_checkpoint(tmp_path / "b.blab", after(1))
    assert names(tmp_path) == [left.name, "b.blab"], "one that is being written may be someone else's"
    older(left)
    save_checkpoint(tmp_path / "b.blab", after(1))
    assert names(tmp_path) == ["b.blab"]


@POSIX
def test_a_part_that_a_sweep_took_before_its_lock_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, made = tempfile.mkstemp, []

    def make_and_lose(**options: Any) -> tuple[int, str]:
        made.append(make(**options))
        if len(made) == 1:
            os.unlink(made[0][1])
        return made[-1]

    monkeypatch.setattr("tempfile.mkstemp", make_and_lose)
    save_checkpoint(tmp_path / "b.blab", after(1))
    assert len(made) == 2
    assert_same(load_checkpoint(tmp_path / "b.blab"), after(1))
    assert names(tmp_path) == ["b.blab"]


@pytest.mark.parametrize("content", [b"", bytes(3_000)], ids=["nothing yet", "the room that was tried"])
def test_a_part_of_no_content_is_swept_before_a_training_too(tmp_path: Path, content: bytes) -> None:
    left = tmp_path / ".a.blab.abcd_123.part"
    left.write_bytes(content)
    older(left)
    require_place(tmp_path / "other.blab")
    assert names(tmp_path) == []


def test_the_files_of_others_are_left_alone(tmp_path: Path) -> None:
    others = [".a.blab.abcd_123.part", "a.blab.abcd_123.part", ".a.blab.ABCD_123.part", ".part", "a.part"]
    for number, name in enumerate(others):
        (tmp_path / name).write_bytes(b"the bytes of another program" if number == 0 else b"")
        older(tmp_path / name)
    (tmp_path / ".folder.abcd_123.part").mkdir()
    before = names(tmp_path)
    save_checkpoint(tmp_path / "b.blab", after(1))
    assert names(tmp_path) == sorted([*before, "b.blab"])


def test_a_folder_that_cannot_be_swept_is_saved_to_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    save_checkpoint(tmp_path / "b.blab", after(1))
    monkeypatch.undo()
    assert names(tmp_path) == ["b.blab"]


# --- names --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "stem",
    ["x" * 200, "한" * 80, unicodedata.normalize("NFD", "학습한 신경망"), "a model of mine", "{0}%s"],
    ids=["200 letters", "80 of Hangul", "NFD", "spaces", "braces"],
)
def test_a_name_that_the_disk_takes_is_taken(tmp_path: Path, stem: str) -> None:
    path = tmp_path / f"{stem}.blab"
    require_place(path)
    save_checkpoint(path, after(1))
    assert_same(load_checkpoint(path), after(1))
    assert len(names(tmp_path)) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other disks count otherwise")
def test_a_name_that_no_disk_takes_gets_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / f"{'한' * 200}.blab"
    for do in (require_place, load_checkpoint, lambda place: save_checkpoint(place, after(1))):
        with pytest.raises(ModelFileError, match="File name too long"):
            do(path)
    with pytest.raises(ModelFileError, match="There is no folder"):
        require_place(path / "a.blab")
    with pytest.raises(DataError, match="There is no folder"):
        open_data_set(str(path))
    assert names(tmp_path) == []
