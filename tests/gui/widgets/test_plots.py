"""The live plot as data come: what it holds and draws, its ranges, scale and smoothing."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.look.tokens import LIGHT
from gui.widgets.plot.live import LivePlot
from gui.widgets.plot.redraw import RedrawScheduler
from gui.widgets.plot.style import SeriesSpec
from tests.gui.widgets.plotting import (
    BOTH,
    COLORS,
    LOSS,
    count_pixels,
    fill,
    losses,
    place,
    ranges,
    seen,
    shown,
    wheel,
)

# Data


def test_it_holds_every_value_that_was_appended(loss: LivePlot) -> None:
    values = losses(5000).astype(np.float32)
    for start in range(0, 5000, 700):
        loss.append("loss", np.arange(start, min(start + 700, 5000)), values[start : start + 700])
        loss.redraw()
    x, y = loss.data("loss")
    assert x.tolist() == list(range(5000))
    assert y.tolist() == values.astype(float).tolist()


def test_new_data_are_drawn_by_themselves(loss: LivePlot, qtbot: QtBot) -> None:
    before = seen(loss)
    loss.append("loss", np.arange(300), losses(300))
    qtbot.waitUntil(lambda: seen(loss) != before)
    assert count_pixels(seen(loss), QColor(LIGHT.blue)) > 100


def test_an_empty_plot_says_what_will_be_here_until_there_are_data(loss: LivePlot) -> None:
    assert loss.view.empty_text == "The loss will be here."
    assert loss.view.accessibleDescription() == "The loss will be here."
    fill(loss)
    assert loss.view.empty_text == ""
    loss.clear()
    loss.redraw()
    assert loss.view.empty_text == "The loss will be here."
    assert len(loss.data("loss")[0]) == 0


def test_renaming_keeps_the_data(loss: LivePlot) -> None:
    fill(loss)
    loss.set_series([SeriesSpec("loss", "손실", smooth=True), *BOTH])
    assert len(loss.data("loss")[0]) == 500
    assert [entry.name for entry in loss.legend.entries][:3] == ["손실", "training", "test"]
    loss.set_series(BOTH)
    assert not loss.smooth_button.isVisible()
    with pytest.raises(KeyError):
        loss.data("loss")


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize(
    "values", [[np.nan], [np.inf, np.nan], [0.0, 0.0], [1e-30, 1e30], [-1.0, 2.0, np.nan], [1e308, -1e308]]
)
def test_no_value_breaks_the_picture(loss: LivePlot, log: bool, values: list[float]) -> None:
    loss.set_log(log)
    loss.append("loss", range(len(values)), values)
    loss.redraw()
    seen(loss)
    assert np.isfinite(ranges(loss)).all()


# Ranges


def test_the_range_does_not_jump_while_data_come(loss: LivePlot) -> None:
    values, tops = losses(900), set()
    for start in range(0, 900, 9):
        loss.append("loss", np.arange(start, start + 9), values[start : start + 9])
        loss.redraw()
        left, right, bottom, top = ranges(loss)
        assert (left, right, bottom) == (0.0, 1000.0, 0.0)
        tops.add(top)
    assert len(tops) <= 2


def test_the_range_can_leave_out_where_the_lines_begin(qtbot: QtBot, scheduler: RedrawScheduler) -> None:
    plot = LivePlot(BOTH, COLORS, scheduler, ceiling=100.0, after_first=True)
    shown(qtbot, plot, scheduler)

    def add(x: int, train: float, test: float) -> tuple[float, float]:
        plot.append("train", x, train)
        plot.append("test", x, test)
        plot.redraw()
        return ranges(plot)[2:]

    assert add(0, 9.8, 11.2) == (0.0, 100.0)  # a beginning is seen as long as there is nothing else
    assert add(1, 90.3, 90.6) == (0.0, 100.0)  # nor does a line of two points begin outside of what is seen
    for epoch in range(2, 20):
        assert add(epoch, 91.0 + epoch / 3, 91.0 + epoch / 4) == (90.0, 100.0)
    low, high = add(20, 70.0, 71.0)
    assert 60.0 <= low < 70.0
    assert high == 100.0
    assert add(21, 98.0, 97.0) == (low, high)
    np.testing.assert_array_equal(plot.data("test")[1][:2], [11.2, 90.6])
    plot.clear()
    assert add(0, 9.8, 11.2) == (0.0, 100.0)
    plot.set_log(True)
    assert add(1, 92.0, 91.0) == (0.0, 2.0)
    assert add(2, 95.0, 94.0) == (1.0, 2.0)


def test_the_wheel_zooms_and_the_zoom_is_kept_until_fit(loss: LivePlot, qtbot: QtBot) -> None:
    fill(loss)
    whole = ranges(loss)
    assert not loss.fit_button.isVisible()
    wheel(loss)
    zoomed = ranges(loss)
    assert zoomed[1] - zoomed[0] < whole[1] - whole[0]
    loss.append("loss", [501], [90.0])
    loss.redraw()
    assert ranges(loss) == zoomed
    qtbot.mouseClick(loss.fit_button, Qt.MouseButton.LeftButton)
    assert ranges(loss)[:2] == whole[:2]
    assert ranges(loss)[3] >= 90.0
    assert not loss.fit_button.isVisible()


def test_a_drag_pans_and_a_double_click_resets(loss: LivePlot, qtbot: QtBot) -> None:
    fill(loss)
    whole, viewport = ranges(loss), loss.view.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place(loss, 0.5))
    for across in (0.52, 0.6, 0.7):
        qtbot.mouseMove(viewport, place(loss, across))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place(loss, 0.7))
    assert ranges(loss)[0] < whole[0]
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place(loss, 0.5))
    assert ranges(loss) == whole


def test_what_has_come_fills_the_picture(qtbot: QtBot, scheduler: RedrawScheduler) -> None:
    plot = LivePlot([LOSS], COLORS, scheduler, floor=0.0)
    plot.set_planned(20_000)
    shown(qtbot, plot, scheduler)
    ends = []
    for start in range(0, 20_000, 250):
        plot.append("loss", np.arange(start, start + 250), np.ones(250))
        plot.redraw()
        ends.append(ranges(plot)[1])
    assert sorted(set(ends)) == [500, 1_000, 2_000, 5_000, 10_000, 20_000]
    assert ends == sorted(ends)
    plot.set_planned(21_000)
    plot.redraw()
    assert ranges(plot)[1] == 21_000, "a run that is continued"


def test_without_a_plan_the_range_leaves_room(loss: LivePlot) -> None:
    loss.set_planned(None)
    fill(loss, 1_100)
    assert ranges(loss)[1] == 2_000.0


# Scale and smoothing


def test_the_log_button_shows_whole_decades(loss: LivePlot, qtbot: QtBot) -> None:
    loss.append("loss", np.arange(100), np.geomspace(2.0, 0.004, 100))
    loss.redraw()
    qtbot.mouseClick(loss.log_button, Qt.MouseButton.LeftButton)
    assert loss.log
    assert ranges(loss)[2:] == (-3.0, 1.0)
    qtbot.mouseClick(loss.log_button, Qt.MouseButton.LeftButton)
    assert ranges(loss)[2] == 0.0


def test_a_logarithmic_scale_can_be_zoomed_out_of_all_numbers(loss: LivePlot) -> None:
    fill(loss)
    loss.set_log(True)
    whole = ranges(loss)
    for _ in range(60):
        wheel(loss, -240)
    seen(loss)
    loss.reset_view()
    assert ranges(loss) == whole


def test_the_smoothing_menu_changes_what_is_drawn_and_not_what_is_held(loss: LivePlot) -> None:
    fill(loss)
    smoothed, held = seen(loss), loss.data("loss")[1]
    assert len(loss.legend.entries) == 2
    loss.smooth_button.choices[1].trigger()
    assert loss.smoothing == 1
    assert len(loss.legend.entries) == 1
    assert seen(loss) != smoothed
    loss.smooth_button.choices[50].trigger()
    assert seen(loss) == smoothed
    assert np.array_equal(loss.data("loss")[1], held)
