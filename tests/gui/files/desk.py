"""A window at which a person opens, saves and leaves, and hands for its dialogs. Not a test itself."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from gui.document.document import Document
from gui.files.files import Files
from gui.files.kept_runs import KeptRuns
from gui.jobs.jobs import Jobs
from gui.remembered.settings import Settings
from gui.trainer.trainer import Trainer
from gui.window.main_window import MainWindow
from tests.gui.trainer.runs import ears

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
    kept: KeptRuns

    def train(self) -> None:
        with self.qtbot.waitSignal(ears(self.trainer).ended):
            self.trainer.start()

    def train_without_end(self) -> None:
        """Train until there is something to lose."""
        training = replace(ENDLESS.training, seed=self.document.experiment.training.seed)
        self.document.edit_training(training, "Length")

        def has_iterations(report: object) -> bool:
            return self.document.has_unsaved_network

        with self.qtbot.waitSignal(ears(self.trainer).published, check_params_cb=has_iterations):
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


def contents(path: Path) -> dict[str, bytes]:
    """What a model file holds, byte for byte: all but the time at which each part was written."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
