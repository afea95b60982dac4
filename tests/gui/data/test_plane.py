"""Points of a plane in the Data workspace: chosen by a click, filtered, over the network's surface."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from core.inspection.filtering import Filter
from gui.data.plane.page import PlanePage
from tests.gui.data.pages import images
from tests.gui.data.screen import POINTS, REGRESSION, Screen, click, pair, points


@pytest.fixture
def screen(screen: Screen) -> Screen:
    screen.put(POINTS, points())
    screen.predicted()
    return screen


@pytest.fixture
def plane(screen: Screen) -> PlanePage:
    page = screen.workspace.grid.plane
    surveyed(screen)
    return page


def surveyed(screen: Screen) -> None:
    """Wait for the surface of the network that has predicted."""
    page = screen.workspace.grid.plane
    screen.qtbot.waitUntil(
        lambda: page.survey is not None and page.survey.network is screen.model.network, timeout=20_000
    )


def test_points_stand_in_place_of_the_table(screen: Screen, plane: PlanePage) -> None:
    grid = screen.workspace.grid
    assert plane.isVisible()
    assert not grid.table.isVisible()
    click(grid.as_table)
    assert grid.table.isVisible()
    click(grid.as_points)
    assert plane.isVisible()
    screen.document.set_data(images())
    assert not grid.as_table.isVisible()
    assert grid.view.isVisible()


def test_images_after_points_are_filtered_without_them(screen: Screen, plane: PlanePage) -> None:
    """More images than there were points: none of these rows is a point."""
    screen.document.set_data(points(20))
    assert len(plane.figure.view.shown_rows) == 20
    screen.document.set_data(images())
    screen.model.set_filter(Filter(labels=frozenset({1})))
    assert screen.model.order.max() > 20
    assert len(plane.figure.view.shown_rows) == 20


def test_the_keys_of_the_workspace_are_those_of_the_plane(screen: Screen, plane: PlanePage) -> None:
    screen.workspace.setFocus()
    assert plane.figure.view.hasFocus()
    click(screen.workspace.grid.as_table)
    screen.workspace.setFocus()
    assert screen.workspace.grid.table.hasFocus()


def test_a_click_chooses_the_example(screen: Screen, plane: PlanePage) -> None:
    view = plane.figure.view
    examples = screen.model.examples
    assert examples is not None
    x, y = view.frame.to_pixels(examples.x[17].astype(np.float64)).tolist()
    row = view.near(QPointF(x, y))
    assert np.hypot(*(examples.x[row] - examples.x[17])) < 0.1
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPointF(x, y).toPoint())
    assert screen.model.selected == row
    assert view._selected == row
    screen.model.select(3)
    assert view._selected == 3


def test_the_filter_is_respected(screen: Screen, plane: PlanePage) -> None:
    screen.model.set_filter(Filter(labels=frozenset({1})))
    assert plane.figure.view.shown_rows.tolist() == screen.model.order.tolist()
    assert len(plane.figure.view.shown_rows) < 50


def test_the_surface_is_of_the_network_that_predicted(screen: Screen, plane: PlanePage) -> None:
    view = plane.figure.view
    assert view._wrong is None, "what nobody has trained is not yet wrong"
    screen.train()
    surveyed(screen)
    assert view._wrong is not None
    assert np.flatnonzero(view._wrong).tolist() == screen.mistakes()
    assert not view._is_stale


def test_another_network_makes_it_grey_until_it_has_predicted(screen: Screen, plane: PlanePage) -> None:
    layers = POINTS.network.layers
    screen.document.edit_network(POINTS.network.with_layers((*layers[:-1], layers[-1])), "")
    screen.document.edit_network(POINTS.network.with_layers(layers[2:]), "")
    assert plane.figure.view._is_stale
    screen.predicted()
    surveyed(screen)
    assert not plane.figure.view._is_stale
    assert plane.figure.units.total == 0


def test_the_other_split_and_the_units_of_another_layer(screen: Screen, plane: PlanePage) -> None:
    assert plane.figure.units.total == 4
    screen.model.set_split("train")
    screen.predicted()
    surveyed(screen)
    shown = plane.figure.view._points
    assert shown is not None
    assert not shown.is_test.any()
    plane.figure.layer_chosen.emit(1)
    surveyed(screen)


def test_unseen_it_computes_nothing(screen: Screen, plane: PlanePage) -> None:
    click(screen.workspace.grid.as_table)
    before = plane.survey
    screen.train()
    assert plane.survey is before
    click(screen.workspace.grid.as_points)
    surveyed(screen)
    assert plane.survey is not before


def test_a_regression_keeps_its_table(screen: Screen) -> None:
    screen.put(REGRESSION, pair())
    assert screen.workspace.grid.table.isVisible()
    assert not screen.workspace.grid.plane.isVisible()
