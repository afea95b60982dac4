"""The names of the classes: typed by a person, from a `labels.txt` beside the files, or from the data
themselves.

Names that are not as many as the classes belong to something else: they are left out, and that is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from core.data.reading import Finding
from core.errors import translatable

FILE_NAME = "labels.txt"
LARGEST_FILE = 2**20
LONGEST_NAME = 200
"""Characters. What is longer is cut: a name stands beside a bar, in a list, in a model file."""


def class_names(
    classes: int, place: Path, own: Sequence[str], typed: Sequence[str]
) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """C names, and what there is to say of them. own: those that the data bring; numbers stand for none."""
    names, said = _whole_names(classes, place, own, typed)
    return tuple(name[:LONGEST_NAME] for name in names), said


def _whole_names(
    classes: int, place: Path, own: Sequence[str], typed: Sequence[str]
) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    file = (place if place.is_dir() else place.parent) / FILE_NAME
    said: list[Finding] = []
    for source, names in (("", tuple(typed)), (str(file), names_in(file))):
        if len(names) == classes:
            return names, ()
        if names:
            template = (
                translatable(
                    "errors",
                    "{path} names {names:,} classes, but the data have {classes:,}: it is not used.",
                )
                if source
                else translatable(
                    "errors",
                    "Names for {names:,} classes were typed, but there are {classes:,}: type one for each.",
                )
            )
            said.append(Finding(template, {"path": source, "names": len(names), "classes": classes}))
    if len(own) == classes:
        return tuple(own), tuple(said)
    return tuple(str(label) for label in range(classes)), tuple(said)


def names_in(file: Path) -> tuple[str, ...]:
    """The lines of the file, without the number of the class where each begins with its own; () if there is
    no such file, or none that can be read."""
    try:
        if not file.is_file() or file.stat().st_size > LARGEST_FILE:
            return ()
        text = _decoded(file.read_bytes())
    except OSError:
        return ()
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    numbered = [re.fullmatch(rf"{place}[\s:,.)=-]+(\S.*)", line) for place, line in enumerate(lines)]
    return tuple(
        match[1] if match and all(numbered) else line for match, line in zip(numbered, lines, strict=True)
    )


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp949", errors="replace")


def split_names(text: str) -> tuple[str, ...]:
    """The names that a person typed, with commas or line ends between them."""
    names = [" ".join(name.split()) for name in re.split(r"[,\n]", text)]
    return tuple(names) if any(names) else ()
