"""Batches and transposes, driven through the widgets: by mouse, keys and typing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.experiments.batches import MOST_EXAMPLES
from gui.lab.batches.grid import Grid
from gui.lab.batches.page import BatchesPage, BatchesState
from gui.lab.batches.texts import Found
from tests.gui.fitting import misfits
from tests.gui.hands import press_key
from tests.gui.lab.hands import drag
from tests.gui.lab.screen import Lab


@pytest.fixture(scope="module")
def made(lab: Lab) -> BatchesPage:
    return cast(BatchesPage, lab.open("batches"))


@pytest.fixture
def page(lab: Lab, made: BatchesPage) -> Iterator[BatchesPage]:
    yield from lab.renewed(made)


def found(page: BatchesPage) -> Found:
    assert page.batches.found is not None
    return page.batches.found


def at(grid: Grid, row: int, column: int) -> QPoint:
    return grid.cell(row, column).center().toPoint()


def told(page: BatchesPage) -> str:
    return page.batches.accessibleDescription()


def typed(page: BatchesPage, name: str, text: str) -> None:
    field = page.controls[name].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    press_key(Qt.Key.Key_Return)


def press(page: BatchesPage, point: QPoint) -> None:
    QTest.mouseClick(page.batches, Qt.MouseButton.LeftButton, pos=point)


def test_it_opens_with_simple_net_and_four_examples(page: BatchesPage) -> None:
    assert page.state == BatchesState()
    assert told(page).startswith("∂L/∂W[0, 2] = 0.6·(")
    assert "1/N is in ∂L/∂y" in told(page)
    assert "100 images: image by image" in told(page)


def test_the_published_numbers_match_on_the_screen(page: BatchesPage) -> None:
    assert len(page.book.rows) == 12
    assert all(row.matches for row in page.book.rows)
    assert page.verdict.text() == "matches the book ✓"


def test_a_weight_is_touched_wherever_it_stands(page: BatchesPage) -> None:
    picture = page.batches
    press(page, at(picture.product().gradient, 1, 0))
    assert (page.state.row, page.state.column) == (1, 0)
    press(page, at(picture.share(3), 0, 1))
    assert (page.state.row, page.state.column) == (0, 1)
    press(page, picture.paths(1).line(2, 2).pointAt(0.75).toPoint())
    assert (page.state.row, page.state.column) == (2, 2)
    press(page, at(picture.product().transposed, 1, 3))
    assert (page.state.row, page.state.column) == (1, 2)
    press(page, at(picture.product().dy, 0, 0))
    assert (page.state.row, page.state.column) == (1, 0)
    assert page.controls["row"].field.value == 1
    assert page.controls["column"].field.value == 0


def test_a_column_of_x_is_touched_where_there_is_room_for_it(page: BatchesPage) -> None:
    x = page.batches.product().x
    assert x is not None
    press(page, at(x, 2, 1))
    assert (page.state.row, page.state.column) == (1, 2)
    page.window().resize(860, 640)
    assert page.batches.width() < 500
    assert page.batches.product().x is None


def test_the_touch_follows_a_drag(page: BatchesPage) -> None:
    grid = page.batches.product().gradient
    drag(page.batches, at(grid, 0, 0), at(grid, 2, 1))
    assert (page.state.row, page.state.column) == (2, 1)
    assert found(page).weight == "b[1]"
    assert "where a value is used 4 times, its 4 gradients add up" in told(page)


def test_a_press_beside_everything_takes_nothing(page: BatchesPage) -> None:
    drag(page.batches, QPoint(3, 3), QPoint(60, 3))
    assert page.state == BatchesState()


def test_arrows_go_from_weight_to_weight(page: BatchesPage) -> None:
    page.batches.setFocus()
    press_key(Qt.Key.Key_Left)
    press_key(Qt.Key.Key_Down)
    assert (page.state.row, page.state.column) == (1, 1)
    press_key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.state.row == 2
    press_key(Qt.Key.Key_Up)
    press_key(Qt.Key.Key_Right)
    press_key(Qt.Key.Key_Right)
    assert (page.state.row, page.state.column) == (1, 2)


def test_row_and_column_are_typed(page: BatchesPage) -> None:
    typed(page, "row", "1")
    typed(page, "column", "0")
    assert (page.state.row, page.state.column) == (1, 0)
    typed(page, "column", "3")
    assert page.state.column == 0
    assert "from 0 to 2" in page.controls["column"].row.error()


def test_the_shares_collect_one_by_one(page: BatchesPage) -> None:
    whole = found(page).back.gradient[0, 2]
    page.controls["collected"].slider.setFocus()
    press_key(Qt.Key.Key_Left)
    assert page.state.collected == 3
    assert len(found(page).terms) == 3
    for _ in range(3):
        press_key(Qt.Key.Key_Left)
    assert told(page).startswith("∂L/∂W[0, 2] = 0 = 0;")
    for _ in range(2):
        press_key(Qt.Key.Key_End)
        assert page.state.collected == page.controls["collected"].slider.value() == 4  # all there are
    assert sum(x * g for x, g in found(page).terms) == pytest.approx(whole)


def test_other_examples_are_collected_as_a_whole(page: BatchesPage) -> None:
    typed(page, "examples", "6")
    assert (page.state.examples, page.state.collected) == (6, 6)
    typed(page, "examples", "2")
    assert (page.state.examples, page.state.collected) == (2, 2)


def test_without_the_mean_the_gradient_is_n_times_as_large(page: BatchesPage) -> None:
    before = found(page).back.gradient
    page.controls["divides"].click()
    np.testing.assert_allclose(found(page).back.gradient, 4 * before)
    assert "N = 4 times that of the mean" in told(page)


def test_every_batch_is_painted(page: BatchesPage) -> None:
    for weights in ["simple_net", "notes", "drawn"]:
        for examples in [1, MOST_EXAMPLES]:
            page.set_state(replace(page.state, weights=weights, examples=examples, collected=1, seed=5))
            page.window().resize(1294, 700)
            assert not page.batches.grab().isNull()
            page.window().resize(860, 640)
            assert not page.batches.grab().isNull()


def test_both_ways_are_timed_once_and_again_for_other_images(lab: Lab, page: BatchesPage) -> None:
    first = page.batches.timing
    assert first is not None
    page.change("row", 1)
    lab.rest()
    assert page.batches.timing is first
    typed(page, "timed", "10")
    lab.rest()
    assert page.batches.timing is not None
    assert page.batches.timing.images == 10
    assert "10 images: image by image" in told(page)


def test_hidden_while_it_measures_it_goes_on_when_it_is_seen(lab: Lab, page: BatchesPage) -> None:
    page.change("timed", 200)
    page.back_button.click()
    lab.rest()
    lab.workspace.open_experiment("batches")
    lab.rest()
    assert page.batches.timing is not None
    assert page.batches.timing.images == 200


def test_a_published_case_is_set_by_a_click(page: BatchesPage) -> None:
    line = page.book.place_rect(11).center().toPoint()
    QTest.mouseClick(page.book, Qt.MouseButton.LeftButton, pos=line)
    state = page.state
    assert (state.weights, state.examples, state.row, state.column) == ("notes", 1, 1, 2)
    assert "= −0.615109;" in told(page)
    assert not page.controls["seed"].isVisible()


def test_reset_and_saved_and_opened(lab: Lab, page: BatchesPage, tmp_path: Path) -> None:
    page.set_state(replace(page.state, row=2, column=1, weights="drawn", examples=5, collected=3, seed=7))
    kept = page.state
    page.save_state(tmp_path / "a.json")
    page.save_picture(tmp_path / "a.svg")
    page.save_numbers(tmp_path / "a.csv")
    page.reset_button.click()
    assert page.state == BatchesState()
    lab.workspace.open_file(tmp_path / "a.json")
    assert page.state == kept
    rows = (tmp_path / "a.csv").read_text("utf-8-sig").splitlines()
    assert rows[0] == "example,x,error,∂L/∂y,share"
    assert len(rows) == 5
    assert rows[-1].startswith("∂L/∂b[1],")


def test_the_ways_on(lab: Lab, page: BatchesPage) -> None:
    for button, _ in page.ways:
        button.click()
    assert lab.drawn == ["affine"]
    (experiment,) = lab.trained
    assert experiment.training.batch_size == 100


@pytest.mark.usefixtures("doubled")
def test_all_texts_have_their_room(own_lab: Lab) -> None:
    assert misfits(own_lab.open("batches")) == []
