"""The screens over small data with which every test of this folder begins: the whole workspace, or a part."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.data import DataSet
from core.training.config import Experiment
from gui.look.icons import Icons
from tests.gui.train.screen import Desk, FormScreen, MakePart, P, PartScreen, Screen


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


@pytest.fixture
def parts(qtbot: QtBot, icons: Icons) -> Iterator[MakePart]:
    made: list[Desk] = []

    def make_part(
        make: Callable[[Desk, QWidget], P],
        experiment: Experiment | None = None,
        data: DataSet | None = None,
    ) -> PartScreen[P]:
        screen = PartScreen(qtbot, icons, make, experiment, data)
        made.append(screen)
        return screen

    yield make_part
    for screen in made:
        screen.close()
