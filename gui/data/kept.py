"""What of the Data workspace would be lost with a sitting: the drawings, kept ones and the one on the pad."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QObject
from PySide6.QtGui import QImage, QImageWriter

from gui.data.draw.drawing import SIDE, Drawing
from gui.data.model.drawings import Drawings


class KeptDrawings(QObject):
    """`note` is called when there may be something else to keep."""

    def __init__(self, drawings: Drawings, pad: Drawing, note: Callable[[], None]) -> None:
        super().__init__(pad)
        self._drawings = drawings
        self._pad = pad
        drawings.undo_stack.indexChanged.connect(note)
        pad.changed.connect(note)

    def kept(self) -> Mapping[str, Any]:
        """The bytes of the images, of `shape` (N, height, width), their labels, and the pad's ink as PNG."""
        kept: dict[str, Any] = {}
        found = self._drawings.images()
        if found is not None:
            images, labels = found
            kept["images"] = b64encode(images.tobytes()).decode()
            kept["shape"], kept["labels"] = list(images.shape), labels.tolist()
        if not self._pad.is_empty:
            buffer = QBuffer()
            QImageWriter(buffer, QByteArray(b"png")).write(self._pad.image)
            kept["pad"] = b64encode(buffer.data().data()).decode()
        return kept

    def bring_back(self, kept: Mapping[str, Any]) -> None:
        if "images" in kept:
            images = np.frombuffer(b64decode(kept["images"]), np.uint8).reshape(kept["shape"])
            self._drawings.bring_back(images, np.array(kept["labels"], np.intp))
        if "pad" in kept:
            ink = QImage.fromData(b64decode(kept["pad"])).convertToFormat(QImage.Format.Format_Grayscale8)
            if (ink.width(), ink.height()) == (SIDE, SIDE):
                self._pad.put_ink(ink)
