"""What the program remembers of a person between two sittings, in one typed object over a JSON file.

A value that is missing or unknown reads as its default: nothing in the file can keep the window from opening.
A damaged or older file is set aside; where nothing can be written, all works and is forgotten. `problem` says
so. A write changes what this window set and leaves what another one set; to read changes nothing in the file.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QDir, QLockFile

from gui.language.texts import translate
from gui.look.text_size import SIZES, USUAL
from gui.look.theme import THEME_CHOICES, ThemeChoice
from gui.paths import NOWHERE, settings_file
from gui.remembered import settings_file as file

MOST_RECENT = 8


class Settings:
    """Remembered values, written as they are set. `path` is another file than the person's own, for tests."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or settings_file()
        self._aside: Path | None = None
        self._group: dict[str, Any] = {}
        self._unwritten: dict[str, str] = {}
        try:
            old = self._path.with_suffix(".ini")
            if not self._path.exists() and old.is_file():
                self._aside = file.set_aside(old)
            self._group = self._read().get(file.GROUP, {})
            self._is_remembered = file.is_writable(self._path)
        except OSError:  # neither to be read nor to be renamed: it stays as it is
            self._is_remembered = False

    def problem(self) -> str:
        """What a person should know of the file, in the language in use; empty where all is well."""
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
        stored = self._values.theme
        return next((choice for choice in THEME_CHOICES if choice == stored), "system")

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._set("theme", choice)

    @property
    def language(self) -> str:
        """A language's code (`en`, `ko`), or `system`."""
        return self._values.language or "system"

    @language.setter
    def language(self, choice: str) -> None:
        self._set("language", choice)

    @property
    def workspace(self) -> str:
        """The key of the workspace seen last; empty before the first time."""
        return self._values.workspace

    @workspace.setter
    def workspace(self, key: str) -> None:
        self._set("workspace", key)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window, as `QWidget.saveGeometry` gives it; empty before the first time."""
        return self.layout("window")

    @geometry.setter
    def geometry(self, state: QByteArray) -> None:
        self.set_layout("window", state)

    def layout(self, name: str) -> QByteArray:
        """The state of a splitter, a header or the like (`saveState`) under a name of its owner's choice."""
        return QByteArray.fromBase64(self._group.get(f"{file.LAYOUT}{name}", "").encode())

    def set_layout(self, name: str, state: QByteArray) -> None:
        self._set(f"{file.LAYOUT}{name}", state.toBase64().toStdString())

    def lab_state(self, word: str) -> str:
        """What was set in an experiment of the Lab, as the text that its owner kept; empty before that."""
        kept = self._group.get(f"{file.LAB}{word}", "")
        return kept if isinstance(kept, str) else ""

    def set_lab_state(self, word: str, text: str) -> None:
        self._set(f"{file.LAB}{word}", text)

    @property
    def configuration(self) -> str:
        """The last experiment, as the text that its owner set; empty before the first time."""
        return self._values.configuration

    @configuration.setter
    def configuration(self, text: str) -> None:
        self._set("configuration", text)

    @property
    def threads(self) -> str:
        """How many threads matrix products use: a number from 1, or `auto`."""
        stored = self._values.threads
        return stored if stored.isascii() and stored.isdigit() and int(stored) > 0 else "auto"

    @threads.setter
    def threads(self, choice: str) -> None:
        self._set("threads", choice)

    @property
    def text_size(self) -> str:
        """How large text is, in per cent, one of `SIZES`."""
        return self._values.text_size if self._values.text_size in SIZES else USUAL

    @text_size.setter
    def text_size(self, size: str) -> None:
        self._set("text_size", size)

    @property
    def reduces_motion(self) -> bool:
        return self._values.motion == "reduced"

    @reduces_motion.setter
    def reduces_motion(self, reduced: bool) -> None:
        self._set("motion", "reduced" if reduced else "")

    @property
    def folder(self) -> Path:
        """The folder last opened or saved in; the person's home where it is gone."""
        text = self._values.folder
        # Neither raises: a folder may be out of reach, and a person may have no home.
        return Path(text if os.path.isdir(text) else QDir.homePath())

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._set("folder", str(folder))

    @property
    def recent(self) -> tuple[Path, ...]:
        """The model files last opened or saved, the newest first."""
        return tuple(Path(line) for line in self._values.recent.split("\n") if line)

    def put_recent(self, path: Path) -> None:
        """Put a file at the head of the recent ones; the oldest falls off the end."""
        others = [known for known in self.recent if known != path]
        self._set_recent([path, *others][:MOST_RECENT])

    def drop_recent(self, path: Path) -> None:
        """Take a file off the recent ones."""
        self._set_recent([known for known in self.recent if known != path])

    def _set_recent(self, paths: list[Path]) -> None:
        # A name with a line break in it could not be told from two.
        self._set("recent", "\n".join(str(path) for path in paths if "\n" not in str(path)))

    def flush(self) -> None:
        """Write what could not be written so far. Each new value tries it, too."""
        # Another window holds the lock for a moment only; that of a window that died is broken.
        lock = QLockFile(f"{self._path}.lock")
        if self._unwritten and self._is_remembered and lock.tryLock(5_000):
            with suppress(OSError, RecursionError):
                groups = self._read()
                groups[file.GROUP] = groups.get(file.GROUP, {}) | self._unwritten
                file.write(self._path, groups)
                self._group, self._unwritten = groups[file.GROUP], {}
            lock.unlock()

    def is_anything_remembered(self) -> bool:
        return bool(self._group)

    def start_afresh(self) -> None:
        """Forget everything. The file is set aside, and `problem` says under what name."""
        self.flush()
        try:
            self._aside = file.set_aside(self._path)
        except OSError:
            self._is_remembered = False
        self._group, self._unwritten = {}, {}

    @property
    def _values(self) -> file.Remembered:
        return file.remembered(self._group)

    def _set(self, name: str, value: str) -> None:
        self._group[name] = self._unwritten[name] = value
        self.flush()

    def _read(self) -> dict[str, Any]:
        """What the file holds, after a damaged one was set aside."""
        try:
            return file.read(self._path)
        except file.DAMAGE:
            self._aside = file.set_aside(self._path)
            return {}
