"""A drawing: ink on a square, stroke by stroke, with everything that was done to be taken back.

It shows nothing and asks no network; how ink becomes what a network is shown is in
`core.inspection.preparation`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QUndoCommand, QUndoStack

from core.data import Preparation
from core.inspection.preparation import ShownImage, prepare_drawing
from gui.data.draw.picture import OpenedPicture
from gui.language.texts import Speaking

SIDE = 280
"""Pixels of the square: ten to one of MNIST's."""

PEN_WIDTH = 24.0
ERASER_WIDTH = 44.0
LONGEST_PATH = 300
"""Elements after which a stroke goes on as a new one, so that its end never takes longer to draw."""

_INK, _GROUND = QColor(255, 255, 255), QColor(0, 0, 0)


@dataclass(frozen=True, slots=True, eq=False)
class _State:
    """The ink, and the picture that it came from as long as nothing was drawn over it."""

    image: QImage
    picture: OpenedPicture | None


class Drawing(Speaking, QObject):
    """`image`: Format_Grayscale8, 0 ground to 255 ink. Points are in pixels of the square. What is done goes
    to `undo_stack`, which may be that of other edits as well."""

    changed = Signal()

    def __init__(self, undo_stack: QUndoStack | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self) if undo_stack is None else undo_stack
        self.image = _blank()
        self.picture: OpenedPicture | None = None
        self._last: QPointF | None = None
        self._pen = QPen()
        self._path = QPainterPath()
        self._ground = self.image

    @property
    def is_empty(self) -> bool:
        return not self.ink().any()

    def ink(self) -> NDArray[np.float32]:
        """(SIDE, SIDE), 0 ground to 1 ink."""
        levels = np.frombuffer(self.image.constBits(), np.uint8).reshape(SIDE, self.image.bytesPerLine())
        return levels[:, :SIDE].astype(np.float32) / np.float32(255)

    def prepared(self, shape: tuple[int, int], preparation: Preparation) -> tuple[ShownImage, ...]:
        """What a network is shown, in the order of reading. Nothing while there is no ink."""
        if self.picture is not None and self.picture.prepared.images[0].image.shape == shape:
            return self.picture.prepared.images
        shown = prepare_drawing(self.ink(), shape, preparation)
        return () if shown is None else (shown,)

    # Strokes

    def press(self, point: QPointF, *, erasing: bool = False) -> None:
        """Begin a stroke with a dot."""
        self._remember(self.tr("Erase") if erasing else self.tr("Stroke"))
        self.picture = None
        color, width = (_GROUND, ERASER_WIDTH) if erasing else (_INK, PEN_WIDTH)
        self._pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        self._pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._begin(point)
        self._draw_to(point)

    def move(self, point: QPointF) -> None:
        """Draw on to `point`, if a stroke has begun."""
        if self._last is not None and point != self._last:
            # Through the middles, with the points between them as handles: corners become curves.
            self._path.quadTo(self._last, (self._last + point) / 2.0)
            self._draw_to(point)

    def release(self) -> None:
        self._last = None

    @property
    def is_drawing(self) -> bool:
        """Whether a stroke has begun that is not released yet."""
        return self._last is not None

    def _begin(self, point: QPointF) -> None:
        self._last = point
        self._path = QPainterPath(point)
        self._ground = self.image.copy()

    def _draw_to(self, point: QPointF) -> None:
        """The whole stroke anew on what was there before it: pieces drawn over one another would show."""
        self._last = point
        path = QPainterPath(self._path)
        # A path without length has no ends to be rounded.
        path.lineTo(point if point != self._path.currentPosition() else point + QPointF(0.01, 0.0))
        self.image = self._ground.copy()
        painter = QPainter(self.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.strokePath(path, self._pen)
        painter.end()
        if self._path.elementCount() > LONGEST_PATH:
            self._begin(point)
        self.changed.emit()

    # Whole drawings

    def clear(self) -> None:
        """Take all ink away; Undo brings it back."""
        if not self.is_empty:
            self._remember(self.tr("Clear the drawing"))
            self._set(_State(_blank(), None))

    def put(self, picture: OpenedPicture) -> None:
        """Show a picture instead of what was drawn: the whole of it, in the middle. Its ink can be drawn on;
        where none was looked for, what is light is ink."""
        self._remember(self.tr("Picture"))
        prepared = picture.prepared
        ink = prepared.ink if prepared.ink.any() else prepared.grey / np.float32(255)
        self._set(_State(_fitted(ink), picture))

    def put_ink(self, image: QImage) -> None:
        """Show ink that was drawn before, (SIDE, SIDE) in Format_Grayscale8, instead of what is there."""
        self._remember(self.tr("Picture"))
        self._set(_State(image, None))

    def _set(self, state: _State) -> None:
        self._last = None
        self.image, self.picture = state.image, state.picture
        self.changed.emit()

    def _remember(self, name: str) -> None:
        """What is there now comes back by Undo, and what is there then by Redo."""
        self.undo_stack.push(_Step(self, name))


class _Step(QUndoCommand):
    """What was on the square when it was made, and what is there when it is taken back: a stroke goes on
    after it was begun."""

    def __init__(self, drawing: Drawing, name: str) -> None:
        super().__init__(name)
        self._drawing = drawing
        self._before = _State(drawing.image, drawing.picture)
        self._after: _State | None = None

    def redo(self) -> None:
        if self._after is not None:
            self._drawing._set(self._after)

    def undo(self) -> None:
        self._after = _State(self._drawing.image, self._drawing.picture)
        self._drawing._set(self._before)


def _blank() -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
    image.fill(0)
    return image


def _fitted(ink: NDArray[np.float32]) -> QImage:
    """(h, w) ink in the middle of the square, as large as it can be."""
    height, width = ink.shape
    levels = np.ascontiguousarray(np.rint(ink * np.float32(255)).astype(np.uint8))
    source = QImage(levels.data, width, height, width, QImage.Format.Format_Grayscale8)
    scale = SIDE / max(height, width)
    # QPainter's smooth scaling looks at four pixels only: what is far larger is made smaller by areas first.
    size = source.size() * scale
    mode = (
        Qt.TransformationMode.SmoothTransformation if scale < 1 else Qt.TransformationMode.FastTransformation
    )
    small = source.scaled(
        max(size.width(), 1), max(size.height(), 1), Qt.AspectRatioMode.IgnoreAspectRatio, mode
    )
    image = _blank()
    painter = QPainter(image)
    left, top = (SIDE - small.width()) / 2.0, (SIDE - small.height()) / 2.0
    painter.drawImage(QRectF(left, top, small.width(), small.height()), small)
    painter.end()
    return image
