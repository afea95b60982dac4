"""The plane, painted: the decision surface or what one unit gives, the border, and the examples over it.

Mouse and keys read it: the numbers at the pointer are those of the network itself, not of the picture. It
computes no surface; what it shows is a `Survey`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.inspection.surface import Plane
from gui.language.numbers import count
from gui.language.texts import Speaking
from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.surface.dots import Dots
from gui.surface.frame import TOP, PlaneFrame
from gui.surface.pictures import limit_of, surface_image, unit_image
from gui.surface.points import Points
from gui.surface.reading import Reading, read
from gui.surface.survey import Survey
from gui.widgets.painted import Painted
from gui.widgets.plot.readout import PlotReadout
from gui.widgets.plot.style import PlotColors

NEAR = 9.0
"""Pixels within which the pointer means an example."""
STEP, FINE_STEP = 1 / 40, 1 / 400
"""How far a key moves the pointer, as a share of the plane; with Shift."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SurfaceView(Painted, Speaking, QWidget):
    """`chosen` brings the number of an example that was clicked, or at which Enter was pressed."""

    chosen = Signal(int)
    rearranged = Signal()  # there is room for more examples, or for fewer

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plane = Plane(-1.0, 1.0, -1.0, 1.0)
        self._points: Points | None = None
        self._rows: NDArray[np.intp] = np.empty(0, np.intp)
        self._shown: NDArray[np.intp] | None = None
        self._wrong: NDArray[np.bool_] | None = None
        self._names: tuple[str, ...] = ()
        self._selected = -1
        self._survey: Survey | None = None
        self._unit: int | None = None
        self._is_stale = False
        self._image: QImage | None = None
        self._layer: QPixmap | None = None
        self._pointer: QPointF | None = None
        self._colors = PlotColors.like(theme.tokens)
        self.readout = PlotReadout(self._colors, self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        theme.changed.connect(self._on_theme)

    def set_points(self, plane: Plane, points: Points | None, names: tuple[str, ...]) -> None:
        """The examples, and the part of the plane that is seen. names: of the classes."""
        self._plane, self._points, self._names = plane, points, names
        self._wrong, self._selected, self._pointer = None, -1, None
        self.set_rows(np.arange(len(points)) if points is not None else np.empty(0, np.intp))

    def set_rows(self, rows: NDArray[np.intp]) -> None:
        """Which of the examples are to be seen."""
        self._rows = rows
        self._shown = self._layer = None
        self._refresh()

    def set_wrong(self, wrong: NDArray[np.bool_] | None) -> None:
        """(N,): which examples are predicted wrong; None: not known."""
        self._wrong = wrong
        self._refresh()

    def set_selected(self, row: int) -> None:
        """The example with a ring around it; −1 for none."""
        self._selected = row
        self._refresh()

    def set_survey(self, survey: Survey | None) -> None:
        self._survey, self._image = survey, None
        self._refresh()

    def set_unit(self, unit: int | None) -> None:
        """Show what this unit gives in place of the decision surface; None: the surface."""
        if unit != self._unit:
            self._unit, self._image = unit, None
            self._refresh()

    def set_stale(self, is_stale: bool) -> None:
        """What is seen is not of the network of this moment: it is grey."""
        if is_stale != self._is_stale:
            self._is_stale, self._image, self._layer = is_stale, None, None
            self._refresh()

    @property
    def frame(self) -> PlaneFrame:
        return PlaneFrame.within(self.size(), self._plane)

    @property
    def shown_rows(self) -> NDArray[np.intp]:
        """The examples that have room."""
        if self._points is None:
            return self._rows
        if self._shown is None:
            self._shown = self._points.shown(self._rows, self.frame.area)
        return self._shown

    @property
    def unit(self) -> int | None:
        """The unit that is shown, if there is one of that number."""
        units = self._survey.surface.units if self._survey is not None and not self._is_stale else None
        return self._unit if units is not None and (self._unit or 0) < len(units.values) else None

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 64)

    def sizeHint(self) -> QSize:
        return QSize(320, 320)

    def _refresh(self) -> None:
        self._point_at(self._pointer)
        self._describe()
        self.update()

    def _on_theme(self) -> None:
        self._colors = PlotColors.like(self._theme.tokens)
        self.readout.set_colors(self._colors)
        self._image = self._layer = None
        self.update()

    def _describe(self) -> None:
        if self._pointer is not None and self.hasFocus():
            self.setAccessibleDescription(self.readout.text())
            return
        text = self.tr("{points} points").format(points=count(len(self._rows)))
        if self._wrong is not None:
            wrong = int(np.count_nonzero(self._wrong[self._rows]))
            text = self.tr("{points} points, {wrong} predicted wrong").format(
                points=count(len(self._rows)), wrong=count(wrong)
            )
        self.setAccessibleDescription(text)

    # Reading

    def near(self, place: QPointF) -> int:
        """The example at a place of the widget, −1 if none is near."""
        rows = self.shown_rows
        if self._points is None or not len(rows):
            return -1
        away = self.frame.to_pixels(self._points.at[rows]) - (place.x(), place.y())
        distances = np.hypot(away[:, 0], away[:, 1])
        nearest = int(distances.argmin())
        return int(rows[nearest]) if distances[nearest] <= NEAR else -1

    def read_at(self, place: QPointF) -> Reading:
        """What stands at a place: there, or at the example that is near."""
        row, points = self.near(place), self._points
        at, label, wrong = self.frame.to_plane(place), None, None
        if row >= 0 and points is not None:
            at, label = tuple(points.at[row].tolist()), int(points.labels[row])
            wrong = bool(self._wrong[row]) if self._wrong is not None else None
        survey = self._survey if not self._is_stale else None
        return read(survey, at, self._names, label, wrong, self.unit)

    def _point_at(self, place: QPointF | None) -> None:
        self._pointer = place
        frame = self.frame
        if place is None or not frame.rect.contains(place):
            self._pointer = None
            self.readout.hide()
        else:
            reading = self.read_at(place)
            self.readout.show_at(place, QRectF(self.rect()), reading.head, reading.rows)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.near(event.position())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self.chosen.emit(row)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, rect = Qt.Key(event.key()), self.frame.rect
        place = self._pointer or rect.center()
        if key in _ARROWS:
            fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            step = rect.width() * (FINE_STEP if fine else STEP)
            right, down = _ARROWS[key]
            place = QPointF(
                min(max(place.x() + right * step, rect.left()), rect.right()),
                min(max(place.y() + down * step, rect.top()), rect.bottom()),
            )
            self._point_at(place)
        elif key == Qt.Key.Key_Home:
            self._point_at(rect.center())
        elif key == Qt.Key.Key_Escape and self._pointer is not None:
            self._point_at(None)
        elif key in _ENTER and self.near(place) >= 0:
            self.chosen.emit(self.near(place))
        else:
            super().keyPressEvent(event)
            return
        self._describe()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point_at(None)
        self._describe()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._shown = self._layer = None
        self._point_at(None)
        self.rearranged.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()
        super().changeEvent(event)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = self.frame
        painter.fillRect(frame.rect, self._theme.color("surface"))
        painter.setClipRect(frame.rect)
        if self._survey is not None:
            self._paint_field(painter, frame)
        if self._points is not None:
            rows = self.shown_rows
            dots = Dots(self._points, rows, frame, self._theme, self._is_stale, self.devicePixelRatioF())
            if self._layer is None:
                self._layer = dots.layer(self.size())
            painter.drawPixmap(QPointF(), self._layer)
            if self._wrong is not None and not self._is_stale:
                dots.paint_crosses(painter, rows[self._wrong[rows]])
            if 0 <= self._selected < len(self._points):
                dots.paint_ring(painter, self._selected)
        if self._pointer is not None:
            self._paint_pointer(painter, frame.rect, self._pointer)
        painter.setClipping(False)
        frame.paint_axes(painter, self._theme)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("blue"), 2.0))
            painter.drawRect(frame.rect)
        self._paint_unit_name(painter, frame.rect)
        painter.end()

    def _paint_field(self, painter: QPainter, frame: PlaneFrame) -> None:
        survey, unit = self._survey, self.unit
        assert survey is not None
        if self._image is None:
            self._image = surface_image(survey.surface, self._theme, is_stale=self._is_stale)
            units = survey.surface.units
            if unit is not None and units is not None:
                self._image = unit_image(units.values[unit], limit_of(units.values), self._theme)
        # The outer points of the grid lie on the edge, so half of each outer pixel lies outside.
        width, height = self._image.width() - 1, self._image.height() - 1
        painter.drawImage(frame.rect, self._image, QRectF(0.5, 0.5, width, height))
        if unit is not None:
            return
        ends = frame.to_pixels(survey.surface.border).reshape(-1, 4).tolist()
        lines = [QLineF(*piece) for piece in ends]
        color = self._theme.color("grey" if self._is_stale else "text")
        round_ = Qt.PenCapStyle.RoundCap
        for pen in (
            QPen(self._theme.color("surface"), 4.0, Qt.PenStyle.SolidLine, round_),
            QPen(color, 1.6, Qt.PenStyle.SolidLine, round_),
        ):
            painter.setPen(pen)
            painter.drawLines(lines)

    def _paint_pointer(self, painter: QPainter, rect: QRectF, place: QPointF) -> None:
        painter.setPen(QPen(self._theme.color("text", 0.45), 1.0, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(place.x(), rect.top()), QPointF(place.x(), rect.bottom()))
        painter.drawLine(QPointF(rect.left(), place.y()), QPointF(rect.right(), place.y()))

    def _paint_unit_name(self, painter: QPainter, rect: QRectF) -> None:
        units = self._survey.surface.units if self._survey is not None else None
        if self.unit is None or units is None:
            return
        painter.setFont(font(SMALL))
        painter.setPen(self._theme.color("text"))
        text = self.tr("unit {unit}").format(unit=self.unit)
        room = QRectF(rect.left() + 24, rect.top() - TOP, rect.width() - 24, TOP - 3)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
