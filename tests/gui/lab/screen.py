"""What the tests of the Lab share: the workspace with all that it is given, one for each module.

A page takes a tenth of a second to make: a module makes one, in its fixture `made`, and each of its tests
gets it as it was at first, in `page`. What cannot be taken back so is for `own_lab`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.training.config import Experiment
from core.training.presets import preset
from gui.document.document import Document
from gui.document.network_on_table import NetworkOnTable
from gui.jobs.jobs import Jobs
from gui.lab.experiment import Parts
from gui.lab.page import LabPage
from gui.lab.workspace import LabWorkspace
from gui.look.icons import Icons
from gui.look.theme import Theme
from gui.widgets.places_view import PlacesView

Page = TypeVar("Page", bound=LabPage)


class Lab:
    """The workspace. `kept` is what the settings would remember, `drawn` and `trained` the ways on."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot = qtbot
        self.document = Document(preset("two-layer").experiment)
        self.table = NetworkOnTable(self.document)
        self.jobs = Jobs()
        self.kept: dict[str, str] = {}
        self.drawn: list[str] = []
        self.trained: list[Experiment] = []
        self.said: list[str] = []
        self.broken: list[object] = []
        self.icons = Icons(theme)
        self._made: list[LabWorkspace] = []
        self.workspace = self.another()
        self._blank = QWidget()
        """What is in front between two tests: the tiles would be painted."""
        self.workspace.stack.addWidget(self._blank)

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
        self._made.append(workspace)
        workspace.message.connect(self.said.append)
        workspace.broke.connect(self.broken.append)
        return workspace

    def open(self, word: str) -> LabPage:
        """The experiment in front, as large as in the window, and computed."""
        page = self.workspace.open_experiment(word)
        self.show()
        self.rest()
        return page

    def show(self) -> None:
        self.workspace.resize(1294, 700)
        self.workspace.show()
        self.workspace.activateWindow()
        self.qtbot.waitUntil(self.workspace.isActiveWindow)
        QApplication.processEvents()  # lays it out

    def renewed(self, page: Page, state: object = None) -> Iterator[Page]:
        """The page for one test, in its first state or in this one: what another test has set, typed, said or
        pointed at is taken back."""
        for remembered in (self.kept, self.drawn, self.trained, self.said):
            remembered.clear()
        self.icons.theme.set_choice("light")
        page.set_state(page.default if state is None else state)
        for view in page.findChildren(PlacesView):
            view.go_to(0)
        page.start()
        for part in page.findChildren(QWidget):
            QApplication.sendEvent(part, QEvent(QEvent.Type.Leave))
        self.open(page.row.word)
        yield page
        self.leave()

    def leave(self) -> None:
        """Have nothing in front: that ends the work of a page. The mouse is away, and no tooltip stays."""
        self.workspace.stack.setCurrentWidget(self._blank)
        QTest.mouseMove(self._blank, QPoint(1, 1))
        QTest.mouseClick(self._blank, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
        self.rest()

    def rest(self) -> None:
        """Wait until no work is left."""
        self.qtbot.waitUntil(lambda: not self.jobs._newest, timeout=30_000)
        assert self.broken == []

    def close(self) -> None:
        """Leave nothing behind."""
        for workspace in self._made:
            workspace.close()
            workspace.deleteLater()
        self.jobs.shutdown()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture(scope="module")
def lab(request: pytest.FixtureRequest, theme: Theme) -> Iterator[Lab]:
    """The workspace of all tests of a module."""
    lab = Lab(QtBot(request), theme)
    yield lab
    lab.close()


@pytest.fixture
def own_lab(qtbot: QtBot, theme: Theme) -> Iterator[Lab]:
    """One of a test's own."""
    lab = Lab(qtbot, theme)
    yield lab
    lab.close()
