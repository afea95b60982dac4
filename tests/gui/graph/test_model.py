"""The model of the Graph workspace without a widget: subjects, kept places, jobs, checks, networks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.errors import GraphError, LabError
from core.graph.differences import Check, Verdict, check_node
from core.graph.network_graph import network_graph
from core.graph.trace import Trace, trace_graph
from core.nn.network import Network
from core.nn.spec import LayerSpec, NetworkSpec
from gui.graph.model.change import GraphChange
from gui.graph.model.model import GraphModel
from gui.graph.model.networks import Found
from gui.jobs.jobs import Jobs

CHAIN = "x = 0.5\n" + "\n".join(
    ["a0 = sin(x)", *(f"a{i} = {('cos', 'sin')[i % 2]}(a{i - 1})" for i in range(1, 300))]
)


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    found = Jobs()
    yield found
    found.shutdown()


@pytest.fixture
def model(jobs: Jobs) -> Iterator[GraphModel]:
    found = GraphModel(jobs)
    found.show_example("apple")
    yield found
    found.checking.stop()


def network(inputs: int = 784) -> Network:
    spec = NetworkSpec(inputs, (LayerSpec("affine", 3), LayerSpec("relu"), LayerSpec("affine", 10)))
    return Network(spec, 3, np.float64)


def image(pixels: int = 784) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    return np.random.default_rng(1).random((1, pixels)), np.array([7])


def ready(qtbot: QtBot, model: GraphModel) -> None:
    qtbot.waitUntil(lambda: not model.is_busy and model.cursor is not None and not model.stale)


def test_an_unknown_example_is_refused(model: GraphModel) -> None:
    with pytest.raises(GraphError, match="Did you mean “apple”"):
        model.show_example("aple")
    assert model.subject.key == "apple"


def test_the_cursor_stops_at_both_ends(model: GraphModel) -> None:
    model.step_back()
    assert model.position == 0
    model.go(99)
    assert model.position == 4
    model.step()
    assert model.position == 4


def test_a_graph_too_large_to_draw_is_refused_with_the_limit(model: GraphModel) -> None:
    before = model.trace
    with pytest.raises(GraphError, match=r"its 5,000 nodes .* at most 4,000 are drawn"):
        model.draw("y = " + " + ".join(["x"] * 5_000))
    assert model.trace is before
    assert model.stale


def test_moving_computes_nothing(model: GraphModel) -> None:
    trace = model.trace
    for position in (1, 4, 2, 0):
        model.go(position)
    assert model.trace is trace


def test_a_value_keeps_the_place_and_is_marked_as_edited(model: GraphModel) -> None:
    model.go(3)
    model.set_value("tax", "2")
    assert model.position == 3
    assert model.edited
    assert model.trace is not None
    assert model.trace.value == 400
    model.reset_values()
    assert model.trace.value == pytest.approx(220)
    assert not model.edited
    assert model.position == 3


@pytest.mark.parametrize("text", ["", "two", "1 2", "[1, [2]]"])
def test_a_value_that_is_none_changes_nothing(model: GraphModel, text: str) -> None:
    trace = model.trace
    with pytest.raises(LabError):
        model.set_value("tax", text)
    assert model.trace is trace
    assert not model.edited


@pytest.mark.parametrize("position", range(11))
def test_opening_and_closing_keeps_what_is_known(model: GraphModel, position: int) -> None:
    model.show_example("neuron")
    model.go(position)
    assert model.cursor is not None
    names = [node.id for node in model.cursor.trace.graph.nodes if node.id != "y"]

    def known() -> list[tuple[bool, bool]]:
        cursor = model.cursor
        assert cursor is not None
        return [(cursor.value(n) is not None, cursor.gradient(n) is not None) for n in names]

    before = known()
    model.open("y")
    assert known() == before
    model.close("y")
    assert known() == before
    assert model.position == position


def test_an_edit_keeps_the_place_among_the_parts_of_a_compound(model: GraphModel) -> None:
    model.show_example("sigmoid")
    model.open("y")
    assert model.trace is not None
    for position in range(len(model.trace.steps) + 1):
        model.go(position)
        model.set_value("x", "0.5")
        assert model.position == position


def test_closing_from_inside_goes_to_the_step_of_the_compound(model: GraphModel) -> None:
    model.show_example("sigmoid")
    model.open("y")
    assert model.trace is not None
    model.go(model.trace.forward_at["y/exp"] + 1)
    model.select("y/exp")
    model.close("y")
    assert model.position == model.trace.forward_at["y"] + 1
    assert model.selected == "y"


def test_an_expression_keeps_known_values_and_begins_the_others_with_1(model: GraphModel) -> None:
    model.set_value("tax", "3")
    model.draw("y = tax * b + c")
    assert model.trace is not None
    assert model.trace.value == 4
    assert model.subject.began_with == ("b", "c")
    assert model.subject.text == "y = tax * b + c"


def test_a_mistake_leaves_the_picture_stale_until_something_is_drawn(model: GraphModel) -> None:
    trace = model.trace
    with pytest.raises(LabError):
        model.draw("y = (x")
    assert model.stale
    assert model.trace is trace
    model.draw("y = x")
    assert not model.stale


def test_a_long_expression_is_traced_in_a_job(qtbot: QtBot, model: GraphModel) -> None:
    model.draw(CHAIN)
    assert model.is_busy
    assert model.stale
    assert model.subject.key == "apple"
    ready(qtbot, model)
    assert model.trace is not None
    assert len(model.trace.steps) == 600
    model.go(450)
    model.set_value("x", "0.25")
    ready(qtbot, model)
    assert model.position == 450


def test_the_newest_wish_wins(qtbot: QtBot, model: GraphModel) -> None:
    model.draw(CHAIN)
    model.show_example("add")
    assert not model.is_busy
    qtbot.wait(50)
    assert model.subject.key == "add"
    assert not model.stale


def test_large_graphs_are_checked_when_the_cursor_rests(qtbot: QtBot, model: GraphModel) -> None:
    model.draw(CHAIN)
    ready(qtbot, model)
    model.to_end()
    assert model.checking.of == {}
    qtbot.waitUntil(lambda: "x" in model.checking.of)
    assert model.checking.of["x"].verdict is Verdict.AGREES
    model.set_value("x", "0.75")
    ready(qtbot, model)
    model.checking.stop()
    assert "x" not in model.checking.of or model.checking.of["x"].gradient != 0


def test_a_check_is_made_once_and_forgotten_with_the_numbers(
    model: GraphModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def noting_check(trace: Trace, node: str) -> Check:
        made.append(node)
        return check_node(trace, node)

    monkeypatch.setattr("gui.graph.model.checking.check_node", noting_check)
    model.to_end()
    model.to_start()
    model.to_end()
    assert sorted(made) == ["apple", "multiply1", "n", "price", "tax"]
    model.set_value("n", "3")
    assert made.count("apple") == 2
    assert model.checking.of.keys() == set(made)


def test_all_entries_of_a_large_array_are_compared_on_request(qtbot: QtBot, model: GraphModel) -> None:
    model.show_network(Found(network(400), *image(400)))
    ready(qtbot, model)
    model.to_end()
    qtbot.waitUntil(lambda: "x" in model.checking.of and "W1" in model.checking.of)
    assert model.checking.of["W1"].is_sample
    model.checking.stop()
    told: list[str] = []

    def note(what: GraphChange) -> None:
        if GraphChange.CHECKS in what:
            told.append(model.checking.whole)

    model.changed.connect(note)
    model.checking.check_all_entries("W1")
    qtbot.waitUntil(lambda: not model.checking.of["W1"].is_sample)
    assert model.checking.of["W1"].verdict is Verdict.AGREES
    assert told == ["W1", ""]


def test_comparing_all_entries_ends_when_a_value_changes(qtbot: QtBot, jobs: Jobs) -> None:
    model = GraphModel(jobs)
    model.show_network(Found(network(), *image()))
    ready(qtbot, model)
    model.checking.check_all_entries("W1")
    model.show_example("apple")
    assert model.checking.whole == ""
    jobs.shutdown()  # returns at once: the thread has ended by itself


def test_a_network_is_drawn_with_the_numbers_it_has_now(qtbot: QtBot, model: GraphModel) -> None:
    net, (x, t) = network(), image()
    model.show_network(Found(net, x, t), "Mine")
    before = net.params["W1"].copy()
    net.params["W1"] = 0 * before  # it goes on training
    ready(qtbot, model)
    assert model.subject.heading == "Mine"
    assert model.trace is not None
    np.testing.assert_array_equal(model.trace.values["W1"], before)
    expected = net.copy()
    expected.params["W1"] = before
    gradient = expected.gradient(x, t)
    np.testing.assert_allclose(model.trace.gradient("W1"), gradient["W1"], atol=1e-10)


def test_one_output_of_affine_is_drawn_with_its_upstream_gradient(qtbot: QtBot, model: GraphModel) -> None:
    net, (x, t) = network(), image()
    whole = trace_graph(network_graph(net, x, t))
    model.show_network(Found(net, x, t))
    ready(qtbot, model)
    model.go(3)
    model.show_output("Affine 2", 0, 7)
    assert model.trace is not None
    assert model.trace.value == pytest.approx(
        float(np.asarray(whole.values["Affine 2"])[0, 7])
        * float(np.asarray(whole.gradient("Affine 2"))[0, 7])
    )
    np.testing.assert_allclose(
        model.trace.gradient("W2[1,7]"), np.asarray(whole.gradient("W2"))[1, 7], atol=1e-12
    )
    model.set_value("W2[1,7]", "0.5")
    upstream = float(np.asarray(whole.gradient("Affine 2"))[0, 7])
    assert model.trace.gradient("b2[7]") == pytest.approx(upstream)
    assert model.can_leave
    model.leave_output()
    ready(qtbot, model)
    assert not model.can_leave
    assert model.position == 3


def test_an_output_that_is_not_there_is_refused(qtbot: QtBot, model: GraphModel) -> None:
    model.show_example("affine")
    with pytest.raises(GraphError, match="has no output"):
        model.show_output("Y", 5, 0)
    assert model.subject.key == "affine"
