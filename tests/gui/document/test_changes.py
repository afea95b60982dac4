"""An action is told once, whatever it changes and whoever changes with it."""

from __future__ import annotations

from enum import Flag, auto

import pytest
from PySide6.QtCore import QObject

from gui.document.changes import Changes


class Part(Flag):
    NOTHING = 0
    WORDS = auto()
    DATA = auto()
    PROBLEMS = auto()


@pytest.fixture
def owner(qapp: object) -> QObject:
    return QObject()


@pytest.fixture
def changes(owner: QObject) -> Changes[Part]:
    return Changes(Part.NOTHING, owner)


@pytest.fixture
def told(changes: Changes[Part]) -> list[Part]:
    heard: list[Part] = []
    changes.changed.connect(heard.append)
    return heard


def test_a_change_alone_is_told_at_once(changes: Changes[Part], told: list[Part]) -> None:
    changes.tell(Part.WORDS)
    assert told == [Part.WORDS]


def test_an_action_is_told_once_when_the_outermost_is_over(changes: Changes[Part], told: list[Part]) -> None:
    with changes.action():
        changes.tell(Part.WORDS)
        with changes.action():
            changes.tell(Part.DATA)
        assert told == []
    assert told == [Part.WORDS | Part.DATA]


def test_an_action_that_changes_nothing_is_not_told(changes: Changes[Part], told: list[Part]) -> None:
    with changes.action():
        pass
    assert told == []


def test_what_follows_is_of_the_same_action(changes: Changes[Part], told: list[Part]) -> None:
    seen: list[Part] = []

    def load(what: Part) -> None:
        seen.append(what)
        if Part.WORDS in what:
            changes.tell(Part.DATA)

    def judge(what: Part) -> None:
        if what & (Part.WORDS | Part.DATA):
            changes.tell(Part.PROBLEMS)

    changes.follow(judge)
    changes.follow(load)
    changes.tell(Part.WORDS)
    assert told == [Part.WORDS | Part.DATA | Part.PROBLEMS]
    # Each follower hears of each flag once: of those that came with another follower in a second turn.
    assert seen == [Part.WORDS, Part.DATA | Part.PROBLEMS]


def test_what_a_listener_does_is_an_action_of_its_own(changes: Changes[Part], told: list[Part]) -> None:
    changes.changed.connect(lambda what: Part.WORDS in what and changes.tell(Part.DATA))
    changes.tell(Part.WORDS)
    assert told == [Part.WORDS, Part.DATA]


def test_an_exception_does_not_swallow_what_has_changed(changes: Changes[Part], told: list[Part]) -> None:
    def change_and_fail() -> None:
        with changes.action():
            changes.tell(Part.WORDS)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()
    assert told == [Part.WORDS]
    changes.tell(Part.DATA)
    assert told == [Part.WORDS, Part.DATA]
