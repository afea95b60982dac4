"""Ctrl+K takes a section, a term, an example, a preset or a command, by keys alone, and goes there."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core.book.sections import SECTIONS
from core.data import DATA_SET_NAMES
from core.graph.examples import EXAMPLES
from core.training.presets import PRESETS
from gui.going import Going
from gui.goto.answer import answer
from gui.goto.entry import Entry
from gui.goto.popup import GoTo
from gui.graph.workspace import GraphWorkspace
from gui.help.dialog import HelpDialog
from gui.lab.table import EXPERIMENTS
from gui.lab.workspace import LabWorkspace
from gui.train.workspace import TrainWorkspace
from gui.window.main_window import MainWindow
from tests.gui.fitting import misfits


class Hands:
    """A person at the window who uses the field by keys."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def popup(self) -> GoTo:
        found = self.window.findChild(GoTo)
        assert found is not None
        return found

    @property
    def lines(self) -> list[str]:
        """What each result says."""
        results = self.popup.results
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(results.item(row).data(role)) for row in range(results.count())]

    def type(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        assert QApplication.focusWidget() is self.popup.field
        if text.isascii():
            QTest.keyClicks(self.popup.field, text)
        else:
            composed = QInputMethodEvent()
            composed.setCommitString(text)
            QApplication.sendEvent(self.popup.field, composed)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.popup.field, key)

    def go(self, text: str, down: int = 0) -> None:
        self.type(text)
        self.press(*[Qt.Key.Key_Down] * down, Qt.Key.Key_Return)
        assert not self.popup.isVisible()


@pytest.fixture
def hands(window: MainWindow) -> Hands:
    window.show_workspace("train")
    return Hands(window)


def test_it_goes_where_it_is_told_by_keys(hands: Hands, qtbot: QtBot) -> None:
    window = hands.window

    # A section, the second of its places, and one within a row.
    hands.go("5.4.1", down=1)
    assert window.current_workspace() == "graph"
    graph = cast(GraphWorkspace, window.workspace("graph"))
    assert graph.model.subject.key == "apple-orange"
    hands.go("3.2.4")
    lab = cast(LabWorkspace, window.workspace("lab"))
    assert (window.current_workspace(), lab.open_word) == ("lab", "activations")
    hands.go("6.2.1")
    assert lab.open_word == "vanishing"
    assert lab.page("vanishing").state.init == "zeros"

    # A section that cannot be computed says why, and the nearest are offered; Enter goes to the first.
    hands.type("6.5")
    assert "cannot try out many hyperparameters" in hands.popup.note.text()
    assert hands.lines[0].startswith("6.4.1–6.4.3  Overfitting")
    assert hands.popup.note.text() in hands.popup.field.accessibleDescription()
    hands.press(Qt.Key.Key_Return)
    assert window.current_workspace() == "train"

    # One that the book or the program does not have.
    hands.type("7.3")
    assert "nothing for a section 7.3" in hands.popup.note.text()
    assert hands.lines[0].startswith("6.4.1")
    hands.press(Qt.Key.Key_Escape)
    assert not hands.popup.isVisible()

    # From the list of a chapter to why one of it opens nothing.
    hands.type("6")
    hands.press(Qt.Key.Key_Return)
    assert hands.popup.field.text() == "6.1.1"
    assert "It tells a story" in hands.popup.note.text()
    hands.press(Qt.Key.Key_Escape)

    # An example, a page, a command with its key, one that cannot be done now.
    hands.go("reused value")
    assert graph.model.subject.key == "reused-value"
    hands.go("runs")
    train = cast(TrainWorkspace, window.workspace("train"))
    assert train.pages.currentWidget() is train.runs
    hands.type("full screen")
    assert hands.lines == ["View › Full screen, command, F11"]
    hands.press(Qt.Key.Key_Escape)
    hands.go("theme dark")
    assert window.theme.dark
    hands.go("stop")
    assert "No run is under way" in window.status.message()
    hands.go("to the end")
    assert window.current_workspace() == "graph"
    assert graph.model.trace is not None
    assert graph.model.position == len(graph.model.trace.steps)

    # A preset goes the way of the form, and can be undone; a data set is an edit as well.
    before = train.document.experiment
    hands.go("deep-sigmoid-mnist")
    assert train.document.preset_name == "deep-sigmoid-mnist"
    hands.go("spirals")
    assert train.document.experiment.training.data_set == "spirals"
    window.menus.undo.trigger()
    window.menus.undo.trigger()
    assert train.document.experiment == before

    # A Korean term, while the window is English.
    hands.go("학습률")
    dialog = window.findChild(HelpDialog)
    assert dialog is not None
    assert dialog.search.text() == "learning rate"
    assert "학습률" in dialog.words.toPlainText()
    dialog.close()


def test_the_field_itself(hands: Hands, qtbot: QtBot) -> None:
    window = hands.window
    before = QApplication.focusWidget()
    hands.type("")
    popup = hands.popup
    assert popup.results.count() > len(SECTIONS)
    assert popup.results.currentRow() == -1
    hands.press(Qt.Key.Key_Return)
    assert popup.isVisible()  # nothing is chosen yet
    hands.press(Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert popup.results.currentRow() == popup.results.count() - 1

    # Hangul while it is composed; decomposed; its consonants.
    QApplication.sendEvent(popup.field, QInputMethodEvent("역저", []))
    assert any("backward pass · 역전파" in line for line in hands.lines)
    QApplication.sendEvent(popup.field, QInputMethodEvent("", []))
    popup.type("ㅇㅈㅍ")
    assert any("backward pass · 역전파" in line for line in hands.lines)

    # A slip, nonsense, and more than fits.
    popup.type("backpropogation")
    assert "These come near" in popup.note.text()
    assert hands.lines[0].startswith("backpropagation")
    popup.type("{0} %s <b>\n qqqq")
    assert "Nothing here is called “{0} %s <b>" in popup.note.text()
    assert popup.results.isHidden()
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert popup.isVisible()

    # It fits a small window, and Ctrl+K again marks what stands there.
    window.resize(960, 540)
    popup.type("5")
    qtbot.waitUntil(lambda: popup.height() < 540)
    assert misfits(popup) == []
    assert popup.rect().contains(popup.card.geometry())
    QTest.keyClick(popup.field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert popup.field.selectedText() == "5"

    # Esc gives the keys back; a click beside it closes it, one on a result goes there.
    hands.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before
    hands.type("apple")
    QTest.mouseClick(popup, Qt.MouseButton.LeftButton, pos=QPoint(4, popup.height() - 4))
    assert not popup.isVisible()
    hands.type("sigmoid-parts")
    item = popup.results.item(0)
    place = popup.results.visualItemRect(item).center()
    QTest.mouseClick(popup.results.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.current_workspace() == "graph"


def test_everything_can_be_found_and_leads_to_something_that_exists(hands: Hands) -> None:
    window = hands.window
    going = window.findChild(Going)
    assert going is not None
    entries = going.entries()
    texts = [action.text() for action in window.menus.actions()]
    names = {name for entry in entries for name in entry.names}
    assert {*EXAMPLES, *PRESETS, *EXPERIMENTS, *DATA_SET_NAMES} <= names
    assert [action.text() for action in window.menus.actions()] == texts
    actions = [
        action
        for menu in window.menus.findChildren(QMenu)
        for action in menu.actions()
        if not action.isSeparator() and action.menu() is None and action is not window.menus.go_to
    ]
    assert sum(entry.kind == "command" for entry in entries) == len(actions) > 40
    assert {"Undo", "Step", "Start", "Dark", "Graph"} <= names
    # The menus speak of pages by the names that the pages have.
    train = cast(TrainWorkspace, window.workspace("train"))
    data: Any = window.workspace("data")
    tabs = {pages.tabText(place) for pages in (train.pages, data.pages) for place in range(pages.count())}
    assert tabs <= {entry.title for entry in entries if entry.kind == "page"}

    # Every row of the book leads to something that exists.
    lab = cast(LabWorkspace, window.workspace("lab"))
    for place in {place for row in SECTIONS for place in row.places}:
        if place.kind == "lab":
            page = lab.page(place.name)
            parts = page.book_parts
            if place.part:
                assert set(parts[place.part]) <= {field.name for field in fields(page.state)}
                page.open_state(vars_of(replace(page.default, **parts[place.part])))
        elif place.kind in ("graph", "preset"):
            assert place.name in (EXAMPLES if place.kind == "graph" else PRESETS)
        else:
            going.go(place)  # KeyError for a page that there is not
            assert window.current_workspace() == place.kind
    assert sum(entry.section is not None for entry in entries) == sum(
        max(len(row.places), 1) for row in SECTIONS
    )

    # The commands are read from the menus each time.
    action, menu = QAction("A new command", window), window.menus.with_keys()[0]
    menu.addAction(action)
    hands.type("a new command")
    assert hands.lines == ["File › A new command, command"]
    hands.press(Qt.Key.Key_Escape)
    menu.removeAction(action)
    assert "A new command" not in {name for entry in going.entries() for name in entry.names}


def vars_of(state: Any) -> dict[str, Any]:
    return {field.name: getattr(state, field.name) for field in fields(state)}


def entry(*names: str, row: int | None = None) -> Entry:
    return Entry(names[0], "", "", names, lambda: None, SECTIONS[row] if row is not None else None)


def test_what_is_answered_to_a_number_that_stands_in_a_name() -> None:
    entries = [entry(row.subject, row=place) for place, row in enumerate(SECTIONS)]
    preset = entry("Two layers (784-80-10)", "two-layer")
    assert answer("784", [*entries, preset]).entries == (preset,)
    assert answer("785", [*entries, preset]).note == "unknown"
    assert answer("5.4", [*entries, preset]).entries == (entries[23],)
    assert len(answer("", [*entries, preset]).entries) == len(entries)
