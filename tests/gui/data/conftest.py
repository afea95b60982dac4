"""A Data workspace on the screen, over small images whose network has predicted. The tests of a module share
it: each finds it as it was opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from gui.look.theme import Theme
from tests.gui.data.screen import Screen
from tests.gui.shared_theme import shared_theme as shared_theme
from tests.gui.shared_theme import theme as theme


@pytest.fixture(scope="module")
def shared(request: pytest.FixtureRequest, shared_theme: Theme) -> Iterator[Screen]:
    made = Screen(QtBot(request), shared_theme)
    made.predicted()
    yield made
    made.close()
    made.workspace.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def own(qtbot: QtBot, theme: Theme) -> Iterator[Screen]:
    """One for a test that adds to it what it keeps: a page, a window."""
    made = Screen(qtbot, theme)
    made.predicted()
    yield made
    made.close()


@pytest.fixture
def screen(shared: Screen) -> Iterator[Screen]:
    shared.come_to_front()
    yield shared
    shared.begin_anew()
