"""A scene: a state of the window worth a picture, and how to get there. Each workspace has its list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QDeadlineTimer

from gui.selftest import settle
from gui.window.main_window import MainWindow


class Stage:
    """The window, and ways to let time pass in it while a scene is prepared."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def settle(self, milliseconds: int = 0) -> None:
        """Let events be handled: at least those waiting now, and those of the next `milliseconds`."""
        settle(milliseconds)

    def until(self, condition: Callable[[], bool], seconds: float = 60) -> None:
        """Let events be handled until `condition` holds. TimeoutError where it does not come to that."""
        deadline = QDeadlineTimer(round(1000 * seconds))
        while not condition():
            if deadline.hasExpired():
                raise TimeoutError(f"{condition} was still false after {seconds} s")
            self.settle(20)


@dataclass(frozen=True, slots=True)
class Scene:
    """`name` names the picture's file. `prepare` leads from a new window to what is to be seen.

    `clear`, if any, ends what `prepare` started, so that the window can be closed.
    """

    name: str
    workspace: str
    prepare: Callable[[Stage], None] = lambda stage: None
    clear: Callable[[Stage], None] = lambda stage: None
