"""Prepares a picture that somebody drops, pastes or opens, or says why not. It runs in any thread.

Files are read in `adapters`, as on the command line. What is pasted is a QImage: Qt has read it already.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from adapters import pictures
from core.inspection.digits import MNIST_SHAPE, PreparedDigit, empty_picture, prepare_picture
from core.inspection.ink import require_size


def read_picture(source: QImage | str, shape: tuple[int, int] = MNIST_SHAPE) -> PreparedDigit:
    """The digit on a picture, given as pixels or as the path of a file. DataError for a file that cannot be
    read, and for a picture that is too small, too large or empty."""
    pixels = _pixels(source) if isinstance(source, QImage) else pictures.read_picture(source)
    prepared = prepare_picture(pixels, shape)
    if prepared is None:
        raise empty_picture()
    return prepared


def _pixels(image: QImage) -> NDArray[np.uint8]:
    """(h, w, 4) RGBA, alpha not multiplied in; (h, w) for a picture of greys."""
    require_size(image.width(), image.height())
    if image.format() == QImage.Format.Format_Grayscale8:
        return _rows(image, 1)[..., 0]
    return _rows(image.convertToFormat(QImage.Format.Format_RGBA8888), 4)


def _rows(image: QImage, channels: int) -> NDArray[np.uint8]:
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return flat[:, : image.width() * channels].reshape(image.height(), image.width(), channels).copy()
