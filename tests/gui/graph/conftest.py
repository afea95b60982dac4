"""A Graph workspace on the screen, on its first example. The tests of a module share it: each finds it as it was
opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.graph.workspace import GraphWorkspace
from gui.look.icons import Icons
from gui.look.theme import Theme
from tests.gui.graph.screen import begin_anew, graph_workspace


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture(scope="module")
def icons(theme: Theme) -> Icons:
    return Icons(theme)


@pytest.fixture(scope="module")
def shared(request: pytest.FixtureRequest, icons: Icons) -> Iterator[GraphWorkspace]:
    with graph_workspace(QtBot(request), icons) as found:
        yield found


@pytest.fixture
def workspace(qtbot: QtBot, shared: GraphWorkspace) -> Iterator[GraphWorkspace]:
    shared.activateWindow()
    qtbot.waitUntil(shared.isActiveWindow)
    shared.picture.setFocus()
    yield shared
    begin_anew(shared)
