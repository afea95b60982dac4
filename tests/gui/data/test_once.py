"""Whatever a person does, each part of the Data workspace shows itself at most once, and once more when the
predictions come."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from gui.data.model import asking, current_predictions
from gui.data.pages import DataPages
from gui.document.change import State
from gui.look.icons import Icons
from gui.look.theme import Theme
from tests.gui.data.screen import Screen, click, points
from tests.gui.language.doubled import Doubled
from tests.gui.shows import Shows, at_most_once, count_endings, count_shows, once, parts_of

PARTS = {
    "ConfusionPanel",
    "DetailPanel",
    "DrawPanel",
    "EvaluationPage",
    "FilterPanel",
    "GlancePage",
    "GridCard",
    "MistakePage",
    "NetworkFoot",
}
PREDICTED = ("ConfusionPanel", "DetailPanel", "EvaluationPage", "FilterPanel", "GridCard", "NetworkFoot")
PAGES = ("predictions", "evaluation", "mistake", "glance")


class Counted:
    """The workspace with all of its pages. While `asked` is cleared, the network is still being asked."""

    def __init__(self, screen: Screen, pages: DataPages, shows: Shows, asked: threading.Event) -> None:
        self.screen = screen
        self.pages = pages
        self.shows = shows
        self.asked = asked

    def show_page(self, name: str) -> None:
        page: QWidget = getattr(self.pages, name)
        self.screen.workspace.show_page(page)
        self.screen.qtbot.waitUntil(page.isVisible)
        self.shows.clear()

    def act(self, action: Callable[[], object], *expected: str) -> None:
        """What it shows at once, and again when the timers have run that it set."""
        self.asked.clear()
        action()
        at_most_once(self.shows, *expected)
        once(self.shows)

    def predict(self, *expected: str) -> None:
        """The network answers."""
        self.asked.set()
        self.screen.predicted()
        at_most_once(self.shows, *expected)


@pytest.fixture(scope="module")
def patched() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patched:
        yield patched


@pytest.fixture(scope="module")
def shows(patched: pytest.MonkeyPatch) -> Shows:
    return count_shows(patched)


@pytest.fixture(scope="module")
def asked(patched: pytest.MonkeyPatch) -> threading.Event:
    asked = threading.Event()
    asked.set()
    predict_splits = asking.predict_splits

    def held(*given: Any) -> Iterator[Any]:
        assert asked.wait(60)
        yield from predict_splits(*given)

    patched.setattr(current_predictions, "predict_splits", held)
    return asked


@pytest.fixture(scope="module")
def pages(shows: Shows, asked: threading.Event, shared: Screen) -> DataPages:
    return pages_in(shared)


def pages_in(screen: Screen) -> DataPages:
    pages = DataPages(screen.workspace, Icons(screen.theme), screen.jobs)
    assert parts_of(screen.workspace) >= PARTS
    QApplication.processEvents()  # all that comes with their being seen first
    return pages


@pytest.fixture
def counted(screen: Screen, pages: DataPages, shows: Shows, asked: threading.Event) -> Iterator[Counted]:
    screen.workspace.show_page(pages.predictions)
    QApplication.processEvents()
    shows.clear()
    yield Counted(screen, pages, shows, asked)
    asked.set()


def test_selecting_an_image(shows: Shows, asked: threading.Event, own: Screen) -> None:
    counted = Counted(own, pages_in(own), shows, asked)
    own.workspace.detail.values_button.click()
    for page in PAGES:
        counted.show_page(page)
        select_images(counted)
    asked.set()


def select_images(counted: Counted) -> None:
    screen, view = counted.screen, counted.screen.workspace.grid.view
    wrong = screen.mistakes()[-1]
    right = next(row for row in reversed(screen.model.order.tolist()) if row not in screen.mistakes())
    counted.act(lambda: screen.workspace.show_image("test", right), "DetailPanel", "ValuesWindow")
    counted.act(lambda: screen.workspace.show_image("test", wrong), "DetailPanel", "ValuesWindow")
    x, y = view.cells.corners(view.visible_places(), view.verticalScrollBar().value())[1]
    place = QPoint(int(x) + 3, int(y) + 3)
    counted.act(
        lambda: screen.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place),
        "DetailPanel",
    )
    counted.act(lambda: screen.qtbot.keyClick(view, Qt.Key.Key_Down), "DetailPanel")
    counted.act(screen.workspace.grid.next.click, "DetailPanel")


def test_the_page_of_a_mistake_goes_to_the_next_one(counted: Counted) -> None:
    counted.show_page("mistake")
    counted.act(counted.pages.mistake.subject.next_asked.emit, "MistakePage", "DetailPanel")
    counted.act(counted.pages.mistake.subject.previous_asked.emit, "MistakePage", "DetailPanel")


@pytest.mark.parametrize("page", PAGES)
def test_changing_the_split(counted: Counted, page: str) -> None:
    counted.show_page(page)
    train = counted.screen.workspace.filter.split.chips[0]
    counted.act(lambda: click(train), *PREDICTED)
    if page != "mistake":  # there the gradient of the image comes behind the prediction
        counted.predict(*PREDICTED)


def test_filtering(counted: Counted) -> None:
    for page in PAGES:
        counted.show_page(page)
        filter_images(counted)
        counted.act(lambda: counted.screen.model.show("test", 0), *PREDICTED)


def filter_images(counted: Counted) -> None:
    panel, confusion = counted.screen.workspace.filter, counted.pages.predictions.confusion
    counted.act(lambda: click(panel.labels.chips[1]), "FilterPanel", "GridCard")
    counted.act(lambda: click(panel.clear), "FilterPanel", "GridCard")
    counted.act(lambda: click(panel.split.chips[0]))
    counted.act(lambda: confusion.view.chosen.emit(0), *PREDICTED)
    counted.act(lambda: counted.screen.model.show("train", 7), "DetailPanel")


@pytest.mark.parametrize("same_seed", [True, False])
def test_new_weights(counted: Counted, same_seed: bool) -> None:
    counted.screen.train()
    counted.shows.clear()
    counted.act(lambda: counted.screen.trainer.new_weights(same_seed), "DetailPanel", "NetworkFoot")
    counted.predict(*PREDICTED)


def test_opening_a_file(counted: Counted) -> None:
    screen = counted.screen
    screen.train()
    held = screen.model.looked_at.checkpoint()
    counted.shows.clear()
    counted.act(lambda: screen.document.open(Path("net.blab"), held), "DetailPanel", "NetworkFoot")
    counted.predict(*PREDICTED)


def test_other_data(counted: Counted) -> None:
    counted.act(lambda: counted.screen.document.set_data(points()), *PREDICTED)
    counted.act(lambda: counted.screen.document.set_data(None), *PREDICTED)


def test_a_run_starts_and_ends(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    endings = count_endings(monkeypatch, counted.shows)
    counted.act(counted.screen.trainer.step, "NetworkFoot", "DetailPanel")
    counted.screen.qtbot.waitUntil(lambda: counted.screen.trainer.state is State.PAUSED)
    QApplication.processEvents()
    counted.shows.clear()
    counted.act(counted.screen.trainer.stop, "NetworkFoot")
    counted.screen.qtbot.waitUntil(lambda: len(endings) == 1)
    at_most_once(endings[0], "NetworkFoot")
    # The predictions come from a job, and the drawing asks by a timer of its own: neither is this action.
    counted.asked.set()
    counted.screen.predicted()


def test_another_theme(counted: Counted, theme: Theme) -> None:
    for choice in ("dark", "light"):
        counted.act(partial(theme.set_choice, choice))


def test_another_language(counted: Counted, qapp: QApplication) -> None:
    translator = Doubled()
    qapp.installTranslator(translator)
    once(counted.shows, *PARTS)
    qapp.removeTranslator(translator)
    once(counted.shows, *PARTS)
