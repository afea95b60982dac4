"""Where the program finds its own files and keeps the person's. It opens and creates nothing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
NOWHERE = Path(os.devnull)
"""No file can be in it: what a person without a home would keep belongs there."""


def glossary_file() -> Path:
    """The words of the field, in the language in use if there is a page in it: among the resources of an
    installed program, in `docs` of the sources."""
    is_installed = (RESOURCES / "glossary.md").is_file()
    folder = RESOURCES if is_installed else RESOURCES.parent / "docs"
    translated = folder / f"glossary.{QLocale.languageToCode(QLocale().language())}.md"
    return translated if translated.is_file() else folder / "glossary.md"


def settings_file() -> Path:
    """The JSON file of the settings, in the person's configuration folder."""
    return _folder(QStandardPaths.StandardLocation.AppConfigLocation, "XDG_CONFIG_HOME") / "settings.json"


def log_file() -> Path:
    """The log of what broke, where the system has logs: on Linux in the folder of states, on macOS in that of
    logs, on Windows in the person's data folder on this machine."""
    places = QStandardPaths.StandardLocation
    if sys.platform == "darwin":
        folder = Path.home() / "Library" / "Logs" / "backprop-lab"
    elif sys.platform == "win32":
        folder = Path(QStandardPaths.writableLocation(places.AppLocalDataLocation))
    else:
        folder = _folder(places.StateLocation, "XDG_STATE_HOME")
    return folder / "backprop-lab.log"


def recovery_folder() -> Path:
    """Where each window that is open keeps what would be lost, in the person's data folder."""
    return _folder(QStandardPaths.StandardLocation.AppLocalDataLocation, "XDG_DATA_HOME") / "recovery"


def _folder(location: QStandardPaths.StandardLocation, variable: str) -> Path:
    has_place = os.environ.get("HOME") or os.path.isabs(os.environ.get(variable, ""))
    if sys.platform == "linux" and not has_place:
        # Qt would take the root of the file system for the home.
        return NOWHERE
    return Path(QStandardPaths.writableLocation(location))
