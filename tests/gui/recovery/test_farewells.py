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
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu, QMessageBox
import gui.app
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from gui.recovery import autosave
from gui.window import interrupts
dialog, home = sys.argv[1], Path(sys.argv[2])
endless = Experiment(NetworkSpec(2, (LayerSpec("affine", 2),)), TrainingConfig("xor", length=1_000_000))
interrupts.LEAVE_WITHIN_S = 60
autosave.SOON_S = autosave.EVERY_S = 0.05
gui.app.recovery_folder = lambda: home
make = gui.app.Program

def tell_if_kept():
    if any(home.glob("*/*.blab")):
        print("trained", flush=True)

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
    program.document.edit(endless, "XOR")
    timer = QTimer(program.window)
    def look():
        if program.table.data is not None and not program.trainer.is_training:
            program.trainer.start()
        if program.document.has_unsaved_network:
            timer.stop()
            if dialog == "autosaved":
                program.recovery.autosave.written.connect(tell_if_kept)
            else:
                show(program.window)
    timer.timeout.connect(look)
    timer.start(10)
    return program

gui.app.Program = build
sys.exit(gui.app.main())
"""


HANG = """
import sys, time
from PySide6.QtCore import QCoreApplication, QTimer
from gui.window import interrupts
interrupts.LEAVE_WITHIN_S = float(sys.argv[1])
app = QCoreApplication([])
heard = interrupts.Interrupts(lambda: (print("asked to leave", flush=True), time.sleep(1000)))
heard.install()
QTimer.singleShot(0, lambda: print("ready", flush=True))
app.exec()
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "recovery"


def started(code: str, *arguments: str, says: str) -> subprocess.Popen[str]:
    """A program that has come so far as to say this."""
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line == f"{says}\n", line + process.communicate(timeout=60)[1]
    return process


def training(home: Path, dialog: str = "") -> subprocess.Popen[str]:
    """The window, when it has trained for some iterations and shows a dialog."""
    return started(TRAIN, dialog, str(home), says="trained")


def hanging(patience: float) -> subprocess.Popen[str]:
    """A program that hangs when it is to leave, and may do so for so many seconds."""
    return started(HANG, str(patience), says="ready")


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
    [("", "SIGINT", 130), ("exec", "SIGTERM", 0), ("menu", "SIGHUP", 0)],
)
def test_who_is_ended_keeps_the_network_and_asks_nothing(
    home: Path, dialog: str, sent: str, status: int
) -> None:
    process = training(home, dialog)
    process.send_signal(signal.Signals[sent])
    assert ended(process) == status
    assert_left(home)


def test_several_signals_of_a_logout_do_not_cut_it_short(home: Path) -> None:
    process = training(home, "open")
    for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGHUP):
        process.send_signal(number)
    assert ended(process) == 0
    assert_left(home)


def test_a_second_one_ends_it_at_once() -> None:
    process = hanging(patience=60)
    process.send_signal(signal.SIGTERM)
    assert process.stdout is not None
    assert process.stdout.readline() == "asked to leave\n"
    process.send_signal(signal.SIGTERM)
    assert ended(process) == -signal.SIGTERM


def test_what_hangs_is_ended_by_the_system() -> None:
    process = hanging(patience=0.3)
    process.send_signal(signal.SIGTERM)
    assert ended(process) == -signal.SIGALRM


def test_a_kill_leaves_what_was_kept_last(home: Path) -> None:
    process = training(home, "autosaved")
    process.kill()
    assert ended(process) == -signal.SIGKILL
    assert_left(home)
