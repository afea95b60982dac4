"""The numbers on the wires: a node's value above its wire, its gradient below, and what a single wire of
several carries back. Each has its room from the layout and shows nothing until it is given a number."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from core.graph.ops.operation import Value, shape_text
from gui.graph.picture.arrays.kinds import PLAIN, ArrayKind
from gui.graph.picture.arrays.matrix import SHARE, Matrix
from gui.graph.picture.look import Look, Part, pen
from gui.language.numbers import number

ARROW = "← "
HIDDEN = "?"
_QUESTION_WIDTH = 28.0
_SHAPE_HEIGHT = 17.0
"""The height of the line over an array that says its shape."""

_ARROW_WIDTH = 12.0
"""The width of the arrow before an array and of the gap behind it: a wire is as short as it can be."""

_ARRAY_DROP = 3.0
"""How much lower than a number an array begins under the wire."""


class Room:
    """How much room a number takes: measured for the layout before anything is drawn."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def of(self, value: Value, part: Part, kind: ArrayKind = PLAIN) -> tuple[float, float]:
        """Width and height of a node's value or gradient beside its wire."""
        look = self._look
        if not value.shape:
            # Bold, as it is in the step that computes it.
            arrow = look.width(ARROW, look.body_bold) if part == "gradient" else 0.0
            return arrow + look.width(number(float(value)), look.body_bold), look.metrics(look.body).height()
        matrix = kind.matrix(value, part, look)
        if part == "gradient":
            return _ARROW_WIDTH + matrix.width, _ARRAY_DROP + matrix.height
        return max(
            matrix.width, look.width(shape_text(value.shape), look.body)
        ), matrix.height + _SHAPE_HEIGHT

    def of_share(self, value: Value) -> float:
        """Width of what a single wire carries back."""
        look = self._look
        if not value.shape:
            return look.width(ARROW + number(float(value)), look.body_bold)
        return _ARROW_WIDTH + Matrix(value, SHARE, look).width


class NumberItem(QGraphicsItem):
    """One number or array beside a wire.

    part    above its wire (value) or below (gradient)
    room    of the layout: a node's number begins at its left, what a single wire carries ends at its right
    """

    def __init__(
        self,
        node: str,
        part: Part,
        room: QRectF,
        look: Look,
        operand: int | None = None,
        kind: ArrayKind = PLAIN,
    ) -> None:
        super().__init__()
        self.kind = kind
        self.node = node
        self.part: Part = part
        self.operand = operand
        self.value: Value | None = None
        self.hidden = False
        self.room = room
        self._look = look
        self._stale = False
        self._fresh = False
        self._text = ""
        self._matrix: Matrix | None = None
        self.setZValue(2)
        self.setVisible(False)

    def show_value(self, value: Value | None, *, stale: bool, fresh: bool, hidden: bool) -> None:
        """None is blank. stale: of before an edit; fresh: made in this step; hidden: asked for in a quiz."""
        state = (value, stale, fresh, hidden)
        if state[1:] == (self._stale, self._fresh, self.hidden) and value is self.value:
            return
        if value is not self.value:
            self.value = value
            self._matrix = None
            self._text = "" if value is None or value.shape else number(float(value))
        self._stale, self._fresh, self.hidden = stale, fresh, hidden
        self.setVisible(value is not None or hidden)
        self.update()

    @property
    def is_array(self) -> bool:
        """Whether there is an array to be looked at as a whole."""
        return self.value is not None and bool(self.value.shape) and not self.hidden

    def ink(self) -> QRectF:
        """What is covered by what is shown now; it answers to the mouse."""
        look, room = self._look, self.room
        if self.hidden:
            width, height = _QUESTION_WIDTH, look.metrics(look.body_bold).height()
        elif self.value is None:
            return QRectF()
        elif self.operand is None:
            width, height = Room(look).of(self.value, self.part, self.kind)
        else:
            width, height = Room(look).of_share(self.value), room.height()
        left = room.left() if self.operand is None else room.right() - width
        top = room.top() if self.part == "gradient" else room.bottom() - height
        return QRectF(left, top, width, height)

    def boundingRect(self) -> QRectF:
        return self.room.adjusted(-2, -2, 2, 2)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self.ink())
        return path

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._look.is_overview:
            return
        if self.hidden:
            self._paint_question(painter)
        elif self.value is not None and self.value.shape:
            self._paint_array(painter, self.value)
        elif self.operand is None:
            self._paint_number(painter)
        else:
            self._paint_share(painter)

    def _paint_number(self, painter: QPainter) -> None:
        look = self._look
        used = look.body_bold if self._fresh else look.body
        color = look.muted if self._stale else look.of(self.part)
        metrics = look.metrics(used)
        if self.part == "value":
            look.write(
                painter, self.room.left(), self.room.bottom() - metrics.descent(), self._text, used, color
            )
        else:
            baseline = self.room.top() + metrics.ascent()
            look.write(painter, self.room.left(), baseline, ARROW + self._text, used, color)

    def _paint_share(self, painter: QPainter) -> None:
        look = self._look
        used = look.body_bold if self._fresh else look.body
        text = ARROW + self._text
        x = self.room.right() - look.width(text, used)
        color = look.muted if self._stale else look.vermilion
        look.write(painter, x, self.room.top() + look.metrics(used).ascent(), text, used, color)

    def _paint_array(self, painter: QPainter, value: Value) -> None:
        look = self._look
        is_share = self.operand is not None
        if self._matrix is None:
            self._matrix = (
                Matrix(value, SHARE, look) if is_share else self.kind.matrix(value, self.part, look)
            )
        matrix = self._matrix
        color = look.muted if self._stale else look.of(self.part)
        x = self.room.left()
        if self.part == "value":
            y = self.room.bottom() - matrix.height
            matrix.paint(painter, look, x, y, self.part, self._stale)
            look.write(painter, x, y - 4.0, shape_text(value.shape), look.body, look.muted)
            return
        if is_share:
            x = self.room.right() - matrix.width - _ARROW_WIDTH
        _paint_arrow(painter, x, self.room.top() + 9.0, pen(color, 2.0 if self._fresh else 1.4))
        top = self.room.top() + _ARRAY_DROP
        matrix.paint(painter, look, x + _ARROW_WIDTH, top, self.part, self._stale)

    def _paint_question(self, painter: QPainter) -> None:
        look, box = self._look, self.ink()
        painter.setPen(pen(look.of(self.part), 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(look.surface)
        painter.drawRoundedRect(box, 5, 5)
        look.write_centred(painter, box, HIDDEN, look.body_bold, look.of(self.part))


def _paint_arrow(painter: QPainter, x: float, y: float, used: QPen) -> None:
    painter.setPen(used)
    for start, end in (((8.0, 0.0), (0.5, 0.0)), ((4.0, -3.5), (0.5, 0.0)), ((4.0, 3.5), (0.5, 0.0))):
        painter.drawLine(QPointF(x + start[0], y + start[1]), QPointF(x + end[0], y + end[1]))
