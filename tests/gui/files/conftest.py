"""A desk with the window open, and a path to save at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.data import open_data_set
from gui.document import Document
from gui.files import Files
from gui.icons import Icons
from gui.language import Language
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.theme import Theme
from gui.training import Trainer
from gui.workers.jobs import Jobs
from gui.workspace import Workspace
from tests.gui.files.desk import SHORT, Desk


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, theme: Theme, icons: Icons, settings: Settings) -> Iterator[Desk]:
    settings.folder = Path(settings._store.fileName()).parent
    window = MainWindow(theme, icons, Language(qapp, "en"), settings, [Workspace("train", QWidget)])
    qtbot.addWidget(window)
    document = Document(SHORT, window)
    document.set_data(open_data_set("xor"))
    trainer, jobs = Trainer(document, parent=window), Jobs(window)
    files = Files(document, trainer, jobs, settings, window)
    window.show()
    yield Desk(qtbot, window, document, trainer, files, settings, jobs)
    trainer.shutdown()
    jobs.shutdown()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "some digits.blab"
