"""What must not happen is found: exceptions of every kind, warnings, a window that is busy for too long."""

from __future__ import annotations

import threading
import time
import warnings
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer, qWarning
from pytestqt.qtbot import QtBot

from soak import watch
from soak.watch import Finding, Watch


@pytest.fixture
def found(qtbot: QtBot) -> Iterator[list[Finding]]:
    findings: list[Finding] = []
    watching = Watch(findings.append)
    watching.begin()
    yield findings
    watching.end()


def fail() -> None:
    raise ZeroDivisionError("planted")


def test_an_exception_in_a_slot_is_found(found: list[Finding], qtbot: QtBot) -> None:
    timer = QTimer(singleShot=True)
    timer.timeout.connect(fail)
    timer.start(0)
    qtbot.waitUntil(lambda: bool(found))
    (one,) = found
    assert one.kind == "exception"
    assert one.text.splitlines()[-1] == "ZeroDivisionError: planted"


def test_an_exception_in_another_thread_is_found(found: list[Finding]) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert [one.kind for one in found] == ["exception"]


def test_warnings_of_python_and_qt_are_found_but_not_those_of_the_platform(found: list[Finding]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning("planted", RuntimeWarning, "here.py", 7)
    qWarning("QPainter: planted")
    qWarning("This plugin does not support raise()")
    assert [(one.kind, one.text.splitlines()[-1]) for one in found] == [
        ("warning", "RuntimeWarning: planted (here.py:7)"),
        ("Qt", "QPainter: planted"),
    ]


def test_a_busy_window_is_found_with_the_place_where_it_was_busy(
    monkeypatch: pytest.MonkeyPatch, found: list[Finding], qtbot: QtBot
) -> None:
    monkeypatch.setattr(watch, "GAP_S", 0.3)

    def compute_for_long() -> None:
        begin = time.thread_time()
        while time.thread_time() - begin < 0.4:
            pass

    timer = QTimer(singleShot=True)
    timer.timeout.connect(compute_for_long)
    timer.start(0)
    qtbot.waitUntil(lambda: bool(found))
    assert found[0].kind == "gap"
    assert found[0].text.splitlines()[-1].startswith("the window was busy for 0.")


def test_what_the_monkey_itself_takes_is_no_gap(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    findings: list[Finding] = []
    watching = Watch(findings.append)
    monkeypatch.setattr(watch, "GAP_S", 0.1)
    begin = time.thread_time()
    while time.thread_time() - begin < 0.2:
        pass
    watching.forget()
    watching.tick()
    assert findings == []
