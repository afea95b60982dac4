"""The number of threads in the window: the menu that sets it, the tooltip and the box that say it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from adapters.threads import ProductThreads
from core.training.threads import ThreadsInUse
from gui.document.network_on_table import NetworkOnTable
from gui.document.report import Report
from gui.look.theme import Theme
from gui.remembered.settings import Settings
from gui.widgets.status_bar import StatusBar
from gui.window import thread_choice
from gui.window.about import AboutDialog
from gui.window.main_window import MainWindow
from gui.window.status_line import StatusLine
from gui.window.thread_choice import thread_choices
from tests.adapters.fake_library import Library, owner
from tests.gui.trainer.runs import SHORT, document_of


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Library:
    library = Library()
    monkeypatch.setattr(thread_choice, "PRODUCTS", owner(library))
    return library


def library_owner() -> ProductThreads:
    """The owner that the window asks, put there by `library`."""
    products: ProductThreads = vars(thread_choice)["PRODUCTS"]
    return products


@pytest.fixture
def in_front() -> str:
    return "lab"


def choose(window: MainWindow, choice: str) -> None:
    window.menus._threads_actions[choice].trigger()


def marked(window: MainWindow) -> list[str]:
    return [choice for choice, action in window.menus._threads_actions.items() if action.isChecked()]


def test_auto_is_marked_until_a_number_is_chosen(library: Library, window: MainWindow) -> None:
    assert marked(window) == ["auto"]
    choose(window, "1")
    assert library.number == 1
    assert library_owner().asked == 1
    assert marked(window) == ["1"]
    assert window.settings.threads == "1"
    choose(window, "auto")
    assert library_owner().is_automatic
    assert window.settings.threads == "auto"


def test_a_library_that_cannot_be_steered_says_so_and_auto_stays(
    monkeypatch: pytest.MonkeyPatch, window: MainWindow
) -> None:
    monkeypatch.setattr(thread_choice, "PRODUCTS", ProductThreads(lambda: None, {}, lambda: 4))
    choose(window, "1")
    assert "does not let its threads be set" in window.status.message()
    assert marked(window) == ["auto"]
    assert window.settings.threads == "auto"


@pytest.mark.parametrize(
    ("processors", "choices"),
    [(1, ["auto", "1"]), (2, ["auto", "1", "2"]), (6, ["auto", "1", "2", "4", "6"])],
)
def test_what_is_offered(processors: int, choices: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thread_choice, "granted_processors", lambda: processors)
    assert thread_choices("auto") == choices


def test_what_a_larger_machine_has_left_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thread_choice, "granted_processors", lambda: 2)
    assert thread_choices("16") == ["auto", "1", "2", "16"]


@pytest.mark.parametrize("text", ["0", "-2", "two", "²", ""])
def test_what_is_no_number_reads_as_auto(tmp_path: Path, text: str) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.threads = text
    assert Settings(tmp_path / "settings.json").threads == "auto"


@pytest.mark.parametrize(
    ("by", "said"),
    [("auto", "1 of 2, as the machine"), ("fixed", "1, as chosen"), ("environment", "variable")],
)
def test_the_tooltip_of_the_status_bar_says_it(qtbot: QtBot, by: str, said: str) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    table = NetworkOnTable(document_of(SHORT))
    StatusLine(table, bar)
    _, engine, _ = bar.parts()
    assert engine.toolTip() == ""
    run = table.document.add_run(SHORT, 60)
    report = Report(run.id, run.log.losses, 0, threads=ThreadsInUse(1, 2, by))  # type: ignore[arg-type]
    with table.changes.action():
        table.document.extend_run(run, report)
        table.take_report(report)
    assert said in engine.toolTip()


@pytest.mark.parametrize(
    ("products", "said"),
    [
        (owner(Library()), "fake 1.0 · threads: 1 of 4, as the machine is busy or free"),
        (owner(Library(2), FAKE_THREADS="2"), "fake 1.0 · threads: 2, as FAKE_THREADS says"),
        (ProductThreads(lambda: None, {}, lambda: 4), "it chooses them by itself"),
    ],
)
def test_about_says_it(qtbot: QtBot, theme: Theme, products: ProductThreads, said: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    with products.products():
        pass
    dialog = AboutDialog(parent, products)
    assert said in dialog.threads.text()
    dialog.close()
