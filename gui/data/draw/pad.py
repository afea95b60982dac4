"""The pad: where a digit is drawn with the mouse or a pen, or a picture is dropped or pasted.

It turns hands into strokes of a `Drawing` and paints it. What the drawing means is not known here.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QUndoStack,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.data.class_folders import is_picture_file
from core.inspection.preparation import PreparedPicture
from gui.data.draw import squares
from gui.data.draw.drawing import ERASER_WIDTH, SIDE, Drawing
from gui.data.draw.marks import box_at, marked, paint_boxes, place_of
from gui.language.texts import Speaking
from gui.look.fonts import BODY, font
from gui.look.theme import Theme
from gui.widgets.images.array_image import as_pixels, ink_image
from gui.widgets.painted import Painted, Part

RADIUS = 6.0
LEAST, BEST = 108, 240

_Keys = QKeySequence.StandardKey


class DrawPad(Painted, Speaking, QWidget):
    """`offered`: a picture came, as a QImage or the path of a file; nothing of it is read here. `cropped`: a
    part of the picture on the pad was chosen, as a Box of what is seen."""

    offered = Signal(object)  # QImage | str
    cropped = Signal(object)  # Box
    refused = Signal()  # what was pasted is no picture

    def __init__(
        self, theme: Theme, undo_stack: QUndoStack | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.drawing = Drawing(undo_stack, self)
        self.erasing = False
        self.cropping = False
        self._answers: list[str] = []
        self._chosen = 0
        self._reached = 0
        self._crop: tuple[QPointF, QPointF] | None = None
        self._hint = ""
        self._pointer: QPointF | None = None
        self._is_target = False
        self._picture: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.drawing.changed.connect(self._on_changed)
        theme.changed.connect(self._on_changed)

    def set_hint(self, text: str) -> None:
        """What an empty pad says."""
        self._hint = text
        self.update()

    def set_erasing(self, erasing: bool) -> None:
        self.erasing = erasing
        self.update()

    def set_cropping(self, cropping: bool) -> None:
        """Whether a drag chooses a part of the picture instead of drawing on it."""
        self.cropping = cropping
        self._crop = None
        self.update()

    def show_answers(self, answers: list[str], chosen: int) -> None:
        """What is said of each digit of the picture, in the order of reading, and which one is shown at
        length."""
        self._answers, self._chosen = answers, chosen
        self.update()

    def paste(self) -> None:
        """Take the picture of the clipboard: pixels, or the first file that was copied."""
        found = _picture_of(QGuiApplication.clipboard().mimeData())
        if found is None:
            self.refused.emit()
        else:
            self.offered.emit(found)

    def copied(self) -> QMimeData | None:
        """The drawing, dark on light."""
        if self.drawing.is_empty:
            return None
        image = self.drawing.image.copy()
        image.invertPixels()
        mime = QMimeData()
        mime.setImageData(image)
        return mime

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, LEAST)

    def sizeHint(self) -> QSize:
        return QSize(BEST, BEST)

    def _on_changed(self) -> None:
        self._picture = None
        self.update()

    # Places: the square stands in the middle of the widget

    def square(self) -> QRectF:
        side = float(min(self.width(), self.height()))
        return QRectF((self.width() - side) / 2.0, (self.height() - side) / 2.0, side, side)

    def _to_drawing(self, point: QPointF) -> QPointF:
        square = self.square()
        return (point - square.topLeft()) * (SIDE / max(square.width(), 1.0))

    # For a screen reader, which draws from one small square to the next

    def part_count(self) -> int:
        return squares.ACROSS**2

    def part(self, index: int) -> Part:
        row, column = divmod(index, squares.ACROSS)
        text = self.tr("row {row}, column {column}: empty")
        if squares.has_ink(index, self.drawing.ink()):
            text = self.tr("row {row}, column {column}: ink")
        name = text.format(row=row + 1, column=column + 1)
        return Part(name, squares.rect_of(index, self.square()), partial(self._draw_at, index))

    def _draw_at(self, place: int) -> None:
        point = squares.middle_of(place)
        if self.drawing.is_drawing and squares.are_neighbours(self._reached, place):
            self.drawing.move(point)
        else:
            self.drawing.press(point, erasing=self.erasing)
        self._reached = place

    # Hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.cropping:
            self._crop = event.position(), event.position()
        elif event.button() == Qt.MouseButton.LeftButton:
            self.drawing.press(self._to_drawing(event.position()), erasing=self.erasing)
        elif event.button() == Qt.MouseButton.RightButton:
            self.drawing.press(self._to_drawing(event.position()), erasing=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._crop is not None:
            self._crop = self._crop[0], event.position()
            self.update()
        elif event.buttons():
            self.drawing.move(self._to_drawing(event.position()))
        elif self.erasing:
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._crop is not None:
            self._end_crop(*self._crop)
        elif not event.buttons():
            self.drawing.release()

    def _end_crop(self, start: QPointF, end: QPointF) -> None:
        self._crop = None
        self.update()
        picture = self.drawing.picture
        if picture is not None:
            box = box_at(picture.prepared, place_of(picture.prepared, self.square()), start, end)
            if box is not None:
                self.cropped.emit(box)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer = None
        self.update()

    def event(self, event: QEvent) -> bool:
        # The window's own Undo, Paste and Delete give way while the pad has the keyboard.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(_Keys.Undo):
            self.drawing.undo_stack.undo()
        elif event.matches(_Keys.Redo):
            self.drawing.undo_stack.redo()
        elif event.matches(_Keys.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.drawing.clear()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.drawing.release()
        self.update()

    # Pictures

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A model or data go on to the window, which takes them everywhere."""
        found = _picture_of(event.mimeData())
        if found is None or (isinstance(found, str) and not is_picture_file(Path(found))):
            event.ignore()
            return
        event.acceptProposedAction()
        self._is_target = True
        self.update()

    def dragLeaveEvent(self, _event: QEvent) -> None:
        self._is_target = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._is_target = False
        self.update()
        found = _picture_of(event.mimeData())
        if found is not None:
            event.acceptProposedAction()
            self.offered.emit(found)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        square = self.square()
        edge = "blue" if self.hasFocus() or self._is_target else "border"
        painter.setPen(QPen(self._theme.color(edge), 2.0 if edge == "blue" else 1.0))
        painter.setBrush(self._theme.color("background"))
        painter.drawRoundedRect(square.adjusted(1.0, 1.0, -1.0, -1.0), RADIUS, RADIUS)
        if self.drawing.is_empty and self.drawing.picture is None:
            painter.setPen(self._theme.color("muted"))
            painter.setFont(font(BODY))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(square.adjusted(12, 12, -12, -12), flags, self._hint)
        elif self.drawing.picture is not None:
            self._paint_picture(painter, self.drawing.picture.prepared, square)
        else:
            inner = square.adjusted(3.0, 3.0, -3.0, -3.0)
            part = 3.0 * SIDE / square.width()
            painter.drawImage(inner, self._ink(), QRectF(part, part, SIDE - 2 * part, SIDE - 2 * part))
        if self.erasing and self._pointer is not None and square.contains(self._pointer):
            radius = ERASER_WIDTH / 2.0 * square.width() / SIDE
            painter.setPen(self._theme.color("muted"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._pointer, radius, radius)
        painter.end()

    def _paint_picture(self, painter: QPainter, prepared: PreparedPicture, square: QRectF) -> None:
        if self._picture is None:
            self._picture = marked(prepared, self._theme.color("blue"))
        place = place_of(prepared, square)
        painter.drawImage(place, self._picture)
        paint_boxes(painter, self._theme, prepared, place, self._answers, self._chosen)
        if self._crop is not None:
            painter.setPen(QPen(self._theme.color("vermilion"), 2.0, Qt.PenStyle.DashLine))
            painter.drawRect(QRectF(*self._crop).normalized())

    def _ink(self) -> QImage:
        if self._picture is None:
            self._picture = ink_image(as_pixels(self.drawing.ink()), self._theme, "background")
        return self._picture


def _is_ours(event: QKeyEvent) -> bool:
    return (
        event.matches(_Keys.Undo)
        or event.matches(_Keys.Redo)
        or event.matches(_Keys.Paste)
        or (event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace))
    )


def _picture_of(mime: QMimeData | None) -> QImage | str | None:
    """Pixels, or the path of the first file at hand; None where there is neither (an empty clipboard)."""
    if mime is None:
        return None
    files = [url for url in mime.urls() if url.isLocalFile()]
    if files:
        return files[0].toLocalFile()
    if mime.hasImage():
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return image
    return None
