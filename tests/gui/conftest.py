"""What the tests of the window share: the typeface, a theme, and a whole window with settings of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.store.store import RunStore
from gui.app import build
from gui.look import fonts
from gui.look.icons import Icons
from gui.look.theme import Theme
from gui.remembered.settings import Settings
from gui.trainer import trainer
from gui.window.main_window import FIRST_SIZE, MainWindow
from tests.gui.language.doubled import Doubled
from tests.gui.shows import Shows, count_shows
from tests.mnist import open_once

# As in `tests/conftest.py`: only a test that is about to fail waits so long.
trainer.SHUTDOWN_MS = 60_000
open_once()


@pytest.fixture(scope="session", autouse=True)
def typeface(qapp: QApplication) -> None:
    fonts.install(qapp)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def icons(theme: Theme) -> Icons:
    return Icons(theme)


@pytest.fixture
def shows(monkeypatch: pytest.MonkeyPatch) -> Shows:
    """How often each part has shown itself; to be asked for before there are any parts."""
    return count_shows(monkeypatch)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def in_front() -> str:
    """The workspace that `window` opens with; each takes its time to be made, the Lab the least."""
    return "train"


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, settings: Settings, tmp_path: Path, in_front: str
) -> Iterator[MainWindow]:
    """The program's window, shown and active, in the light theme and in English."""
    settings.theme = "light"
    settings.language = "en"
    settings.workspace = in_front
    window = build(qapp, settings, RunStore(tmp_path / "runs"))
    qtbot.addWidget(window)
    window.resize(FIRST_SIZE)  # the screen of the tests is a small one
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.theme.set_choice("light")
    window.language.set_choice("en")


@pytest.fixture
def doubled(qapp: QApplication) -> Iterator[None]:
    """The program in a language in which every text is twice as long."""
    translator = Doubled()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
