"""The program's icon in the two containers that Windows and macOS want in their executables, made of its SVG
when one is built. Both hold a picture for each size; Pillow packs them.
"""

from __future__ import annotations

import io
from typing import Any

from PIL import Image
from PySide6.QtGui import QImage

from tools.desktop_icons import drawn

ICON = "apps/backprop-lab"

ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_SIZES = (32, 64, 128, 256, 512, 1024)
"""Pixels across; the sizes that Pillow puts into such a container."""


def ico() -> bytes:
    """The icon for Windows."""
    return _packed(ICO_SIZES, format="ICO", sizes=[(size, size) for size in ICO_SIZES])


def icns() -> bytes:
    """The icon for macOS."""
    return _packed(ICNS_SIZES, format="ICNS")


def _packed(across: tuple[int, ...], **options: Any) -> bytes:
    """Every size is drawn by itself: none is another one made smaller."""
    *smaller, largest = [_picture(size) for size in across]
    buffer = io.BytesIO()
    largest.save(buffer, append_images=smaller, **options)
    return buffer.getvalue()


def _picture(size: int) -> Image.Image:
    image = drawn(ICON, size).convertToFormat(QImage.Format.Format_RGBA8888)
    return Image.frombytes("RGBA", (size, size), bytes(image.constBits()))
