"""The trace: order, numbers, contributions and sums, what is not finite; the cursor that moves over it."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import GraphError
from core.graph.builder import GraphBuilder
from core.graph.cursor import Cursor
from core.graph.expression import parse
from core.graph.graph import Graph
from core.graph.trace import BackwardStep, ForwardStep, Trace, trace_graph

APPLE = "apple = 100; n = 2; tax = 1.1; price = (apple * n) * tax"


def traced(text: str) -> Trace:
    return trace_graph(parse(text))


def backward(trace: Trace) -> list[BackwardStep]:
    return [step for step in trace.steps if isinstance(step, BackwardStep)]


def forward(trace: Trace) -> list[ForwardStep]:
    return [step for step in trace.steps if isinstance(step, ForwardStep)]


def test_two_apples_step_by_step() -> None:
    trace = traced(APPLE)
    assert [(step.node, step.operands, step.values, step.value) for step in forward(trace)] == [
        ("multiply1", ("apple", "n"), (100, 2), 200),
        ("price", ("multiply1", "tax"), (200, 1.1), pytest.approx(220)),
    ]
    assert [
        (step.node, step.upstream, [(share.to, share.local, share.gradient) for share in step.contributions])
        for step in backward(trace)
    ] == [
        ("price", 1, [("multiply1", 1.1, 1.1), ("tax", 200, 200)]),
        ("multiply1", 1.1, [("apple", 2, 2.2), ("n", 100, pytest.approx(110))]),
    ]
    assert trace.turn == 2
    assert trace.gradients == {"apple": 2.2, "n": pytest.approx(110), "tax": 200}


def test_backward_is_forward_in_reverse_and_begins_with_one() -> None:
    trace = traced("x = 2; y = 3; a = x * y; b = exp(a); c = a - b; d = c / x")
    assert [step.node for step in backward(trace)] == [step.node for step in forward(trace)][::-1]
    assert backward(trace)[0].upstream == 1
    ready = {node.id for node in trace.graph.inputs}
    for step in forward(trace):
        assert ready.issuperset(step.operands)
        ready.add(step.node)


def test_each_use_of_a_value_is_a_contribution_and_they_add_up() -> None:
    trace = traced("x = 3; y = x * x + x")
    shares = [(number, share.operand, share.gradient, share.total) for number, share in trace.arrivals("x")]
    assert shares == [(2, 1, 1, 1), (3, 0, 3, 4), (3, 1, 3, 7)]
    assert trace.gradients["x"] == 7


def test_x_minus_x_is_not_x_plus_x() -> None:
    assert traced("x = 5; x - x").gradients["x"] == 0
    assert traced("x = 5; x + x").gradients["x"] == 2


def test_a_trace_begins_from_nothing() -> None:
    graph = parse(APPLE)
    first, second = trace_graph(graph), trace_graph(graph)
    assert first.gradients == second.gradients
    assert "begins at 0" in second.notes[0].text


def test_constants_receive_nothing() -> None:
    trace = traced("x = 2; y = 3 * x + exp(1)")
    assert {share.to for step in backward(trace) for share in step.contributions} == {"multiply1", "x"}
    assert list(trace.gradients) == ["x"]
    assert trace.differentiated == ("x", "multiply1", "y")


def test_an_unused_input_has_zeros_in_its_shape() -> None:
    trace = traced("x = 2; W = [[1, 2], [3, 4]]; y = x * 2")
    np.testing.assert_array_equal(trace.gradients["W"], np.zeros((2, 2)))
    assert any("does not depend on `W`" in note.text for note in trace.notes)


def test_a_node_beside_the_way_is_computed_and_sent_nothing() -> None:
    trace = traced("x = 2; aside = exp(x); y = x * 2")
    assert "aside" in [step.node for step in forward(trace)]
    assert "aside" not in [step.node for step in backward(trace)]
    assert trace.gradients["x"] == 2


def test_an_array_output_is_summed() -> None:
    trace = traced("x = [1, 2, 3]; y = x * x")
    np.testing.assert_array_equal(trace.output_array, [1, 4, 9])
    assert trace.value == 14
    np.testing.assert_array_equal(backward(trace)[0].upstream, [1, 1, 1])
    np.testing.assert_array_equal(trace.gradients["x"], [2, 4, 6])
    assert any("sum of its 3 entries" in note.text for note in trace.notes)


def test_broadcast_gradients_are_summed_back() -> None:
    trace = traced("x = [[1, 2], [3, 4]]; row = [[10, 20]]; column = [[1], [2]]; s = 3; x * row + column * s")
    np.testing.assert_array_equal(trace.gradients["row"], [[4, 6]])
    np.testing.assert_array_equal(trace.gradients["column"], [[6], [6]])
    assert trace.gradients["s"] == 6
    assert trace.gradients["s"].shape == ()


def test_an_input_or_a_constant_alone() -> None:
    alone = traced("x = 3; y = x")
    assert (alone.value, alone.steps, alone.gradients) == (3, (), {"x": 1})
    constant = traced("2 * 3")
    assert (constant.value, backward(constant), constant.gradients) == (6, [], {})
    assert any("nothing to differentiate" in note.text for note in constant.notes)


def test_a_backward_pass_that_begins_with_another_number() -> None:
    trace = trace_graph(parse("x = [1, 2]; y = x * x"), upstream=[10, 100])
    np.testing.assert_array_equal(trace.gradients["x"], [20, 400])
    assert trace.value == 410


def test_steps_cannot_be_changed() -> None:
    trace = traced("x = [1, 2]; y = x * x")
    arrays = [
        value
        for step in trace.steps
        for value in (
            (*step.values, step.value)
            if isinstance(step, ForwardStep)
            else (step.upstream, *(x for share in step.contributions for x in share[2:]))
        )
    ]
    assert len(arrays) == 10
    for array in arrays:
        assert isinstance(array, np.ndarray)
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 5


def test_inputs_are_copied() -> None:
    given = np.array([1.0, 2.0])
    graph = parse("y = x * x").with_values({"x": given})
    given[0] = 100.0
    assert trace_graph(graph).value == 5


def test_a_missing_value_and_a_wrong_name() -> None:
    with pytest.raises(GraphError, match="`y` has no value yet"):
        traced("x = 1; x * y")
    with pytest.raises(GraphError, match=r"no input `q` to set. Inputs: `x`."):
        parse("x * 2").with_values({"q": 1})
    with pytest.raises(GraphError, match="`y` is computed"):
        parse("y = x * 2").with_values({"y": 1})
    with pytest.raises(GraphError, match="no input `const1`"):
        parse("y = x * 2").with_values({"const1": 1})


def test_a_chain_of_ten_thousand_nodes() -> None:
    builder = GraphBuilder()
    node = builder.input("x", 0.5)
    for _ in range(10_000):
        node = builder.apply("sin", node)
    trace = trace_graph(builder.build(node))
    assert len(trace.steps) == 20_000
    assert 0 < trace.gradients["x"] < 1


@pytest.mark.parametrize(
    ("text", "node", "value", "reason"),
    [
        ("x = 0; 1 / x", "output", np.inf, "division by 0"),
        ("x = 0; x / x", "output", np.nan, "0 ÷ 0"),
        ("x = -1; log(x)", "output", np.nan, "no real logarithm"),
        ("x = 0; log(x)", "output", -np.inf, "logarithm of 0"),
        ("x = -1; sqrt(x)", "output", np.nan, "no real square root"),
        ("x = 710; exp(x)", "output", np.inf, "709.78"),
        ("9 ** 9 ** 9", "output", np.inf, "larger than float64"),
        ("x = 1e200; y = x * x", "y", np.inf, "larger than float64"),
        ("x = -8; x ** 0.5", "output", np.nan, "fractional exponent"),
        ("x = 0; x ** -1", "output", np.inf, "division by 0"),
        ("x = [-1, 0]; log(x)", "output", np.nan, "no real logarithm"),
        ("y = [-1, 0]; t = [0, 1]; cross_entropy(y, t)", "output", np.nan, "no real logarithm"),
    ],
)
def test_what_is_not_finite_is_marked_with_its_reason(
    text: str, node: str, value: float, reason: str
) -> None:
    trace = traced(text)
    first = trace.troubles[0]
    assert isinstance(first, ForwardStep)
    assert first.node == node
    assert first.trouble is not None
    assert first.trouble.origin
    assert reason in first.trouble.text
    np.testing.assert_equal(np.ravel(trace.output_array)[0], value)
    assert not trace.is_finite


def test_trouble_is_told_where_it_began_and_where_it_was_carried() -> None:
    trace = traced("x = 1000; e = exp(x); y = e / e; z = y + 1")
    notes = [
        (step.node, step.trouble.origin, step.trouble.text) for step in trace.troubles[:3] if step.trouble
    ]
    assert notes[0][:2] == ("e", True)
    assert notes[1] == ("y", True, "∞ − ∞, 0 · ∞ and ∞ ÷ ∞ have no value: nan, not a number.")
    assert notes[2] == ("z", False, "Its operand `y` is nan already.")


def test_trouble_on_the_way_back() -> None:
    (step,) = traced("x = 0; y = sqrt(x)").troubles
    assert step.trouble is not None
    assert step.trouble.text == "The local derivative for `x` is inf here."
    carried = traced("x = 0; y = sqrt(x * 2)").troubles[1]
    assert carried.trouble is not None
    assert carried.trouble.text == "The upstream gradient is inf already."
    product = traced("a = 1e200; x = 2; y = a * (a * x)").troubles
    assert [step.trouble.text for step in product if step.trouble] == [
        "The result is larger than float64 can hold (1.8e308).",
        "Upstream gradient times local derivative is inf for `x`.",
    ]


# The cursor


def test_a_cursor_shows_what_is_known_so_far() -> None:
    cursor = Cursor(traced(APPLE))
    assert cursor.position == 0
    assert cursor.step is None
    assert (cursor.value("apple"), cursor.value("multiply1"), cursor.gradient("price")) == (100, None, None)
    cursor = cursor.forward()
    assert (cursor.value("multiply1"), cursor.value("price")) == (200, None)
    cursor = cursor.turn()
    assert cursor.position == 2
    assert cursor.value("price") == pytest.approx(220)
    assert (cursor.gradient("price"), cursor.gradient("tax"), cursor.is_backward) == (None, None, False)
    cursor = cursor.forward()
    assert (cursor.gradient("price"), cursor.gradient("tax"), cursor.gradient("apple")) == (1, 200, None)
    assert cursor.is_backward
    cursor = cursor.forward()
    assert cursor.position == len(cursor.trace.steps)
    assert cursor.gradient("apple") == 2.2
    assert cursor.forward().position == cursor.position
    assert cursor.back().gradient("apple") is None
    assert cursor.start().back().position == 0


def test_a_cursor_shows_contributions_as_they_arrive() -> None:
    cursor = Cursor(traced("x = 3; y = x * x + x")).turn()
    assert (cursor.gradient("x"), cursor.waiting("x")) == (None, 3)
    cursor = cursor.forward()
    assert (cursor.gradient("x"), cursor.waiting("x")) == (1, 2)
    wire = cursor.wire_gradient("y", 1)
    assert wire is not None
    assert (wire.to, wire.gradient) == ("x", 1)
    assert cursor.wire_gradient("multiply1", 0) is None
    cursor = cursor.forward()
    assert (cursor.gradient("x"), cursor.waiting("x")) == (7, 0)


def test_the_gradient_of_an_output_that_is_an_input() -> None:
    cursor = Cursor(traced("x = 3; y = x"))
    assert cursor.trace.steps == ()
    assert cursor.gradient("x") == 1


# The graph


def test_a_graph_refuses_what_is_no_graph() -> None:
    graph = parse("y = x * x")
    with pytest.raises(KeyError):
        Graph(graph.nodes[::-1], "y")
    with pytest.raises(ValueError, match="two nodes"):
        Graph((*graph.nodes, graph.nodes[0]), "y")
    with pytest.raises(ValueError, match="not a node"):
        Graph(graph.nodes, "z")


def test_a_graph_knows_its_users() -> None:
    assert parse("a = x * x; b = a + x").users["x"] == ("a", "b")
