"""The table of operations: every row is whole, computes known values, and has the derivatives it states."""

from __future__ import annotations

import string
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.errors import GraphError
from core.graph.builder import GraphBuilder
from core.graph.differences import Verdict, check_node
from core.graph.expression import parse
from core.graph.graph import Graph
from core.graph.ops import OPERATIONS, Table
from core.graph.ops.operation import Operation
from core.graph.trace import BackwardStep, Trace, trace_graph

ROWS = list(OPERATIONS.values())
NAMES = list(OPERATIONS)

# For each operation operands at which it is smooth, and a value that was worked out otherwise.
SMOOTH: dict[str, tuple[list[Any], dict[str, int], Any]] = {
    "add": ([2.0, 3.0], {}, 5.0),
    "subtract": ([2.0, 3.0], {}, -1.0),
    "multiply": ([2.0, [3.0, -1.0]], {}, [6.0, -2.0]),
    "divide": ([[1.0, 3.0], [[2.0], [4.0]]], {}, [[0.5, 1.5], [0.25, 0.75]]),
    "negative": ([2.0], {}, -2.0),
    "power": ([2.0, 3.0], {}, 8.0),
    "total": ([1.0, 2.0, 4.0], {}, 7.0),
    "exp": ([1.0], {}, 2.718281828459045),
    "log": ([2.0], {}, 0.6931471805599453),
    "sqrt": ([[4.0, 9.0]], {}, [2.0, 3.0]),
    "sin": ([0.5235987755982988], {}, 0.5),
    "cos": ([1.0471975511965976], {}, 0.5),
    "abs": ([[-2.0, 3.0]], {}, [2.0, 3.0]),
    "maximum": ([[1.0, 5.0], [2.0, 4.0]], {}, [2.0, 5.0]),
    "relu": ([[1.0, -0.5]], {}, [1.0, 0.0]),
    "leaky_relu": ([[1.0, -0.5]], {}, [1.0, -0.005]),
    "sigmoid": ([[-1.0, 1.0, 2.0]], {}, [0.26894142, 0.73105858, 0.88079708]),
    "tanh": ([0.5], {}, 0.46211715726000973),
    "step": ([[-1.0, 2.0]], {}, [0.0, 1.0]),
    "softmax": ([[0.3, 2.9, 4.0]], {}, [0.01821127, 0.24519181, 0.73659691]),
    "sum": ([[[1.0, 2.0], [3.0, 4.0]]], {"axis": 0}, [4.0, 6.0]),
    "mean": ([[[1.0, 2.0], [3.0, 4.0]]], {"axis": 1}, [1.5, 3.5]),
    "max": ([[[1.0, 2.0], [5.0, 4.0]]], {"axis": -1}, [2.0, 5.0]),
    "matmul": ([[[1.0, 2.0]], [[3.0], [4.0]]], {}, [[11.0]]),
    "transpose": ([[[1.0, 2.0, 3.0]]], {}, [[1.0], [2.0], [3.0]]),
    "affine": ([[[1.0, 2.0]], [[3.0], [4.0]], [5.0]], {}, [[16.0]]),
    "cross_entropy": ([[0.3, 0.6, 0.1], [0.0, 1.0, 0.0]], {}, 0.510825457099338),
    "softmax_with_loss": ([[0.3, 2.9, 4.0], [0.0, 0.0, 1.0]], {}, 0.30571447),
    "sigmoid_with_loss": ([[0.0, 1.0], [1.0, 0.0]], {}, 2.0064088681),
    "mean_squared_error": ([[[1.0, 2.0], [3.0, 5.0]], [[1.0, 0.0], [0.0, 4.0]]], {}, 3.5),
}


def graph_of(name: str, operands: list[Any], options: dict[str, int]) -> Graph:
    builder = GraphBuilder()
    inputs = [builder.input(f"x{i}", operand) for i, operand in enumerate(operands)]
    return builder.build(builder.apply(name, *inputs, options=options, name="z"))


def weighed_trace(
    name: str, operands: list[Any], options: dict[str, int], table: Table = OPERATIONS
) -> Trace:
    """A trace that begins backwards with another number in every entry: a plain sum might hide an error."""
    graph = graph_of(name, operands, options)
    shape = trace_graph(graph).output_array.shape
    weights = np.cos(np.arange(np.prod(shape, dtype=int)) + 0.5).reshape(shape)
    return trace_graph(graph, table, upstream=weights)


def test_every_row_has_a_point_to_be_tested_at() -> None:
    assert set(SMOOTH) == set(OPERATIONS)


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_a_row_says_all_that_is_drawn_from_it(row: Operation) -> None:
    assert row.symbol
    assert row.title
    assert row.rule.endswith(".")
    for formula in (row.formula, *(f for operand in row.operands for f in (operand.slope, operand.gradient))):
        assert formula.text
        assert formula.latex.count("{") == formula.latex.count("}")
        assert formula.latex.count(r"\left") == formula.latex.count(r"\right")
    for operand in row.operands:
        assert operand.gradient.text.startswith(f"∂L/∂{operand.name}"[:5])
    assert (row.kink is None) == (row.convention == "")
    if row.written and not row.variadic:
        fields = [field for _, field, _, _ in string.Formatter().parse(row.written) if field is not None]
        assert fields == [str(i) for i in range(row.arity)]


@pytest.mark.parametrize("name", NAMES)
def test_known_value(name: str) -> None:
    operands, options, expected = SMOOTH[name]
    trace = weighed_trace(name, operands, options)
    np.testing.assert_allclose(trace.values["z"], expected, rtol=1e-7, atol=1e-8)
    assert trace.values["z"].shape == np.shape(expected)


@pytest.mark.parametrize("name", NAMES)
def test_gradient_agrees_with_differences(name: str) -> None:
    operands, options, _ = SMOOTH[name]
    trace = weighed_trace(name, operands, options)
    for i in range(len(operands)):
        check = check_node(trace, f"x{i}")
        assert check.verdict is Verdict.AGREES, (check.node, check.gradient, check.numerical)
        assert check.difference < 1e-8


def planted(row: Operation, number: int, wrong: Callable[[Any], Any]) -> Operation:
    """The row with another local derivative for one operand."""
    right = row.operands[number]
    changed = replace(right, derivative=lambda *given, **options: wrong(right.derivative(*given, **options)))
    return replace(row, operands=(*row.operands[:number], changed, *row.operands[number + 1 :]))


@pytest.mark.parametrize(("name", "number"), [(row.name, i) for row in ROWS for i in range(row.arity)])
@pytest.mark.parametrize(
    "wrong", [lambda d: d * 1.02 + 0.01, lambda d: -d - 1.0], ids=["slightly off", "sign"]
)
def test_a_planted_derivative_is_found_out(name: str, number: int, wrong: Callable[[Any], Any]) -> None:
    operands, options, _ = SMOOTH[name]
    table = {**OPERATIONS, name: planted(OPERATIONS[name], number, wrong)}
    trace = weighed_trace(name, operands, options, table)
    verdicts = [check_node(trace, f"x{i}", table).verdict for i in range(len(operands))]
    for i, verdict in enumerate(verdicts):
        is_planted = i == number or OPERATIONS[name].variadic
        assert verdict is (Verdict.DIFFERS if is_planted else Verdict.AGREES), f"x{i}"


@pytest.mark.parametrize("row", [row for row in ROWS if row.parts], ids=lambda row: row.name)
def test_parts_use_the_operands_and_end_in_a_single_operation(row: Operation) -> None:
    parts = parse(row.parts)
    assert {node.id for node in parts.inputs} == {operand.name for operand in row.operands}
    assert parts.nodes[-1].id == parts.output
    assert not OPERATIONS[parts.node(parts.output).operation].parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = 0; y = relu(x)", 0.0),
        ("x = 0; y = leaky_relu(x)", 0.01),
        ("x = 0; y = abs(x)", 0.0),
        ("x = 3; y = step(x)", 0.0),
        ("x = 2; y = maximum(x, 2)", 0.5),
    ],
)
def test_convention_where_the_derivative_does_not_exist(text: str, expected: float) -> None:
    trace = trace_graph(parse(text))
    assert trace.gradients["x"] == expected
    step = trace.steps[-1]
    assert isinstance(step, BackwardStep)
    assert step.convention == OPERATIONS[step.operation].convention


def test_no_convention_is_said_where_the_derivative_exists() -> None:
    step = trace_graph(parse("x = 1; y = relu(x)")).steps[-1]
    assert isinstance(step, BackwardStep)
    assert step.convention == ""


def test_the_largest_entries_share_the_gradient() -> None:
    trace = trace_graph(parse("x = [[1, 4, 4], [0, 2, 1]]; y = sum(max(x, axis=1))"))
    np.testing.assert_array_equal(trace.gradients["x"], [[0, 0.5, 0.5], [0, 1, 0]])


@pytest.mark.parametrize(
    ("x", "w"),
    [
        ((3,), (3,)),
        ((3,), (3, 2)),
        ((2, 3), (3,)),
        ((2, 3), (3, 4)),
        ((5, 2, 3), (3, 4)),
        ((2, 3), (5, 3, 1)),
    ],
)
def test_matrix_products_of_all_ranks(x: tuple[int, ...], w: tuple[int, ...]) -> None:
    rng = np.random.default_rng(3)
    trace = weighed_trace("matmul", [rng.normal(size=x), rng.normal(size=w)], {})
    assert trace.values["z"].shape == (np.zeros(x) @ np.zeros(w)).shape
    for name, shape in (("x0", x), ("x1", w)):
        assert trace.gradients[name].shape == shape
        assert check_node(trace, name).verdict is Verdict.AGREES


@pytest.mark.parametrize("keepdims", [0, 1])
@pytest.mark.parametrize("axis", [None, 0, 1, -1])
@pytest.mark.parametrize("name", ["sum", "mean", "max"])
def test_reductions_over_every_axis(name: str, axis: int | None, keepdims: int) -> None:
    x = np.random.default_rng(4).normal(size=(2, 3))
    options = {"keepdims": keepdims} | ({} if axis is None else {"axis": axis})
    trace = weighed_trace(name, [x], options)
    expected = getattr(np, name)(x, axis=axis, keepdims=bool(keepdims))
    np.testing.assert_allclose(trace.values["z"], expected)
    assert trace.graph.shapes()[1] == np.shape(expected)
    assert check_node(trace, "x0").verdict is Verdict.AGREES


@pytest.mark.parametrize("axis", [0, -1])
@pytest.mark.parametrize("name", ["sum", "mean", "max"])
def test_a_single_number_has_one_axis(name: str, axis: int) -> None:
    trace = trace_graph(parse(f"x = 3; y = {name}(x, axis={axis})"))
    assert trace.output_array.shape == ()
    assert trace.output_array == 3.0
    assert trace_graph(parse(f"x = 3; {name}(x, axis={axis}, keepdims=1)")).output_array == 3.0


@pytest.mark.parametrize(("x", "axis"), [("2", 1), ("[1, 2]", 1), ("[1, 2]", -2), ("[[1, 2]]", 0.5)])
def test_an_axis_that_is_not_there_is_named(x: str, axis: float) -> None:
    with pytest.raises(GraphError, match=f"sum has no axis {axis} to go along in "):
        trace_graph(parse(f"x = {x}; sum(x, axis={axis})"))


@pytest.mark.parametrize(
    ("name", "shapes"),
    [
        ("add", ((2, 3), (4,))),
        ("matmul", ((2, 3), (2, 3))),
        ("matmul", ((), (3,))),
        ("affine", ((2, 3), (3, 4), (3,))),
        ("affine", ((2, 3), (2, 4), (4,))),
        ("softmax", ((),)),
        ("cross_entropy", ((2, 3), (3,))),
        ("mean_squared_error", ((2,), (3,))),
        ("total", ((2,), (3,), (2,))),
    ],
)
def test_shapes_that_do_not_match_are_refused_with_all_shapes(
    name: str, shapes: tuple[tuple[int, ...], ...]
) -> None:
    builder = GraphBuilder()
    inputs = [builder.input(f"x{i}", np.zeros(shape)) for i, shape in enumerate(shapes)]
    graph = builder.build(builder.apply(name, *inputs, name="z"))
    with pytest.raises(GraphError, match="do not match") as caught:
        trace_graph(graph)
    for shape in shapes:
        assert (str(shape) if shape else "a number") in str(caught.value)
    assert caught.value.fields["node"] == "z"


@pytest.mark.parametrize("scores", [[1e4, -1e4, 0.0], [1010.0, 1000.0, 990.0], [-745.0, -800.0, -900.0]])
def test_softmax_and_its_loss_do_not_overflow(scores: list[float]) -> None:
    trace = trace_graph(parse("loss = softmax_with_loss(x, [1, 0, 0])").with_values({"x": scores}))
    assert trace.is_finite
    assert np.all(np.isfinite(trace.gradients["x"]))
    assert np.isclose(np.sum(trace.gradients["x"]), 0.0)


def test_soft_targets_that_do_not_add_up_to_one() -> None:
    trace = trace_graph(parse("x = [[1, 2], [0, -1]]; t = [[0.2, 0.5], [3, 1]]; softmax_with_loss(x, t)"))
    assert check_node(trace, "x").verdict is Verdict.AGREES
    assert check_node(trace, "t").verdict is Verdict.AGREES


def test_powers_at_zero() -> None:
    trace = trace_graph(parse("x = 0; n = 2; y = x ** n"))
    assert trace.gradients == {"x": 0.0, "n": 0.0}
    assert trace_graph(parse("x = 0; y = x ** 0")).gradients == {"x": 0.0}
