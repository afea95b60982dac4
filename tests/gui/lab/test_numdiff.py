"""Numerical differentiation, driven through its widgets: by mouse, keys and typing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from core.graph.expression import parse
from core.graph.trace import trace_graph
from gui.lab.numdiff.page import NumDiffPage, NumDiffState
from tests.gui.fitting import misfits
from tests.gui.hands import press_key
from tests.gui.lab.hands import drag
from tests.gui.lab.screen import Lab


@pytest.fixture(scope="module")
def made(lab: Lab) -> NumDiffPage:
    return cast(NumDiffPage, lab.open("numdiff"))


@pytest.fixture
def page(lab: Lab, made: NumDiffPage) -> Iterator[NumDiffPage]:
    yield from lab.renewed(made)


def at_curve(page: NumDiffPage, x: float) -> QPoint:
    plane = page.differences.planes().curve
    point = plane.point(x, sum(plane.y) / 2)
    assert point is not None
    return point.toPoint()


def at_errors(page: NumDiffPage, power: float) -> QPoint:
    plane = page.differences.planes().errors
    point = plane.point(power, sum(plane.y) / 2)
    assert point is not None
    return point.toPoint()


def told(page: NumDiffPage) -> str:
    return page.differences.accessibleDescription()


def test_it_opens_with_the_function_of_the_book(page: NumDiffPage) -> None:
    assert page.state == NumDiffState()
    assert "tangent: f′(5) = 0.2" in told(page)
    assert "central: 0.1999999999990898, error 9.1e−13" in told(page)
    assert page.verdict.text() == "matches the book ✓"
    assert len(page.book.rows) == 3


def test_x_is_dragged_along_the_curve(page: NumDiffPage) -> None:
    drag(page.differences, at_curve(page, 5.0), at_curve(page, 10.0))
    assert page.state.x == pytest.approx(10.0, abs=0.05)
    assert page.controls["x"].field.value == page.state.x
    found = page.differences.found
    assert found is not None
    assert found.differences.exact == pytest.approx(0.02 * page.state.x + 0.1)


def test_a_drag_beyond_the_edge_stays_at_it(page: NumDiffPage) -> None:
    drag(page.differences, at_curve(page, 5.0), QPoint(-400, 40))
    assert page.state.x == 0.0


def test_h_is_dragged_over_the_errors(page: NumDiffPage) -> None:
    drag(page.differences, at_errors(page, -4.0), at_errors(page, -10.0))
    assert 5e-11 < page.state.h < 2e-10
    drag(page.differences, at_errors(page, -10.0), at_errors(page, 0.0) + QPoint(300, 0))
    assert page.state.h == 1.0


def test_a_press_beside_the_plots_takes_nothing(page: NumDiffPage) -> None:
    before = page.state
    drag(page.differences, QPoint(5, 5), QPoint(200, 5))
    assert page.state == before


def test_arrows_move_x_and_change_h(page: NumDiffPage) -> None:
    page.differences.setFocus()
    press_key(Qt.Key.Key_Right)
    assert page.state.x == 5.1
    press_key(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert page.state.x == 4.1
    press_key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.state.h == 1e-5
    press_key(Qt.Key.Key_Up)
    assert page.state.h == 1.3e-5


def test_x_and_h_are_typed(page: NumDiffPage) -> None:
    for name, text, value in (("x", "-3.5", -3.5), ("h", "1e-7", 1e-7)):
        field = page.controls[name].field
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        press_key(Qt.Key.Key_Return)
        assert getattr(page.state, name) == value


def test_an_x_below_0_is_stepped_by_the_arrows_of_its_field(page: NumDiffPage) -> None:
    page.change("x", -3.0)
    page.controls["x"].field.setFocus()
    press_key(Qt.Key.Key_Up)
    assert page.state.x == -2.9
    press_key(Qt.Key.Key_Down)
    press_key(Qt.Key.Key_Down)
    assert page.state.x == -3.1


def test_an_h_that_cannot_be_used_is_told_at_its_field(page: NumDiffPage) -> None:
    field = page.controls["h"].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "2")
    press_key(Qt.Key.Key_Return)
    assert page.state.h == 1e-4
    assert "from 1e−15 to 1" in page.controls["h"].row.error()


def test_a_function_is_typed(page: NumDiffPage) -> None:
    page.typed.edit.setFocus()
    page.typed.edit.selectAll()
    QTest.keyClicks(page.typed.edit, "x**3")
    press_key(Qt.Key.Key_Return)
    assert page.state.text == "x**3"
    assert page.state.offered == "typed"
    assert "f′(5) = 75" in told(page)


def test_what_is_not_a_function_is_told_beneath_it(page: NumDiffPage) -> None:
    page.typed.edit.setFocus()
    page.typed.edit.selectAll()
    QTest.keyClicks(page.typed.edit, "x*t")
    press_key(Qt.Key.Key_Return)
    assert page.state == NumDiffState()
    assert page.typed.error() == "“t” has no value here: f may use x."


def test_a_function_that_is_offered_brings_its_interval(page: NumDiffPage) -> None:
    choice = page.controls["offered"].field
    choice.setCurrentIndex(choice.findData("pole"))
    choice.activated.emit(choice.currentIndex())
    assert page.state == replace(page.state, text="1/x", left=-3.0, right=3.0, x=1.0)
    found = page.differences.found
    assert found is not None
    assert found.curve.has_gap
    assert found.curve.is_cut


def test_where_f_is_undefined_it_is_said(page: NumDiffPage) -> None:
    page.set_state(replace(page.state, text="log(x)", x=-1.0))
    assert told(page) == "f has no value or no derivative at x = −1."


def test_at_a_kink_it_is_said_what_is_taken(page: NumDiffPage) -> None:
    page.set_state(replace(page.state, text="abs(x)", x=0.0))
    assert "a kink: there is no f′(0); backpropagation takes 0" in told(page)


def test_odd_functions_are_painted(page: NumDiffPage) -> None:
    for text in ["1/(x-x)", "exp(1000*x)", "0*x", "1e200*x*x", "step(x)", "log(x)"]:
        for x in (0.0, 5.0):
            page.set_state(replace(page.state, text=text, x=x, h=1e-3))
            assert not page.differences.grab().isNull()


def test_an_interval_that_is_none_is_refused(page: NumDiffPage) -> None:
    page.change("left", 30.0)
    assert page.bar.isVisible()
    page.change("left", 0.0)
    assert not page.bar.isVisible()


def test_a_published_case_is_set_by_a_click(page: NumDiffPage) -> None:
    page.set_state(replace(page.state, text="sin(x)", h=0.5))
    line = page.book.place_rect(1).center().toPoint()
    QTest.mouseClick(page.book, Qt.MouseButton.LeftButton, pos=line)
    assert page.state == replace(NumDiffState(), x=10.0)


def test_reset_and_saved_and_opened(lab: Lab, page: NumDiffPage, tmp_path: Path) -> None:
    page.set_state(replace(page.state, text="sin(x)", x=1.0, h=0.25, left=-2.0, right=2.0))
    kept = page.state
    page.save_state(tmp_path / "sine.json")
    page.save_picture(tmp_path / "sine.svg")
    page.save_numbers(tmp_path / "sine.csv")
    page.reset_button.click()
    assert page.state == NumDiffState()
    lab.workspace.open_file(tmp_path / "sine.json")
    assert page.state == kept
    head, *rows = (tmp_path / "sine.csv").read_text("utf-8-sig").splitlines()
    assert head.startswith("h,")
    assert len(rows) == 61


def test_a_saved_function_that_is_none_is_refused(lab: Lab, page: NumDiffPage, tmp_path: Path) -> None:
    page.set_state(replace(page.state, text="sin(x)"))
    page.save_state(tmp_path / "a.json")
    text = (tmp_path / "a.json").read_text().replace("sin(x)", "sin(x")
    (tmp_path / "a.json").write_text(text)
    lab.workspace.open_file(tmp_path / "a.json")
    assert page.bar.isVisible()
    assert lab.broken == []


def test_the_way_on_leads_to_the_graph(lab: Lab, page: NumDiffPage) -> None:
    page.set_state(replace(page.state, text="x**2 - 3", x=-1.4))
    page.ways[0][0].click()
    assert lab.drawn == ["x = -1.4\nx**2 - 3"]
    trace = trace_graph(parse(lab.drawn[0]))
    assert trace.gradient("x") == pytest.approx(-2.8)


@pytest.mark.usefixtures("doubled")
def test_all_texts_have_their_room(own_lab: Lab) -> None:
    assert misfits(own_lab.open("numdiff")) == []


def test_a_point_without_a_place_is_not_painted(page: NumDiffPage) -> None:
    plane = page.differences.planes().curve
    assert plane.point(1.0, float("nan")) is None
    assert plane.at(QPointF(-100.0, 1e6)) == (0.0, plane.y[0])
