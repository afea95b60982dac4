"""What does not fit: parts that reach outside of their place or over one another, and texts that are cut.

Not a test itself. It looks at what is on the screen, as Qt laid it out, and says it in sentences.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from gui.look.fonts import SMALL, font
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.fields.push_button import GivingButton
from gui.widgets.plot.canvas import EMPTY_FLAGS
from gui.widgets.plot.view import PlotView

_OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def misfits(whole: QWidget) -> list[str]:
    """A sentence for every part of `whole` that is seen, but not all of it, or that lies over another."""
    seen = list(_seen(whole))
    faults = [f"{_name(part)} {fault}" for part in seen for fault in (*_outside(part), *_cut(part))]
    return faults + [fault for parent in (whole, *seen) for fault in _overlaps(parent)]


def elided(whole: QWidget) -> list[str]:
    """The texts of `whole` that end in “…” because they have no room."""
    labels = [part for part in _seen(whole) if isinstance(part, ElidedLabel)]
    return [label.shown_text() for label in labels if label.shown_text() != label.text()]


def _seen(whole: QWidget) -> Iterator[QWidget]:
    """Its visible parts, and theirs. What is a pixel large, or less, is there for screen readers or empty;
    the parts of a table or a field are its own affair."""
    for part in whole.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if part.isVisible() and not part.isWindow() and min(part.width(), part.height()) > 1:
            yield part
            if not isinstance(part, QAbstractItemView | QAbstractSpinBox | QComboBox):
                yield from _seen(part)


def _outside(part: QWidget) -> Iterator[str]:
    """What can be scrolled to counts as seen."""
    parent = part.parentWidget()
    assert parent is not None
    room, place, area = parent.rect(), part.geometry(), parent.parentWidget()
    if isinstance(area, QScrollArea) and area.widget() is part:
        if area.horizontalScrollBarPolicy() != _OFF:
            room.setLeft(min(room.left(), place.left()))
            room.setRight(max(room.right(), place.right()))
        if area.verticalScrollBarPolicy() != _OFF:
            room.setTop(min(room.top(), place.top()))
            room.setBottom(max(room.bottom(), place.bottom()))
    if not room.contains(place):
        yield f"at {_text(place)} reaches outside of {_name(parent)}, {_text(room)}"


def _cut(part: QWidget) -> Iterator[str]:
    """Texts without the room that they take, and parts below the least size that they name."""
    if isinstance(part, ElidedLabel):
        return
    if isinstance(part, PlotView) and part.empty_text:
        room = part.canvas.text_room().toRect()
        taken = QFontMetrics(font(SMALL)).boundingRect(room, int(EMPTY_FLAGS), part.empty_text)
        if not room.contains(taken):
            yield f"has {_text(room)} for its text, which takes {_text(taken)}"
    if isinstance(part, GivingButton):
        if part.shown_text() not in ("", part.text()):
            yield f"shows “{part.shown_text()}”"
    elif isinstance(part, QPushButton | QToolButton):
        needed = min(part.sizeHint().width(), part.maximumWidth())
        if part.text() and part.width() < needed:
            yield f"is {part.width()} wide, its text takes {needed}"
    elif isinstance(part, QTabBar):
        for place in range(part.count()):
            if part.isTabVisible(place) and part.tabRect(place).right() > part.width():
                yield f"cuts its tab “{part.tabText(place)}”"
    elif not isinstance(part, QHeaderView):
        yield from _below_least(part)


def _below_least(part: QWidget) -> Iterator[str]:
    least = part.minimumSizeHint().boundedTo(part.maximumSize())
    if part.minimumWidth():
        least.setWidth(part.minimumWidth())
    if part.hasHeightForWidth() and not isinstance(part, QLabel):
        least.setHeight(0)  # of what wraps, the hint is that of the narrowest
    elif isinstance(part, QLabel) and part.wordWrap():
        least.setHeight(part.heightForWidth(part.width()))
    if part.minimumHeight():
        least.setHeight(part.minimumHeight())
    if part.width() < least.width() or part.height() < least.height():
        size, needed = part.size(), least
        yield f"is {size.width()} × {size.height()}, and needs {needed.width()} × {needed.height()}"


def _overlaps(parent: QWidget) -> Iterator[str]:
    layout = parent.layout()
    widgets = _laid_out(layout) if layout is not None else ()
    seen = [widget for widget in widgets if widget.isVisible()]
    for first, second in itertools.combinations(seen, 2):
        common = first.geometry() & second.geometry()
        if not common.isEmpty():
            yield f"{_name(first)} is over {_name(second)} by {_text(common)}"


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout, and of the layouts in it."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, below = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif below is not None:
            yield from _laid_out(below)


def _name(part: QWidget) -> str:
    """Its class, its text if it has one, and where it is."""
    said = f" “{part.text()}”" if isinstance(part, QLabel | QPushButton | QToolButton) else ""
    owner = part.parentWidget()
    return f"{type(part).__name__}{said}{f' in {type(owner).__name__}' if owner is not None else ''}"


def _text(rect: QRect) -> str:
    return f"{rect.width()} × {rect.height()} at ({rect.x()}, {rect.y()})"
