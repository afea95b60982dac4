"""The settings file: one JSON object, with an object for each schema: `{"v2": {"theme": "dark", …}}`.

A damaged file, or one of older schemas only, is renamed and never overwritten. Each layout has a name of its
own, such as `layout/window`, so that a write sets it alone; so has each experiment of the Lab, such as
`lab/vanishing`.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from base64 import b64decode
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSaveFile

from core.records import record

SCHEMA = 2
GROUP = f"v{SCHEMA}"
LAYOUT = "layout/"
LAB = "lab/"
DAMAGE = (ValueError, TypeError, RecursionError)
# Hundreds of times what the program writes. A longer file is not even read.
_LARGEST = 1 << 20


@dataclass(frozen=True)
class Remembered:
    """The texts of this schema. An empty one is nothing."""

    theme: str = ""
    language: str = ""
    workspace: str = ""
    configuration: str = ""
    folder: str = ""
    threads: str = ""
    text_size: str = ""
    motion: str = ""
    recent: str = ""


def read(path: Path) -> dict[str, Any]:
    """The groups of the file; none where it is absent or empty. `DAMAGE` where it is not to be used, and
    OSError where that cannot be found out."""
    if not path.exists():
        return {}
    if not path.is_file() or path.stat().st_size > _LARGEST:
        raise ValueError("it is not a file, or it is too long")
    text = path.read_bytes().decode("utf-8-sig")
    groups: dict[str, Any] = json.loads(text) if text.strip() else {GROUP: {}}
    group = groups.get(GROUP, {}) if isinstance(groups, dict) else None
    schemas = [int(name[1:]) for name in groups if re.fullmatch(r"v\d+", name)]
    if not isinstance(group, dict) or max(schemas, default=0) < SCHEMA:
        raise ValueError("it has no group of this schema or a later one")
    remembered(group)
    for layout in (value for name, value in group.items() if name.startswith(LAYOUT)):
        b64decode(layout, validate=True)
    return groups


def remembered(group: dict[str, Any]) -> Remembered:
    """The texts of the group. An unknown name is left alone; TypeError for a value of another type."""
    names = (known.name for known in fields(Remembered))
    values = {name: group[name] for name in names if group.get(name) is not None}
    return record(Remembered, values, longest=_LARGEST)  # an experiment of many layers is a long text


def write(path: Path, groups: dict[str, Any]) -> None:
    """Put the new file in the old one's place: who reads finds one or the other. OSError where that fails."""
    file = QSaveFile(str(path))
    text = json.dumps(groups, indent=2) + "\n"
    if not (file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(text.encode()) > 0 and file.commit()):
        raise OSError(file.errorString())


def set_aside(path: Path) -> Path:
    """Rename the file, over one that was set aside before, and say to what. OSError where that fails."""
    aside = path.with_name(f"{path.name}.damaged")
    os.replace(path, aside)
    return aside


def is_writable(path: Path) -> bool:
    """Whether the file can be replaced by a new one beside it. Only a write tells; a disk may be full."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path.parent, buffering=0) as trial:
            trial.write(bytes(4096))
        return not path.exists() or os.access(path, os.W_OK)
    except OSError:
        return False
