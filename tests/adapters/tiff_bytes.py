"""TIFF files byte by byte, from the specification, for what Pillow does not write. Not a test itself."""

from __future__ import annotations

import struct

WIDTH, HEIGHT, BITS, COMPRESSION, COLOURS = 256, 257, 258, 259, 262
DATA_AT, DATA_BYTES, TILE_WIDTH, TILE_HEIGHT, TILE_AT, TILE_BYTES = 273, 279, 322, 323, 324, 325


def tiff(tags: dict[int, int], data: bytes, data_tag: int = DATA_AT, bytes_tag: int = DATA_BYTES) -> bytes:
    """A grey picture, little-endian, with one strip or tile. tags: number -> value."""
    start = 8 + 2 + 12 * (len(tags) + 3) + 4
    entries = sorted((tags | {COLOURS: 1, data_tag: start, bytes_tag: len(data)}).items())
    directory = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in entries)
    return b"II*\0" + struct.pack("<IH", 8, len(entries)) + directory + bytes(4) + data
