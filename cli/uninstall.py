"""`backprop-lab uninstall`: take back what `install` wrote, and nothing else. Settings and models stay."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from cli import output
from cli.desktop_files import data_folder, names, require_linux, tell_desktop
from core.errors import LabError, translatable
from core.language import localized, sentence

STATUSES = {0: translatable("cli", "nothing of it is left"), 1: translatable("cli", "it could not be done")}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None: what was written is known."""
    template = translatable(
        "cli",
        "Take Backprop Lab out of the menu of programs again. Your settings and models stay, and so does the "
        "program itself: to be rid of it, delete its folder, or uninstall it as you installed it.",
    )
    parser.description = localized(template)


def run(options: argparse.Namespace) -> int:
    """Remove the files, a line for each; the exit status."""
    try:
        require_linux()
        folder = data_folder(os.environ)
        # A link that leads nowhere is there, too.
        installed = [folder / name for name in names() if os.path.lexists(folder / name)]
        for path in installed:
            path.unlink()
            print(localized(translatable("cli", "removed {path}"), path=path))
    except LabError as error:
        output.tell(f"backprop-lab uninstall: {sentence(error)}")
        return 1
    except OSError as error:
        template = translatable("cli", "backprop-lab uninstall: {path} cannot be removed: {why}.")
        output.tell(localized(template, path=error.filename, why=error.strerror))
        return 1
    if not installed:
        nothing = translatable("cli", "Nothing of Backprop Lab is installed in {folder}.")
        print(localized(nothing, folder=folder))
        return 0
    tell_desktop(folder)
    for path in installed:
        _remove_empty(path.parent, folder)
    done = translatable(
        "cli",
        "Backprop Lab is no longer in the menu of programs. Your settings and models are where they were.",
    )
    print(localized(done))
    return 0


def _remove_empty(folder: Path, above: Path) -> None:
    """Remove `folder` and those around it up to `above`, as long as nothing is in them."""
    while folder != above:
        try:
            folder.rmdir()
        except FileNotFoundError:
            pass  # removed with another file
        except OSError:
            return
        folder = folder.parent
