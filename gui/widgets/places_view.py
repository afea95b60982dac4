"""A picture of many places, painted by hand, that mouse, keys and screen readers can walk.

Rows, columns or the cells of a grid: a view that derives from this one says how many places there are, where
each stands, what it says in words, and how all of them are painted. That one place is the current one, that
arrows lead on from it, that a click or Enter chooses it, its tooltip, its ring and its description are here.
What the places stand for is not known.
"""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QScrollArea, QToolTip, QWidget

from gui.look.fonts import SMALL, font
from gui.look.theme import Theme
from gui.widgets.copying import text_to_copy
from gui.widgets.painted import Painted, Part
from gui.widgets.translated import Translated

RING = 2.0
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PlacesView(Translated, Painted, QWidget):
    """Places are numbered from 0, row by row. `chosen` brings the one that was clicked, or on which Enter or
    Space was pressed. Whoever derives calls `places_changed` when there are others."""

    chosen = Signal(int)

    painted_role: ClassVar = QAccessible.Role.List
    choosable: ClassVar[bool] = True
    """False where places are only read."""
    runs_on: ClassVar[bool] = False
    """Whether Left and Right go on from one row to the next, as in a text."""
    ring_color: ClassVar[str] = "blue"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._current = self._counted = 0
        self._is_quiet = False
        self.hovered: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        theme.changed.connect(self.recolor)

    # What a view says of itself

    def places(self) -> int:
        """How many places are to be seen."""
        raise NotImplementedError

    def across(self) -> int:
        """How many of them stand side by side: 1 in a list, all in a row of columns."""
        return 1

    def place_rect(self, place: int) -> QRectF:
        """Where a place stands."""
        raise NotImplementedError

    def place_at(self, point: QPointF) -> int | None:
        """The place under a point."""
        for place in range(self.places()):
            if self.place_rect(place).contains(point):
                return place
        return None

    def text_of(self, place: int) -> str:
        """A place in words: its tooltip, and what is read aloud."""
        raise NotImplementedError

    def description(self) -> str:
        """What a screen reader says of the view: the current place; or all of them, while the keyboard is
        elsewhere, if they are only read."""
        if self.choosable or self.hasFocus():
            return self.text_of(self.current) if self.current is not None else ""
        return "; ".join(self.text_of(place) for place in range(self.places()))

    def ring_rect(self, place: int) -> QRectF:
        """Where the ring of the keyboard runs."""
        return self.place_rect(place).adjusted(1.0, 1.0, -1.0, -1.0)

    def paint(self, painter: QPainter) -> None:
        """Paint all places. The painter is smooth and has the small font; the ring is added afterwards."""
        raise NotImplementedError

    def recolor(self) -> None:
        """The theme is another one, or right and wrong have other colours."""
        self.update()

    def set_quiet(self, quiet: bool) -> None:
        """Whether right and wrong are grey: of a network that was not trained yet they say nothing."""
        if quiet != self._is_quiet:
            self._is_quiet = quiet
            self.recolor()

    def judging(self, name: str) -> str:
        """The name of the colour of what is right or wrong."""
        return "muted" if self._is_quiet else name

    def copied(self) -> QMimeData | None:
        """All places in words, a line for each, unless a view has something better."""
        return text_to_copy("\n".join(self.text_of(place) for place in range(self.places())))

    # For a screen reader

    def part_count(self) -> int:
        return self.places()

    def part(self, index: int) -> Part:
        press = partial(self._press, index) if self.choosable else None
        return Part(self.text_of(index), self.place_rect(index), press, index == self.current)

    # The current place

    @property
    def current(self) -> int | None:
        """The place at which the keyboard is; None where there is none. A view that is filled again after it
        was empty goes on where it was."""
        return min(self._current, self.places() - 1) if self.places() else None

    def go_to(self, place: int) -> None:
        """Make this place the current one, without choosing it. A scroll area brings it into sight."""
        self._current = place
        self._describe()
        self.update()
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        if isinstance(area, QScrollArea):
            rect = self.place_rect(place).toAlignedRect()
            middle = rect.center()
            area.ensureVisible(middle.x(), middle.y(), rect.width() // 2 + 1, rect.height() // 2 + 1)

    def places_changed(self) -> None:
        """There are other places, or they say something else."""
        self._describe()
        if self.places() != self._counted:
            self._counted = self.places()
            self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.description())

    # Hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or place is None:
            super().mousePressEvent(event)
            return
        self._press(place)

    def _press(self, place: int) -> None:
        self.go_to(place)
        if self.choosable:
            self.chosen.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, place: int | None) -> None:
        if place == self.hovered:
            return
        self.hovered = place
        if self.choosable:
            on = place is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, place = Qt.Key(event.key()), self.current
        if place is not None and self.choosable and key in _CHOOSING:
            self.chosen.emit(place)
            return
        reached = self._reached(place, key) if place is not None else None
        if reached is None:
            super().keyPressEvent(event)
            return
        self.go_to(reached)
        # What the mouse reads in a tooltip, the keyboard reads there as well.
        rect = self.place_rect(reached)
        below = self.mapToGlobal(QPointF(rect.center().x(), rect.bottom()))
        QToolTip.showText(below.toPoint(), self.text_of(reached), self)

    def _reached(self, place: int, key: Qt.Key) -> int | None:
        """Where a key leads from a place, at an edge to the same; None for a key that leads nowhere here."""
        last, across = self.places() - 1, max(self.across(), 1)
        steps: dict[Qt.Key, int] = {Qt.Key.Key_Home: -place, Qt.Key.Key_End: last - place}
        if across > 1:
            steps |= {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if last >= across:
            steps |= {Qt.Key.Key_Up: -across, Qt.Key.Key_Down: across}
        if key not in steps:
            return None
        reached = place + steps[key]
        sideways = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if sideways and not self.runs_on and reached // across != place // across:
            return place
        return reached if 0 <= reached <= last else place

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._describe()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._describe()
        self.update()

    def _retranslate(self) -> None:
        self.places_changed()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.place_at(event.pos().toPointF())
            if place is not None:
                rect = self.place_rect(place).toAlignedRect()
                QToolTip.showText(event.globalPos(), self.text_of(place), self, rect)
                return True
            QToolTip.hideText()
            # Beside all places the view's own tooltip comes, if it has one.
        return super().event(event)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(font(SMALL))
        self.paint(painter)
        if self.hasFocus():
            whole = QRectF(self.rect()).adjusted(1.0, 1.0, -1.0, -1.0)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color(self.ring_color), RING))
            painter.drawRoundedRect(whole if self.current is None else self.ring_rect(self.current), 3.0, 3.0)
        painter.end()
