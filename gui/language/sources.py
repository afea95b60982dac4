"""The English source of a text on the screen, so that the text is known in every other language too.

What is shown is asked to write its texts again, which changes nothing, and a translator hears what it asks
for.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTranslator

from gui.language.texts import translate

Sources = dict[str, set[tuple[str, str]]]
"""The context and the English of each text that is shown, by the text; one text may come from several."""


class _Listener(QTranslator):
    """Hears what is to be translated, and leaves it to the others."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:  # noqa: N802
        """Qt tells nobody of a change of language when an empty translator comes."""
        return True

    def translate(self, context: str, text: str, *_: object) -> str:
        self.heard.add((context, text))
        # Qt asks the next translator after None alone.
        return None  # type: ignore[return-value]


class _Silence(QObject):
    """Keeps from the application that the listener goes: the language stays the same."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.LanguageChange


def sources_of(shown: Iterable[QObject]) -> Sources:
    """The sources of the texts of these, each of which writes them again when the language changes."""
    app = QCoreApplication.instance()
    assert app is not None
    listener, silence = _Listener(), _Silence()
    app.installTranslator(listener)
    try:
        for each in shown:
            QCoreApplication.sendEvent(each, QEvent(QEvent.Type.LanguageChange))
    finally:
        app.installEventFilter(silence)
        app.removeTranslator(listener)
        app.removeEventFilter(silence)
    found: Sources = {}
    for context, text in listener.heard:
        found.setdefault(translate(context, text), set()).add((context, text))
    return found
