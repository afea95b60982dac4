"""The probabilities of a softmax as bars below its node, one for each class, with the label marked."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from core.graph.graph import Node
from core.graph.ops import OPERATIONS
from core.graph.trace import Trace
from gui.graph.picture.look import Look, pen
from gui.look.theme import between

HEIGHT = 62.0
"""What a node with bars needs below its shape."""

LEAST_WIDTH = 100.0
_FEWEST, _MOST = 2, 12
_TOP, _BAR = 9.0, 35.0  # the gap above the bars, and the height of the probability 1
_SOFTMAX, _WITH_LOSS = "softmax", "softmax_with_loss"


class Bars(NamedTuple):
    """shares: the probability of each class; label: the right one, −1 where there is none."""

    shares: tuple[float, ...]
    label: int


def has_bars(node: Node, trace: Trace) -> bool:
    """Whether the node is a softmax over the classes of one example."""
    if node.operation not in (_SOFTMAX, _WITH_LOSS):
        return False
    shape = trace.values[node.operands[0]].shape
    return len(shape) == 2 and shape[0] == 1 and _FEWEST <= shape[1] <= _MOST


def bars_of(node: Node, trace: Trace) -> Bars:
    """The bars of a node that has them, by the table of operations."""
    scores = trace.values[node.operands[0]]
    shares = np.ravel(OPERATIONS[_SOFTMAX].forward(scores))
    targets = np.ravel(trace.values[node.operands[1]]) if node.operation == _WITH_LOSS else np.zeros(0)
    label = int(np.argmax(targets)) if targets.size == shares.size and targets.any() else -1
    return Bars(tuple(float(share) for share in shares), label)


class BarsItem(QGraphicsItem):
    """The bars of `node`, centred in `box`. Blank until the node is computed."""

    def __init__(self, node: str, box: QRectF, look: Look) -> None:
        super().__init__()
        self.node = node
        self.box = box
        self.bars: Bars | None = None
        self._look = look
        self._stale = False
        self.setZValue(2)
        self.setVisible(False)

    def show_bars(self, bars: Bars | None, stale: bool) -> None:
        if (bars, stale) != (self.bars, self._stale):
            self.bars, self._stale = bars, stale
            self.setVisible(bars is not None and bool(np.all(np.isfinite(bars.shares))))
            self.update()

    def boundingRect(self) -> QRectF:
        return self.box.adjusted(-2, -2, 2, 2)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self.box)
        return path

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        look, bars = self._look, self.bars
        if bars is None or look.is_overview:
            return
        pitch = self.box.width() / len(bars.shares)
        thick = min(0.7 * pitch, 14.0)
        base = self.box.top() + _TOP + _BAR
        painter.setPen(Qt.PenStyle.NoPen)
        for number, share in enumerate(bars.shares):
            x = self.box.left() + (number + 0.5) * pitch
            is_label = number == bars.label
            track = QRectF(x - thick / 2, base - _BAR, thick, _BAR)
            painter.fillRect(track, between(look.surface, look.orange if is_label else look.muted, 0.14))
            bar = QRectF(x - thick / 2, base - _BAR * share, thick, _BAR * share)
            painter.fillRect(bar, look.grey if self._stale else look.blue)
            digit = QRectF(x - pitch / 2, base + 1.0, pitch, 16.0)
            if is_label:
                painter.setPen(pen(look.orange, 1.4))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(digit.adjusted(-0.5, 0, 0.5, 0), 3, 3)
            used = look.body_bold if is_label else look.body
            look.write_centred(painter, digit, str(number), used, look.text if is_label else look.muted)
        painter.setPen(pen(look.muted, 1.0))
        painter.drawLine(QPointF(self.box.left(), base), QPointF(self.box.right(), base))
