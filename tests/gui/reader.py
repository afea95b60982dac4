"""The window as a screen reader has it: a tree of names, roles, texts and actions, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from gui.widgets import painted

Role = QAccessible.Role
_OF_MENUS = (Role.PopupMenu, Role.MenuItem)
_PRESS = ("Press", "Toggle", "ShowMenu")


class Reader:
    """Finds by role and by how the name begins, in the dialog in front or else in the window."""

    def __init__(self, window: QWidget, until: Callable[[Callable[[], bool]], None]) -> None:
        painted.install()
        self._window = window
        self._until = until

    def find(self, role: QAccessible.Role, name: str, text: str = "") -> QAccessibleInterface:
        """The first of that role and name that can be seen and says `text`; waits until there is one."""
        found: list[QAccessibleInterface] = []

        def is_there() -> bool:
            named = (one for one in self._all() if one.role() == role and _name(one).startswith(name))
            found[:] = islice((one for one in named if text in self.said(one)), 1)
            return bool(found)

        self._until(is_there)
        return found[0]

    def press(self, role: QAccessible.Role, name: str) -> None:
        found: list[QAccessibleInterface] = []

        def can_be_pressed() -> bool:
            found[:] = [self.find(role, name)]
            return not found[0].state().disabled

        self._until(can_be_pressed)
        action = found[0].actionInterface()
        action.doAction(next(known for known in _PRESS if known in action.actionNames()))

    def write(self, name: str, text: str) -> None:
        """Set the text of a field."""
        self.find(Role.EditableText, name).setText(QAccessible.Text.Value, text)

    @staticmethod
    def said(one: QAccessibleInterface) -> str:
        """Its name, then its description."""
        return f"{_name(one)} | {one.text(QAccessible.Text.Description)}"

    def _all(self) -> Iterator[QAccessibleInterface]:
        top = QApplication.activeModalWidget() or self._window
        return walk(QAccessible.queryAccessibleInterface(top))


def walk(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """It and all below it, in order, without what is hidden."""
    levels = [iter((one,))]
    while levels:
        for one in levels[-1]:
            yield one
            levels.append(_below(one))
            break
        else:
            levels.pop()


def _below(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for place in range(one.childCount()):
        child = one.child(place)
        # The entries of a closed menu say that they are hidden, and can be pressed all the same.
        if child is not None and (not child.state().invisible or child.role() in _OF_MENUS):
            yield child


def _name(one: QAccessibleInterface) -> str:
    return one.text(QAccessible.Text.Name)
