"""A desk with the window open, and a path to save at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.data import open_data_set
from gui.document.document import Document
from gui.document.network_on_table import NetworkOnTable
from gui.files.files import Files
from gui.jobs.jobs import Jobs
from gui.language.language import Language
from gui.look.icons import Icons
from gui.look.theme import Theme
from gui.remembered.settings import Settings
from gui.trainer.trainer import Trainer
from gui.window.main_window import MainWindow
from gui.window.workspaces import Workspace
from tests.gui.files.desk import SHORT, Desk


@pytest.fixture
def desk(
    qtbot: QtBot, qapp: QApplication, theme: Theme, icons: Icons, settings: Settings, tmp_path: Path
) -> Iterator[Desk]:
    settings.folder = tmp_path
    window = MainWindow(theme, icons, Language(qapp, "en"), settings, [Workspace("train", QWidget)])
    qtbot.addWidget(window)
    document = Document(SHORT, window)
    document.set_data(open_data_set("xor"))
    trainer, jobs = Trainer(NetworkOnTable(document), parent=window), Jobs(window)
    files = Files(trainer.table, trainer, jobs, settings, window)
    window.show()
    yield Desk(qtbot, window, document, trainer, files, settings, jobs)
    trainer.shutdown()
    jobs.shutdown()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "some digits.blab"
