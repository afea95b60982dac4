"""The program's icon in the two containers that Windows and macOS want in their executables, made of its SVG
when one is built. Both hold a PNG for each size.
"""

from __future__ import annotations

import struct

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImageWriter

from tools.desktop_icons import drawn

ICON = "apps/backprop-lab"

ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_SIZES = {
    b"icp4": 16,
    b"ic11": 32,
    b"icp5": 32,
    b"ic12": 64,
    b"ic07": 128,
    b"ic13": 256,
    b"ic08": 256,
    b"ic14": 512,
    b"ic09": 512,
    b"ic10": 1024,
}
"""Kind of an entry -> pixels across. Some sizes stand there twice: once for screens twice as fine."""


def ico() -> bytes:
    """For Windows: a head of 6 bytes, 16 bytes about each picture, the pictures."""
    pictures = [_png(size) for size in ICO_SIZES]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        # 256 is written as 0: there is one byte for it.
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + b"".join(pictures)


def icns() -> bytes:
    """For macOS: the length of all, then kind and length before each picture; lengths count their heads."""
    entries = b""
    for kind, size in ICNS_SIZES.items():
        picture = _png(size)
        entries += struct.pack(">4sI", kind, 8 + len(picture)) + picture
    return struct.pack(">4sI", b"icns", 8 + len(entries)) + entries


def _png(size: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(drawn(ICON, size)):
        raise OSError("the icon cannot be written")
    return bytes(buffer.data().data())
