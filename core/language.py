"""The language of what is said without a window: English, or the one that the environment asks for.

A table, `resources/translations/ko.json` for one, is made of the catalogue that the window reads, so that no
Qt is needed here: the translations of each context by their English. It is read only where its language is
asked for. What it lacks is said in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from core.errors import Remark
from core.resources import resource_folder
from core.sentences import Said
from core.sentences import sentence as _sentence

SOURCE_LANGUAGE = "en"
MOST_BYTES = 10_000_000
_NO_LANGUAGE = ("", "C", "POSIX")

_table: Mapping[str, Any] = {}


def prepare(
    environment: Mapping[str, str], encodings: Iterable[str] = ("utf-8",), folder: Path | None = None
) -> str | None:
    """Take the language that is asked for, if there is a table of it whose letters each of the encodings has.
    Returns what is to be said of a table that cannot be read.

    folder: where the tables are, each by the code of its language.
    """
    global _table
    _table = {}
    folder = folder or resource_folder() / "translations"
    code = _first_at_hand(asked_for(environment), folder)
    if code == SOURCE_LANGUAGE:
        return None
    path = folder / f"{code}.json"
    try:
        _table = _read(path)
    except (OSError, ValueError, RecursionError):
        return (
            f"backprop-lab: the translations in {path} cannot be read, so this is in English. "
            "Install Backprop Lab again to mend them."
        )
    if not all(map(_has_its_letters, encodings)):
        _table = {}
    return None


def asked_for(environment: Mapping[str, str]) -> list[str]:
    """The codes of the languages that the environment asks for, the dearest first, whether the system has
    such a locale or not.

    The first of LC_ALL, LC_MESSAGES and LANG that is set counts, as POSIX has it. Where it names a language,
    the list LANGUAGE goes before it, as in gettext.
    """
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environment[name] for name in names if environment.get(name)), "")
    if locale.partition(".")[0] in _NO_LANGUAGE:
        return []
    tags = (environment.get("LANGUAGE") or locale).split(":")
    return [re.split(r"[-_.@]", tag)[0].lower() for tag in tags]


def word(context: str, source: str) -> str:
    """A text of that context in the language in use, without anything to be filled in."""
    texts = _table.get(context)
    found = texts.get(source) if isinstance(texts, dict) else None
    return found if isinstance(found, str) and found else source


def localized(template: str, /, **fields: object) -> str:
    """A sentence of the context "cli" in the language in use, filled in. `translatable` marks it where it
    stands; a field may be a Remark."""
    return sentence(Remark(template, fields), "cli")


def sentence(said: Said, context: str = "errors") -> str:
    """What the engine says, in the language in use."""
    return _sentence(said, lambda template: _in_either(context, template))


def _in_either(context: str, template: str) -> str:
    """A sentence of the command line may have one of the engine's as a field."""
    found = word(context, template)
    return found if found is not template else word("errors", template)


def _first_at_hand(codes: Iterable[str], folder: Path) -> str:
    for code in codes:
        if code == SOURCE_LANGUAGE or (code.isalpha() and (folder / f"{code}.json").is_file()):
            return code
    return SOURCE_LANGUAGE


def _read(path: Path) -> Mapping[str, Any]:
    """ValueError for what is not a table."""
    import json

    with path.open("rb") as file:
        written = file.read(MOST_BYTES + 1)
    table = json.loads(written) if len(written) <= MOST_BYTES else None
    if not isinstance(table, dict):
        raise ValueError("not a table")
    return table


def _has_its_letters(encoding: str) -> bool:
    """Letters that an encoding lacks are written by their numbers: English is easier to read than these."""
    try:
        word("cli", "options").encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
