"""The program as a process that is ended from outside, with and without a dialog: what it had is kept."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.training.checkpoint import load_checkpoint
from gui.recovery.sitting import find_left
from tests.gui.recovery.sittings import names

ROOT = Path(__file__).parents[3]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")

TRAIN = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu, QMessageBox
import gui.app
from gui.recovery import autosave
from gui.window import interrupts
from tests.gui.trainer.runs import ENDLESS
dialog, patience, leaves = sys.argv[1], float(sys.argv[2]), sys.argv[3] == "leaves"
interrupts.LEAVE_WITHIN_S = patience
autosave.SOON_S = 0.05
gui.app.recovery_folder = lambda: Path(sys.argv[4])
make = gui.app.Program

def show(window):
    buttons = QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Discard  # Escape does nothing
    box = QMessageBox(QMessageBox.Icon.Question, "Title", "text", buttons, window)
    print("trained", flush=True)
    if dialog == "open":
        box.open()
    elif dialog == "exec":
        box.exec()
    elif dialog == "menu":
        menu = QMenu(window)
        menu.addAction("one")
        menu.exec()

def build(*arguments):
    program = make(*arguments)
    if not leaves:
        program.leave = lambda: (print("asked to leave", flush=True), time.sleep(1000))
    program.document.edit(ENDLESS, "XOR")
    timer = QTimer(program.window)
    def look():
        if program.table.data is not None and not program.trainer.is_training:
            program.trainer.start()
        if program.document.has_unsaved_network:
            timer.stop()
            if dialog == "autosaved":
                program.recovery.autosave.written.connect(lambda: print("trained", flush=True))
            else:
                show(program.window)
    timer.timeout.connect(look)
    timer.start(10)
    return program

gui.app.Program = build
sys.exit(gui.app.main())
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "recovery"


def started(
    home: Path, dialog: str = "", patience: float = 60.0, leaves: bool = True
) -> subprocess.Popen[str]:
    """The window, when it has trained for some iterations and shows a dialog."""
    command = [sys.executable, "-c", TRAIN, dialog, str(patience), "leaves" if leaves else "hangs", str(home)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line == "trained\n", line + process.communicate(timeout=60)[1]
    return process


def ended(process: subprocess.Popen[str]) -> int:
    _, err = process.communicate(timeout=60)
    assert "Traceback" not in err, err
    assert "QThread" not in err, err
    return process.returncode


def assert_left(home: Path) -> None:
    """One sitting with a whole network, and nothing else."""
    found = find_left(home)
    assert found is not None
    sitting, kept = found
    assert kept.model is not None
    assert load_checkpoint(kept.model).iteration == kept.iteration > 0
    sitting.end()
    assert names(home) == []


@pytest.mark.parametrize(
    ("dialog", "sent", "status"),
    [
        ("", "SIGTERM", 0),
        ("open", "SIGTERM", 0),
        ("exec", "SIGTERM", 0),
        ("menu", "SIGHUP", 0),
        ("exec", "SIGINT", 130),
    ],
)
def test_who_is_ended_keeps_the_network_and_asks_nothing(
    home: Path, dialog: str, sent: str, status: int
) -> None:
    process = started(home, dialog)
    process.send_signal(signal.Signals[sent])
    assert ended(process) == status
    assert_left(home)


def test_several_signals_of_a_logout_do_not_cut_it_short(home: Path) -> None:
    process = started(home, "open")
    for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGHUP):
        process.send_signal(number)
    assert ended(process) == 0
    assert_left(home)


def test_a_second_one_ends_it_at_once(home: Path) -> None:
    process = started(home, leaves=False)
    process.send_signal(signal.SIGTERM)
    assert process.stdout is not None
    assert process.stdout.readline() == "asked to leave\n"
    process.send_signal(signal.SIGTERM)
    assert ended(process) == -signal.SIGTERM


def test_what_hangs_is_ended_by_the_system(home: Path) -> None:
    process = started(home, patience=0.3, leaves=False)
    process.send_signal(signal.SIGTERM)
    assert ended(process) == -signal.SIGALRM


def test_a_kill_leaves_what_was_kept_last(home: Path) -> None:
    process = started(home, "autosaved")
    process.kill()
    assert ended(process) == -signal.SIGKILL
    assert_left(home)
