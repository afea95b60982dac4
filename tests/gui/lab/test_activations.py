"""Activation functions, driven through the widgets: by mouse, keys and typing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.experiments.activations import ACTIVATIONS
from gui.lab.activations.page import NOT_TRAINED, ActivationsPage, ActivationsState
from tests.gui.fitting import misfits
from tests.gui.hands import press_key
from tests.gui.lab.hands import drag
from tests.gui.lab.screen import Lab


@pytest.fixture(scope="module")
def made(lab: Lab) -> ActivationsPage:
    return cast(ActivationsPage, lab.open("activations"))


@pytest.fixture
def page(lab: Lab, made: ActivationsPage) -> Iterator[ActivationsPage]:
    yield from lab.renewed(made)


def at(page: ActivationsPage, x: float, *, slopes: bool = False) -> QPoint:
    planes = page.functions.planes()
    plane = planes.slopes if slopes else planes.values
    point = plane.point(x, sum(plane.y) / 2)
    assert point is not None
    return point.toPoint()


def told(page: ActivationsPage) -> str:
    return page.functions.accessibleDescription()


def choose(page: ActivationsPage, name: str, word: str) -> None:
    choice = page.controls[name].field
    choice.setCurrentIndex(choice.findData(word))
    choice.activated.emit(choice.currentIndex())


def test_it_opens_with_step_beside_sigmoid(page: ActivationsPage) -> None:
    assert page.state == ActivationsState()
    assert told(page).startswith("Sigmoid: h(1) = 0.731059, h′(1) = 0.1966; Step: h(1) = 1, h′(1) = 0")


def test_the_published_numbers_match_on_the_screen(page: ActivationsPage) -> None:
    assert len(page.book.rows) == 4
    assert all(row.matches for row in page.book.rows)
    assert page.verdict.text() == "matches the book ✓"


@pytest.mark.parametrize("slopes", [False, True])
def test_x_is_dragged_in_both_plots(page: ActivationsPage, slopes: bool) -> None:
    drag(page.functions, at(page, 1.0, slopes=slopes), at(page, -2.0, slopes=slopes))
    assert page.state.x == pytest.approx(-2.0, abs=0.05)
    assert page.controls["x"].field.value == page.state.x


def test_a_press_beside_them_takes_nothing(page: ActivationsPage) -> None:
    drag(page.functions, QPoint(3, 3), QPoint(60, 3))
    assert page.state == ActivationsState()


def test_the_tangent_follows_the_pointer_and_goes_back(page: ActivationsPage) -> None:
    QTest.mouseMove(page.functions, at(page, 3.0))
    assert page.functions.place == pytest.approx(3.0, abs=0.05)
    assert page.state.x == 1.0
    QTest.mouseMove(page.functions, QPoint(3, 3))
    assert page.functions.place == 1.0


def test_arrows_move_x(page: ActivationsPage) -> None:
    page.functions.setFocus()
    press_key(Qt.Key.Key_Left)
    assert page.state.x == 0.94
    press_key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert page.state.x == 1.54


def test_x_is_typed(page: ActivationsPage) -> None:
    field = page.controls["x"].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "-0.5")
    press_key(Qt.Key.Key_Return)
    assert page.state.x == -0.5


def test_every_function_is_painted_with_its_formula(page: ActivationsPage) -> None:
    for word in ACTIVATIONS:
        choose(page, "activation", word)
        assert page.state.activation == word
        assert page.functions.found is not None
        assert page.functions.found.functions[0].word == word
        assert page.formula.lines()[0].startswith("h(x) =")
        assert page.train_button.isEnabled() == (word not in NOT_TRAINED)
        assert not page.functions.grab().isNull()


def test_the_step_has_a_gap_and_no_vertical(page: ActivationsPage) -> None:
    choose(page, "activation", "step")
    choose(page, "beside", "")
    assert page.functions.found is not None
    (step,) = page.functions.found.functions
    assert step.values.has_gap


def test_the_slope_of_leaky_relu_is_asked_where_it_is_seen(page: ActivationsPage) -> None:
    assert not page.controls["leak"].isVisible()
    choose(page, "beside", "leaky_relu")
    assert page.controls["leak"].isVisible()
    page.change("x", -2.0)
    page.change("leak", 0.25)
    assert "Leaky ReLU: h(−2) = −0.5, h′(−2) = 0.25" in told(page)


def test_the_layers_without_a_function_are_one_line_with_its_numbers(page: ActivationsPage) -> None:
    assert "With nothing between them, W₁ W₂ W₃ = " in told(page)
    page.change("layers", 5)
    assert "W₁ W₂ W₃ W₄ W₅ = " in told(page)
    before = told(page)
    page.change("seed", 1)
    assert told(page) != before


def test_a_published_case_is_set_by_a_click(page: ActivationsPage) -> None:
    page.set_state(replace(page.state, activation="relu"))
    line = page.book.place_rect(0).center().toPoint()
    QTest.mouseClick(page.book, Qt.MouseButton.LeftButton, pos=line)
    assert (page.state.activation, page.state.x) == ("sigmoid", -1.0)


def test_reset_and_saved_and_opened(lab: Lab, page: ActivationsPage, tmp_path: Path) -> None:
    page.set_state(replace(page.state, activation="gelu", beside="relu", x=-0.7, layers=4, seed=7))
    kept = page.state
    page.save_state(tmp_path / "a.json")
    page.save_picture(tmp_path / "a.svg")
    page.save_numbers(tmp_path / "a.csv")
    page.reset_button.click()
    assert page.state == ActivationsState()
    lab.workspace.open_file(tmp_path / "a.json")
    assert page.state == kept
    rows = (tmp_path / "a.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) == 122
    assert rows[0].split(",")[:2] == ["x", "GELU h"]


def test_the_ways_on(lab: Lab, page: ActivationsPage) -> None:
    choose(page, "activation", "tanh")
    page.ways[0][0].click()
    assert lab.drawn == ["tanh"]
    page.train_button.click()
    (experiment,) = lab.trained
    assert [layer.kind for layer in experiment.network.layers] == ["affine", "tanh", "affine"]
    assert experiment.problems() == ()


@pytest.mark.usefixtures("doubled")
def test_all_texts_have_their_room(own_lab: Lab) -> None:
    assert misfits(own_lab.open("activations")) == []
