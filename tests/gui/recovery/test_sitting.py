"""The folder of a sitting: what is kept is there whole, belongs to the living, and goes with them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import ModelFileError
from core.training.checkpoint import load_checkpoint
from gui.recovery.keeper import Keeper, ToKeep
from gui.recovery.kept import Kept, NewerVersionError
from gui.recovery.sitting import ABOUT, ASIDE_S, MOST_LEFT, Sitting, find_left
from tests.core.store.version_1 import EXPERIMENT
from tests.core.training.model_files import after, assert_same
from tests.core.training.version_2 import WRITTEN
from tests.gui.recovery.sittings import crashed, kept_of, names

ROOT = Path(__file__).parents[3]


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    kept = kept_of(parts={"graph": {"text": "z = x · y", "values": {"x": [1.0, float("inf")]}}})
    sitting = Sitting.begin(tmp_path)
    sitting.write(kept, (1, 3), after(3))
    sitting.leave()
    found = find_left(tmp_path)
    assert found is not None
    taken, read = found
    assert taken.folder == sitting.folder
    assert read.model is not None
    assert_same(load_checkpoint(read.model), after(3))
    assert (read.iteration, read.is_own_file) == (3, False)
    assert replace(read, model=None, iteration=0) == kept or (
        (read.experiment, read.workspace, read.run, read.parts)
        == (kept.experiment, kept.workspace, kept.run, kept.parts)
    )
    taken.end()
    assert names(tmp_path) == []


def test_what_version_1_has_kept_is_read_as_ever(tmp_path: Path) -> None:
    """Written when that version was today's."""
    sitting = Sitting.begin(tmp_path)
    sitting.folder.mkdir(exist_ok=True)
    (sitting.folder / "network-8-a1b2c3d4.blab").write_bytes(WRITTEN)
    (sitting.folder / ABOUT).write_text(
        f"""{{"format": "backprop-lab sitting", "version": 1, "experiment": {EXPERIMENT},
        "workspace": "graph", "model": "network-8-a1b2c3d4.blab", "is_own_file": false,
        "run": "Run 2", "iteration": 8,
        "parts": {{"graph": {{"text": "z = x · y", "values": {{"x": [1.0]}}}}}}}}""",
        encoding="utf-8",
    )
    sitting.leave()
    found = find_left(tmp_path)
    assert found is not None
    taken, read = found
    assert (read.workspace, read.run, read.iteration, read.is_own_file) == ("graph", "Run 2", 8, False)
    assert read.parts == {"graph": {"text": "z = x · y", "values": {"x": [1.0]}}}
    assert read.model is not None
    checkpoint = load_checkpoint(read.model)
    assert (checkpoint.iteration, checkpoint.experiment) == (8, read.experiment)
    taken.end()


def test_a_file_of_the_persons_is_named_and_not_copied(tmp_path: Path) -> None:
    path = tmp_path / "학습한 신경망.blab"
    sitting = Sitting.begin(tmp_path / "home")
    sitting.write(kept_of(model=path, is_own_file=True), None, None)
    assert names(sitting.folder) == [ABOUT]
    assert sitting.read().model == path
    sitting.end()


def test_a_network_is_written_once_and_the_last_one_stays(tmp_path: Path) -> None:
    sitting = Sitting.begin(tmp_path)
    sitting.write(kept_of(), (1, 1), after(1))
    first = names(sitting.folder)
    sitting.write(kept_of(workspace="data"), (1, 1), after(1))
    assert names(sitting.folder) == first
    assert sitting.read().workspace == "data"
    sitting.write(kept_of(), (1, 2), after(2))
    model = sitting.read().model
    assert model is not None
    assert names(sitting.folder) == sorted([model.name, ABOUT])
    assert load_checkpoint(model).iteration == 2
    sitting.write(kept_of(iteration=5), (1, 5), None)  # there was no time for a copy
    assert (sitting.read().model, sitting.read().iteration) == (model, 2)
    sitting.write(kept_of(), None, None)
    assert names(sitting.folder) == [ABOUT]
    assert sitting.read().model is None
    sitting.end()


def test_the_living_are_left_alone_and_the_newest_of_the_dead_is_found(tmp_path: Path) -> None:
    living = Sitting.begin(tmp_path)
    living.write(kept_of(), (1, 1), after(1))
    crashed(tmp_path, 2, age=10)
    newest = crashed(tmp_path, 3)
    found = find_left(tmp_path)
    assert found is not None
    assert found[0].folder == newest
    other = find_left(tmp_path)  # a second window that starts meanwhile
    assert other is not None
    assert other[1].iteration == 2
    assert find_left(tmp_path) is None
    for sitting in (found[0], other[0], living):
        sitting.end()
    assert names(tmp_path) == []


def test_what_was_set_aside_is_not_offered_again_and_goes_after_a_week(tmp_path: Path) -> None:
    folder = crashed(tmp_path)
    found = find_left(tmp_path)
    assert found is not None
    found[0].set_aside()
    assert find_left(tmp_path) is None
    assert len(names(folder)) == 3
    assert find_left(tmp_path, time.time() + ASIDE_S + 60) is None
    assert names(tmp_path) == []


def test_only_some_are_left_where_nobody_answers(tmp_path: Path) -> None:
    folders = [crashed(tmp_path, age=10.0 * number) for number in range(MOST_LEFT + 2)]
    found = find_left(tmp_path)
    assert found is not None
    found[0].leave()
    assert [folder.exists() for folder in folders] == [True] * MOST_LEFT + [False] * 2


def test_what_is_of_no_use_is_swept_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    crashed(tmp_path).joinpath(ABOUT).write_text("{", encoding="utf-8")
    Sitting.begin(tmp_path).leave()  # killed before the first writing
    (tmp_path / ("0" * 32 + ".lock")).touch()  # or before there was a folder
    (tmp_path / "of a person").mkdir()
    (tmp_path / "of a person.lock").touch()
    assert find_left(tmp_path) is None
    assert names(tmp_path) == ["of a person", "of a person.lock"]


def test_what_a_newer_program_left_is_left_alone(tmp_path: Path) -> None:
    folder = crashed(tmp_path)
    about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
    (folder / ABOUT).write_text(json.dumps({**about, "version": 99}), encoding="utf-8")
    before = names(folder)
    assert find_left(tmp_path) is None
    assert names(folder) == before


def test_a_damaged_text_is_refused(tmp_path: Path) -> None:
    good = json.loads(kept_of().to_json(tmp_path))
    wrong = ({"parts": 3}, {"iteration": "many"}, {"model": 5}, {"format": "another"})
    for bad in (None, 1, *({**good, **one} for one in wrong)):
        with pytest.raises(ValueError, match=r"not kept of a sitting|invalid literal"):
            Kept.from_json(json.dumps(bad), tmp_path)
    with pytest.raises(NewerVersionError):
        Kept.from_json(json.dumps({**good, "version": 2}), tmp_path)
    assert Kept.from_json(json.dumps({**good, "experiment": {"network": 3}}), tmp_path).experiment is None


def test_there_is_no_folder_where_none_can_be() -> None:
    nowhere = Path(os.devnull) / "recovery"
    assert find_left(nowhere) is None
    with pytest.raises(ModelFileError, match="There can be no folder"):
        Keeper(nowhere).write(1, ToKeep(kept_of()), None)


def test_the_newest_of_two_writings_stays(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path)
    keeper.write(2, ToKeep(kept_of(), (1, 2)), after(2))
    keeper.write(1, ToKeep(kept_of(), (1, 1)), after(1))  # a job that was late
    assert keeper.has((1, 2))
    keeper.end(keep=True)
    keeper.write(3, ToKeep(kept_of(), (1, 3)), after(3))
    found = find_left(tmp_path)
    assert found is not None
    assert found[1].iteration == 2
    found[0].end()


def test_nothing_to_keep_leaves_nothing(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path / "home")
    keeper.write(1, None, None)
    assert not (tmp_path / "home").exists()
    keeper.write(2, ToKeep(kept_of()), None)
    keeper.write(3, None, None)
    assert names(tmp_path / "home") == []
    keeper.write(4, ToKeep(kept_of()), None)
    keeper.end(keep=False)
    assert names(tmp_path / "home") == []


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.core.training.model_files import after
from tests.gui.recovery.sittings import kept_of
from gui.recovery.sitting import Sitting
from core.training import place
sitting = Sitting.begin(Path(sys.argv[1]))
sitting.write(kept_of(), (1, 1), after(1))
os.fsync = lambda *names: os.kill(os.getpid(), signal.SIGKILL)
sitting.write(kept_of(), (1, 2), after(2))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_kill_while_it_writes_leaves_what_was_kept_before(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], cwd=ROOT, check=False)
    assert ended.returncode == -signal.SIGKILL
    found = find_left(tmp_path)
    assert found is not None
    model = found[1].model
    assert model is not None
    assert_same(load_checkpoint(model), after(1))
    assert list(found[0].folder.glob(".*")) == []
    found[0].end()
    assert names(tmp_path) == []
