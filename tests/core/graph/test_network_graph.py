"""A network as a graph: its gradients are those of `Network.gradient`, its numbers those of the moment."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.graph.compound import affine_output, open_node
from core.graph.network_graph import network_graph, two_layer_digit
from core.graph.trace import trace_graph
from core.nn.layer_kinds import LAYERS
from core.nn.network import Network
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec
from core.training.presets import preset

# Affine stands between them.
ACTIVATIONS = [kind for kind, row in LAYERS.items() if kind != "affine" and not row.no_training]
LOSSES = [
    LossSpec("softmax"),
    LossSpec("sigmoid_cross_entropy"),
    LossSpec("squared_error", "sum"),
    LossSpec("squared_error", "mean"),
    LossSpec("squared_error", "mean_of_sum_gradient"),
]


def network_of(spec: NetworkSpec, seed: int) -> Network:
    """The network in float64, with biases and the shift of batch normalization away from 0."""
    network = Network(spec, seed, np.float64)
    rng = np.random.default_rng(seed)
    network.params.vector += rng.normal(size=network.params.vector.shape) * 0.1
    network.state.vector += rng.uniform(size=network.state.vector.shape) * 0.1
    return network


def examples_of(network: Network, count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    spec = network.spec
    x = rng.normal(size=(count, spec.input_size))
    if spec.loss.kind == "softmax":
        return x, rng.integers(0, spec.output_size, count)
    return x, rng.integers(0, 2, (count, spec.output_size)).astype(float)


@st.composite
def specs(draw: st.DrawFn) -> NetworkSpec:
    layers = []
    for _ in range(draw(st.integers(0, 3))):
        layers.append(LayerSpec("affine", draw(st.integers(1, 5)), bias=draw(st.booleans())))
        for kind in draw(st.lists(st.sampled_from(ACTIVATIONS), max_size=3)):
            layers.append(LayerSpec(kind, rate=0.4, slope=0.2))
    layers.append(LayerSpec("affine", draw(st.integers(2, 4)), bias=draw(st.booleans())))
    if draw(st.booleans()):
        layers.append(LayerSpec(draw(st.sampled_from(ACTIVATIONS))))
    return NetworkSpec(draw(st.integers(1, 4)), tuple(layers), draw(st.sampled_from(LOSSES)))


@given(specs(), st.integers(0, 1000), st.integers(3, 5))
def test_gradients_are_those_of_the_network(spec: NetworkSpec, seed: int, count: int) -> None:
    network = network_of(spec, seed)
    x, t = examples_of(network, count, seed)
    trace = trace_graph(network_graph(network, x, t))
    # Afterwards: the graph must foresee the units that this step drops, and not use up their chance.
    gradient = network.gradient(x, t)
    assert set(gradient) == set(trace.gradients) - {"x", "t"}
    for name in gradient:
        np.testing.assert_allclose(trace.gradients[name], gradient[name], rtol=0, atol=1e-10)


@given(specs(), st.integers(0, 1000))
def test_a_prediction_is_that_of_the_network(spec: NetworkSpec, seed: int) -> None:
    network = network_of(spec, seed)
    x, t = examples_of(network, 1, seed)
    trace = trace_graph(network_graph(network, x[0], t, training=False))
    loss = network.loss(x, t)
    if spec.loss.form == "mean_of_sum_gradient" and spec.loss.kind == "squared_error":
        loss *= spec.output_size
    assert float(trace.value) == pytest.approx(loss, rel=1e-10, abs=1e-12)


def test_the_nodes_bear_the_networks_names() -> None:
    layers = (LayerSpec("affine", 3), LayerSpec("batch_norm"), LayerSpec("relu"), LayerSpec("dropout"))
    spec = NetworkSpec(2, (*layers, LayerSpec("affine", 2, bias=False)))
    graph = network_graph(network_of(spec, 0), np.ones((3, 2)), np.array([0, 1, 0]))
    assert [node.id for node in graph.inputs] == ["x", "W1", "b1", "gamma1", "beta1", "W2", "t"]
    assert [node.id for node in graph.operations if "/" not in node.id] == [
        "Affine 1", "Batch normalization 1", "ReLU 1", "Dropout 1", "Affine 2", "loss"
    ]  # fmt: skip
    assert graph.output == "loss"


def test_the_example_with_a_digit_is_the_preset_two_layer() -> None:
    network = Network(preset("two-layer").experiment.network, 3, np.float64)
    graph = network_graph(*two_layer_digit(seed=3))
    for name, array in network.params.items():
        np.testing.assert_array_equal(graph.node(name).value, array)


def test_a_float32_network_is_read_as_it_is() -> None:
    spec = NetworkSpec(2, (LayerSpec("affine", 3), LayerSpec("relu"), LayerSpec("affine", 2)))
    network = Network(spec, 1)
    graph = network_graph(network, np.ones((1, 2)), np.array([1]))
    np.testing.assert_array_equal(graph.node("W1").value, network.params["W1"])
    network.params["W1"][...] = 7.0
    assert not np.any(graph.node("W1").value == 7.0)
    assert np.all(network_graph(network, np.ones((1, 2)), np.array([1])).node("W1").value == 7.0)


def test_a_step_sends_nothing_back() -> None:
    spec = NetworkSpec(2, (LayerSpec("affine", 3), LayerSpec("step"), LayerSpec("affine", 2)))
    trace = trace_graph(network_graph(network_of(spec, 0), np.ones((2, 2)), np.array([0, 1])))
    assert not np.any(trace.gradients["W1"])
    assert np.any(trace.gradients["W2"])


@settings(max_examples=10)
@given(st.integers(0, 3), st.integers(0, 4))
def test_one_output_of_affine_from_the_weights_of_this_moment(row: int, column: int) -> None:
    spec = NetworkSpec(6, (LayerSpec("affine", 5), LayerSpec("relu"), LayerSpec("affine", 3)))
    network = network_of(spec, 2)
    x, t = examples_of(network, 4, 2)
    whole = trace_graph(network_graph(network, x, t))
    upstream = np.asarray(whole.gradient("Affine 1"))[row, column]
    part = trace_graph(affine_output(whole, "Affine 1", row, column), upstream=upstream)
    expected = x[row] @ network.params["W1"][:, column] + network.params["b1"][column]
    assert float(part.output_array) == pytest.approx(expected)
    assert part.gradients[f"b1[{column}]"] == upstream


def test_every_compound_of_a_network_opens() -> None:
    spec = NetworkSpec(2, (LayerSpec("affine", 3), LayerSpec("sigmoid"), LayerSpec("affine", 2)))
    graph = network_graph(network_of(spec, 0), np.ones((2, 2)), np.array([0, 1]))
    opened = graph
    for name in ("Affine 1", "Sigmoid 1", "Affine 2", "loss"):
        opened = open_node(opened, name)
    one, other = trace_graph(graph), trace_graph(opened)
    for name, gradient in one.gradients.items():
        np.testing.assert_allclose(other.gradients[name], gradient, atol=1e-12)
