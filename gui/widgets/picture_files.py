"""Takes a plot out of the program: as a picture in pixels, as a drawing, or as the numbers themselves."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from secrets import token_hex

from PySide6.QtCore import QBuffer, QByteArray, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

Draw = Callable[[QPainter], None]

SCALE = 2
"""Pixels of a picture for one pixel of the screen: sharp in a document."""

_NAME_SHOWN = 30  # characters: with more, a name that is long enough itself would make one that is too long


def picture(size: QSize, background: str, draw: Draw) -> QImage:
    """What `draw` draws on `size` pixels of the screen, in twice as many."""
    image = QImage(size * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    image.fill(QColor(background))
    painter = QPainter(image)
    try:
        draw(painter)
    finally:
        painter.end()
    return image


def save_png(path: Path, image: QImage) -> None:
    """Raises OSError when the file cannot be written."""
    content = QBuffer()
    content.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(content, QByteArray(b"png"))
    if not writer.write(image):
        raise OSError(writer.errorString())
    _save(path, bytes(content.data().data()))


def save_svg(path: Path, size: QSize, dpi: int, background: str, title: str, draw: Draw) -> None:
    """`dpi`: of the screen that `draw` draws for. Raises OSError when the file cannot be written."""
    content = QBuffer()
    content.open(QBuffer.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(content)
    generator.setResolution(dpi)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    painter = QPainter(generator)
    try:
        painter.fillRect(QRectF(0.0, 0.0, size.width(), size.height()), QColor(background))
        draw(painter)
    finally:
        painter.end()
    _save(path, bytes(content.data().data()))


def save_csv(path: Path, header: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Numbers with all their digits. Raises OSError when the file cannot be written."""
    content = io.StringIO(newline="")
    writer = csv.writer(content)
    writer.writerow(header)
    writer.writerows(rows)
    # The mark at the start lets spreadsheets read Korean names as what they are.
    _save(path, content.getvalue().encode("utf-8-sig"))


def _save(path: Path, content: bytes) -> None:
    """The new file is there whole, or the old one is; a link stays, and its target gets the content."""
    target = Path(os.path.realpath(path))
    if os.path.exists(target) and not os.path.isfile(target):
        target.write_bytes(content)  # a device takes it, and a folder says that it is one
        return
    beside = target.with_name(f".{target.name[:_NAME_SHOWN]}.{token_hex(4)}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
        os.replace(beside, target)
    finally:
        beside.unlink(missing_ok=True)
