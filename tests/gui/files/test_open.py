"""Open: what was saved is on the table again, and a file that is not a model takes nothing away."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.data import open_data_set
from gui.trainer.trainer import State
from tests.gui.files.desk import SHORT, SPEC, Button, Desk


class TestOpen:
    @pytest.fixture
    def saved(self, desk: Desk, path: Path) -> Path:
        desk.train()
        desk.files.save()
        desk.after_message(lambda: desk.answer_file(path))
        desk.files.new()
        return path

    def test_what_was_saved_is_on_the_table_again(self, desk: Desk, saved: Path) -> None:
        desk.choose(desk.window.menus.open)
        assert desk.after_message(lambda: desk.answer_file(saved)) == "Opened some digits.blab."
        assert desk.document.experiment == SHORT
        assert desk.trainer.state is State.ENDED
        (run,) = desk.document.runs
        assert run.log.last_iteration == 40
        assert [seen.iteration for seen in run.log.evaluations] == [0, 20, 40]
        assert desk.window.windowTitle().startswith("some digits.blab")
        assert not desk.window.isWindowModified()

    def test_during_a_run_it_ends_it_first(self, desk: Desk, saved: Path) -> None:
        desk.document.edit_network(SPEC, "Network")
        desk.document.set_data(open_data_set("xor"))
        desk.train_without_end()
        desk.files.open_path(saved)
        desk.after_message(lambda: desk.answer(Button.Discard))
        assert not desk.trainer.is_training
        assert desk.trainer.state is State.ENDED
        assert len(desk.document.runs) == 1

    def test_a_file_that_is_no_model_gets_a_sentence_and_nothing_is_lost(
        self, desk: Desk, tmp_path: Path
    ) -> None:
        bad = tmp_path / "bad.blab"
        for content, says in (
            (None, "There is no file"),
            (b"", "is not a model file"),
            (b"\x80\x04\x95 a pickle", "is not a model file"),
        ):
            if content is not None:
                bad.write_bytes(content)
            desk.files.open_path(bad)
            desk.qtbot.waitUntil(lambda: bool(desk.dialogs()))
            assert says in desk.question().text()
            assert "bad.blab" in desk.question().text()
            desk.answer(Button.Ok)
            assert desk.document.experiment == SHORT
            assert desk.document.path is None

    def test_a_file_cut_short_leaves_a_trained_network_as_it_was(self, desk: Desk, saved: Path) -> None:
        desk.after_message(lambda: desk.files.open_path(saved))
        run = desk.document.current_run
        saved.write_bytes(saved.read_bytes()[:-200])
        desk.files.open_path(saved)
        desk.qtbot.waitUntil(lambda: bool(desk.dialogs()))
        desk.answer(Button.Ok)
        assert desk.document.current_run is run
        assert desk.trainer.state is State.ENDED

    def test_recent_files_are_opened_again_and_one_that_is_gone_leaves_the_list(
        self, desk: Desk, saved: Path
    ) -> None:
        recent = desk.window.menus.recent_menu
        assert [action.text() for action in recent.actions()] == [str(saved)]
        assert desk.after_message(recent.actions()[0].trigger) == "Opened some digits.blab."
        assert desk.document.path == saved
        saved.unlink()
        said = desk.after_message(recent.actions()[0].trigger)
        assert said.startswith(f"{saved} is gone")
        assert not recent.isEnabled()
        assert desk.settings.recent == ()
        assert desk.dialogs() == []
