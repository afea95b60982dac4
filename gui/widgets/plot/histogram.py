"""A histogram that is told its counts: how often values fell between fixed edges, as shares in per cent.

It counts nothing itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from gui.language.numbers import number
from gui.widgets.plot.canvas import Frame
from gui.widgets.plot.card import PlotCard
from gui.widgets.plot.controls import LogButton
from gui.widgets.plot.legend import LegendEntry
from gui.widgets.plot.ranges import ValueRange
from gui.widgets.plot.redraw import RedrawScheduler
from gui.widgets.plot.style import Hue, PlotColors

Floats = NDArray[np.float64]

# Of the highest bar, which is about 100 pixels high.
_VISIBLE = 0.002
# Of the lowest bar on a logarithmic scale: so far below its height the axis may begin.
_FOOT = 0.8


class HistogramPlot(PlotCard):
    """Bars over fixed edges, and a text for what bars do not show (`set_note`).

    `log`: whether the shares begin on a logarithmic scale, with a button that changes it; None: they are
    linear, and there is no button. On a logarithmic scale a bar stands on the lower edge of what is seen.

    >>> plot.set_texts("Activations: ReLU 1", "activation", "share of all values (%)", "Empty until …")
    >>> plot.set_counts(edges, counts, total)
    >>> plot.set_note("0: 58 % · dead 0 of 80")
    """

    def __init__(
        self,
        colors: PlotColors,
        scheduler: RedrawScheduler,
        *,
        hue: Hue = "blue",
        log: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(colors, scheduler, parent=parent)
        self._edges: Floats = np.zeros(0)
        self._counts: Floats = np.zeros(0)
        self._shares: Floats = np.zeros(0)
        self._note = ""
        self._x_range = ValueRange()
        self._x_ticks: tuple[float, ...] = ()
        self._y_range = ValueRange(floor=0.0, log=bool(log))
        self._layer = _Bars(hue)
        self._pointer: QPointF | None = None
        self.view.set_log(bool(log))
        self.view.draw_with(self._layer)
        self.log_button = LogButton(bool(log), self)  # without a parent it would be a window for a moment
        self.log_button.toggled.connect(self.set_log)
        self.log_button.setVisible(log is not None)
        self.head.tools.addWidget(self.log_button)
        self._retranslate()

    def set_counts(self, edges: ArrayLike, counts: ArrayLike, total: float | None = None) -> None:
        """`edges` (bins + 1,) rising, `counts` (bins,). `total`: of which the bars are shares, if values were
        left out of the bars (exact zeros, for one); else the sum of the counts. All are copied."""
        new_edges = np.array(edges, dtype=np.float64)
        new_counts = np.array(counts, dtype=np.float64)
        if new_edges.shape != (len(new_counts) + 1,):
            raise ValueError(
                f"{len(new_counts)} counts need {len(new_counts) + 1} edges, not {len(new_edges)}"
            )
        self._edges, self._counts = new_edges, new_counts
        whole = float(new_counts.sum()) if total is None else total
        self._shares = new_counts * (100.0 / whole) if whole > 0 else np.zeros(len(new_counts))
        self.request_redraw()

    def data(self) -> tuple[Floats, Floats]:
        """(edges, counts): copies of what was set last."""
        return self._edges.copy(), self._counts.copy()

    def set_x_axis(self, low: float | None, high: float | None, ticks: tuple[float, ...] = ()) -> None:
        """Show the values from `low` to `high`, whatever occurs, with ticks at these whole numbers; None and
        no ticks: what the bars reach."""
        self._x_range, self._x_ticks = ValueRange(floor=low, ceiling=high), ticks
        self.request_redraw()

    def set_note(self, text: str) -> None:
        """The text beside the title."""
        self._note = text
        self.request_redraw()

    def clear(self) -> None:
        self._edges, self._counts, self._shares = np.zeros(0), np.zeros(0), np.zeros(0)
        self.set_note("")
        self._fit()
        self.request_redraw()

    @property
    def log(self) -> bool:
        return self.view.log

    def set_log(self, log: bool) -> None:
        """Shares on a logarithmic scale, or on a linear one. An empty bin has no bar on either."""
        self.log_button.setChecked(log)
        if log != self.view.log:
            self.view.set_log(log)
            self._y_range = ValueRange(floor=0.0, log=log)
            self.reset_view()

    def _fit(self) -> None:
        self._x_range.reset()
        self._y_range.reset()

    def redraw(self) -> None:
        empty = not len(self._counts)
        self.view.set_empty_text(self._empty_text if empty else "")
        if not empty and self._shares.any():
            highest = float(self._shares.max())
            # A bar too low to be seen needs no room: one far value would press all others together.
            least = 0.0 if self.log else _VISIBLE * highest
            (visible,) = np.nonzero(self._shares > least)
            _widen(self._x_range, float(self._edges[visible[0]]), float(self._edges[visible[-1] + 1]))
            # On a logarithmic scale the lowest bar needs a foot to stand on.
            _widen(self._y_range, _FOOT * float(self._shares[visible].min()) if self.log else 0.0, highest)
        self.view.set_x_ticks(() if self._by_hand else self._x_ticks)
        if not self._by_hand:
            x, y = self._x_range, self._y_range
            self.view.set_ranges((x.low, x.high), (y.low, y.high))
        self._rebuild()
        self._point_at(self._pointer)
        self.view.redraw()
        self.legend.set_entries((LegendEntry(self._note),) if self._note else ())
        self.view.setAccessibleDescription(self._empty_text if empty else self._note)

    def _on_moved_by_hand(self) -> None:
        super()._on_moved_by_hand()
        self.view.set_x_ticks(())

    def _rebuild(self) -> None:
        self._layer.rebuild(self.view.frame, self._edges, self._shares)

    def _point_at(self, place: QPointF | None) -> None:
        self._pointer = place
        index = -1
        if place is not None and len(self._counts):
            x = self.view.frame.x_at(place.x())
            index = int(np.searchsorted(self._edges, x, side="right")) - 1
        if place is None or not 0 <= index < len(self._counts):
            self.readout.hide()
            self._layer.chosen = None
        else:
            self._layer.chosen = index
            low, high = (number(float(self._edges[i])) for i in (index, index + 1))
            share = self.tr("{share} % ({count})").format(
                share=number(float(self._shares[index])), count=number(float(self._counts[index]), 9)
            )
            area = self.view.canvas_rect()
            row = (LegendEntry(share), "")
            self.readout.show_at(area.topLeft() + place, area, f"{self._x_name} {low} … {high}", (row,))
        self.view.redraw()

    def _step_readout(self, direction: int) -> None:
        if not len(self._counts):
            return
        chosen = self._layer.chosen
        index = 0 if chosen is None else min(max(chosen + direction, 0), len(self._counts) - 1)
        frame = self.view.frame
        middle = float(self._edges[index] + self._edges[index + 1]) / 2.0
        pixel = (middle - frame.left) * frame.width / (frame.right - frame.left)
        self._point_at(QPointF(pixel, frame.height / 3.0))
        self.view.setAccessibleDescription(self.readout.text())

    def _table(self) -> tuple[list[str], Iterable[Iterable[object]]]:
        header = [self.tr("from"), self.tr("to"), self.tr("count"), self._y_name]
        columns = (self._edges[:-1], self._edges[1:], self._counts, self._shares)
        return header, zip(*(column.tolist() for column in columns), strict=True)


def _widen(axis: ValueRange, low: float, high: float) -> None:
    """Make room, or begin anew for data that would fill less than a quarter: another layer's, for one."""
    span = math.log10(high / low) if axis.log else high - low
    if span < 0.25 * (axis.high - axis.low):
        axis.reset()
    axis.include(low, high)


class _Bars:
    """The layer of a histogram."""

    def __init__(self, hue: Hue) -> None:
        self._hue: Hue = hue
        self._bars: list[QRectF] = []
        self.chosen: int | None = None

    def rebuild(self, frame: Frame, edges: Floats, shares: Floats) -> None:
        self._bars = []
        if not len(shares):
            return
        x, y = (np.round(values) for values in frame.to_pixels(edges, shares))
        (foot,) = frame.to_pixels(np.zeros(1), np.zeros(1))[1]
        # The logarithm of 0 has no place: bars go down to the lower edge, and an empty bin has no height.
        floor = round(frame.height if frame.log else foot)
        y = np.where(np.isnan(y), floor, y)
        # A pixel between bars, while they are wide enough to spare it.
        gap = 1.0 if frame.width / len(shares) >= 4.0 else 0.0
        for left, right, top in zip(x[:-1].tolist(), x[1:].tolist(), y.tolist(), strict=True):
            self._bars.append(QRectF(left, top, max(right - left - gap, 1.0), max(floor - top, 0.0)))

    def paint(self, painter: QPainter, colors: PlotColors, ratio: float, fine: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.hue(self._hue))
        painter.drawRects(self._bars)
        if self.chosen is not None and self.chosen < len(self._bars):
            painter.fillRect(self._bars[self.chosen], colors.hue("orange"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
