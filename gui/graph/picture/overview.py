"""A large graph as a whole, small, in a corner of the picture: a frame marks what is in view, and a press
goes there. It is seen only while part of the graph is not."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from gui.graph.layout.geometry import Layout
from gui.graph.picture.look import Look, pen
from gui.graph.picture.moment import NOTHING, Lit
from gui.graph.picture.zoom_view import ZoomView
from gui.language.texts import translate
from gui.widgets.roles import set_tip

LARGEST = QSize(200, 110)
_MARGIN, _PADDING = 8, 6
_LEAST = 2.0
_SPOT = 3.5


class Overview(QWidget):
    """A small picture of the layout that `show_layout` gives, and of what `view` shows of it. The graph
    itself is painted once for a layout and a theme."""

    def __init__(self, view: ZoomView, look: Look) -> None:
        super().__init__(view)
        self._view = view
        self._look = look
        self._layout: Layout | None = None
        self._bounds = QRectF()
        self._scale = 1.0
        self._lit: Lit = NOTHING
        self._drawn: QPixmap | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        view.moved.connect(self._follow)

    def show_layout(self, layout: Layout, bounds: QRectF) -> None:
        """Another graph, or the same with other places."""
        self._layout, self._bounds, self._drawn = layout, bounds, None
        room = LARGEST - QSize(2 * _PADDING, 2 * _PADDING)
        self._scale = min(room.width() / bounds.width(), room.height() / bounds.height())
        wide, high = (max(12, round(side * self._scale)) for side in (bounds.width(), bounds.height()))
        self.resize(wide + 2 * _PADDING, high + 2 * _PADDING)
        self._follow()

    def show_lit(self, lit: Lit) -> None:
        """Mark the node of this step."""
        if lit != self._lit:
            self._lit = lit
            self._follow()

    def draw_anew(self) -> None:
        """Paint it in other colours."""
        self._drawn = None
        self.update()

    def retranslate(self) -> None:
        """Name it in another language."""
        set_tip(
            self,
            translate(
                "GraphPicture", "The whole graph. The frame is what is in view: press where it is to be."
            ),
        )

    @property
    def frame(self) -> QRectF:
        """What is in view, in pixels of the overview."""
        seen = self._seen().intersected(self._bounds)
        return QRectF(self.place_of(seen.topLeft()), self.place_of(seen.bottomRight()))

    def place_of(self, point: QPointF) -> QPointF:
        """Where a point of the picture stands here."""
        return (point - self._bounds.topLeft()) * self._scale + QPointF(_PADDING, _PADDING)

    def _seen(self) -> QRectF:
        return self._view.mapToScene(self._view.viewport().rect()).boundingRect()

    def _follow(self) -> None:
        is_whole = self._seen().adjusted(-2, -2, 2, 2).contains(self._bounds)
        self.setVisible(self._layout is not None and not is_whole)
        self.move(self._corner())
        self.update()

    def _corner(self) -> QPoint:
        """The first of the corners in which it does not lie over the node of this step. Inputs stand below
        the line of the results: an upper corner hides least."""
        inside = self._view.viewport().geometry().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        right, low = inside.right() - self.width(), inside.bottom() - self.height()
        corners = [QPoint(x, y) for y in (inside.top(), low) for x in (right, inside.left())]
        lit = self._lit_place()
        return next((each for each in corners if not QRect(each, self.size()).intersects(lit)), corners[0])

    def _lit_place(self) -> QRect:
        """Where the node of this step is, in pixels of the view."""
        if self._layout is None or self._lit.node not in self._layout.nodes:
            return QRect()
        box = self._view.mapFromScene(QRectF(*self._layout.nodes[self._lit.node].shape)).boundingRect()
        return box.translated(self._view.viewport().pos())

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        ratio = self.devicePixelRatioF()
        if self._drawn is None or self._drawn.devicePixelRatio() != ratio:
            self._drawn = self._draw(ratio)
        painter.drawPixmap(0, 0, self._drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._layout is not None and self._lit.node in self._layout.nodes:
            shape = QRectF(*self._layout.nodes[self._lit.node].shape)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.of(self._lit.part))
            painter.drawEllipse(self.place_of(shape.center()), _SPOT, _SPOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen(look.text, 1.4))
        painter.drawRoundedRect(self.frame, 2, 2)
        painter.end()

    def _draw(self, ratio: float) -> QPixmap:
        look, layout = self._look, self._layout
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(look.field)
        painter = QPainter(drawn)
        painter.setPen(pen(look.outline, 1.0))
        painter.drawRect(0, 0, self.width() - 1, self.height() - 1)
        if layout is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pen(look.wire, 0.8))
            for piece in layout.pieces:
                bends = (
                    (piece.x0, piece.y0),
                    (piece.xa, piece.y0),
                    (piece.xb, piece.y1),
                    (piece.x1, piece.y1),
                )
                painter.drawPolyline([self.place_of(QPointF(*bend)) for bend in bends])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.muted)
            for place in layout.nodes.values():
                box = QRectF(*place.shape)
                node = QRectF(
                    0, 0, *(max(_LEAST, side * self._scale) for side in (box.width(), box.height()))
                )
                node.moveCenter(self.place_of(box.center()))
                painter.drawRoundedRect(node, 1, 1)
        painter.end()
        return drawn

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _go(self, at: QPointF) -> None:
        self._view.look_at((at - QPointF(_PADDING, _PADDING)) / self._scale + self._bounds.topLeft())
