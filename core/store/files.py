"""Small texts of a store, read within bounds and replaced as a whole, and what is wrong with a folder as
a sentence."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import ModelFileError, StoreError, translatable
from core.training.place import new_content

TEXT_LIMIT_BYTES = 16 << 20
"""An experiment may give its initial weights number by number."""


def read_text(path: Path) -> str:
    """The text of a regular file. ValueError for another kind of file, one that is too long, or another
    encoding; OSError where it cannot be read."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise ValueError("it is not a file")
    with open(path, "rb") as file:
        content = file.read(TEXT_LIMIT_BYTES + 1)
    if len(content) > TEXT_LIMIT_BYTES:
        raise ValueError("it is too long")
    return content.decode()


def write_text(path: Path, text: str) -> None:
    """Put a text in the place of the old one. ModelFileError where that cannot be."""
    with new_content(path) as file:
        file.write(text.encode())


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """What cannot be written within the block, as a StoreError about the folder."""
    try:
        yield
    except TimeoutError as error:
        template = translatable(
            "errors", "Another window is busy with the runs in {path}: wait a moment, then try again."
        )
        raise StoreError(template, path=folder) from error
    except (OSError, ModelFileError) as error:
        cause = error if isinstance(error, OSError) else error.__cause__
        if not isinstance(cause, OSError):
            raise
        template = translatable(
            "errors",
            "Runs cannot be kept in {path} ({reason}): see to it that the folder can be written to and "
            "has room.",
        )
        raise StoreError(template, path=folder, reason=cause.strerror or cause) from error


def size_of(*paths: Path) -> int:
    """The bytes of those that are there."""
    return sum(os.path.getsize(path) for path in paths if path.is_file())
