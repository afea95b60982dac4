"""Numbers, arrays and steps in words."""

from __future__ import annotations

import numpy as np
import pytest

from core.graph.expression import parse
from core.graph.graph import as_value
from core.graph.text import captions, forward_text, number_text, product_text, value_text
from core.graph.trace import BackwardStep, ForwardStep, Trace, trace_graph


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (220.00000000000003, "220"),
        (1e-7, "1e-07"),
        (-0.0, "0"),
        (np.inf, "inf"),
        (np.nan, "nan"),
        (2.5, "2.5"),
    ],
)
def test_numbers(number: float, text: str) -> None:
    assert number_text(number) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2.0, "2"),
        ([1, 2.5], "[1, 2.5]"),
        ([[1, 2], [3, 4]], "[[1, 2], [3, 4]]"),
        (np.arange(8), "(8,) [0, 1, 2, … 5, 6, 7]"),
        (np.ones((2, 4)), "(2, 4) [1, 1, 1, … 1, 1, 1]"),
    ],
)
def test_values(value: object, text: str) -> None:
    assert value_text(as_value(value)) == text  # type: ignore[arg-type]


def test_captions_are_names_or_short_expressions() -> None:
    graph = parse("multiply_me = x * 2; y = (apple * n + orange * m) * multiply_me + exp(-apple)")
    assert captions(graph) == {
        "x": "x",
        "const1": "2",
        "multiply_me": "multiply_me",
        "apple": "apple",
        "n": "n",
        "multiply1": "apple × n",
        "orange": "orange",
        "m": "m",
        "multiply2": "orange × m",
        "add1": "(apple × n) + (orange × m)",
        "multiply3": "multiply3",
        "negative1": "−apple",
        "exp1": "exp(−apple)",
        "y": "y",
    }


def test_captions_of_a_long_chain_stay_short() -> None:
    found = captions(parse("+".join(["x"] * 2000)))
    assert max(map(len, found.values())) <= 32


def _lines(trace: Trace) -> list[str]:
    lines = []
    for step in trace.steps:
        if isinstance(step, ForwardStep):
            lines.append(forward_text(step))
        if isinstance(step, BackwardStep):
            lines += [product_text(step, share) for share in step.contributions]
    return lines


def test_steps_with_their_numbers() -> None:
    assert _lines(trace_graph(parse("x = -2; y = 3; z = x * y"))) == ["(-2) × 3", "1 × 3", "1 × (-2)"]
    assert _lines(trace_graph(parse("x = -2; y = exp(x)"))) == ["exp(-2)", "1 × 0.135335"]


def test_matrix_products_are_written_in_their_order() -> None:
    graph = parse("y = x @ w").with_values({"x": np.ones((4, 2)), "w": np.ones((2, 3))})
    assert _lines(trace_graph(graph)) == [
        "(4, 2) @ [[1, 1, 1], [1, 1, 1]]",
        "(4, 3) @ [[1, 1], [1, 1], [1, 1]]",
        "(2, 4) @ (4, 3)",
    ]
    vector = parse("x = [1, 2]; w = [[3], [4]]; y = x @ w")
    assert _lines(trace_graph(vector))[-1] == "[1, 2]ᵀ @ [1]"
