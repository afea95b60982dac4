"""A Data workspace on the screen, over small images whose network has predicted. The tests of a module share
it: each finds it as it was opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.look.theme import Theme
from tests.gui.data.screen import Screen


@pytest.fixture(scope="module")
def shared_theme(qapp: QApplication) -> Theme:
    """A theme styles all that is shown when it is made: once for the screen that is shared."""
    return Theme(qapp, "light")


@pytest.fixture
def theme(shared_theme: Theme) -> Iterator[Theme]:
    yield shared_theme
    shared_theme.set_choice("light")


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
