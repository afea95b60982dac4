"""How long the list of a zip archive's members is, asked before it is read: Python reads all of it at once,
and a file of 20 MB may name half a million members that are empty.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

_END = b"PK\x05\x06"  # 22 bytes and a comment of 65,535 at most: the end of every archive
_END_64 = (
    b"PK\x06\x06"  # 56 bytes before it and a pointer of 20, in archives of more than 4 GB or 65,535 members
)
_POINTER = b"PK\x06\x07"
_LONGEST = 22 + 65_535 + 20 + 56


def require_short_list(path: Path, most: int) -> None:
    """BadZipFile if the list of members takes more than `most` bytes. OSError where it cannot be read."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(size - _LONGEST, 0))
        tail = file.read()
    end = tail.rfind(_END)
    length = int.from_bytes(tail[end + 12 : end + 16], "little")
    before = tail[max(end - 76, 0) : end]
    if before[-20:].startswith(_POINTER) and before.startswith(_END_64):
        length = int.from_bytes(before[40:48], "little")
    if end >= 0 and length > most:
        raise zipfile.BadZipFile("too many members")
