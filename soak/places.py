"""Names for widgets: the way from a window down to a widget, and from such a name back to the widget.

A name holds in another process that has done the same, so that a log can be replayed there.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget


def name_of(widget: QWidget) -> str:
    """The kinds of the widgets down to this one, each with its place among its like where it is not the
    first: `MainWindow/QWidget#1/QPushButton#2`."""
    parent = widget.parentWidget()
    likes = [other for other in _below(parent) if _kind(other) == _kind(widget)]
    place = next((place for place, other in enumerate(likes) if other is widget), 0)
    own = f"{_kind(widget)}#{place}" if place else _kind(widget)
    return own if parent is None else f"{name_of(parent)}/{own}"


def find(name: str) -> QWidget | None:
    """The widget of that name; None where there is none now."""
    found: QWidget | None = None
    for part in name.split("/"):
        kind, _, place = part.partition("#")
        likes = [other for other in _below(found) if _kind(other) == kind]
        if int(place or 0) >= len(likes):
            return None
        found = likes[int(place or 0)]
    return found


def seen_in(widget: QWidget) -> Iterator[QWidget]:
    """All that can be seen inside a window, itself first, windows of its own left out."""
    yield widget
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow() and child.isVisible():
            yield from seen_in(child)


def windows() -> list[QWidget]:
    """All windows that are seen. Qt keeps them in no order, so they come by their names."""
    seen = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.windowHandle() is not None]
    return sorted(seen, key=name_of)


def _below(parent: QWidget | None) -> list[QWidget]:
    if parent is None:
        seen = [w for w in QApplication.topLevelWidgets() if w.parent() is None and w.isVisible()]
        return sorted(seen, key=lambda widget: (_kind(widget), widget.windowTitle()))
    return [child for child in parent.children() if isinstance(child, QWidget)]


def _kind(of: QObject) -> str:
    return type(of).__name__
