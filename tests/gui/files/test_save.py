"""Save and Save as, through the menu and the dialogs that a person sees."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import numpy as np

from core.training.checkpoint import load_checkpoint
from gui.files.dialogs import composed
from gui.trainer.trainer import State
from tests.gui.files.desk import SHORT, SPEC, Button, Desk, contents
from tests.gui.trainer.runs import ears


class TestSave:
    def test_the_first_time_it_asks_where(self, desk: Desk, path: Path) -> None:
        desk.train()
        assert desk.window.isWindowModified()
        desk.choose(desk.window.menus.save)
        assert desk.file_dialog().selectedFiles()[0].endswith("network.blab")
        assert desk.after_message(lambda: desk.answer_file(path)) == "Saved some digits.blab."
        assert not desk.window.isWindowModified()
        assert desk.window.windowTitle().startswith("some digits.blab")
        checkpoint = load_checkpoint(path)
        kept = desk.document.runs[0].checkpoint
        assert kept is not None
        assert checkpoint.experiment == SHORT
        assert checkpoint.iteration == 40
        assert checkpoint.losses.tolist() == desk.document.runs[0].log.losses.tolist()
        assert np.array_equal(checkpoint.parameters["W1"], kept.parameters["W1"])

    def test_the_folder_is_known_before_a_saving_that_may_be_killed(self, desk: Desk, tmp_path: Path) -> None:
        desk.train()
        folder = tmp_path / "elsewhere"
        folder.mkdir()
        desk.document.path = folder / "a.blab"
        desk.files.save()
        assert desk.settings.folder == folder

    def test_a_name_without_an_ending_gets_it(self, desk: Desk, path: Path) -> None:
        desk.train()
        desk.files.save()
        desk.after_message(lambda: desk.answer_file(path.with_suffix("")))
        assert path.is_file()

    def test_the_second_time_it_writes_over_its_file(self, desk: Desk, path: Path) -> None:
        desk.train()
        desk.files.save()
        desk.after_message(lambda: desk.answer_file(path))
        first = contents(path)
        before = load_checkpoint(path).iteration
        desk.train()
        assert desk.window.isWindowModified()
        desk.after_message(lambda: desk.choose(desk.window.menus.save))
        assert not desk.dialogs()
        assert contents(path) != first
        assert load_checkpoint(path).iteration == 2 * before

    def test_another_run_is_not_saved_over_the_file_of_the_first(self, desk: Desk, path: Path) -> None:
        desk.train()
        desk.files.save()
        desk.after_message(lambda: desk.answer_file(path))
        first = contents(path)
        desk.document.edit_training(replace(SHORT.training, seed=3), "Seed")
        desk.train()
        desk.choose(desk.window.menus.save)
        assert len(desk.dialogs()) == 1, "it asks for a name"
        desk.dialogs()[0].close()
        assert contents(path) == first

    def test_save_as_makes_another_file(self, desk: Desk, path: Path) -> None:
        desk.train()
        desk.files.save()
        desk.after_message(lambda: desk.answer_file(path))
        other = path.with_name("other.blab")
        desk.choose(desk.window.menus.save_as)
        desk.after_message(lambda: desk.answer_file(other))
        assert contents(path) == contents(other)
        assert desk.document.path == other

    def test_the_folder_is_remembered(self, desk: Desk, tmp_path: Path) -> None:
        (tmp_path / "deep").mkdir()
        desk.train()
        desk.files.save()
        desk.after_message(lambda: desk.answer_file(tmp_path / "deep" / "a.blab"))
        assert desk.settings.folder == tmp_path / "deep"

    def test_while_training_it_saves_a_copy_and_training_goes_on(self, desk: Desk, path: Path) -> None:
        desk.train_without_end()
        desk.document.path = path
        desk.after_message(desk.files.save)
        assert desk.trainer.state is State.RUNNING
        checkpoint = load_checkpoint(path)
        assert 0 < checkpoint.iteration == len(checkpoint.losses)
        assert desk.document.runs[0].saved_iteration == checkpoint.iteration

    def test_while_paused_the_network_on_disk_is_the_one_on_the_table(self, desk: Desk, path: Path) -> None:
        with desk.qtbot.waitSignal(
            ears(desk.trainer).state_changed, check_params_cb=lambda state: state is State.PAUSED
        ):
            desk.trainer.step()
        desk.document.path = path
        desk.after_message(desk.files.save)
        assert load_checkpoint(path).iteration == 1
        assert not desk.document.has_unsaved_network
        with desk.qtbot.waitSignal(ears(desk.trainer).ended):
            desk.trainer.resume()
        assert desk.document.has_unsaved_network

    def test_two_saves_in_a_hurry_are_written_in_turn(self, desk: Desk, path: Path) -> None:
        desk.train()
        desk.document.path = path
        said: list[str] = []
        desk.files.message.connect(said.append)
        done: list[int] = []
        desk.files.save(lambda: done.append(1))
        desk.files.save(lambda: done.append(2))
        desk.qtbot.waitUntil(lambda: len(said) == 2)
        assert done == [1, 2]

    def test_an_untrained_network_is_saved_with_its_initial_weights(self, desk: Desk, path: Path) -> None:
        desk.document.path = path
        desk.after_message(desk.files.save)
        checkpoint = load_checkpoint(path)
        assert checkpoint.iteration == 0
        assert checkpoint.experiment == SHORT

    def test_where_there_is_no_network_it_says_why(self, desk: Desk, path: Path) -> None:
        desk.document.edit_network(SPEC.with_layers(()), "Remove all")
        desk.document.path = path
        desk.choose(desk.window.menus.save)
        assert "There is nothing to train yet" in desk.question().text()
        desk.answer(Button.Ok)
        assert not path.exists()

    def test_edits_after_the_run_are_not_in_the_file_and_that_is_said(self, desk: Desk, path: Path) -> None:
        desk.train()
        desk.document.edit_training(replace(SHORT.training, batch_size=50), "Batch")
        desk.document.path = path
        assert "Later edits are not in it" in desk.after_message(desk.files.save)
        assert load_checkpoint(path).experiment == SHORT
        assert not desk.document.modified

    def test_a_folder_that_is_gone_gets_a_sentence_and_nothing_is_lost(
        self, desk: Desk, tmp_path: Path
    ) -> None:
        desk.train()
        desk.document.path = tmp_path / "gone" / "a.blab"
        then: list[int] = []
        desk.files.save(lambda: then.append(1))
        desk.qtbot.waitUntil(lambda: bool(desk.dialogs()))
        assert "There is no folder" in desk.question().text()
        desk.answer(Button.Ok)
        assert then == []
        assert desk.document.has_unsaved_network


def test_a_new_name_is_one_however_its_syllables_are_sent(tmp_path: Path) -> None:
    whole, pieces = (tmp_path / normalize(form, "학습한 신경망.blab") for form in ("NFC", "NFD"))
    assert composed(pieces) == whole
    pieces.touch()
    assert composed(pieces) == pieces, "a file that is there keeps its name"
