"""A lock is held by one, and ends with whoever holds it."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from core.file_locks import take_lock

ROOT = Path(__file__).parents[2]

HOLD = """
import sys
from core.file_locks import take_lock
file = open(sys.argv[1], "r+b")
print(take_lock(file.fileno()), flush=True)
sys.stdin.read()
"""


def test_one_holds_it_until_it_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.touch()
    with path.open("r+b") as first, path.open("r+b") as second:
        assert take_lock(first.fileno())
        assert take_lock(second.fileno()) is False
        first.close()
        assert take_lock(second.fileno())


def test_it_ends_with_a_process_that_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.touch()
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"True"
        with path.open("r+b") as file:
            assert take_lock(file.fileno()) is False
            holder.kill()
            holder.wait()
            assert take_lock(file.fileno())


@pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX")
def test_a_drive_without_locks_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*arguments: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", unsupported)
    with (tmp_path / "lock").open("wb") as file:
        assert take_lock(file.fileno()) is None
