"""Colours and measures of the whole program, light and dark, and which of the two is in use.

`Tokens` names every colour once; the palette, the stylesheet, the plots and everything that paints itself
take their colours from here. `Theme` follows the system or the person's choice and says `changed` when the
colours are others. The look of each control is in `stylesheet`, the typeface in `fonts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from gui.look.stylesheet import stylesheet

ThemeChoice: TypeAlias = Literal["system", "light", "dark"]
THEME_CHOICES: tuple[ThemeChoice, ...] = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme's colours, as `#rrggbb`. Across the whole program blue is forward, vermilion is gradients."""

    name: Literal["light", "dark"]
    background: str
    surface: str
    border: str
    text: str
    muted: str
    blue: str  # values going forward, training, the accent
    vermilion: str  # gradients coming back, mistakes
    green: str  # right, test
    orange: str  # marks, warnings
    selection: str
    rail: str  # rail, menu bar and status bar: a frame around the workspace
    outline: str  # the edge of a control: a little clearer than the edge of a card
    hover: str
    pressed: str
    field: str  # behind what can be typed into
    grid: str  # the lines of a plot
    grey: str  # stale values
    disabled: str  # text that cannot be used now
    blue_hover: str
    blue_pressed: str
    on_accent: str  # text on blue


LIGHT = Tokens(
    name="light",
    background="#F6F6F3",
    surface="#FFFFFF",
    border="#E2E2DC",
    text="#1E2227",
    muted="#69707A",
    blue="#0072B2",
    vermilion="#D55E00",
    green="#009E73",
    orange="#B87700",
    selection="#E8F1F8",
    rail="#FBFBF9",
    outline="#D6D6CF",
    hover="#F2F2EE",
    pressed="#E9E9E4",
    field="#F9F9F7",
    grid="#ECECE8",
    grey="#A3A8AE",
    disabled="#A3A8AE",
    blue_hover="#0066A0",
    blue_pressed="#00598C",
    on_accent="#FFFFFF",
)

DARK = Tokens(
    name="dark",
    background="#15171B",
    surface="#1D2026",
    border="#2C3038",
    text="#E7E9EC",
    muted="#98A0AB",
    blue="#56B4E9",
    vermilion="#F58A4B",
    green="#2FBF95",
    orange="#E6A93A",
    selection="#22303C",
    rail="#191B20",
    outline="#383D47",
    hover="#262A31",
    pressed="#2F343D",
    field="#16181C",
    grid="#282C33",
    grey="#6B737D",
    disabled="#626973",
    blue_hover="#6FC0ED",
    blue_pressed="#8ACBF0",
    on_accent="#0E1A24",
)


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
        self._app.setStyleSheet(stylesheet(tokens))
        self.changed.emit()


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
