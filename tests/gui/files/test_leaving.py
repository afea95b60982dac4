"""What would lose a trained network asks first: New, Open, a preset, and closing the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from core.training.checkpoint import load_checkpoint
from core.training.presets import DEFAULT_PRESET, PRESETS
from gui.trainer.trainer import State
from tests.gui.files.desk import SHORT, Button, Desk


class TestQuestion:
    def leave(self, desk: Desk, how: str, path: Path) -> Callable[[], bool]:
        """Do what would lose the network; the result says whether it has been done."""
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

    def test_cancel_leaves_everything(self, desk: Desk, path: Path) -> None:
        desk.train()
        for how in ("new", "open", "preset", "close"):
            is_done = self.leave(desk, how, path)
            desk.answer(Button.Cancel)
            assert not is_done(), how
            assert desk.document.has_unsaved_network, how
            assert desk.trainer.state is State.ENDED, how
            assert desk.window.isVisible(), how

    @pytest.mark.parametrize("how", ["new", "open", "preset", "close"])
    def test_discard_goes_on_without_saving(self, desk: Desk, path: Path, how: str) -> None:
        desk.train()
        is_done = self.leave(desk, how, path)
        desk.answer(Button.Discard)
        assert is_done()

    @pytest.mark.parametrize("how", ["new", "open", "preset", "close"])
    def test_save_saves_first_and_then_goes_on(self, desk: Desk, path: Path, how: str) -> None:
        desk.train()
        is_done = self.leave(desk, how, path)
        desk.answer(Button.Save)
        assert not is_done() or how == "open"
        desk.after_message(lambda: desk.answer_file(path))
        assert load_checkpoint(path).iteration == 40
        assert is_done()

    def test_a_save_that_is_given_up_gives_up_what_was_to_follow(self, desk: Desk, path: Path) -> None:
        desk.train()
        desk.window.close()
        desk.answer(Button.Save)
        desk.file_dialog().reject()
        assert desk.window.isVisible()
        assert desk.document.has_unsaved_network

    def test_a_save_that_fails_does_not_go_on(self, desk: Desk, tmp_path: Path) -> None:
        desk.train()
        desk.document.path = tmp_path / "gone" / "a.blab"
        desk.window.close()
        desk.answer(Button.Save)
        desk.qtbot.waitUntil(lambda: bool(desk.dialogs()))
        desk.answer(Button.Ok)
        assert desk.window.isVisible()
        assert desk.document.has_unsaved_network

    @pytest.mark.parametrize("how", ["new", "preset", "close"])
    def test_without_a_trained_network_nothing_is_asked(self, desk: Desk, path: Path, how: str) -> None:
        is_done = self.leave(desk, how, path)
        assert not desk.dialogs()
        assert is_done()

    def test_a_saved_network_is_nothing_to_ask_about(self, desk: Desk, path: Path) -> None:
        desk.train()
        desk.files.save()
        desk.after_message(lambda: desk.answer_file(path))
        desk.window.close()
        assert not desk.window.isVisible()

    def test_it_is_asked_once(self, desk: Desk) -> None:
        desk.train()
        desk.window.close()
        desk.window.close()
        desk.files.new()
        desk.answer(Button.Cancel)

    def test_a_preset_during_a_run_is_for_the_next_one(self, desk: Desk) -> None:
        desk.train_without_end()
        desk.files.apply_preset("simple-net")
        assert not desk.dialogs()
        assert desk.trainer.state is State.RUNNING
        assert desk.document.preset_name == "simple-net"

    def test_new_is_the_default_preset(self, desk: Desk) -> None:
        desk.files.new()
        assert desk.document.experiment == PRESETS[DEFAULT_PRESET].experiment


class TestClosing:
    def test_a_window_that_trains_closes_and_leaves_no_thread(self, desk: Desk) -> None:
        desk.train_without_end()
        desk.window.close()
        desk.answer(Button.Discard)
        assert not desk.window.isVisible()
        assert not desk.trainer.is_training

    def test_a_run_that_has_learned_nothing_yet_is_not_asked_about(self, desk: Desk) -> None:
        desk.trainer.start()
        desk.window.close()
        assert not desk.window.isVisible()
        assert not desk.trainer.is_training

    def test_the_network_of_a_run_under_way_is_saved_before_closing(self, desk: Desk, path: Path) -> None:
        desk.train_without_end()
        desk.document.path = path
        desk.window.close()
        desk.after_message(lambda: desk.answer(Button.Save))
        assert not desk.window.isVisible()
        assert load_checkpoint(path).iteration > 0

    def test_a_file_that_is_being_written_is_written_to_its_end(self, desk: Desk, path: Path) -> None:
        desk.document.path = path
        desk.files.save()
        desk.window.close()
        assert not desk.window.isVisible()
        assert load_checkpoint(path).experiment == SHORT
