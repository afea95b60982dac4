"""The deep network at birth: the published figures, the running product beside what comes through, limits."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from core.errors import ConfigError
from core.experiments.deep import DeepNetwork, Flow, flowing
from core.experiments.published import Published, published
from core.nn.layers import BatchNormalization
from core.nn.network import Network
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec
from core.training.statistics import root_mean_square

CASES = published("vanishing")


def flow_of(network: DeepNetwork) -> Flow:
    steps = flowing(network)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(dict(case.given)))
def test_the_published_standard_deviations_come_out(case: Published) -> None:
    layers = flow_of(DeepNetwork(**case.given)).layers
    assert len(layers) == 5
    assert case.agrees((layers[0].std, layers[-1].std))
    assert not case.agrees((layers[0].std * 1.02, layers[-1].std))


def test_there_is_a_published_case_for_each_line_of_the_book() -> None:
    assert len(CASES) == 9
    assert {case.given["activation"] for case in CASES} == {"sigmoid", "relu", "tanh"}


def test_a_quarter_of_the_last_sigmoid_layer_saturates_at_either_end() -> None:
    flow = flow_of(DeepNetwork(sigma=1.0))
    assert flow.layers[-1].saturated == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu", "leaky_relu", "identity"])
@pytest.mark.parametrize("init", ["normal", "xavier", "he"])
@pytest.mark.parametrize("batch_norm", [False, True])
def test_what_comes_through_is_near_the_running_product(activation: str, init: str, batch_norm: bool) -> None:
    """The factors of a layer are nearly independent, so their product says what is left."""
    flow = flow_of(DeepNetwork(6, 80, 300, activation, init, sigma=0.05, batch_norm=batch_norm, seed=3))
    for layer in flow.layers:
        assert layer.gradient == pytest.approx(layer.product, rel=0.5)
    for layer, after in pairwise(flow.layers):
        factors = after.slope * after.weights * after.normalization
        assert layer.product == pytest.approx(after.product * factors)


def test_the_gradient_is_that_of_a_network_of_the_engine() -> None:
    """The same layers in a Network, with the loss whose gradient is the one that arrives."""
    asked = DeepNetwork(3, 7, 11, "tanh", "xavier", seed=5)
    rng = np.random.RandomState(5)
    x = rng.standard_normal((11, 7))
    weights = [rng.standard_normal((7, 7)) / math.sqrt(7) for _ in range(3)]
    arriving = rng.standard_normal((11, 7))
    block = (LayerSpec("affine", 7, bias=False), LayerSpec("tanh"))
    network = Network(NetworkSpec(7, block * 3, LossSpec("squared_error")), dtype=np.float64)
    for name, values in zip(("W1", "W2", "W3"), weights, strict=True):
        network.params[name] = values
    # ∂L/∂y = (y − t) / N, so this target brings the gradient that arrives.
    target = network.predict(x) - 11 * arriving
    gradient = network.gradient(x, target)
    flow = flow_of(asked)
    for name, layer in zip(("W1", "W2", "W3"), flow.layers, strict=True):
        assert layer.weight_gradient == pytest.approx(root_mean_square(gradient[name]))


def test_one_seed_gives_both_activations_the_same_draws() -> None:
    first, second = (flow_of(DeepNetwork(2, 9, 20, a, "xavier", seed=4)) for a in ("sigmoid", "relu"))
    assert [layer.weights for layer in first.layers] == [layer.weights for layer in second.layers]
    assert first.layers[-1].gradient == second.layers[-1].gradient
    other = flow_of(replace(first.network, seed=5))
    assert [layer.weights for layer in other.layers] != [layer.weights for layer in first.layers]


def test_sigmoid_loses_three_quarters_a_layer_and_relu_three_tenths() -> None:
    sigmoid, relu = (flow_of(DeepNetwork(10, 100, 200, a, "xavier")) for a in ("sigmoid", "relu"))
    lost = [before.gradient / after.gradient for before, after in pairwise(sigmoid.layers)]
    assert all(0.2 < factor < 0.26 for factor in lost)
    kept = [before.gradient / after.gradient for before, after in pairwise(relu.layers)]
    assert all(0.6 < factor < 0.8 for factor in kept)


def test_weights_of_zero_send_nothing_back() -> None:
    flow = flow_of(DeepNetwork(4, 10, 20, "sigmoid", "zeros"))
    assert [layer.gradient for layer in flow.layers[:3]] == [0.0, 0.0, 0.0]
    assert [layer.mean for layer in flow.layers] == [0.5] * 4
    assert flow.layers[0].gradient_counts.sum() == 0


def test_fifty_layers_of_vanishing_are_still_told() -> None:
    """Far below where float32 ends."""
    flow = flow_of(DeepNetwork(50, 20, 30, "sigmoid", "normal", 0.001))
    assert 0.0 < flow.layers[0].gradient < 1e-100
    assert flow.least_power < -100


def test_batch_normalization_keeps_the_activations_alive() -> None:
    flow = flow_of(DeepNetwork(10, 50, 200, "relu", "normal", 0.01, batch_norm=True))
    assert all(0.5 < layer.std < 0.7 for layer in flow.layers)


def test_the_histograms_count_what_there_is() -> None:
    flow = flow_of(DeepNetwork(2, 30, 40, "sigmoid", "xavier"))
    for layer in flow.layers:
        assert layer.counts.sum() == 30 * 40
        assert layer.gradient_counts.sum() <= 30 * 40


def test_a_sample_has_all_units() -> None:
    """An even step through the numbers would meet the same few units again and again."""
    flow = flow_of(DeepNetwork(1, 100, 2_000, "sigmoid", "normal", 0.5))
    assert flow.layers[0].counts.sum() == 20_000


@pytest.mark.parametrize(("inputs", "batch_norm"), [(10_000, False), (10_000, True)])
def test_beyond_the_limit_it_is_refused_with_an_estimate(inputs: int, batch_norm: bool) -> None:
    asked = DeepNetwork(50, 2_000, inputs, batch_norm=batch_norm)
    with pytest.raises(ConfigError, match="MB") as refused:
        next(flowing(asked))
    assert refused.value.fields["megabytes"] == round(asked.size_bytes / 1e6)
    assert DeepNetwork(10, 100, 1_000).problem() is None


def test_it_can_be_stopped_between_layers() -> None:
    steps = flowing(DeepNetwork(3, 5, 6))
    seen = list(zip(range(6), steps, strict=False))
    assert [progress for _, progress in seen] == [(done, 6) for done in range(6)]
    steps.close()


def test_its_normalization_is_the_engines() -> None:
    assert LayerSpec("batch_norm").table_row.layer is BatchNormalization
