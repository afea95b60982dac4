"""What a person may copy into a report of a problem: versions, the system, the end of the log.

It says nothing of who the person is: the home folder and the user's name are replaced wherever they stand.
"""

from __future__ import annotations

import getpass
import platform
import re
from pathlib import Path

import numpy as np
import pyqtgraph as pg
import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from core import VERSION

LAST_LINES = 80
_LAST_BYTES = 64 * 1024


def problem_report(log: Path) -> str:
    """The report, in English: whoever reads it is to understand it."""
    screens = ", ".join(
        f"{screen.size().width()}×{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    lines = [
        f"Backprop Lab {VERSION}",
        f"Python {platform.python_version()}, Qt {qVersion()}, PySide6 {PySide6.__version__}, "
        f"NumPy {np.__version__}, pyqtgraph {pg.__version__}",
        f"System: {platform.platform()}, {platform.machine()}, {QGuiApplication.platformName()}",
        f"Screens: {screens}",
        "",
        *_last_lines(log),
    ]
    return without_person("\n".join(lines), Path.home(), _user())


def without_person(text: str, home: Path, user: str) -> str:
    """The text with ~ for the home folder and “user” for the name, in any case of letters."""
    places = {str(home), home.as_posix(), str(home).replace("\\", "\\\\"), str(home.resolve())}
    for place in sorted(places - {"/", "\\"}, key=len, reverse=True):
        text = re.sub(rf"{re.escape(place)}(?!\w)", "~", text, flags=re.IGNORECASE)
    for name in {user, home.name} - {""}:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "user", text, flags=re.IGNORECASE)
    return text


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a system without names of users
        return ""


def _last_lines(log: Path) -> list[str]:
    """The end of the log, under a heading that says what it is."""
    try:
        with log.open("rb") as file:
            file.seek(max(log.stat().st_size - _LAST_BYTES, 0))
            lines = file.read().decode("utf-8", "replace").splitlines()
    except FileNotFoundError:
        return ["The log is empty: nothing broke so far."]
    except OSError as error:
        return [f"The log cannot be read ({error.strerror})."]
    return ["The end of the log:", *lines[-LAST_LINES:]]
