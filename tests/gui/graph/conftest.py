"""A Graph workspace on the screen, on its first example."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.graph.workspace import GraphWorkspace
from gui.look.icons import Icons
from tests.gui.graph.screen import graph_workspace


@pytest.fixture
def workspace(qtbot: QtBot, icons: Icons) -> Iterator[GraphWorkspace]:
    with graph_workspace(qtbot, icons) as found:
        yield found
