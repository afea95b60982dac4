"""What the program remembers of a person between two sittings, in one typed object over an INI file.

A value that is missing or unknown reads as its default: nothing in the file can keep the window from opening.
A file that is damaged or of an older schema is set aside; where nothing can be written, all works and is
forgotten. `problem` says so. The keys stand in a group named after the schema, so that a later schema leaves
this one's alone. To read a sound file does not change it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QCoreApplication, QDir, QSettings

from gui.look.theme import THEME_CHOICES, ThemeChoice
from gui.paths import NOWHERE, settings_file
from gui.remembered.settings_file import is_sound, is_writable, set_aside

SCHEMA = 1
_TEXTS = ("theme", "language", "workspace", "configuration", "folder")


class Settings:
    """Remembered values, written as they are set. `path` is another file than the person's own, for tests."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or settings_file()
        self._aside: Path | None = None
        try:
            self._store = self._opened()
            self._is_remembered = is_writable(self._path)
        except OSError:
            # Neither to be read nor to be renamed: it stays as it is.
            self._store = _store(NOWHERE / self._path.name)
            self._is_remembered = False

    def problem(self) -> str:
        """What a person should know of the file, in the language in use; empty where all is well."""
        translate = QCoreApplication.translate
        said = []
        if self._aside is not None:
            text = translate(
                "Settings",
                "The settings file could not be used. It is kept as {path}; this is a fresh start.",
            )
            said.append(text.format(path=self._aside))
        if not self._is_remembered and NOWHERE in self._path.parents:
            said.append(translate("Settings", "There is no home folder (HOME): settings are not remembered."))
        elif not self._is_remembered:
            text = translate("Settings", "Settings are not remembered: {path} cannot be read and written.")
            said.append(text.format(path=self._path))
        return " ".join(said)

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
        except (ValueError, RecursionError):
            return ""
        return text

    @configuration.setter
    def configuration(self, text: str) -> None:
        self._store.setValue("configuration", text)

    @property
    def folder(self) -> Path:
        """The folder last opened or saved in; the person's home where it is gone."""
        text = self._text("folder")
        # Neither raises: a folder may be out of reach, and a person may have no home.
        return Path(text if os.path.isdir(text) else QDir.homePath())

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._store.setValue("folder", str(folder))

    def flush(self) -> None:
        """Write to disk now what would be written a moment later."""
        self._store.sync()

    def is_anything_remembered(self) -> bool:
        return bool(self._store.allKeys())

    def start_afresh(self) -> None:
        """Forget everything. The file is set aside, and `problem` says under what name."""
        self._store.sync()
        # Qt shares one copy of the file among all that have it open.
        del self._store
        try:
            self._aside = set_aside(self._path)
        except OSError:
            self._is_remembered = False
        self._store = _store(self._path if self._is_remembered else NOWHERE / self._path.name)

    def _opened(self) -> QSettings:
        """The store over the file, after a damaged one was set aside."""
        if is_sound(self._path, SCHEMA):
            store = _store(self._path)
            if _has_right_types(store):
                return store
            del store
        self._aside = set_aside(self._path)
        return _store(self._path)

    def _text(self, key: str) -> str:
        value = self._value(key)
        return value if isinstance(value, str) else ""

    def _value(self, key: str) -> Any:
        return self._store.value(key)


def _store(path: Path) -> QSettings:
    store = QSettings(str(path), QSettings.Format.IniFormat)
    store.beginGroup(f"v{SCHEMA}")
    return store


def _has_right_types(store: QSettings) -> bool:
    """Texts are texts, layouts are bytes, and the configuration is JSON. An unknown word does no harm."""
    kinds = dict.fromkeys(_TEXTS, str) | {
        key: QByteArray for key in store.allKeys() if key.startswith("layout/")
    }
    values = {key: store.value(key) for key in kinds}
    if not all(value is None or isinstance(value, kinds[key]) for key, value in values.items()):
        return False
    try:
        json.loads(values["configuration"] or "null")
    except (ValueError, RecursionError):
        return False
    return store.status() == QSettings.Status.NoError
