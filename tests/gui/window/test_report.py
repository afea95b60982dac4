"""Help → Report a problem: shows what it would copy, with nothing of who the person is."""

from __future__ import annotations

import getpass
import platform
from pathlib import Path, PureWindowsPath
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from core import VERSION
from gui.look.theme import Theme
from gui.window.problem_report import LAST_LINES, problem_report, without_person
from gui.window.report_dialog import ReportDialog


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The log of Jin, whose home is named so."""
    home = tmp_path / "jin"
    home.mkdir()
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setattr(getpass, "getuser", lambda: "jin")
    path = home / "backprop-lab.log"
    early = "early\n" * LAST_LINES
    path.write_text(f'{early}  File "{home}/pics/7.png"\nKeyError: 김 jin, Jin, jingle\n', encoding="utf-8")
    return path


def test_it_has_versions_system_and_the_end_of_the_log(qtbot: QtBot, log: Path) -> None:
    lines = problem_report(log).splitlines()
    assert lines[0] == f"Backprop Lab {VERSION}"
    assert f"Python {platform.python_version()}" in lines[1]
    assert platform.machine() in lines[2]
    assert lines[-2:] == ['  File "~/pics/7.png"', "KeyError: 김 user, user, jingle"]
    assert lines.count("early") == LAST_LINES - 2


def test_without_a_log_or_with_one_that_cannot_be_read_it_says_so(qtbot: QtBot, log: Path) -> None:
    log.unlink()
    assert "nothing broke so far" in problem_report(log)
    log.mkdir()
    assert "The log cannot be read" in problem_report(log)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"D:\People\Kim Min\a.blab", r"~\a.blab"),
        ("D:/people/kim min/a.blab", "~/a.blab"),
        (r"'D:\\People\\Kim Min\\a.blab'", r"'~\\a.blab'"),
        (r"D:\People\Kim Minsu\a.blab, by KMIN", r"D:\People\Kim Minsu\a.blab, by user"),
    ],
)
def test_the_home_of_windows_is_left_out_however_it_is_written(text: str, expected: str) -> None:
    class Home(PureWindowsPath):
        def resolve(self) -> Home:
            return self

    assert without_person(text, cast("Path", Home(r"D:\People\Kim Min")), "kmin") == expected


def test_a_home_that_is_the_root_leaves_paths_as_they_are() -> None:
    assert without_person("/mine/a.blab", Path("/"), "") == "/mine/a.blab"


def test_what_is_shown_is_what_is_copied(qtbot: QtBot, log: Path, theme: Theme) -> None:
    dialog = ReportDialog(log)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.report.toPlainText() == problem_report(log)
    dialog.report.appendPlainText("I pressed Start twice.")
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.report.toPlainText()
    assert QGuiApplication.clipboard().text().endswith("I pressed Start twice.")
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
