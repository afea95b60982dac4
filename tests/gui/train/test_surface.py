"""The decision surface beside the plots: when it is there, what it follows, and when it is out of date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.nn.spec import LayerSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from gui.document.change import State
from gui.look.icons import Icons
from gui.train.surface.follower import SurfaceFollower
from gui.train.surface.page import SurfacePage
from tests.gui.fitting import misfits
from tests.gui.surface.planes import halves
from tests.gui.train.screen import MakePart, PartScreen, Screen, images, pair, settle, surface

DATA = halves(200, 40)
HIDDEN = (LayerSpec("affine", 6), LayerSpec("tanh"), LayerSpec("affine", 4), LayerSpec("tanh"))
SPEC = NetworkSpec(2, (*HIDDEN, LayerSpec("affine", 2)))
PLANE = Experiment(SPEC, TrainingConfig("xor", batch_size=10, length=3))
"""Three epochs of 20 iterations."""


@pytest.fixture
def plane(parts: MakePart) -> PartScreen[SurfacePage]:
    return parts(surface, PLANE, DATA)


@pytest.fixture
def whole(qtbot: QtBot, icons: Icons) -> Iterator[Screen]:
    made = Screen(qtbot, icons, PLANE, DATA)
    yield made
    made.close()


def page(screen: PartScreen[SurfacePage] | Screen) -> SurfacePage:
    return screen.workspace.surface if isinstance(screen, Screen) else screen.part


def follower(screen: PartScreen[SurfacePage] | Screen) -> SurfaceFollower:
    return page(screen).follower


def until_iteration(screen: PartScreen[SurfacePage] | Screen, iteration: int) -> None:
    """Wait for the surface of the network after so many updates."""
    own = follower(screen)
    screen.qtbot.waitUntil(
        lambda: own.of is not None and own.of.iteration == iteration and own.is_current, timeout=20_000
    )


def test_it_is_there_at_once_with_the_initial_weights(plane: PartScreen[SurfacePage]) -> None:
    assert page(plane).isVisible()
    until_iteration(plane, 0)
    assert page(plane).when.text() == "Initial weights, not trained yet"
    # What nobody has trained is not yet wrong.
    assert page(plane).figure.view._wrong is None


def test_a_run_is_followed_to_its_end(plane: PartScreen[SurfacePage]) -> None:
    seen: list[int] = []
    own = follower(plane)
    own.changed.connect(lambda: seen.append(own.of.iteration if own.of is not None else -1))
    plane.run_to_end()
    # A survey made while the last iteration was still reported says "in training": the next one does not.
    plane.qtbot.waitUntil(lambda: own.of is not None and own.of.kind != "running" and own.of.iteration == 60)
    assert seen == sorted(seen)
    survey, run = own.survey, plane.document.current_run
    assert survey is not None
    assert run is not None
    assert run.checkpoint is not None
    expected = run.checkpoint.network()
    assert survey.network.params.vector.tolist() == expected.params.vector.tolist()
    assert survey.wrong is not None
    assert DATA.test is not None
    right = expected.correct(expected.predict(DATA.test.x), DATA.test.t)
    assert survey.wrong[len(DATA.train) :].tolist() == (~right).tolist()
    assert page(plane).figure.view._wrong is survey.wrong
    assert page(plane).when.text() == f"{run.name}, trained for 60 iterations"


def test_a_pause_shows_the_network_of_the_pause(plane: PartScreen[SurfacePage]) -> None:
    plane.press("step")
    plane.until(State.PAUSED)
    until_iteration(plane, 1)
    assert page(plane).when.text().endswith("paused at iteration 1")
    plane.press("stop")
    plane.until(State.ENDED)
    until_iteration(plane, 1)


def test_an_edit_of_the_network_shows_the_new_one(plane: PartScreen[SurfacePage]) -> None:
    until_iteration(plane, 0)
    before = follower(plane).survey
    fewer = replace(SPEC, layers=SPEC.layers[2:])
    plane.document.edit_network(fewer, "")
    assert not follower(plane).is_current
    until_iteration(plane, 0)
    assert follower(plane).survey is not before
    assert page(plane).figure.units.total == 4


def test_an_edit_that_leaves_the_weights_alone_leaves_it_current(plane: PartScreen[SurfacePage]) -> None:
    until_iteration(plane, 0)
    plane.set_rate(0.2)
    assert follower(plane).is_current
    plane.set(seed=9)
    assert not follower(plane).is_current
    until_iteration(plane, 0)


def test_a_network_that_cannot_be_built_leaves_the_old_one_in_grey(plane: PartScreen[SurfacePage]) -> None:
    until_iteration(plane, 0)
    without = replace(SPEC, layers=(LayerSpec("affine", 0), *SPEC.layers[1:]))
    plane.document.edit_network(without, "")
    plane.qtbot.waitUntil(lambda: follower(plane).problem is not None)
    view = page(plane).figure.view
    assert view._is_stale
    assert "unit" in page(plane).when.text()
    plane.document.edit_network(SPEC, "")
    until_iteration(plane, 0)
    assert not view._is_stale


def test_a_network_for_other_data_says_why_there_is_no_surface(plane: PartScreen[SurfacePage]) -> None:
    other = replace(SPEC, layers=(*SPEC.layers[:-1], LayerSpec("affine", 3)))
    plane.document.edit_network(other, "")
    plane.qtbot.waitUntil(lambda: follower(plane).problem is not None)
    assert "2 classes, but the network tells 3" in page(plane).when.text()


def test_another_layer(plane: PartScreen[SurfacePage]) -> None:
    until_iteration(plane, 0)
    page(plane).figure.layer_chosen.emit(1)
    plane.qtbot.waitUntil(lambda: page(plane).figure.units.total == 6)
    plane.run_to_end()
    until_iteration(plane, 60)
    assert page(plane).figure.units.total == 6


def test_while_nobody_looks_nothing_is_computed(
    plane: PartScreen[SurfacePage], monkeypatch: pytest.MonkeyPatch
) -> None:
    until_iteration(plane, 0)
    plane.part.hide()
    asked: list[object] = []
    monkeypatch.setattr(plane.trainer.table, "request", asked.append)
    plane.trainer.start()
    plane.until(State.ENDED)
    settle()
    assert not asked
    monkeypatch.undo()
    plane.part.show()
    until_iteration(plane, 60)


def test_it_comes_with_points_of_a_plane_and_goes_with_other_data(screen: Screen) -> None:
    def is_away() -> bool:
        settle()
        shown = page(screen).is_wanted or page(screen).isVisible() or screen.workspace.pages.count() != 4
        return not shown and follower(screen).survey is None

    assert is_away(), "the data are images"
    screen.document.edit(PLANE, "")
    for other in (pair(), images()):
        screen.document.set_data(DATA)
        settle()
        assert page(screen).isVisible()
        until_iteration(screen, 0)
        screen.document.set_data(other)
        assert is_away()


def test_in_a_narrow_window_it_is_the_page_in_front(whole: Screen) -> None:
    workspace = whole.workspace
    until_iteration(whole, 0)
    workspace.resize(940, 640)
    settle()
    assert workspace.pages.currentWidget() is page(whole)
    assert workspace.pages.tabText(0) == "Decision surface"
    assert page(whole).isVisible()
    assert misfits(workspace) == []
    whole.run_to_end()
    until_iteration(whole, 60)
    workspace.resize(1400, 760)
    settle()
    assert workspace.pages.indexOf(page(whole)) < 0
    assert page(whole).isVisible()
    assert misfits(workspace) == []


def test_it_looks_at_the_points_of_both_sets(plane: PartScreen[SurfacePage]) -> None:
    view = page(plane).figure.view
    points = view._points
    assert points is not None
    assert len(points) == 240
    assert points.is_test.tolist() == [False] * 200 + [True] * 40
    assert np.unique(points.labels).tolist() == [0, 1]
    QTest.mouseMove(view, view.frame.rect.center().toPoint())
    assert view.readout.isVisible()
