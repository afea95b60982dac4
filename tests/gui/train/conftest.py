"""The Train screen over small data, which every test of this folder begins with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.look.icons import Icons
from tests.gui.train.screen import FormScreen, Screen


@pytest.fixture
def screen(qtbot: QtBot, icons: Icons) -> Iterator[Screen]:
    made = Screen(qtbot, icons)
    yield made
    made.close()


@pytest.fixture
def form_screen(qtbot: QtBot, icons: Icons) -> Iterator[FormScreen]:
    made = FormScreen(qtbot, icons)
    yield made
    made.close()
