"""What the program remembers of a person between two sittings, in one typed object over an INI file.

A value that is missing, damaged or unknown reads as its default: nothing in the file can keep the window from
opening. The keys stand in a group named after the schema, so that a later schema leaves this one's alone.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from gui.paths import settings_file
from gui.theme import THEME_CHOICES, ThemeChoice

SCHEMA = 1


class Settings:
    """Remembered values, written as they are set. `path` is another file than the person's own, for tests."""

    def __init__(self, path: Path | None = None) -> None:
        self._store = QSettings(str(path or settings_file()), QSettings.Format.IniFormat)
        self._store.beginGroup(f"v{SCHEMA}")

    @property
    def theme(self) -> ThemeChoice:
        stored = self._text("theme")
        return next((choice for choice in THEME_CHOICES if choice == stored), "system")

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._store.setValue("theme", choice)

    @property
    def language(self) -> str:
        """A language's code (`en`, `ko`), or `system`."""
        return self._text("language") or "system"

    @language.setter
    def language(self, choice: str) -> None:
        self._store.setValue("language", choice)

    @property
    def workspace(self) -> str:
        """The key of the workspace seen last; empty before the first time."""
        return self._text("workspace")

    @workspace.setter
    def workspace(self, key: str) -> None:
        self._store.setValue("workspace", key)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window, as `QWidget.saveGeometry` gives it; empty before the first time."""
        return self.layout("window")

    @geometry.setter
    def geometry(self, state: QByteArray) -> None:
        self.set_layout("window", state)

    def layout(self, name: str) -> QByteArray:
        """The state of a splitter, a header or the like (`saveState`) under a name of its owner's choice."""
        value = self._value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_layout(self, name: str, state: QByteArray) -> None:
        self._store.setValue(f"layout/{name}", state)

    @property
    def configuration(self) -> str:
        """The last experiment as JSON; empty where there is none, or none that is JSON."""
        text = self._text("configuration")
        try:
            json.loads(text)
        except ValueError:
            return ""
        return text

    @configuration.setter
    def configuration(self, text: str) -> None:
        self._store.setValue("configuration", text)

    @property
    def folder(self) -> Path:
        """The folder last opened or saved in; the person's home where it is gone."""
        text = self._text("folder")
        return Path(text) if text and Path(text).is_dir() else Path.home()

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._store.setValue("folder", str(folder))

    def flush(self) -> None:
        """Write to disk now what would be written a moment later."""
        self._store.sync()

    def _text(self, key: str) -> str:
        value = self._value(key)
        return value if isinstance(value, str) else ""

    def _value(self, key: str) -> Any:
        return self._store.value(key)
