"""The examples: all that are promised, their numbers against the book's, and every gradient checked."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import numpy as np
import pytest

from core.errors import GraphError
from core.graph.book import matches
from core.graph.compound import can_open, open_node
from core.graph.differences import Verdict, checks
from core.graph.examples import EXAMPLES, Example, example
from core.graph.trace import trace_graph

PROMISED = [
    "apple", "apple-orange", "add", "multiply", "relu", "sigmoid", "sigmoid-parts", "tanh",
    "softmax", "softmax-with-loss", "affine", "three-layer", "cross-entropy", "mean-squared-error",
    "reused-value", "neuron", "softmax-naive", "simple-net", "xor-gates", "two-layer-mnist",
]  # fmt: skip


BOOK: dict[str, Any] = json.loads(
    files("core.graph").joinpath("book_numbers.json").read_text(encoding="utf-8")
)
OVERFLOWS = "softmax-naive"


def test_every_promised_example_is_there() -> None:
    assert set(PROMISED) <= set(EXAMPLES)


def test_the_book_is_about_these_examples() -> None:
    assert set(BOOK) <= set(EXAMPLES)
    in_the_book = {*PROMISED, "simple-net-notes"} - {
        "add", "multiply", "relu", "tanh", "affine", "reused-value", "neuron", "two-layer-mnist"
    }  # fmt: skip
    assert set(BOOK) == in_the_book


@pytest.mark.parametrize("name", BOOK)
def test_the_printed_numbers_agree_to_all_digits(name: str) -> None:
    found = EXAMPLES[name].compare_with_book()
    assert len(found) == len(BOOK[name]["numbers"])
    for check in found:
        assert check.matches, (check.number.node, check.computed, check.number.printed)


def test_a_number_that_does_not_agree_is_seen() -> None:
    assert matches(np.float64(2.2), "2.2")
    assert matches(np.float64(0.24519181), "0.24519181")
    assert not matches(np.float64(2.26), "2.2")
    assert not matches(np.float64(0.245191816), "0.24519181")
    assert not matches(np.array([1.0, 2.0]), "1")
    assert not matches(np.array([1.0, 2.0]), ["1", "2.1"])
    assert not matches(np.float64(np.nan), "0")
    assert matches(np.float64(np.nan), "nan")
    assert matches(np.float64(4.53978686e-05), "4.53978686e-05")
    assert not matches(np.float64(4.53978696e-05), "4.53978686e-05")


@pytest.mark.parametrize("item", EXAMPLES.values(), ids=lambda item: item.name)
def test_every_gradient_of_an_example_agrees_with_differences(item: Example) -> None:
    trace = trace_graph(item.graph())
    nodes = trace.differentiated
    verdicts = {check.node: check.verdict for check in checks(trace, nodes)}
    expected = Verdict.UNDEFINED if item.name == OVERFLOWS else Verdict.AGREES
    assert verdicts == dict.fromkeys(nodes, expected)


@pytest.mark.parametrize("item", EXAMPLES.values(), ids=lambda item: item.name)
def test_an_example_introduces_itself(item: Example) -> None:
    assert item.title
    assert item.description.endswith((".", "?"))
    assert (item.expression == "") == (item.network is not None)
    assert item.graph().missing == ()


@pytest.mark.parametrize("item", EXAMPLES.values(), ids=lambda item: item.name)
def test_an_example_opened_gives_the_same(item: Example) -> None:
    graph = item.graph()
    opened = graph
    for node in graph.operations:
        if can_open(graph, node.id):
            opened = open_node(opened, node.id)
    np.testing.assert_allclose(trace_graph(opened).output_array, trace_graph(graph).output_array, rtol=1e-12)


def test_the_naive_softmax_overflows_step_by_step() -> None:
    trace = trace_graph(example("softmax-naive").graph())
    notes = [step.trouble for step in trace.troubles[:3] if step.trouble is not None]
    assert [note.origin for note in notes] == [True, False, True]
    assert "709.78" in notes[0].text


def test_two_layer_mnist_looks_at_a_digit() -> None:
    trace = trace_graph(example("two-layer-mnist").graph())
    assert [node.id for node in trace.graph.nodes] == [
        "x", "W1", "b1", "Affine 1", "ReLU 1", "W2", "b2", "Affine 2", "t", "loss"
    ]  # fmt: skip
    assert trace.values["x"].shape == (1, 784)
    assert 0 <= np.min(trace.values["x"]) < np.max(trace.values["x"]) <= 1
    assert trace.gradients["W1"].shape == (784, 80)
    assert abs(float(trace.value) - np.log(10)) < 0.1


def test_an_example_that_does_not_exist() -> None:
    with pytest.raises(GraphError, match=r"no example “aple”. Did you mean “apple”\?"):
        example("aple")
    with pytest.raises(GraphError, match=r"no example “zzz”. Known: apple, apple-orange, "):
        example("zzz")
