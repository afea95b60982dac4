"""Rows, columns and stacks of widgets, each written as one statement that reads as it looks.

An item is a widget, a layout, a `Space` or a `Stretch`. In a tuple the item comes first, and after it what
`QBoxLayout.addWidget` and `addLayout` take: its stretch, and for a widget its alignment.
"""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.roles import set_role


class Space(int):
    """So many pixels that stay empty."""


class Stretch(int):
    """Room that grows with the window, by this factor beside the stretch of others."""


Part = QWidget | QLayout | Space | Stretch
Item = Part | tuple[QWidget | QLayout, int] | tuple[QWidget, int, Qt.AlignmentFlag]
Margins = tuple[int, int, int, int]
DECORATION = QSize(8, 48)
"""What a title bar and the edges take of the screen, on the systems where they take most."""
_Box = TypeVar("_Box", bound=QBoxLayout)


def row_of(*items: Item, spacing: int | None = None, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """The items from left to right. `margins` are left, top, right and bottom; without `spacing` the items
    are as far apart as the style has it."""
    return _filled(QHBoxLayout(), items, spacing, margins)


def column_of(*items: Item, spacing: int | None = None, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """The items from top to bottom, with `margins` and `spacing` as for `row_of`."""
    return _filled(QVBoxLayout(), items, spacing, margins)


def stack_of(place: QWidget, *pages: QWidget) -> QStackedLayout:
    """The pages of `place`, one at a time, the first to begin with."""
    # A stack without a place would show its first page as a window of its own.
    stack = QStackedLayout(place)
    for page in pages:
        stack.addWidget(page)
    return stack


def holding(layout: QLayout, parent: QWidget | None = None) -> QWidget:
    """A widget that is there for its layout alone. Given its parent it is not styled a second time there."""
    widget = QWidget(parent)
    widget.setLayout(layout)
    return widget


def scrolled(
    content: QWidget,
    way: Qt.Orientation | None = Qt.Orientation.Vertical,
    *,
    by_keys: bool = False,
    parent: QWidget | None = None,
) -> QScrollArea:
    """The content in an area as wide as it is (or as high), in which it scrolls `way` alone; with None it
    scrolls both ways. `by_keys`: nothing in it takes the keyboard; the area does, while there is more than
    it shows."""
    area = QScrollArea(parent, widgetResizable=True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if by_keys:
        set_role(area, "keys")
        area.verticalScrollBar().rangeChanged.connect(
            lambda low, high: area.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if high > low else Qt.FocusPolicy.NoFocus
            )
        )
    if way == Qt.Orientation.Vertical:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    elif way == Qt.Orientation.Horizontal:
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area


def resize_on_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window its first size, or what the screen leaves of it, which is little for a large text."""
    room = window.screen().availableGeometry().size() - DECORATION
    window.resize(QSize(width, height).boundedTo(room))


def keep_place(widget: QWidget) -> None:
    """Leave the widget its room while it is hidden, so that nothing beside it moves."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)


def _filled(box: _Box, items: tuple[Item, ...], spacing: int | None, margins: Margins) -> _Box:
    box.setContentsMargins(*margins)
    if spacing is not None:
        box.setSpacing(spacing)
    how: list[Any]  # of the types of `Item`
    for item in items:
        part, *how = item if isinstance(item, tuple) else (item,)
        match part:
            case QWidget():
                box.addWidget(part, *how)
            case QLayout():
                box.addLayout(part, *how)
            case Space():
                box.addSpacing(part)
            case Stretch():
                box.addStretch(part)
    return box
