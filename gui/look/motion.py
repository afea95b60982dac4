"""Less that moves by itself: menus and lists that open at once, and a text cursor that does not blink.

The program has no animation of its own: what moves is what a person plays or trains. Qt does not tell what
the system is set to, so it is a choice of the window.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


class Motion:
    """What the system has where motion is not reduced is read when it is made."""

    def __init__(self, reduced: bool) -> None:
        self._flash_ms = QApplication.cursorFlashTime()
        self._effects = {effect: QApplication.isEffectEnabled(effect) for effect in _EFFECTS}
        self.set_reduced(reduced)

    def set_reduced(self, reduced: bool) -> None:
        QApplication.setCursorFlashTime(0 if reduced else self._flash_ms)
        for effect, usual in self._effects.items():
            QApplication.setEffectEnabled(effect, usual and not reduced)
