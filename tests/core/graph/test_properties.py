"""Random graphs, arrays included: the gradients agree with central differences that are made here, and with
PyTorch's autograd where PyTorch is installed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from core.errors import GraphError
from core.graph.builder import GraphBuilder
from core.graph.compound import can_open, open_node
from core.graph.differences import Verdict, checks
from core.graph.graph import Graph
from core.graph.ops.operation import Value
from core.graph.trace import trace_graph
from tests.core.pytorch import pytorch

SHAPES = [(), (3,), (1, 3), (2, 1), (2, 3), (3, 3)]
UNARY = ["negative", "sin", "cos", "abs", "relu", "leaky_relu", "sigmoid", "tanh", "exp", "transpose"]
BINARY = ["add", "subtract", "multiply", "maximum", "matmul", "mean_squared_error", "sigmoid_with_loss"]
LIMIT = 100.0
"""Larger values are drawn back by a tanh, so that rounding does not drown the differences."""


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """A graph of up to a dozen operations over up to three inputs, every value reachable again."""
    builder = GraphBuilder()
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    nodes = [
        builder.input(f"x{i}", rng.normal(size=draw(st.sampled_from(SHAPES))))
        for i in range(draw(st.integers(1, 3)))
    ]
    for _ in range(draw(st.integers(1, 8))):
        nodes.append(_apply(draw, builder, nodes))
        if not np.all(np.abs(trace_graph(builder.build(nodes[-1])).output_array) < LIMIT):
            nodes.append(builder.apply("tanh", nodes[-1]))
    return builder.build(nodes[-1])


def _apply(draw: st.DrawFn, builder: GraphBuilder, nodes: list[str]) -> str:
    """Some operation over some nodes, or a sum with one of them where the shapes do not fit."""
    x, y, z = (draw(st.sampled_from(nodes)) for _ in range(3))
    shapes = dict(zip(builder.build(x).index, builder.build(x).shapes(), strict=True))
    kind = draw(st.sampled_from(["unary", "binary", "guarded", "reduce", "rows", "affine"]))
    if kind == "unary":
        return builder.apply(draw(st.sampled_from(UNARY)), x)
    if kind == "guarded":
        # A denominator, a base and the operand of a logarithm that stay above 1.
        above = builder.apply("add", builder.apply("multiply", x, x), builder.constant(1.5))
        operation = draw(st.sampled_from(["divide", "power", "log", "sqrt"]))
        if operation in ("log", "sqrt"):
            return builder.apply(operation, above)
        inside = builder.apply("tanh", y)
        candidate = (inside, above) if operation == "divide" else (above, inside)
        return _fitting(builder, operation, candidate, above)
    if kind == "reduce" and shapes[x]:
        axis = draw(st.sampled_from([None, *range(len(shapes[x]))]))
        options = {"axis": axis, "keepdims": draw(st.integers(0, 1))}
        return builder.apply(draw(st.sampled_from(["sum", "mean", "max"])), x, options=options)
    if kind == "rows" and shapes[x]:
        operation = draw(st.sampled_from(["softmax", "softmax_with_loss", "cross_entropy"]))
        if operation == "softmax":
            return builder.apply("softmax", x)
        scores = builder.apply("softmax", x) if operation == "cross_entropy" else x
        return _fitting(builder, operation, (scores, y), scores)
    if kind == "affine":
        return _fitting(builder, "affine", (x, y, z), x)
    return _fitting(builder, draw(st.sampled_from(BINARY)), (x, y), x)


def _fitting(builder: GraphBuilder, operation: str, operands: tuple[str, ...], otherwise: str) -> str:
    trial = GraphBuilder()
    graph = builder.build(otherwise)
    shapes = dict(zip(graph.index, graph.shapes(), strict=True))
    inputs = [trial.input(f"x{i}", np.zeros(shapes[operand])) for i, operand in enumerate(operands)]
    try:
        trial.build(trial.apply(operation, *inputs)).shapes()
    except GraphError:
        return builder.apply("sin", otherwise)
    return builder.apply(operation, *operands)


def _output(graph: Graph, name: str, value: Any) -> float:
    return float(trace_graph(graph.with_values({name: value})).value)


@given(graphs())
def test_random_graphs_agree_with_central_differences(graph: Graph) -> None:
    trace = trace_graph(graph)
    h = 1e-5
    for name, gradient in trace.gradients.items():
        value = np.array(trace.values[name])
        flat = np.ravel(gradient)
        for entry in range(value.size):
            step = np.zeros(value.size)
            step[entry] = h
            shift = step.reshape(value.shape)
            above, below = _output(graph, name, value + shift), _output(graph, name, value - shift)
            left, right = (float(trace.value) - below) / h, (above - float(trace.value)) / h
            # Left and right differ where a corner is near: there is no derivative to compare with.
            if abs(left - right) > 1e-2 * (1 + abs(left) + abs(right)):
                continue
            scale = 1 + abs(flat[entry]) + abs(float(trace.value))
            assert abs(flat[entry] - (left + right) / 2) < 1e-4 * scale, (name, entry)


@given(graphs())
def test_no_right_gradient_of_a_random_graph_is_blamed(graph: Graph) -> None:
    trace = trace_graph(graph)
    for check in checks(trace, trace.differentiated):
        assert check.verdict in (Verdict.AGREES, Verdict.KINK), (check.node, check.difference)


@given(graphs())
def test_random_graphs_opened_give_the_same(graph: Graph) -> None:
    trace = trace_graph(graph)
    opened = graph
    for node in graph.operations:
        if can_open(opened, node.id):
            opened = open_node(opened, node.id)
    other = trace_graph(opened)
    assume(other.is_finite)
    np.testing.assert_allclose(other.output_array, trace.output_array, rtol=1e-9, atol=1e-9)
    for name, gradient in trace.gradients.items():
        np.testing.assert_allclose(other.gradients[name], gradient, rtol=1e-7, atol=1e-8)


@given(graphs())
def test_random_graphs_agree_with_pytorch(graph: Graph) -> None:
    torch = pytorch()
    trace = trace_graph(graph)
    inputs = {
        node.id: torch.tensor(np.array(node.value), requires_grad=True, dtype=torch.float64)
        for node in graph.inputs
    }
    output = _with_torch(torch, graph, inputs)
    np.testing.assert_allclose(trace.output_array, output.detach().numpy(), rtol=1e-9, atol=1e-9)
    output.sum().backward()
    for name, tensor in inputs.items():
        expected = np.zeros(tensor.shape) if tensor.grad is None else tensor.grad.numpy()
        np.testing.assert_allclose(trace.gradients[name], expected, rtol=1e-9, atol=1e-9)


def _with_torch(torch: Any, graph: Graph, inputs: dict[str, Any]) -> Any:
    """The output of the same graph, computed by PyTorch's own operations."""
    rules = _torch_rules(torch)
    values: dict[str, Any] = dict(inputs)
    for node in graph.nodes:
        if node.is_constant:
            values[node.id] = torch.tensor(np.array(node.value), dtype=torch.float64)
        elif node.is_operation:
            operands = [values[operand] for operand in node.operands]
            values[node.id] = rules[node.operation](*operands, **dict(node.options))
    return values[graph.output]


def _torch_rules(torch: Any) -> dict[str, Callable[..., Any]]:
    functional = torch.nn.functional

    def rows(x: Any) -> float:
        return x.numel() / x.shape[-1] if x.ndim else 1.0

    def reduce(name: str) -> Callable[..., Any]:
        def rule(x: Any, axis: int | None, keepdims: int) -> Any:
            axes = tuple(range(x.ndim)) if axis is None else (axis,)
            return getattr(torch, name)(x, dim=axes, keepdim=bool(keepdims))

        return rule

    return {
        "add": torch.add,
        "subtract": torch.sub,
        "multiply": torch.mul,
        "divide": torch.div,
        "power": torch.pow,
        "negative": torch.neg,
        "sin": torch.sin,
        "cos": torch.cos,
        "exp": torch.exp,
        "log": torch.log,
        "sqrt": torch.sqrt,
        "abs": torch.abs,
        "maximum": torch.maximum,
        "relu": torch.relu,
        "leaky_relu": lambda x, slope: functional.leaky_relu(x, slope),
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "softmax": lambda x: torch.softmax(x, dim=-1),
        "transpose": lambda x: x.permute(tuple(reversed(range(x.ndim)))),
        "matmul": torch.matmul,
        "affine": lambda x, w, b: x @ w + b,
        "sum": reduce("sum"),
        "mean": reduce("mean"),
        "max": reduce("amax"),
        "mean_squared_error": lambda y, t: 0.5 * ((y - t) ** 2).sum() / rows(y),
        "sigmoid_with_loss": lambda x, t: (
            functional.binary_cross_entropy_with_logits(x, t, reduction="sum") / rows(x)
        ),
        "softmax_with_loss": lambda x, t: -(t * torch.log_softmax(x, dim=-1)).sum() / rows(x),
        "cross_entropy": lambda y, t: -(t * torch.log(y + 1e-7)).sum() / rows(y),
    }


def value_range(values: list[Value]) -> float:
    return max(float(np.max(np.abs(value))) for value in values)


@given(graphs())
def test_the_random_graphs_are_worth_testing(graph: Graph) -> None:
    """They hang on an input, stay in range, and every gradient has its input's shape."""
    trace = trace_graph(graph)
    assert trace.is_finite
    assert value_range(list(trace.values.values())) < 1e60
    for name, gradient in trace.gradients.items():
        assert gradient.shape == trace.values[name].shape
