"""An image as it is copied: a picture where pictures are pasted, its numbers as a table where text is."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray
from PySide6.QtCore import QMimeData

from gui.widgets.copying import table_to_copy
from gui.widgets.images.array_image import as_pixels, paper_image


def copied_image(image: NDArray[Any]) -> QMimeData:
    """image: (h, w) as it is stored: bytes from 0 paper to 255 ink, or floats from 0 to 1."""
    mime = table_to_copy(image.tolist(), paper_image(as_pixels(image)))
    assert mime is not None
    return mime
