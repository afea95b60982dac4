"""What a screen reader finds in a view that is painted by hand: the view with its name and a sentence, and in
it each of its places as an element of its own, with a name, a place on the screen and what a press does.

A view has `Painted` before its Qt class, and says how many parts it has and what each of them is; `install`
has Qt ask here for all such views. Qt owns what is made here and lets it go with the view.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, cast

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QAccessibleObject
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6.Shiboken import VoidPtr

_Role = QAccessible.Role
_Text = QAccessible.Text
_NOTHING = VoidPtr(0)
"""What stands for a null pointer where PySide expects a `void *`: for a `None` it ends the program."""


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a view. `rect`: in the view's coordinates. `press`: what a click there does, if anything
    at all."""

    name: str
    rect: QRectF
    press: Callable[[], None] | None = None
    selected: bool = False


class Painted:
    """Stands before the Qt class among the bases of a view. Name and sentence are the view's accessible name
    and description, as for any widget."""

    painted_role: ClassVar[QAccessible.Role] = _Role.Graphic

    def part_count(self) -> int:
        """How many parts are to be seen now."""
        return 0

    def part(self, index: int) -> Part:
        """One of them, from 0; asked for whenever a screen reader wants to know something of it."""
        raise NotImplementedError

    def spoken_scale(self) -> str:
        """What is said after the description: the range of a plot."""
        return ""


def install() -> None:
    """Have Qt ask here first; once for the process is enough, whatever application runs in it."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_interface)


_installed: list[bool] = []


def _interface(_class_name: str, thing: object) -> QAccessibleInterface | None:
    if isinstance(thing, Painted):
        return _Whole(thing)
    return _Piece(thing) if isinstance(thing, _Place) else None


class _Place(QObject):
    """The number of a part, as an object of Qt's: what is made for a screen reader ends with it."""

    def __init__(self, view: QWidget, index: int) -> None:
        super().__init__(view)
        self.index = index

    @property
    def part(self) -> Part | None:
        """What is there now; None where there is nothing any more."""
        view = cast("Painted", self.parent())
        return view.part(self.index) if self.index < view.part_count() else None


class _Whole(QAccessibleWidget):
    """A view: its parts, and behind them the widgets in it. PySide keeps it until the program ends, so it
    does not hold the view."""

    def __init__(self, view: Painted) -> None:
        super().__init__(cast(QWidget, view), view.painted_role)
        self._places: list[_Place] = []

    @property
    def _view(self) -> Painted:
        return cast(Painted, self.widget())

    def childCount(self) -> int:
        return self._view.part_count() + super().childCount()

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        parts = self._view.part_count()
        if index >= parts:
            return super().child(index - parts)
        while len(self._places) <= index:
            self._places.append(_Place(self.widget(), len(self._places)))
        return QAccessible.queryAccessibleInterface(self._places[index])

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        place = child.object()
        if isinstance(place, _Place):
            return place.index
        found = super().indexOfChild(child)
        return found if found < 0 else found + self._view.part_count()

    def text(self, kind: QAccessible.Text) -> str:
        text = super().text(kind)
        if kind == _Text.Description:
            return " · ".join(filter(None, (text, self._view.spoken_scale())))
        return text


class _Piece(QAccessibleObject):
    """A part of a view."""

    def __init__(self, place: _Place) -> None:
        super().__init__(place)
        self._press = _Press(place)

    @property
    def _part(self) -> Part | None:
        return cast(_Place, self.object()).part

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(cast(QObject, self.object().parent()))

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return _Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        part = self._part
        return part.name if part is not None and kind == _Text.Name else ""

    def rect(self) -> QRect:
        part, view = self._part, cast(QWidget, self.object().parent())
        if part is None:
            return QRect()
        rect = part.rect.toAlignedRect()
        return QRect(view.mapToGlobal(rect.topLeft()), rect.size())

    def state(self) -> QAccessible.State:
        part, view, state = self._part, cast(QWidget, self.object().parent()), QAccessible.State()
        state.selectable = part is not None and part.press is not None
        state.selected = part is not None and part.selected
        state.invisible = part is None or not view.isVisible()
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        part = self._part
        can_press = part is not None and part.press is not None
        return self._press if can_press and kind == QAccessible.InterfaceType.ActionInterface else _NOTHING


class _Press(QAccessibleActionInterface):
    """The one action of a part."""

    def __init__(self, place: _Place) -> None:
        super().__init__()
        self._place = place

    def actionNames(self) -> list[str]:
        return [self.pressAction()]

    def doAction(self, name: str) -> None:
        part = self._place.part
        if name == self.pressAction() and part is not None and part.press is not None:
            part.press()

    def keyBindingsForAction(self, _name: str) -> list[str]:
        return []
