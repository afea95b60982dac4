"""The quiz: what is asked, which answers are right, and what the hint to a wrong one says."""

from __future__ import annotations

import math

import pytest

from core.errors import LabError
from core.graph.expression import parse
from core.graph.trace import Trace, trace_graph
from gui.graph.model.quiz import Question, judge, question, read_answer

APPLE = "apple = 100; n = 2; tax = 1.1; price = (apple * n) * tax"


def asked(trace: Trace, position: int, share: int = 0) -> Question:
    found = question(trace, position, share)
    assert found is not None
    return found


@pytest.fixture
def apple() -> Trace:
    return trace_graph(parse(APPLE))


def test_it_asks_for_values_on_the_way_forward_and_for_each_wire_on_the_way_back(apple: Trace) -> None:
    found = [asked(apple, 0), asked(apple, 1), asked(apple, 2), asked(apple, 2, 1), asked(apple, 3)]
    assert [(q.node, q.is_gradient, round(q.answer, 9)) for q in found] == [
        ("multiply1", False, 200.0),
        ("price", False, 220.0),
        ("multiply1", True, 1.1),
        ("tax", True, 200.0),
        ("apple", True, 2.2),
    ]
    assert question(apple, 4) is None
    assert question(apple, 3, 2) is None


def test_of_an_array_it_asks_for_one_entry() -> None:
    trace = trace_graph(parse("x = [1, 2, 3]; y = sum(x * x)"))
    found = asked(trace, 2 + 1)
    assert (found.node, found.index) == ("x", (0,))
    assert found.answer == 1.0


@pytest.mark.parametrize(
    ("text", "number"), [("2.2", 2.2), ("−0.5", -0.5), ("1.1 * 2", 2.2), ("1/4", 0.25), ("1e-3", 0.001)]
)
def test_an_answer_is_a_number_or_a_calculation(text: str, number: float) -> None:
    assert read_answer(text) == pytest.approx(number)


def test_infinity_and_nan_can_be_answered() -> None:
    assert read_answer("∞") == math.inf
    assert read_answer("-inf") == -math.inf
    assert math.isnan(read_answer("nan"))


@pytest.mark.parametrize("text", ["", "two", "x * 2", "[1, 2]", "1 +", "9" * 100, "import os"])
def test_anything_else_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(LabError, match="is not a number"):
        read_answer(text)


@pytest.mark.parametrize("given", [2.2, 2.205, 2.195])
def test_three_digits_are_enough(apple: Trace, given: float) -> None:
    assert judge(apple, asked(apple, 3), given).is_right


@pytest.mark.parametrize(
    ("position", "given", "hint"),
    [
        (0, 102, "the sum of the two"),
        (0, 50, "quotient"),
        (0, 100, "an operand itself"),
        (0, -200, "the sign is not"),
        (0, 123, "put its numbers in"),
        (3, 1.1, "the upstream gradient alone"),
        (3, 2, "the local derivative alone"),
        (3, 3.1, "does not add"),
        (3, 110, "own value in place of"),
        (3, 100, "the operand's value, not its gradient"),
        (3, 220, "takes the node's value"),
        (3, 7, "take the upstream gradient, 1.1, times"),
    ],
)
def test_a_wrong_answer_says_which_factor_was_wrong(
    apple: Trace, position: int, given: float, hint: str
) -> None:
    judgement = judge(apple, asked(apple, position), given)
    assert not judgement.is_right
    assert hint in judgement.hint


def test_the_sum_instead_of_one_contribution() -> None:
    trace = trace_graph(parse("x = 2; y = x * 5 + 3 * x"))
    last = asked(trace, len(trace.steps) - 1)
    assert (last.node, last.answer) == ("x", 5.0)
    assert "sum of what has arrived" in judge(trace, last, 8).hint


def test_the_operands_the_other_way_round() -> None:
    trace = trace_graph(parse("x = 8; y = 2; z = x / y"))
    assert "the other way round" in judge(trace, asked(trace, 0), 0.25).hint


def test_zero_is_right_only_where_it_is_zero() -> None:
    trace = trace_graph(parse("x = -1; y = relu(x)"))
    assert judge(trace, asked(trace, 1), 0.0).is_right
    assert not judge(trace, asked(trace, 1), 0.001).is_right


def test_a_number_that_is_not_finite() -> None:
    trace = trace_graph(parse("x = 1; y = x / 0"))
    assert judge(trace, asked(trace, 0), math.inf).is_right
    assert not judge(trace, asked(trace, 0), 5.0).is_right
