"""What holds for every file of data: what is wrong with it becomes a sentence, and there is a limit.

What stands in the file is not known here.
"""

from __future__ import annotations

import gzip
import os
import re
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import DataError, translatable

MAX_BYTES = 2**30
"""The largest array that is read: 1 GiB, which is 1.3 million images of 28×28."""

SPARSE_BYTES = 2**26
MOST_UNFOLDING = 256
"""More bytes than these, and each byte of the file unfolds to more than so many: almost all are one value."""


def require_there(place: Path) -> None:
    if not os.path.exists(place):  # which, other than Path.exists, takes a name that is too long
        raise DataError(translatable("errors", "There is no folder {path}. Check the name."), path=str(place))


def sorted_entries(folder: Path) -> list[Path]:
    """What lies in the folder, in the order in which a person would put it."""
    try:
        return sorted(folder.iterdir(), key=lambda path: natural_order(path.name))
    except OSError as error:
        template = translatable(
            "errors", "The folder {path} may not be read ({reason}). Give yourself the right to read it."
        )
        raise DataError(template, path=str(folder), reason=error.strerror or str(error)) from error


def natural_order(name: str) -> list[tuple[int, str]]:
    """A key of names, by which 2 comes before 10."""
    return [(int(part), "") if part.isdecimal() else (-1, part.lower()) for part in re.split(r"(\d+)", name)]


def require_ordinary_file(path: Path, otherwise: str) -> None:
    """DataError for a folder, and with the template `otherwise` for a pipe: opening one would wait for
    ever."""
    mode = path.stat().st_mode
    if stat.S_ISREG(mode):
        return
    is_folder = translatable("errors", "{path} is a folder. Choose one of the files in it.")
    raise DataError(is_folder if stat.S_ISDIR(mode) else otherwise, path=str(path))


def require_dense(path: Path, promised: int, stored: int) -> None:
    """DataError where few bytes of a packed file would unfold to so many that a person waits for seconds."""
    if promised > SPARSE_BYTES and promised > MOST_UNFOLDING * stored:
        template = translatable(
            "errors",
            "{path} would unfold from {stored:,} bytes to {promised:,}: almost all of them are one value. If "
            "that is meant, save it without compression.",
        )
        raise DataError(template, path=str(path), stored=stored, promised=promised)


@contextmanager
def faults_as_sentences(path: Path) -> Iterator[None]:
    """Turn what the system and gzip raise about a file into a DataError about `path`."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        sentence = translatable("errors", "There is no file {path}. Check the name and the folder.")
        raise DataError(sentence, path=str(path)) from error
    except PermissionError as error:
        sentence = translatable(
            "errors", "{path} may not be read. Give yourself the right to read it, or copy it elsewhere."
        )
        raise DataError(sentence, path=str(path)) from error
    except EOFError as error:
        sentence = translatable("errors", "The gzip file {path} is cut short. Fetch it again.")
        raise DataError(sentence, path=str(path)) from error
    except (gzip.BadGzipFile, zlib.error) as error:
        sentence = translatable("errors", "The gzip file {path} is damaged. Fetch it again.")
        raise DataError(sentence, path=str(path)) from error
    except OSError as error:
        sentence = translatable(
            "errors", "{path} could not be read ({reason}). Check the disk, or copy the file elsewhere."
        )
        raise DataError(sentence, path=str(path), reason=error.strerror or str(error)) from error
    except MemoryError as error:
        sentence = translatable(
            "errors", "There is not enough memory for {path}. Close other programs, or use a smaller set."
        )
        raise DataError(sentence, path=str(path)) from error
