"""Help on F1: the sentence about the control in front, every key of the menus, the words of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gui.help import glossary, keys
from gui.help.dialog import HelpDialog
from gui.paths import glossary_file
from gui.window.main_window import MainWindow


@pytest.fixture
def menu(qtbot: QtBot) -> QMenu:
    menu = QMenu("키와 용어(&K)")
    qtbot.addWidget(menu)
    menu.addAction("파일(&F)").setShortcut("Ctrl+O")
    return menu


@pytest.fixture
def help_dialog(menu: QMenu) -> HelpDialog:
    """The dialog of one menu, without the window."""
    return HelpDialog([menu], menu)


def test_it_opens_in_the_window(window: MainWindow) -> None:
    # At the first start it says what the picture does.
    window.show_workspace("graph")
    QTest.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(HelpDialog)
    assert dialog is not None
    assert dialog.control.text().startswith("Computational graph: A press on a node goes to the step")

    # With the focus on the rail it says what that does, in the dialog that is there.
    window.activateWindow()
    window.rail.button(0).setFocus()
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.findChildren(HelpDialog) == [dialog]
    assert dialog.control.isVisible()
    assert dialog.control.text().startswith("Graph: A calculation as a graph")

    # It lists every key of the menus.
    listed = dialog.keys.toPlainText()
    with_keys = [action for action in window.menus.findChildren(QAction) if action.shortcuts()]
    assert len(with_keys) > 15
    for action in with_keys:
        assert action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) in listed
    for place in keys.PLACES:
        assert place in listed

    # No key of a workspace is left out.
    for key in window.workspaces():
        window.workspace(key)
    found = [short.key() for short in window.findChildren(QShortcut)]
    found += [
        key for action in window.findChildren(QAction) for key in [action.shortcut()] if not key.isEmpty()
    ]
    assert len(found) > 25
    signs = {"Right": "→", "Left": "←"}
    for sequence in found:
        text = sequence.toString(QKeySequence.SequenceFormat.NativeText)
        assert signs.get(text, text) in listed, text


@pytest.fixture
def of_window(window: MainWindow) -> HelpDialog:
    """The dialog with all menus."""
    window.menus.help.trigger()
    dialog = window.findChild(HelpDialog)
    assert dialog is not None
    return dialog


def test_the_keys_follow_the_language_at_once(qtbot: QtBot, of_window: HelpDialog, doubled: None) -> None:
    def listed() -> str:
        return of_window.keys.toPlainText()

    qtbot.waitUntil(lambda: "one step on one step on" in listed())
    assert "Quit Quit" in listed(), "those of the menus as well, which changed at the same time"


def test_the_letter_behind_a_korean_word_is_left_out(help_dialog: HelpDialog) -> None:
    lines = help_dialog.keys.toPlainText().splitlines()
    assert "키와 용어" in lines
    assert "파일" in lines


def test_a_key_is_found_by_what_it_does(help_dialog: HelpDialog) -> None:
    whole = help_dialog.keys.toPlainText()
    help_dialog.search.setText("mistake")
    found = help_dialog.keys.toPlainText()
    assert "N, P" in found
    assert len(found) < len(whole) / 10
    help_dialog.search.setText("<nothing>")
    assert help_dialog.keys.toPlainText() == "No key here does what “<nothing>” says."


def test_the_word_of_the_language_in_use_stands_first(help_dialog: HelpDialog, qapp: QApplication) -> None:
    def place(word: str) -> int:
        return help_dialog.words.toPlainText().index(word)

    assert place("learning rate") < place("학습률")
    QLocale.setDefault(QLocale("ko"))
    QApplication.sendEvent(help_dialog, QEvent(QEvent.Type.LanguageChange))
    assert place("학습률") < place("learning rate")
    QLocale.setDefault(QLocale("en"))


def test_a_word_is_found_in_either_language(help_dialog: HelpDialog) -> None:
    whole = help_dialog.words.toPlainText()
    assert "학습률" in whole
    help_dialog.search.setText("학습률")
    found = help_dialog.words.toPlainText()
    assert "learning rate" in found
    assert len(found) < len(whole) / 10
    help_dialog.search.setText("<nothing>")
    assert help_dialog.words.toPlainText() == "No word here has “<nothing>” in it."


@pytest.fixture
def language() -> Iterator[QLocale]:
    """The language in use, put back."""
    before = QLocale()
    yield before
    QLocale.setDefault(before)


def test_the_words_are_explained_in_the_language_in_use(
    help_dialog: HelpDialog, language: QLocale, qapp: QApplication
) -> None:
    english, korean = "how far an update goes along the gradient", "기울기를 따라 얼마나 크게 갱신할지"
    assert english in help_dialog.words.toPlainText()
    for code, explained in (("ko", korean), ("de", english)):  # there is not a page in German
        QLocale.setDefault(QLocale(code))
        qapp.sendEvent(help_dialog, QEvent(QEvent.Type.LanguageChange))
        assert explained in help_dialog.words.toPlainText()


def test_the_glossary_is_read_whole() -> None:
    sections = glossary.read(glossary_file())
    rows = [
        line for line in glossary_file().read_text(encoding="utf-8").splitlines() if line.startswith("| ")
    ]
    headings = sum("| 한국어 |" in line or line.startswith("| --- |") for line in rows)
    assert sum(len(section.words) for section in sections) == len(rows) - headings > 100
    for section in sections:
        for word in section.words:
            assert word.term
            assert word.korean
            assert word.meaning
            assert not re.search(r"`|\*\*|\\", f"{word.term}{word.korean}{word.meaning}")
