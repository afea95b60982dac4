"""A quiet page for a workspace that is still to come: what will be there, and nothing to press."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from core.errors import translatable
from gui.look.icons import Icons
from gui.widgets.card import Card
from gui.widgets.empty_state import EmptyState
from gui.widgets.layouts import column_of
from gui.widgets.translated import Translated

PAGE_MARGIN = 12

_PAGES = {
    "lab": (
        translatable("Placeholder", "The experiments come here"),
        translatable(
            "Placeholder",
            "Derivatives and tangents, descent on a surface, vanishing gradients, logic gates: "
            "each one screen, with the numbers of the book beside the program's own.",
        ),
    ),
}


class Placeholder(Translated, QWidget):
    """The page that stands for the workspace `key` until it is built."""

    def __init__(self, icons: Icons, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._state = EmptyState(icons, key)
        card = Card()
        card.body.addWidget(self._state)
        self.setLayout(column_of(card, margins=(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)))
        self._retranslate()

    def _retranslate(self) -> None:
        title, text = _PAGES[self._key]
        self._state.set_texts(
            QCoreApplication.translate("Placeholder", title), QCoreApplication.translate("Placeholder", text)
        )
