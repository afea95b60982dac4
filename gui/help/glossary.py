"""The glossary as the help shows it: read from the one that the developers keep, without places in the code.

Its tables have four columns: term, Korean term, what it is exactly, and where it stands in the sources. The
last one, and the words that are typed on the command line, are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_CODE = re.compile(r"\s*`[^`]*`(?:,\s*`[^`]*`)*")
_CELL = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Word:
    term: str
    korean: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    words: tuple[Word, ...]


def read(path: Path) -> tuple[Section, ...]:
    """The sections that have words, in order. OSError if the file cannot be read."""
    sections: list[tuple[str, list[Word]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            sections.append((line.removeprefix("## "), []))
        elif line.startswith("| ") and sections and not ("| 한국어 |" in line or line.startswith("| --- |")):
            term, korean, meaning, *_ = (cell.strip() for cell in _CELL.split(line)[1:])
            term = _CODE.sub("", term) or term.replace("`", "")
            meaning = re.sub(r"`|\*\*|\\(?=\|)", "", meaning)
            sections[-1][1].append(Word(term, korean, meaning))
    return tuple(Section(title, tuple(words)) for title, words in sections if words)


def matching(sections: tuple[Section, ...], text: str) -> tuple[Section, ...]:
    """The words that have `text` in one of their columns; all of them for an empty text."""
    wanted = text.strip().casefold()
    found = []
    for section in sections:
        words = tuple(
            word for word in section.words if wanted in f"{word.term} {word.korean} {word.meaning}".casefold()
        )
        if words:
            found.append(Section(section.title, words))
    return tuple(found)
