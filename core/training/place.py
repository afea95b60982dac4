"""Where a model file is written: how a new one takes the place of an old one, and which places are refused.

A file is written beside its place first, under a hidden name that ends in `.part`, flushed to the disk and
then renamed, so that there is the old file or the new one, whole. A process that is killed meanwhile leaves
the `.part`; the next one that saves in the same folder, or sweeps it, removes it. Who writes holds a lock on
it, which ends with the process, however that ends: so what is left behind is told from what is being written.
What is in the file is not known here, but for the first bytes by which it is told from the files of others.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from core.errors import ModelFileError, translatable
from core.file_locks import take_lock

LEFT_BEHIND_S = 3600.0
"""Where there are no such locks: a `.part` that nobody has written to for so long, nobody writes to."""

_PART = re.compile(r"\..+\.[a-z0-9_]{8}\.part", re.DOTALL)
_NAME_SHOWN = 30  # characters: with more, a name that is long enough itself would make one that is too long
_FIRST_MEMBER = (b"PK\x03\x04", 30, b"model.json")
_PIECE = bytes(1 << 20)


@contextmanager
def new_content(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to, which takes the place of `path` if the block ends well, and is gone otherwise. A
    link stays, and its target gets the content. ModelFileError where that cannot be."""
    target = _target(path)
    with _neighbour(target) as (descriptor, temporary):
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            _sync(file)
        os.chmod(temporary, _ordinary_mode())
        os.replace(temporary, target)


def require_place(path: str | os.PathLike[str], size: int = 0) -> None:
    """ModelFileError if no model of so many bytes can be saved there: found out before an hour of training,
    not after it. A file of this size is tried beside it; for a moment it takes that room."""
    path = Path(path)
    if os.path.isdir(path):
        template = translatable("errors", "{path} is a folder: give the model a name in it, such as my.blab.")
        raise ModelFileError(template, path=path)
    with _neighbour(_target(path)) as (descriptor, _), os.fdopen(descriptor, "wb") as file:
        for start in range(0, size, len(_PIECE)):
            file.write(_PIECE[: size - start])


def sweep(folder: Path) -> None:
    """Remove what savings left in that folder when they were killed. Where that fails, they stay."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if _PART.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                    _remove_if_left(entry.path)


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


@contextmanager
def _neighbour(target: Path) -> Iterator[tuple[int, str]]:
    """A new file beside `target`, its descriptor and its name, which is gone after the block unless it was
    renamed. Whatever the disk says in the block is a ModelFileError."""
    sweep(target.parent)
    lock = None
    try:
        descriptor, temporary, lock = _new_part(target)
        try:
            yield descriptor, temporary
        finally:
            Path(temporary).unlink(missing_ok=True)
    except OSError as error:
        raise _cannot_write(target, error) from error
    finally:
        if lock is not None:
            os.close(lock)


def _new_part(target: Path) -> tuple[int, str, int | None]:
    """Descriptor and name of a new file, and a descriptor that holds its lock when the first is closed."""
    while True:
        descriptor, temporary = tempfile.mkstemp(
            prefix=f".{target.name[:_NAME_SHOWN]}.", suffix=".part", dir=target.parent
        )
        if sys.platform == "win32":  # where a file that is open, for its lock for one, cannot be renamed
            return descriptor, temporary, None
        # Before the lock was there, a sweep may have taken the file for one that is left behind.
        if take_lock(descriptor) is not False and os.path.exists(temporary):
            return descriptor, temporary, os.dup(descriptor)
        os.close(descriptor)


def _remove_if_left(path: str) -> None:
    """Remove it if it is of a saving, and nobody writes to it any more."""
    with open(path, "r+b") as file:
        magic, place, name = _FIRST_MEMBER
        start = file.read(place + len(name))
        is_model = start.startswith(magic) and start[place:] == name
        # Without content: killed before the first byte, or while the room was tried.
        if not is_model and start.strip(b"\0"):
            return
        is_free = None if sys.platform == "win32" else take_lock(file.fileno())
        if is_free is None:
            is_free = time.time() - os.fstat(file.fileno()).st_mtime >= LEFT_BEHIND_S
        if is_free and sys.platform != "win32":
            os.unlink(path)  # still under the lock, so that nobody begins to write to it meanwhile
    if is_free and sys.platform == "win32":
        os.unlink(path)


def _sync(file: IO[bytes]) -> None:
    """Have it written to the disk; a drive that knows no such thing writes when it likes."""
    try:
        os.fsync(file.fileno())
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS):
            raise


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
