"""Reads a picture that somebody drops, pastes or opens: from a file or QImage to ink, or a sentence why not.

It runs in any thread. The size is looked at before any pixel is read, so that no file can fill the memory.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QImageReader

from core.errors import DataError, translatable
from core.inspection.digits import MNIST_SHAPE, PreparedDigit, empty_picture, prepare_picture
from core.inspection.ink import require_size


def read_picture(source: QImage | str, shape: tuple[int, int] = MNIST_SHAPE) -> PreparedDigit:
    """The digit on a picture. DataError for what is no picture, too small, too large or empty."""
    image = source if isinstance(source, QImage) else _read_file(source)
    require_size(image.width(), image.height())
    prepared = prepare_picture(_pixels(image), shape)
    if prepared is None:
        raise empty_picture()
    return prepared


def _read_file(path: str) -> QImage:
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    # The content decides, not the name: a photograph may be called .png.
    reader.setDecideFormatFromContent(True)
    # A format that does not say its size is held by Qt's own limit, 256 MB.
    size = reader.size()
    if size.isValid():
        require_size(size.width(), size.height())
    image = reader.read()
    if image.isNull():
        name = Path(path).name
        if not Path(path).is_file():
            template = translatable("errors", "“{name}” is no file that can be read: choose a picture.")
            raise DataError(template, name=name, path=path)
        template = translatable(
            "errors", "“{name}” is no picture that can be read: choose a PNG, JPEG, BMP or GIF file."
        )
        raise DataError(template, name=name, path=path)
    return image


def _pixels(image: QImage) -> NDArray[np.uint8]:
    """(h, w, 4) RGBA, alpha not multiplied in; (h, w) for a picture of greys."""
    if image.format() == QImage.Format.Format_Grayscale8:
        return _rows(image, 1)[..., 0]
    return _rows(image.convertToFormat(QImage.Format.Format_RGBA8888), 4)


def _rows(image: QImage, channels: int) -> NDArray[np.uint8]:
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return flat[:, : image.width() * channels].reshape(image.height(), image.width(), channels).copy()
