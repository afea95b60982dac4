"""Backprop Lab: the program. Reads the command line, then opens the window or runs a command without one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cli.parser import Opening


def main(arguments: list[str]) -> int:
    """The exit status. Nothing but the standard library is needed to answer --help and --version."""
    from cli.parser import run

    try:
        return run(arguments, _open_window)
    except KeyboardInterrupt:
        return 130
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in ("numpy", "PySide6", "shiboken6", "pyqtgraph"):
            raise
        print(
            f"Backprop Lab needs {missing}, which this Python does not have. "
            "Run “python3 dev.py run”: it sets up all that is needed and starts the program.",
            file=sys.stderr,
        )
        return 1


def _open_window(opening: Opening) -> int:
    import gc

    # Hardly anything that is made on the way to the first picture is garbage: to look for it takes 40 ms.
    gc.disable()
    from gui.app import main as open_window

    return open_window(opening.file, opening.demo, opening.play)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
