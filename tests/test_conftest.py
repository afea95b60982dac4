"""The conditions that every test runs under, tried on a small test file that breaks them one by one."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

PLANTED = """
import os, threading, warnings
from pathlib import Path
import pytest
from PySide6.QtCore import QObject, QSettings, QThread, QThreadPool, QTimer, qWarning
from PySide6.QtWidgets import QLabel, QWidget

kept = []
release = threading.Event()

def test_leaves_a_python_thread():
    threading.Thread(target=release.wait, name="left-alone", daemon=True).start()

def test_leaves_a_qthread(qapp):
    kept.append(QThread())
    kept[-1].start()

def test_leaves_a_timer(qapp):
    kept.append(QTimer())
    kept[-1].start(10_000)

def test_leaves_a_timer_of_the_application(qapp):
    timer = QTimer(qapp)
    timer.setInterval(10_000)
    timer.start()

def test_leaves_a_window(qapp):
    kept.append(QLabel("left open"))
    kept[-1].show()

def test_is_skipped():
    pytest.skip("no PyTorch here")

def test_makes_qt_warn(qapp):
    qWarning("said by Qt")

def test_warns():
    warnings.warn("said by Python", stacklevel=1)

def test_raises_in_a_slot(qapp, qtbot):
    timer = QTimer(singleShot=True)
    timer.timeout.connect(lambda: 1 / 0)
    with qtbot.waitSignal(timer.timeout):
        timer.start(0)

def test_good_leaves_nothing(qtbot):
    class Window(QWidget):
        def __init__(self):
            super().__init__()
            self.itself = self  # a reference cycle: only the garbage collector frees it
            self.timer = QTimer(self)
            self.timer.start(10_000)
    Window().show()
    window = Window()
    qtbot.addWidget(window)
    window.show()
    thread = QThread()
    with qtbot.waitSignal(thread.finished):
        thread.started.connect(thread.quit)
        thread.start()

@pytest.mark.parametrize("turn", [1, 2])
def test_good_has_settings_of_its_own(turn):
    assert not any(Path.home().iterdir())
    for kind in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        settings = QSettings(kind, QSettings.Scope.UserScope, "Backprop Lab", "Backprop Lab")
        assert Path.home() in Path(settings.fileName()).parents
        assert settings.value("turn") is None
        settings.setValue("turn", turn)
        settings.sync()
    assert any(Path.home().iterdir())
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest prints about the planted tests under this project's settings."""
    folder = tmp_path_factory.mktemp("planted")
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "tests").mkdir()
    conftest = (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8")
    patient = "GRACE_MS = 20_000"
    assert patient in conftest
    (folder / "tests" / "conftest.py").write_text(
        conftest.replace(patient, "GRACE_MS = 50"), encoding="utf-8"
    )
    (folder / "tests" / "test_planted.py").write_text(PLANTED, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", "--color=no"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("test_leaves_a_python_thread", "a Python thread: left-alone"),
        ("test_leaves_a_qthread", "a running QThread"),
        ("test_leaves_a_timer", "an active QTimer"),
        ("test_leaves_a_timer_of_the_application", "an active QTimer"),
        ("test_leaves_a_window", "a top-level widget"),
    ],
)
def test_a_test_that_leaves_something_behind_fails(report: str, name: str, reason: str) -> None:
    headline = f" ERROR at teardown of {name} "
    assert headline in report
    assert report.split(headline)[1].splitlines()[2].strip().startswith(reason)


@pytest.mark.parametrize("name", ["test_makes_qt_warn", "test_warns", "test_raises_in_a_slot"])
def test_a_test_that_is_not_silent_fails(report: str, name: str) -> None:
    assert re.search(rf"^FAILED \S+::{name}\b", report, flags=re.MULTILINE)


def test_the_reason_of_a_skip_is_said_beside_what_failed(report: str) -> None:
    assert re.search(r"^SKIPPED .*: no PyTorch here$", report, flags=re.MULTILINE)


def test_nothing_else_fails(report: str) -> None:
    assert not re.search(r"^(FAILED|ERROR) \S+::test_good", report, flags=re.MULTILINE)
    assert len(re.findall(r"::test_good\S* PASSED", report)) == 3
