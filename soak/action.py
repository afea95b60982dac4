"""One action of a person as plain data, and how it is done: it goes through the window system's side of Qt,
as what a mouse or a keyboard sends, so that what is modal, popped up or grabbed gets it as from a person."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QWheelEvent,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from soak.places import find, windows

STEPS = 5  # of a drag, from where the button goes down to where it goes up
NOTCH = 120  # what a wheel turns at a time, in eighths of a degree


@dataclass(frozen=True, slots=True)
class Action:
    """`do` is the name of what is done, `on` the widget, `at` the place in it in pixels, `to` another place
    or an amount, `text` what is typed, pressed or chosen; "\\n" and "\\t" at its end are Enter and Tab."""

    do: str
    on: str = ""
    at: tuple[int, int] = (0, 0)
    to: tuple[int, int] = (0, 0)
    text: str = ""

    def to_json(self) -> dict[str, Any]:
        """What is not as usual, for a line of the log."""
        usual = Action("")
        return {name: value for name, value in asdict(self).items() if value != getattr(usual, name)}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Action:
        usual = asdict(cls(""))
        known = {name: values.get(name, value) for name, value in usual.items()}
        return cls(**known | {name: tuple(known[name]) for name in ("at", "to")})

    def __str__(self) -> str:
        return json.dumps(self.to_json(), ensure_ascii=False)


def perform(action: Action, folder: Path) -> bool:
    """Do it. False where there is nothing any more to do it to. Files lie in `folder` and nowhere else."""
    if QApplication.activeWindow() is None and QApplication.activePopupWidget() is None:
        # The platform without a screen has no window manager that does it when a dialog is closed.
        (QApplication.activeModalWidget() or windows()[0]).activateWindow()
    if action.do == "key":
        return _press(action)
    widget = find(action.on)
    if widget is None or not widget.isVisible():
        return False
    if action.do == "resize":
        widget.window().resize(*action.to)
    elif action.do == "close":
        widget.close()
    elif action.do == "file":
        _answer(widget, str(folder / action.text))
    elif action.do == "drop":
        _drop(widget, QPointF(*action.at), folder / action.text)
    else:
        return _point(action, widget)
    return True


def _press(action: Action) -> bool:
    window = cast("QWindow | None", QGuiApplication.focusWindow())
    if window is None:
        return False
    *modifiers, key = action.text.split("+")
    combination = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        combination |= Qt.KeyboardModifier[f"{modifier}Modifier"]
    QTest.keyClick(window, Qt.Key[f"Key_{key}"], combination)
    return True


def _type(text: str) -> None:
    """Type in place of all that the field with the focus holds."""
    focused = QApplication.focusWidget()
    if focused is None:
        return
    QTest.keyClick(focused, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    plain = text.rstrip("\n\t")
    if plain.isascii():
        QTest.keyClicks(focused, plain)
    else:
        # As an input method does it: composed first, then given in one piece.
        given = QInputMethodEvent()
        given.setCommitString(plain)
        for event in (QInputMethodEvent(plain[:1], []), given):
            QApplication.sendEvent(focused, event)
    for key, sign in ((Qt.Key.Key_Return, "\n"), (Qt.Key.Key_Tab, "\t")):
        if text.endswith(sign):
            QTest.keyClick(focused, key)


def _point(action: Action, widget: QWidget) -> bool:
    top = widget.window()  # without this name its window's handle would go with it
    window = top.windowHandle()
    here = widget.mapTo(top, QPoint(*action.at))
    if window is None or not top.rect().contains(here):
        return False
    button = Qt.MouseButton.RightButton if action.do == "context" else Qt.MouseButton.LeftButton
    match action.do:
        case "click" | "context" | "text":
            QTest.mouseClick(window, button, Qt.KeyboardModifier.NoModifier, here)
            if action.do == "text":
                _type(action.text)
        case "double":
            QTest.mouseDClick(window, button, Qt.KeyboardModifier.NoModifier, here)
        case "hover":
            QTest.mouseMove(window, here)
        case "drag":
            _drag(window, here, widget.mapTo(top, QPoint(*action.to)))
        case "wheel":
            _turn(widget, action)
        case _:
            raise ValueError(f"{action.do} is not an action")
    return True


def _drag(window: QWindow, start: QPoint, end: QPoint) -> None:
    nothing = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(window, Qt.MouseButton.LeftButton, nothing, start)
    for step in range(1, STEPS + 1):
        QTest.mouseMove(window, start + (end - start) * step / STEPS)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, nothing, end)


def _turn(widget: QWidget, action: Action) -> None:
    place = QPointF(*action.at)
    event = QWheelEvent(
        place,
        QPointF(widget.mapToGlobal(place)),
        QPoint(),
        QPoint(*action.to) * NOTCH,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier if action.text else Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def _drop(widget: QWidget, place: QPointF, path: Path) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(place.toPoint(), *how)
    QApplication.sendEvent(widget, entering)
    if entering.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(place, *how))


def _answer(dialog: QWidget, path: str) -> None:
    """Type a path into a dialog about files, and Enter."""
    assert isinstance(dialog, QFileDialog)
    editor = dialog.findChild(QLineEdit, "fileNameEdit")
    if editor is not None:
        editor.setText(path)
        QTest.keyClick(editor, Qt.Key.Key_Return)
