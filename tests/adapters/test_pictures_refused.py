"""What is not read, and the sentence that says so: other files, damaged ones, and too large ones."""

from __future__ import annotations

import os
import struct
import sys
import tracemalloc
import zlib
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from adapters import pictures
from adapters.pictures import read_picture
from core.errors import DataError
from tests.adapters.png_bytes import SIGNATURE, chunk, header
from tests.adapters.test_pictures import BLOCKS, FORMATS, encoded
from tests.adapters.tiff_bytes import (
    BITS,
    COMPRESSION,
    HEIGHT,
    TILE_AT,
    TILE_BYTES,
    TILE_HEIGHT,
    TILE_WIDTH,
    WIDTH,
    tiff,
)

WHOLE = {kind: encoded(Image.fromarray(BLOCKS), kind) for kind in FORMATS}
END = chunk(b"IEND")


def refusal(path: Path, contents: bytes | None = None) -> DataError:
    """The error that reading the file ends with, once these are its contents."""
    if contents is not None:
        path.write_bytes(contents)
    with pytest.raises(DataError) as caught:
        read_picture(path)
    assert caught.value.fields.get("path", str(path)) == str(path)
    return caught.value


# --- other files --------------------------------------------------------------------------------------------

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><use href="#a"/></svg>'


@pytest.mark.parametrize(
    ("contents", "named"),
    [
        (SVG, "SVG"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- drawn by hand -->\n' + SVG, "SVG"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0", "HEIC"),
        (b"\0\0\0\x1cftypavif\0\0\0\0", "AVIF"),
        (b"8BPS\0\x01", "Photoshop"),
    ],
)
def test_other_formats_are_refused_by_name(tmp_path: Path, contents: bytes, named: str) -> None:
    said = str(refusal(tmp_path / "digit.png", contents))
    assert said == (
        f"“digit.png” is in the format {named}. Only PNG, JPEG, BMP, GIF, WebP and TIFF are read: save the "
        "picture as one of these."
    )


@pytest.mark.parametrize(
    "contents",
    [
        b"seven",
        b"\x89PNG",
        b"\0\0\1\0\1\0",  # an icon
        b"P5 3 3 255 ",
        b"RIFF\x10\0\0\0WAVEfmt ",
        b"\0\0\0\x18ftypmp42",
        b"<!DOCTYPE html><p>seven",
        b"PK\x03\x04",
    ],
)
def test_what_is_not_a_picture_is_refused(tmp_path: Path, contents: bytes) -> None:
    said = str(refusal(tmp_path / "digit.png", contents))
    assert said == (
        "“digit.png” is not a picture that can be read: choose a PNG, JPEG, BMP, GIF, WebP or TIFF file."
    )


def test_of_another_file_only_the_first_bytes_are_read(tmp_path: Path) -> None:
    film = tmp_path / "film.png"
    with film.open("wb") as file:
        file.truncate(10**9)
    tracemalloc.start()
    try:
        refusal(film)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_an_empty_file_a_folder_and_no_file(tmp_path: Path) -> None:
    assert str(refusal(tmp_path / "e.png", b"")) == "“e.png” is empty. Choose a picture."
    folder = tmp_path / "folder.png"
    folder.mkdir()
    assert str(refusal(folder)) == "“folder.png” is not a file. Choose a picture, such as a PNG file."
    nowhere = tmp_path / "nowhere.png"
    assert str(refusal(nowhere)) == f"There is no file {nowhere}. Check the name and the folder."


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes are of Unix")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    assert "is not a file" in str(refusal(tmp_path / "pipe.png"))


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "private.png"
    path.write_bytes(WHOLE["PNG"])
    monkeypatch.setattr(Path, "open", refuse)
    assert "could not be read (Permission denied). Check the disk" in str(refusal(path))


# --- damaged files ------------------------------------------------------------------------------------------


def said_of_damage(kind: str) -> str:
    name = {"WEBP": "WebP"}.get(kind, kind)
    return (
        f"“picture” cannot be read as {name}: it is damaged, or stored in a rare way. Open it in an image "
        "viewer, and save it as PNG."
    )


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_that_is_cut_off(tmp_path: Path, kind: str) -> None:
    whole = WHOLE[kind]
    for length in (16, len(whole) // 3, len(whole) // 2):
        assert str(refusal(tmp_path / "picture", whole[:length])) == said_of_damage(kind)


@pytest.mark.parametrize("kind", FORMATS)
def test_no_cut_and_no_wrong_byte_is_a_fault_of_the_program(tmp_path: Path, kind: str) -> None:
    """Where a wrong byte cannot be noticed, there is a picture, perhaps of another size."""
    rng = np.random.default_rng(1)
    path, whole = tmp_path / "picture", WHOLE[kind]
    for length in rng.integers(0, len(whole), 40):
        path.write_bytes(whole[:length])
        with suppress(DataError):
            assert read_picture(path).pixels.shape[:2] == BLOCKS.shape[:2]
    for place in (*range(min(len(whole), 60)), *rng.integers(0, len(whole), 60)):
        wrong = bytearray(whole)
        wrong[place] ^= 1 << rng.integers(8)
        path.write_bytes(wrong)
        with suppress(DataError):
            assert read_picture(path).pixels.dtype == np.uint8


BEGINNINGS = (
    SIGNATURE + header(3, 3),
    WHOLE["JPEG"][:200],
    WHOLE["BMP"][:54],
    WHOLE["GIF"][:30],
    WHOLE["WEBP"][:16],
    b"II*\0\x08\0\0\0",
    b"MM\0*\0\0\0\x08",
)


@given(st.sampled_from(BEGINNINGS), st.binary(max_size=200))
def test_no_bytes_are_a_fault_of_the_program(
    tmp_path_factory: pytest.TempPathFactory, beginning: bytes, rest: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any"
    path.write_bytes(beginning + rest)
    with suppress(DataError):
        assert read_picture(path).pixels.dtype == np.uint8


@pytest.mark.parametrize("mode", ["F", "I", "LAB"])
def test_numbers_without_a_known_range_are_refused(tmp_path: Path, mode: str) -> None:
    contents = encoded(Image.fromarray(BLOCKS).convert("L" if mode != "LAB" else "RGB").convert(mode), "TIFF")
    assert str(refusal(tmp_path / "picture", contents)) == said_of_damage("TIFF")


@pytest.mark.parametrize("compression", ["tiff_lzw", "tiff_deflate", "group4"])
def test_no_library_writes_a_line_of_its_own(
    tmp_path: Path, compression: str, capfd: pytest.CaptureFixture[str]
) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (64, 64), np.uint8)
    picture = Image.fromarray(noise).convert("1" if compression == "group4" else "L")
    contents = bytearray(encoded(picture, "TIFF", compression=compression))
    contents[200:300] = bytes(100)
    path = tmp_path / "digit.tif"
    path.write_bytes(contents)
    with suppress(DataError):
        read_picture(path)
    os.write(2, b"still open")
    assert capfd.readouterr().err == "still open"


# --- too small and too large --------------------------------------------------------------------------------


def sized(kind: str, width: int, height: int) -> bytes:
    """A small file of this kind whose head names this size."""
    contents = bytearray(WHOLE[kind])
    match kind:
        case "PNG":
            return SIGNATURE + header(width, height) + chunk(b"IDAT", zlib.compress(bytes(99))) + END
        case "JPEG":
            frame = contents.index(b"\xff\xc0")
            struct.pack_into(">HH", contents, frame + 5, height, width)
        case "BMP":
            struct.pack_into("<ii", contents, 18, width, height)
        case "GIF":
            struct.pack_into("<HH", contents, 6, width, height)
        case "WEBP":
            bits = (width - 1) | (height - 1) << 14
            struct.pack_into("<I", contents, 21, bits | 1 << 28)
        case "TIFF":
            return tiff({WIDTH: width, HEIGHT: height, BITS: 8, COMPRESSION: 1}, bytes(9))
    return bytes(contents)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize(("width", "height"), [(16_000, 12_000), (9_000, 9_000), (16_384, 1_600)])
def test_a_picture_that_is_too_large_is_refused_by_its_head(
    tmp_path: Path, kind: str, width: int, height: int
) -> None:
    """Also where Pillow would give but a warning, or nothing."""
    said = str(refusal(tmp_path / "picture", sized(kind, width, height)))
    if kind == "WEBP" and width * height > 2 * 89_478_485:  # Pillow looks before it makes room for them
        assert said == "“picture” is too large: make the picture smaller, 25,000,000 pixels in all at most."
    else:
        assert f"{width:,} × {height:,} pixels is too large" in said


def test_a_picture_that_is_too_small(tmp_path: Path) -> None:
    assert "1 × 1 pixels is too small" in str(
        refusal(tmp_path / "dot", encoded(Image.new("L", (1, 1)), "PNG"))
    )


def gif(screen: tuple[int, int], frame: tuple[int, int]) -> bytes:
    head = b"GIF89a" + struct.pack("<HHBBB", *screen, 0x80, 0, 0) + bytes(6)
    return head + b"," + struct.pack("<HHHHB", 0, 0, *frame, 0) + b"\x02\x02\x4c\x01\0;"


@pytest.mark.parametrize(("side", "words"), [(9_000, "9,000 × 9,000"), (60_000, "25,000,000 pixels in all")])
def test_a_gif_whose_first_picture_is_larger_than_it_says(tmp_path: Path, side: int, words: str) -> None:
    assert words in str(refusal(tmp_path / "picture", gif((3, 3), (side, side))))


def test_a_small_tiff_of_large_tiles(tmp_path: Path) -> None:
    tags = {WIDTH: 5, HEIGHT: 5, BITS: 8, COMPRESSION: 8, TILE_WIDTH: 32_768, TILE_HEIGHT: 32_768}
    contents = tiff(tags, zlib.compress(bytes(99)), TILE_AT, TILE_BYTES)
    assert "is too large: make the picture smaller" in str(refusal(tmp_path / "picture", contents))
    tags |= {TILE_WIDTH: 16, TILE_HEIGHT: 16}
    (tmp_path / "picture").write_bytes(tiff(tags, zlib.compress(bytes(256)), TILE_AT, TILE_BYTES))
    assert read_picture(tmp_path / "picture").pixels.shape == (5, 5)


def test_no_more_is_unpacked_than_the_size_takes(tmp_path: Path) -> None:
    bomb = chunk(b"IDAT", zlib.compress(bytes(50_000_000))) + END
    path = tmp_path / "picture"
    path.write_bytes(SIGNATURE + header(3, 3) + bomb)
    tracemalloc.start()
    try:
        read_picture(path)
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "LARGEST_FILE_BYTES", 1_000)
    contents = WHOLE["BMP"]
    said = str(refusal(tmp_path / "picture", contents))
    assert said == f"“picture” has {len(contents):,} bytes; at most 1,000 are read. Make the picture smaller."


def test_memory_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(pictures, "_pixels", fail)
    assert "is too large" in str(refusal(tmp_path / "picture", WHOLE["PNG"]))


@pytest.mark.parametrize("kind", FORMATS)
def test_a_reading_that_takes_too_long_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    path = tmp_path / "slow"
    Image.fromarray(BLOCKS).save(path, kind)
    assert read_picture(path).pixels.shape[:2] == BLOCKS.shape[:2]
    monkeypatch.setattr(pictures, "LONGEST_SECONDS", -1.0)
    with pytest.raises(DataError, match="“slow” took longer than -1 s to read, which was stopped"):
        read_picture(path)


def test_a_small_svg_of_nested_uses_is_refused_by_its_first_bytes(tmp_path: Path) -> None:
    """Ten copies in ten copies, and so on: to draw it would take hours."""
    path = tmp_path / "bomb.png"
    uses = "".join(f"<g id='a{n + 1}'>" + f"<use href='#a{n}'/>" * 10 + "</g>" for n in range(9))
    path.write_text(f"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><g id='a0'/>{uses}</svg>")
    with pytest.raises(DataError, match="is in the format SVG"):
        read_picture(path)
