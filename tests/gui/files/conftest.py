"""A desk with the window open, and a path to save at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.data import open_data_set
from core.store.store import RunStore
from gui.document.document import Document
from gui.document.network_on_table import NetworkOnTable
from gui.files.files import Files
from gui.files.kept_runs import KeptRuns
from gui.jobs.jobs import Jobs
from gui.language.language import Language
from gui.look.icons import Icons
from gui.look.theme import Theme
from gui.remembered.settings import Settings
from gui.trainer.trainer import Trainer
from gui.window.main_window import MainWindow
from gui.window.workspaces import Workspace
from tests.gui.files.desk import SHORT, Desk

MakeDesk = Callable[[RunStore | None], Desk]


@pytest.fixture
def make_desk(
    qtbot: QtBot, qapp: QApplication, theme: Theme, icons: Icons, settings: Settings, tmp_path: Path
) -> Iterator[MakeDesk]:
    """Desks with a store of runs or without one, one after the other."""
    made: list[Desk] = []

    def make(store: RunStore | None) -> Desk:
        window = MainWindow(theme, icons, Language(qapp, "en"), settings, [Workspace("train", QWidget)])
        qtbot.addWidget(window)
        document = Document(SHORT, window)
        document.set_data(open_data_set("xor"))
        trainer, jobs = Trainer(NetworkOnTable(document), parent=window), Jobs(window)
        kept = KeptRuns(trainer.table, jobs, store, window)
        files = Files(trainer.table, trainer, jobs, settings, window, kept)
        window.show()
        made.append(Desk(qtbot, window, document, trainer, files, settings, jobs, kept))
        return made[-1]

    yield make
    for desk in made:
        desk.trainer.shutdown()
        desk.jobs.shutdown()


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """One at which no run is kept: a person without a home has it."""
    return make_desk(None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "some digits.blab"
