"""Help, on F1: what the control in front does, all keys, and the words of the field in English and Korean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeySequence
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
from gui.language.texts import translate, without_mnemonic
from gui.paths import glossary_file
from gui.widgets.layouts import resize_on_screen
from gui.widgets.roles import set_role
from gui.widgets.translated import Translated

_ROW = (
    '<tr><td width="24%" style="font-weight:600"><a name="{}">{}</a></td>'
    '<td width="20%">{}</td><td>{}</td></tr>'
)
_KEY_ROW = '<tr><td width="24%" style="font-weight:600">{}</td><td>{}</td></tr>'


class HelpDialog(Translated, QDialog):
    """It may stay open beside the window. `menus` are those whose keys it lists; it deletes itself when it is
    closed."""

    def __init__(self, menus: Iterable[QMenu], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._menus = tuple(menus)
        self.control = QLabel(wordWrap=True)
        self.control.hide()
        self.keys = QTextBrowser()
        self.search = QLineEdit(clearButtonEnabled=True)
        self.words = QTextBrowser()
        self.pages = QTabWidget(documentMode=True)
        self.pages.addTab(self.keys, "")
        self.pages.addTab(self.words, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 20)
        layout.setSpacing(12)
        layout.addWidget(self.control)
        layout.addWidget(self.search)
        layout.addWidget(self.pages, 1)
        resize_on_screen(self, 760, 640)
        self.search.textChanged.connect(self._show_found)
        set_role(self.control, "strong")
        self._retranslate()

    def show_control(self, control: QWidget | None) -> None:
        """Say what this control does, or what it stands in, in the words of “What's this?”."""
        named = _nearest(control, _name)
        does = _nearest(control, QWidget.whatsThis)
        said = ": ".join(filter(None, (named, does))) if does else ""
        self.control.setText(said)
        self.control.setVisible(bool(said))

    def show_word(self, term: str) -> None:
        """Bring the words to the front, those with this term in them, at its own line."""
        self.pages.setCurrentIndex(1)
        self.search.setText(term)
        self.words.scrollToAnchor(term)

    def _retranslate(self) -> None:
        self._sections = glossary.read(glossary_file())
        self.setWindowTitle(self.tr("Help"))
        self.pages.setTabText(0, self.tr("Keys"))
        self.pages.setTabText(1, self.tr("Words"))
        self.search.setPlaceholderText(self.tr("Find a key or a word"))
        self.search.setAccessibleName(self.tr("Find a key or a word"))
        self.keys.setAccessibleName(self.tr("Keys"))
        self.words.setAccessibleName(self.tr("Words"))
        self.setWhatsThis(self.tr("All keys, and the words of the field in English and Korean."))
        self.search.setWhatsThis(self.tr("Shows the words that have this text in them, in either language."))
        self._show_found()

    def _show_found(self) -> None:
        """Both pages have what the searched text stands in; all of it where nothing is searched."""
        self._show_keys()
        self._show_words()

    def _show_keys(self) -> None:
        wanted = self.search.text().strip().casefold()
        tables = "".join(
            _table(place, (row for row in rows if wanted in " ".join((place, *row)).casefold()))
            for place, rows in self._key_tables()
        )
        nothing = self.tr("No key here does what “{text}” says.").format(text=escape(self.search.text()))
        self.keys.setHtml(tables or f"<p>{nothing}</p>")

    def _key_tables(self) -> Iterator[tuple[str, Iterable[tuple[str, str]]]]:
        """Each menu and each place by name, with its keys and what they do, in the language of the moment."""
        for menu in self._menus:
            yield without_mnemonic(menu.title()), _keys_of(menu)
        for place, rows in keys.PLACES.items():
            yield _in_language(place), [(_in_language(key), _in_language(text)) for key, text in rows]

    def _show_words(self) -> None:
        found = glossary.matching(self._sections, self.search.text())
        parts = []
        for section in found:
            rows = (
                _ROW.format(*map(escape, (word.term, *_names(word), word.meaning))) for word in section.words
            )
            parts.append(f"<h3>{escape(section.title)}</h3><table cellpadding='3'>{''.join(rows)}</table>")
        nothing = self.tr("No word here has “{text}” in it.").format(text=escape(self.search.text()))
        self.words.setHtml("".join(parts) or f"<p>{nothing}</p>")


def _nearest(control: QWidget | None, said: Callable[[QWidget], str]) -> str:
    """What is said of a control, or else of the nearest that it stands in."""
    while control is not None and not said(control):
        control = None if control.isWindow() else control.parentWidget()
    return said(control) if control is not None else ""


def _names(word: glossary.Word) -> tuple[str, str]:
    """The word in the language in use, and in the other one."""
    is_korean = QLocale().language() == QLocale.Language.Korean
    return (word.korean, word.term) if is_korean else (word.term, word.korean)


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
            yield _native(action.shortcut()), without_mnemonic(action.text())


def _native(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)


def _in_language(text: str) -> str:
    return translate(keys.CONTEXT, text)


def _table(title: str, rows: Iterable[tuple[str, str]]) -> str:
    lines = "".join(_KEY_ROW.format(escape(key), escape(text)) for key, text in rows)
    return f"<h3>{escape(title)}</h3><table width='100%' cellpadding='3'>{lines}</table>" if lines else ""
