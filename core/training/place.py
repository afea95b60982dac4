"""Where a model file is written: how a new one takes the place of an old one, and which places are refused.

A file is written beside its place first, under a hidden name that ends in `.part`, flushed to the disk and
then renamed, so that there is the old file or the new one, whole. A process that is killed meanwhile leaves
the `.part`; the next one that saves in the same folder removes it. What is in the file is not known here, but
for the first bytes by which it is told from the files of others.
"""

from __future__ import annotations

import os
import re
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from core.errors import ModelFileError, translatable

LEFT_BEHIND_S = 3600.0
"""A `.part` that nobody has written to for so long is one that nobody writes to any more."""

_PART = re.compile(r"\..+\.[a-z0-9_]{8}\.part", re.DOTALL)
_NAME_SHOWN = 30  # characters: with more, a name that is long enough itself would make one that is too long
_FIRST_MEMBER = (b"PK\x03\x04", 30, b"model.json")
_PIECE = bytes(1 << 20)


@contextmanager
def new_content(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to, which takes the place of `path` if the block ends well, and is gone otherwise. A
    link stays, and its target gets the content. ModelFileError where that cannot be."""
    target = _target(path)
    descriptor, temporary = _neighbour(target)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _ordinary_mode())
        os.replace(temporary, target)
    except OSError as error:
        raise _cannot_write(target, error) from error
    finally:
        Path(temporary).unlink(missing_ok=True)


def require_place(path: str | os.PathLike[str], size: int = 0) -> None:
    """ModelFileError if no model of so many bytes can be saved there: found out before an hour of training,
    not after it. A file of this size is tried beside it; for a moment it takes that room."""
    path = Path(path)
    if os.path.isdir(path):
        template = translatable("errors", "{path} is a folder: give the model a name in it, such as my.blab.")
        raise ModelFileError(template, path=path)
    target = _target(path)
    descriptor, temporary = _neighbour(target)
    try:
        with os.fdopen(descriptor, "wb") as file:
            for start in range(0, size, len(_PIECE)):
                file.write(_PIECE[: size - start])
    except OSError as error:
        raise _cannot_write(target, error) from error
    finally:
        Path(temporary).unlink()


def require_plain(path: Path, mode: int) -> None:
    """ModelFileError for a device, a pipe or a socket, told by its `st_mode`: opening a pipe would wait for
    ever, and renaming a file over a device would replace it. A folder is another matter."""
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        template = translatable(
            "errors", "{path} is a device, a pipe or a socket, and not a file: name a .blab file."
        )
        raise ModelFileError(template, path=path)


def _target(path: Path) -> Path:
    """Where `path` leads to: itself, or at the end of its links the file that is or will be there."""
    # Other than the methods of Path, those of os.path take a name that is too long for none that is there.
    target = Path(os.path.realpath(path)) if os.path.islink(path) else path
    if os.path.islink(target):
        template = translatable("errors", "{path} is a link that leads to itself: save it elsewhere.")
        raise ModelFileError(template, path=path)
    try:
        require_plain(path, target.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        pass  # nothing is there yet
    except OSError as error:
        raise _cannot_write(target, error) from error
    return target


def _neighbour(target: Path) -> tuple[int, str]:
    """A new file beside `target`: its descriptor and its name."""
    _sweep(target.parent)
    try:
        return tempfile.mkstemp(prefix=f".{target.name[:_NAME_SHOWN]}.", suffix=".part", dir=target.parent)
    except OSError as error:
        raise _cannot_write(target, error) from error


def _sweep(folder: Path) -> None:
    """Remove what savings left in that folder when they were killed. Where that fails, they stay."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if _PART.fullmatch(entry.name) and _is_left_behind(entry):
                    os.unlink(entry.path)


def _is_left_behind(entry: os.DirEntry[str]) -> bool:
    if not entry.is_file(follow_symlinks=False):
        return False
    if time.time() - entry.stat(follow_symlinks=False).st_mtime < LEFT_BEHIND_S:
        return False
    magic, place, name = _FIRST_MEMBER
    with open(entry.path, "rb") as file:
        start = file.read(place + len(name))
    is_model = start.startswith(magic) and start[place:] == name
    return is_model or not start.strip(b"\0")  # killed before the first byte, or while the room was tried


def _cannot_write(path: Path, error: OSError) -> ModelFileError:
    if not os.path.isdir(path.parent):
        template = translatable("errors", "There is no folder {folder}: make it, or save elsewhere.")
        return ModelFileError(template, path=path, folder=path.parent)
    template = translatable("errors", "{path} cannot be written ({reason}): save it elsewhere.")
    return ModelFileError(template, path=path, reason=error.strerror or error)


def _ordinary_mode() -> int:
    """The permissions that a new file would have: mkstemp alone makes it private."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
