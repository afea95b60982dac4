"""Backprop Lab: the program. Reads the command line, then opens the window or runs a command without one."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cli.parser import Opening


def main(arguments: list[str]) -> int:
    """The exit status. Nothing but the standard library is needed to answer --help and --version."""
    from cli import output
    from cli.parser import run
    from core import language

    output.prepare()
    if problem := language.prepare(os.environ, output.encodings()):
        output.tell(problem)
    if hasattr(sys, "_MEIPASS"):
        _give_back_environment()
    try:
        try:
            return run(arguments, _open_window, _typed())
        finally:
            output.flush()
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        if not output.is_lost(error):
            raise
        output.give_up(error)
        return 1
    except ImportError as error:
        sentence = _what_is_missing(error)
        if sentence is None:
            raise
        output.tell(sentence)
        return 1


def _typed() -> str:
    """What the usage begins with: the words before the arguments, where these can be typed again."""
    from cli.parser import NAME
    from core import started

    return started.command() if os.path.exists(sys.argv[0]) else NAME


def _give_back_environment() -> None:
    """Forget what the executable has set to find its own libraries and plugins by: the programs that it
    starts, a browser for one, are to find theirs."""
    for name in ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
        os.environ.pop(name, None)
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before


def _what_is_missing(error: ImportError) -> str | None:
    """What to do where a package or a library of the system is missing. None if the program is at fault."""
    from gui.window import no_window

    package = (error.name or "").partition(".")[0]
    if isinstance(error, ModuleNotFoundError) and package in ("numpy", "PySide6", "shiboken6", "pyqtgraph"):
        return no_window.without_package(package)
    # A module of machine code was found, and something that it needs was not.
    if (error.path or "").endswith((".so", ".pyd")):
        return no_window.without_library(str(error))
    return None


def _open_window(opening: Opening) -> int:
    if opening.selftest:
        from cli import selftest

        return selftest.run(_draw_workspaces)
    import gc
    from importlib.util import find_spec

    if find_spec("pyqtgraph") is None:
        # Said now, and not when the first plot is drawn: the first screen has none.
        raise ModuleNotFoundError("pyqtgraph is missing", name="pyqtgraph")
    # Hardly anything that is made on the way to the first picture is garbage: to look for it takes 40 ms.
    gc.disable()
    from gui import plain_imports

    plain_imports.restore()
    from gui.app import main as open_window

    return open_window(opening.file, opening.demo, opening.play)


def _draw_workspaces() -> dict[str, float]:
    from gui.selftest import draw_workspaces

    return draw_workspaces()


def run() -> int:
    """The command `backprop-lab` of an installed copy: the exit status."""
    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(run())
