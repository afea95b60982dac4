"""The settings file before Qt reads it: one that is not what the program wrote is renamed, never overwritten.

Qt reads what it can of any file and drops the rest at its next write, without a word. What the values mean is
`gui.remembered.settings`'s; here it is only seen whether the file is whole and of a schema that is known.
"""

from __future__ import annotations

import os
import re
import stat
import tempfile
from pathlib import Path

# Hundreds of times what the program writes. A longer file is not even read.
_LARGEST = 1 << 20
_SECTION = re.compile(r"\[(.+)\]")
# A key and its value; the value's quotation marks are closed.
_VALUE = re.compile(r'[^=]+=(?:[^"\\]|\\.|"(?:[^"\\]|\\.)*")*')
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SCHEMA = re.compile(r"v(\d+)")


def is_sound(path: Path, schema: int) -> bool:
    """Whether Qt may read and rewrite the file: it is absent or empty, or a whole INI file with a group of
    this schema (`v1`) or a later one. OSError where that cannot be found out."""
    try:
        about = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    if not stat.S_ISREG(about.st_mode) or about.st_size > _LARGEST:
        return False
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return not lines or (
        _CONTROL.search(text) is None and all(map(_is_line, lines)) and _newest_schema(lines) >= schema
    )


def set_aside(path: Path) -> Path:
    """Rename the file, over one that was set aside before, and say to what. OSError where that fails."""
    aside = path.with_name(f"{path.name}.damaged")
    os.replace(path, aside)
    return aside


def is_writable(path: Path) -> bool:
    """Whether Qt can replace the file: by a new one beside it. Only a write tells; a disk may be full."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path.parent, buffering=0) as trial:
            trial.write(bytes(4096))
        return not path.exists() or os.access(path, os.W_OK)
    except OSError:
        return False


def _is_line(line: str) -> bool:
    return line[0] == ";" or any(form.fullmatch(line) for form in (_SECTION, _VALUE))


def _newest_schema(lines: list[str]) -> int:
    sections = [match[1] for match in map(_SECTION.fullmatch, lines) if match]
    return max((int(match[1]) for match in map(_SCHEMA.fullmatch, sections) if match), default=-1)
