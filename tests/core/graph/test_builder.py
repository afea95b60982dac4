"""Graphs that are built in code: nodes get numbers for names, and a name is given once."""

from __future__ import annotations

import pytest

from core.graph.builder import GraphBuilder
from core.graph.trace import trace_graph


def test_nodes_that_nobody_named_are_numbered_around_what_is_reserved() -> None:
    builder = GraphBuilder(reserved=["add2"])
    x = builder.input("x", 3.0)
    first = builder.apply("add", x, x)
    second = builder.apply("add", first, builder.constant(2.0))
    assert (first, second) == ("add1", "add3")
    assert len(builder) == 4
    assert "const1" in builder
    assert "add2" not in builder
    assert trace_graph(builder.build(second)).value == 8.0


def test_the_last_node_can_get_the_name_of_the_text_and_its_number_is_free_again() -> None:
    builder = GraphBuilder()
    x = builder.input("x", 3.0)
    assert builder.rename(builder.apply("add", x, x), "sum") == "sum"
    assert builder.apply("add", x, "sum") == "add1"
    with pytest.raises(ValueError, match="sum is not the last node"):
        builder.rename("sum", "other")


def test_a_name_is_given_once() -> None:
    builder = GraphBuilder()
    builder.input("x", 3.0)
    with pytest.raises(ValueError, match="two nodes are called x"):
        builder.input("x", 4.0)
