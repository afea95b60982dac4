"""What can go wrong around a store: two at once, kills, full and odd drives, damage, a newer version."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import StoreError
from core.store.lock import locked
from core.store.store import RunStore
from core.training.checkpoint import load_checkpoint
from tests.core.store.processes import contents, start
from tests.core.training.model_files import after, assert_same
from tests.core.training.test_place import POSIX, little_room

WRITING: dict[str, Callable[[RunStore], object]] = {
    "keep": lambda store: store.keep(after(1), "new"),
    "edit": lambda store: store.edit(_first(store), name="other"),
    "delete": lambda store: store.delete([_first(store)]),
    "restore": lambda store: store.restore([_first(store)]),
    "delete everything": lambda store: store.delete_everything(),
    "limit": lambda store: store.set_limit(7),
    "tidy": lambda store: store.tidy(),
}


def _first(store: RunStore) -> str:
    return min(path.stem for path in store.folder.glob("*.blab"))


def names(store: RunStore) -> list[str]:
    return sorted(run.record.name for run in store.listing().runs)


# --- two at once --------------------------------------------------------------------------------------------


def test_two_processes_keep_their_runs_in_one_store(store: RunStore) -> None:
    code = "for n in range(4): store.keep(after(n % 4), f'{os.getpid()} {n}')"
    processes = [start(code, store.folder) for _ in range(2)]
    assert [process.communicate()[1] for process in processes] == [None, None]
    assert [process.returncode for process in processes] == [0, 0]
    expected = sorted(f"{process.pid} {n}" for process in processes for n in range(4))
    assert names(store) == expected
    assert store.listing().problems == ()
    for run in store.listing().runs:
        assert load_checkpoint(store.path(run.id)).iteration == int(run.record.name.split()[1]) % 4


def test_who_waits_too_long_is_told_and_a_killed_owner_lets_go(store: RunStore) -> None:
    store.keep(after(1), "1")
    code = "with store._writing(): print('held', flush=True); input()"
    owner = start(code, store.folder)
    assert owner.stdout is not None
    assert owner.stdout.readline() == "held\n"
    with pytest.raises(StoreError, match=r"Another window is busy with the runs in .*: wait a moment"):
        store.keep(after(1), "2")
    assert names(store) == ["1"], "to look needs no lock"
    owner.kill()
    owner.communicate()
    RunStore(store.folder).keep(after(1), "2")
    assert names(store) == ["1", "2"]


def test_two_threads_of_one_window_are_two(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with locked(path) as is_held:
        assert is_held
        with pytest.raises(TimeoutError), locked(path, wait_s=0.0):
            pass
    with locked(path, wait_s=0.0) as is_held:
        assert is_held


# --- kills --------------------------------------------------------------------------------------------------

KILLED = """
third, fourth = after(3), after(4)

def write(place, store):
    calls = 0
    def counted(call):
        def counting(*arguments, **options):
            nonlocal calls
            calls += 1
            if calls == place:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **options)
        return counting
    for name in ("replace", "fsync", "unlink"):
        setattr(os, name, counted(getattr(os, name)))
    first = min(path.stem for path in store.folder.glob("*.blab"))
    store.keep(third, "new")
    store.edit(first, name="other")
    store.keep(fourth, "", id=first)
    store.delete([first])
    store.restore([first])

for line in sys.stdin:
    process = os.fork()
    if not process:
        write(int(line), RunStore(store.folder / line.strip()))
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), flush=True)
"""


@POSIX
def test_a_kill_at_any_moment_leaves_a_whole_store(tmp_path: Path) -> None:
    """One process for each call that changes something on the drive; it is killed before that. They are forks
    of one, which has imported all that they need."""
    place, is_done = 0, False
    checkpoints = {iteration: after(iteration) for iteration in (2, 3, 4)}
    writer = start(KILLED, tmp_path)
    assert writer.stdin is not None
    assert writer.stdout is not None
    while not is_done:
        place += 1
        store = RunStore(tmp_path / str(place), wait_s=0.0)
        store.keep(checkpoints[2], "old")
        store.edit(_first(store), pinned=True)
        print(place, file=writer.stdin, flush=True)
        status = int(writer.stdout.readline())
        is_done = status == 0
        assert is_done or status == -signal.SIGKILL
        was_deleted = any((store.folder / "trash").glob("*.blab"))
        store.tidy()
        listing = store.listing()
        assert listing.problems == ()
        assert len(listing.runs) + was_deleted >= 1
        for run in listing.runs:
            found = load_checkpoint(store.path(run.id))
            assert_same(found, checkpoints[found.iteration])
        files = set(contents(store.folder)) - {"lock", "store.json"}
        assert files == {f"{run.id}.{kind}" for run in listing.runs for kind in ("blab", "json")}
    assert place > 12
    writer.communicate()
    assert writer.returncode == 0


# --- drives -------------------------------------------------------------------------------------------------


@POSIX
def test_a_full_disk_gets_a_sentence_and_takes_nothing_away(store: RunStore) -> None:
    store.keep(after(1), "pinned")
    store.edit(_first(store), pinned=True)
    before = contents(store.folder)
    with (
        little_room(1_000),
        pytest.raises(StoreError, match=r"Runs cannot be kept in .* \(File too large\): see to it"),
    ):
        store.keep(after(2), "2")
    assert contents(store.folder) == before
    with little_room(100), pytest.raises(StoreError):
        store.edit(_first(store), name="other")
    assert contents(store.folder) == before


@pytest.mark.parametrize("what", ["replace", "mkdir", "open"])
def test_a_drive_that_refuses_gets_a_sentence(
    store: RunStore, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(os, what, refuse)
    with pytest.raises(StoreError, match=r"Runs cannot be kept in .* \(Read-only file system\)"):
        store.keep(after(1), "1")
    monkeypatch.undo()
    assert store.listing().runs == ()
    store.keep(after(1), "1")
    assert names(store) == ["1"]


def test_a_file_in_the_place_of_the_folder_gets_a_sentence(store: RunStore) -> None:
    store.folder.parent.mkdir()
    store.folder.write_bytes(b"a file")
    assert store.listing().runs == ()
    with pytest.raises(StoreError, match="Runs cannot be kept in"):
        store.keep(after(1), "1")
    assert store.folder.read_bytes() == b"a file"


@POSIX
def test_a_drive_without_fsync_and_without_locks_works(
    store: RunStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    def unknown(*arguments: object) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", unknown)
    monkeypatch.setattr(fcntl, "flock", unknown)
    first = store.keep(after(1), "1")[0].id
    store.edit(first, name="one")
    store.delete([first])
    store.restore([first])
    assert names(store) == ["one"]
    store.set_limit(10**6)
    store.keep(after(2), "2")
    (store.folder / ".2.blab.abcd_123.part").write_bytes(b"of another process, perhaps")
    store.tidy()
    assert ".2.blab.abcd_123.part" in contents(store.folder)


# --- damage -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
def test_a_changed_record_is_read_or_gets_a_sentence(store: RunStore, seed: int) -> None:
    """50 mutations a case. The run is in the list whatever its record says."""
    rng = random.Random(seed)
    run, _ = store.keep(after(2), "name", "stopped")
    path = store.folder / f"{run.id}.json"
    whole, told = path.read_bytes(), 0
    for _ in range(50):
        mutated = bytearray(whole)
        for _ in range(rng.randint(1, 4)):
            at = rng.randrange(len(mutated))
            match rng.randrange(4):
                case 0:
                    mutated[at] = rng.randrange(256)
                case 1:
                    del mutated[at : at + rng.randrange(1, 30)]
                case 2:
                    mutated[at:at] = rng.choice([b"9" * 400, b"[" * 2000, b"null", b"-", b'"', b"1e999"])
                case 3:
                    mutated = mutated[: max(at, 1)]
        path.write_bytes(mutated)
        listing = store.listing()
        assert [one.id for one in listing.runs] == [run.id]
        assert listing.runs[0].has_record == (not listing.problems)
        told += len(listing.problems)
        assert all("cannot be read: the name, note and pin" in str(one) for one in listing.problems)
    assert told > 10


@POSIX
def test_a_pipe_in_the_place_of_a_record_is_not_waited_for(store: RunStore) -> None:
    run, _ = store.keep(after(2), "name")
    path = store.folder / f"{run.id}.json"
    path.unlink()
    os.mkfifo(path)
    (problem,) = store.listing().problems
    assert str(path) in str(problem)


@pytest.mark.parametrize(
    "about",
    [
        "{",
        "[]",
        '"words"',
        '{"format": "backprop-lab runs"}',
        '{"format": "backprop-lab runs", "version": true, "limit": 5}',
        '{"format": "backprop-lab runs", "version": 1, "limit": -5}',
        '{"format": "backprop-lab runs", "version": 1, "limit": 1e9}',
        "[" * 100_000,
    ],
)
def test_a_store_that_says_nonsense_is_left_alone_until_a_person_says_so(store: RunStore, about: str) -> None:
    store.keep(after(1), "1")
    path = store.folder / "store.json"
    path.write_text(about)
    before = contents(store.folder)
    for use in (*WRITING.values(), RunStore.listing):
        with pytest.raises(
            StoreError, match=r"store\.json is damaged, and no run is kept there: delete this"
        ):
            use(store)
    assert contents(store.folder) == before
    path.unlink()
    assert names(store) == ["1"]


@pytest.mark.parametrize("version", [2, 10**30])
def test_a_store_of_a_newer_version_is_left_alone(store: RunStore, version: int) -> None:
    store.keep(after(1), "1")
    store.delete([_first(store)])
    store.keep(after(1), "2")
    path = store.folder / "store.json"
    path.write_text(json.dumps({"format": "backprop-lab runs", "version": version, "limit": None, "new": 1}))
    (store.folder / "lock").unlink()
    before = contents(store.folder)
    for use in (*WRITING.values(), RunStore.listing):
        with pytest.raises(
            StoreError, match="belong to a newer version of Backprop Lab: they are left alone"
        ):
            use(store)
    assert contents(store.folder) == before


@pytest.mark.skipif(sys.platform != "linux", reason="folders of Linux")
def test_a_litter_of_a_killed_process_is_gone_after_the_next_start(store: RunStore) -> None:
    store.keep(after(1), "1")
    for name in (".1.blab.abcd_123.part", ".1.json.abcd_123.part"):
        (store.folder / name).write_bytes(b"{")
    store.tidy()
    assert not list(store.folder.glob(".*.part"))
