"""The shapes of the picture: inputs as pills, operations as circles, compounds with a double edge, the
output's name at the right end, and the frame around the parts of an opened compound."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from core.graph.notes import Note
from gui.graph.layout.geometry import Box
from gui.graph.picture.face import Face, Kind
from gui.graph.picture.look import Look, Part, pen
from gui.graph.picture.sizes import (
    BADGE_HEIGHT,
    NAME_HEIGHT,
    NUMBER_GAP,
    lines_of,
    name_overhang,
    name_text,
    shape_text_of,
)

HANDLE = 8.0
"""Radius of the little plus at a compound's corner and of the cross at a frame's."""

_HALO = 7.0
_RING = 6.0
_CORNER = 12.0
_LINE = 16.0


def rectangle(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


class NodeItem(QGraphicsItem):
    """One node. Where it stands never changes; how it looks follows the step."""

    def __init__(self, node: str, face: Face, box: Box, look: Look) -> None:
        super().__init__()
        self.node = node
        self.face = face
        self.box = rectangle(box)
        self.trouble: Note | None = None
        self.trouble_text = ""
        self._look = look
        self._text = shape_text_of(face, look)
        self._name = name_text(face, look) if face.name else ""
        self._outline = self._make_outline()
        self._reached = False
        self._lit: Part | None = None
        self._selected = False
        self._focused = False
        left, right = name_overhang(self._name, box.width, look)
        self._name_place = QRectF(
            box.x - left, box.y - NAME_HEIGHT, left + box.width + right, NAME_HEIGHT - 7
        )
        around = max(_HALO, _RING, HANDLE) + 2.0
        self._bounds = self.box.adjusted(
            -max(around, left),
            -max(around, NAME_HEIGHT if self._name else 0.0),
            max(around, right, 12.0),
            max(around, BADGE_HEIGHT),
        )
        self.setZValue(1)

    @property
    def is_elided(self) -> bool:
        return self._text != self.face.text or self._name != self.face.name

    @property
    def handle(self) -> QRectF | None:
        """Where a compound is opened by a click."""
        if self.face.kind is not Kind.COMPOUND:
            return None
        return _handle_at(self.box.topRight() - QPointF(2, -2))

    def show_state(self, *, reached: bool, lit: Part | None) -> None:
        """reached: its value is known; lit: it is the node of this step, forwards or backwards."""
        if (reached, lit) != (self._reached, self._lit):
            self._reached, self._lit = reached, lit
            self.update()

    def show_trouble(self, trouble: Note | None, text: str) -> None:
        """text: inf or nan, as numbers are written; `trouble` says why."""
        if (trouble, text) != (self.trouble, self.trouble_text):
            self.trouble, self.trouble_text = trouble, text
            self.update()

    def show_selected(self, selected: bool, focused: bool) -> None:
        if (selected, focused) != (self._selected, self._focused):
            self._selected, self._focused = selected, focused
            self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        return self._outline

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        look = self._look
        if self.face.kind is Kind.END:
            self._paint_end(painter)
            return
        if self._lit is not None:
            self._paint_halo(painter, look.of(self._lit))
        if self._selected and not look.exporting:
            self._paint_ring(painter)
        painter.setBrush(look.field if self.face.kind is Kind.CONSTANT else look.surface)
        painter.setPen(self._pen())
        painter.drawPath(self._outline)
        if look.is_overview:
            return
        if self.face.kind is Kind.COMPOUND:
            painter.drawRoundedRect(self.box.adjusted(3, 3, -3, -3), _CORNER - 3, _CORNER - 3)
        self._paint_texts(painter)
        handle = self.handle
        if handle is not None and not look.exporting:
            paint_handle(painter, look, handle, plus=True)
        if self.trouble is not None:
            self._paint_trouble(painter)

    def _make_outline(self) -> QPainterPath:
        path = QPainterPath()
        box = self.box
        if self.face.kind in (Kind.INPUT, Kind.CONSTANT):
            path.addRoundedRect(box, box.height() / 2, box.height() / 2)
        elif self.face.kind is Kind.OPERATION and box.width() == box.height():
            path.addEllipse(box)
        elif self.face.kind is Kind.END:
            path.addRect(box)
        else:
            path.addRoundedRect(box, _CORNER, _CORNER)
        return path

    def _pen(self) -> QPen:
        look = self._look
        if self._lit is not None:
            return pen(look.of(self._lit), 2.4)
        if self.face.kind is Kind.CONSTANT:
            return pen(look.grey, 1.2, Qt.PenStyle.DashLine)
        if self.face.kind is Kind.INPUT:
            return pen(look.grey, 1.2)
        return pen(look.text if self._reached else look.grey, 1.4)

    def _paint_texts(self, painter: QPainter) -> None:
        look = self._look
        is_sign = self.face.kind is Kind.OPERATION and len(self._text) == 1
        used = look.title if is_sign else look.body
        dim = self.face.kind is Kind.CONSTANT or not self._reached
        is_pill = self.face.kind in (Kind.INPUT, Kind.CONSTANT)
        lines = (self._text,) if is_sign or is_pill else lines_of(self._text, look)
        for number, line in enumerate(lines):
            down = _LINE * (number - (len(lines) - 1) / 2)
            place = self.box.translated(0.0, down)
            look.write_centred(painter, place, line, used, look.muted if dim else look.text)
        if self._name:
            look.write_centred(painter, self._name_place, self._name, look.body, look.muted)

    def _paint_end(self, painter: QPainter) -> None:
        look = self._look
        box = self.box.adjusted(NUMBER_GAP, 0, 0, 0)
        look.write_centred(painter, box, self._text, look.title_bold, look.text)

    def _paint_halo(self, painter: QPainter, color: QColor) -> None:
        color = QColor(color)
        color.setAlphaF(0.18)
        grown = self.box.adjusted(-_HALO, -_HALO, _HALO, _HALO)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(grown, *self._radii(_HALO))

    def _paint_ring(self, painter: QPainter) -> None:
        look = self._look
        grown = self.box.adjusted(-_RING, -_RING, _RING, _RING)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(look.blue, 2.0) if self._focused else pen(look.muted, 1.2))
        painter.drawRoundedRect(grown, *self._radii(_RING))

    def _radii(self, grown: float) -> tuple[float, float]:
        is_round = self.face.kind in (Kind.INPUT, Kind.CONSTANT) or self.box.width() == self.box.height()
        radius = (self.box.height() / 2 if is_round else _CORNER) + grown
        return radius, radius

    def _paint_trouble(self, painter: QPainter) -> None:
        look = self._look
        width = 17.0 + look.width(self.trouble_text, look.body_bold)
        left = self.box.center().x() - width / 2
        middle = self.box.bottom() + BADGE_HEIGHT / 2 + 2.0
        paint_warning(painter, look, left, middle - 6.0)
        metrics = look.metrics(look.body_bold)
        baseline = middle + (metrics.ascent() - metrics.descent()) / 2
        look.write(painter, left + 17.0, baseline, self.trouble_text, look.body_bold, look.orange)


def paint_warning(painter: QPainter, look: Look, x: float, y: float) -> None:
    """A triangle with an exclamation mark, 13 pixels wide."""
    path = QPainterPath(QPointF(x + 6.5, y))
    path.lineTo(x + 13.0, y + 11.5)
    path.lineTo(x, y + 11.5)
    path.closeSubpath()
    painter.setPen(pen(look.orange, 1.4))
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
    painter.drawPath(path)
    painter.drawLine(QPointF(x + 6.5, y + 4.2), QPointF(x + 6.5, y + 7.0))
    painter.drawPoint(QPointF(x + 6.5, y + 9.3))


def paint_handle(painter: QPainter, look: Look, box: QRectF, *, plus: bool) -> None:
    """A plus opens, a cross closes."""
    painter.setPen(pen(look.grey, 1.2))
    painter.setBrush(look.surface)
    painter.drawEllipse(box)
    painter.setPen(pen(look.muted, 1.4))
    middle = box.center()
    arm = 3.5 if plus else 2.6
    ends = ((arm, 0.0), (0.0, arm)) if plus else ((arm, arm), (arm, -arm))
    for x, y in ends:
        painter.drawLine(middle - QPointF(x, y), middle + QPointF(x, y))


def _handle_at(middle: QPointF) -> QRectF:
    return QRectF(middle.x() - HANDLE, middle.y() - HANDLE, 2 * HANDLE, 2 * HANDLE)


class FrameItem(QGraphicsItem):
    """The tinted frame of an opened compound, with its title and the cross that closes it."""

    def __init__(self, node: str, title: str, box: Box, depth: int, look: Look) -> None:
        super().__init__()
        self.node = node
        self.title = title
        self.box = rectangle(box)
        self._look = look
        self._selected = False
        self._focused = False
        self.setZValue(-10.0 + depth)

    @property
    def handle(self) -> QRectF:
        return _handle_at(self.box.topRight() + QPointF(-18, 17))

    def show_selected(self, selected: bool, focused: bool) -> None:
        if (selected, focused) != (self._selected, self._focused):
            self._selected, self._focused = selected, focused
            self.update()

    def boundingRect(self) -> QRectF:
        return self.box.adjusted(-5, -5, 5, 5)

    def shape(self) -> QPainterPath:
        """Only the title's line answers to the mouse: the rest is background."""
        path = QPainterPath()
        path.addRect(self.box.adjusted(0, 0, 0, 30 - self.box.height()))
        return path

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        look = self._look
        fill = QColor(look.selection)
        fill.setAlphaF(0.55)
        painter.setBrush(fill)
        painter.setPen(pen(look.grey, 1.2))
        painter.drawRoundedRect(self.box, 14, 14)
        if self._selected and not look.exporting:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(look.blue, 2.0) if self._focused else pen(look.muted, 1.2))
            painter.drawRoundedRect(self.box.adjusted(-3, -3, 3, 3), 17, 17)
        if look.is_overview:
            return
        baseline = self.box.top() + 21
        look.write(painter, self.box.left() + 14, baseline, self.title, look.body_bold, look.muted)
        if not look.exporting:
            paint_handle(painter, look, self.handle, plus=False)
