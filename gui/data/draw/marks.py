"""How a picture is shown on the pad: its greys with the ink marked, and a frame with its answer around each
digit."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from core.inspection.parts import Box
from core.inspection.preparation import PreparedPicture
from gui.look.fonts import BODY, font
from gui.look.theme import Theme

MARK = 0.6
"""How much of the colour covers full ink."""


def marked(prepared: PreparedPicture, color: QColor) -> QImage:
    """The picture in its greys, its ink in `color`."""
    share = (MARK * prepared.ink)[..., np.newaxis]
    tint = np.array([color.red(), color.green(), color.blue()], np.float32)
    mixed = prepared.grey[..., np.newaxis] * (1 - share) + tint * share
    pixels = np.ascontiguousarray(np.rint(mixed).clip(0, 255).astype(np.uint8))
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def place_of(prepared: PreparedPicture, square: QRectF) -> QRectF:
    """Where the picture stands in the square: the whole of it, in the middle."""
    height, width = prepared.grey.shape
    scale = min(square.width() / width, square.height() / height)
    place = QRectF(0, 0, width * scale, height * scale)
    place.moveCenter(square.center())
    return place


def box_at(prepared: PreparedPicture, place: QRectF, start: QPointF, end: QPointF) -> Box | None:
    """What lies between two points, in pixels of the picture that is seen; None for nearly nothing."""
    height, width = prepared.grey.shape
    chosen = QRectF(start, end).normalized() & place
    scale = width / place.width()
    box = Box(
        round((chosen.top() - place.top()) * scale),
        round((chosen.left() - place.left()) * scale),
        min(round((chosen.bottom() - place.top()) * scale), height),
        min(round((chosen.right() - place.left()) * scale), width),
    )
    return box if min(box.height, box.width) >= 3 else None


def paint_boxes(
    painter: QPainter, theme: Theme, prepared: PreparedPicture, place: QRectF, answers: list[str], chosen: int
) -> None:
    """A frame around each digit, with its answer above; that of the chosen one is thicker."""
    scale = place.width() / prepared.grey.shape[1] / prepared.block
    painter.setFont(font(BODY, bold=True))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for number, shown in enumerate(prepared.images):
        box = shown.box
        frame = QRectF(box.left * scale, box.top * scale, box.width * scale, box.height * scale)
        frame.translate(place.topLeft())
        painter.setPen(QPen(theme.color("blue"), 2.5 if number == chosen else 1.0))
        painter.drawRect(frame)
        if number < len(answers):
            height = painter.fontMetrics().height()
            width = painter.fontMetrics().horizontalAdvance(answers[number]) + 8
            label = QRectF(frame.left(), max(frame.top() - height, place.top()), width, height)
            painter.fillRect(label, theme.color("blue"))
            painter.setPen(theme.color("background"))
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, answers[number])
