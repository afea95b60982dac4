"""The units of one layer as small maps of the plane, side by side; one under the pointer is told."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.inspection.surface import UnitMaps
from gui.language.numbers import count, number
from gui.look.theme import Theme
from gui.surface.pictures import limit_of, unit_sheet
from gui.widgets.places_view import PlacesView

GAP = 6.0
SMALL_GAP = 3.0
STALE = 0.35
"""How opaque the maps of a network are that is not the one of this moment."""
LARGEST, SMALL, SMALLEST = 120.0, 36.0, 18.0


class UnitMapsView(PlacesView):
    """`looked_at` says that `unit` is another one: the unit under the pointer, or the one that was chosen
    and has not been chosen a second time."""

    looked_at = Signal()
    runs_on = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._units: UnitMaps | None = None
        self._sheet: QImage | None = None
        self._pinned: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.chosen.connect(self._on_chosen)

    def set_units(self, units: UnitMaps | None) -> None:
        """What the units of a layer give; another layer's are looked at from the beginning."""
        before, self._units, self._sheet = self._units, units, None
        is_other = (before and before.layer) != (units and units.layer)
        if is_other or (self._pinned or 0) >= self.total:
            self._pinned = None
        self.places_changed()

    @property
    def total(self) -> int:
        """How many units the layer has; not all need have room."""
        return len(self._units.values) if self._units is not None else 0

    @property
    def unit(self) -> int | None:
        """The unit that is to be seen large."""
        shown = self.hovered if self.hovered is not None else self._pinned
        return shown if shown is not None and shown < self.total else None

    def text_of(self, place: int) -> str:
        assert self._units is not None
        values = self._units.values[place]
        text = self.tr("unit {unit}: {low} to {high}")
        return text.format(
            unit=place, low=number(float(values.min()), 3), high=number(float(values.max()), 3)
        )

    def _hover(self, place: int | None) -> None:
        if place != self.hovered:
            super()._hover(place)
            self.looked_at.emit()

    def _on_chosen(self, place: int) -> None:
        self._pinned = None if place == self._pinned else place
        self.update()
        self.looked_at.emit()

    def go_to(self, place: int) -> None:
        super().go_to(place)
        if self._pinned is not None and self.hovered is None:
            # With the keys from one large map to the next.
            self._pinned = place
            self.looked_at.emit()

    # Places

    def places(self) -> int:
        across, down, _side, _gap = self._raster()
        return min(self.total, across * down)

    def across(self) -> int:
        return self._raster()[0]

    def place_rect(self, place: int) -> QRectF:
        across, _down, side, gap = self._raster()
        row, column = divmod(place, across)
        return QRectF(column * (side + gap), row * (side + gap), side, side)

    def _raster(self) -> tuple[int, int, float, float]:
        """(across, down, side, gap): the largest maps with which all units have a place, as many of them side
        by side as there is room; or else the smallest that can be read, and as many as fit."""
        width, height, best = self.width(), self.height(), (1, 1, 0.0, SMALL_GAP)
        for across in range(1, max(self.total, 1) + 1):
            gap = GAP if across * (SMALL + GAP) < width else SMALL_GAP
            side = min((width - (across - 1) * gap) / across, LARGEST)
            down = -(-self.total // across)
            if side >= max(best[2], SMALLEST) and down * (side + gap) - gap <= height:
                best = across, down, side, gap
        if best[2]:
            return best
        across, down = (max(int((room + SMALL_GAP) // (SMALLEST + SMALL_GAP)), 1) for room in (width, height))
        return across, down, SMALLEST, SMALL_GAP

    def sizeHint(self) -> QSize:
        return QSize(280, 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, round(SMALLEST))

    def recolor(self) -> None:
        self._sheet = None
        super().recolor()

    def resizeEvent(self, _event: object) -> None:
        self.places_changed()

    def description(self) -> str:
        if self._units is None or self.hasFocus():
            return super().description()
        return self.tr("{units} units").format(units=count(self.total))

    # Painting

    def paint(self, painter: QPainter) -> None:
        units = self._units
        if units is None:
            return
        if self._sheet is None:
            self._sheet = unit_sheet(units.values, limit_of(units.values), self._theme)
        side = self._sheet.width()
        painter.setOpacity(1.0 if self.isEnabled() else STALE)
        for place in range(self.places()):
            rect = self.place_rect(place)
            painter.drawImage(rect, self._sheet, QRectF(0, place * side, side, side))
            is_seen = place == self.unit
            painter.setPen(QPen(self._theme.color("text" if is_seen else "border"), 2.0 if is_seen else 1.0))
            edge = 1.0 if is_seen else 0.5
            painter.drawRect(rect.adjusted(edge, edge, -edge, -edge))
