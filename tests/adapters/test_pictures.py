"""What is read from picture files: every format and kind of colour, and which way up."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import threading
import warnings
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray
from PIL import Image

from adapters.pictures import read_picture
from tests.adapters.png_bytes import CHANNELS, DEPTHS, SIGNATURE, chunk, header, png
from tests.adapters.tiff_bytes import BITS, COMPRESSION, HEIGHT, WIDTH, tiff

ROOT = Path(__file__).parents[2]
FORMATS = ("PNG", "JPEG", "BMP", "GIF", "WEBP", "TIFF")
LOSSLESS: dict[str, dict[str, Any]] = {"WEBP": {"lossless": True}, "JPEG": {"quality": 100, "subsampling": 0}}
"""What Pillow's writers are told so that little or nothing is lost."""

# Blocks of 16 × 16 in four colours, no two of them alike under any turn: JPEG keeps them nearly as they are.
COLOURS = np.array(
    [[[200, 30, 30], [30, 200, 30], [60, 60, 60]], [[30, 30, 200], [250, 250, 250], [0, 0, 0]]]
)
BLOCKS = np.kron(COLOURS, np.ones((16, 16, 1))).astype(np.uint8)
GREYS = BLOCKS[..., 0]
GREY_5 = np.arange(25).reshape(5, 5, 1)
PALETTE = np.random.default_rng(8).integers(0, 256, (256, 3)).astype(np.uint8)


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **{**LOSSLESS.get(kind, {}), **options})
    return buffer.getvalue()


@pytest.fixture
def read(tmp_path: Path) -> Callable[[bytes], NDArray[np.uint8]]:
    """Read these bytes as a file. Its name says nothing, and Pillow's warnings would be seen."""

    def read(contents: bytes) -> NDArray[np.uint8]:
        path = tmp_path / "picture"
        path.write_bytes(contents)
        found = read_picture(path).pixels
        assert found.dtype == np.uint8
        return found

    return read


Read = Callable[[bytes], NDArray[np.uint8]]


# --- formats ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_whatever_the_name(read: Read, kind: str) -> None:
    found = read(encoded(Image.fromarray(BLOCKS), kind))
    np.testing.assert_allclose(found, BLOCKS, atol=3 if kind == "JPEG" else 0)


@pytest.mark.parametrize("kind", FORMATS)
def test_greys_of_every_format(read: Read, kind: str) -> None:
    found = read(encoded(Image.fromarray(GREYS), kind))
    if kind in ("GIF", "WEBP"):  # these know no greys
        assert (found == found[..., :1]).all()
        found = found[..., 0]
    np.testing.assert_allclose(found, GREYS, atol=3 if kind == "JPEG" else 0)


@pytest.mark.parametrize("compression", ["raw", "tiff_lzw", "tiff_deflate", "packbits", "zstd", "lzma"])
def test_a_tiff_however_it_is_packed(read: Read, compression: str) -> None:
    assert (read(encoded(Image.fromarray(BLOCKS), "TIFF", compression=compression)) == BLOCKS).all()


def test_a_fax(read: Read) -> None:
    ink = BLOCKS[..., 0] > 100
    found = read(encoded(Image.fromarray(ink), "TIFF", compression="group4"))
    assert (found == np.where(ink, 255, 0)).all()


def test_a_big_tiff(read: Read) -> None:
    contents = encoded(Image.fromarray(BLOCKS), "TIFF", big_tiff=True)
    assert contents[:4] in (b"II+\0", b"MM\0+")
    assert (read(contents) == BLOCKS).all()


def test_a_progressive_jpeg(read: Read) -> None:
    found = read(encoded(Image.fromarray(BLOCKS), "JPEG", progressive=True))
    np.testing.assert_allclose(found, BLOCKS, atol=3)


def test_an_interlaced_png(read: Read) -> None:
    """A picture of 3 × 3 pixels, in the seven passes of Adam7: the corners, … and last the middle row."""

    passes = [[(0, 0)], [], [], [(0, 2)], [(2, 0), (2, 2)], [(0, 1), (2, 1)], [(1, 0), (1, 1), (1, 2)]]
    rows: list[bytes] = []
    for places in passes:
        for y in sorted({y for y, _ in places}):
            rows.append(bytes([0, *(10 * y + x for row, x in places if row == y)]))
    data = chunk(b"IDAT", zlib.compress(b"".join(rows))) + chunk(b"IEND")
    found = read(SIGNATURE + header(3, 3, interlacing=1) + data)
    assert found.tolist() == [[0, 1, 2], [10, 11, 12], [20, 21, 22]]


# --- colours and depths -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("colour", "depth"), [(colour, depth) for colour, depths in DEPTHS.items() for depth in depths]
)
def test_every_colour_and_depth_of_png(read: Read, colour: int, depth: int) -> None:
    rng = np.random.default_rng(depth)
    for h, w in ((3, 3), (4, 11), (13, 6)):
        samples = rng.integers(0, 2**depth, (h, w, CHANNELS[colour]))
        palette = [chunk(b"PLTE", PALETTE[: 2**depth].tobytes())] if colour == 3 else []
        found = read(png(samples, depth, colour, rng.integers(0, 5, h).tolist(), *palette))
        expected = PALETTE[samples[..., 0]] if colour == 3 else samples * (255 / (2**depth - 1))
        if (colour, depth) == (4, 16):  # Pillow makes RGBA of it
            expected = expected[..., [0, 0, 0, 1]]
        # Of 16 bits of a colour Pillow takes the upper 8.
        np.testing.assert_allclose(
            found, expected[..., 0] if expected.shape[2] == 1 else expected, atol=1 if depth == 16 else 0.01
        )


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_tiff_with_16_bits(read: Read, order: str) -> None:
    values = np.array([[0, 255, 256], [32768, 65535, 1000], [257, 514, 65000]])
    found = read(encoded(Image.fromarray(values.astype(f"{order}u2")), "TIFF"))
    assert (found == np.rint(values / 257)).all()


def test_a_tiff_with_12_bits(read: Read) -> None:
    values = [[0, 4095, 2048, 100], [16, 17, 4000, 1], [1, 2, 3, 4]]
    packed = b"".join(
        bytes([a >> 4, (a & 15) << 4 | b >> 8, b & 255])
        for row in values
        for a, b in zip(row[::2], row[1::2], strict=True)
    )
    found = read(tiff({WIDTH: 4, HEIGHT: 3, BITS: 12, COMPRESSION: 1}, packed))
    assert (found == np.rint(np.array(values) * 255 / 4095)).all()


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_cmyk(read: Read, kind: str) -> None:
    """Ink of one colour keeps its light back; black keeps all."""
    inks = {(0, 0, 0, 0): (255, 255, 255), (0, 0, 0, 255): (0, 0, 0), (0, 255, 255, 0): (255, 0, 0),
            (255, 0, 255, 0): (0, 255, 0), (0, 0, 0, 128): (127, 127, 127)}  # fmt: skip
    for ink, seen in inks.items():
        found = read(encoded(Image.new("CMYK", (16, 16), ink), kind))
        np.testing.assert_allclose(found, np.broadcast_to(seen, (16, 16, 3)), atol=2)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr"])
def test_every_mode_that_a_tiff_may_have(read: Read, mode: str) -> None:
    plain = np.where(GREYS > 100, 255, 0).astype(np.uint8)
    found = read(encoded(Image.fromarray(plain).convert("RGB").convert(mode), "TIFF"))
    assert found.shape[2:] == {"1": (), "L": (), "LA": (2,), "RGBA": (4,)}.get(mode, (3,))
    np.testing.assert_allclose(found if found.ndim == 2 else found[..., 0], plain, atol=2)


# --- what is transparent ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_alpha_is_kept_and_not_multiplied_in(read: Read, kind: str) -> None:
    alpha = np.linspace(0, 255, GREYS.size).reshape(GREYS.shape).astype(np.uint8)
    drawn = np.dstack([BLOCKS, alpha])
    found = read(encoded(Image.fromarray(drawn), kind, **({"exact": True} if kind == "WEBP" else {})))
    assert (found == drawn).all()
    greys = np.dstack([GREYS, alpha])
    if kind != "WEBP":
        assert (read(encoded(Image.fromarray(greys), kind)) == greys).all()


def test_one_grey_of_a_png_is_transparent(read: Read) -> None:
    for depth in DEPTHS[0]:
        values = GREY_5 % 2**depth
        hidden = 2**depth - 1 if depth < 8 else 7
        found = read(png(values, depth, 0, [0] * 5, chunk(b"tRNS", struct.pack(">H", hidden))))
        assert (found[..., 0] == np.rint(values[..., 0] * 255 / (2**depth - 1))).all()
        assert (found[..., 1] == np.where(values[..., 0] == hidden, 0, 255)).all()


@pytest.mark.parametrize("depth", [8, 16])
def test_one_colour_of_a_png_is_transparent(read: Read, depth: int) -> None:
    scale = (2**depth - 1) // 255
    colours = np.repeat(GREY_5, 3, axis=2)
    colours[0, 0] = (0, 0, 9)
    hidden = struct.pack(">3H", 0, 0, 9 * scale)
    found = read(png(colours * scale, depth, 2, [0] * 5, chunk(b"tRNS", hidden)))
    assert found[0, 0].tolist() == [0, 0, 9, 0]
    assert (found[..., 3] == 0).sum() == 1


def test_a_palette_with_transparent_colours(read: Read) -> None:
    colours = chunk(b"PLTE", PALETTE[:25].tobytes())
    found = read(png(GREY_5, 8, 3, [4] * 5, colours, chunk(b"tRNS", bytes([0, 100]))))
    assert found[0, :3].tolist() == [[*PALETTE[0], 0], [*PALETTE[1], 100], [*PALETTE[2], 255]]
    found = read(png(GREY_5, 8, 3, [4] * 5, colours, chunk(b"tRNS", bytes([255, 0]))))
    assert found[0, :3].tolist() == [[*PALETTE[0], 255], [*PALETTE[1], 0], [*PALETTE[2], 255]]


def test_the_ground_of_a_gif_may_be_transparent(read: Read) -> None:
    drawn = np.zeros((8, 8, 4), np.uint8)
    drawn[2:6, 3:5] = (10, 20, 30, 255)
    found = read(encoded(Image.fromarray(drawn), "GIF"))
    assert (found[..., 3] == drawn[..., 3]).all()
    assert (found[2:6, 3:5] == drawn[2:6, 3:5]).all()


# --- which way up -------------------------------------------------------------------------------------------

TURNS: dict[int, Callable[[NDArray[np.uint8]], NDArray[np.uint8]]] = {
    1: lambda p: p,
    2: np.fliplr,
    3: lambda p: np.rot90(p, 2),
    4: np.flipud,
    5: lambda p: p.swapaxes(0, 1),
    6: lambda p: np.rot90(p, -1),
    7: lambda p: np.rot90(p, 2).swapaxes(0, 1),
    8: np.rot90,
}
"""The EXIF specification: what to do with the stored picture, so that it stands upright."""


def turned(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


@pytest.mark.parametrize("orientation", TURNS)
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "TIFF"])
def test_a_picture_is_turned_as_its_exif_says(read: Read, kind: str, orientation: int) -> None:
    found = read(encoded(Image.fromarray(BLOCKS), kind, exif=turned(orientation)))
    np.testing.assert_allclose(found, TURNS[orientation](BLOCKS), atol=3 if kind == "JPEG" else 0)


def test_the_exif_of_a_png_may_stand_behind_its_pixels(read: Read) -> None:
    exif = turned(6).tobytes().removeprefix(b"Exif\0\0")
    whole = encoded(Image.fromarray(BLOCKS), "PNG")
    end = chunk(b"IEND")
    found = read(whole.removesuffix(end) + chunk(b"eXIf", exif) + end)
    assert (found == TURNS[6](BLOCKS)).all()


def test_16_bits_and_palettes_are_turned_as_well(read: Read) -> None:
    wide = Image.fromarray(GREYS.astype(np.uint16) * 257)
    assert (read(encoded(wide, "PNG", exif=turned(6))) == TURNS[6](GREYS)).all()
    few = Image.fromarray(BLOCKS).quantize(6)
    assert (read(encoded(few, "PNG", exif=turned(6))) == TURNS[6](np.asarray(few.convert("RGB")))).all()


@pytest.mark.parametrize(
    "damage", [b"", b"II*\0", b"II*\0\xff\xff\xff\xff", b"no EXIF at all", b"MM\0*\0\0\0\x08\xff"]
)
def test_a_picture_with_damaged_exif_is_read_as_it_lies(read: Read, damage: bytes) -> None:
    image = Image.fromarray(BLOCKS)
    assert (read(encoded(image, "PNG", exif=damage)) == BLOCKS).all()
    np.testing.assert_allclose(read(encoded(image, "JPEG", exif=b"Exif\0\0" + damage)), BLOCKS, atol=3)


# --- more than one picture ----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP", "TIFF"])
def test_of_several_pictures_the_first_is_read(read: Read, kind: str) -> None:
    others = [Image.fromarray(255 - BLOCKS), Image.fromarray(BLOCKS[::-1])]
    found = read(encoded(Image.fromarray(BLOCKS), kind, save_all=True, append_images=others))
    assert (found[..., :3] == BLOCKS).all()


@pytest.mark.parametrize("kind", FORMATS)
def test_that_there_are_several_pictures_is_remarked(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "picture"
    one = Image.fromarray(BLOCKS)
    path.write_bytes(encoded(one, kind))
    assert read_picture(path).remarks == ()
    if kind not in ("BMP", "JPEG"):  # these hold one
        path.write_bytes(encoded(one, kind, save_all=True, append_images=[Image.fromarray(255 - BLOCKS)]))
        (remark,) = read_picture(path).remarks
        assert str(remark) == "The file holds more than one picture: the first was taken."


def test_a_photograph_with_a_second_one_behind_it(read: Read) -> None:
    """As telephones keep a preview, or the view of the other lens."""
    other = Image.fromarray(255 - BLOCKS)
    options = {**LOSSLESS["JPEG"], "save_all": True, "append_images": [other]}
    found = read(encoded(Image.fromarray(BLOCKS), "MPO", **options))
    np.testing.assert_allclose(found, BLOCKS, atol=3)


def test_a_gif_whose_first_picture_fills_a_part_of_it(read: Read) -> None:
    small = encoded(Image.new("P", (4, 4), 1), "GIF")
    place = small.index(b",") + 1
    wide = bytearray(small)
    struct.pack_into("<HH", wide, 6, 10, 8)
    struct.pack_into("<HH", wide, place, 3, 2)
    assert read(bytes(wide)).shape[:2] == (8, 10)


# --- how --------------------------------------------------------------------------------------------------


@given(arrays.arrays(np.uint8, st.tuples(st.integers(3, 40), st.integers(3, 40))))
def test_a_grey_png_comes_back(tmp_path_factory: pytest.TempPathFactory, pixels: NDArray[np.uint8]) -> None:
    path = tmp_path_factory.getbasetemp() / "round-trip.png"
    Image.fromarray(pixels).save(path)
    assert (read_picture(path).pixels == pixels).all()
    path.write_bytes(png(pixels[..., np.newaxis], 8, 0, [n % 5 for n in range(len(pixels))]))
    assert (read_picture(path).pixels == pixels).all()


def test_texts_and_times_are_passed_over(read: Read) -> None:
    words = chunk(b"tEXt", b"Comment\0seven"), chunk(b"tIME", bytes(7))
    assert (read(png(GREY_5, 8, 0, [1] * 5, *words)) == GREY_5[..., 0]).all()


def test_pictures_are_read_in_several_threads(tmp_path: Path) -> None:
    paths = []
    for kind in FORMATS:
        paths.append(tmp_path / kind)
        paths[-1].write_bytes(encoded(Image.fromarray(BLOCKS), kind))
    filters = list(warnings.filters)
    found: list[NDArray[np.uint8]] = []

    def work() -> None:
        found.extend(read_picture(path).pixels for path in paths)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == len(threads) * len(paths)
    assert all(np.abs(one.astype(int) - BLOCKS).max() <= 3 for one in found)
    assert list(warnings.filters) == filters


def run_python(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_starting_does_not_wait_for_pillow() -> None:
    program = "import sys, cli.predict, gui.app, gui.data.workspace\nprint('PIL' in sys.modules)"
    assert run_python(program) == "False\n"


def test_nothing_but_these_formats_is_imported(tmp_path: Path) -> None:
    path = tmp_path / "picture"
    path.write_bytes(encoded(Image.fromarray(BLOCKS), "TIFF"))
    program = (
        "import sys\nfrom adapters.pictures import read_picture\n"
        f"read_picture({str(path)!r})\n"
        "print(*sorted(name for name in sys.modules if name.endswith('ImagePlugin')))"
    )
    kinds = ("Bmp", "Gif", "Jpeg", "Png", "Tiff", "WebP")
    assert run_python(program).split() == [f"PIL.{kind}ImagePlugin" for kind in kinds]
