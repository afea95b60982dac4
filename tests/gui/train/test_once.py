"""Whatever a person does, each part of the Train workspace shows itself at most once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.document.change import State
from gui.look.icons import Icons
from tests.gui.language.doubled import Doubled
from tests.gui.shows import Shows, at_most_once, count_endings, once, parts_of
from tests.gui.train.screen import Screen, choose, pair, type_into

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

PARTS = {
    "ActivationPlot",
    "EvaluationPage",
    "IterationPage",
    "NetworkPanel",
    "RunButtons",
    "RunFigure",
    "RunProgress",
    "RunsPage",
    "TrainingPanel",
}
EDITED = ("NetworkPanel", "TrainingPanel", "RunButtons", "RunProgress")
PAGES = ("weights", "runs", "evaluation", "iteration")


@pytest.fixture
def counted(qtbot: QtBot, icons: Icons, shows: Shows) -> Iterator[Screen]:
    made = Screen(qtbot, icons)
    QApplication.processEvents()
    assert parts_of(made.workspace) >= PARTS
    shows.clear()
    yield made
    made.close()


def rest(counted: Screen, shows: Shows) -> None:
    """A run comes to its end, and what it sets off is over."""
    counted.run_to_end()
    counted.qtbot.waitUntil(lambda: not counted.jobs.is_busy("evaluation"))
    QApplication.processEvents()
    shows.clear()


@pytest.mark.parametrize("after_a_run", [False, True])
def test_an_edit(counted: Screen, shows: Shows, after_a_run: bool) -> None:
    if after_a_run:
        rest(counted, shows)
    form, network = counted.workspace.training, counted.workspace.network
    type_into(form.numbers["learning_rate"], "0.02")
    once(shows, *EDITED)
    type_into(form.numbers["batch_size"], "0")
    once(shows, *EDITED)
    type_into(form.numbers["batch_size"], "20")
    once(shows, *EDITED)
    choose(form.choices["optimizer"], "adam")
    once(shows, *EDITED)
    network.add("relu")
    once(shows, *EDITED)
    counted.document.undo_stack.undo()
    once(shows, *EDITED)
    choose(network.preset, "deep-relu")
    once(shows, *EDITED)


def test_new_weights(counted: Screen, shows: Shows) -> None:
    for page in PAGES:
        for button in ("same_seed", "new_seed"):
            rest(counted, shows)
            counted.workspace.pages.setCurrentWidget(getattr(counted.workspace, page))
            counted.qtbot.waitUntil(lambda: not counted.jobs.is_busy("evaluation"))
            QApplication.processEvents()
            shows.clear()
            counted.press(button)
            once(shows, "RunButtons", "RunProgress", "RunFigure", "EvaluationPage")


def test_opening_a_file(counted: Screen, shows: Shows) -> None:
    rest(counted, shows)
    found: list[Any] = []
    counted.trainer.table.request(found.append)
    counted.document.open(Path("net.blab"), found[0].checkpoint())
    once(shows, *EDITED, "RunFigure", "EvaluationPage")


def test_other_data(counted: Screen, shows: Shows) -> None:
    counted.document.set_data(pair())
    once(shows, *EDITED)
    counted.document.set_data(None)
    once(shows, *EDITED)


def test_a_run_starts_and_ends(counted: Screen, shows: Shows, monkeypatch: pytest.MonkeyPatch) -> None:
    endings = count_endings(monkeypatch, shows)
    for page in PAGES:
        counted.workspace.pages.setCurrentWidget(getattr(counted.workspace, page))
        counted.qtbot.waitUntil(lambda: not counted.jobs.is_busy("evaluation"))
        QApplication.processEvents()
        endings.clear()
        start_and_end(counted, shows, endings)


def start_and_end(counted: Screen, shows: Shows, endings: list[Shows]) -> None:
    shows.clear()
    counted.press("step")
    at_most_once(shows, "RunButtons", "RunProgress", "TrainingPanel")
    counted.until(State.PAUSED)
    counted.qtbot.waitUntil(lambda: not counted.jobs.is_busy("evaluation"))
    QApplication.processEvents()
    shows.clear()
    counted.press("start")
    at_most_once(shows, "RunButtons", "RunProgress")
    counted.until(State.ENDED)
    assert len(endings) == 1
    at_most_once(endings[0], "RunButtons", "RunProgress", "TrainingPanel", "EvaluationPage")


@pytest.mark.parametrize("after_a_run", [False, True])
def test_another_theme_and_language(
    counted: Screen, icons: Icons, qapp: QApplication, shows: Shows, after_a_run: bool
) -> None:
    if after_a_run:
        rest(counted, shows)
    for choice in ("dark", "light"):
        icons.theme.set_choice(choice)
        once(shows)
    translator = Doubled()
    qapp.installTranslator(translator)
    once(shows, *PARTS - {"RunsPage"})  # its texts are not in its `_show`
    qapp.removeTranslator(translator)
    once(shows, *PARTS - {"RunsPage"})
