"""The icons, drawn from SVG files in the colours of the theme, sharp on every screen.

An icon given to a button or an action with `Icons.bind` follows the theme. A widget that paints itself draws
one with `Icons.paint`. Which icon means what is the affair of who uses it.
"""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap, QScreen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from gui.look.theme import Theme
from gui.paths import RESOURCES

HasIcon: TypeAlias = QAbstractButton | QAction

ICON_SIZE = 16  # pixels of an icon in a button, a menu or a field

# Signs of a player are solid, as on a player; the rest are lines.
_SOLID = frozenset({"play", "pause", "step", "skip-forward", "fast-forward", "stop"})


class Icons(QObject):
    """Icons in the colours of `theme`. `color` is the name of one of its tokens."""

    outdated = Signal()
    """The colours are others, or a screen was added: whoever keeps an icon asks for it again."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._sources: dict[str, str] = {}
        self._renderers: dict[tuple[str, str, float], QSvgRenderer] = {}
        theme.changed.connect(self.outdated)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_screen_added)

    def bind(self, target: HasIcon, name: str, color: str = "text", size: int = ICON_SIZE) -> None:
        """Give `target` the icon, in the colours of the theme from now on; another call replaces it."""
        for binding in target.findChildren(_Binding, options=Qt.FindChildOption.FindDirectChildrenOnly):
            binding.end()
        _Binding(self, target, name, color, size)

    def icon(self, name: str, color: str = "text", size: int = ICON_SIZE) -> QIcon:
        """The icon in the colours of this moment, `size` pixels wide, for anything that takes a QIcon."""
        icon = QIcon()
        for mode, token in ((QIcon.Mode.Normal, color), (QIcon.Mode.Disabled, "disabled")):
            for ratio in _pixel_ratios():
                icon.addPixmap(self.pixmap(name, token, size, ratio), mode)
        return icon

    def pixmap(
        self, name: str, color: str, size: int = ICON_SIZE, ratio: float = 1.0, stroke: float = 2.0
    ) -> QPixmap:
        """One picture of `size` logical pixels for a screen with `ratio` device pixels to each of them."""
        renderer = self._renderer(name, color, stroke)
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap

    def paint(self, painter: QPainter, name: str, rect: QRectF, color: str, stroke: float = 2.0) -> None:
        """Draw the icon into `rect`; `stroke` is the width of its lines in 24ths of the icon's width."""
        self._renderer(name, color, stroke).render(painter, rect)

    def _on_screen_added(self, _screen: QScreen) -> None:
        self.outdated.emit()

    def _renderer(self, name: str, color: str, stroke: float) -> QSvgRenderer:
        value = getattr(self.theme.tokens, color)
        key = (name, value, stroke)
        if key not in self._renderers:
            source = self._source(name).replace("currentColor", value)
            source = source.replace('stroke-width="2"', f'stroke-width="{stroke}"')
            self._renderers[key] = QSvgRenderer(QByteArray(source.encode()))
        return self._renderers[key]

    def _source(self, name: str) -> str:
        if name not in self._sources:
            text = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
            if name in _SOLID:
                text = text.replace('fill="none"', 'fill="currentColor"')
            self._sources[name] = text
        return self._sources[name]


class _Binding(QObject):
    """Renews the icon of its parent whenever it is outdated, and ends with the parent."""

    def __init__(self, icons: Icons, target: HasIcon, name: str, color: str, size: int) -> None:
        super().__init__(target)
        self._icons, self._target = icons, target
        self._name, self._color, self._size = name, color, size
        icons.outdated.connect(self._renew)
        self._renew()

    def end(self) -> None:
        self._icons.outdated.disconnect(self._renew)
        self.setParent(None)

    def _renew(self) -> None:
        self._target.setIcon(self._icons.icon(self._name, self._color, self._size))


def _pixel_ratios() -> set[float]:
    """Device pixels to a logical one, on each of the screens."""
    return {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
