"""A message at its place in a workspace: something to know, to be warned of, or that went wrong.

It stays until it is closed or replaced, interrupts nothing and may offer one action.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from gui.look.icons import ICON_SIZE, Icons
from gui.widgets.layouts import row_of
from gui.widgets.roles import set_look, set_tip, with_role
from gui.widgets.translated import Translated

MessageKind: TypeAlias = Literal["info", "success", "warning", "error"]

# A shape besides the colour: meaning is never in colour alone.
_ICONS = {
    "info": ("info", "blue"),
    "success": ("circle-check", "green"),
    "warning": ("triangle-alert", "orange"),
    "error": ("circle-x", "vermilion"),
}


class MessageBar(Translated, QFrame):
    """One message, hidden while there is none. `closed`: the person closed it."""

    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icons = icons
        self._kind: MessageKind = "info"
        self._action: Callable[[], object] | None = None
        self._picture = QLabel()
        self._text = QLabel(wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        # A wrapping label asks for a nearly square place; here it takes the width there is.
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.action_button = QPushButton()
        self.close_button = with_role(QToolButton(), "plain")
        icons.bind(self.close_button, "x", "muted")
        self._row = row_of(
            self._picture,
            (self._text, 1),
            self.action_button,
            self.close_button,
            spacing=8,
            margins=(12, 6, 6, 6),
        )
        self.setLayout(self._row)
        self._connect()
        self._retranslate()
        self.hide()

    def _connect(self) -> None:
        self.action_button.clicked.connect(self._on_action)
        self.close_button.clicked.connect(self._on_close)
        self._icons.theme.changed.connect(self._draw_picture)

    def text(self) -> str:
        return self._text.text() if not self.isHidden() else ""

    def kind(self) -> MessageKind:
        return self._kind

    def say(
        self, kind: MessageKind, text: str, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Show a message instead of the one before. `action` labels a button, `do` is what it does."""
        self._kind, self._action = kind, do
        set_look(self, "kind", kind)
        self._text.setText(text)
        self.setAccessibleName(text)
        self.action_button.setText(action)
        self.action_button.setVisible(bool(action))
        self._draw_picture()
        self.show()

    def add_button(self, button: QPushButton) -> None:
        """One more action, which stands beside the first in every message."""
        self._row.insertWidget(self._row.indexOf(self.close_button), button)

    def clear(self) -> None:
        self.hide()

    def _retranslate(self) -> None:
        self.action_button.setWhatsThis(self.tr("Does what the message beside it offers."))
        set_tip(self.close_button, self.tr("Closes this message."))
        self.close_button.setAccessibleName(self.tr("Close this message"))

    def _draw_picture(self) -> None:
        name, color = _ICONS[self._kind]
        self._picture.setPixmap(self._icons.pixmap(name, color, ICON_SIZE, self.devicePixelRatioF()))

    def _on_action(self) -> None:
        if self._action is not None:
            self._action()

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()
