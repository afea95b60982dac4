"""Opening and closing compound nodes, and one output of Affine as scalars."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.errors import GraphError
from core.graph.compound import affine_output, can_open, close_node, open_node, parts_of
from core.graph.differences import Verdict, check_node
from core.graph.expression import parse
from core.graph.graph import Graph
from core.graph.ops import OPERATIONS
from core.graph.trace import trace_graph

COMPOUNDS = {
    "sigmoid": "x = [-1, 0, 2]; z = 3 * x; y = sigmoid(z); sum(y * y)",
    "tanh": "x = [-1, 0, 2]; z = 3 * x; y = tanh(z); sum(y * y)",
    "softmax": "x = [[1, 2, 3], [1010, 1000, 990]]; z = x / 2; y = softmax(z); sum(y * y)",
    "affine": "x = [[1, 2]]; z = x * 2; W = [[1, 2], [3, 4]]; b = [5, 6]; y = affine(z, W, b); sum(y * y)",
    "cross_entropy": "x = [[0.2, 0.8], [0.5, 0.5]]; z = 1 * x; y = cross_entropy(z, [[0, 1], [1, 0]]); y * y",
    "softmax_with_loss": "x = [[1, 2], [3, 5]]; z = 2 * x; y = softmax_with_loss(z, [[0, 1], [1, 0]]); y * y",
    "sigmoid_with_loss": "x = [[1, 2], [3, 5]]; z = 2 * x; y = sigmoid_with_loss(z, [[0, 1], [1, 0]]); y * y",
    "mean_squared_error": "x = [[1, 2], [3, 5]]; z = 2 * x; y = mean_squared_error(z, x); y * y",
}


def assert_same(one: Graph, other: Graph) -> None:
    expected, found = trace_graph(one), trace_graph(other)
    np.testing.assert_allclose(found.output_array, expected.output_array, rtol=1e-12)
    assert list(found.gradients) == list(expected.gradients)
    for node in one.nodes:
        np.testing.assert_allclose(found.values[node.id], expected.values[node.id], rtol=1e-12)
        gradient = expected.gradient(node.id)
        np.testing.assert_allclose(found.gradient(node.id), gradient, rtol=1e-9, atol=1e-12)


def test_every_compound_is_tested_here() -> None:
    assert set(COMPOUNDS) == {name for name, row in OPERATIONS.items() if row.parts}


@pytest.mark.parametrize("name", COMPOUNDS)
def test_the_parts_give_the_same_value_and_gradients(name: str) -> None:
    graph = parse(COMPOUNDS[name])
    opened = open_node(graph, "y")
    assert_same(graph, opened)
    assert list(opened.opened) == ["y"]


@pytest.mark.parametrize("name", COMPOUNDS)
def test_closing_restores_the_graph(name: str) -> None:
    graph = parse(COMPOUNDS[name])
    closed = close_node(open_node(graph, "y"), "y")
    assert [node.id for node in closed.nodes] == [node.id for node in graph.nodes]
    assert closed.node("y") is graph.node("y")
    assert closed.opened == {}


def test_other_nodes_and_wires_stay_what_they_were() -> None:
    graph = parse("x = 1; y = sigmoid(x); z = y * y; w = z + x")
    opened = open_node(graph, "y")
    assert parts_of(opened, "y") == ("y/negative", "y/exp", "y/const1", "y/add", "y/const2", "y")
    assert [opened.node(part).operation for part in parts_of(opened, "y")] == [
        "negative",
        "exp",
        "constant",
        "add",
        "constant",
        "divide",
    ]
    untouched = [node for node in opened.nodes if node.id not in parts_of(opened, "y")]
    assert untouched == [node for node in graph.nodes if node.id != "y"]


def test_parts_can_be_opened_in_turn_and_close_together() -> None:
    graph = parse("x = [1, 2, 3]; t = [0, 0, 1]; loss = softmax_with_loss(x, t)")
    opened = open_node(open_node(graph, "loss"), "loss/y")
    assert "loss/y/max" in opened
    assert_same(graph, opened)
    inner_closed = close_node(opened, "loss/y")
    assert "loss/y/max" not in inner_closed
    assert "loss/log" in inner_closed
    closed = close_node(opened, "loss")
    assert [node.id for node in closed.nodes] == ["x", "t", "loss"]
    assert closed.opened == {}


def test_two_compounds_of_one_kind_open_beside_each_other() -> None:
    graph = parse("y = sigmoid(sigmoid(x) * sigmoid(x))").with_values({"x": 0.3})
    opened = graph
    for node in graph.operations:
        if can_open(graph, node.id):
            opened = open_node(opened, node.id)
    assert len(opened.opened) == 3
    assert_same(graph, opened)


def test_inputs_of_an_opened_graph_can_be_edited_in_value_and_shape() -> None:
    graph = parse("loss = softmax_with_loss(x, t)").with_values({"x": [1, 2], "t": [0, 1]})
    batch = {"x": [[1, 2], [3, 5]], "t": [[0, 1], [1, 0]]}
    assert_same(graph.with_values(batch), open_node(graph, "loss").with_values(batch))


def test_what_cannot_be_opened_or_closed() -> None:
    graph = parse("x = 1; y = exp(x)")
    assert not can_open(graph, "y")
    assert not can_open(graph, "x")
    with pytest.raises(GraphError, match="`y` is not made of parts: exp is a single operation"):
        open_node(graph, "y")
    with pytest.raises(GraphError, match="`y` is not open"):
        close_node(graph, "y")


def test_an_opened_sigmoid_overflows_and_says_where() -> None:
    trace = trace_graph(open_node(parse("x = -1000; y = sigmoid(x)"), "y"))
    assert trace.value == 0
    assert trace.troubles[0].node == "y/exp"


AFFINE = (
    "x = [[1, 2, 3], [4, 5, 6]]; W = [[1, 2], [3, 4], [5, 6]]; b = [10, 20]; z = affine(x, W, b); sum(z * z)"
)


@pytest.mark.parametrize("row", [0, 1])
@pytest.mark.parametrize("column", [0, 1])
def test_one_output_of_affine_in_scalars(row: int, column: int) -> None:
    whole = trace_graph(parse(AFFINE))
    graph = affine_output(whole, "z", row, column)
    assert graph.output == f"z[{row},{column}]"
    upstream = np.asarray(whole.gradient("z"))[row, column]
    trace = trace_graph(graph, upstream=upstream)
    assert trace.output_array == np.asarray(whole.values["z"])[row, column]
    x, w = np.asarray(whole.values["x"]), np.asarray(whole.values["W"])
    for i in range(3):
        assert trace.values[f"product[{i}]"] == x[row, i] * w[i, column]
        assert trace.gradients[f"x[{row},{i}]"] == pytest.approx(upstream * w[i, column])
        assert trace.gradients[f"W[{i},{column}]"] == pytest.approx(upstream * x[row, i])
    assert trace.gradients[f"b[{column}]"] == upstream
    assert all(check_node(trace, node).verdict is Verdict.AGREES for node in trace.differentiated)


def test_the_contributions_of_all_rows_make_the_gradient_of_a_weight() -> None:
    whole = trace_graph(parse(AFFINE))
    parts = [
        trace_graph(affine_output(whole, "z", row, 1), upstream=np.asarray(whole.gradient("z"))[row, 1])
        for row in range(2)
    ]
    total = sum(part.gradients["W[2,1]"] for part in parts)
    assert total == pytest.approx(np.asarray(whole.gradients["W"])[2, 1])


def test_only_the_largest_products_are_shown_if_so_asked() -> None:
    whole = trace_graph(parse(AFFINE))
    trace = trace_graph(affine_output(whole, "z", 0, 0, largest=1))
    assert [node.id for node in trace.graph.inputs] == ["x[0,2]", "W[2,0]", "other 2 products", "b[0]"]
    assert trace.value == np.asarray(whole.values["z"])[0, 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = [1, 2]; W = [[1], [3]]; z = matmul(x, W); z * 1", 7),
        ("x = [[1, 2]]; w = [1, 3]; z = x @ w; z * 1", 7),
        ("x = [1, 2]; W = [[1], [3]]; b = 4; z = affine(x, W, b); z * 1", 11),
    ],
)
def test_vectors_and_products_without_bias(text: str, expected: float) -> None:
    assert trace_graph(affine_output(trace_graph(parse(text)), "z", 0, 0)).value == expected


def test_an_output_that_does_not_exist() -> None:
    whole = trace_graph(parse(AFFINE))
    with pytest.raises(GraphError, match=r"no output \[2, 0\]: it has 2 rows and 2 columns"):
        affine_output(whole, "z", 2, 0)
    with pytest.raises(GraphError, match="`x` is not an Affine node"):
        affine_output(whole, "x", 0, 0)


def test_parts_names_do_not_collide_with_a_persons() -> None:
    graph = parse("exp = 2; add = sigmoid(exp); y = add * exp")
    opened: Any = open_node(graph, "add")
    assert {"exp", "add/exp", "add/add"} <= set(opened.index)
    assert_same(graph, opened)
