"""Takes a plot out of the program: as a picture in pixels, as a drawing, or as the numbers themselves."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

Draw = Callable[[QPainter], None]

SCALE = 2
"""Pixels of a picture for one pixel of the screen: sharp in a document."""


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
    # Opened here, because Qt only says that it failed, and not why.
    with path.open("wb"):
        pass
    writer = QImageWriter(str(path), QByteArray(b"png"))
    if not writer.write(image):
        raise OSError(writer.errorString())


def save_svg(path: Path, size: QSize, dpi: int, background: str, title: str, draw: Draw) -> None:
    """`dpi`: of the screen that `draw` draws for. Raises OSError when the file cannot be written."""
    with path.open("wb"):
        pass
    generator = QSvgGenerator()
    generator.setFileName(str(path))
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


def save_csv(path: Path, header: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Numbers with all their digits. Raises OSError when the file cannot be written."""
    # The mark at the start lets spreadsheets read Korean names as what they are.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
