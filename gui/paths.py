"""Where the program finds its own files and keeps the person's. It opens and creates nothing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def settings_file() -> Path:
    """The INI file of the settings, in the person's configuration folder."""
    return _folder(QStandardPaths.StandardLocation.AppConfigLocation) / "settings.ini"


def log_file() -> Path:
    """The log of what broke, in the person's data folder on this machine."""
    return _folder(QStandardPaths.StandardLocation.AppLocalDataLocation) / "backprop-lab.log"


def _folder(location: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(location))
