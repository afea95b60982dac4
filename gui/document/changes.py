"""What an action changes, gathered and told once.

An edit replaces the experiment, may make problems come or go and may ask for other data. A widget that heard
of each by a signal of its own would show itself three times. So a model tells flags of what has changed, and
whoever shows it hears of one action once, with all of its flags.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Flag
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

What = TypeVar("What", bound=Flag)


class _Voice(QObject):
    changed = Signal(object)


class Changes(Generic[What]):
    """`changed` gives the flags of one action.

    nothing: the flag of no change. `follow` names a part of the model itself that changes with it, as the
    data do with the experiment: what it changes is of the same action.
    """

    def __init__(self, nothing: What, parent: QObject) -> None:
        self._voice = _Voice(parent)
        self.changed = self._voice.changed
        self._nothing = self._untold = nothing
        self._depth = 0
        self._followers: list[Callable[[What], None]] = []

    def follow(self, follower: Callable[[What], None]) -> None:
        """Call `follower` with what has changed before anyone else hears of it. It may change more."""
        self._followers.append(follower)

    def tell(self, what: What) -> None:
        """`what` has changed. It is told at the end of the action."""
        with self.action():
            self._untold |= what

    @contextmanager
    def action(self) -> Iterator[None]:
        """All that is told within is one change; also where an exception ends it."""
        self._depth += 1
        try:
            yield
            if self._depth == 1:
                self._let_followers_change()
        finally:
            self._depth -= 1
            if self._depth == 0 and self._untold:
                told, self._untold = self._untold, self._nothing
                self.changed.emit(told)

    def _let_followers_change(self) -> None:
        seen = self._nothing
        while news := self._untold & ~seen:
            seen = self._untold
            for follower in self._followers:
                follower(news)
