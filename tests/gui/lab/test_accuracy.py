"""Why not accuracy, driven through its widgets: by mouse, keys and typing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.experiments.accuracy import WEIGHTS
from gui.lab.accuracy.page import AccuracyPage, AccuracyState
from gui.lab.accuracy.picture import Found
from tests.gui.fitting import misfits
from tests.gui.hands import press_key
from tests.gui.lab.hands import drag
from tests.gui.lab.screen import Lab


@pytest.fixture(scope="module")
def made(lab: Lab) -> AccuracyPage:
    return cast(AccuracyPage, lab.open("accuracy"))


@pytest.fixture
def page(lab: Lab, made: AccuracyPage) -> Iterator[AccuracyPage]:
    yield from lab.renewed(made)


def found(page: AccuracyPage) -> Found:
    assert page.curves.found is not None
    return page.curves.found


def at(page: AccuracyPage, w: float, *, accuracy: bool = False) -> QPoint:
    planes = page.curves.planes()
    plane = planes.accuracy if accuracy else planes.loss
    point = plane.point(w, sum(plane.y) / 2)
    assert point is not None
    return point.toPoint()


def told(page: AccuracyPage) -> str:
    return page.curves.accessibleDescription()


def choose(page: AccuracyPage, name: str, word: str) -> None:
    choice = page.controls[name].field
    choice.setCurrentIndex(choice.findData(word))
    choice.activated.emit(choice.currentIndex())


def typed(page: AccuracyPage, name: str, text: str) -> None:
    field = page.controls[name].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    press_key(Qt.Key.Key_Return)


def test_it_opens_with_both_curves(page: AccuracyPage) -> None:
    assert page.state == AccuracyState()
    assert "by backpropagation" in told(page)
    assert "of 100 right" in told(page)
    assert "slope 0, no advice" in told(page)
    assert len(found(page).landscape.flips) > 20


def test_the_published_numbers_match_on_the_screen(page: AccuracyPage) -> None:
    assert len(page.book.rows) == 7
    assert all(row.matches for row in page.book.rows)
    assert page.verdict.text() == "matches the book ✓"


@pytest.mark.parametrize("accuracy", [False, True])
def test_w_is_dragged_in_both_plots(page: AccuracyPage, accuracy: bool) -> None:
    landscape = found(page).landscape
    drag(page.curves, at(page, 1.5, accuracy=accuracy), at(page, -2.0, accuracy=accuracy))
    assert page.state.w == pytest.approx(-2.0, abs=0.05)
    assert page.controls["w"].field.value == page.state.w
    assert found(page).w == page.state.w
    assert found(page).landscape is landscape  # a drag computes no curve
    assert found(page).here.loss == pytest.approx(landscape.mover.at(page.state.w).loss)


def test_a_press_beside_everything_takes_nothing(page: AccuracyPage) -> None:
    drag(page.curves, QPoint(3, 3), QPoint(60, 3))
    assert page.state == AccuracyState()


def test_a_weight_is_taken_in_the_network_and_begins_at_its_own_value(lab: Lab, page: AccuracyPage) -> None:
    line = page.curves.drawing().lines["W2[2, 1]"]
    drag(page.curves, line.pointAt(0.4).toPoint(), line.pointAt(0.6).toPoint())
    lab.rest()
    assert page.state.weight == "W2[2, 1]"
    assert page.state.w == found(page).landscape.mover.own
    assert page.controls["weight"].field.word == "W2[2, 1]"


def test_arrows_move_w_and_take_another_weight(lab: Lab, page: AccuracyPage) -> None:
    page.curves.setFocus()
    press_key(Qt.Key.Key_Right)
    assert page.state.w == 1.51
    press_key(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert page.state.w == 1.41
    press_key(Qt.Key.Key_Down)
    lab.rest()
    assert page.state.weight == "W1[0, 1]"
    press_key(Qt.Key.Key_Up)
    press_key(Qt.Key.Key_Up)
    lab.rest()
    assert page.state.weight == "W1[0, 0]"
    assert page.state.w == found(page).landscape.mover.own


def test_w_and_the_step_are_typed(page: AccuracyPage) -> None:
    typed(page, "w", "-0.5")
    typed(page, "step", "0.001")
    assert (page.state.w, page.state.step) == (-0.5, 0.001)
    assert "at w = −0.5;" in told(page)
    assert "a step of 0.001: loss" in told(page)


def test_a_number_that_cannot_be_used_is_told_at_its_field(page: AccuracyPage) -> None:
    typed(page, "examples", "0")
    assert page.state.examples == 100
    assert "from 1 to 1,000" in page.controls["examples"].row.error()


def test_more_examples_make_finer_steps(lab: Lab, page: AccuracyPage) -> None:
    few = len(found(page).landscape.flips)
    typed(page, "examples", "400")
    lab.rest()
    assert len(found(page).landscape.flips) > 2 * few
    assert "of 400 right" in told(page)


def test_every_weight_is_painted(lab: Lab, page: AccuracyPage) -> None:
    page.set_state(replace(page.state, examples=5, updates=2))
    for word in WEIGHTS["circles"]:
        choose(page, "weight", word)
        lab.rest()
        assert found(page).landscape.subject.weight == word
        assert not page.curves.grab().isNull()


def test_another_network_has_other_weights(lab: Lab, page: AccuracyPage) -> None:
    choose(page, "weight", "b2[1]")
    choose(page, "network", "simple_net")
    lab.rest()
    assert page.state.weight == "W1[0, 0]"
    assert page.controls["weight"].field.count() == 6
    assert not page.controls["examples"].isVisible()
    assert "of 1 right" in told(page)
    assert not page.curves.grab().isNull()


def test_w_beyond_what_is_seen_is_painted(page: AccuracyPage) -> None:
    page.change("w", 40.0)
    assert found(page).w == 40.0
    assert not page.curves.grab().isNull()


def test_a_published_case_is_set_by_a_click(lab: Lab, page: AccuracyPage) -> None:
    line = page.book.place_rect(3).center().toPoint()
    QTest.mouseClick(page.book, Qt.MouseButton.LeftButton, pos=line)
    lab.rest()
    assert (page.state.network, page.state.weight, page.state.w) == ("simple_net", "W1[0, 2]", 0.84668094)
    assert "loss 0.928069 at w = 0.8467; slope ∂L/∂w = −0.3628" in told(page)


def test_a_drag_while_the_curves_are_computed_is_kept(lab: Lab, page: AccuracyPage) -> None:
    page.change("seed", 3)
    page.change("w", -1.0)
    lab.rest()
    assert page.state.w == -1.0
    assert (found(page).w, found(page).landscape.subject.seed) == (-1.0, 3)


def test_reset_and_saved_and_opened(lab: Lab, page: AccuracyPage, tmp_path: Path) -> None:
    page.set_state(replace(page.state, weight="b1[1]", w=0.25, reach=4.0, examples=30, seed=7))
    lab.rest()
    kept = page.state
    page.save_state(tmp_path / "a.json")
    page.save_picture(tmp_path / "a.svg")
    page.save_numbers(tmp_path / "a.csv")
    page.reset_button.click()
    lab.rest()
    assert page.state == AccuracyState()
    lab.workspace.open_file(tmp_path / "a.json")
    lab.rest()
    assert page.state == kept
    head, *rows = (tmp_path / "a.csv").read_text("utf-8-sig").splitlines()
    assert head == "b1[1],loss,accuracy"
    assert len(rows) == 401


def test_hidden_while_it_computes_it_goes_on_when_it_is_seen(lab: Lab, page: AccuracyPage) -> None:
    page.change("seed", 5)
    page.back_button.click()
    lab.rest()
    lab.workspace.open_experiment("accuracy")
    lab.rest()
    assert found(page).landscape.subject.seed == 5


def test_the_ways_on(lab: Lab, page: AccuracyPage) -> None:
    for button, _ in page.ways:
        button.click()
    assert lab.drawn == ["simple-net"]
    (experiment,) = lab.trained
    assert experiment.training.data_set == "circles"
    assert experiment.problems() == ()
    choose(page, "network", "simple_net")
    page.ways[1][0].click()
    assert lab.trained[-1].training.data_set == "simple-pair"


@pytest.mark.usefixtures("doubled")
def test_all_texts_have_their_room(own_lab: Lab) -> None:
    assert misfits(own_lab.open("accuracy")) == []
