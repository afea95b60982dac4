"""Perceptrons and gates, driven through the widgets: by mouse, keys and typing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.data.catalog import open_data_set
from core.experiments.gates import GATES, outputs
from core.graph.expression import parse
from core.graph.trace import trace_graph
from core.training.session import TrainingSession
from gui.lab.perceptron.page import FIELDS, PerceptronPage, PerceptronState
from gui.lab.perceptron.plane import tip
from tests.gui.fitting import misfits
from tests.gui.hands import press_key
from tests.gui.lab.hands import drag
from tests.gui.lab.screen import Lab


@pytest.fixture(scope="module")
def made(lab: Lab) -> PerceptronPage:
    return cast(PerceptronPage, lab.open("perceptron"))


@pytest.fixture
def page(lab: Lab, made: PerceptronPage) -> Iterator[PerceptronPage]:
    yield from lab.renewed(made)


def at(page: PerceptronPage, letter: str, x: tuple[float, float]) -> QPoint:
    point = page.gates.plane_of(letter).point(*x)
    assert point is not None
    return point.toPoint()


def told(page: PerceptronPage) -> str:
    return page.gates.accessibleDescription()


def table(page: PerceptronPage) -> tuple[int, ...]:
    assert page.gates.found is not None
    return outputs(page.gates.found.network)


def choose(page: PerceptronPage, name: str, word: str) -> None:
    choice = page.controls[name].field
    choice.setCurrentIndex(choice.findData(word))
    choice.activated.emit(choice.currentIndex())


def enter(page: PerceptronPage, name: str, text: str) -> None:
    field = page.controls[name].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    press_key(Qt.Key.Key_Return)


def test_it_opens_with_the_and_of_the_book(page: PerceptronPage) -> None:
    assert page.state == PerceptronState()
    assert table(page) == GATES["and"]
    assert told(page).startswith("4 of 4 inputs give what AND gives.")


def test_the_published_tables_match_on_the_screen(page: PerceptronPage) -> None:
    assert [row.printed for row in page.book.rows] == ["0 0 0 1", "1 1 1 0", "0 1 1 1", "0 1 1 0"]
    assert all(row.matches for row in page.book.rows)
    assert page.verdict.text() == "matches the book ✓"


def test_the_line_is_dragged_from_and_to_or(page: PerceptronPage) -> None:
    choose(page, "gate", "or")
    assert told(page).startswith("2 of 4 inputs give what OR gives.")
    drag(page.gates, at(page, "w", (0.7, 0.7)), at(page, "w", (0.2, 0.2)))
    assert page.state.b == pytest.approx(-0.2, abs=0.01)
    assert (page.state.w1, page.state.w2) == (0.5, 0.5)
    assert page.controls["b"].field.value == page.state.b
    assert told(page).startswith("4 of 4 inputs give what OR gives.")


def test_the_arrow_is_dragged_and_its_foot_stays_on_the_line(page: PerceptronPage) -> None:
    page.set_state(replace(PerceptronState(), gate="nand", w1=1.0, w2=1.0, b=-1.4))
    foot = page.gates.foot_of("w")
    assert foot == pytest.approx((0.7, 0.7))
    drag(page.gates, at(page, "w", tip(page.state.perceptron("w"), foot)), at(page, "w", (0.4, 0.4)))
    assert (page.state.w1, page.state.w2) == pytest.approx((-1.0, -1.0), abs=0.05)
    assert page.state.perceptron("w").total(foot) == pytest.approx(0.0, abs=0.01)
    assert table(page) == GATES["nand"]
    drag(
        page.gates, at(page, "w", tip(page.state.perceptron("w"), page.gates.foot_of("w"))), QPoint(-900, 40)
    )
    assert page.state.w1 == -2.0


def test_a_press_far_from_the_line_takes_nothing(page: PerceptronPage) -> None:
    before = page.state
    drag(page.gates, at(page, "w", (0.1, 0.1)), at(page, "w", (0.3, 0.9)))
    drag(page.gates, QPoint(3, 3), QPoint(90, 3))
    assert page.state == before


def test_arrows_move_the_line(page: PerceptronPage) -> None:
    page.gates.setFocus()
    press_key(Qt.Key.Key_Right)
    assert page.state.b == -0.725
    press_key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.state.b == -0.475


def test_weights_and_bias_are_typed(page: PerceptronPage) -> None:
    for name, text in (("w1", "-0.5"), ("w2", "-0.5"), ("b", "0.7")):
        enter(page, name, text)
    assert table(page) == GATES["nand"]
    enter(page, "w1", "3")
    assert page.state.w1 == -0.5
    assert "from −2 to 2" in page.controls["w1"].row.error()


def test_one_line_is_never_enough_for_xor_and_it_is_said_why(page: PerceptronPage) -> None:
    choose(page, "gate", "xor")
    assert "One line is never enough for XOR" in told(page)
    assert told(page).startswith("1 of 4 inputs give what XOR gives.")
    choose(page, "net", "two")
    assert table(page) == GATES["xor"]
    assert "XOR = AND(NAND, OR)" in told(page)
    assert len(page.formula.lines()) == 3


def test_only_the_numbers_of_one_perceptron_are_shown(page: PerceptronPage) -> None:
    def shown() -> list[str]:
        return [name for names in FIELDS.values() for name in names if page.controls[name].isVisible()]

    assert shown() == ["w1", "w2", "b"]
    assert not page.controls["unit"].isVisible()
    choose(page, "net", "two")
    assert shown() == ["u1", "u2", "ub"]
    choose(page, "unit", "o")
    assert shown() == ["o1", "o2", "ob"]


def test_lines_of_both_layers_are_dragged_and_bring_their_numbers(page: PerceptronPage) -> None:
    page.set_state(replace(PerceptronState(), gate="xor", net="two"))
    # Away from the other line's arrow, along the line of OR.
    drag(page.gates, at(page, "v", (0.6, -0.2)), at(page, "v", (0.9, 0.3)))
    assert page.state.unit == "v"
    assert page.state.vb == pytest.approx(-0.6, abs=0.02)
    assert table(page) == (0, 0, 0, 0)
    drag(page.gates, at(page, "o", (1.2, 0.2)), at(page, "o", (0.4, 0.2)))
    assert page.state.unit == "o"
    assert page.state.ob == pytest.approx(-0.3, abs=0.02)
    page.gates.setFocus()
    press_key(Qt.Key.Key_Left)
    assert page.state.ob == pytest.approx(-0.275, abs=0.02)


def test_a_line_out_of_sight_and_weights_of_0_are_painted(page: PerceptronPage) -> None:
    page.change("b", 10.0)
    assert "A line is outside of what is seen" in told(page)
    assert not page.gates.grab().isNull()
    for net in ("one", "two"):
        page.set_state(replace(PerceptronState(), net=net, w1=0.0, w2=0.0, b=1.0, u1=0.0, u2=0.0))
        assert not page.gates.grab().isNull()
        page.gates.setFocus()
        press_key(Qt.Key.Key_Up)
    page.set_state(replace(PerceptronState(), w1=1e-9, w2=0.0, b=10.0))
    assert not page.gates.grab().isNull()


def test_every_gate_is_painted(page: PerceptronPage) -> None:
    for net in ["one", "two"]:
        for gate in GATES:
            page.set_state(replace(PerceptronState(), gate=gate, net=net))
            assert not page.gates.grab().isNull()
            head, rows = page.table()
            assert [row[-1] for row in rows] == list(GATES[gate])
            assert len(head) == len(rows[0])


def test_a_published_case_is_set_by_a_click(page: PerceptronPage) -> None:
    page.change("w1", 2.0)
    for place, gate in enumerate(GATES):
        line = page.book.place_rect(place).center().toPoint()
        QTest.mouseClick(page.book, Qt.MouseButton.LeftButton, pos=line)
        assert page.state.gate == gate
        assert table(page) == GATES[gate]


def test_reset_and_saved_and_opened(lab: Lab, page: PerceptronPage, tmp_path: Path) -> None:
    page.set_state(replace(PerceptronState(), gate="xor", net="two", unit="o", u1=-1.5, ob=-0.25))
    kept = page.state
    page.save_state(tmp_path / "a.json")
    page.save_picture(tmp_path / "a.svg")
    page.save_numbers(tmp_path / "a.csv")
    page.reset_button.click()
    assert page.state == PerceptronState()
    lab.workspace.open_file(tmp_path / "a.json")
    assert page.state == kept
    assert len((tmp_path / "a.csv").read_text("utf-8-sig").splitlines()) == 5


def test_the_ways_on(lab: Lab, page: PerceptronPage) -> None:
    for button, _ in page.ways:
        button.click()
    page.change("net", "two")
    page.ways[0][0].click()
    one, two = lab.drawn
    assert one == "x1 = 1\nx2 = 0\ny = step(0.5 * x1 + 0.5 * x2 - 0.7)"
    assert trace_graph(parse(two)).values["y"] == 1.0, "XOR of 1 and 0"
    assert "\ns1 = step(-0.5 * x1 - 0.5 * x2 + 0.7)\n" in two
    (experiment,) = lab.trained
    assert experiment.problems() == ()
    session = TrainingSession(experiment, open_data_set("xor"))
    for _ in session.events():
        pass
    test = open_data_set("xor").test
    assert test is not None
    assert session.network.accuracy(test.floats(0, len(test), np.float32), test.t) > 0.95


@pytest.mark.usefixtures("doubled")
def test_all_texts_have_their_room(own_lab: Lab) -> None:
    page = own_lab.open("perceptron")
    assert misfits(page) == []
    page.change("net", "two")
    # Two layers have more formulas, for which the cards are laid out anew.
    own_lab.qtbot.waitUntil(lambda: misfits(page) == [])
