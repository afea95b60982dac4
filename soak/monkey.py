"""Chooses what is done next, of what can be seen and used just then, by a generator with a seed.

It goes where a person could: into what is popped up, else into what is modal, else into any window. It does
not look behind what it sees, and knows nothing of workspaces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QGraphicsView,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QSplitterHandle,
    QTabBar,
    QWidget,
)

from soak.action import Action
from soak.odd import FILES, KEYS, SHORTCUTS, SIZES, TEXTS
from soak.places import name_of, seen_in, windows

EDITORS = (QLineEdit, QAbstractSpinBox, QPlainTextEdit)
USED = (
    *(QAbstractButton, QComboBox, QAbstractItemView, QAbstractSlider, QGraphicsView, QTabBar),
    *(QSplitterHandle, QMenu, QMenuBar, *EDITORS),
)
DRAGGED = (QSplitterHandle, QGraphicsView, QAbstractSlider)
WEIGHTS = {
    "click": 36,
    "double": 4,
    "context": 3,
    "hover": 6,
    "drag": 9,
    "wheel": 6,
    "key": 12,
    "shortcut": 12,
    "text": 12,
    "drop": 1,
    "resize": 1,
    "close": 1,
}

Choice = TypeVar("Choice")


class Monkey:
    """Draws one `Action` after another. The same seed before the same windows draws the same."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def pause(self) -> int:
        """How long it waits before the next action, in ms: mostly not at all."""
        return self._random.choice((0, 0, 0, 0, 1, 5, 20, 20, 50, 200))

    def draw(self) -> Action:
        scope = self._scope()
        if isinstance(scope, QFileDialog):
            # What is clicked there at random would leave the monkey's own folder.
            return self._choose([Action("close", name_of(scope)), self._file(scope), self._file(scope)])
        (do,) = self._random.choices([*WEIGHTS], [*WEIGHTS.values()])
        match do:
            case "key":
                return Action("key", text=self._choose(KEYS))
            case "shortcut":
                return Action("key", text=self._choose(SHORTCUTS))
            case "text":
                return self._type(scope)
            case "drop":
                return self._drop(scope)
            case "resize":
                return Action("resize", name_of(scope.window()), to=self._choose(SIZES))
            case "close" if not isinstance(scope, QMainWindow):
                return Action("close", name_of(scope))
        return self._point(do if do in ("double", "context", "hover", "drag", "wheel") else "click", scope)

    def _scope(self) -> QWidget:
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None or modal is not None:
            scope = popup or modal
            assert scope is not None
            return scope
        seen = windows()
        active = QApplication.activeWindow()
        # Mostly where the keys go as well.
        return active if active in seen and self._random.random() < 0.8 else self._choose(seen)

    def _type(self, scope: QWidget) -> Action:
        editors = [widget for widget in seen_in(scope) if isinstance(widget, EDITORS) and widget.isEnabled()]
        click = self._at("click", self._choose(editors or [scope]), scope)
        text = self._choose(TEXTS) + self._choose(("", "\n", "\t"))
        return replace(click, do="text", text=text)

    def _drop(self, scope: QWidget) -> Action:
        places = [widget for widget in seen_in(scope) if widget.acceptDrops()]
        click = self._at("click", self._choose(places or [scope]), scope)
        return replace(click, do="drop", text=self._choose(FILES))

    def _file(self, dialog: QWidget) -> Action:
        return Action("file", name_of(dialog), text=self._choose(FILES))

    def _point(self, do: str, scope: QWidget) -> Action:
        used: list[QWidget] = [w for w in seen_in(scope) if isinstance(w, USED) and w.isEnabled()]
        anywhere = not used or self._random.random() < 0.2
        if do == "drag":
            dragged: list[QWidget] = [widget for widget in used if isinstance(widget, DRAGGED)]
            used = dragged if dragged and self._random.random() < 0.6 else used
        return self._at(do, scope if anywhere else self._choose(used), scope)

    def _at(self, do: str, widget: QWidget, scope: QWidget) -> Action:
        """Do it at a place in a widget that is not hidden by what it lies in."""
        free = widget.visibleRegion().boundingRect()
        place = self._place(free if not free.isEmpty() else widget.rect())
        target = scope.childAt(widget.mapTo(scope, place)) or widget
        at = target.mapFrom(scope, widget.mapTo(scope, place))
        if do == "drag":
            far = QPoint(self._random.randint(-300, 300), self._random.randint(-200, 200))
            inside = _within(target.mapTo(scope, at + far), scope.rect())
            return Action(do, name_of(target), at.toTuple(), target.mapFrom(scope, inside).toTuple())
        if do == "wheel":
            text = "ctrl" if self._random.random() < 0.2 else ""
            return Action(do, name_of(target), at.toTuple(), self._choose(((0, -1), (0, 1), (0, -3))), text)
        return Action(do, name_of(target), at.toTuple())

    def _place(self, area: QRect) -> QPoint:
        return QPoint(
            self._random.randint(area.left(), max(area.left(), area.right())),
            self._random.randint(area.top(), max(area.top(), area.bottom())),
        )

    def _choose(self, choices: Sequence[Choice]) -> Choice:
        return self._random.choice(choices)


def _within(place: QPoint, area: QRect) -> QPoint:
    return QPoint(
        min(max(place.x(), area.left()), area.right()), min(max(place.y(), area.top()), area.bottom())
    )
