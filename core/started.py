"""How this program was started: from its sources, as the executable, or as a package that was installed.

Advice on the console names what can be typed there; only here it is decided what that is.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path

HANDED_ON = "BACKPROP_LAB_COMMAND"
"""The environment variable in which `dev.py run` says by which words it was started, one a line."""

SOURCES = Path(__file__).resolve().parents[1]


def is_executable() -> bool:
    """Whether it needs no Python: PyInstaller has made it."""
    return bool(getattr(sys, "frozen", False))


def is_from_sources() -> bool:
    """Whether `dev.py` is at hand, which sets up all that is needed."""
    return not is_executable() and (SOURCES / "dev.py").is_file()


def command() -> str:
    """What was typed before the arguments, so that it can be typed again."""
    if is_executable():
        return _line([sys.argv[0]])
    if HANDED_ON in os.environ:
        # Any Python will do for `dev.py`, and some shells put the whole path in place of its name.
        python, *words = os.environ[HANDED_ON].splitlines()
        name = os.path.basename(python)
        return _line([name if shutil.which(name) else python, *words])
    program = Path(sys.argv[0]).with_suffix("")
    if program.name == "backprop-lab":
        found = shutil.which(program.name)
        is_on_path = found is not None and Path(found).with_suffix("") == program
        return program.name if is_on_path else _line([sys.argv[0]])
    return _line(sys.orig_argv[: len(sys.orig_argv) - len(sys.argv[1:])])


def setting_up() -> str:
    """The command of the sources that sets up all that is needed and starts the program."""
    dev = SOURCES / "dev.py"
    python = "python" if sys.platform == "win32" else "python3"
    return _line([python, dev.name if Path.cwd() == SOURCES else str(dev), "run"])


def _line(words: list[str]) -> str:
    if sys.platform == "win32":
        from subprocess import list2cmdline

        return list2cmdline(words)
    return shlex.join(words)
