"""Looks that a widget asks for by name, and the sentence that says what a control does.

Labels: `muted`, `small`, `heading` (the quiet title of a card), `strong`, `title`, `display` (one large
number), `error`; beside that a hue, `muted` or one of the data's colours. Buttons: `primary` (one a screen),
`plain` (no edge until pointed at). Frames: `line`, `drop` (where a dragged row will stand). Fields: `cell`
(plain text until pointed at or edited). The looks themselves are in `gui.look.stylesheet`.
"""

from __future__ import annotations

from html import escape
from typing import Literal, TypeAlias, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QWidget

_Widget = TypeVar("_Widget", bound=QWidget)
Hue: TypeAlias = Literal["", "muted", "blue", "vermilion", "green"]


def set_role(widget: QWidget, role: str) -> None:
    """Give `widget` the look named `role`; an empty name gives the ordinary look back."""
    set_look(widget, "role", role)


def with_role(widget: _Widget, role: str) -> _Widget:
    """The widget, just made, with the look named `role`."""
    set_role(widget, role)
    return widget


def set_hue(label: QLabel, hue: Hue) -> None:
    """Give a text this colour of the theme, whatever its role. What the colour says, the text says too."""
    set_look(label, "hue", hue)


def set_look(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a property that the stylesheet selects by, and draw the widget anew if it is another value."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # otherwise Qt styles it when it is shown
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)


def set_tip(target: QWidget | QAction, text: str) -> None:
    """A tooltip of one or two sentences, which screen readers say as well; see `set_hint`."""
    set_hint(target, text)
    if isinstance(target, QWidget):
        target.setAccessibleDescription(text)


def set_hint(target: QWidget | QAction, text: str) -> None:
    """A tooltip that is also the answer to “What's this?”, for a view whose description says its state. Qt
    wraps rich text only, so plain text is wrapped in it."""
    target.setToolTip(f"<qt>{escape(text)}</qt>" if text else "")
    target.setWhatsThis(text)
