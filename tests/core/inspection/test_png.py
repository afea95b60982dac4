"""The PNG reader against files made byte by byte, against Qt's writer, and against what is no such file."""

from __future__ import annotations

import os
import struct
import sys
import tracemalloc
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from core.errors import DataError
from core.inspection import png_filters
from core.inspection.png import read_png
from core.inspection.png_filters import unfiltered
from tests.core.inspection.png_bytes import CHANNELS, DEPTHS, SIGNATURE, chunk, filtered, header, png

KINDS = [(colour, depth) for colour, depths in DEPTHS.items() for depth in depths]
PALETTE = np.random.default_rng(8).integers(0, 256, (256, 3)).astype(np.uint8)
GREY_5 = np.arange(25).reshape(5, 5, 1)


def written(folder: Path, contents: bytes) -> Path:
    path = folder / "picture.png"
    path.write_bytes(contents)
    return path


def drawn_samples(rng: np.random.Generator, h: int, w: int, colour: int, depth: int) -> NDArray[np.int64]:
    return rng.integers(0, 2**depth, (h, w, CHANNELS[colour]))


@pytest.mark.parametrize(("colour", "depth"), KINDS)
def test_every_colour_and_depth(tmp_path: Path, colour: int, depth: int) -> None:
    rng = np.random.default_rng(depth)
    for h, w in ((3, 3), (4, 11), (13, 6)):
        samples = drawn_samples(rng, h, w, colour, depth)
        palette = [chunk(b"PLTE", PALETTE[: 2**depth].tobytes())] if colour == 3 else []
        found = read_png(
            written(tmp_path, png(samples, depth, colour, rng.integers(0, 5, h).tolist(), *palette))
        )
        expected = PALETTE[samples[..., 0]] if colour == 3 else np.rint(samples * (255 / (2**depth - 1)))
        assert found.dtype == np.uint8
        assert (found == (expected[..., 0] if expected.shape[2] == 1 else expected)).all()


@given(
    st.lists(st.integers(0, 4), min_size=1, max_size=12),
    st.integers(1, 12),
    st.integers(1, 8),
    st.integers(1, 5),
    st.integers(0, 999),
)
def test_every_mixture_of_filters_is_undone(
    kinds: list[int], width: int, pixel: int, band: int, seed: int
) -> None:
    rows = np.random.default_rng(seed).integers(0, 256, (len(kinds), width * pixel)).astype(np.uint8)
    above, stored = bytes(width * pixel), []
    for row, kind in zip(rows, kinds, strict=True):
        stored.append(list(filtered(row.tobytes(), above, pixel, kind)))
        above = row.tobytes()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(png_filters, "BAND_ROWS", band)
        found = unfiltered(np.array(kinds, np.uint8), np.array(stored, np.uint8), pixel)
    assert (found == rows).all()


@pytest.mark.parametrize(
    ("kind", "channels"),
    [
        (QImage.Format.Format_Grayscale8, 1),
        (QImage.Format.Format_RGB888, 3),
        (QImage.Format.Format_RGBA8888, 4),
    ],
)
def test_what_qt_writes(tmp_path: Path, kind: QImage.Format, channels: int) -> None:
    y, x = np.mgrid[:300, :70]
    waves = np.dstack([128 + 120 * np.sin(x / (5 + c)) * np.cos(y / 9) for c in range(channels)]).astype(
        np.uint8
    )
    path = tmp_path / "qt.png"
    assert QImage(waves.tobytes(), 70, 300, 70 * channels, kind).save(str(path))
    assert (read_png(path) == (waves[..., 0] if channels == 1 else waves)).all()


def test_a_colour_that_is_transparent(tmp_path: Path) -> None:
    grey = read_png(written(tmp_path, png(GREY_5, 8, 0, [0] * 5, chunk(b"tRNS", struct.pack(">H", 7)))))
    assert grey.shape == (5, 5, 2)
    assert (grey[..., 0] == GREY_5[..., 0]).all()
    assert (grey[..., 1] == np.where(GREY_5[..., 0] == 7, 0, 255)).all()
    few = GREY_5 % 4
    bits = read_png(written(tmp_path, png(few, 2, 0, [0] * 5, chunk(b"tRNS", struct.pack(">H", 3)))))
    assert (bits[..., 1] == np.where(few[..., 0] == 3, 0, 255)).all()
    rgb = np.repeat(GREY_5, 3, axis=2)
    rgb[0, 0] = (0, 0, 9)
    found = read_png(written(tmp_path, png(rgb, 8, 2, [0] * 5, chunk(b"tRNS", struct.pack(">3H", 0, 0, 9)))))
    assert found[0, 0].tolist() == [0, 0, 9, 0]
    assert (found[..., 3] == 0).sum() == 1


def test_a_palette_with_transparent_colours(tmp_path: Path) -> None:
    colours = [chunk(b"PLTE", PALETTE[:25].tobytes()), chunk(b"tRNS", bytes([0, 100]))]
    found = read_png(written(tmp_path, png(GREY_5, 8, 3, [4] * 5, *colours)))
    assert found[0, :3].tolist() == [[*PALETTE[0], 0], [*PALETTE[1], 100], [*PALETTE[2], 255]]


def test_texts_and_times_are_passed_over(tmp_path: Path) -> None:
    words = chunk(b"tEXt", b"Comment\0seven"), chunk(b"tIME", bytes(7))
    assert (read_png(written(tmp_path, png(GREY_5, 8, 0, [1] * 5, *words))) == GREY_5[..., 0]).all()


def test_a_file_that_is_no_picture(tmp_path: Path) -> None:
    for contents in (b"", b"\x89PNG", b"GIF89a and so on", b"\xff\xd8\xff\xe0 a photograph"):
        with pytest.raises(DataError, match=r"picture\.png is no PNG file\. Save the picture as PNG first"):
            read_png(written(tmp_path, contents))
    with pytest.raises(DataError, match="There is no file"):
        read_png(tmp_path / "nowhere.png")
    with pytest.raises(DataError, match="is not an ordinary file"):
        read_png(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are of Unix")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    with pytest.raises(DataError, match="is not an ordinary file"):
        read_png(tmp_path / "pipe.png")


def test_interlacing_is_refused_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is an interlaced PNG: save it without interlacing"):
        read_png(written(tmp_path, SIGNATURE + header(5, 5, interlacing=1) + chunk(b"IEND")))


def test_a_file_cut_short_anywhere_or_with_a_bit_turned_is_damaged(tmp_path: Path) -> None:
    whole = png(GREY_5, 8, 0, [0, 1, 2, 3, 4])
    for length in range(len(SIGNATURE), len(whole)):
        with pytest.raises(DataError, match="is damaged: it is no whole PNG picture"):
            read_png(written(tmp_path, whole[:length]))
    for place in range(len(SIGNATURE), len(whole)):
        turned = bytearray(whole)
        turned[place] ^= 0x10
        with pytest.raises(DataError, match="is damaged"):
            read_png(written(tmp_path, bytes(turned)))


def data(rows: bytes) -> bytes:
    return chunk(b"IDAT", zlib.compress(rows))


ROWS_3 = bytes(12)
END = chunk(b"IEND")


@pytest.mark.parametrize(
    "chunks",
    [
        END,
        data(ROWS_3) + END,
        header(3, 3) + END,
        header(3, 3) + data(ROWS_3[:-1]) + END,
        header(3, 3) + data(ROWS_3 + b"\0") + END,
        header(3, 3) + chunk(b"IDAT", zlib.compress(ROWS_3)[:-2]) + END,
        header(3, 3) + chunk(b"IDAT", b"no stream") + END,
        header(3, 3) + data(b"\5" + ROWS_3[1:]) + END,
        header(3, 3) + data(ROWS_3[:6]) + chunk(b"tEXt") + data(ROWS_3[6:]) + END,
        header(3, 3) + chunk(b"NEWS") + data(ROWS_3) + END,
        header(3, 3, depth=3) + data(ROWS_3) + END,
        header(3, 3, depth=4, colour=2) + data(ROWS_3) + END,
        header(3, 3, colour=5) + data(ROWS_3) + END,
        header(3, 3, interlacing=2) + data(ROWS_3) + END,
        header(0, 3) + data(ROWS_3) + END,
        header(3, 3, colour=3) + data(ROWS_3) + END,
        header(3, 3, colour=3) + chunk(b"PLTE", bytes(4)) + data(ROWS_3) + END,
        header(3, 3, colour=3) + chunk(b"PLTE", bytes(3)) + data(b"\0\1\0\0" * 3) + END,
        header(3, 3, colour=3) + chunk(b"PLTE", bytes(3)) + chunk(b"tRNS", bytes(2)) + data(ROWS_3) + END,
        header(3, 3) + chunk(b"tRNS", bytes(3)) + data(ROWS_3) + END,
        chunk(b"IHDR", bytes(12)) + data(ROWS_3) + END,
    ],
)
def test_what_does_not_fit_together_is_damaged(tmp_path: Path, chunks: bytes) -> None:
    with pytest.raises(DataError, match="is damaged: it is no whole PNG picture"):
        read_png(written(tmp_path, SIGNATURE + chunks))


@given(st.binary(max_size=200))
def test_no_bytes_are_a_fault_of_the_program(tmp_path_factory: pytest.TempPathFactory, rest: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.png"
    path.write_bytes(SIGNATURE + header(3, 3) + rest)
    with pytest.raises(DataError):
        read_png(path)


@pytest.mark.parametrize(
    ("size", "message"),
    [((1, 1), "1 × 1 pixels is too small"), ((20_000, 20_000), "20,000 × 20,000 pixels is too large")],
)
def test_a_size_that_is_not_read_is_refused_before_memory_is_taken(
    tmp_path: Path, size: tuple[int, int], message: str
) -> None:
    path = written(tmp_path, SIGNATURE + header(*size) + data(bytes(1_000)) + END)
    tracemalloc.start()
    try:
        with pytest.raises(DataError, match=message):
            read_png(path)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_no_more_is_unpacked_than_the_size_takes(tmp_path: Path) -> None:
    bomb = written(tmp_path, SIGNATURE + header(3, 3) + data(bytes(50_000_000)) + END)
    tracemalloc.start()
    try:
        with pytest.raises(DataError, match="is damaged"):
            read_png(bomb)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()
