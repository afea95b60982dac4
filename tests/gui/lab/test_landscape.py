"""The loss surface, driven through its widgets: by mouse, keys and typing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.experiments.landscape import Landscape
from gui.lab.landscape.page import LandscapePage
from gui.lab.landscape.state import LandscapeState
from gui.language.numbers import number
from gui.look.theme import Theme
from tests.gui.fitting import misfits
from tests.gui.hands import press_key
from tests.gui.lab.data import images
from tests.gui.lab.hands import drag
from tests.gui.lab.screen import Lab

SMALL: dict[str, Any] = {"width": 8, "updates": 60, "images": 100, "resolution": 15}


DATA = images()
FIRST = replace(LandscapeState(), **SMALL)


def opened(lab: Lab) -> LandscapePage:
    """The experiment with data, computed for a small network."""
    lab.document.set_data(DATA)
    page = cast(LandscapePage, lab.workspace.page("landscape"))
    page.set_state(FIRST)
    lab.open("landscape")
    return page


@pytest.fixture(scope="module")
def made(lab: Lab) -> LandscapePage:
    return opened(lab)


@pytest.fixture
def page(lab: Lab, made: LandscapePage) -> Iterator[LandscapePage]:
    lab.document.set_data(DATA)
    yield from lab.renewed(made, FIRST)


def land_of(page: LandscapePage) -> Landscape:
    land = page.landscape.landscape
    assert land is not None
    return land


def on_surface(page: LandscapePage, a: float, b: float) -> QPoint:
    point = page.landscape.planes().surface.point(a, b)
    assert point is not None
    return point.toPoint()


def told(page: LandscapePage) -> str:
    return page.landscape.accessibleDescription()


def choose(page: LandscapePage, name: str, word: str) -> None:
    choice = page.controls[name].field
    choice.setCurrentIndex(choice.findData(word))
    choice.activated.emit(choice.currentIndex())


def type_into(page: LandscapePage, name: str, text: str) -> None:
    field = page.controls[name].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    press_key(Qt.Key.Key_Return)


def test_it_trains_and_says_what_the_slice_shows_and_what_it_cannot(page: LandscapePage) -> None:
    land = land_of(page)
    assert len(land.ways[0]) == 51
    assert len(land.surface.levels) > 3
    parameters = f"{land.plane.p.size:,}"
    for text in (
        "mark (0, 0): loss ",
        "after 60 updates: loss ",
        "of the path's movement",
        "In 8 other random directions",
        f"only 2 of {parameters} directions",
    ):
        assert text in told(page), text
    assert not page.book.isVisible()
    assert not page.verdict.isVisible()


def test_without_data_a_sentence_says_so_and_data_bring_the_picture(own_lab: Lab) -> None:
    page = cast(LandscapePage, own_lab.workspace.page("landscape"))
    page.set_state(FIRST)
    own_lab.open("landscape")
    assert page.bar.isVisible()
    assert page.landscape.landscape is None
    assert not page.landscape.grab().isNull()
    assert page.table()[1] == []
    press_key(Qt.Key.Key_Right)
    own_lab.document.set_data(images())
    own_lab.rest()
    assert not page.bar.isVisible()
    assert page.landscape.landscape is not None


def test_the_mark_is_dragged(page: LandscapePage) -> None:
    land = land_of(page)
    drag(page.landscape, on_surface(page, 0.0, 0.0), on_surface(page, -0.6, 0.2))
    state = page.state
    assert (state.a, state.b) == pytest.approx((-0.6, 0.2), abs=0.02)
    assert page.controls["a"].field.value == state.a
    loss = land.loss.at(state.a, state.b)[0]
    assert f"mark ({number(state.a, 3)}, {number(state.b, 3)}): loss {number(loss)}, " in told(page)
    assert land_of(page) is land


def test_a_drag_beyond_the_edge_stays_at_it(page: LandscapePage) -> None:
    drag(page.landscape, on_surface(page, 0.0, 0.0), QPoint(-500, -500))
    (left, _), (_, high) = land_of(page).spans
    assert (page.state.a, page.state.b) == pytest.approx((left, high), abs=0.01)


def test_the_snapshot_is_dragged_along_the_losses(page: LandscapePage) -> None:
    plane = page.landscape.planes().losses
    first, last = plane.point(60.0, 0.1), plane.point(12.0, 0.1)
    assert first is not None
    assert last is not None
    drag(page.landscape, first.toPoint(), last.toPoint())
    updates = land_of(page).runs[0].updates
    assert updates[page.state.at] == pytest.approx(12, abs=1)
    assert f"after {updates[page.state.at]} updates" in told(page)
    assert page.controls["at"].slider.value() == page.state.at


def test_a_press_beside_the_plots_takes_nothing(page: LandscapePage) -> None:
    before = page.state
    drag(page.landscape, QPoint(3, 3), QPoint(30, 3))
    assert page.state == before


def test_arrows_move_the_mark_and_the_snapshot(page: LandscapePage) -> None:
    page.landscape.setFocus()
    step = (land_of(page).spans[0][1] - land_of(page).spans[0][0]) / 100
    press_key(Qt.Key.Key_Right)
    press_key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert (page.state.a, page.state.b) == pytest.approx((step, -10 * step), abs=1e-3)
    page.controls["at"].slider.setFocus()
    press_key(Qt.Key.Key_Left)
    assert page.state.at == 49


def test_mark_and_snapshot_are_typed(page: LandscapePage) -> None:
    type_into(page, "a", "-0.25")
    type_into(page, "at", "3")
    assert (page.state.a, page.state.at) == (-0.25, 3)
    assert "mark (−0.25, 0)" in told(page)


def test_the_pointer_shows_loss_and_accuracy(page: LandscapePage) -> None:
    place = on_surface(page, 0.1, 0.1)
    before = page.landscape.grab().toImage()
    QTest.mouseMove(page.landscape, place)
    assert page.landscape.pointer is not None
    assert page.landscape.grab().toImage() != before


def test_random_directions_and_their_seed(lab: Lab, page: LandscapePage) -> None:
    of_path = land_of(page)
    choose(page, "directions", "random")
    lab.rest()
    land = land_of(page)
    assert land.held < of_path.held
    assert land.runs[0] is of_path.runs[0]  # it was not trained again
    type_into(page, "direction_seed", "7")
    lab.rest()
    assert not np.array_equal(land_of(page).plane.u, land.plane.u)


def test_towards_another_run(lab: Lab, page: LandscapePage) -> None:
    assert not page.controls["other_seed"].isVisible()
    choose(page, "directions", "other")
    lab.rest()
    assert page.controls["other_seed"].isVisible()
    land = land_of(page)
    assert len(land.ways) == 2
    np.testing.assert_allclose(land.ways[1][-1], (1.0, 0.0), atol=1e-3)
    assert not page.landscape.grab().isNull()


def test_another_optimizer_brings_its_usual_rate(lab: Lab, page: LandscapePage) -> None:
    choose(page, "optimizer", "adam")
    lab.rest()
    assert (page.state.optimizer, page.state.rate) == ("adam", 0.001)


def test_a_training_that_runs_away_is_told_and_the_picture_stays(lab: Lab, page: LandscapePage) -> None:
    before = land_of(page)
    page.set_state(replace(page.state, rate=1e30))
    lab.rest()
    assert "runs away" in page.bar.text()
    assert land_of(page) is before
    page.set_state(replace(page.state, rate=0.1))
    lab.rest()
    assert not page.bar.isVisible()


def test_what_takes_too_long_is_refused_at_once(lab: Lab, page: LandscapePage) -> None:
    before = land_of(page)
    page.set_state(replace(page.state, resolution=100_000))
    lab.rest()
    assert "times the work that is the limit" in page.bar.text()
    assert land_of(page) is before


def test_stop_leaves_the_picture_and_says_so(page: LandscapePage) -> None:
    before = land_of(page)
    page.set_state(replace(page.state, updates=2_000, width=200, seed=4))
    assert page.runner.is_busy
    page.runner.stop_button.click()
    assert page.bar.isVisible()
    assert land_of(page) is before


def test_leaving_ends_the_work_and_coming_back_does_it(lab: Lab, page: LandscapePage) -> None:
    page.change("seed", 4)
    lab.workspace.show_tiles()
    assert not page.runner.is_busy
    lab.rest()
    lab.workspace.open_experiment("landscape")
    lab.rest()
    assert land_of(page).runs[0].batch.network.seed == 4


def test_other_data_are_trained_on_at_once(lab: Lab, page: LandscapePage) -> None:
    before = land_of(page)
    lab.document.set_data(images())
    lab.rest()
    assert land_of(page).runs[0] is not before.runs[0]


def test_saved_and_opened(lab: Lab, page: LandscapePage, tmp_path: Path) -> None:
    page.set_state(replace(page.state, a=0.2, at=5))
    kept = page.state
    page.save_state(tmp_path / "surface.json")
    for name in ("surface.png", "surface.svg"):
        page.save_picture(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 1_000
    page.save_numbers(tmp_path / "surface.csv")
    page.set_state(FIRST)
    lab.workspace.open_file(tmp_path / "surface.json")
    lab.rest()
    assert page.state == kept
    rows = (tmp_path / "surface.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) == 1 + 51 + 15 * 15
    assert page.copied() is not None


def test_reset_brings_the_first_state(page: LandscapePage) -> None:
    page.reset_button.click()
    assert page.state == LandscapeState()


def test_both_themes_are_painted(page: LandscapePage, theme: Theme) -> None:
    light = page.landscape.grab().toImage()
    theme.set_choice("dark")
    assert page.landscape.grab().toImage() != light
    theme.set_choice("light")


def test_the_way_on_leads_to_a_training_of_the_same_network(lab: Lab, page: LandscapePage) -> None:
    page.train_button.click()
    (experiment,) = lab.trained
    assert experiment.network.layers[0].units == 8
    assert experiment.problems() == ()


@pytest.mark.usefixtures("doubled")
def test_all_texts_have_their_room(own_lab: Lab) -> None:
    assert misfits(opened(own_lab)) == []
