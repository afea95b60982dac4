"""Which colours are in use, light or dark.

`Theme` follows the system or the person's choice and says `changed` when the colours are others. The colours
are in `tokens`, the look of each control is in `stylesheet`, the typeface in `fonts`.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from gui.look.stylesheet import stylesheet
from gui.look.tokens import DARK, LIGHT, Tokens

ThemeChoice: TypeAlias = Literal["system", "light", "dark"]
THEME_CHOICES: tuple[ThemeChoice, ...] = ("system", "light", "dark")


class Theme(QObject):
    """The theme in use. Widgets that paint themselves read `tokens` and repaint at `changed`.

    >>> theme.changed.connect(self.update)
    >>> painter.setPen(theme.color("vermilion"))
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: ThemeChoice = "system") -> None:
        super().__init__()
        self._app = app
        self._choice: ThemeChoice = choice
        self._tokens: Tokens | None = None
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._on_system)
        self.set_choice(choice)

    @property
    def tokens(self) -> Tokens:
        assert self._tokens is not None
        return self._tokens

    @property
    def dark(self) -> bool:
        return self.tokens is DARK

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose: to follow the system, or one theme for good."""
        return self._choice

    def set_choice(self, choice: ThemeChoice) -> None:
        self._choice = choice
        hints = self._app.styleHints()
        # Told of the choice, Qt draws what belongs to the system (title bars, file dialogs) to match.
        if choice == "system":
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if choice == "dark" else Qt.ColorScheme.Light)
        self._on_system(hints.colorScheme())

    def color(self, name: str, alpha: float = 1.0) -> QColor:
        """The token `name` as a colour; `alpha` from 0 (clear) to 1 (opaque)."""
        color = QColor(getattr(self.tokens, name))
        color.setAlphaF(alpha)
        return color

    def _on_system(self, scheme: Qt.ColorScheme) -> None:
        system_is_dark = scheme == Qt.ColorScheme.Dark
        dark = self._choice == "dark" or (self._choice == "system" and system_is_dark)
        tokens = DARK if dark else LIGHT
        if tokens is self._tokens:
            return
        self._tokens = tokens
        self._app.setPalette(palette(tokens))
        self._set_stylesheet(stylesheet(tokens))
        self.changed.emit()

    def _set_stylesheet(self, text: str) -> None:
        """Have all widgets drawn by another stylesheet with the same fonts and measures.

        Qt by itself styles each widget once for every widget that it lies in, which takes seconds. Where its
        rules were forgotten it finds no widget to style, and looks them up anew when one is painted.
        """
        self._app.style().unpolish(self._app)
        self._app.setStyleSheet(text)
        for window in self._app.topLevelWidgets():
            self._renew(window)

    def _renew(self, widget: QWidget) -> None:
        """Give a widget, and all that is seen in it, the colours that it keeps of the stylesheet. A hidden
        one gets them when it is shown."""
        if widget.isHidden():
            widget.installEventFilter(self)
            return
        if widget.testAttribute(Qt.WidgetAttribute.WA_SetPalette):
            widget.style().polish(widget)
        widget.update()
        for child in widget.children():
            if isinstance(child, QWidget) and not child.isWindow():
                self._renew(child)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            self._renew(watched)
        return False


def palette(tokens: Tokens) -> QPalette:
    """Qt's colour roles in the colours of `tokens`, for all that the stylesheet does not name."""
    role = QPalette.ColorRole
    result = QPalette()
    for target, color in (
        (role.Window, tokens.background),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.hover),
        (role.Text, tokens.text),
        (role.PlaceholderText, tokens.muted),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.vermilion),
        (role.ToolTipBase, tokens.surface),
        (role.ToolTipText, tokens.text),
        (role.Highlight, tokens.selection),
        (role.HighlightedText, tokens.text),
        (role.Accent, tokens.blue),
        (role.Link, tokens.blue),
        (role.LinkVisited, tokens.blue),
        (role.Light, tokens.surface),
        (role.Midlight, tokens.hover),
        (role.Mid, tokens.border),
        (role.Dark, tokens.outline),
        (role.Shadow, tokens.outline),
    ):
        result.setColor(target, QColor(color))
    for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, target, QColor(tokens.disabled))
    return result


def between(ground: QColor, top: QColor, share: float) -> QColor:
    """The colour between two: `ground` at share 0, `top` at 1."""

    def mix(below: float, above: float) -> float:
        return below + (above - below) * share

    return QColor.fromRgbF(
        mix(ground.redF(), top.redF()), mix(ground.greenF(), top.greenF()), mix(ground.blueF(), top.blueF())
    )
