"""One line of what the field finds: what it is called, of which kind it is, and what choosing it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.book.sections import Section


@dataclass(frozen=True, slots=True)
class Entry:
    """`title`, `kind` and `where` are in the language in use; `where` is where it leads, or the key of a
    command. `names`: by which it is found, in every language. `go` is called when it is chosen; one that is
    not `is_on` leads nowhere. `section`: the row of the book that it belongs to."""

    title: str
    kind: str
    where: str
    names: tuple[str, ...]
    go: Callable[[], object]
    section: Section | None = None
    is_on: bool = True
