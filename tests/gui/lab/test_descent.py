"""Gradient descent, driven through its widgets: by mouse, keys and typing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.experiments.published import published
from gui.lab.descent.page import DescentPage
from gui.lab.descent.state import DescentState
from gui.lab.descent.surfaces import OFFERED, RACERS, widened
from gui.look.theme import Theme
from tests.gui.fitting import misfits
from tests.gui.hands import press_key
from tests.gui.lab.hands import drag
from tests.gui.lab.screen import Lab


@pytest.fixture(scope="module")
def made(lab: Lab) -> DescentPage:
    return cast(DescentPage, lab.open("descent"))


@pytest.fixture
def page(lab: Lab, made: DescentPage) -> Iterator[DescentPage]:
    yield from lab.renewed(made)


def at(page: DescentPage, x: float, y: float) -> QPoint:
    point = page.surface.plane().point(x, y)
    assert point is not None
    return point.toPoint()


def told(page: DescentPage) -> str:
    return page.surface.accessibleDescription()


def test_it_opens_with_the_descent_of_the_book(page: DescentPage) -> None:
    assert page.state == DescentState()
    assert "∂f/∂x = −6, ∂f/∂y = 8" in told(page)
    assert "SGD, 0.1 (−6.11111e−10, 8.14814e−10)" in told(page)
    ground = page.surface.ground
    assert ground is not None
    assert len(ground.surface.levels) > 5


def test_the_published_numbers_match_on_the_screen(page: DescentPage) -> None:
    assert len(page.book.rows) == len(published("descent")) == 13
    assert [row.name for row in page.book.rows if not row.matches] == []
    assert page.verdict.text() == "matches the book ✓"


def test_the_start_is_dragged(lab: Lab, page: DescentPage) -> None:
    drag(page.surface, at(page, -3.0, 4.0), at(page, 2.0, -1.0))
    assert page.state.x == pytest.approx(2.0, abs=0.05)
    assert page.state.y == pytest.approx(-1.0, abs=0.05)
    lab.rest()
    assert page.surface.ways[0].path[0].tolist() == [page.state.x, page.state.y]
    assert page.controls["x"].field.value == page.state.x


def test_a_drag_beyond_the_edge_stays_at_it(page: DescentPage) -> None:
    drag(page.surface, at(page, -3.0, 4.0), QPoint(-500, -500))
    plane = page.surface.plane()
    assert (page.state.x, page.state.y) == pytest.approx((plane.x[0], plane.y[1]), rel=1e-3)


def test_a_press_beside_the_plot_takes_nothing(page: DescentPage) -> None:
    drag(page.surface, QPoint(3, 3), QPoint(30, 3))
    assert page.state == DescentState()


def test_arrows_move_the_start(page: DescentPage) -> None:
    page.surface.setFocus()
    press_key(Qt.Key.Key_Right)
    press_key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert (page.state.x, page.state.y) == (-2.9, 3.0)


def test_the_start_is_typed(page: DescentPage) -> None:
    field = page.controls["y"].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "-1.5")
    press_key(Qt.Key.Key_Return)
    assert page.state.y == -1.5


def test_step_back_and_to_the_start(page: DescentPage) -> None:
    transport = page.transport
    transport.back_button.click()
    assert page.state.at == 99
    transport.start_button.click()
    assert page.state.at == 0
    assert not transport.back_button.isEnabled()
    transport.step_button.click()
    assert page.state.at == 1
    assert "SGD, 0.1 (−2.4, 3.2)" in told(page)
    transport.slider.setValue(50)
    assert page.state.at == 50


def test_how_many_are_seen_is_typed(page: DescentPage) -> None:
    for text, seen in (("7", 7), ("500", 100)):
        field = page.controls["at"].field
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        press_key(Qt.Key.Key_Return)
        assert page.state.at == page.transport.slider.value() == seen


def test_a_start_keeps_the_digits_that_a_narrow_range_needs(page: DescentPage) -> None:
    page.set_state(replace(page.state, left=1000.0, right=1000.1, low=0.0, high=0.1, x=1000.05, y=0.05))
    page.surface.setFocus()
    press_key(Qt.Key.Key_Right)
    assert (page.state.x, page.state.y) == (1000.051, 0.05)


def test_a_run_goes_to_the_last_update_and_ends_there(lab: Lab, page: DescentPage) -> None:
    page.change("updates", 5)
    assert page.state.at == 5
    page.transport.run_button.click()
    assert page.transport.is_running
    assert page.state.at == 0
    lab.qtbot.waitUntil(lambda: page.state.at == 5)
    assert not page.transport.is_running


def test_a_run_pauses_and_stops_when_the_page_is_left(lab: Lab, page: DescentPage) -> None:
    page.transport.start_button.click()
    page.transport.run_button.click()
    page.transport.run_button.click()
    assert not page.transport.is_running
    page.transport.run_button.click()
    lab.workspace.show_tiles()
    assert not page.transport.is_running


def test_a_way_is_not_computed_anew_to_show_another_update(lab: Lab, page: DescentPage) -> None:
    before = page.surface.ways[0]
    page.transport.back_button.click()
    lab.rest()
    assert page.surface.ways[0] is before


def test_one_press_starts_the_race(lab: Lab, page: DescentPage) -> None:
    page.race_button.click()
    lab.rest()
    assert [way.spec.kind for way in page.surface.ways] == list(RACERS)
    assert page.state.offered == "long_valley"
    for text in (
        "SGD, 0.95 (−0.350393, 0.0847823) 0.01333",
        "Momentum, 0.1 (0.896414, 0.0880856) 0.04794",
        "Adam, 0.3 (0.136007, 0.318245) 0.1022",
    ):
        assert text in told(page)


def test_an_optimizer_joins_and_shows_its_rate(lab: Lab, page: DescentPage) -> None:
    assert not page.controls["rate_adam"].isVisible()
    page.controls["adam"].click()
    lab.rest()
    assert page.controls["rate_adam"].isVisible()
    assert [way.spec.kind for way in page.surface.ways] == ["sgd", "adam"]
    page.controls["sgd"].click()
    page.controls["adam"].click()
    lab.rest()
    assert page.surface.ways == ()


def test_a_descent_that_runs_away_is_told_and_stays_on_the_picture(lab: Lab, page: DescentPage) -> None:
    page.change("rate_sgd", 1.1)
    lab.rest()
    assert "runs away: far off since update" in told(page)
    page.change("rate_sgd", 1e3)
    lab.rest()
    assert not page.surface.grab().isNull()
    px, py = page.surface.plane().pixels(*page.surface.ways[0].path.T)
    assert np.abs(px[np.isfinite(px)]).max() < 2e4
    assert np.abs(py[np.isfinite(py)]).max() < 2e4


def test_a_published_case_is_set_by_a_click(lab: Lab, page: DescentPage) -> None:
    line = page.book.place_rect(5).center().toPoint()
    QTest.mouseClick(page.book, Qt.MouseButton.LeftButton, pos=line)
    lab.rest()
    assert (page.state.rate_sgd, page.state.by_differences) == (10.0, True)
    np.testing.assert_allclose(page.surface.ways[0].path[-1], (-2.58983747e13, -1.29524862e12), rtol=1e-8)
    assert "runs away" in told(page)


@pytest.mark.parametrize("word", OFFERED)
def test_every_surface_that_is_offered_is_the_engines_own(word: str) -> None:
    from core.experiments.typed import typed_function

    each = OFFERED[word]
    typed = typed_function(each.text, ("x", "y"))
    points = np.random.default_rng(0).uniform(-2.0, 2.0, (2, 20))
    np.testing.assert_allclose(typed.value(points), each.function.value(points), rtol=1e-12)
    np.testing.assert_allclose(typed.gradient(points), each.function.gradient(points), rtol=1e-9, atol=1e-9)


def test_a_surface_is_typed(lab: Lab, page: DescentPage) -> None:
    page.typed.edit.setFocus()
    page.typed.edit.selectAll()
    QTest.keyClicks(page.typed.edit, "sin(x) * cos(y)")
    press_key(Qt.Key.Key_Return)
    lab.rest()
    assert page.state.offered == "typed"
    ground = page.surface.ground
    assert ground is not None
    assert ground.text == "sin(x) * cos(y)"


def test_a_surface_that_is_offered_brings_its_start_and_its_range(lab: Lab, page: DescentPage) -> None:
    choice = page.controls["offered"].field
    choice.setCurrentIndex(choice.findData("rosenbrock"))
    choice.activated.emit(choice.currentIndex())
    lab.rest()
    assert (page.state.x, page.state.y, page.state.high) == (-1.2, 1.0, 3.0)


def test_odd_surfaces_are_painted(lab: Lab, page: DescentPage, theme: Theme) -> None:
    for text in ["1/x + y", "log(x*y)", "exp(exp(x))", "0*x", "log(-1 - x**2)", "step(x) + y"]:
        page.change("text", text)
        lab.rest()
        assert not page.surface.grab().isNull()
        theme.set_choice("dark")
        assert not page.surface.grab().isNull()
        theme.set_choice("light")


def test_where_f_has_no_gradient_it_is_said(lab: Lab, page: DescentPage) -> None:
    page.change("text", "log(x) + y")
    lab.rest()
    assert "f has no value or no gradient at the start." in told(page)


def test_a_range_that_is_none_is_refused(page: DescentPage) -> None:
    page.change("left", 30.0)
    assert page.bar.isVisible()
    page.reset_button.click()
    assert not page.bar.isVisible()


def test_both_axes_keep_one_scale_unless_one_would_be_crushed() -> None:
    x, y = widened((-1.0, 1.0), (-1.0, 1.0), 200.0, 100.0)
    assert (x, y) == ((-2.0, 2.0), (-1.0, 1.0))
    assert widened((-1.0, 1.0), (-4.0, 4.0), 100.0, 100.0) == ((-4.0, 4.0), (-4.0, 4.0))
    assert widened((0.0, 1000.0), (0.0, 1.0), 100.0, 100.0) == ((0.0, 1000.0), (0.0, 1.0))


def test_saved_and_opened(lab: Lab, page: DescentPage, tmp_path: Path) -> None:
    page.race()
    page.change("at", 12)
    lab.rest()
    kept = page.state
    page.save_state(tmp_path / "race.json")
    page.save_picture(tmp_path / "race.png")
    page.save_numbers(tmp_path / "race.csv")
    page.reset_button.click()
    lab.workspace.open_file(tmp_path / "race.json")
    lab.rest()
    assert page.state == kept
    rows = (tmp_path / "race.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) == 1 + 6 * 31


def test_the_way_on_leads_to_a_training_with_the_optimizer(lab: Lab, page: DescentPage) -> None:
    page.set_state(replace(page.state, sgd=False, adam=True))
    page.train_button.click()
    (experiment,) = lab.trained
    assert (experiment.training.optimizer.kind, experiment.training.optimizer.learning_rate) == (
        "adam",
        0.001,
    )
    assert experiment.problems() == ()


def test_closing_leaves_no_job(lab: Lab, page: DescentPage) -> None:
    page.set_state(replace(page.state, text="sin(x) + y**2", updates=2_000))
    lab.workspace.show_tiles()
    lab.rest()
    lab.workspace.open_experiment("descent")
    lab.rest()
    ground = page.surface.ground
    assert ground is not None
    assert ground.text == "sin(x) + y**2"
    assert len(page.surface.ways[0].path) == 2_001


@pytest.mark.usefixtures("doubled")
def test_all_texts_have_their_room(own_lab: Lab) -> None:
    assert misfits(own_lab.open("descent")) == []
