"""What the tests of the Lab share: the workspace, shown, with all that it is given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from core.data import DataSet
from core.training.config import Experiment
from core.training.presets import preset
from gui.document.document import Document
from gui.document.network_on_table import NetworkOnTable
from gui.jobs.jobs import Jobs
from gui.lab.experiment import Parts
from gui.lab.vanishing.page import VanishingPage
from gui.lab.workspace import LabWorkspace
from gui.look.icons import Icons
from gui.look.theme import Theme


class Lab:
    """The workspace, shown. `kept` is what the settings would remember, `drawn` and `trained` the ways on."""

    def __init__(self, qtbot: QtBot, theme: Theme, data: DataSet | None = None) -> None:
        self.qtbot = qtbot
        self.document = Document(preset("two-layer").experiment)
        if data is not None:
            self.document.set_data(data)
        self.table = NetworkOnTable(self.document)
        self.jobs = Jobs()
        self.kept: dict[str, str] = {}
        self.drawn: list[str] = []
        self.trained: list[Experiment] = []
        self.said: list[str] = []
        self.broken: list[object] = []
        self.icons = Icons(theme)
        self.workspace = self.another()

    def another(self) -> LabWorkspace:
        """The workspace as after another start of the program."""
        parts = Parts(
            self.icons,
            self.jobs,
            self.table,
            self.drawn.append,
            self.drawn.append,
            self.trained.append,
            lambda word: self.kept.get(word, ""),
            self.kept.__setitem__,
        )
        workspace = LabWorkspace(parts)
        self.qtbot.addWidget(workspace)
        workspace.message.connect(self.said.append)
        workspace.broke.connect(self.broken.append)
        workspace.resize(1294, 700)
        workspace.show()
        workspace.activateWindow()
        self.qtbot.waitUntil(workspace.isActiveWindow)
        return workspace

    def rest(self) -> None:
        """Wait until no work is left."""
        self.qtbot.waitUntil(lambda: not self.jobs._newest, timeout=30_000)
        assert self.broken == []


@pytest.fixture
def lab(qtbot: QtBot, theme: Theme) -> Iterator[Lab]:
    lab = Lab(qtbot, theme)
    yield lab
    lab.jobs.shutdown()


@pytest.fixture
def vanishing(lab: Lab) -> VanishingPage:
    """The experiment, computed."""
    page = cast(VanishingPage, lab.workspace.open_experiment("vanishing"))
    lab.rest()
    return page
