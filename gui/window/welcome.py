"""The line over the first screen of all: what the workspaces are. Closed, it does not come back."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.look.icons import Icons
from gui.widgets.message_bar import MessageBar
from gui.widgets.translated import Translated


class Welcome(Translated, QWidget):
    """`bar` has the sentence; the margins are those of the workspace below."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = MessageBar(icons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.addWidget(self.bar)
        self.bar.closed.connect(self.hide)
        self._retranslate()

    def _retranslate(self) -> None:
        self.bar.say(
            "info",
            self.tr(
                "Graph steps through a calculation, Train teaches a network, Data shows what it reads, "
                "Lab has small experiments. F1 shows all keys and words."
            ),
        )
