"""The start: no source is read to import a module, and PySide6 works as it did."""

from __future__ import annotations

import subprocess
import sys

from gui.paths import RESOURCES

PROGRAM = """
import linecache

from gui import plain_imports

plain_imports.restore()
from gui.look.tokens import LIGHT
from PySide6.QtGui import QColor
from PySide6.QtCore import QObject

assert QColor("white").redF() == 1.0
assert LIGHT.text
assert QObject().objectName() == ""
print([file for file in linecache.cache if "tokens" in file])
"""


def test_modules_are_imported_without_reading_their_source() -> None:
    """The function that imports is one for all modules, so a process of its own loses it."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM],
        cwd=RESOURCES.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")
