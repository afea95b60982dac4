"""Prepares a picture that somebody drops, pastes or opens, or says why not. It runs in any thread.

Files are read in `adapters`, as on the command line. What is pasted is a QImage: Qt has read it already.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from adapters import pictures
from adapters.pictures import ReadPicture
from core.inspection.greys import require_size
from core.inspection.parts import Box
from core.inspection.preparation import Handling, PreparedPicture, prepare_picture


@dataclass(frozen=True, slots=True, eq=False)
class OpenedPicture:
    """A picture as it was read, what a person says of it, and what came of that."""

    read: ReadPicture
    handling: Handling
    prepared: PreparedPicture

    def handled(self, handling: Handling) -> OpenedPicture:
        """The same picture handled otherwise. DataError where no digit is found then."""
        shape = self.prepared.images[0].image.shape
        return open_picture(self.read, (shape[0], shape[1]), handling)

    def turned(self) -> Handling:
        """A quarter turn clockwise more; a crop belongs to the picture as it lay."""
        return replace(self.handling, turns=(self.handling.turns + 1) % 4, crop=None)

    def cropped(self, box: Box) -> Handling:
        """`box`, in pixels of what is seen, within the crop that there is."""
        finer, crop = box.times(self.prepared.block), self.handling.crop
        return replace(self.handling, crop=finer if crop is None else finer.moved(crop.top, crop.left))

    def inverted(self) -> Handling:
        return replace(self.handling, is_inverted=not self.handling.is_inverted)


def open_picture(
    source: QImage | str | ReadPicture, shape: tuple[int, int], handling: Handling
) -> OpenedPicture:
    """A picture, given as pixels or as the path of a file, for a network that takes images of this shape.
    DataError for a file that cannot be read, and for a picture that is too small, too large or empty."""
    if isinstance(source, QImage):
        read = ReadPicture(_pixels(source))
    else:
        read = source if isinstance(source, ReadPicture) else pictures.read_picture(source)
    return OpenedPicture(read, handling, prepare_picture(read.pixels, shape, handling))


def _pixels(image: QImage) -> NDArray[np.uint8]:
    """(h, w, 4) RGBA, alpha not multiplied in; (h, w) for a picture of greys."""
    require_size(image.width(), image.height())
    if image.format() == QImage.Format.Format_Grayscale8:
        return _rows(image, 1)[..., 0]
    return _rows(image.convertToFormat(QImage.Format.Format_RGBA8888), 4)


def _rows(image: QImage, channels: int) -> NDArray[np.uint8]:
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return flat[:, : image.width() * channels].reshape(image.height(), image.width(), channels).copy()
