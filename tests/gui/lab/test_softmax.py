"""Softmax and overflow, driven through the widgets: by mouse, keys and typing."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.graph.expression import parse
from core.graph.trace import trace_graph
from core.nn.losses import softmax
from gui.lab.plane import Plane
from gui.lab.softmax.page import SoftmaxPage, SoftmaxState
from tests.gui.fitting import misfits
from tests.gui.hands import press_key
from tests.gui.lab.hands import drag
from tests.gui.lab.screen import Lab

BOOK_OVERFLOW = SoftmaxState(10.0, 0.0, -10.0, shift=1000.0)


@pytest.fixture(scope="module")
def made(lab: Lab) -> SoftmaxPage:
    return cast(SoftmaxPage, lab.open("softmax"))


@pytest.fixture
def page(lab: Lab, made: SoftmaxPage) -> Iterator[SoftmaxPage]:
    yield from lab.renewed(made)


def at(plane: Plane, x: float, y: float) -> QPoint:
    point = plane.point(x, y)
    assert point is not None
    return point.toPoint()


def told(page: SoftmaxPage) -> str:
    return page.softmax.accessibleDescription()


def outputs(page: SoftmaxPage) -> tuple[list[float], list[float]]:
    found = page.softmax.found
    assert found is not None
    return found.naive.outputs.tolist(), found.stable.outputs.tolist()


def test_it_opens_with_the_scores_of_the_book(page: SoftmaxPage) -> None:
    assert page.state == SoftmaxState()
    for each in outputs(page):
        assert each == pytest.approx([0.01821127, 0.24519181, 0.73659691])
    assert told(page).startswith("Naive: every exp is a number here, and both ways agree.")
    assert "s₃ is the largest score" in told(page)


def test_the_published_numbers_match_on_the_screen(page: SoftmaxPage) -> None:
    assert len(page.book.rows) == 5
    assert all(row.matches for row in page.book.rows)
    assert page.verdict.text() == "matches the book ✓"


def test_a_score_is_dragged(page: SoftmaxPage) -> None:
    plane = page.softmax.planes().scores
    drag(page.softmax, at(plane, 1.0, 0.3), at(plane, 1.0, 10.0))
    assert page.state.s1 == pytest.approx(10.0, abs=0.3)
    assert (page.state.s2, page.state.s3) == (2.9, 4.0)
    assert page.controls["s1"].field.value == page.state.s1
    assert "s₁ is the largest score" in told(page)
    drag(page.softmax, at(plane, 3.0, 4.0), at(plane, 1.0, 0.0) + QPoint(0, 900))
    assert page.state.s3 == -20.0


def test_the_temperature_is_dragged(page: SoftmaxPage) -> None:
    plane = page.softmax.planes().temperature
    drag(page.softmax, at(plane, 0.0, 0.5), at(plane, -1.0, 0.5))
    assert page.state.temperature == pytest.approx(0.1, rel=0.05)
    assert outputs(page)[1][2] > 0.99
    drag(page.softmax, at(plane, -1.0, 0.5), at(plane, 2.0, 0.5) + QPoint(400, 0))
    assert page.state.temperature == 100.0
    assert max(outputs(page)[1]) < 0.35


def test_what_is_added_is_dragged_until_the_naive_way_breaks_step_by_step(page: SoftmaxPage) -> None:
    page.set_state(replace(BOOK_OVERFLOW, shift=0.0))
    plane = page.softmax.planes().shift
    before = outputs(page)[1]
    steps = []
    for start, end in ((0.0, 650.0), (650.0, 705.0), (705.0, 714.0), (714.0, 1000.0)):
        drag(page.softmax, at(plane, start, 0.0), at(plane, end, 0.0))
        steps.append([math.isnan(output) for output in outputs(page)[0]])
        assert outputs(page)[1] == pytest.approx(before, rel=1e-9)
    assert steps == [
        [False, False, False],
        [True, False, False],
        [True, True, False],
        [True, True, True],
    ]
    assert "inf ÷ inf is NaN, everywhere" in told(page)
    drag(page.softmax, at(plane, 1000.0, 0.0), at(plane, -1000.0, 0.0))
    assert "0 ÷ 0 is NaN" in told(page)


def test_a_press_beside_the_plots_takes_nothing(page: SoftmaxPage) -> None:
    drag(page.softmax, QPoint(3, 3), QPoint(90, 3))
    assert page.state == SoftmaxState()


def test_arrows_choose_a_score_and_move_it(own_lab: Lab) -> None:
    page = cast(SoftmaxPage, own_lab.open("softmax"))
    page.softmax.setFocus()
    press_key(Qt.Key.Key_Up)
    assert page.state.s1 == 0.4
    press_key(Qt.Key.Key_Right)
    press_key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.state == replace(SoftmaxState(), s1=0.4, s2=1.9)
    press_key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    for _ in range(20):
        press_key(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert page.state.s3 == 20.0
    press_key(Qt.Key.Key_Left)
    press_key(Qt.Key.Key_Up)
    assert page.state.s2 == 2.0


@pytest.mark.parametrize(("name", "text", "value"), [("s2", "-7.5", -7.5), ("shift", "1000", 1000.0)])
def test_what_is_dragged_is_typed_as_well(page: SoftmaxPage, name: str, text: str, value: float) -> None:
    field = page.controls[name].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    press_key(Qt.Key.Key_Return)
    assert getattr(page.state, name) == value


def test_a_temperature_of_0_is_refused_with_a_sentence(page: SoftmaxPage) -> None:
    field = page.controls["temperature"].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "0")
    press_key(Qt.Key.Key_Return)
    assert page.state.temperature == 1.0
    assert "from 0.01 to 100" in page.controls["temperature"].row.error()


def test_float32_breaks_earlier(page: SoftmaxPage) -> None:
    page.change("shift", 86.0)
    assert "both ways agree" in told(page)
    choice = page.controls["precision"].field
    choice.setCurrentIndex(choice.findData("float32"))
    choice.activated.emit(choice.currentIndex())
    assert page.state.precision == "float32"
    assert "the largest float32" in told(page)
    assert math.isnan(outputs(page)[0][2])


def test_a_cold_softmax_overflows_with_small_scores(page: SoftmaxPage) -> None:
    page.change("temperature", 0.01)
    page.change("s3", 8.0)
    assert math.isnan(outputs(page)[0][2])
    assert outputs(page)[1] == pytest.approx([0.0, 0.0, 1.0])


def test_equal_scores_are_equally_large(page: SoftmaxPage) -> None:
    page.change("s2", 4.0)
    assert "s₂, s₃ are equally large" in told(page)


def test_the_farthest_settings_are_painted(page: SoftmaxPage) -> None:
    for temperature in [0.01, 1.0, 100.0]:
        for precision in ["float64", "float32"]:
            for shift in (-2000.0, 0.0, 2000.0):
                page.set_state(SoftmaxState(20.0, -20.0, 0.0, shift, temperature, precision))
                assert not page.softmax.grab().isNull()
                assert np.isfinite(outputs(page)[1]).all()
                plane = page.softmax.planes().shift
                assert plane.x[0] <= shift <= plane.x[1]


def test_a_published_case_is_set_by_a_click(page: SoftmaxPage) -> None:
    page.change("temperature", 3.0)
    line = page.book.place_rect(4).center().toPoint()
    QTest.mouseClick(page.book, Qt.MouseButton.LeftButton, pos=line)
    assert page.state == BOOK_OVERFLOW


def test_reset_and_saved_and_opened(lab: Lab, page: SoftmaxPage, tmp_path: Path) -> None:
    page.set_state(SoftmaxState(1.0, -2.0, 3.0, 800.0, 0.5, "float32"))
    kept = page.state
    page.save_state(tmp_path / "a.json")
    page.save_picture(tmp_path / "a.svg")
    page.save_numbers(tmp_path / "a.csv")
    page.reset_button.click()
    assert page.state == SoftmaxState()
    lab.workspace.open_file(tmp_path / "a.json")
    assert page.state == kept
    rows = (tmp_path / "a.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) == 4
    assert rows[0].startswith("score,")


def test_the_ways_on_lead_to_the_graph(lab: Lab, page: SoftmaxPage) -> None:
    page.set_state(replace(page.state, s1=-1.0, shift=2.0, temperature=2.0))
    for button, _ in page.ways:
        button.click()
    assert lab.drawn == ["softmax-naive", "z = [0.5, 2.45, 3.0]\ny = softmax(z)"]
    shown = trace_graph(parse(lab.drawn[1])).values["y"]
    np.testing.assert_allclose(shown, softmax(np.array([[0.5, 2.45, 3.0]]))[0])


@pytest.mark.usefixtures("doubled")
def test_all_texts_have_their_room(own_lab: Lab) -> None:
    assert misfits(own_lab.open("softmax")) == []
