"""Picture files become arrays here, by Pillow: PNG, JPEG, BMP, GIF, WebP and TIFF, and nothing else.

The first bytes of a file decide what it is; its name does not. The size of the picture is held against the
limits of `core.inspection.greys` before its pixels are decoded, and a reading that takes too long is stopped.
What is on the picture is not known here.
"""

from __future__ import annotations

import io
import os
import stat
import threading
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.errors import DataError, LabError, Remark, translatable
from core.inspection.greys import MOST_PIXELS, require_size

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

LARGEST_FILE_BYTES = 256 << 20
LONGEST_SECONDS = 5.0

# Kind, place in the file, and the bytes that stand there.
_READ = (
    ("PNG", 0, b"\x89PNG\r\n\x1a\n"),
    ("JPEG", 0, b"\xff\xd8\xff"),
    ("BMP", 0, b"BM"),
    ("GIF", 0, b"GIF8"),
    ("WebP", 8, b"WEBP"),
    ("TIFF", 0, b"II*\0"),
    ("TIFF", 0, b"MM\0*"),
    ("TIFF", 0, b"II+\0"),
    ("TIFF", 0, b"MM\0+"),
)
# What people also have: the refusal can name it.
_REFUSED = (
    ("PDF", 0, b"%PDF"),
    ("HEIC", 4, b"ftyphei"),
    ("HEIC", 4, b"ftypmif1"),
    ("AVIF", 4, b"ftypavi"),
    ("Photoshop", 0, b"8BPS"),
)
_HEAD_BYTES = 1024
_STANDARD_ERROR = 2

_GREYS = ("1", "L", "LA", "La")
_COLOURS = ("P", "PA", "RGB", "RGBA", "RGBX", "RGBa", "CMYK", "YCbCr")
_PLAIN_MODES = dict.fromkeys(_GREYS, "L") | dict.fromkeys(_COLOURS, "RGB")
"""Pillow's mode of a picture -> that of its array, alpha aside. What is not here has no range that is known:
32 bits and floats; or needs a library more: LAB."""

Pixels = NDArray[np.uint8]

_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True, eq=False)
class ReadPicture:
    """pixels: uint8, (h, w) grey, or (h, w, channels): 2 grey and alpha, 3 RGB, 4 RGBA. remarks: what was
    passed over in the file, if anything."""

    pixels: Pixels
    remarks: tuple[Remark, ...] = ()


def read_picture(path: str | os.PathLike[str]) -> ReadPicture:
    """The picture of a file.

    It is turned as its EXIF says. Of an animation or of several pages it is the first, and that is remarked.
    16 bits are scaled to 8, CMYK and palettes become RGB. Alpha is kept and not multiplied in: on which
    ground a transparent picture lies, `core.inspection.greys.greys` decides. DataError, with `path`, for what
    cannot be read in 5 s, and for a picture that is too small or too large.
    """
    path = Path(path)
    kind, contents = _contents(path)
    with _faults_as_sentences(path, kind), _no_warnings(), _silent_library(kind):
        image = _opened(kind, _Timed(contents))
        _require_size(image)
        pixels = _pixels(image)
        if not _has_more(image):
            return ReadPicture(pixels)
        template = translatable("errors", "The file holds more than one picture: the first was taken.")
        return ReadPicture(pixels, (Remark(template),))


class _Timed(io.BytesIO):
    """The contents of a file, which are not given away any more when the time is over: decoders ask for them
    in small pieces. TimeoutError then."""

    def __init__(self, contents: bytes) -> None:
        super().__init__(contents)
        self._end = time.monotonic() + LONGEST_SECONDS

    def read(self, size: int | None = -1, /) -> bytes:
        if time.monotonic() > self._end:
            raise TimeoutError
        return super().read(size)


def _has_more(image: ImageFile) -> bool:
    """Whether other pictures follow the first; where the file is damaged behind it, no."""
    with suppress(Exception):  # anything can come of reading on in a damaged file
        return bool(getattr(image, "is_animated", False))
    return False


def _contents(path: Path) -> tuple[str, bytes]:
    """The kind of picture by its first bytes, and the whole file. A file of another kind is not read on."""
    try:
        about = path.stat()  # a pipe would be waited for
        if not stat.S_ISREG(about.st_mode):
            raise _refusal(
                path, translatable("errors", "“{name}” is not a file. Choose a picture, such as a PNG file.")
            )
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
            kind = _kind(path, head)
            if about.st_size > LARGEST_FILE_BYTES:
                template = translatable(
                    "errors",
                    "“{name}” has {size:,} bytes; at most {most:,} are read. Make the picture smaller.",
                )
                raise _refusal(path, template, size=about.st_size, most=LARGEST_FILE_BYTES)
            return kind, head + file.read()
    except FileNotFoundError as error:
        template = translatable("errors", "There is no file {path}. Check the name and the folder.")
        raise _refusal(path, template) from error
    except OSError as error:
        template = translatable(
            "errors", "{path} could not be read ({reason}). Check the disk, or copy the file elsewhere."
        )
        raise _refusal(path, template, reason=error.strerror or str(error)) from error


def _kind(path: Path, head: bytes) -> str:
    """What the file is, of the six kinds. DataError for any other."""
    for kind, place, mark in _READ:
        if head.startswith(mark, place):
            return kind
    if not head:
        raise _refusal(path, translatable("errors", "“{name}” is empty. Choose a picture."))
    other = "SVG" if b"<svg" in head else None
    for kind, place, mark in _REFUSED:
        if head.startswith(mark, place):
            other = kind
    if other is not None:
        template = translatable(
            "errors",
            "“{name}” is in the format {kind}. Only PNG, JPEG, BMP, GIF, WebP and TIFF are read: save the "
            "picture as one of these.",
        )
        raise _refusal(path, template, kind=other)
    template = translatable(
        "errors",
        "“{name}” is not a picture that can be read: choose a PNG, JPEG, BMP, GIF, WebP or TIFF file.",
    )
    raise _refusal(path, template)


def _refusal(path: Path, template: str, **fields: object) -> DataError:
    return DataError(template, path=str(path), name=path.name or str(path), **fields)


def _opened(kind: str, contents: io.BytesIO) -> ImageFile:
    """The picture with its size known and its pixels not yet decoded.

    By the class of its kind: `PIL.Image.open` would import and try all formats that Pillow knows.
    """
    from PIL.BmpImagePlugin import BmpImageFile
    from PIL.GifImagePlugin import GifImageFile
    from PIL.JpegImagePlugin import JpegImageFile
    from PIL.PngImagePlugin import PngImageFile
    from PIL.TiffImagePlugin import TiffImageFile
    from PIL.WebPImagePlugin import WebPImageFile

    kinds: dict[str, type[ImageFile]] = {
        "PNG": PngImageFile,
        "JPEG": JpegImageFile,
        "BMP": BmpImageFile,
        "GIF": GifImageFile,
        "WebP": WebPImageFile,
        "TIFF": TiffImageFile,
    }
    return kinds[kind](contents)


def _require_size(image: ImageFile) -> None:
    """The limits of every picture; and a TIFF may come in tiles, each of which is decoded as a whole."""
    from PIL.Image import DecompressionBombError
    from PIL.TiffImagePlugin import TILELENGTH, TILEWIDTH, TiffImageFile

    require_size(*image.size)
    if isinstance(image, TiffImageFile):
        width, height = image.tag_v2.get(TILEWIDTH, 0), image.tag_v2.get(TILELENGTH, 0)
        if width * height > MOST_PIXELS:
            raise DecompressionBombError


def _pixels(image: ImageFile) -> Pixels:
    _scale_transparency(image)
    image.load()
    _turn(image)
    if image.mode.startswith("I;16"):
        return _from_16_bits(image)
    mode = _PLAIN_MODES[image.mode]
    if image.has_transparency_data:
        mode = {"L": "LA", "RGB": "RGBA"}.get(mode, mode)
    return np.asarray(image if image.mode == mode else image.convert(mode))


def _turn(image: Image) -> None:
    """Turn and mirror the picture as its EXIF says; where EXIF is damaged, leave it."""
    from PIL.ImageOps import exif_transpose

    with suppress(Exception):  # anything can come of reading EXIF that is damaged
        exif_transpose(image, in_place=True)


def _scale_transparency(image: ImageFile) -> None:
    """Bring the transparent colour of a PNG to 8 bits. Pillow does so with the pixels alone."""
    stored = image.tile[0].args if image.tile else None  # WebP has no tiles
    match image.info.get("transparency"), stored:
        case int(grey), "L;2":
            image.info["transparency"] = 85 * grey
        case int(grey), "L;4":
            image.info["transparency"] = 17 * grey
        case (red, green, blue), "RGB;16B":
            image.info["transparency"] = (red >> 8, green >> 8, blue >> 8)


def _from_16_bits(image: ImageFile) -> Pixels:
    """Grey of more than 8 bits, scaled to 8: (h, w), or (h, w, 2) where one value is transparent."""
    from PIL.TiffImagePlugin import BITSPERSAMPLE, TiffImageFile

    values = np.asarray(image)
    # A TIFF may have 12.
    bits = image.tag_v2[BITSPERSAMPLE][0] if isinstance(image, TiffImageFile) else 16
    grey = np.rint(values * np.float32(255 / (2**bits - 1))).astype(np.uint8)
    if "transparency" not in image.info:
        return grey
    alpha = np.where(values == image.info["transparency"], 0, 255).astype(np.uint8)
    return np.dstack([grey, alpha])


@contextmanager
def _no_warnings() -> Iterator[None]:
    """Silence what Pillow warns of: the picture is read, or there is a sentence.

    The filters of warnings belong to the whole process, so one picture is read at a time.
    """
    with _one_at_a_time, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def _silent_library(kind: str) -> Iterator[None]:
    """Keep the lines that libtiff writes about a damaged file from standard error: there is a sentence.

    Only a TIFF pays for it, and one picture is read at a time.
    """
    if kind != "TIFF":
        yield
        return
    try:
        kept = os.dup(_STANDARD_ERROR)
    except OSError:  # a program without a console has none
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, _STANDARD_ERROR)
        yield
    finally:
        os.dup2(kept, _STANDARD_ERROR)
        os.close(kept)
        os.close(nowhere)


@contextmanager
def _faults_as_sentences(path: Path, kind: str) -> Iterator[None]:
    """Turn what Pillow raises into a DataError about `path`. A damaged file can make it raise anything."""
    from PIL.Image import DecompressionBombError

    try:
        yield
    except LabError:
        raise
    except (DecompressionBombError, MemoryError) as error:
        template = translatable(
            "errors", "“{name}” is too large: make the picture smaller, {most:,} pixels in all at most."
        )
        raise _refusal(path, template, most=MOST_PIXELS) from error
    except TimeoutError as error:
        template = translatable(
            "errors",
            "“{name}” took longer than {seconds:g} s to read, which was stopped: save the picture smaller, "
            "as PNG.",
        )
        raise _refusal(path, template, seconds=LONGEST_SECONDS) from error
    except Exception as error:
        template = translatable(
            "errors",
            "“{name}” cannot be read as {kind}: it is damaged, or stored in a rare way. Open it in an image "
            "viewer, and save it as PNG.",
        )
        raise _refusal(path, template, kind=kind) from error
