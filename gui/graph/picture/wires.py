"""Wires as pieces that know how to be lit, and the dots where one divides. Qt paints them by itself."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QGraphicsEllipseItem, QGraphicsPathItem

from gui.graph.layout.geometry import Dot, Piece
from gui.graph.picture.look import Look, Part, pen

_DOT = 2.6


def path_of(piece: Piece) -> QPainterPath:
    """Level at both ends, and a smooth bend between two columns."""
    path = QPainterPath(QPointF(piece.x0, piece.y0))
    if abs(piece.y1 - piece.y0) < 0.5:
        path.lineTo(piece.x1, piece.y1)
        return path
    if piece.xa > piece.x0:
        path.lineTo(piece.xa, piece.y0)
    middle = (piece.xa + piece.xb) / 2
    path.cubicTo(middle, piece.y0, middle, piece.y1, piece.xb, piece.y1)
    if piece.x1 > piece.xb:
        path.lineTo(piece.x1, piece.y1)
    return path


class WireItem(QGraphicsPathItem):
    """One piece of a wire."""

    def __init__(self, piece: Piece, look: Look) -> None:
        super().__init__(path_of(piece))
        self._look = look
        self._lit: Part | None = None
        self.restyle()

    def show_lit(self, lit: Part | None) -> None:
        if lit != self._lit:
            self._lit = lit
            self.restyle()

    def restyle(self) -> None:
        self.setPen(self._look.wire_pens[self._lit])
        self.setZValue(0.0 if self._lit is None else 0.5)


class DotItem(QGraphicsEllipseItem):
    """Where a wire divides."""

    def __init__(self, dot: Dot, look: Look) -> None:
        super().__init__(QRectF(dot.x - _DOT, dot.y - _DOT, 2 * _DOT, 2 * _DOT))
        self._look = look
        self.setZValue(0.6)
        self.restyle()

    def restyle(self) -> None:
        self.setPen(pen(self._look.surface, 0.0))
        self.setBrush(self._look.muted)
