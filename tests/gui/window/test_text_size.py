"""A large text: it is taken at the next start, and on a small screen everything is scrolled to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from gui.app import build
from gui.look.text_size import VARIABLE, enlarge
from gui.remembered.settings import Settings
from gui.window.main_window import MINIMUM_SIZE, MainWindow
from pictures.scene import Stage
from tests.gui.fitting import misfits

TWICE = QSize(675, 336)
"""What a title bar and its edges leave of 1366 × 768 at 200 %; at 150 % it is more."""


@pytest.fixture
def enlarged(qtbot: QtBot, qapp: QApplication, settings: Settings, in_front: str) -> MainWindow:
    settings.theme, settings.language, settings.text_size = "light", "en", "200"
    settings.workspace = in_front
    window = build(qapp, settings)
    qtbot.addWidget(window)
    window.resize(TWICE)
    window.show()
    return window


@pytest.mark.parametrize("in_front", ["graph", "train", "data", "lab"])
def test_on_a_small_screen_everything_is_whole_or_scrolled_to(enlarged: MainWindow) -> None:
    stage = Stage(enlarged)
    for _ in range(3):
        stage.settle(50)
    assert enlarged.size() == TWICE
    area = enlarged.centralWidget()
    assert isinstance(area, QScrollArea)
    content = area.widget()
    assert area.horizontalScrollBar().maximum() == content.width() - area.viewport().width() > 0
    assert area.verticalScrollBar().maximum() == content.height() - area.viewport().height() > 0
    assert misfits(enlarged) == []


@pytest.mark.parametrize("in_front", ["lab"])
def test_it_is_chosen_in_the_menu_and_remembered(window: MainWindow) -> None:
    assert window.minimumSize() == MINIMUM_SIZE
    window.menus.text_size_menu.actions()[2].trigger()
    assert window.settings.text_size == "150"
    assert "150 % from the next start on" in window.status.message()


def test_qt_is_given_the_factor_and_a_person_s_own_stays() -> None:
    environment = {"HOME": "folder"}
    enlarge("100", environment)
    assert VARIABLE not in environment
    enlarge("150", environment)
    assert environment[VARIABLE] == "1.5"
    enlarge("200", environment)
    assert environment[VARIABLE] == "1.5"


def test_a_size_that_does_not_exist_is_the_usual_one(settings: Settings) -> None:
    settings.text_size = "1000"
    assert settings.text_size == "100"
