"""`backprop-lab install`: for this person, the program in the menu and `.blab` files opened by it. On Linux.

It names the program where it lies now and copies nothing of it. Called again, it writes the same files anew.
"""

from __future__ import annotations

import argparse
import os

from cli import output
from cli.desktop_files import contents, data_folder, require_linux, running_program, tell_desktop
from core.errors import LabError, translatable
from core.language import localized, sentence

STATUSES = {0: translatable("cli", "it is done"), 1: translatable("cli", "it could not be done")}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None: what there is to know follows from the program and the person."""
    template = translatable(
        "cli",
        "Put Backprop Lab into the menu of programs and let it open .blab files, for you alone. "
        "Run it again after moving the program; “uninstall” takes it all back.",
    )
    parser.description = localized(template)


def run(options: argparse.Namespace) -> int:
    """Write the files, a line for each; the exit status."""
    try:
        require_linux()
        folder = data_folder(os.environ)
        # All that can be refused is refused before the first file is written.
        files = list(contents(running_program()))
        for name, content in files:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            print(localized(translatable("cli", "wrote {path}"), path=path))
    except LabError as error:
        output.tell(f"backprop-lab install: {sentence(error)}")
        return 1
    except OSError as error:
        template = translatable(
            "cli",
            "backprop-lab install: {path} cannot be written: {why}. Make its folder yours, or set "
            "XDG_DATA_HOME to a folder that is.",
        )
        output.tell(localized(template, path=error.filename, why=error.strerror))
        return 1
    tell_desktop(folder)
    done = translatable("cli", "Backprop Lab is in the menu of programs now, and opens .blab files.")
    print(localized(done))
    return 0
