"""The histogram: shares of what it was told, ranges that stay, reading bar by bar."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.theme import LIGHT
from gui.widgets.plot_histogram import HistogramPlot
from gui.widgets.redraw import RedrawScheduler
from tests.gui.plotting import (
    COLORS,
    count_pixels,
    point_at,
    ranges,
    seen,
    shown,
)


@pytest.fixture
def scheduler(qapp: object) -> Iterator[RedrawScheduler]:
    scheduler = RedrawScheduler()
    yield scheduler
    scheduler.deleteLater()


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


@pytest.mark.parametrize("counts", [[0, 0], [1e300, 1e300]])
def test_no_counts_break_a_histogram(histogram: HistogramPlot, counts: list[float]) -> None:
    histogram.set_counts([0.0, 1.0, 2.0], counts)
    histogram.redraw()
    seen(histogram)
    assert np.isfinite(ranges(histogram)).all()


def test_counts_that_do_not_fit_the_edges_are_refused(histogram: HistogramPlot) -> None:
    with pytest.raises(ValueError, match="3 counts need 4 edges, not 3"):
        histogram.set_counts([0.0, 1.0, 2.0], [1, 2, 3])
