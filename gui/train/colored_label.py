"""A line of text in one of the theme's data colours, which follows the theme."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.theme import Theme
from gui.widgets.elided_label import ElidedLabel


class ColoredLabel(ElidedLabel):
    """`color` is the name of a token; "" is that of text. What the colour says, the text says too."""

    def __init__(self, theme: Theme, color: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._color = color
        theme.changed.connect(self._paint)
        self._paint()

    def set_color(self, color: str) -> None:
        if color != self._color:
            self._color = color
            self._paint()

    def _paint(self) -> None:
        value = getattr(self._theme.tokens, self._color) if self._color else ""
        self.setStyleSheet(f"color: {value};" if value else "")
