"""PNG files, read strictly and within limits, with nothing but zlib and NumPy.

Every kind of colour and depth, but no interlacing. The size is held against the limits of `ink` before
anything is unpacked, and never more is unpacked than that size takes. What is on the picture is not known
here.

Source: W3C, Portable Network Graphics Specification.
"""

from __future__ import annotations

import os
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import DataError, translatable
from core.inspection.ink import require_size
from core.inspection.png_filters import FILTERS, unfiltered

SIGNATURE = b"\x89PNG\r\n\x1a\n"
LARGEST_FILE_BYTES = 256 << 20

_GREY, _RGB, _PALETTE, _GREY_ALPHA, _RGB_ALPHA = 0, 2, 3, 4, 6
_CHANNELS = {_GREY: 1, _RGB: 3, _PALETTE: 1, _GREY_ALPHA: 2, _RGB_ALPHA: 4}
_DEPTHS = {_GREY: (1, 2, 4, 8, 16), _PALETTE: (1, 2, 4, 8)}

Pixels = NDArray[np.uint8]


class _DamagedError(Exception):
    """Something in the file is not as the specification has it."""


@dataclass(frozen=True, slots=True)
class _Header:
    width: int
    height: int
    depth: int
    colour: int

    @property
    def channels(self) -> int:
        return _CHANNELS[self.colour]

    @property
    def row_bytes(self) -> int:
        return (self.width * self.channels * self.depth + 7) // 8

    @property
    def pixel_bytes(self) -> int:
        """What the filters take for one pixel: 1 where several share a byte."""
        return max(self.channels * self.depth // 8, 1)


def read_png(path: str | os.PathLike[str]) -> Pixels:
    """The picture: uint8, (h, w) grey, or (h, w, channels): 2 grey and alpha, 3 RGB, 4 RGBA.

    Depths other than 8 are scaled to it. DataError, with `path`, for what is no such file.
    """
    path = Path(path)
    with _faults_as_sentences(path):
        return _decoded(_contents(path), path)


def _contents(path: Path) -> bytes:
    about = path.stat()  # a pipe would be waited for
    if not stat.S_ISREG(about.st_mode):
        template = translatable("errors", "{path} is not an ordinary file. Choose a PNG file.")
        raise DataError(template, path=str(path))
    with path.open("rb") as file:
        if file.read(len(SIGNATURE)) != SIGNATURE:
            template = translatable("errors", "{path} is no PNG file. Save the picture as PNG first.")
            raise DataError(template, path=str(path))
        if about.st_size > LARGEST_FILE_BYTES:
            template = translatable(
                "errors", "{path} has {size:,} bytes; at most {most:,} are read. Make the picture smaller."
            )
            raise DataError(template, path=str(path), size=about.st_size, most=LARGEST_FILE_BYTES)
        return file.read()


def _decoded(contents: bytes, path: Path) -> Pixels:
    """contents: what follows the signature."""
    chunks = _chunks(memoryview(contents))
    kind, data = next(chunks, (b"", memoryview(b"")))
    if kind != b"IHDR" or len(data) != 13:
        raise _DamagedError
    header = _header(data, path)
    require_size(header.width, header.height)
    palette = transparent = b""
    packed: list[memoryview] = []
    ended_data = False
    for kind, data in chunks:
        ended_data = ended_data or (bool(packed) and kind != b"IDAT")
        if kind == b"IDAT":
            if ended_data:
                raise _DamagedError
            packed.append(data)
        elif kind == b"PLTE":
            palette = bytes(data)
        elif kind == b"tRNS":
            transparent = bytes(data)
        elif not kind[0] & 0x20:  # its first letter is a capital: a picture cannot be read without it
            raise _DamagedError
    rows = _unpacked(packed, header)
    if rows[:, 0].max() >= FILTERS:
        raise _DamagedError
    pixels = unfiltered(rows[:, 0], rows[:, 1:], header.pixel_bytes)
    return _coloured(_samples(pixels, header), header, palette, transparent)


def _chunks(contents: memoryview) -> Iterator[tuple[bytes, memoryview]]:
    """Every chunk before IEND as its kind and data, once its checksum is found right."""
    place = 0
    while True:
        if len(contents) < place + 12:
            raise _DamagedError
        (length,) = struct.unpack_from(">I", contents, place)
        end = place + 8 + length
        if len(contents) < end + 4:
            raise _DamagedError
        kind, data = bytes(contents[place + 4 : place + 8]), contents[place + 8 : end]
        if zlib.crc32(contents[place + 4 : end]) != struct.unpack_from(">I", contents, end)[0]:
            raise _DamagedError
        if kind == b"IEND":
            return
        yield kind, data
        place = end + 4


def _header(data: memoryview, path: Path) -> _Header:
    width, height, depth, colour, compression, filtering, interlacing = struct.unpack(">IIBBBBB", data)
    if interlacing == 1:
        template = translatable("errors", "{path} is an interlaced PNG: save it without interlacing.")
        raise DataError(template, path=str(path))
    known = colour in _CHANNELS and depth in _DEPTHS.get(colour, (8, 16))
    if not known or compression or filtering or interlacing or not width or not height:
        raise _DamagedError
    return _Header(width, height, depth, colour)


def _unpacked(packed: list[memoryview], header: _Header) -> Pixels:
    """(h, 1 + row bytes): each row with the number of its filter in front."""
    promised = header.height * (1 + header.row_bytes)
    unpacker = zlib.decompressobj()
    pieces: list[bytes] = []
    room = promised + 1  # one more than belongs there shows that there is too much
    for data in packed:
        if room:
            pieces.append(unpacker.decompress(data, room))
            room -= len(pieces[-1])
    if room != 1 or not unpacker.eof:
        raise _DamagedError
    return np.frombuffer(b"".join(pieces), np.uint8).reshape(header.height, 1 + header.row_bytes)


def _samples(pixels: Pixels, header: _Header) -> Pixels:
    """(h, row bytes) → (h, w, channels), 16 bits brought to 8; fewer than 8 are left as they are."""
    shape = (header.height, header.width, header.channels)
    if header.depth == 16:
        wide = np.ascontiguousarray(pixels).view(">u2").reshape(shape)
        return ((wide.astype(np.uint32) + 128) // 257).astype(np.uint8)
    if header.depth == 8:
        return pixels.reshape(shape)
    shifts = np.arange(8 - header.depth, -1, -header.depth, dtype=np.uint8)
    parts = (pixels[:, :, np.newaxis] >> shifts) & np.uint8(2**header.depth - 1)
    return parts.reshape(header.height, -1)[:, : header.width].reshape(shape)


def _coloured(samples: Pixels, header: _Header, palette: bytes, transparent: bytes) -> Pixels:
    """Samples as the colours that they stand for."""
    if header.colour == _PALETTE:
        return _looked_up(samples[..., 0], palette, transparent)
    if header.colour == _GREY and header.depth < 8:
        samples = samples * np.uint8(255 // (2**header.depth - 1))
    if header.colour in (_GREY, _RGB) and transparent:
        samples = _with_alpha(samples, header, transparent)
    return samples[..., 0] if samples.shape[2] == 1 else samples


def _looked_up(indices: Pixels, palette: bytes, transparent: bytes) -> Pixels:
    colours = np.frombuffer(palette, np.uint8)
    if len(colours) % 3 or not len(colours) or int(indices.max()) >= len(colours) // 3:
        raise _DamagedError
    colours = colours.reshape(-1, 3)
    if transparent:
        alpha = np.full((len(colours), 1), 255, np.uint8)
        if len(transparent) > len(colours):
            raise _DamagedError
        alpha[: len(transparent), 0] = np.frombuffer(transparent, np.uint8)
        colours = np.hstack([colours, alpha])
    return colours[indices]


def _with_alpha(samples: Pixels, header: _Header, transparent: bytes) -> Pixels:
    """One colour of the picture is transparent: alpha 0 there, 255 elsewhere."""
    if len(transparent) != 2 * header.channels:
        raise _DamagedError
    values = np.frombuffer(transparent, ">u2").astype(np.int64)
    if header.depth == 16:
        values = (values + 128) // 257
    elif header.depth < 8:
        values = values * (255 // (2**header.depth - 1))
    alpha = np.where((samples == values).all(axis=2), 0, 255).astype(np.uint8)
    return np.dstack([samples, alpha])


@contextmanager
def _faults_as_sentences(path: Path) -> Iterator[None]:
    """Turn what the system, zlib and a damaged file raise into a DataError about `path`."""
    try:
        yield
    except FileNotFoundError as error:
        template = translatable("errors", "There is no file {path}. Check the name and the folder.")
        raise DataError(template, path=str(path)) from error
    except OSError as error:
        template = translatable(
            "errors", "{path} could not be read ({reason}). Check the disk, or copy the file elsewhere."
        )
        raise DataError(template, path=str(path), reason=error.strerror or str(error)) from error
    except (_DamagedError, zlib.error) as error:
        template = translatable(
            "errors", "{path} is damaged: it is no whole PNG picture. Save it again as PNG."
        )
        raise DataError(template, path=str(path)) from error
