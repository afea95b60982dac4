"""Help, on F1: what the control in front does, all keys, and the words of the field in English and Korean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gui.help import glossary, keys
from gui.paths import glossary_file
from gui.widgets.roles import set_role
from gui.widgets.translated import Translated

_ROW = '<tr><td width="24%" style="font-weight:600">{}</td><td width="{}%">{}</td>{}</tr>'


class HelpDialog(Translated, QDialog):
    """It may stay open beside the window. `menus` are those whose keys it lists; it deletes itself when it is
    closed."""

    def __init__(self, menus: Iterable[QMenu], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._menus = tuple(menus)
        self._sections = glossary.read(glossary_file())
        self.control = QLabel(wordWrap=True)
        self.control.hide()
        self.keys = QTextBrowser()
        self.search = QLineEdit(clearButtonEnabled=True)
        self.words = QTextBrowser()
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.words)
        self.pages = QTabWidget(documentMode=True)
        self.pages.addTab(self.keys, "")
        self.pages.addTab(words, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 20)
        layout.setSpacing(12)
        layout.addWidget(self.control)
        layout.addWidget(self.pages, 1)
        self.resize(760, 640)
        self.search.textChanged.connect(self._show_words)
        set_role(self.control, "strong")
        self._retranslate()

    def show_control(self, control: QWidget | None) -> None:
        """Say what this control does, or what it stands in; its tooltip has the words."""
        while control is not None and not (_name(control) and control.accessibleDescription()):
            control = control.parentWidget()
        said = f"{_name(control)}: {control.accessibleDescription()}" if control is not None else ""
        self.control.setText(said)
        self.control.setVisible(bool(said))

    def show_word(self, term: str) -> None:
        """Bring the words to the front, those with this term in them, at its own line."""
        self.pages.setCurrentIndex(1)
        self.search.setText(term)
        self.words.scrollToAnchor(term)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Help"))
        self.pages.setTabText(0, self.tr("Keys"))
        self.pages.setTabText(1, self.tr("Words"))
        self.search.setPlaceholderText(self.tr("Find a word"))
        self.search.setAccessibleName(self.tr("Find a word"))
        self.keys.setAccessibleName(self.tr("Keys"))
        self.words.setAccessibleName(self.tr("Words"))
        self.keys.setHtml("".join(self._key_tables()))
        self._show_words()

    def _key_tables(self) -> Iterator[str]:
        for menu in self._menus:
            yield _table(menu.title().replace("&", ""), _keys_of(menu))
        for place, rows in keys.PLACES.items():
            translated = ((key, _in_language(text)) for key, text in rows)
            yield _table(_in_language(place), translated)

    def _show_words(self) -> None:
        found = glossary.matching(self._sections, self.search.text())
        parts = []
        for section in found:
            rows = (
                _ROW.format(
                    f'<a name="{escape(w.term)}">{escape(w.term)}</a>',
                    20,
                    escape(w.korean),
                    f"<td>{escape(w.meaning)}</td>",
                )
                for w in section.words
            )
            parts.append(f"<h3>{escape(section.title)}</h3><table cellpadding='3'>{''.join(rows)}</table>")
        nothing = self.tr("No word here has “{text}” in it.").format(text=escape(self.search.text()))
        self.words.setHtml("".join(parts) or f"<p>{nothing}</p>")


def _name(control: QWidget) -> str:
    text = control.text() if isinstance(control, QAbstractButton) else ""
    return control.accessibleName() or text


def _keys_of(menu: QMenu) -> Iterator[tuple[str, str]]:
    """What stands in a menu and the menus in it, with the keys of those that have some."""
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _keys_of(below)
        elif action.shortcuts():
            # The others are those of special keyboards, or what another system's people expect.
            yield _native(action.shortcut()), _text(action)


def _text(action: QAction) -> str:
    return action.text().replace("&", "")


def _native(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)


def _in_language(text: str) -> str:
    return QCoreApplication.translate(keys.CONTEXT, text)


def _table(title: str, rows: Iterable[tuple[str, str]]) -> str:
    lines = "".join(_ROW.format(escape(key), 76, escape(text), "") for key, text in rows)
    return f"<h3>{escape(title)}</h3><table width='100%' cellpadding='3'>{lines}</table>" if lines else ""
