"""The IDX file format, in which MNIST is published: one array in one file, gzipped or not.

    magic   0, 0, type, rank            four bytes
    shape   rank × unsigned 32-bit      big-endian
    values  in C order                  big-endian

A file is not believed: what its header promises is compared with what the file can hold before memory is
taken, and a gzip is never unpacked beyond that promise and one byte. What the array means (images, labels)
is not known here. Source: the description on the MNIST page of Yann LeCun.
"""

from __future__ import annotations

import gzip
import math
import os
from io import BufferedIOBase
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.files import MAX_BYTES, faults_as_sentences, require_dense, require_ordinary_file
from core.errors import DataError, translatable

MAX_RANK = 32

_TYPES = {0x08: "u1", 0x09: "i1", 0x0B: "i2", 0x0C: "i4", 0x0D: "f4", 0x0E: "f8"}
_GZIP_MAGIC = b"\x1f\x8b"
_GZIP_EXPANSION = 1032  # deflate writes at most 258 bytes for two bits
_PIECE = 2**20  # unpacked at a time; pieces that stay in the cache are a fifth faster than the whole at once


def read_idx(path: str | os.PathLike[str], rank: int | None = None) -> NDArray[Any]:
    """The array in an IDX file, read-only, in this machine's byte order.

    `rank`: the number of dimensions that the array must have (images 3, labels 1); None takes any.
    Gzip is told by its magic bytes, not by the file's name. Raises DataError, with `path`, for every file
    that cannot be read or is not what it says.
    """
    path = Path(path)
    with faults_as_sentences(path):
        require_ordinary_file(
            path, translatable("errors", "{path} is not an ordinary file. Choose an IDX file.")
        )
        with path.open("rb") as file:
            stored = os.fstat(file.fileno()).st_size
            magic = file.read(2)
            file.seek(0)
            if magic != _GZIP_MAGIC:
                return _read(file, path, rank, stored)
            with gzip.GzipFile(fileobj=file) as unpacked:
                return _read(unpacked, path, rank, stored, stored * _GZIP_EXPANSION)


def write_idx(path: str | os.PathLike[str], array: NDArray[Any]) -> None:
    """Write an array of a type that IDX has (uint8, int8, int16, int32, float32, float64; else TypeError).

    Gzipped if the name ends in `.gz`; the same array always gives the same bytes.
    """
    codes = {np.dtype(name): code for code, name in _TYPES.items()}
    code = codes.get(array.dtype.newbyteorder("="))
    if code is None:
        raise TypeError(f"IDX has no type for {array.dtype}")
    header = bytes([0, 0, code, array.ndim]) + np.array(array.shape, ">u4").tobytes()
    data = header + array.astype(array.dtype.newbyteorder(">")).tobytes()
    path = Path(path)
    path.write_bytes(gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)


def _read(
    stream: BufferedIOBase, path: Path, rank: int | None, stored: int, room: int | None = None
) -> NDArray[Any]:
    """The array in `stream`, whose file has `stored` bytes and can hold `room` bytes at most, if more."""
    dtype, shape = _read_header(stream, path)
    if rank is not None and len(shape) != rank:
        raise DataError(
            translatable(
                "errors",
                "{path} holds an array of {found} dimensions ({shape}), but one of {expected} belongs here: "
                "images have 3 and labels 1. Check that two files were not exchanged or renamed.",
            ),
            path=str(path),
            found=len(shape),
            shape=shape_text(shape),
            expected=rank,
        )
    promised = math.prod(shape) * dtype.itemsize
    _require_room(path, shape, promised, (room or stored) - _header_length(len(shape)))
    require_dense(path, promised, stored)

    data = np.empty(promised, np.uint8)
    present = _fill(stream, data.data)
    if present < promised:
        raise _cut_short(path, promised, present)
    if stream.read(1):
        raise DataError(
            translatable(
                "errors",
                "{path} goes on after the {promised:,} bytes that its header promises: it is damaged, or two "
                "files were joined. Fetch it again.",
            ),
            path=str(path),
            promised=promised,
        )
    array = data.view(dtype).reshape(shape).astype(dtype.newbyteorder("="), copy=False)
    array.flags.writeable = False
    return array


def _read_header(stream: BufferedIOBase, path: Path) -> tuple[np.dtype[Any], tuple[int, ...]]:
    """The type of the values, as stored, and the shape."""
    magic = stream.read(4)
    if not magic:
        raise DataError(translatable("errors", "{path} is empty. Fetch it again."), path=str(path))
    if len(magic) < 4 or magic[:2] != b"\0\0" or magic[2] not in _TYPES or magic[3] > MAX_RANK:
        raise DataError(
            translatable(
                "errors",
                "{path} is not an IDX file (it begins with {magic}). Choose a file such as "
                "train-images-idx3-ubyte, as MNIST is published, gzipped or not.",
            ),
            path=str(path),
            magic=magic.hex(" "),
        )
    rank = magic[3]
    sizes = stream.read(4 * rank)
    if len(sizes) < 4 * rank:
        raise _cut_short(path, _header_length(rank), 4 + len(sizes))
    return np.dtype(_TYPES[magic[2]]).newbyteorder(">"), tuple(np.frombuffer(sizes, ">u4").tolist())


def _require_room(path: Path, shape: tuple[int, ...], promised: int, room: int) -> None:
    """Refuse a promise that the file cannot keep, or that would take too much memory."""
    if promised > room:
        raise DataError(
            translatable(
                "errors",
                "The header of {path} promises {promised:,} bytes of data ({shape}), but a file of this "
                "length has {room:,} at most: it was cut short or is damaged. Fetch it again.",
            ),
            path=str(path),
            promised=promised,
            shape=shape_text(shape),
            room=max(room, 0),
        )
    # An empty array may still have sizes that NumPy cannot multiply: leave the zeros out.
    if max(promised, math.prod(size for size in shape if size)) > MAX_BYTES:
        raise DataError(
            translatable(
                "errors",
                "{path} promises {promised:,} bytes of data ({shape}); at most {limit:,} are read. "
                "Use a part of the data set.",
            ),
            path=str(path),
            promised=promised,
            shape=shape_text(shape),
            limit=MAX_BYTES,
        )


def _fill(stream: BufferedIOBase, buffer: memoryview) -> int:
    """Read until the buffer is full or the stream ends; the number of bytes read."""
    filled = 0
    while filled < len(buffer) and (count := stream.readinto(buffer[filled : filled + _PIECE])):
        filled += count
    return filled


def _header_length(rank: int) -> int:
    return 4 + 4 * rank


def _cut_short(path: Path, promised: int, present: int) -> DataError:
    return DataError(
        translatable(
            "errors",
            "{path} is cut short: {promised:,} bytes should be there, and {present:,} are. Fetch it again.",
        ),
        path=str(path),
        promised=promised,
        present=present,
    )


def shape_text(shape: tuple[int, ...]) -> str:
    """60000 × 28 × 28"""
    return " × ".join(str(size) for size in shape)
