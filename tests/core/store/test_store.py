"""Runs are kept, found, named, pinned, deleted and brought back; the oldest go where there is no room."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Literal

import pytest

from core.errors import LabError, StoreError
from core.store import store as module
from core.store.record import NAME_LIMIT
from core.store.store import KeptRun, RunStore
from core.training.checkpoint import load_checkpoint
from tests.core.store.processes import contents
from tests.core.training.model_files import after, assert_same


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second passes from one run to the next."""
    seconds: Iterator[int] = count(10)
    monkeypatch.setattr(module, "now", lambda: f"2026-11-29T12:00:{next(seconds)}+00:00")


def kept(store: RunStore, *names: str) -> list[str]:
    """The ids of runs that are kept under these names."""
    return [store.keep(after(2), name)[0].id for name in names]


def names(store: RunStore) -> list[str]:
    return [run.record.name for run in store.listing().runs]


def by_name(store: RunStore) -> dict[str, KeptRun]:
    return {run.record.name: run for run in store.listing().runs}


# --- keeping ------------------------------------------------------------------------------------------------


def test_a_store_that_is_not_there_is_empty_and_is_not_made_by_looking(store: RunStore) -> None:
    assert store.listing().runs == ()
    store.tidy()
    assert not store.folder.parent.exists()


def test_a_kept_run_is_a_model_file_that_opens_anywhere(store: RunStore, tmp_path: Path) -> None:
    run, gone = store.keep(after(4), "Run 1", "stopped")
    elsewhere = tmp_path / "a model.blab"
    shutil.copy(store.path(run.id), elsewhere)
    assert_same(load_checkpoint(elsewhere), after(4))
    assert gone == ()


def test_the_list_tells_of_each_run_without_its_network(
    store: RunStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.keep(after(4), "Run 1", "stopped")
    store.keep(after(6), "Run 2")
    monkeypatch.setattr(module, "load_checkpoint", None)
    newest, first = store.listing().runs
    assert (first.record.name, first.record.outcome, first.record.iteration) == ("Run 1", "stopped", 4)
    assert (newest.record.outcome, newest.record.iteration) == ("completed", 6)
    assert newest.record.experiment == after(6).experiment
    assert newest.record.test_accuracy == after(6).evaluations[-1].test_accuracy
    assert newest.record.ended > first.record.ended
    files = contents(store.folder)
    assert newest.size == len(files[f"{newest.id}.blab"]) + len(files[f"{newest.id}.json"])
    assert store.listing().size == newest.size + first.size


def test_a_run_that_goes_on_takes_its_own_place_and_keeps_what_was_said_of_it(store: RunStore) -> None:
    (id,) = kept(store, "Run 1")
    store.edit(id, name="good", note="a note", pinned=True)
    again, _ = store.keep(after(6), "Run 1", "completed", id=id)
    assert [run.id for run in store.listing().runs] == [id]
    assert (again.record.name, again.record.note, again.record.pinned) == ("good", "a note", True)
    assert (again.record.iteration, again.record.outcome) == (6, "completed")
    assert_same(load_checkpoint(store.path(id)), after(6))


def test_a_run_that_was_deleted_meanwhile_is_kept_anew(store: RunStore) -> None:
    (id,) = kept(store, "Run 1")
    store.delete([id])
    again, _ = store.keep(after(6), "Run 1", id=id)
    assert again.id != id
    store.restore([id])
    assert len(store.listing().runs) == 2


# --- what a person says of a run ----------------------------------------------------------------------------


def test_name_note_and_pin_are_kept_each_by_itself(store: RunStore) -> None:
    (id,) = kept(store, "Run 1")
    store.edit(id, name="ReLU, wide")
    store.edit(id, note=" two lines\nof a note ")
    store.edit(id, pinned=True)
    record = RunStore(store.folder).listing().runs[0].record
    assert (record.name, record.note, record.pinned) == ("ReLU, wide", "two lines\nof a note", True)
    assert store.edit(id, pinned=False).record.pinned is False


@pytest.mark.parametrize(
    ("typed", "is_kept_as"),
    [
        (unicodedata.normalize("NFD", "학습한 신경망"), unicodedata.normalize("NFC", "학습한 신경망")),
        ("  a\n b\t", "a b"),
        ("한" * 300, "한" * NAME_LIMIT),
        ("", "?"),
        ("../{0}%s.blab", "../{0}%s.blab"),
    ],
    ids=["NFD", "lines", "long", "empty", "what looks like a path"],
)
def test_any_name_can_be_typed(store: RunStore, typed: str, is_kept_as: str) -> None:
    (id,) = kept(store, "Run 1")
    store.edit(id, name=typed)
    assert names(store) == [is_kept_as]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_folder_may_have_any_name(tmp_path: Path, form: Literal["NFC", "NFD"]) -> None:
    store = RunStore(tmp_path / unicodedata.normalize(form, "자료 {0}") / "runs")
    (id,) = kept(store, "Run 1")
    store.delete([id])
    store.restore([id])
    assert names(store) == ["Run 1"]


# --- deleting -----------------------------------------------------------------------------------------------


def test_what_is_deleted_can_be_brought_back_until_the_next_start(store: RunStore) -> None:
    first, second = kept(store, "Run 1", "Run 2")
    before = contents(store.folder)
    store.delete([first, second])
    assert names(store) == []
    store.restore([first, second])
    assert contents(store.folder) == before
    store.delete([first])
    RunStore(store.folder).tidy()
    with pytest.raises(StoreError, match=r"cannot be brought back: the trash in .* was emptied"):
        store.restore([first])
    assert names(store) == ["Run 2"]


def test_what_is_not_there_any_more_gets_a_sentence(store: RunStore) -> None:
    (id,) = kept(store, "Run 1")
    store.delete([id])
    for use in (store.path, store.edit, lambda gone: store.delete([gone])):
        with pytest.raises(StoreError, match=f"The run {id} is not in .* any more: it was deleted"):
            use(id)


def test_everything_is_deleted_for_good_and_nothing_else(store: RunStore) -> None:
    first, second = kept(store, "Run 1", "Run 2")
    store.edit(first, pinned=True)
    store.delete([second])
    (store.folder / "mine.txt").write_text("not a run")
    store.set_limit(10**9)
    store.delete_everything()
    assert list(contents(store.folder)) == ["lock", "mine.txt", "store.json"]
    assert store.listing().limit == 10**9
    with pytest.raises(StoreError):
        store.restore([second])


# --- room ---------------------------------------------------------------------------------------------------


def test_the_oldest_go_first_and_never_a_pinned_one(store: RunStore) -> None:
    first, *_ = kept(store, "1", "2", "3")
    store.edit(first, pinned=True)
    store.set_limit(store.listing().size + 50)
    _, gone = store.keep(after(2), "4")
    assert [run.record.name for run in gone] == ["2"]
    assert names(store) == ["4", "3", "1"]
    assert store.listing().size <= store.listing().limit
    assert all(id not in name for name in contents(store.folder) for id in (gone[0].id,))


def test_a_run_that_is_larger_than_all_may_be_is_kept_all_the_same(store: RunStore) -> None:
    kept(store, "1", "2")
    store.edit(by_name(store)["1"].id, pinned=True)
    assert [run.record.name for run in store.set_limit(1)] == ["2"]
    run, gone = store.keep(after(2), "3")
    assert gone == ()
    assert names(store) == ["3", "1"]
    _, gone = store.keep(after(2), "4")
    assert [one.id for one in gone] == [run.id]


def test_what_cannot_be_deleted_stays_and_the_next_one_goes(
    store: RunStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck, *_ = kept(store, "1", "2", "3")
    store.set_limit(store.listing().size)
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.stem == stuck:
            raise PermissionError(13, "Permission denied")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    _, gone = store.keep(after(2), "4")
    assert [run.record.name for run in gone] == ["2"]
    assert names(store) == ["4", "3", "1"]


# --- what others have put there, or taken away --------------------------------------------------------------


def test_a_model_that_was_put_there_is_a_run(store: RunStore, tmp_path: Path) -> None:
    (id,) = kept(store, "Run 1")
    shutil.copy(store.path(id), store.folder / "from a friend.blab")
    listing = store.listing()
    assert {run.id for run in listing.runs} == {id, "from a friend"}
    (problem,) = listing.problems
    assert str(problem).startswith(f"{store.folder / 'from a friend.json'} cannot be read")
    store.tidy()
    assert store.listing().problems == ()
    assert by_name(store)["from a friend"].record.experiment == after(2).experiment


def test_a_network_without_a_readable_record_is_not_thinned_out(store: RunStore) -> None:
    first, _ = kept(store, "1", "2")
    (store.folder / f"{first}.json").write_text("{")
    store.set_limit(1)
    assert [run.id for run in store.listing().runs] == [first]
    store.edit(first, name="named")
    assert store.listing().problems == ()
    assert names(store) == ["named"]


def test_what_is_not_a_model_is_told_and_left_alone(store: RunStore) -> None:
    kept(store, "1")
    bad = store.folder / "bad.blab"
    bad.write_bytes(b"no model")
    (problem,) = store.listing().problems
    assert isinstance(problem, LabError)
    assert "bad.blab is not a model file" in str(problem)
    store.tidy()
    store.set_limit(0)
    assert bad.read_bytes() == b"no model"


def test_a_record_without_its_network_is_not_a_run(store: RunStore) -> None:
    first, _ = kept(store, "1", "2")
    store.path(first).unlink()
    assert names(store) == ["2"]
    store.tidy()
    assert f"{first}.json" not in contents(store.folder)


def test_a_folder_that_has_vanished_is_made_again(store: RunStore) -> None:
    (id,) = kept(store, "1")
    shutil.rmtree(store.folder)
    assert store.listing().runs == ()
    with pytest.raises(StoreError, match="it was deleted"):
        store.delete([id])
    kept(store, "2")
    assert names(store) == ["2"]
