"""The program as a process: it starts and ends in silence, and says in words why it cannot."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo

ROOT = Path(__file__).parent.parent.parent

OPEN_AND_CLOSE = """
import sys
from PySide6.QtCore import QTimer
import gui.app
make = gui.app.Program
def build_and_close(*arguments):
    program = make(*arguments)
    window = program.window
    QTimer.singleShot(0, window.close)
    return program
gui.app.Program = build_and_close
sys.exit(gui.app.main())
"""


def run(code: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *code],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_it_opens_and_closes_without_a_word() -> None:
    done = run(["-W", "error", "-c", OPEN_AND_CLOSE])
    assert (done.returncode, done.stdout) == (0, "")
    said = [line for line in done.stderr.splitlines() if "This plugin does not support" not in line]
    assert said == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a person always has a home")
def test_without_a_home_it_opens_and_says_that_it_will_forget() -> None:
    code = OPEN_AND_CLOSE.replace(
        "window.close)", "lambda: (print(window.status.message()), window.close()))"
    )
    nowhere = {"HOME": "", "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": "", "XDG_STATE_HOME": ""}
    before = set(Path("/").iterdir())
    done = run(["-W", "error", "-c", code], **nowhere)
    assert (done.returncode, done.stdout) == (
        0,
        "There is no home folder (HOME): settings are not remembered.\n",
    )
    assert set(Path("/").iterdir()) == before


OPEN_AND_INTERRUPT = """
import os, signal, sys
from PySide6.QtCore import QTimer
import gui.app
make = gui.app.Program
def build_and_interrupt(*arguments):
    program = make(*arguments)
    window = program.window
    window.add_close_guard(lambda: print("asked") is None)
    QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGINT))
    return program
gui.app.Program = build_and_interrupt
sys.exit(gui.app.main())
"""


@pytest.mark.skipif(os.name != "posix", reason="no other system sends itself an interrupt")
def test_an_interrupt_closes_the_window_as_a_person_would() -> None:
    done = run(["-W", "error", "-c", OPEN_AND_INTERRUPT])
    assert (done.returncode, done.stdout) == (130, "asked\n")
    assert "Traceback" not in done.stderr


def can_load_x11() -> bool:
    """Whether this system has the libraries of a window on an X server, which `dev.py test` does not need."""
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    try:
        ctypes.CDLL(str(plugins / "platforms" / "libqxcb.so"))
    except OSError:
        return False
    return True


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.skipif(not can_load_x11(), reason="this system lacks libraries of X11: that is said first")
@pytest.mark.parametrize("display", ["", ":98765"])
@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_without_a_screen_it_says_so(display: str, locale: str) -> None:
    """And not which locale Qt would rather have."""
    done = run(["main.py"], QT_QPA_PLATFORM="xcb", DISPLAY=display, WAYLAND_DISPLAY="", LC_ALL=locale)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"Backprop Lab cannot open its window: could not connect to display {display}".rstrip()
        + ". Start it in a desktop session, or set DISPLAY (WAYLAND_DISPLAY) to the screen of one. "
        f"“{sys.executable} main.py train” needs no window.\n"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_a_platform_that_does_not_exist_is_named() -> None:
    done = run(["main.py"], QT_QPA_PLATFORM="screen")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Unset QT_QPA_PLATFORM: “screen” is not a platform of Qt here." in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_and_a_console_it_ends_quietly() -> None:
    code = "import sys; sys.stderr = None; from main import main; main([])"
    done = run(["-c", code], QT_QPA_PLATFORM="xcb", DISPLAY="", WAYLAND_DISPLAY="")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
