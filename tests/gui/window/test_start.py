"""The real program starts again with whatever it remembers, its keys work at once, and where it cannot start
it says so and offers to begin afresh.

Most starts are processes of their own that run `main.py`: what no test of a part has put together is together
there.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from core.training.presets import preset
from gui.graph.workspace import GraphWorkspace
from gui.remembered.experiment import experiment_text
from gui.remembered.settings import Settings
from gui.window.faults import Faults
from gui.window.main_window import MainWindow
from gui.window.start import start
from tools.first_paint import ENVIRONMENT, remarks, wait_for_paint

ROOT = Path(__file__).parents[3]
posix = pytest.mark.skipif(os.name != "posix", reason="no other system sends a program an interrupt")


def settings_of_this_home() -> Settings:
    """What `main.py` finds, started from here."""
    config = Path(os.environ["XDG_CONFIG_HOME"])
    return Settings(config / "backprop-lab" / "settings.json")


@contextmanager
def ends_within(seconds: float, program: subprocess.Popen[str]) -> Iterator[None]:
    watch = threading.Timer(seconds, program.kill)
    watch.start()
    try:
        yield
    finally:
        watch.cancel()
        watch.join()


def start_and_close(*arguments: str) -> tuple[int, list[str]]:
    """Start `main.py`, close it as soon as its window is painted: its status, and what it said."""
    with subprocess.Popen(
        [sys.executable, "-W", "error", "main.py", *arguments],
        cwd=ROOT,
        env=os.environ | ENVIRONMENT,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as program:
        assert program.stderr is not None
        try:
            painted, said = wait_for_paint(program.stderr)
            if painted:
                program.terminate()
            # Not `communicate`, which passes over what was read ahead and begins within a line.
            with ends_within(60, program):
                said += remarks(program.stderr)
                program.wait()
        finally:
            program.kill()
    return program.returncode, news(said)


def news(lines: Iterable[str]) -> list[str]:
    """What is left of them without that which the platform of the tests says of each window."""
    return [line for line in lines if "This plugin does not support" not in line]


def remember_what_can_be_used(settings: Settings) -> None:
    settings.theme = "dark"
    settings.language = "ko"
    settings.configuration = experiment_text(preset("deep-sigmoid-mnist").experiment)


def remember_what_cannot_be_used(settings: Settings) -> None:
    settings.geometry = QByteArray(b"\x00\x01of no window")
    settings.set_layout("train/across", QByteArray(b"\xffof no splitter"))
    settings.configuration = '{"network": 7}'
    settings.folder = Path("gone")


@posix
def test_it_starts_again_in_each_workspace_with_whatever_it_remembers() -> None:
    """Each start finds what the one before has written when it was closed."""
    for workspace, remember in (
        ("graph", None),
        ("train", remember_what_can_be_used),
        ("lab", None),
        ("data", remember_what_cannot_be_used),
    ):
        settings = settings_of_this_home()
        settings.workspace = workspace
        if remember is not None:
            remember(settings)
        settings.flush()
        assert start_and_close() == (0, []), workspace
        assert settings_of_this_home().workspace == workspace


PRESS_KEYS = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
import gui.app

make = gui.app.Program
def make_and_press(*arguments):
    program = make(*arguments)
    program.window.painted.connect(lambda: QTimer.singleShot(0, lambda: press(program)))
    return program

def press(program):
    window = program.window
    def key(which):
        QTest.keyClick(window.windowHandle(), which)
    graph = window.workspace("graph")
    steps = len(graph.model.trace.steps)
    seen = [graph.model.position]
    for which in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Home):
        key(which)
        seen.append(graph.model.position)
    key(Qt.Key.Key_Space)
    print(seen == [0, 1, steps, steps - 1, 0], graph.player.is_playing, window.current_workspace())
    window.close()

gui.app.Program = make_and_press
import main
sys.exit(main.main(sys.argv[1:]))
"""


def test_the_first_key_steps_through_a_demo_and_nothing_is_said() -> None:
    settings = settings_of_this_home()
    settings.workspace = "train"
    settings.flush()
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PRESS_KEYS, "--demo", "apple"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert news(done.stderr.splitlines()) == []
    assert (done.returncode, done.stdout) == (0, "True True graph\n")


@pytest.mark.parametrize("in_front", ["graph", "lab"])
def test_the_first_key_after_a_click_on_graph_steps(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(window.rail.button(0), Qt.MouseButton.LeftButton)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Right)
    assert cast(GraphWorkspace, window.workspace("graph")).model.position == 1


FAIL_ONCE = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
import gui.app

make = gui.app.Program
def fail_with_what_is_remembered(app, settings):
    if settings.workspace == "train" or "always" in sys.argv:
        QTimer.singleShot(0, agree)
        raise RuntimeError("the last window was odd")
    program = make(app, settings)
    program.window.painted.connect(lambda: QTimer.singleShot(0, close))
    def close():
        print(program.window.status.message())
        program.window.close()
    return program

def agree():
    question = QApplication.activeModalWidget()
    if isinstance(question, QMessageBox):
        print(question.text())
        (button,) = (b for b in question.buttons() if b.text() == "Start with fresh settings")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

gui.app.Program = fail_with_what_is_remembered
sys.exit(gui.app.main())
"""


def start_that_fails(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", FAIL_ONCE, *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.fixture
def remembers() -> Path:
    settings = settings_of_this_home()
    settings.workspace = "train"
    settings.flush()
    return Path(os.environ["XDG_CONFIG_HOME"]) / "backprop-lab" / "settings.json"


OFFER = "Backprop Lab could not start with what it remembers.\n"


def test_a_start_that_fails_offers_fresh_settings(remembers: Path) -> None:
    before = remembers.read_bytes()
    done = start_that_fails()
    aside = remembers.with_name("settings.json.damaged")
    assert (done.returncode, done.stdout) == (
        0,
        f"{OFFER}The settings file could not be used. It is kept as {aside}; this is a fresh start.\n",
    )
    assert "Backprop Lab could not start (RuntimeError: the last window was odd). The details" in done.stderr
    assert aside.read_bytes() == before
    log = Path(os.environ["XDG_STATE_HOME"]) / "backprop-lab" / "backprop-lab.log"
    assert str(log) in done.stderr
    assert "RuntimeError: the last window was odd" in log.read_text(encoding="utf-8")
    assert "Traceback" not in done.stderr


def test_a_start_that_fails_with_nothing_remembered_offers_nothing() -> None:
    done = start_that_fails("always")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("Backprop Lab could not start (RuntimeError") == 1


def fail(settings: Settings) -> None:
    raise RuntimeError("the last window was odd")


@pytest.fixture
def answer(qapp: QApplication) -> Callable[[str], None]:
    """Have the button of this text clicked when the question is asked."""

    def click(wanted: str) -> None:
        question = qapp.activeModalWidget()
        assert isinstance(question, QMessageBox)
        assert question.text() == OFFER.strip()
        (button,) = (button for button in question.buttons() if button.text() == wanted)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return lambda wanted: QTimer.singleShot(0, lambda: click(wanted))


def test_who_declines_keeps_the_settings(
    remembers: Path, answer: Callable[[str], None], tmp_path: Path
) -> None:
    before = remembers.read_bytes()
    answer("Quit")
    assert start(fail, Settings(remembers), Faults(tmp_path / "log")) is None
    assert remembers.read_bytes() == before


def test_a_start_that_fails_afresh_as_well_ends_with_a_second_sentence(
    remembers: Path,
    answer: Callable[[str], None],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer("Start with fresh settings")
    assert start(fail, Settings(remembers), Faults(tmp_path / "log")) is None
    assert capsys.readouterr().err.count("Backprop Lab could not start (RuntimeError") == 2
