"""The histogram: shares of what it was told, ranges that stay, reading bar by bar."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.look.tokens import LIGHT
from gui.widgets.plot.histogram import HistogramPlot
from gui.widgets.plot.redraw import RedrawScheduler
from tests.gui.widgets.plotting import COLORS, count_pixels, point_at, ranges, seen, shown, wheel


@pytest.fixture
def histogram(qtbot: QtBot, scheduler: RedrawScheduler) -> HistogramPlot:
    plot = HistogramPlot(COLORS, scheduler)
    plot.set_texts("Activations: ReLU 1", "activation", "share of all values (%)", "Bars will be here.")
    shown(qtbot, plot, scheduler)
    return plot


def test_a_histogram_shows_shares_of_all_values(histogram: HistogramPlot, qtbot: QtBot) -> None:
    assert histogram.view.empty_text == "Bars will be here."
    histogram.set_counts([0.0, 1.0, 2.0], [10, 30], total=100)
    histogram.set_note("0: 60 % · dead 0 of 80")
    histogram.redraw()
    assert ranges(histogram) == (0.0, 2.0, 0.0, 30.0)
    assert [entry.name for entry in histogram.legend.entries] == ["0: 60 % · dead 0 of 80"]
    assert histogram.view.accessibleDescription() == "0: 60 % · dead 0 of 80"
    blue = count_pixels(seen(histogram), QColor(LIGHT.blue))
    frame = histogram.view.frame
    assert blue == pytest.approx(frame.width * frame.height * (10 / 30 + 1) / 2, rel=0.05)
    point_at(qtbot, histogram, 0.75)
    assert histogram.readout.text() == "activation 1 … 2 · 30 % (30)"


def test_a_histogram_keeps_its_range_while_counts_change(histogram: HistogramPlot) -> None:
    rng = np.random.default_rng(0)
    seen_ranges = set()
    for _ in range(50):
        edges = np.linspace(0.0, 4.0 + rng.random(), 41)
        histogram.set_counts(edges, rng.integers(50, 100, 40))
        histogram.redraw()
        seen_ranges.add(ranges(histogram))
    assert len(seen_ranges) <= 4
    histogram.set_counts(np.linspace(0.0, 0.5, 41), np.full(40, 7))
    histogram.redraw()
    assert ranges(histogram)[:2] == (0.0, 0.5)


def test_one_far_value_does_not_press_the_others_together(histogram: HistogramPlot) -> None:
    counts = np.zeros(100)
    counts[:20] = 10_000
    counts[99] = 1
    histogram.set_counts(np.linspace(0.0, 10.0, 101), counts)
    histogram.redraw()
    assert ranges(histogram)[:2] == (0.0, 2.0)
    assert histogram.data()[1][99] == 1


def bar_pixels(plot: HistogramPlot, across: float) -> int:
    """How high the bar is there, in pixels seen on the screen."""
    image, area = seen(plot), plot.view.canvas_rect()
    corner = plot.view.mapTo(plot, area.topLeft().toPoint())
    x = corner.x() + round(across * area.width())
    rows = range(corner.y(), corner.y() + round(area.height()))
    return sum(image.pixelColor(x, y) == QColor(LIGHT.blue) for y in rows)


def test_log_shows_small_bars_beside_a_spike(qtbot: QtBot, scheduler: RedrawScheduler) -> None:
    plot = HistogramPlot(COLORS, scheduler, log=True)
    plot.set_texts("Pixel values", "value", "share (%)", "Bars will be here.")
    shown(qtbot, plot, scheduler)
    plot.set_counts([0.0, 1.0, 2.0, 3.0, 4.0], [10, 0, 100, 1000], total=10_000)
    plot.redraw()
    # Shares of 0.1, 1 and 10 %: the lowest does not lie on the edge.
    assert ranges(plot) == (0.0, 4.0, -2.0, 1.0)
    assert [text for _, text in plot.view._left._tickLevels[0]] == ["10⁻²", "10⁻¹", "10⁰", "10¹"]
    assert [place for place, _ in plot.view._left._tickLevels[0]] == [-2.0, -1.0, 0.0, 1.0]
    third = plot.view.frame.height / 3
    heights = [bar_pixels(plot, (bin_ + 0.5) / 4) for bin_ in range(4)]
    assert heights[1] == 0
    assert [heights[bin_] / third for bin_ in (0, 2, 3)] == pytest.approx([1, 2, 3], abs=0.05)
    point_at(qtbot, plot, 0.1)
    assert plot.readout.text() == "value 0 … 1 · 0.1 % (10)"
    point_at(qtbot, plot, 0.99, 0.99)
    assert plot.readout.text() == "value 3 … 4 · 10 % (1,000)"

    qtbot.keyClick(plot.view, Qt.Key.Key_Escape)
    qtbot.mouseClick(plot.log_button, Qt.MouseButton.LeftButton)
    assert not plot.log
    assert ranges(plot) == (0.0, 4.0, 0.0, 10.0)
    assert "10⁰" not in [text for _, text in plot.view._left._tickLevels[0]]
    heights = [bar_pixels(plot, (bin_ + 0.5) / 4) for bin_ in range(4)]
    full = plot.view.frame.height
    assert [height / full for height in heights] == pytest.approx([0.01, 0, 0.1, 1], abs=0.02)
    qtbot.mouseClick(plot.log_button, Qt.MouseButton.LeftButton)
    assert ranges(plot) == (0.0, 4.0, -2.0, 1.0)
    plot.clear()
    plot.redraw()
    seen(plot)


def test_a_log_histogram_begins_anew_for_much_narrower_shares(
    qtbot: QtBot, scheduler: RedrawScheduler
) -> None:
    plot = HistogramPlot(COLORS, scheduler, log=True)
    shown(qtbot, plot, scheduler)
    for counts, decades in (([1, 10**7], (-6.0, 2.0)), ([3, 4], (1.0, 2.0))):
        plot.set_counts([0.0, 1.0, 2.0], counts)
        plot.redraw()
        assert ranges(plot)[2:] == decades


def test_a_plain_histogram_is_linear_and_offers_no_log(histogram: HistogramPlot) -> None:
    assert not histogram.log
    assert not histogram.log_button.isVisible()


def test_a_histogram_steps_from_bar_to_bar(histogram: HistogramPlot, qtbot: QtBot) -> None:
    histogram.set_counts([0.0, 1.0, 2.0], [10, 30])
    histogram.redraw()
    qtbot.keyClick(histogram.view, Qt.Key.Key_Right)
    assert histogram.readout.text() == "activation 0 … 1 · 25 % (10)"
    qtbot.keyClick(histogram.view, Qt.Key.Key_Right)
    assert histogram.readout.text() == "activation 1 … 2 · 75 % (30)"


def test_a_histogram_exports_what_it_was_told(histogram: HistogramPlot, tmp_path: Path) -> None:
    histogram.set_counts([0.0, 0.1, 2.0], [1, 3])
    histogram.save_csv(tmp_path / "bars.csv")
    with (tmp_path / "bars.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == ["from", "to", "count", "share of all values (%)"]
    assert [[float(cell) for cell in row] for row in rows] == [[0.0, 0.1, 1.0, 25.0], [0.1, 2.0, 3.0, 75.0]]


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize("counts", [[0, 0], [1e300, 1e300], [1e-300, 1e300]])
def test_no_counts_break_a_histogram(histogram: HistogramPlot, counts: list[float], log: bool) -> None:
    histogram.set_log(log)
    histogram.set_counts([0.0, 1.0, 2.0], counts)
    histogram.redraw()
    seen(histogram)
    assert np.isfinite(ranges(histogram)).all()


def test_counts_that_do_not_fit_the_edges_are_refused(histogram: HistogramPlot) -> None:
    with pytest.raises(ValueError, match="3 counts need 4 edges, not 3"):
        histogram.set_counts([0.0, 1.0, 2.0], [1, 2, 3])


def x_texts(plot: HistogramPlot) -> list[str]:
    return [text for _, text in plot.view._bottom._tickLevels[0]]


def test_an_axis_that_is_given_ends_where_values_can_and_has_its_ticks(histogram: HistogramPlot) -> None:
    histogram.set_x_axis(0.0, 256.0, (0.0, 64.0, 128.0, 192.0, 255.0))
    histogram.set_counts(np.arange(0.0, 257.0, 4.0), [0] * 10 + [5] * 20 + [0] * 34)
    histogram.redraw()
    assert ranges(histogram)[:2] == (0.0, 256.0)
    assert x_texts(histogram) == ["0", "64", "128", "192", "255"]
    histogram.resize(300, 245)
    QApplication.processEvents()
    assert x_texts(histogram) == ["0", "128", "255"]
    wheel(histogram, 480)
    left, right = ranges(histogram)[:2]
    assert right - left < 200.0
    assert "255" not in x_texts(histogram)
    assert len(x_texts(histogram)) > 1
    histogram.reset_view()
    assert ranges(histogram)[:2] == (0.0, 256.0)
    assert x_texts(histogram) == ["0", "128", "255"]
    histogram.set_x_axis(None, None)
    histogram.redraw()
    assert ranges(histogram)[:2] == (40.0, 120.0)


def test_bare_it_has_no_frame_until_it_has_the_focus(histogram: HistogramPlot) -> None:
    histogram.view.clearFocus()
    corner = QPoint(histogram.width() // 2, 0)
    assert seen(histogram).pixelColor(corner) == QColor(LIGHT.border)
    histogram.set_bare()
    assert seen(histogram).pixelColor(corner) == QColor(LIGHT.surface)
    histogram.view.setFocus()
    assert seen(histogram).pixelColor(corner) == QColor(LIGHT.blue)
