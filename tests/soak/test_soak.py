"""The monkey: short sittings find nothing, and what it does can be noted, played again and shortened."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from soak.action import Action, perform
from soak.monkey import Monkey
from soak.places import find, name_of
from soak.shorten import faults, shorten
from soak.sitting import left, logged

ROOT = Path(__file__).parents[2]


def sit(folder: Path, *arguments: str) -> list[str]:
    """Play in a process of its own. What was found, but for gaps, which are a matter of the machine."""
    log = folder / "log.jsonl"
    done = subprocess.run(
        [sys.executable, "-m", "soak", *arguments, "--log", str(log)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "findings:" in done.stdout, done.stdout + done.stderr
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    return [line["text"] for line in lines if line.get("found", "gap") != "gap"]


def test_a_short_sitting_finds_nothing(tmp_path: Path) -> None:
    assert sit(tmp_path, "--seed", "1", "--actions", "40") == []
    actions = logged(tmp_path / "log.jsonl")
    assert [number for number, _, _ in actions] == list(range(1, 41))
    assert {action.do for _, action, _ in actions} >= {"click", "key", "drag"}


def test_a_log_is_played_again_in_parts(tmp_path: Path) -> None:
    log = tmp_path / "first.jsonl"
    lines = [{"n": n, **Action("key", text="Tab").to_json(), "pause": 0} for n in range(1, 6)]
    log.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert sit(tmp_path, "--replay", str(log), "--only", "1-2,5") == []
    assert [number for number, _, _ in logged(tmp_path / "log.jsonl")] == [1, 2, 5]


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    for child in (QPushButton("one"), QPushButton("two"), QLineEdit("three")):
        column.addWidget(child)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_a_widget_is_found_by_its_name(form: QWidget) -> None:
    names = {name_of(child): child for child in form.findChildren(QWidget)}
    assert set(names) == {"QWidget/QPushButton", "QWidget/QPushButton#1", "QWidget/QLineEdit"}
    assert all(find(name) is child for name, child in names.items())
    assert find("QWidget/QPushButton#2") is None
    assert find("QLabel") is None


def test_actions_do_what_mouse_and_keys_do(form: QWidget, tmp_path: Path) -> None:
    clicked: list[str] = []
    for button in form.findChildren(QPushButton):
        button.clicked.connect(partial(clicked.append, button.text()))
    assert perform(Action("click", "QWidget/QPushButton#1", (5, 5)), tmp_path)
    assert clicked == ["two"]
    assert perform(Action("text", "QWidget/QLineEdit", (5, 5), text="0.5"), tmp_path)
    assert form.findChild(QLineEdit).text() == "0.5"
    assert perform(Action("text", "QWidget/QLineEdit", (5, 5), text="가나\n"), tmp_path)
    assert form.findChild(QLineEdit).text() == "가나"
    assert perform(Action("key", text="Control+Backspace"), tmp_path)
    assert form.findChild(QLineEdit).text() == ""
    assert not perform(Action("click", "QWidget/QPushButton#7", (5, 5)), tmp_path)
    assert not perform(Action("click", "QWidget/QPushButton", (5000, 5)), tmp_path)


def test_an_action_survives_the_log() -> None:
    for action in (Action("key", text="F5"), Action("drag", "A/B#1", (1, 2), (3, -4)), Action("close", "A")):
        assert Action.from_json(json.loads(json.dumps(action.to_json()))) == action
    assert str(Action("key", text="가")) == '{"do": "key", "text": "가"}'


def test_one_seed_draws_one_sequence(form: QWidget) -> None:
    def drawn(seed: int) -> list[Action]:
        monkey = Monkey(seed)
        return [monkey.draw() for _ in range(50)]

    assert drawn(3) == drawn(3) != drawn(4)


def test_the_few_actions_that_matter_are_found() -> None:
    tried: list[Sequence[int]] = []

    def fails(numbers: Sequence[int]) -> bool:
        tried.append(numbers)
        return {7, 40, 41} <= set(numbers)

    assert shorten(range(1, 101), fails) == [7, 40, 41]
    assert len(tried) < 100


def test_the_faults_of_a_log_are_its_last_lines(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text(
        '{"n": 3, "do": "key"}\n{"n": 3, "found": "Qt", "text": "where\\nwhat"}\n', encoding="utf-8"
    )
    assert faults(log) == [(3, "what")]


def test_a_timer_that_is_left_is_told(qapp: QApplication) -> None:
    before = left()
    timer = QTimer()
    timer.start(1000)
    assert len(left()) == len(before) + 1
    timer.stop()
    assert left() == before
