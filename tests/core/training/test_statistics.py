"""What is seen inside a network, against NumPy said directly."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from core.nn.initializers import InitializerSpec
from core.nn.network import Network
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.events import ActivationStatistics, IterationDetail, LayerStatistics
from core.training.session import TrainingSession
from core.training.statistics import BINS, layer_statistics, root_mean_square
from tests.core.training.small_data import ALL_CHANCE, clouds, network, of_kind, session

EVERY_ACTIVATION = network(
    *(
        layer
        for kind in ("relu", "leaky_relu", "sigmoid", "tanh", "identity")
        for layer in (LayerSpec("affine", 7), LayerSpec(kind))
    )
)


def looked_into(spec: NetworkSpec, scale: float = 1.0) -> tuple[Network, LayerStatistics]:
    net, data = Network(spec, seed=1), clouds()
    net.params.vector *= scale
    net.gradient(data.train.x, data.train.t)
    return net, layer_statistics(net, 12)


def of_layer(statistics: LayerStatistics, name: str) -> ActivationStatistics:
    return next(one for one in statistics.activations if one.layer == name)


def test_the_gradient_of_each_affine_layer_by_its_name() -> None:
    net, statistics = looked_into(EVERY_ACTIVATION)
    assert statistics.iteration == 12
    assert list(statistics.gradient_rms) == [f"Affine {i}" for i in range(1, 7)]
    for i, rms in enumerate(statistics.gradient_rms.values(), start=1):
        assert rms == pytest.approx(np.sqrt(np.mean(net.grads[f"W{i}"] ** 2)), rel=1e-5)


@pytest.mark.parametrize("scale", [1.0, 5.0, 1e-3])
def test_each_activation_is_counted_as_numpy_counts(scale: float) -> None:
    net, statistics = looked_into(EVERY_ACTIVATION, scale)
    names = [one.layer for one in statistics.activations]
    assert names == ["ReLU 1", "Leaky ReLU 1", "Sigmoid 1", "Tanh 1", "Identity 1"]
    for row, name in zip(range(1, 10, 2), names, strict=True):
        seen, y = of_layer(statistics, name), net.values[row + 1].astype(np.float64)
        assert seen.units == 7
        assert len(seen.counts) == BINS
        assert seen.counts.sum() == y.size == 60 * 7
        assert seen.low <= y.min()
        assert y.max() <= seen.high
        expected, edges = np.histogram(y, BINS, (seen.low, seen.high))
        # A value on an edge may fall on either side of it.
        on_edges = sum(int((np.abs(y - edge) < 1e-6 * (seen.high - seen.low)).sum()) for edge in edges)
        assert np.abs(seen.counts - expected).sum() <= 2 * on_edges
        assert seen.zero_share == pytest.approx((y == 0).mean())
        assert seen.dead_units == (int((y == 0).all(axis=0).sum()) if name == "ReLU 1" else 0)
        ends = {
            "Sigmoid 1": (y < 0.01) | (y > 0.99),
            "Tanh 1": np.abs(y) > 0.99,
        }.get(name, np.zeros_like(y))
        assert seen.saturated_share == pytest.approx(ends.mean())


def test_dead_units_and_zeros_by_hand() -> None:
    """Unit 1 is on for x > 0, unit 2 always, unit 3 never."""
    layer = LayerSpec("affine", 3, InitializerSpec.given([[1.0, 0.0, 0.0]]))
    net = Network(NetworkSpec(1, (layer, LayerSpec("relu"), LayerSpec("affine", 2))))
    net.params["b1"] = [0.0, 1.0, -1.0]
    net.gradient(np.array([[-1.0], [2.0], [3.0], [-4.0]]), np.array([0, 1, 0, 1]))
    (seen,) = layer_statistics(net, 1).activations
    assert (seen.units, seen.dead_units) == (3, 1)
    assert seen.zero_share == pytest.approx((2 + 0 + 4) / 12)
    assert (seen.low, seen.high) == (0.0, 5.0)
    # Twelve values: six 0, four 1, one 2, one 3, in 40 bins over 0 … 5.
    assert {int(i): int(seen.counts[i]) for i in np.flatnonzero(seen.counts)} == {0: 6, 8: 4, 16: 1, 24: 1}


def test_saturation_by_hand() -> None:
    """Sigmoid within 0.01 of an end: |x| > 4.6; tanh: |x| > 2.65."""
    x = np.array([[-5.0], [-4.5], [0.0], [4.5], [5.0]])
    for kind, share in (("sigmoid", 2 / 5), ("tanh", 4 / 5)):
        layer = LayerSpec("affine", 1, InitializerSpec.given([[1.0]]))
        net = Network(NetworkSpec(1, (layer, LayerSpec(kind), LayerSpec("affine", 2))))
        net.gradient(x, np.array([0, 1, 0, 1, 0]))
        (seen,) = layer_statistics(net, 1).activations
        assert seen.saturated_share == pytest.approx(share)


def test_the_bounds_are_those_of_the_function_or_round_numbers() -> None:
    statistics = looked_into(EVERY_ACTIVATION)[1]
    assert (of_layer(statistics, "Sigmoid 1").low, of_layer(statistics, "Sigmoid 1").high) == (0.0, 1.0)
    assert (of_layer(statistics, "Tanh 1").low, of_layer(statistics, "Tanh 1").high) == (-1.0, 1.0)
    assert of_layer(statistics, "ReLU 1").low == 0.0
    for name in ("ReLU 1", "Leaky ReLU 1", "Identity 1"):
        high = of_layer(statistics, name).high
        assert f"{high:e}"[0] in "125"
        assert set(f"{high:.6e}"[1:8]) <= {".", "0"}


def test_where_nothing_is_an_activation_the_output_is_looked_at() -> None:
    net, statistics = looked_into(network())
    (seen,) = statistics.activations
    assert seen.layer == "Affine 1"
    assert seen.counts.sum() == net.values[-1].size


@given(hnp.arrays(np.float64, hnp.array_shapes(max_dims=2, max_side=6), elements=st.floats(-1e6, 1e6)))
def test_root_mean_square(array: np.ndarray) -> None:
    assert root_mean_square(array) == pytest.approx(np.sqrt(np.mean(np.square(array))), rel=1e-12, abs=1e-300)


@pytest.mark.parametrize("size", [1e-40, 1e-25, 1e-15, 1e15, 1e25, 3e38])
def test_root_mean_square_of_what_float32_cannot_square(size: float) -> None:
    """A gradient that vanishes through many layers is small, not 0."""
    array = np.full((10, 10), size, np.float32)
    assert root_mean_square(array) == pytest.approx(float(array[0, 0]), rel=1e-6)


def test_root_mean_square_of_nothing_is_zero() -> None:
    assert root_mean_square(np.empty((0, 3))) == 0.0


@pytest.mark.parametrize("value", [0.0, 1e-44, 1e-30, 1.0, 1e30, 3e38])
def test_a_constant_layer_of_any_size_is_counted(value: float) -> None:
    """All values the same, from the smallest that float32 has to the largest."""
    layers = (LayerSpec("affine", 3, InitializerSpec("zeros")), LayerSpec("relu"), LayerSpec("affine", 2))
    net = Network(NetworkSpec(4, layers))
    net.params["b1"] = [value] * 3
    net.params["W2"] = np.zeros((3, 2))
    data = clouds()
    net.gradient(data.train.x, data.train.t % 2)
    seen = layer_statistics(net, 1).activations[0]
    assert seen.counts.sum() == 180
    assert np.count_nonzero(seen.counts) == 1


def test_looking_changes_nothing_and_the_statistics_are_of_their_own() -> None:
    one, twin = (session(ALL_CHANCE, iterations=300) for _ in range(2))
    first: LayerStatistics | None = None
    kept = None
    for event in one.events():
        if isinstance(event, LayerStatistics):
            layer_statistics(one.network, 0)
            if first is None:
                first, kept = event, event.activations[0].counts.copy()
    list(twin.events())
    np.testing.assert_array_equal(one.network.params.vector, twin.network.params.vector)
    assert first is not None
    np.testing.assert_array_equal(first.activations[0].counts, kept)


def test_what_a_session_tells_is_of_the_batch_and_weights_of_its_iteration() -> None:
    one: TrainingSession = session(EVERY_ACTIVATION, iterations=5, sampling="random")
    one.explain_next()
    events = list(one.events())
    first = of_kind(events, LayerStatistics)[0]
    again, data = Network(EVERY_ACTIVATION, seed=0), clouds()
    index = next(event.indices for event in events if isinstance(event, IterationDetail))
    again.gradient(data.train.x[index], data.train.t[index])
    expected = layer_statistics(again, 1)
    assert first.gradient_rms == expected.gradient_rms
    for one_layer, other in zip(first.activations, expected.activations, strict=True):
        np.testing.assert_array_equal(one_layer.counts, other.counts)
