"""Every run keeps its network, so that nothing is asked before another one takes its place."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from core.store.store import RunStore
from core.training.checkpoint import load_checkpoint, save_checkpoint
from gui.document.change import State
from gui.document.run import Run
from gui.files import kept_runs
from tests.core.store.processes import contents
from tests.core.training.model_files import assert_same
from tests.gui.files.conftest import MakeDesk
from tests.gui.files.desk import SHORT, Button, Desk


@pytest.fixture
def store(tmp_path: Path) -> RunStore:
    return RunStore(tmp_path / "runs", wait_s=0.0)


@pytest.fixture
def keeping(make_desk: MakeDesk, store: RunStore) -> Desk:
    """A desk at which runs are kept."""
    return make_desk(store)


def settled(desk: Desk) -> None:
    """Nothing more is done in the store."""
    desk.qtbot.waitUntil(lambda: not desk.kept._tasks and not desk.jobs.is_busy("runs"))


def trained(desk: Desk, seed: int = 0) -> Run:
    """A run that has ended and is kept."""
    desk.document.edit_training(replace(SHORT.training, seed=seed), "Seed")
    desk.train()
    settled(desk)
    return desk.document.runs[-1]


def leave(desk: Desk, how: str) -> Callable[[], bool]:
    """Do what puts another network on the table; the result says whether that has been done."""
    if how == "new":
        desk.choose(desk.window.menus.new)
        return lambda: desk.document.runs == []
    if how == "open":
        desk.choose(desk.window.menus.open)
        return lambda: any(isinstance(dialog, QFileDialog) for dialog in desk.dialogs())
    if how == "preset":
        desk.files.apply_preset("simple-net")
        return lambda: desk.document.preset_name == "simple-net" and desk.trainer.state is State.IDLE
    desk.window.close()
    return lambda: not desk.window.isVisible()


def refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the drive be full from here on."""

    def full(*names: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)


# --- keeping ------------------------------------------------------------------------------------------------


def test_a_run_that_ends_is_kept_and_that_is_said(keeping: Desk, store: RunStore) -> None:
    said: list[str] = []
    keeping.kept.message.connect(said.append)
    run = trained(keeping)
    (kept,) = store.listing().runs
    assert (kept.record.name, kept.record.outcome, kept.record.iteration) == ("Run 1", "completed", 40)
    assert run.checkpoint is not None
    assert_same(load_checkpoint(store.path(kept.id)), run.checkpoint)
    assert keeping.kept.is_kept(run)
    (text,) = said
    assert text.startswith("Run 1 is kept among the runs (")


def test_the_network_of_an_older_run_is_in_the_store_alone_and_comes_back(
    keeping: Desk, store: RunStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_runs, "AT_HAND", 1)
    first = trained(keeping)
    before, ending = first.checkpoint, first.ending
    assert before is not None
    assert ending is not None
    second = trained(keeping, seed=1)
    assert (first.checkpoint, second.checkpoint is None) == (None, False)
    assert first.ending is not None
    assert first.ending.checkpoint is None
    assert first.threads == before.threads
    assert keeping.kept.has_network(first)
    keeping.kept.take_up(first)
    settled(keeping)
    assert keeping.document.current_run is first
    assert first.checkpoint is not None
    assert_same(first.checkpoint, before)
    assert first.log.losses is first.checkpoint.losses
    assert first.ending.checkpoint is first.checkpoint
    third = trained(keeping, seed=2)
    assert (second.checkpoint, first.checkpoint, third.checkpoint is None) == (None, None, False)
    store.delete([second.kept_as])
    keeping.kept.rename(None, first.kept_as, "first")
    settled(keeping)
    assert keeping.kept.has_network(first)
    assert not keeping.kept.has_network(second), "another window has deleted it"


def test_a_run_that_goes_on_is_one_run(keeping: Desk, store: RunStore) -> None:
    trained(keeping)
    run = trained(keeping)
    assert keeping.document.runs == [run]
    assert [kept.record.iteration for kept in store.listing().runs] == [80]


@pytest.mark.parametrize("how", ["new", "open", "preset", "close"])
def test_a_kept_network_is_not_asked_about(keeping: Desk, how: str, store: RunStore) -> None:
    trained(keeping)
    assert keeping.document.has_unsaved_network, "no file of the person holds it"
    is_done = leave(keeping, how)
    assert is_done()
    assert not any(not isinstance(dialog, QFileDialog) for dialog in keeping.dialogs())
    assert [kept.record.iteration for kept in store.listing().runs] == [40]


@pytest.mark.parametrize("how", ["new", "preset", "close"])
def test_what_ended_this_moment_is_waited_for(keeping: Desk, how: str, store: RunStore) -> None:
    keeping.train()
    is_done = leave(keeping, how)
    keeping.qtbot.waitUntil(is_done)
    assert not keeping.dialogs()
    assert [kept.record.iteration for kept in store.listing().runs] == [40]


@pytest.mark.parametrize("how", ["new", "close"])
def test_a_training_under_way_is_kept_to_its_last_iteration(keeping: Desk, how: str, store: RunStore) -> None:
    keeping.train_without_end()
    ended: list[Run] = []
    keeping.document.run_ended.connect(ended.append)
    is_done = leave(keeping, how)
    keeping.qtbot.waitUntil(is_done)
    keeping.jobs.shutdown()
    keeping.kept.finish()
    assert not keeping.trainer.is_training
    assert not keeping.dialogs()
    (run,) = ended
    (kept,) = store.listing().runs
    assert run.checkpoint is not None
    assert kept.record.outcome == "stopped"
    assert kept.record.iteration == run.checkpoint.iteration > 0
    assert_same(load_checkpoint(store.path(kept.id)), run.checkpoint)


def test_new_weights_during_a_run_leave_it_in_the_store(keeping: Desk, store: RunStore) -> None:
    keeping.train_without_end()
    with keeping.qtbot.waitSignal(keeping.document.run_ended):
        keeping.trainer.reset()
    settled(keeping)
    assert [kept.record.outcome for kept in store.listing().runs] == ["stopped"]


def test_an_untrained_or_opened_network_is_not_a_run_to_keep(
    keeping: Desk, store: RunStore, path: Path
) -> None:
    run = trained(keeping)
    assert run.checkpoint is not None
    save_checkpoint(path, run.checkpoint)
    keeping.after_message(lambda: keeping.files.open_path(path))
    keeping.files.new()
    settled(keeping)
    assert len(store.listing().runs) == 1


# --- where nothing can be kept ------------------------------------------------------------------------------


def test_a_full_disk_is_said_and_the_person_is_asked(
    keeping: Desk, store: RunStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    keeping.kept.message.connect(said.append)
    refuse(monkeypatch)
    trained(keeping)
    assert said[-1].startswith(f"Run 1 is not kept. Runs cannot be kept in {store.folder} (No space left")
    keeping.window.close()
    keeping.qtbot.waitUntil(lambda: bool(keeping.dialogs()))
    assert keeping.window.isVisible()
    keeping.answer(Button.Cancel)
    monkeypatch.undo()
    keeping.window.close()
    keeping.qtbot.waitUntil(lambda: not keeping.window.isVisible())
    assert len(store.listing().runs) == 1, "by now there is room"


def test_on_a_full_disk_the_window_stays_with_its_network_and_can_be_closed_all_the_same(
    keeping: Desk, store: RunStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeping.document.path = path
    keeping.after_message(keeping.files.save)
    run = trained(keeping)
    saved = path.read_bytes()
    # Neither the file nor the store takes the network as it is by now.
    store.delete([run.kept_as])
    refuse(monkeypatch)
    run.kept_as = ""
    for _ in range(2):
        keeping.document.path = path
        keeping.window.close()
        keeping.qtbot.waitUntil(lambda: bool(keeping.dialogs()))
        keeping.answer(Button.Save)
        keeping.qtbot.waitUntil(lambda: bool(keeping.dialogs()))
        assert "No space left on device" in keeping.question().text()
        keeping.answer(Button.Ok)
        assert keeping.window.isVisible()
        assert keeping.document.has_unsaved_network
        assert run.checkpoint is not None
        assert path.read_bytes() == saved
        assert [other.name for other in path.parent.glob(".*.part")] == []
    keeping.window.close()
    keeping.qtbot.waitUntil(lambda: bool(keeping.dialogs()))
    keeping.answer(Button.Discard)
    keeping.qtbot.waitUntil(lambda: not keeping.window.isVisible())


def test_a_store_of_a_newer_version_is_left_alone_and_the_person_is_asked(
    keeping: Desk, store: RunStore
) -> None:
    store.folder.mkdir()
    about = json.dumps({"format": "backprop-lab runs", "version": 2, "limit": 1})
    (store.folder / "store.json").write_text(about)
    before = contents(store.folder)
    keeping.kept.read()
    settled(keeping)
    assert "belong to a newer version" in keeping.kept.problem
    keeping.train()
    keeping.files.new()
    keeping.qtbot.waitUntil(lambda: bool(keeping.dialogs()))
    keeping.answer(Button.Discard)
    assert keeping.document.runs == []
    assert contents(store.folder) == before


def test_a_folder_that_vanishes_loses_nothing_that_is_on_the_table(keeping: Desk, store: RunStore) -> None:
    trained(keeping)
    for path in store.folder.iterdir():
        path.unlink()
    store.folder.rmdir()
    run = trained(keeping)
    assert keeping.kept.is_kept(run)
    assert [kept.record.iteration for kept in store.listing().runs] == [80]


# --- the oldest go ------------------------------------------------------------------------------------------


def test_what_had_to_go_is_said_and_is_asked_about_again(keeping: Desk, store: RunStore) -> None:
    said: list[str] = []
    first = trained(keeping)
    keeping.kept.message.connect(said.append)
    keeping.kept.set_limit(store.listing().size + 100)
    settled(keeping)
    second = trained(keeping, seed=1)
    assert said[-1].endswith(" kB, the oldest went: Run 1.")
    assert "Run 2 is kept among the runs" in said[-1]
    assert not keeping.kept.is_kept(first)
    assert keeping.kept.is_kept(second)


# --- taken up again, named, deleted -------------------------------------------------------------------------


def test_a_run_of_an_earlier_sitting_is_put_on_the_table_and_goes_on(
    make_desk: MakeDesk, keeping: Desk, store: RunStore
) -> None:
    before = trained(keeping, seed=7)
    keeping.window.close()
    later = make_desk(store)
    later.kept.read()
    settled(later)
    (kept,) = later.kept.listing.runs
    later.kept.put_on_table(kept.id)
    settled(later)
    (run,) = later.document.runs
    assert later.document.current_run is run
    assert later.document.experiment == before.experiment
    assert (run.name, run.outcome, later.trainer.state) == ("Run 1", "completed", State.ENDED)
    assert run.log.losses.tolist() == before.log.losses.tolist()
    assert not later.files._has_something_to_lose
    later.train()
    settled(later)
    assert [one.record.iteration for one in store.listing().runs] == [80]


def test_a_run_of_this_sitting_comes_back_without_being_read(keeping: Desk, store: RunStore) -> None:
    first, second = trained(keeping), trained(keeping, seed=1)
    for path in store.folder.glob("*.blab"):
        path.unlink()
    keeping.kept.take_up(first)
    assert keeping.document.current_run is first
    assert keeping.document.experiment == first.experiment
    assert keeping.document.runs == [first, second]
    keeping.document.undo_stack.undo()
    assert keeping.document.experiment == second.experiment


def test_while_a_training_is_under_way_no_other_is_put_on_the_table(keeping: Desk) -> None:
    first = trained(keeping)
    keeping.train_without_end()
    current = keeping.document.current_run
    assert current is not first or keeping.trainer.is_training
    said: list[str] = []
    keeping.kept.message.connect(said.append)
    keeping.kept.take_up(first)
    assert said == ["A training is under way: stop it first."]
    assert keeping.document.current_run is current


def test_a_deleted_run_comes_back_by_undo(keeping: Desk, store: RunStore) -> None:
    first, second = trained(keeping), trained(keeping, seed=1)
    before = contents(store.folder)
    keeping.kept.delete(first, first.kept_as, first.name)
    settled(keeping)
    assert keeping.document.undo_stack.undoText() == "Delete Run 1"
    assert keeping.document.runs == [second]
    assert [kept.id for kept in store.listing().runs] == [second.kept_as]
    keeping.document.undo_stack.undo()
    settled(keeping)
    assert keeping.document.runs == [first, second]
    assert contents(store.folder) == before
    keeping.document.undo_stack.redo()
    settled(keeping)
    assert keeping.document.runs == [second]


def test_a_deletion_is_not_an_edit_of_the_network(keeping: Desk, path: Path) -> None:
    first, _ = trained(keeping), trained(keeping, seed=1)
    keeping.document.path = path
    keeping.after_message(keeping.files.save)
    keeping.kept.delete(first, first.kept_as, first.name)
    settled(keeping)
    assert not keeping.window.isWindowModified()


def test_a_run_is_deleted_before_it_was_kept(keeping: Desk, store: RunStore) -> None:
    trained(keeping)
    keeping.document.edit_training(replace(SHORT.training, seed=1), "Seed")
    keeping.train()
    second = keeping.document.runs[-1]
    keeping.document.set_current_run(None)
    keeping.kept.delete(second, "", second.name)
    settled(keeping)
    assert [kept.record.name for kept in store.listing().runs] == ["Run 1"]
    keeping.document.undo_stack.undo()
    settled(keeping)
    assert len(store.listing().runs) == 2


def test_where_the_trash_was_emptied_undo_says_so(keeping: Desk, store: RunStore) -> None:
    first = trained(keeping)
    keeping.document.set_current_run(None)
    keeping.kept.delete(first, first.kept_as, first.name)
    settled(keeping)
    RunStore(store.folder).tidy()
    said: list[str] = []
    keeping.kept.message.connect(said.append)
    keeping.document.undo_stack.undo()
    settled(keeping)
    assert "cannot be brought back: the trash" in said[-1]
    assert keeping.document.runs == [first], "its network is at hand all the same"


def test_everything_is_deleted_but_what_is_on_the_table(keeping: Desk, store: RunStore) -> None:
    first, second = trained(keeping), trained(keeping, seed=1)
    keeping.kept.set_pinned(first.kept_as, pinned=True)
    keeping.kept.delete_everything()
    settled(keeping)
    assert keeping.document.runs == [second]
    assert [kept.id for kept in store.listing().runs] == [second.kept_as]
    assert not (store.folder / f"{first.kept_as}.json").exists()


def test_a_name_is_that_of_the_run_wherever_it_stands(keeping: Desk, store: RunStore) -> None:
    run = trained(keeping)
    keeping.kept.rename(run, run.kept_as, "wide")
    keeping.kept.set_note(run.kept_as, "a note")
    settled(keeping)
    assert run.name == "wide"
    record = store.listing().runs[0].record
    assert (record.name, record.note) == ("wide", "a note")
    trained(keeping)
    assert store.listing().runs[0].record.name == "wide"


def test_a_run_that_another_window_has_deleted_gets_a_sentence(keeping: Desk, store: RunStore) -> None:
    run = trained(keeping)
    RunStore(store.folder).delete([run.kept_as])
    said: list[str] = []
    keeping.kept.message.connect(said.append)
    keeping.kept.set_pinned(run.kept_as, pinned=True)
    settled(keeping)
    assert said == [f"The run {run.kept_as} is not in {store.folder} any more: it was deleted."]
    assert not keeping.kept.is_kept(run)


def test_what_is_still_to_be_done_is_done_when_the_window_closes(keeping: Desk, store: RunStore) -> None:
    run = trained(keeping)
    for name in ("a", "b", "c"):
        keeping.kept.rename(run, run.kept_as, name)
    keeping.window.close()
    assert not keeping.window.isVisible()
    assert [kept.record.name for kept in store.listing().runs] == ["c"]
