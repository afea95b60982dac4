"""The area of a plot: two axes and a canvas on pyqtgraph's view box, which zooms and pans.

What costs time at a redraw is left out on purpose: no automatic range, no grid by the axes (replaying it took
four times as long as all lines), and only the canvas is repainted while the axes stay.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPen
from PySide6.QtWidgets import QGraphicsGridLayout, QGraphicsSceneWheelEvent, QGraphicsView, QWidget

from gui.language.numbers import number
from gui.language.texts import translate
from gui.look.fonts import SMALL, font
from gui.widgets.painted import Painted
from gui.widgets.plot.canvas import LEAST_BEYOND, Canvas, Frame, Layer
from gui.widgets.plot.style import PlotColors
from gui.widgets.plot.ticks import log_ticks, thinned, ticks

Floats = NDArray[np.float64]

_X_TICK_PX = 56.0
_Y_TICK_PX = 22.0
_MOST_PARTS = 6
# Half of the last tick's text reaches so far beyond the axis x.
_RIGHT = 22.0
# From the axis to the text of its ticks.
_TICK_TOP = 2.0


class PlotView(Painted, pg.GraphicsView):
    """Axes and canvas. Keys and the context menu are left to the parent."""

    painted_role = QAccessible.Role.Chart
    frame_changed = Signal()
    moved_by_hand = Signal()
    hovered = Signal(object)  # QPointF on the canvas, or None
    double_clicked = Signal()
    focus_changed = Signal()

    def __init__(
        self, colors: PlotColors, beyond: float = LEAST_BEYOND, parent: QWidget | None = None
    ) -> None:
        """`beyond`: pixels to the right of the canvas that its layer may write on."""
        super().__init__(parent, background=colors.surface)
        self.colors = colors
        self.log = False
        self._names = ("", "")
        self._given: tuple[float, ...] = ()
        self.setAntialiasing(True)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setMinimumSize(160, 96)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setAutoFillBackground(False)
        self.box = _Box()
        self._left = _Left("left")
        self._bottom = _Bottom()
        self.canvas = Canvas(colors, beyond)
        self._lay_out(max(_RIGHT, beyond))
        self.box.sigRangeChanged.connect(self._on_frame_moved)
        self.box.sigResized.connect(self._on_frame_moved)
        self.box.sigRangeChangedManually.connect(self._on_moved_by_hand)
        self.set_colors(colors)

    def _lay_out(self, right: float) -> None:
        layout: QGraphicsGridLayout = self.centralLayout
        layout.setContentsMargins(0.0, 8.0, right, 0.0)
        # Apart by more than rounding, so that a repaint of the canvas touches no axis.
        layout.setSpacing(2.0)
        layout.addItem(self._left, 0, 0)
        layout.addItem(self.box, 0, 1)
        layout.addItem(self._bottom, 1, 1)
        metrics = QFontMetricsF(font(SMALL))
        # Fixed, so that plots above one another stand in line and no longer number moves the picture.
        width = round(metrics.horizontalAdvance("0.0000") + metrics.height() + 8.0)
        self._left.setWidth(width)
        self._bottom.corner = float(width)
        self.canvas.before = width - metrics.height()  # beside the name of the axis
        for axis in (self._left, self._bottom):
            axis.linkToView(self.box)
            axis.setStyle(tickFont=font(SMALL), tickLength=0, tickAlpha=0, hideOverlappingLabels=24)
            axis.enableAutoSIPrefix(False)
        self.canvas.setParentItem(self.box)

    @property
    def frame(self) -> Frame:
        """What is seen now."""
        (left, right), (bottom, top) = self.box.viewRange()
        rect = self.box.rect()
        return Frame(max(rect.width(), 1.0), max(rect.height(), 1.0), left, right, bottom, top, self.log)

    def spoken_scale(self) -> str:
        """The ranges that are seen; nothing while the plot is empty."""
        if self.empty_text:
            return ""
        frame, (x, y) = self.frame, self._names
        low, high = (10.0**end if self.log else end for end in (frame.bottom, frame.top))
        return translate("PlotView", "{x} from {left} to {right}, {y} from {low} to {high}").format(
            x=x,
            left=number(frame.left),
            right=number(frame.right),
            y=y,
            low=number(low),
            high=number(high),
        )

    def canvas_rect(self) -> QRectF:
        """The canvas in the coordinates of this widget."""
        return QRectF(self.mapFromScene(self.box.sceneBoundingRect()).boundingRect())

    def set_log(self, log: bool) -> None:
        """Read the range of y in powers of ten, or as it is."""
        self.log = log
        self._retick()

    def set_x_ticks(self, values: tuple[float, ...]) -> None:
        """Whole numbers for the ticks of the axis x, or some of them where room is short; none for ticks that
        are chosen here."""
        if values != self._given:
            self._given = values
            self._retick()

    def set_ranges(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Show these ranges; y in powers of ten where the scale is logarithmic."""
        (left, right), (bottom, top) = self.box.viewRange()
        if (left, right) != x or (bottom, top) != y:
            self.box.setRange(xRange=x, yRange=y, padding=0.0)

    def set_names(self, x: str, y: str) -> None:
        self._names = (x, y)
        style = {"color": self.colors.muted, "font-size": f"{SMALL}px"}
        self._bottom.setLabel(escape(x), **style)
        self._left.setLabel(escape(y), **style)
        self._bottom.place_name(x)

    def set_colors(self, colors: PlotColors) -> None:
        self.colors = self.canvas.colors = colors
        self.setBackground(colors.surface)
        for axis in (self._left, self._bottom):
            axis.setPen(QPen(Qt.PenStyle.NoPen))
            axis.setTextPen(QPen(QColor(colors.muted)))
        self.set_names(*self._names)
        self.canvas.update()

    @property
    def empty_text(self) -> str:
        """What stands in place of data and scales; nothing once there are data."""
        return self.canvas.empty_text

    def set_empty_text(self, text: str) -> None:
        if text != self.canvas.empty_text:
            self.canvas.set_empty_text(text)
            self._retick()

    def draw_with(self, layer: Layer) -> None:
        self.canvas.layer = layer

    def redraw(self) -> None:
        """Have the canvas painted at the next turn of the event loop."""
        self.canvas.update()

    def _retick(self) -> None:
        """Choose the ticks for the present ranges."""
        frame = self.frame
        most = _most(frame.width / _X_TICK_PX)
        across = thinned(self._given, most) if self._given else ticks(frame.left, frame.right, most)
        choose: Callable[[float, float, int], list[tuple[float, str]]] = log_ticks if self.log else ticks
        upwards = choose(frame.bottom, frame.top, _most(frame.height / _Y_TICK_PX))
        if self.empty_text:
            across, upwards = [], []
        self._bottom.setTicks([across])
        self._left.setTicks([upwards])
        self.canvas.show_frame(frame, [value for value, _ in across], [value for value, _ in upwards])

    def _on_frame_moved(self, *_: object) -> None:
        self._retick()
        self.frame_changed.emit()

    def _on_moved_by_hand(self, *_: object) -> None:
        self.moved_by_hand.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        # pyqtgraph looks for items at every move of the pointer; without a button there is nothing to find.
        if event.buttons() != Qt.MouseButton.NoButton:
            super().mouseMoveEvent(event)
        self.hovered.emit(self.box.mapFromScene(self.mapToScene(event.position().toPoint())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.double_clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()


def _most(room: float) -> int:
    """How many parts to divide an axis into: few, as in a book, however long it is."""
    return min(max(2, int(room)), _MOST_PARTS)


class _Left(pg.AxisItem):
    """The axis y. Its name is left out where it is longer than the axis, and would lie over others."""

    def resizeEvent(self, event: object = None) -> None:
        super().resizeEvent(event)
        if self.label is not None:
            self.label.setOpacity(float(self.label.boundingRect().width() <= self.size().height() + _RIGHT))


class _Bottom(pg.AxisItem):
    """The axis x. Its name stands before its ticks, in the corner that no axis uses, so that the picture has
    the height of a line more; a name that is too long for that stands below them."""

    def __init__(self) -> None:
        self.corner = 0.0
        self._is_beside = False
        super().__init__("bottom")

    def place_name(self, name: str) -> None:
        metrics = QFontMetricsF(font(SMALL))
        # Half of the first tick's text reaches into the corner.
        room = self.corner - metrics.horizontalAdvance("0")
        self._is_beside = metrics.horizontalAdvance(name) <= room
        self.setHeight(round((1.0 if self._is_beside else 2.0) * metrics.height() + 4.0))
        self.resizeEvent()

    def resizeEvent(self, event: object = None) -> None:
        super().resizeEvent(event)
        if self._is_beside and self.label is not None:
            size = self.label.boundingRect()
            room = self.corner - QFontMetricsF(font(SMALL)).horizontalAdvance("0")
            self.label.setPos(round((room - size.width()) / 2.0 - self.corner), _TICK_TOP - 4.0)


class _Box(pg.ViewBox):
    """A view box without menu, whose right button is left to the context menu. The wheel zooms the axis x,
    with Ctrl the axis y; over an axis it zooms that one."""

    def wheelEvent(self, event: QGraphicsSceneWheelEvent, axis: int | None = None) -> None:
        if axis is None:
            axis = 1 if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 0
        super().wheelEvent(event, axis)

    def __init__(self) -> None:
        super().__init__(enableMenu=False, defaultPadding=0.0)
        self.disableAutoRange()

    def mouseDragEvent(self, event: object, axis: int | None = None) -> None:
        if event.button() == Qt.MouseButton.RightButton:  # type: ignore[attr-defined]
            event.ignore()  # type: ignore[attr-defined]
            return
        super().mouseDragEvent(event, axis)
