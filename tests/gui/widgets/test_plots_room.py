"""The room of a plot: where its legend stands, its ticks, the names at the ends of its lines, and how one
fills the place of all."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gui.look.icons import Icons
from gui.look.tokens import LIGHT
from gui.widgets.plot.grid import PlotGrid
from gui.widgets.plot.live import LivePlot
from gui.widgets.plot.redraw import RedrawScheduler
from gui.widgets.plot.style import SeriesSpec
from tests.gui.widgets.plotting import (
    BOTH,
    COLORS,
    count_near,
    count_pixels,
    fill,
    place,
    ranges,
    seen,
    shown,
    wheel,
)

# Legend


def is_on_title_line(plot: LivePlot) -> bool:
    QApplication.processEvents()
    line, legend = plot.title.geometry(), plot.legend.geometry()
    if legend.top() >= line.bottom():
        return False
    assert line.left() + plot.title.sizeHint().width() < legend.left()
    assert legend.left() + plot.legend.one_row() < plot.log_button.mapTo(plot.head, QPoint()).x()
    return True


def test_the_legend_stands_beside_the_title_where_there_is_room(loss: LivePlot) -> None:
    fill(loss)
    assert is_on_title_line(loss)
    height = loss.view.height()
    loss.resize(280, loss.height())
    assert not is_on_title_line(loss)
    assert loss.view.height() < height
    loss.resize(440, loss.height())
    assert is_on_title_line(loss)


def test_a_number_in_the_legend_that_gets_shorter_moves_nothing(loss: LivePlot) -> None:
    def names(name: str) -> None:
        loss.set_series([SeriesSpec("loss", name, smooth=True)])

    names("a loss that has a name of many words, which is long")
    assert not is_on_title_line(loss)
    names("loss")
    assert not is_on_title_line(loss)
    loss.resize(441, loss.height())
    assert is_on_title_line(loss)


# Axes


@pytest.mark.parametrize("values", [(0.0, 2.4), (85.0, 97.0), (0.003, 0.4)])
def test_a_low_plot_has_more_than_two_ticks(
    qtbot: QtBot, scheduler: RedrawScheduler, values: tuple[float, float]
) -> None:
    plot = LivePlot(BOTH, COLORS, scheduler, log=values[0] == 0.003)
    plot.set_texts("Accuracy", "epoch", "right (%)", "")
    shown(qtbot, plot, scheduler)
    plot.resize(434, 162)  # of a window of 1366 × 768
    plot.append("train", [0, 1], values)
    plot.redraw()
    QApplication.processEvents()
    assert len(plot.view._left._tickLevels[0]) > 2


def test_the_name_of_x_stands_beside_its_ticks_or_below_where_it_is_long(loss: LivePlot) -> None:
    height = loss.view.frame.height
    loss.set_texts("Loss", "iterations of the whole network", "loss", "")
    QApplication.processEvents()
    assert loss.view.frame.height < height
    label = loss.view._bottom.label
    assert label.pos().x() > 0.0
    loss.set_texts("Loss", "epoch", "loss", "")
    QApplication.processEvents()
    assert loss.view.frame.height == height
    assert label.pos().x() + label.boundingRect().width() < 0.0


def test_the_wheel_zooms_x_and_with_ctrl_y(loss: LivePlot) -> None:
    fill(loss)
    whole = ranges(loss)
    wheel(loss)
    assert ranges(loss)[1] - ranges(loss)[0] < whole[1] - whole[0]
    assert ranges(loss)[2:] == whole[2:]
    loss.reset_view()
    wheel(loss, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert ranges(loss)[:2] == whole[:2]
    assert ranges(loss)[3] - ranges(loss)[2] < whole[3] - whole[2]


def test_the_fit_button_moves_nothing(loss: LivePlot) -> None:
    fill(loss)
    parts = (loss.title, loss.legend, loss.log_button, loss.view)
    places = [part.geometry() for part in parts]
    wheel(loss)
    QApplication.processEvents()
    assert [part.geometry() for part in parts] == places
    assert loss.view.canvas_rect().toRect().contains(loss.fit_button.geometry())


# Lines


@pytest.fixture
def layers(qtbot: QtBot, scheduler: RedrawScheduler) -> LivePlot:
    """Seven lines with an order, the first the lowest."""
    specs = [SeriesSpec(str(i), f"Affine {i + 1}", i / 6) for i in range(7)]
    plot = LivePlot(specs, COLORS, scheduler, log=True, first_x=100.0, beyond=60.0)
    plot.set_texts("Gradient of each layer", "iteration", "RMS", "")
    shown(qtbot, plot, scheduler)
    for i in range(7):
        plot.append(str(i), range(90), np.geomspace(10.0 ** (i - 7), 10.0 ** (i - 6.5), 90))
    plot.redraw()
    return plot


def named(plot: LivePlot) -> list[str]:
    return [label.spec.name for label in plot._layer._ends.labels]


def test_lines_with_an_order_are_one_ramp_named_at_its_ends(layers: LivePlot) -> None:
    (entry,) = layers.legend.entries
    assert (entry.name, entry.until) == ("Affine 1", "Affine 7")
    colors = [COLORS.hue(i / 6) for i in range(7)]
    assert colors[0] == QColor(LIGHT.ramp[0])
    assert colors[3] == QColor(LIGHT.vermilion)
    assert colors[6] == QColor(LIGHT.ramp[2])
    lightness = [color.lightnessF() for color in colors]
    assert lightness == sorted(lightness, reverse=True)
    image = seen(layers)
    assert all(count_near(image, color) > 100 for color in colors)


def test_names_at_the_ends_lie_on_no_other(layers: LivePlot) -> None:
    assert {"Affine 1", "Affine 7"} <= set(named(layers))
    layers.resize(440, 130)
    QApplication.processEvents()
    layers.redraw()
    few = named(layers)
    assert {"Affine 1", "Affine 7"} <= set(few)
    assert len(few) < 7
    for i in range(7):  # all at one place
        layers.append(str(i), range(90, 95), np.full(5, 0.001))
    layers.redraw()
    assert named(layers) == ["Affine 1", "Affine 7"]
    tops = sorted(label.place.y() for label in layers._layer._ends.labels)
    assert all(below - above >= 11.0 for above, below in pairwise(tops))


def test_a_line_over_another_leaves_it_in_sight(qtbot: QtBot, scheduler: RedrawScheduler) -> None:
    specs = [
        SeriesSpec("train", "training", "blue", marker=True, broad=True),
        SeriesSpec("test", "test", "green", "dash", marker=True),
    ]
    plot = LivePlot(specs, COLORS, scheduler, first_x=10.0)
    shown(qtbot, plot, scheduler)
    for key in ("train", "test"):
        plot.append(key, range(10), np.full(10, 0.5))
    plot.redraw()
    image = seen(plot)
    assert count_pixels(image, QColor(LIGHT.blue)) > 300
    assert count_pixels(image, QColor(LIGHT.green)) > 100


# Enlarging


@pytest.fixture
def grid(qtbot: QtBot, scheduler: RedrawScheduler, icons: Icons) -> PlotGrid:
    grid = PlotGrid(icons)
    plots = [LivePlot(BOTH, COLORS, scheduler, parent=grid) for _ in range(4)]
    for place_, plot in enumerate(plots):
        plot.set_texts(f"Plot {place_}", "epoch", "value", "")
    grid.fill(plots, plots)
    grid.resize(800, 400)
    qtbot.addWidget(grid)
    with qtbot.waitExposed(grid):
        grid.show()
    return grid


def plots_of(grid: PlotGrid) -> list[LivePlot]:
    return [card for card in grid._cards if isinstance(card, LivePlot)]


def assert_shares(grid: PlotGrid) -> None:
    QApplication.processEvents()
    assert all(plot.isVisible() and not plot.head.is_enlarged for plot in plots_of(grid))
    assert len({plot.size().toTuple() for plot in plots_of(grid)}) == 1


def assert_fills(grid: PlotGrid, large: LivePlot) -> None:
    QApplication.processEvents()
    assert [plot for plot in plots_of(grid) if plot.isVisible()] == [large]
    assert large.geometry() == grid.rect()
    assert large.head.is_enlarged


@pytest.mark.parametrize("which", [0, 3])
def test_a_double_click_on_the_title_enlarges_and_esc_goes_back(
    grid: PlotGrid, qtbot: QtBot, which: int
) -> None:
    assert_shares(grid)
    plot = plots_of(grid)[which]
    qtbot.mouseDClick(plot.title, Qt.MouseButton.LeftButton)
    assert_fills(grid, plot)
    QTest.keyClick(grid.focusWidget(), Qt.Key.Key_Escape)
    assert_shares(grid)
    qtbot.mouseDClick(plot.title, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(plot.title, Qt.MouseButton.LeftButton)
    assert_shares(grid)


def test_esc_first_ends_what_was_begun_last(grid: PlotGrid, qtbot: QtBot) -> None:
    plot = plots_of(grid)[1]
    plot.append("train", range(100), np.arange(100.0))
    qtbot.mouseClick(plot.head.enlarge_button, Qt.MouseButton.LeftButton)
    plot.redraw()
    whole = ranges(plot)
    wheel(plot)
    QTest.mouseMove(plot.view.viewport(), place(plot, 0.5))
    assert plot.readout.isVisible()
    for _ in range(2):
        QTest.keyClick(plot.view, Qt.Key.Key_Escape)
        assert_fills(grid, plot)
    assert not plot.readout.isVisible()
    assert ranges(plot) == whole
    QTest.keyClick(plot.view, Qt.Key.Key_Escape)
    assert_shares(grid)


def test_button_and_menu_say_what_they_do_next(grid: PlotGrid, qtbot: QtBot) -> None:
    plot = plots_of(grid)[2]
    menu = plot.findChild(QMenu, "plot menu")
    assert isinstance(menu, QMenu)

    def choose(text: str) -> None:
        assert plot.head.enlarge_button.accessibleName() == text
        next(action for action in menu.actions() if action.text() == text).trigger()

    small = seen(plot).size(), plot.head.enlarge_button.icon().pixmap(14).toImage()
    choose("Enlarge")
    assert_fills(grid, plot)
    assert plot.head.enlarge_button.icon().pixmap(14).toImage() != small[1]
    choose("All plots")
    assert_shares(grid)
    assert plot.head.enlarge_button.toolTip() != ""


def test_a_plot_of_no_panel_offers_no_enlarging(loss: LivePlot, qtbot: QtBot) -> None:
    asked: list[bool] = []
    loss.enlarging_asked.connect(lambda: asked.append(True))
    qtbot.mouseDClick(loss.title, Qt.MouseButton.LeftButton)
    assert not loss.head.enlarge_button.isVisible()
    assert asked == []
