"""The network as a whole: it gives known answers, its passes agree, and Step has no gradient."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings

from core.errors import GradientError
from core.nn.initializers import InitializerSpec
from core.nn.network import Network
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec
from tests.core.nn.random_networks import HIDDEN, Case, cases
from tests.core.nn.small_networks import THREE_CLASSES, images

# --- known answers ------------------------------------------------------------------------------------------


def test_three_layers_give_the_numbers_of_the_book() -> None:
    def given_weights(*rows: tuple[float, ...]) -> LayerSpec:
        return LayerSpec("affine", len(rows[0]), InitializerSpec.given(rows))

    layers = (
        given_weights((0.1, 0.3, 0.5), (0.2, 0.4, 0.6)),
        LayerSpec("sigmoid"),
        given_weights((0.1, 0.4), (0.2, 0.5), (0.3, 0.6)),
        LayerSpec("sigmoid"),
        given_weights((0.1, 0.3), (0.2, 0.4)),
    )
    network = Network(NetworkSpec(2, layers, LossSpec("squared_error")), dtype=np.float64)
    network.params["b1"] = [0.1, 0.2, 0.3]
    network.params["b2"] = [0.1, 0.2]
    network.params["b3"] = [0.1, 0.2]
    y = network.predict(np.array([1.0, 0.5]))
    assert [f"{value:.8f}" for value in y] == ["0.31682708", "0.69627909"]
    np.testing.assert_array_equal(network.output(np.array([1.0, 0.5])), y)


def test_softmax_end_gives_probabilities_and_leaves_predict_the_scores() -> None:
    network = Network(THREE_CLASSES, seed=1)
    x = images()
    scores, output = network.predict(x), network.output(x)
    exponentials = np.exp(scores)
    np.testing.assert_allclose(output, exponentials / exponentials.sum(axis=1, keepdims=True), rtol=1e-6)


def test_every_parameter_has_its_name_and_shape() -> None:
    layers = (
        LayerSpec("affine", 5),
        LayerSpec("batch_norm"),
        LayerSpec("relu"),
        LayerSpec("affine", 4, bias=False),
        LayerSpec("batch_norm"),
        LayerSpec("affine", 2),
    )
    network = Network(NetworkSpec(3, layers))
    shapes = {name: array.shape for name, array in network.params.items()}
    assert shapes == {
        "W1": (3, 5),
        "b1": (5,),
        "gamma1": (5,),
        "beta1": (5,),
        "W2": (5, 4),
        "gamma2": (4,),
        "beta2": (4,),
        "W3": (4, 2),
        "b3": (2,),
    }
    assert {name: array.shape for name, array in network.grads.items()} == shapes
    assert {name: array.shape for name, array in network.state.items()} == {
        "running_mean1": (5,),
        "running_var1": (5,),
        "running_mean2": (4,),
        "running_var2": (4,),
    }
    assert (network.params["gamma1"] == 1).all()
    assert (network.state["running_var2"] == 1).all()
    assert not network.params["b1"].any()


@pytest.mark.parametrize("bias", [True, False])
def test_zero_hidden_layers_are_a_legal_network(bias: bool) -> None:
    network = Network(NetworkSpec(4, (LayerSpec("affine", 3, bias=bias),)), seed=2, dtype=np.float64)
    x, t = images(), np.array([0, 1, 2, 2, 1, 0])
    expected = x @ network.params["W1"]
    np.testing.assert_allclose(network.predict(x), expected, rtol=1e-14)
    p = np.exp(expected) / np.exp(expected).sum(axis=1, keepdims=True)
    np.testing.assert_allclose(network.gradient(x, t)["W1"], x.T @ (p - np.eye(3)[t]) / 6, rtol=1e-12)


def test_simple_net_of_the_book_learns_its_example() -> None:
    weights = ((0.47355232, 0.9977393, 0.84668094), (0.85557411, 0.03563661, 0.69422093))
    layer = LayerSpec("affine", 3, InitializerSpec.given(weights), bias=False)
    network = Network(NetworkSpec(2, (layer,)), dtype=np.float64)
    x, t = np.array([0.6, 0.9]), np.array([0, 0, 1])
    np.testing.assert_allclose(network.predict(x), [1.05414809, 0.63071653, 1.1328074], atol=1e-8)
    # The printed 0.92806829 has δ = 1e−7 in the logarithm.
    assert f"{-math.log(math.exp(-network.loss(x, t)) + 1e-7):.8f}" == "0.92806829"
    expected = [[0.219248, 0.143562, -0.362810], [0.328871, 0.215344, -0.544215]]
    np.testing.assert_allclose(network.gradient(x, t)["W1"], expected, atol=0.6e-6)
    np.testing.assert_allclose(network.numerical_gradient(x, t)["W1"], expected, atol=0.6e-6)


# --- the passes agree ---------------------------------------------------------------------------------------


@given(cases())
@settings(max_examples=60)
def test_activations_end_in_what_predict_gives_bit_for_bit(case: Case) -> None:
    """Both are inference: dropout drops nothing, batch normalization takes its running averages."""
    network, x = case.network(), case.x()
    values = network.activations(x)
    assert [value.shape for value in values] == [(case.batch, width) for width in case.spec.widths[1:]]
    np.testing.assert_array_equal(values[-1], network.predict(x))


@given(cases(hidden=tuple(kind for kind in HIDDEN if kind not in ("dropout", "batch_norm"))))
@settings(max_examples=60)
def test_the_recording_pass_is_predict_bit_for_bit_where_training_is_inference(case: Case) -> None:
    """These are networks without dropout and batch normalization, layer by layer."""
    network, x = case.network(), case.x()
    network.forward(*network.batch(x, case.t()))
    for recorded, value in zip(network.values, (x, *network.activations(x)), strict=True):
        np.testing.assert_array_equal(recorded, value)
    np.testing.assert_array_equal(network.values[-1], network.predict(x))


def test_the_recording_pass_is_predict_bit_for_bit_on_a_batch_of_real_size() -> None:
    """The network is in float32, where a matrix product takes other paths than on small arrays."""
    layers = (LayerSpec("affine", 80), LayerSpec("relu"), LayerSpec("affine", 10))
    network = Network(NetworkSpec(784, layers), seed=3)
    x = np.random.default_rng(0).random((200, 784), np.float32)
    network.forward(x, np.zeros(200, np.intp))
    for recorded, value in zip(network.values[1:], network.activations(x), strict=True):
        np.testing.assert_array_equal(recorded, value)
    np.testing.assert_array_equal(network.values[-1], network.predict(x))


@given(cases(hidden=tuple(kind for kind in HIDDEN if kind not in ("dropout", "batch_norm"))))
@settings(max_examples=60)
def test_the_loss_of_training_is_that_of_inference_without_chance(case: Case) -> None:
    network, x, t = case.network(), case.x(), case.t()
    assert network.forward(*network.batch(x, t)) == pytest.approx(network.loss(x, t), rel=1e-12)


def test_dropout_of_nothing_is_inference() -> None:
    layers = (LayerSpec("affine", 5), LayerSpec("dropout", rate=0.0), LayerSpec("affine", 3))
    network = Network(NetworkSpec(4, layers), dtype=np.float64)
    network.forward(images(), np.zeros(6, np.intp))
    np.testing.assert_array_equal(network.values[-1], network.predict(images()))


def test_batch_normalization_in_training_is_inference_once_its_averages_are_those_of_the_batch() -> None:
    network = Network(NetworkSpec(4, (LayerSpec("batch_norm"), LayerSpec("affine", 3))), dtype=np.float64)
    x = images()
    network.state["running_mean1"] = x.mean(axis=0)
    network.state["running_var1"] = x.var(axis=0)
    predicted = network.predict(x)
    network.forward(x, np.zeros(6, np.intp))
    np.testing.assert_allclose(network.values[-1], predicted, rtol=1e-12, atol=1e-12)


def test_predicting_neither_changes_the_network_nor_what_backward_needs() -> None:
    layers = (LayerSpec("affine", 5), LayerSpec("batch_norm"), LayerSpec("relu"), LayerSpec("dropout"))
    spec = NetworkSpec(4, (*layers, LayerSpec("affine", 3)))
    network, twin = (Case(spec, 6, 1, as_rows=False).network() for _ in range(2))
    t = np.array([0, 1, 2, 0, 1, 2])
    for one in (network, twin):
        one.forward(images(), t)
    before = network.params.vector.copy(), network.state.vector.copy()
    network.predict(images(9))
    network.output(images(6))
    network.activations(images(1))
    network.loss(images(6), t)
    network.accuracy(images(6), t)
    np.testing.assert_array_equal(network.params.vector, before[0])
    np.testing.assert_array_equal(network.state.vector, before[1])
    network.backward()
    twin.backward()
    np.testing.assert_array_equal(network.grads.vector, twin.grads.vector)


def test_what_predict_gives_is_the_callers_own() -> None:
    network = Network(THREE_CLASSES, seed=1)
    first = network.predict(images())
    kept = first.copy()
    network.predict(2 * images())
    network.gradient(3 * images(), np.zeros(6, np.intp))
    np.testing.assert_array_equal(first, kept)


# --- no gradient --------------------------------------------------------------------------------------------


def test_step_predicts_but_has_no_gradient() -> None:
    spec = NetworkSpec(4, (LayerSpec("affine", 5), LayerSpec("step"), LayerSpec("affine", 3)))
    network = Network(spec, seed=1)
    assert network.predict(images()).shape == (6, 3)
    assert np.isin(network.activations(images())[1], [0, 1]).all()
    with pytest.raises(GradientError, match="Step has no gradient to send back"):
        network.gradient(images(), np.zeros(6, int))


def test_a_step_that_no_gradient_passes_does_no_harm() -> None:
    network = Network(NetworkSpec(4, (LayerSpec("step"), LayerSpec("affine", 3))), dtype=np.float64)
    t = np.array([0, 1, 2, 2, 1, 0])
    expected = network.numerical_gradient(images(), t)
    np.testing.assert_allclose(network.gradient(images(), t).vector, expected.vector, atol=1e-8)
