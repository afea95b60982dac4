"""A card: a piece of a workspace with an edge of its own, a quiet title and a body."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from gui.widgets.elided_label import ElidedLabel
from gui.widgets.layouts import column_of, row_of
from gui.widgets.roles import with_role

PADDING = 16


class Card(QFrame):
    """A framed surface. What it holds goes into `body`; `trailing` stands at the right of the title."""

    def __init__(
        self, title: str = "", trailing: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        # The stylesheet's background of a plain QFrame subclass is painted only when asked for.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = with_role(ElidedLabel(), "heading")
        self._trailing = trailing
        header = row_of((self._title, 1), spacing=8)
        if trailing is not None:
            header.addWidget(trailing)
        self.body = column_of(spacing=8)
        self._whole = column_of(header, (self.body, 1))
        self.setLayout(self._whole)
        self.set_margins(PADDING, 12, PADDING, PADDING)
        self.set_title(title)

    def set_margins(self, left: int, top: int, right: int, bottom: int, spacing: int = 8) -> None:
        """Other margins than usual, and other room between title and body: for a body that is framed by
        something of its own, or that scrolls."""
        self._whole.setContentsMargins(left, top, right, bottom)
        self._whole.setSpacing(spacing)

    def title(self) -> str:
        return self._title.text()

    def set_title(self, title: str) -> None:
        """The title, also what a screen reader calls the card; without one its line takes no room."""
        self._title.setText(title)
        self._title.setVisible(bool(title) or self._trailing is not None)
        self.setAccessibleName(title)
