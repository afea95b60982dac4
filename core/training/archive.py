"""The parts of a model file, read strictly: nothing that is packed, and no array but plain numbers in the
shape that is known beforehand. What is wrong with a part is a ModelFileError that names the file and it.
"""

from __future__ import annotations

import math
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from core.errors import ModelFileError, translatable

NPY_MAGIC = b"\x93NUMPY\x01\x00"
HEADER = re.compile(
    rb"\{'descr': '([<>|][fiu][1248])', 'fortran_order': False, 'shape': \(([0-9, ]*)\), \} *\n"
)
"""What `.npy` says about an array of plain numbers, in version 1.0 and just as NumPy writes it. NumPy's own
reader tries harder on what it does not understand, and fails in many ways."""


def read_array(path: Path, archive: zipfile.ZipFile, name: str, shape: tuple[int, ...]) -> NDArray[Any]:
    """One array, once its header and its size are known to be those of numbers in this shape."""
    with open_member(path, archive, f"{name}.npy") as member:
        start = member.read(len(NPY_MAGIC) + 2)
        header = HEADER.fullmatch(member.read(int.from_bytes(start[-2:], "little")))
        if start[:-2] != NPY_MAGIC or header is None:
            raise damaged(path, f"{name}.npy")
        dtype = np.dtype(header[1].decode())
        found = tuple(int(number) for number in header[2].decode().split(",") if number.strip())
        if found != shape:
            template = translatable(
                "errors",
                "{path} does not fit together: {name} has the shape {found}, but its network needs {needed}.",
            )
            raise ModelFileError(template, path=path, name=name, found=found, needed=shape)
        size = math.prod(shape) * dtype.itemsize
        data = member.read(size + 1)
    if len(data) != size:
        raise damaged(path, f"{name}.npy")
    return np.frombuffer(data, dtype).reshape(shape).copy()


def require_apart(path: Path, archive: zipfile.ZipFile) -> None:
    """ModelFileError where members share bytes of the file or a name: then a small file becomes much data."""
    members = archive.infolist()
    names = {member.filename for member in members}
    if len(names) < len(members) or sum(member.file_size for member in members) > path.stat().st_size:
        raise damaged(path, members[-1].filename)


@contextmanager
def open_member(path: Path, archive: zipfile.ZipFile, name: str) -> Iterator[IO[bytes]]:
    """A member that is not packed, so that no few bytes of a file become many; its faults as a sentence."""
    try:
        if archive.getinfo(name).compress_type != zipfile.ZIP_STORED:
            raise damaged(path, name)
        with archive.open(name) as member:
            yield member
    except (KeyError, TypeError, ValueError, EOFError, RuntimeError, zipfile.BadZipFile) as error:
        raise damaged(path, name) from error


def damaged(path: Path, member: str) -> ModelFileError:
    template = translatable(
        "errors",
        "{path} is damaged ({member} is missing or unreadable): open another copy of it, or train again.",
    )
    return ModelFileError(template, path=path, member=member)
