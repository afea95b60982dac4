"""A plot of values that arrive while something runs: lines over a count, with all that was ever appended.

It holds copies of what its owner published, or reads it where the owner has it, and draws few points of it.
It knows neither what the values are nor who computes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from gui.language.numbers import number
from gui.widgets.plot.canvas import LEAST_BEYOND
from gui.widgets.plot.card import PlotCard
from gui.widgets.plot.controls import LogButton, SmoothingButton
from gui.widgets.plot.curves import CurveLayer, Mark
from gui.widgets.plot.legend import LegendEntry
from gui.widgets.plot.ranges import ProgressRange, ValueRange
from gui.widgets.plot.redraw import RedrawScheduler
from gui.widgets.plot.series import Series
from gui.widgets.plot.style import PlotColors, SeriesSpec

# For a readout: all that float32 can carry.
_ALL_DIGITS = 8


class LivePlot(PlotCard):
    """Lines over iterations or epochs: points that are appended, or arrays that are shared.

    `floor`, `ceiling`: where the range of the values is pinned, None where it follows the data.
    `after_first`: once a line goes on beyond its second point, the range leaves out where the lines begin,
    which may be far off, as the accuracy before training is; two points alone are seen whole.
    `first_x`: where the axis x ends at first; it grows in jumps, up to what is planned.
    The smoothing button is there if any series smooths.

    >>> plot = LivePlot([SeriesSpec("loss", "Loss", smooth=True)], colors, scheduler, floor=0.0)
    >>> plot.set_texts("Loss per iteration", "iteration", "cross entropy", "The loss will be here.")
    >>> plot.append("loss", iterations, losses)
    """

    def __init__(
        self,
        series: Sequence[SeriesSpec],
        colors: PlotColors,
        scheduler: RedrawScheduler,
        *,
        floor: float | None = None,
        ceiling: float | None = None,
        after_first: bool = False,
        log: bool = False,
        smoothing: int = 50,
        first_x: float = 500.0,
        beyond: float = LEAST_BEYOND,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(colors, scheduler, beyond, parent)
        self._limits = (floor, ceiling)
        self._after_first = after_first
        self._is_past_first = False
        self._smoothing = smoothing
        self._specs: tuple[SeriesSpec, ...] = ()
        self._series: dict[str, Series] = {}
        self._x_range = ProgressRange(first_x)
        self._y_range = ValueRange(floor, ceiling, log)
        self._layer = CurveLayer()
        self._pointer: QPointF | None = None
        self.view.set_log(log)
        self.view.draw_with(self._layer)
        self.log_button = LogButton(log)
        self.log_button.toggled.connect(self.set_log)
        self.smooth_button = SmoothingButton(smoothing)
        self.smooth_button.chosen.connect(self.set_smoothing)
        self.head.tools.addWidget(self.smooth_button)
        self.head.tools.addWidget(self.log_button)
        self.set_series(series)
        self._retranslate()
        self._fit()

    # Data

    def set_series(self, series: Sequence[SeriesSpec]) -> None:
        """What lines there are. Data of keys that stay are kept, so this also renames and restyles."""
        self._specs = tuple(series)
        self._series = {spec.key: self._series.get(spec.key, Series()) for spec in series}
        self._smooth_series()
        self.smooth_button.setVisible(any(spec.smooth for spec in series))
        self._tell_series()
        self.request_redraw()

    def append(self, key: str, xs: ArrayLike, ys: ArrayLike) -> None:
        """Add points to a series, in the order of x. They are copied."""
        self._series[key].append(xs, ys)
        self.request_redraw()

    def share(self, key: str, ys: NDArray[np.float64], xs: NDArray[np.float64] | None = None) -> None:
        """Let these be the points of a series, at x = 1, 2, 3, … unless `xs` are given: arrays that begin
        with what it has, that nobody changes, and that are not copied."""
        known = len(self._series[key])
        self._series[key].share(ys, xs)
        if len(ys) > known:
            self.request_redraw()

    def data(self, key: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """(x, y): copies of all that the series holds, exactly as it came."""
        return self._series[key].data()

    def clear(self) -> None:
        """Forget all points and marks; series, plan and zoom stay."""
        for series in self._series.values():
            series.clear()
        self._layer.marks.clear()
        self._fit()
        self.request_redraw()

    def set_planned(self, total: float | None) -> None:
        """Where the axis x ends when all has come: at the planned total, or (None) after the data."""
        self._x_range.plan(total)
        self.request_redraw()

    def add_mark(self, x: float, text: str) -> None:
        """A vertical line at `x` that says what happened there."""
        self._layer.marks.append(Mark(x, text))
        self.request_redraw()

    @property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(self._layer.marks)

    # View

    @property
    def log(self) -> bool:
        return self.view.log

    def set_log(self, log: bool) -> None:
        """Values on a logarithmic scale, or on a linear one. What has no logarithm is left out."""
        self.log_button.setChecked(log)
        if log != self.view.log:
            self.view.set_log(log)
            self._y_range = ValueRange(*self._limits, log=log)
            self.reset_view()

    @property
    def smoothing(self) -> int:
        return self._smoothing

    def set_smoothing(self, window: int) -> None:
        """Average over about `window` points; 1 shows the values alone."""
        self._smoothing = window
        self._smooth_series()
        self.smooth_button.show_window(window)
        self._tell_series()
        self.redraw()

    def _smooth_series(self) -> None:
        for spec in self._specs:
            self._series[spec.key].set_window(self._smoothing if spec.smooth else 1)

    def _fit(self) -> None:
        self._x_range.reset()
        self._y_range.reset()
        self._is_past_first = False

    def redraw(self) -> None:
        drawn = [(spec, self._series[spec.key]) for spec in self._specs if len(self._series[spec.key])]
        self.view.set_empty_text("" if drawn else self._empty_text)
        for spec, series in drawn:
            self._x_range.include(series.last_x, grows=not spec.ghost)
        self._include_values([series for _, series in drawn])
        if not self._by_hand:
            y = (self._y_range.low, self._y_range.high)
            self.view.set_ranges((self._x_range.low, self._x_range.high), y)
        self._rebuild()
        self._point_at(self._pointer)
        self.view.redraw()
        self.view.setAccessibleDescription(self._summary())

    def _include_values(self, drawn: Sequence[Series]) -> None:
        later = [series.extremes(self.view.log, after_first=True) for series in drawn]
        goes_on = any(len(series) > 2 for series in drawn)
        if self._after_first and not self._is_past_first and goes_on and any(later):
            self._is_past_first = True
            self._y_range.reset()  # the one time that it gets narrower by itself
        for extremes in later if self._is_past_first else [s.extremes(self.view.log) for s in drawn]:
            if extremes is not None:
                self._y_range.include(*extremes)

    def _rebuild(self) -> None:
        pairs = [(spec, self._series[spec.key]) for spec in self._specs]
        self._layer.rebuild(self.view.frame, pairs, smoothing=self._smoothing > 1)

    # Readout

    def _point_at(self, place: QPointF | None) -> None:
        self._pointer = place
        live = [(spec, self._series[spec.key]) for spec in self._specs if len(self._series[spec.key])]
        if place is None or not live:
            self.readout.hide()
            self._layer.set_cursor(None)
            self.view.redraw()
            return
        frame = self.view.frame
        x = frame.x_at(place.x())
        # The point of any line that is nearest to the pointer; the others answer with theirs nearest to it.
        x = min((s.x_at(s.nearest(x)) for _, s in live), key=lambda candidate: abs(candidate - x))
        at = float(frame.to_pixels(np.array([x]), np.array([1.0]))[0][0])
        rows, points = [], []
        for spec, series in live:
            index = series.nearest(x)
            rows += self._rows(spec, series, index)
            shown = series.smoothed_at(index) if spec.smooth else series.y[index]
            px, py = frame.to_pixels(np.array([series.x_at(index)]), np.array([shown]))
            if np.isfinite(py[0]) and 0.0 <= py[0] <= frame.height:
                points.append((QPointF(px[0], py[0]), spec))
        rows += [(LegendEntry(text, "orange", "dash"), "") for text in self._layer.marks_near(at)]
        # Those of earlier runs first: the present one's dots lie on top.
        self._layer.set_cursor(at, sorted(points, key=lambda point: not point[1].ghost))
        area = self.view.canvas_rect()
        head = f"{self._x_name} {number(x, _ALL_DIGITS)}"
        self.readout.show_at(area.topLeft() + QPointF(at, place.y()), area, head, tuple(rows))
        self.view.redraw()

    def _rows(self, spec: SeriesSpec, series: Series, index: int) -> list[tuple[LegendEntry, str]]:
        value = number(float(series.y[index]), _ALL_DIGITS)
        if not spec.smooth or self._smoothing == 1 or spec.ghost:
            return [(_entry(spec), value)]
        smoothed = number(series.smoothed_at(index))
        return [
            (LegendEntry(spec.name, spec.hue, faint=True), value),
            (LegendEntry(self.tr("smoothed"), spec.hue, spec.dash), smoothed),
        ]

    def _step_readout(self, direction: int) -> None:
        longest = max(self._series.values(), key=len, default=None)
        if longest is None or not len(longest):
            return
        frame = self.view.frame
        here = frame.width / 2.0 if self._pointer is None else self._pointer.x()
        index = longest.nearest(frame.x_at(here))
        # To the next point, or, where points are dense, to the next pixel: a step that can be seen.
        beyond = longest.nearest(frame.x_at(here + direction))
        index = max(index + 1, beyond) if direction > 0 else min(index - 1, beyond)
        x = longest.x_at(min(max(index, 0), len(longest) - 1))
        pixel = float(frame.to_pixels(np.array([x]), np.array([1.0]))[0][0])
        self._point_at(QPointF(min(max(pixel, 0.0), frame.width), frame.height / 3.0))
        self.view.setAccessibleDescription(self.readout.text())

    # Texts

    def _summary(self) -> str:
        """The last values and what happened meanwhile, for those who cannot see the lines."""
        parts = []
        for spec in self._specs:
            series = self._series[spec.key]
            if len(series):
                x, y = series.last_x, float(series.y[-1])
                parts.append(f"{spec.name}: {number(y)} ({self._x_name} {number(x, _ALL_DIGITS)})")
        parts += [f"{mark.text} ({self._x_name} {number(mark.x, _ALL_DIGITS)})" for mark in self.marks]
        return "; ".join(parts) or self._empty_text

    def _tell_series(self) -> None:
        ramp = [spec for spec in self._specs if isinstance(spec.hue, float)]
        entries = [_entry(spec) for spec in self._specs if spec not in ramp]
        if len(ramp) > 1:
            entries.insert(0, LegendEntry(ramp[0].name, ramp[0].hue, until=ramp[-1].name))
        elif ramp:
            entries.insert(0, _entry(ramp[0]))
        smoothed = [spec for spec in self._specs if spec.smooth and not spec.ghost]
        if smoothed and self._smoothing > 1:
            entries.append(LegendEntry(self.tr("each"), smoothed[0].hue, faint=True))
        self.legend.set_entries(tuple(entries))

    def _table(self) -> tuple[list[str], Iterable[Iterable[object]]]:
        header = [self.tr("series"), self._x_name, self._y_name]
        return header, (
            (spec.name, int(x) if x == int(x) else x, y)
            for spec in self._specs
            for x, y in zip(*(values.tolist() for values in self.data(spec.key)), strict=True)
        )

    def _retranslate(self) -> None:
        super()._retranslate()
        self._tell_series()
        self.request_redraw()


def _entry(spec: SeriesSpec) -> LegendEntry:
    return LegendEntry(spec.name, spec.hue, spec.dash, thin=spec.ghost, broad=spec.broad)
