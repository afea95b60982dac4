"""A Graph workspace on the screen, on its first example. The tests of a module share it: each finds it as it
was opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.graph.workspace import GraphWorkspace
from gui.look.icons import Icons
from gui.look.theme import Theme
from tests.gui.graph.screen import begin_anew, graph_workspace
from tests.gui.shared_theme import shared_theme as shared_theme
from tests.gui.shared_theme import theme as theme


@pytest.fixture(scope="module")
def shared(request: pytest.FixtureRequest, shared_theme: Theme) -> Iterator[GraphWorkspace]:
    with graph_workspace(QtBot(request), Icons(shared_theme)) as found:
        yield found


@pytest.fixture
def workspace(qtbot: QtBot, shared: GraphWorkspace) -> Iterator[GraphWorkspace]:
    shared.activateWindow()
    qtbot.waitUntil(shared.isActiveWindow)
    shared.picture.setFocus()
    yield shared
    begin_anew(shared)
