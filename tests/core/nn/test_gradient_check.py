"""The gradient check itself: kinks, sampling, the study notes' factor 2, and that it leaves no trace."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import GradientError
from core.nn.gradient_check import SAMPLE_ABOVE, SAMPLE_SIZE, ArrayCheck, gradient_check
from core.nn.initializers import InitializerSpec
from core.nn.network import Network
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec
from core.training.presets import preset
from tests.core.nn.random_networks import Case

H = 1e-5


def by_name(checks: tuple[ArrayCheck, ...]) -> dict[str, ArrayCheck]:
    return {check.name: check for check in checks}


def one_unit(kind: str, bias: float) -> Network:
    """x → 2 units w·x + b → activation → 1 output, with squared error: the second unit is far from 0."""
    spec = NetworkSpec(
        1, (LayerSpec("affine", 2), LayerSpec(kind), LayerSpec("affine", 1)), LossSpec("squared_error")
    )
    network = Network(spec, dtype=np.float64)
    network.params["W1"] = [[1.0, 1.0]]
    network.params["b1"] = [bias, 3.0]
    network.params["W2"] = [[1.0], [0.5]]
    return network


# --- kinks --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["relu", "leaky_relu"])
@pytest.mark.parametrize("distance", [0.0, 0.5 * H, -0.5 * H, 0.99 * H, -0.99 * H])
def test_an_input_at_a_corner_is_counted_as_a_kink_and_not_blamed(kind: str, distance: float) -> None:
    """x = 1, w = 1, b = −1 + distance: the first unit's input lies that far from 0."""
    network = one_unit(kind, -1.0 + distance)
    checks = by_name(gradient_check(network, np.array([[1.0]]), np.array([[0.0]]), h=H))
    assert {name: check.kinks for name, check in checks.items()} == {"W1": 1, "b1": 1, "W2": 0, "b2": 0}
    np.testing.assert_array_equal(checks["b1"].indices, [1])
    assert all(check.agrees() for check in checks.values())
    # The difference that was left out is the mean of two slopes, and nowhere near.
    numerical = network.numerical_gradient(np.array([[1.0]]), np.array([[0.0]]), h=H)
    backprop = network.gradient(np.array([[1.0]]), np.array([[0.0]]))
    assert abs(numerical["b1"][0] - backprop["b1"][0]) > 0.005


@pytest.mark.parametrize("kind", ["relu", "leaky_relu"])
@pytest.mark.parametrize("distance", [1.01 * H, -1.01 * H, 2 * H])
def test_an_input_just_farther_than_h_from_the_corner_is_compared(kind: str, distance: float) -> None:
    network = one_unit(kind, -1.0 + distance)
    checks = gradient_check(network, np.array([[1.0]]), np.array([[0.0]]), h=H)
    assert [check.kinks for check in checks] == [0, 0, 0, 0]
    assert all(check.agrees() for check in checks)


@pytest.mark.parametrize("kind", ["sigmoid", "tanh", "identity"])
def test_what_is_smooth_has_no_kink(kind: str) -> None:
    checks = gradient_check(one_unit(kind, -1.0), np.array([[1.0]]), np.array([[0.0]]), h=H)
    assert [check.kinks for check in checks] == [0, 0, 0, 0]
    assert all(check.agrees() for check in checks)


def test_a_kink_of_one_example_or_of_a_later_layer_is_enough() -> None:
    spec = NetworkSpec(
        1,
        (LayerSpec("affine", 1), LayerSpec("identity"), LayerSpec("affine", 1), LayerSpec("relu")),
        LossSpec("squared_error"),
    )
    network = Network(spec, dtype=np.float64)
    network.params.vector[...] = [1.0, 0.0, 1.0, -1.0]  # relu(x − 1)
    x, t = np.array([[5.0], [1.0], [-3.0]]), np.zeros((3, 1))
    assert [check.kinks for check in gradient_check(network, x, t, h=H)] == [1, 1, 1, 1]
    assert [check.kinks for check in gradient_check(network, x[[0, 2]], t[:2], h=H)] == [0, 0, 0, 0]


def test_where_all_entries_are_kinks_nothing_is_said_to_agree() -> None:
    spec = NetworkSpec(1, (LayerSpec("affine", 1), LayerSpec("relu")), LossSpec("squared_error"))
    network = Network(spec, dtype=np.float64)
    network.params.vector[...] = [1.0, -1.0]  # relu(x − 1) at its kink
    for check in gradient_check(network, np.array([[1.0]]), np.array([[0.0]]), h=H):
        assert (check.kinks, len(check.indices), check.nothing_compared) == (1, 0, True)
        assert not check.agrees()
        assert not check.agrees(math.inf)
        assert math.isnan(check.relative_error)
        assert math.isnan(check.mean_difference)
        assert math.isnan(check.factor)
    for check in gradient_check(network, np.array([[3.0]]), np.array([[0.0]]), h=H):
        assert not check.nothing_compared
        assert check.agrees()


def test_a_wrong_gradient_is_not_excused_by_a_kink_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    from core.nn.layers import ReLU

    right = ReLU.backward
    monkeypatch.setattr(ReLU, "backward", lambda self, dy: 1.1 * right(self, dy))
    checks = by_name(gradient_check(one_unit("relu", -1.0), np.array([[1.0]]), np.array([[0.0]]), h=H))
    assert checks["b1"].kinks == 1
    assert not checks["b1"].agrees()


def test_units_that_are_zero_for_ever_are_no_kinks() -> None:
    """Inputs of exactly 0 that no parameter moves: x = 0 and no bias."""
    layers = (LayerSpec("affine", 3, bias=False), LayerSpec("relu"), LayerSpec("affine", 2))
    network = Network(NetworkSpec(2, layers), seed=1, dtype=np.float64)
    checks = gradient_check(network, np.zeros((2, 2)), np.array([0, 1]), h=H)
    assert all(check.kinks == 0 and check.agrees() for check in checks)


# --- sampling -----------------------------------------------------------------------------------------------


def test_only_arrays_above_a_thousand_entries_are_sampled() -> None:
    network = Network(NetworkSpec(25, (LayerSpec("affine", 41), LayerSpec("affine", 24))), dtype=np.float64)
    x, t = np.random.default_rng(0).normal(size=(2, 25)), np.array([0, 1])
    checks = by_name(gradient_check(network, x, t))
    assert {name: len(check.indices) for name, check in checks.items()} == {
        "W1": SAMPLE_SIZE,  # 1,025
        "b1": 41,
        "W2": 984,
        "b2": 24,
    }
    assert (SAMPLE_ABOVE, SAMPLE_SIZE) == (1_000, 50)
    indices = checks["W1"].indices
    assert len(set(indices.tolist())) == 50
    assert (np.diff(indices) > 0).all()
    assert 0 <= indices[0] < indices[-1] < 1_025
    gradient = network.gradient(x, t)["W1"].reshape(-1)
    np.testing.assert_allclose(checks["W1"].backprop, gradient[indices], rtol=1e-12)


def test_the_sample_is_fixed_by_its_seed() -> None:
    network = Network(NetworkSpec(60, (LayerSpec("affine", 20),)), dtype=np.float64)
    x, t = np.ones((1, 60)), np.array([3])
    once, again, other = (gradient_check(network, x, t, seed=seed)[0].indices for seed in (4, 4, 5))
    np.testing.assert_array_equal(once, again)
    assert set(once.tolist()) != set(other.tolist())


def test_every_entry_where_all_are_asked_for() -> None:
    network = Network(NetworkSpec(60, (LayerSpec("affine", 20),)), dtype=np.float64)
    check = gradient_check(network, np.ones((1, 60)), np.array([3]), every_entry=True)[0]
    np.testing.assert_array_equal(check.indices, np.arange(1_200))
    assert check.agrees()


# --- what it tells ------------------------------------------------------------------------------------------


def test_the_study_notes_gradient_is_twice_that_of_what_they_report() -> None:
    """The preset `deep-sigmoid` has two outputs: ½·mean is reported, the step is that of ½·Σ."""
    spec = preset("deep-sigmoid").experiment.network
    network = Network(spec, dtype=np.float64)
    rng = np.random.default_rng(0)
    for layer in network.layers[::2]:  # with 0.01·N(0, 1) the first gradients drown in rounding
        layer.W[...] = rng.normal(size=layer.W.shape)  # type: ignore[attr-defined]
    checks = gradient_check(network, rng.normal(size=(1, 10)), rng.normal(size=(1, 2)))
    for check in checks:
        assert check.factor == pytest.approx(2.0, rel=1e-4)
        assert not check.agrees()
        assert check.relative_error == pytest.approx(1 / 3, rel=1e-3)  # |2 − 1| / (2 + 1)


def test_a_right_gradient_has_the_factor_one_and_none_where_all_is_zero() -> None:
    network = Network(NetworkSpec(3, (LayerSpec("affine", 2),)), seed=2, dtype=np.float64)
    weights, bias = gradient_check(network, np.ones((1, 3)), np.array([1]))
    assert weights.factor == pytest.approx(1.0, rel=1e-6)
    zeros = gradient_check(network, np.zeros((1, 3)), np.array([1]))[0]
    assert math.isnan(zeros.factor)
    assert zeros.agrees()
    assert (weights.name, weights.shape, bias.name, bias.shape) == ("W1", (3, 2), "b1", (2,))


@given(
    st.lists(st.tuples(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3)), min_size=1, max_size=5),
    st.sampled_from([1e-9, 1e-6, 1e-3]),
)
@settings(max_examples=50)
def test_the_figures_of_a_check_are_their_formulas(pairs: list[tuple[float, float]], tol: float) -> None:
    a, n = (np.array(column) for column in zip(*pairs, strict=True))
    check = ArrayCheck("W1", (len(a),), np.arange(len(a)), a, n, 0)
    distance = math.dist(a, n)
    scale = math.hypot(*a) + math.hypot(*n)
    assert check.distance == pytest.approx(distance)
    assert check.scale == pytest.approx(scale)
    assert check.mean_difference == pytest.approx(sum(abs(p - q) for p, q in pairs) / len(pairs))
    slack = 1e-9 * max(scale, 1e-3)
    if distance <= tol * max(scale, 1e-3) - slack:
        assert check.agrees(tol)
    if distance > tol * max(scale, 1e-3) + slack:
        assert not check.agrees(tol)


def test_float32_networks_are_checked_in_float64() -> None:
    layers = (LayerSpec("affine", 6), LayerSpec("tanh"), LayerSpec("affine", 3))
    network = Network(NetworkSpec(4, layers), seed=3, dtype=np.float32)
    x = np.random.default_rng(0).normal(size=(5, 4)).astype(np.float32)
    for check in gradient_check(network, x, np.array([0, 1, 2, 0, 1])):
        assert check.agrees()
        assert check.backprop.dtype == check.numerical.dtype == np.float64


# --- and leaves no trace ------------------------------------------------------------------------------------


def test_the_network_is_as_it_was() -> None:
    """Parameters, gradient, running averages, and the dropout masks that come next."""
    layers = (
        LayerSpec("affine", 6, InitializerSpec("he")),
        LayerSpec("batch_norm"),
        LayerSpec("dropout", rate=0.5),
        LayerSpec("affine", 3),
    )
    case = Case(NetworkSpec(4, layers), batch=8, seed=7, as_rows=False)
    network, twin = case.network(), case.network()
    x, t = case.x(), case.t()
    for one in (network, twin):
        one.gradient(x, t)
    before = [array.copy() for array in (network.params.vector, network.grads.vector, network.state.vector)]
    gradient_check(network, x, t)
    after = (network.params.vector, network.grads.vector, network.state.vector)
    for kept, now in zip(before, after, strict=True):
        np.testing.assert_array_equal(now, kept)
    np.testing.assert_array_equal(network.gradient(x, t).vector, twin.gradient(x, t).vector)


def test_numerical_gradient_leaves_the_parameters_and_the_running_averages() -> None:
    layers = (LayerSpec("affine", 3), LayerSpec("batch_norm"), LayerSpec("affine", 2))
    case = Case(NetworkSpec(2, layers), batch=5, seed=8, as_rows=False)
    network, twin = case.network(), case.network()
    network.numerical_gradient(case.x(), case.t())
    np.testing.assert_array_equal(network.params.vector, twin.params.vector)
    np.testing.assert_array_equal(network.state.vector, twin.state.vector)


def test_a_network_with_a_step_has_no_gradient_to_check() -> None:
    layers = (LayerSpec("affine", 3), LayerSpec("step"), LayerSpec("affine", 2))
    network = Network(NetworkSpec(2, layers), dtype=np.float64)
    with pytest.raises(GradientError, match="Step has no gradient"):
        gradient_check(network, np.ones((1, 2)), np.array([0]))
