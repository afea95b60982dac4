"""What is said of a step: the rule with a person's names, the numbers in it, the result, the reason."""

from __future__ import annotations

import pytest

from core.graph.cursor import Cursor
from core.graph.examples import EXAMPLES
from core.graph.expression import parse
from core.graph.trace import BackwardStep, Trace, trace_graph
from gui.formula.tree import plain
from gui.graph.step.spoken import spoken_step
from gui.graph.step.view import StepView, view_of


def trace_of(text: str) -> Trace:
    return trace_graph(parse(text))


def at(trace: Trace, position: int, focus: str = "") -> StepView:
    view = view_of(Cursor(trace, position), focus)
    assert view is not None
    return view


def lines(view: StepView) -> list[str]:
    return [plain(line).strip() for block in view.blocks for line in block.lines]


APPLE = "apple = 100; n = 2; tax = 1.1; price = (apple * n) * tax"


def test_before_the_first_step_there_is_nothing_to_say() -> None:
    assert view_of(Cursor(trace_of(APPLE))) is None


def test_a_forward_step_is_the_rule_then_its_numbers() -> None:
    view = at(trace_of(APPLE), 1)
    assert lines(view) == ["z = apple · n", "= 100 × 2 = 200"]
    assert view.where == (("z", "apple × n"),)


def test_a_backward_step_is_the_chain_rule_the_local_derivative_and_the_numbers() -> None:
    view = at(trace_of(APPLE), 4)
    assert lines(view) == [
        "∂price/∂apple = ∂price/∂z · ∂z/∂apple",
        "= ∂price/∂z · n",
        "= 1.1 × 2 = 2.2",
        "∂price/∂n = 1.1 × 100 = 110",
    ]
    assert "multiplied by the other factor" in view.sentences[0]


def test_the_operand_asked_about_stands_first_and_whole() -> None:
    view = at(trace_of(APPLE), 3, focus="tax")
    assert lines(view) == ["∂price/∂tax = z", "= 1 × 200 = 200", "∂price/∂z = 1 × 1.1 = 1.1"]


def test_the_way_back_begins_with_one_and_no_rule_says_that_it_is_itself() -> None:
    for text, rule in ((APPLE, "tax"), ("x = 2; price = exp(x)", "e^x"), ("a = 1; price = a + 2", "1")):
        trace = trace_of(text)
        first = at(trace, trace.turn + 1)
        assert first.start is not None
        assert plain(first.start) == "start: ∂price/∂price = 1"
        assert not any("∂price/∂price" in line for line in lines(first))
        assert lines(first)[0].endswith(f" = {rule}")
    assert at(trace_of(APPLE), 4).start is None
    assert at(trace_of(APPLE), 2).start is None


def test_a_part_begins_with_what_comes_back_from_the_whole() -> None:
    trace = trace_graph(parse("x = 2; y = x * 3"), upstream=0.5)
    view = at(trace, 2)
    assert view.start is not None
    assert plain(view.start) == "start: ∂y/∂y = 0.5"


def test_several_nodes_without_a_name_have_a_number_each_that_stays() -> None:
    trace = trace_of("a = 1; b = 2; c = 3; y = (a + b) * (b + c)")
    assert lines(at(trace, 1))[0] == "z₁ = a + b"
    assert lines(at(trace, 2))[0] == "z₂ = b + c"
    assert lines(at(trace, 3))[0] == "y = z₁ · z₂"


def test_a_letter_that_is_taken_is_not_given_again() -> None:
    trace = trace_of("z = 2; y = z * z + 1")
    assert lines(at(trace, 1))[0] == "s = z · z"


def test_a_value_used_several_times_shows_each_contribution_and_their_sum() -> None:
    trace = trace_of("x = 2; y = x * x + 3 * x")
    view = at(trace, len(trace.steps))
    assert lines(view) == [
        "(∂y/∂x)_2 = ∂y/∂z₁ · ∂z₁/∂x",
        "= ∂y/∂z₁ · x",
        "= 1 × 2 = 2",
        "(∂y/∂x)_3 = 1 × 2 = 2",
        "∂y/∂x = 3 + 2 + 2 = 7",
    ]
    halfway = at(trace, len(trace.steps) - 1)
    assert lines(halfway)[0] == "(∂y/∂x)_1 = ∂y/∂z₂ · ∂z₂/∂x"
    assert not any(" + " in line for line in lines(halfway))


def test_a_sum_to_which_more_will_come_is_not_called_the_derivative() -> None:
    trace = trace_of("x = 2; y = x * x + 3 * x + 5 * x")
    said = [lines(at(trace, position + 1)) for position in range(trace.turn, len(trace.steps))]
    assert "so far = 5 + 3 = 8" in [line for view in said for line in view]
    names = [
        line.partition(" = ")[0] for view in said for line in view if line.startswith(("∂y/∂x", "(∂y/∂x"))
    ]
    assert names == ["(∂y/∂x)_1", "(∂y/∂x)_2", "(∂y/∂x)_3", "(∂y/∂x)_4", "∂y/∂x"]


def test_matrices_are_multiplied_in_the_order_that_fits() -> None:
    trace = EXAMPLES["affine"].graph()
    view = at(trace_graph(trace), 2)
    assert lines(view)[0] == "∂Y/∂X = ∂Y/∂Y · W^⊤"
    assert lines(view)[1] == "= [[1, 1, 1], [1, 1, 1]] @ [[1, 2], [3, 4], [5, 6]] = [[9, 12], [9, 12]]"
    assert lines(view)[2] == "∂Y/∂W = [[1, 3], [2, 4]] @ [[1, 1, 1], [1, 1, 1]] = [[4, 4, 4], [6, 6, 6]]"


def test_large_arrays_are_their_shapes() -> None:
    trace = trace_of("x = [1, 2, 3, 4, 5, 6, 7]; y = sum(x * x)")
    assert lines(at(trace, 1))[1] == "= (7,) × (7,) = (7,)"


def test_negative_numbers_stand_in_brackets_where_a_sign_comes_before_them() -> None:
    trace = trace_of("x = -2; y = 3; z = x * y - x")
    assert lines(at(trace, 1))[1] == "= (−2) × 3 = −6"


def test_trouble_and_convention_are_said() -> None:
    overflow = at(trace_graph(EXAMPLES["softmax-naive"].graph()), 1)
    assert "exp of a number above" in overflow.trouble
    kink = at(trace_of("x = 0; y = relu(x)"), 2)
    assert "0 is taken" in kink.convention
    assert at(trace_of("x = 1; y = relu(x)"), 2).convention == ""


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name != "two-layer-mnist"])
def test_every_step_of_every_example_has_something_to_say(name: str) -> None:
    trace = trace_graph(EXAMPLES[name].graph())
    for position in range(1, len(trace.steps) + 1):
        step = trace.steps[position - 1]
        view = at(trace, position)
        assert view.blocks
        assert all(block.spoken for block in view.blocks)
        if isinstance(step, BackwardStep):
            assert len(view.blocks) == len(step.contributions)
            assert view.sentences[0]
            # In brackets where it is one contribution of several.
            head = plain(view.blocks[0].lines[0]).removeprefix("(")
            assert head.startswith(f"∂{trace.graph.output_name}/∂")


def test_a_step_is_read_aloud_with_its_operation_rule_and_numbers() -> None:
    trace = trace_of(APPLE)
    assert spoken_step(Cursor(trace, 0)) == ""
    assert spoken_step(Cursor(trace, 1)) == "Product computes: z = apple · n = 100 × 2 = 200."
    back = spoken_step(Cursor(trace, 4))
    assert back.startswith(
        "Product sends back: ∂price/∂apple = ∂price/∂z · ∂z/∂apple = ∂price/∂z · n = 1.1 × 2"
    )
    assert "∂price/∂n = 1.1 × 100 = 110. " in back
    assert "multiplied by the other factor" in back
