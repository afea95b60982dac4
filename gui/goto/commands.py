"""The commands: every action of the menus as it stands there, found by its words in every language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from gui.goto.entry import Entry
from gui.language.language import Language
from gui.language.sources import Sources
from gui.language.texts import translate, without_mnemonic

_TAGS = re.compile(r"<[^>]*>")


def commands(
    menus: Iterable[QMenu],
    sources: Sources,
    language: Language,
    run: Callable[[QAction], object],
    without: QAction,
) -> Iterator[Entry]:
    """An entry for each action of the menus and of the menus in them, but for `without`. `sources` has the
    English of their texts; `run` is called with the action that was chosen."""
    for menu in menus:
        for path, action in _actions(menu, (_plain(menu.title()),)):
            if action is not without:
                yield _command(path, action, sources, language, run)


def _actions(menu: QMenu, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], QAction]]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _actions(below, (*path, _plain(action.text())))
        elif not action.isSeparator() and action.isVisible():
            yield path, action


def _command(
    path: tuple[str, ...],
    action: QAction,
    sources: Sources,
    language: Language,
    run: Callable[[QAction], object],
) -> Entry:
    # Behind a tab stands the key of an action whose key works in one workspace alone.
    text, _, key = action.text().partition("\t")
    if not action.shortcut().isEmpty():
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    title = " › ".join((*path, _plain(text)))
    every = {name for source in sources.get(text, ()) for name in language.in_all(*source)}
    names = dict.fromkeys((_plain(text), *map(_plain, sorted(every)), title))
    return Entry(title, translate("GoTo", "command"), key, tuple(names), lambda: run(action))


def _plain(text: str) -> str:
    """The text without the mark of its letter, and without what says that a dialog follows."""
    return without_mnemonic(text).removesuffix("…")


def tip_of(action: QAction) -> str:
    """The tooltip of an action as plain text."""
    return _TAGS.sub("", action.toolTip())
