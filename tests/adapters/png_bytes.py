"""PNG files byte by byte, from the specification: every colour, depth and filter. Not a test itself."""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

SIGNATURE = bytes([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}


def chunk(kind: bytes, data: bytes = b"") -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def header(width: int, height: int, depth: int = 8, colour: int = 0, interlacing: int = 0) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlacing))


def png(samples: NDArray[np.integer], depth: int, colour: int, filters: list[int], *before: bytes) -> bytes:
    """samples: (h, w, channels), each 0 to 2^depth − 1. `before`: chunks between header and data."""
    height, width, _ = samples.shape
    pixel = max(CHANNELS[colour] * depth // 8, 1)
    rows = [packed_row(row.reshape(-1).tolist(), depth) for row in samples]
    stored, above = b"", bytes(len(rows[0]))
    for row, kind in zip(rows, filters, strict=True):
        stored += bytes([kind]) + filtered(row, above, pixel, kind)
        above = row
    data = zlib.compress(stored)
    middle = len(data) // 2
    parts = chunk(b"IDAT", data[:middle]) + chunk(b"IDAT", data[middle:])
    return SIGNATURE + header(width, height, depth, colour) + b"".join(before) + parts + chunk(b"IEND")


def packed_row(values: list[int], depth: int) -> bytes:
    bits = "".join(f"{value:0{depth}b}" for value in values)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[place : place + 8], 2) for place in range(0, len(bits), 8))


def filtered(row: bytes, above: bytes, pixel: int, kind: int) -> bytes:
    """Each byte less its guess."""
    stored = []
    for place, value in enumerate(row):
        a = row[place - pixel] if place >= pixel else 0
        b = above[place]
        c = above[place - pixel] if place >= pixel else 0
        nearest = min((abs(b - c), 0, a), (abs(a - c), 1, b), (abs(a + b - 2 * c), 2, c))[2]
        guess = (0, a, b, (a + b) // 2, nearest)[kind]
        stored.append((value - guess) % 256)
    return bytes(stored)
