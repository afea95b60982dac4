"""Texts in the language of the moment: what a widget writes, it writes again when the language changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

from gui.language.texts import Speaking

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object


class Translated(Speaking, _Widget):
    """Stands before the Qt class among the bases of a widget. `_retranslate` sets all of its texts; the
    widget calls it once when it is built."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        raise NotImplementedError
