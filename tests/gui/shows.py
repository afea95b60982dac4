"""How often the parts of a workspace show themselves. Not a test itself.

The parts are found, not listed: every widget of the program that has a method `_show`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from gui.document.report import Ending
from gui.trainer.trainer import Trainer

Shows = Counter[str]
"""So many times each kind of part has shown itself."""


def count_shows(monkeypatch: pytest.MonkeyPatch) -> Shows:
    """Count from now on. To be called before anything is connected to a `_show`."""
    found: Shows = Counter()
    for kind in set(_kinds()):
        monkeypatch.setattr(kind, "_show", _counting(found, vars(kind)["_show"]))
    return found


def parts_of(workspace: QWidget) -> set[str]:
    """The kinds of parts that a workspace has."""
    return {type(part).__name__ for part in workspace.findChildren(QWidget) if hasattr(part, "_show")}


def at_most_once(shows: Shows, *expected: str) -> None:
    """Each at most once, those `expected` among them. Then the next action is counted."""
    often = {part: times for part, times in shows.items() if times > 1}
    assert not often, f"shown more than once: {often}"
    assert set(expected) <= shows.keys(), f"not shown: {set(expected) - shows.keys()}"
    shows.clear()


def once(shows: Shows, *expected: str) -> None:
    """As `at_most_once`, with all that the action set off in the window's thread."""
    QApplication.processEvents()
    at_most_once(shows, *expected)


def count_endings(monkeypatch: pytest.MonkeyPatch, shows: Shows) -> list[Shows]:
    """What each ending of a run makes the parts show, apart from the reports before it."""
    found: list[Shows] = []
    on_ended = Trainer._on_ended

    def count_and_end(trainer: Trainer, ending: Ending) -> None:
        shows.clear()
        on_ended(trainer, ending)
        found.append(shows.copy())

    monkeypatch.setattr(Trainer, "_on_ended", count_and_end)
    return found


def _kinds(kind: type[QWidget] = QWidget) -> Iterator[type[QWidget]]:
    """The program's own kinds of widgets that have a `_show`."""
    for own in kind.__subclasses__():
        if own.__module__.startswith("gui.") and "_show" in vars(own):
            yield own
        yield from _kinds(own)


def _counting(shows: Shows, show_part: Callable[[QWidget], None]) -> Callable[..., None]:
    def count_and_show(part: QWidget, *_said: object) -> None:
        shows[type(part).__name__] += 1
        show_part(part)

    return count_and_show
