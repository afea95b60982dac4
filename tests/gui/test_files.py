"""Open, Save, Save as, New and closing, through the menus and the dialogs that a person sees."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from core.data import open_dataset
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.checkpoint import load_checkpoint
from core.training.config import Experiment, TrainingConfig
from core.training.presets import DEFAULT_PRESET, PRESETS
from gui.document import Document
from gui.files import Files
from gui.icons import Icons
from gui.language import Language
from gui.main_window import MainWindow
from gui.remembered import remembered_experiment
from gui.settings import Settings
from gui.theme import Theme
from gui.training import State, Trainer
from gui.workers.jobs import Jobs
from gui.workspace import Workspace

SPEC = NetworkSpec(2, (LayerSpec("affine", 8), LayerSpec("relu"), LayerSpec("affine", 2)))
SHORT = Experiment(SPEC, TrainingConfig("xor", batch_size=100, length=2))
ENDLESS = replace(SHORT, training=replace(SHORT.training, length=1_000_000))

Button = QMessageBox.StandardButton


@dataclass
class Desk:
    """A window with a document, its trainer and its files, and the hands of a person."""

    qtbot: QtBot
    window: MainWindow
    document: Document
    trainer: Trainer
    files: Files
    settings: Settings
    jobs: Jobs

    def train(self) -> None:
        with self.qtbot.waitSignal(self.trainer.ended):
            self.trainer.start()

    def train_without_end(self) -> None:
        """Until there is something to lose."""
        training = replace(ENDLESS.training, seed=self.document.experiment.training.seed)
        self.document.edit_training(training, "Length")

        def has_iterations(batch: object) -> bool:
            return self.document.has_unsaved_network

        with self.qtbot.waitSignal(self.trainer.published, check_params_cb=has_iterations):
            self.trainer.start()

    def choose(self, action: QAction) -> None:
        assert action.isEnabled()
        action.trigger()

    def dialogs(self) -> list[QDialog]:
        return [dialog for dialog in self.window.findChildren(QDialog) if dialog.isVisible()]

    def question(self) -> QMessageBox:
        (box,) = self.dialogs()
        assert isinstance(box, QMessageBox)
        return box

    def file_dialog(self) -> QFileDialog:
        (dialog,) = self.dialogs()
        assert isinstance(dialog, QFileDialog)
        return dialog

    def answer(self, button: Button) -> None:
        self.qtbot.mouseClick(self.question().button(button), Qt.MouseButton.LeftButton)

    def answer_file(self, path: Path) -> None:
        dialog = self.file_dialog()
        dialog.setDirectory(str(path.parent))
        dialog.selectFile(path.name)
        dialog.accept()

    def after_message(self, do: Callable[[], object]) -> str:
        with self.qtbot.waitSignal(self.files.message) as told:
            do()
        assert told.args is not None
        text: str = told.args[0]
        return text


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, theme: Theme, icons: Icons, settings: Settings) -> Iterator[Desk]:
    settings.folder = Path(settings._store.fileName()).parent
    window = MainWindow(theme, icons, Language(qapp, "en"), settings, [Workspace("train", QWidget)])
    qtbot.addWidget(window)
    document = Document(SHORT, window)
    document.set_data(open_dataset("xor"))
    trainer, jobs = Trainer(document, parent=window), Jobs(window)
    files = Files(document, trainer, jobs, settings, window)
    window.show()
    yield Desk(qtbot, window, document, trainer, files, settings, jobs)
    trainer.shutdown()
    jobs.shutdown()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "some digits.blab"


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

    def test_a_name_without_an_ending_gets_it(self, desk: Desk, path: Path) -> None:
        desk.train()
        desk.files.save()
        desk.after_message(lambda: desk.answer_file(path.with_suffix("")))
        assert path.is_file()

    def test_the_second_time_it_writes_over_its_file(self, desk: Desk, path: Path) -> None:
        desk.train()
        desk.files.save()
        desk.after_message(lambda: desk.answer_file(path))
        first = path.read_bytes()
        desk.document.edit_training(replace(SHORT.training, seed=3), "Seed")
        desk.train()
        assert desk.window.isWindowModified()
        desk.after_message(lambda: desk.choose(desk.window.menus.save))
        assert not desk.dialogs()
        assert path.read_bytes() != first
        assert load_checkpoint(path).experiment.training.seed == 3

    def test_save_as_makes_another_file(self, desk: Desk, path: Path) -> None:
        desk.train()
        desk.files.save()
        desk.after_message(lambda: desk.answer_file(path))
        other = path.with_name("other.blab")
        desk.choose(desk.window.menus.save_as)
        desk.after_message(lambda: desk.answer_file(other))
        assert path.read_bytes() == other.read_bytes()
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
            desk.trainer.state_changed, check_params_cb=lambda state: state is State.PAUSED
        ):
            desk.trainer.step()
        desk.document.path = path
        desk.after_message(desk.files.save)
        assert load_checkpoint(path).iteration == 1
        assert not desk.document.has_unsaved_network
        with desk.qtbot.waitSignal(desk.trainer.ended):
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
        desk.document.set_data(open_dataset("xor"))
        desk.train_without_end()
        desk.files.open_path(saved)
        desk.after_message(lambda: desk.answer(Button.Discard))
        assert not desk.trainer.is_training
        assert desk.trainer.state is State.ENDED
        assert len(desk.document.runs) == 1

    @pytest.mark.parametrize(
        ("content", "says"),
        [(b"", "no model file"), (b"\x80\x04\x95 a pickle", "no model file"), (None, "There is no file")],
    )
    def test_a_file_that_is_no_model_gets_a_sentence_and_nothing_is_lost(
        self, desk: Desk, tmp_path: Path, content: bytes | None, says: str
    ) -> None:
        bad = tmp_path / "bad.blab"
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

    @pytest.mark.parametrize("how", ["new", "open", "preset", "close"])
    def test_cancel_leaves_everything(self, desk: Desk, path: Path, how: str) -> None:
        desk.train()
        is_done = self.leave(desk, how, path)
        desk.answer(Button.Cancel)
        assert not is_done()
        assert desk.document.has_unsaved_network
        assert desk.trainer.state is State.ENDED
        assert desk.window.isVisible()

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


class TestRemembered:
    def test_the_last_sound_experiment_is(self, desk: Desk) -> None:
        edited = replace(SHORT.training, batch_size=50)
        desk.document.edit_training(edited, "Batch")
        assert remembered_experiment(desk.settings.configuration).training == edited
        desk.document.edit_network(SPEC.with_layers(()), "Remove all")
        assert remembered_experiment(desk.settings.configuration).network == SPEC

    @pytest.mark.parametrize("name", PRESETS)
    def test_every_preset_survives(self, desk: Desk, name: str) -> None:
        desk.document.apply_preset(name)
        assert remembered_experiment(desk.settings.configuration) == PRESETS[name].experiment

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "{",
            "[]",
            "null",
            "7",
            "{}",
            '{"network": 1, "training": 2}',
            json.dumps(SHORT.to_dict() | {"network": {"input_size": -1, "layers": [], "loss": {}}}),
            "[" * 100_000,
        ],
    )
    def test_what_is_no_experiment_gives_the_default(self, text: str) -> None:
        assert remembered_experiment(text) == PRESETS[DEFAULT_PRESET].experiment
