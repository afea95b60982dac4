"""A view that is zoomed at the pointer and moved by hand, like a map. It knows nothing of what it shows.

The wheel and two fingers zoom; Shift with the wheel, a drag on empty ground or with the middle button move.
There are no scroll bars: what is shown can be brought anywhere in the view, and never out of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import isclose

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QPainter, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

STEP = 1.25
LEAST, MOST = 0.02, 4.0

FIT_MOST = 1.7
"""A small picture is not blown up further than this when it is fitted."""

_WHEEL_STEP = 120.0
_KEPT = 80.0
"""So much of the picture, in pixels, always stays in view."""


class ZoomView(QGraphicsView):
    """What was brought into view as a whole stays so in a view of another size, until a person zooms or
    moves.
    """

    zoomed = Signal(float)
    moved = Signal()
    """Something else may be in view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keep: Callable[[], None] | None = self.fit
        self._bounds = QRectF(0, 0, 1, 1)
        self._drag: QPoint | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)

    def sizeHint(self) -> QSize:
        """Any size will do: what is shown is fitted into it, or seen in part."""
        return self.minimumSizeHint()

    # Scale and place

    @property
    def scale_now(self) -> float:
        return self.transform().m11()

    @property
    def middle(self) -> QPointF:
        """What stands in the middle of the view."""
        return self.mapToScene(self.viewport().rect()).boundingRect().center()

    def set_bounds(self, bounds: QRectF) -> None:
        """What can be brought into view."""
        self._bounds = bounds
        self._place(self.scale_now, self.middle)

    def fit_scale(self) -> float:
        """The scale at which the whole is in view."""
        size = self.viewport().size()
        scale = min(size.width() / self._bounds.width(), size.height() / self._bounds.height())
        return max(LEAST, min(FIT_MOST, scale))

    def fit(self) -> None:
        """Bring the whole into view."""
        self._place(self.fit_scale(), self._bounds.center())
        self._keep = self.fit

    @property
    def is_fitted(self) -> bool:
        """Whether the whole is in view and is to stay so."""
        return self._keep is not None and isclose(self.scale_now, self.fit_scale())

    def keep(self, show: Callable[[], None]) -> None:
        """Do `show` now, and again whenever the view gets another size."""
        show()
        self._keep = show

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """What moves the view in here is not a person: another size brings back what is kept in view."""
        kept = self._keep
        yield
        self._keep = kept

    def show_kept(self) -> None:
        """Bring what is kept in view there again; nothing where a person has chosen what is seen."""
        if self._keep is not None:
            self.keep(self._keep)

    def zoom_in(self) -> None:
        self.zoom(STEP)

    def zoom_out(self) -> None:
        self.zoom(1.0 / STEP)

    def zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Zoom, and keep what stands at `at`, in pixels of the view, where it is; else the middle."""
        before = self.scale_now
        after = max(LEAST, min(MOST, before * factor))
        middle = self.middle
        if at is not None:
            fixed = self.mapToScene(at)
            middle = fixed + (middle - fixed) * (before / after)
        self.look_at(middle, after)

    def pan(self, x: float, y: float) -> None:
        """Move the view by so many of its pixels."""
        self.look_at(self.middle + QPointF(x, y) / self.scale_now)

    def look_at(self, middle: QPointF, scale: float | None = None) -> None:
        """Bring `middle` to the middle of the view."""
        self._keep = None
        self._place(self.scale_now if scale is None else scale, middle)

    def turn_to(self, box: QRectF) -> None:
        """Bring `box` to the middle, as far as it is not in view: what comes next is in view, too."""
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        x = _shift(seen.left(), seen.right(), box.left(), box.right())
        y = _shift(seen.top(), seen.bottom(), box.top(), box.bottom())
        if x or y:
            all_of, middle, now = self._bounds, box.center(), seen.center()
            if x:
                now.setX(_within(middle.x(), seen.width() / 2, all_of.left(), all_of.right()))
            if y:
                now.setY(_within(middle.y(), seen.height() / 2, all_of.top(), all_of.bottom()))
            self.look_at(now)

    def bring_into_view(self, box: QRectF, margin: float = 32.0) -> None:
        """Move as little as is needed to see `box`; not at all where it is in view."""
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        margin /= self.scale_now
        box = box.adjusted(-margin, -margin, margin, margin)
        x = _shift(seen.left(), seen.right(), box.left(), box.right())
        y = _shift(seen.top(), seen.bottom(), box.top(), box.bottom())
        if x or y:
            self.look_at(seen.center() + QPointF(x, y))

    def _place(self, scale: float, middle: QPointF) -> None:
        size = self.viewport().size()
        kept = _KEPT / scale
        wide, high = max(0.0, size.width() / scale - kept), max(0.0, size.height() / scale - kept)
        if scale != self.scale_now:
            self.setTransform(QTransform.fromScale(scale, scale))
            self.zoomed.emit(scale)
        reach = self._bounds.adjusted(-wide, -high, wide, high)
        if reach != self.sceneRect():
            self.setSceneRect(reach)
        self.centerOn(middle)
        self.moved.emit()

    # What a hand does

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._keep is None:
            self._place(self.scale_now, self.middle)
        self.show_kept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            # Some systems turn the wheel sideways for Shift by themselves.
            pixels = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
            self.pan(-float(pixels.x() + pixels.y()), 0.0)
        elif turned := event.angleDelta().y():
            self.zoom(STEP ** (turned / _WHEEL_STEP), event.position().toPoint())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom(1.0 + event.value(), event.position().toPoint())
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_middle = event.button() == Qt.MouseButton.MiddleButton
        is_ground = event.button() == Qt.MouseButton.LeftButton and self.is_ground(event.position().toPoint())
        if is_middle or is_ground:
            self._drag = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            moved = event.position().toPoint() - self._drag
            self._drag = event.position().toPoint()
            self.pan(-moved.x(), -moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            self._drag = None
            self.viewport().unsetCursor()

    @property
    def is_dragged(self) -> bool:
        return self._drag is not None

    def is_ground(self, at: QPoint) -> bool:
        """Whether nothing stands there that a drag should leave alone."""
        return True


def _within(middle: float, reach: float, low: float, high: float) -> float:
    """`middle`, moved so that [low, high] fills what is in view, if it is large enough."""
    if high - low <= 2 * reach:
        return (low + high) / 2
    return max(low + reach, min(middle, high - reach))


def _shift(low: float, high: float, first: float, last: float) -> float:
    """How far to move [low, high] so that it holds [first, last], or its middle where it is too small."""
    if last - first > high - low:
        return (first + last - low - high) / 2
    return min(first - low, 0.0) or max(last - high, 0.0)
