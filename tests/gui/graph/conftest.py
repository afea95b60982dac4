"""A Graph workspace on the screen, on its first example. The tests of a module share it: each finds it as it
was opened."""

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
def shared_theme(qapp: QApplication) -> Theme:
    """A theme styles all that is shown when it is made: once for the screen that is shared."""
    return Theme(qapp, "light")


@pytest.fixture
def theme(shared_theme: Theme) -> Iterator[Theme]:
    yield shared_theme
    shared_theme.set_choice("light")


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
