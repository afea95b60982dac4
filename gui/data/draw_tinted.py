"""A label in one of the theme's colours, which follows the theme."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from gui.theme import Theme


class TintedLabel(QLabel):
    """`color` is the name of a token. What the colour says, the text says too."""

    def __init__(self, theme: Theme, color: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.color = color
        theme.changed.connect(self._tint)
        self._tint()

    def set_color(self, color: str) -> None:
        if color != self.color:
            self.color = color
            self._tint()

    def _tint(self) -> None:
        self.setStyleSheet(f"color: {getattr(self._theme.tokens, self.color)};")
