"""The line over the workspace that offers what the last sitting left. It interrupts nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.language.numbers import count
from gui.look.icons import Icons
from gui.recovery.kept import Kept
from gui.widgets.message_bar import MessageBar
from gui.widgets.roles import set_tip
from gui.widgets.translated import Translated


class RecoveryLine(Translated, QWidget):
    """Hidden until there is something to offer. The answers: `discarded`, `closed` without one, or `taken`,
    after which it stays until all is on the table."""

    taken = Signal()
    discarded = Signal()
    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = MessageBar(icons)
        self.discard = QPushButton()
        self._kept: Kept | None = None
        self.bar.add_button(self.discard)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 0)
        layout.addWidget(self.bar)
        self.discard.clicked.connect(self._on_discard)
        self.bar.closed.connect(self._on_closed)
        self._retranslate()
        self.hide()

    def offer(self, kept: Kept) -> None:
        self._kept = kept
        self._retranslate()
        self.show()

    def _on_discard(self) -> None:
        self.hide()
        self.discarded.emit()

    def _on_closed(self) -> None:
        self.hide()
        self.closed.emit()

    def _retranslate(self) -> None:
        self.discard.setText(self.tr("Discard"))
        set_tip(self.discard, self.tr("Delete what the last sitting left."))
        if self._kept is not None:
            text = self.tr("The last sitting ended before its work was saved. There is still: {what}.")
            found = ", ".join(self._what(self._kept))
            self.bar.say("info", text.format(what=found), self.tr("Continue"), self.taken.emit)
            set_tip(
                self.bar.action_button, self.tr("Put it on the table. Start then goes on with the training.")
            )

    def _what(self, kept: Kept) -> list[str]:
        found = []
        if kept.model is not None and kept.iteration == 1:
            found.append(self.tr("a network after 1 iteration"))
        elif kept.model is not None:
            text = self.tr("a network after {iteration} iterations")
            found.append(text.format(iteration=count(kept.iteration)))
        else:
            found.append(self.tr("the network as it was edited"))
        texts = {"graph": self.tr("an expression or values"), "data": self.tr("drawings")}
        return found + [text for key, text in texts.items() if key in kept.parts]
