"""Central differences: they agree with right gradients, name kinks, sample, and use forward rules alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.graph.differences import MAX_COMPARED, SAMPLES, Verdict, check_inputs, check_node, checks, nudge
from core.graph.expression import parse
from core.graph.ops import OPERATIONS
from core.graph.trace import Trace, trace_graph


def traced(text: str) -> Trace:
    return trace_graph(parse(text))


def _forbidden(*given: Any, **options: Any) -> Any:
    raise AssertionError("a difference called a backward rule")


def test_a_difference_never_calls_a_backward_rule() -> None:
    trace = traced("x = [1, 2]; W = [[1, 2], [3, 4]]; loss = softmax_with_loss(sin(x @ W), [0, 1])")
    table = {
        name: replace(
            row,
            operands=tuple(replace(op, derivative=_forbidden, pull=_forbidden) for op in row.operands),
        )
        for name, row in OPERATIONS.items()
    }
    found = check_inputs(trace, table)
    assert [check.verdict for check in found.values()] == [Verdict.AGREES, Verdict.AGREES]
    assert nudge(trace, "x", 1e-3, table).real != 0


def test_every_node_can_be_checked() -> None:
    trace = traced("apple = 100; n = 2; tax = 1.1; price = (apple * n) * tax")
    found = {check.node: check for check in checks(trace, trace.differentiated)}
    assert set(found) == {"apple", "n", "tax", "multiply1", "price"}
    assert all(check.verdict is Verdict.AGREES for check in found.values())
    assert found["tax"].numerical == pytest.approx(200)
    assert found["tax"].difference < 1e-8


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("x = 0; relu(x)", Verdict.KINK),
        ("x = 1e-7; relu(x)", Verdict.AGREES),
        ("x = 0; abs(x)", Verdict.AGREES),
        ("x = 2; maximum(x, 2)", Verdict.AGREES),
        ("x = 0; step(x)", Verdict.KINK),
        ("x = 1e-6; step(x)", Verdict.AGREES),
        ("x = 0; 3 * relu(x) + sin(x)", Verdict.KINK),
        ("x = [0, 1, 2]; relu(x - 1)", Verdict.KINK),
        ("x = 1e-9; log(x)", Verdict.AGREES),
        ("x = 0; x * x", Verdict.AGREES),
        ("x = 0; x * abs(x)", Verdict.AGREES),
        ("x = 0; x ** 3", Verdict.AGREES),
        ("x = 30; exp(x)", Verdict.AGREES),
        ("x = 1e-3; sin(1 / x)", Verdict.AGREES),
        ("x = 1e150; x * 2", Verdict.AGREES),
        ("x = 0; sqrt(x)", Verdict.UNDEFINED),
        ("x = -1; log(x)", Verdict.UNDEFINED),
        ("x = 0; 1 / x", Verdict.UNDEFINED),
    ],
)
def test_verdicts(text: str, verdict: Verdict) -> None:
    assert check_node(traced(text), "x").verdict is verdict


def test_a_wrong_gradient_is_blamed_even_where_other_entries_have_a_kink() -> None:
    row = OPERATIONS["relu"]
    wrong = replace(row.operands[0], derivative=lambda y, x: (x > 0) * 2.5)
    table = {**OPERATIONS, "relu": replace(row, operands=(wrong,))}
    check = check_node(trace_graph(parse("x = [0, 2]; relu(x)"), table), "x", table)
    assert check.verdict is Verdict.DIFFERS
    assert (check.worst, check.difference) == (1, pytest.approx(1.5))


@pytest.mark.parametrize("error", [1e-4, 1e-2, 1.0])
def test_rounding_of_a_large_output_does_not_hide_a_wrong_gradient(error: float) -> None:
    row = OPERATIONS["sin"]
    wrong = replace(row.operands[0], derivative=lambda y, x: np.cos(x) + error)
    table = {**OPERATIONS, "sin": replace(row, operands=(wrong,))}
    graph = parse("x = 2; sin(x) + 1e6")
    assert check_node(trace_graph(graph), "x").verdict is Verdict.AGREES
    assert check_node(trace_graph(graph, table), "x", table).verdict is Verdict.DIFFERS


@pytest.mark.parametrize("x", [0.0137562, 0.005, 0.02, 0.1])
def test_a_right_gradient_of_zero_beside_a_corner_is_not_blamed(x: float) -> None:
    """y = max(x, s) with s just below x: one step of the difference is beyond the kink, the next is not."""
    right = traced(f"x = {x}; s = sin(x); y = maximum(x, s)")
    assert right.gradient("s") == 0
    assert check_node(right, "s").verdict in (Verdict.AGREES, Verdict.KINK)
    row = OPERATIONS["maximum"]
    wrong = replace(row, operands=tuple(reversed(row.operands)))
    table = {**OPERATIONS, "maximum": wrong}
    blamed = trace_graph(parse(f"x = {x}; s = sin(x); y = maximum(x, s)"), table)
    assert check_node(blamed, "s", table).verdict is not Verdict.AGREES


def test_large_arrays_are_sampled_unless_all_is_asked_for() -> None:
    trace = trace_graph(parse("sum(x * x)").with_values({"x": np.linspace(-1, 1, MAX_COMPARED + 1)}))
    check = check_node(trace, "x")
    assert check.is_sample
    assert check.compared.size == SAMPLES == np.count_nonzero(~np.isnan(check.numerical))
    np.testing.assert_array_equal(check.compared, check_node(trace, "x").compared)
    assert not np.array_equal(check.compared, check_node(trace, "x", seed=1).compared)
    whole = check_node(trace, "x", everything=True)
    assert not whole.is_sample
    np.testing.assert_allclose(whole.numerical, trace.gradients["x"], atol=1e-8)
    assert not check_node(
        trace_graph(parse("x * x").with_values({"x": np.ones(MAX_COMPARED)})), "x"
    ).is_sample


def test_of_very_many_inputs_some_are_checked() -> None:
    names = [f"x{i}" for i in range(MAX_COMPARED + 1)]
    graph = parse("+".join(names)).with_values(dict.fromkeys(names, 1.0))
    assert len(check_inputs(trace_graph(graph))) == SAMPLES


def test_a_nudge_predicts_and_tells_the_truth() -> None:
    trace = traced("apple = 100; n = 2; tax = 1.1; price = (apple * n) * tax")
    apples = nudge(trace, "apple", 1)
    assert (apples.predicted, apples.real) == (pytest.approx(2.2), pytest.approx(2.2))
    square = nudge(traced("x = 3; x * x"), "x", 0.5)
    assert (square.predicted, square.real) == (pytest.approx(3.0), pytest.approx(3.25))
    one_entry = nudge(traced("x = [1, 2]; x * x"), "x", [0, 0.1])
    assert (one_entry.predicted, one_entry.real) == (pytest.approx(0.4), pytest.approx(0.41))


def test_differences_follow_the_seed_of_the_trace() -> None:
    trace = trace_graph(parse("x = [1, 2]; x * x"), upstream=[10, 100])
    np.testing.assert_allclose(check_node(trace, "x").numerical, [20, 400])
