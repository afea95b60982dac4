"""The program as a process: it says in words what it cannot do, its window and its settings among that."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo

ROOT = Path(__file__).parent.parent.parent

SAY_AND_CLOSE = """
import sys
from PySide6.QtCore import QTimer
import gui.app
make = gui.app.Program
def build_and_close(*arguments):
    program = make(*arguments)
    window = program.window
    QTimer.singleShot(0, lambda: (print(window.status.message()), window.close()))
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


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a person always has a home")
def test_without_a_home_it_opens_and_says_that_it_will_forget() -> None:
    nowhere = {"HOME": "", "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": "", "XDG_STATE_HOME": ""}
    before = set(Path("/").iterdir())
    done = run(["-W", "error", "-c", SAY_AND_CLOSE], **nowhere)
    assert (done.returncode, done.stdout) == (
        0,
        "There is no home folder (HOME): settings are not remembered.\n",
    )
    assert set(Path("/").iterdir()) == before


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
@pytest.mark.parametrize(("display", "locale"), [("", "C"), (":98765", "C.UTF-8")])
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
