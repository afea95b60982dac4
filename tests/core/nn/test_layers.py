"""The layers one by one: known values, central differences over random shapes, and their edges."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import ArrayLike

from core.errors import GradientError
from core.nn.layer_kinds import LAYERS, LayerSpec
from core.nn.layers import (
    Activation,
    Affine,
    BatchNormalization,
    Dropout,
    Identity,
    Layer,
    LeakyReLU,
    ReLU,
    Sigmoid,
    Step,
    Tanh,
    Views,
    sigmoid,
)

Array = np.ndarray
F64 = np.float64


def affine(weights: ArrayLike, bias: ArrayLike | None = None) -> Affine:
    W = np.array(weights, F64)
    if bias is None:
        return Affine(W, None, np.empty_like(W), None)
    b = np.array(bias, F64)
    return Affine(W, b, np.empty_like(W), np.empty_like(b))


def batch_norm(scale: ArrayLike, shift: ArrayLike, **constants: float) -> BatchNormalization:
    gamma, beta = np.array(scale, F64), np.array(shift, F64)
    mean, variance = np.zeros_like(gamma), np.ones_like(gamma)
    return BatchNormalization(
        gamma, beta, np.empty_like(gamma), np.empty_like(beta), mean, variance, **constants
    )


def trained(layer: Layer) -> list[tuple[Array, Array]]:
    """Each array of parameters with the array that its gradient is written to."""
    if isinstance(layer, Affine):
        pairs = [(layer.W, layer.dW)]
        return pairs if layer.b is None or layer.db is None else [*pairs, (layer.b, layer.db)]
    if isinstance(layer, BatchNormalization):
        return [(layer.gamma, layer.dgamma), (layer.beta, layer.dbeta)]
    return []


def built(spec: LayerSpec) -> Callable[[int, np.random.Generator], Layer]:
    """Makes the layer as a network builds it for D inputs, in float64, with every parameter drawn."""

    def make(d: int, rng: np.random.Generator) -> Layer:
        params, grads = (
            {name: rng.normal(size=shape) for name, shape in spec.parameters(d).items()} for _ in range(2)
        )
        state = {name: np.zeros(shape) for name, shape in spec.state(d).items()}
        layer = spec.build(Views(params, grads, state, rng, F64))
        kept = {name: array.copy() for name, array in params.items()}
        layer.initialize(spec.init, rng)
        for name, array in kept.items():
            params[name][...] = array
        if isinstance(layer, Dropout):
            layer.frozen = True
        return layer

    return make


MAKERS = {
    kind: built(LayerSpec(kind, units=4, rate=0.4, slope=0.2))
    for kind, row in LAYERS.items()
    if not row.no_training
}
MAKERS["affine without bias"] = built(LayerSpec("affine", units=3, bias=False))
ALL = pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())


# --- known values -------------------------------------------------------------------------------------------


def test_sigmoid_of_the_book() -> None:
    y = Sigmoid(F64).predict(np.array([[-1.0, 1.0, 2.0]]))
    assert [f"{value:.8f}" for value in y[0]] == ["0.26894142", "0.73105858", "0.88079708"]


def test_sigmoid_at_zero_is_a_half_and_its_slope_a_quarter() -> None:
    layer = Sigmoid(F64)
    assert layer.forward(np.zeros((1, 1))) == 0.5
    assert layer.backward(np.ones((1, 1))) == 0.25


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_sigmoid_overflows_nowhere(dtype: type[np.floating[Any]]) -> None:
    x = np.array([-np.inf, -1e30, -800, -90, 90, 800, 1e30, np.inf], dtype)
    np.testing.assert_allclose(sigmoid(x, np.empty_like(x)), [0, 0, 0, 0, 1, 1, 1, 1], atol=1e-30)


def test_three_layers_of_the_book() -> None:
    x = np.array([[1.0, 0.5]])
    first = affine([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], [0.1, 0.2, 0.3])
    second = affine([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]], [0.1, 0.2])
    third = affine([[0.1, 0.3], [0.2, 0.4]], [0.1, 0.2])
    seen = []
    for layer in (first, Sigmoid(F64), second, Sigmoid(F64), third):
        x = layer.predict(x)
        seen.append(x[0])
    expected = [
        (0.3, 0.7, 1.1),
        (0.57444252, 0.66818777, 0.75026011),
        (0.51615984, 1.21402696),
        (0.62624937, 0.7710107),
        (0.31682708, 0.69627909),
    ]
    for computed, printed in zip(seen, expected, strict=True):
        np.testing.assert_allclose(computed, printed, rtol=0, atol=0.5e-8 + 1e-15)


def test_affine_forward_and_backward_by_hand() -> None:
    layer = affine([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], [10.0, 20.0, 30.0])
    x, dy = np.array([[1.0, -1.0], [2.0, 0.5]]), np.array([[1.0, 0.0, -1.0], [2.0, 1.0, 0.0]])
    np.testing.assert_array_equal(layer.forward(x), [[7, 17, 27], [14, 26.5, 39]])
    np.testing.assert_array_equal(layer.backward(dy), [[-2, -2], [4, 13]])
    np.testing.assert_array_equal(layer.dW, [[5, 2, -1], [0, 0.5, 1]])
    np.testing.assert_array_equal(layer.db, [3, 1, -1])


def test_relu_by_hand_also_at_zero() -> None:
    layer = ReLU(F64)
    np.testing.assert_array_equal(layer.forward(np.array([[-2.0, -0.0, 0.0, 3.0]])), [[0, 0, 0, 3]])
    np.testing.assert_array_equal(layer.backward(np.full((1, 4), 5.0)), [[0, 0, 0, 5]])


def test_leaky_relu_by_hand_also_at_zero() -> None:
    layer = LeakyReLU(0.1, F64)
    np.testing.assert_allclose(layer.forward(np.array([[-2.0, 0.0, 3.0]])), [[-0.2, 0, 3]], rtol=1e-15)
    np.testing.assert_allclose(layer.backward(np.full((1, 3), 5.0)), [[0.5, 0.5, 5]], rtol=1e-15)


def test_tanh_by_hand() -> None:
    layer = Tanh(F64)
    np.testing.assert_allclose(layer.forward(np.array([[0.0, 0.5]])), [[0, 0.46211715726000975]], rtol=1e-15)
    np.testing.assert_allclose(layer.backward(np.ones((1, 2))), [[1, 0.7864477329659274]], rtol=1e-14)


@pytest.mark.parametrize(
    ("gate", "w", "b", "truth"),
    [
        ("AND", (0.5, 0.5), -0.7, (0, 0, 0, 1)),
        ("NAND", (-0.5, -0.5), 0.7, (1, 1, 1, 0)),
        ("OR", (0.5, 0.5), -0.2, (0, 1, 1, 1)),
    ],
)
def test_gates_of_the_book(gate: str, w: tuple[float, float], b: float, truth: tuple[int, ...]) -> None:
    corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], F64)
    y = Step(F64).predict(affine(np.array(w)[:, np.newaxis], [b]).predict(corners))
    np.testing.assert_array_equal(y[:, 0], truth)


def test_xor_is_and_of_nand_and_or() -> None:
    corners = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], F64)
    hidden = Step(F64).predict(affine([[-0.5, 0.5], [-0.5, 0.5]], [0.7, -0.2]).predict(corners))
    y = Step(F64).predict(affine([[0.5], [0.5]], [-0.7]).predict(hidden))
    np.testing.assert_array_equal(y[:, 0], [0, 1, 1, 0])


def test_step_is_zero_at_zero_and_says_why_it_has_no_gradient() -> None:
    layer = Step(F64)
    np.testing.assert_array_equal(layer.forward(np.array([[-1.0, 0.0, 1e-300]])), [[0, 0, 1]])
    with pytest.raises(GradientError, match="Step has no gradient to send back: its slope is 0 everywhere"):
        layer.backward(np.ones((1, 3)))


# --- every layer --------------------------------------------------------------------------------------------


@ALL
@given(d=st.integers(1, 5), n=st.integers(3, 7), seed=st.integers(0, 2**32 - 1))
def test_backward_agrees_with_central_differences(
    make: Callable[[int, np.random.Generator], Layer], d: int, n: int, seed: int
) -> None:
    """The gradient of L = Σ u·y for a random u, entry by entry of x and of each parameter."""
    rng = np.random.default_rng(seed)
    layer = make(d, rng)
    x = rng.normal(size=(n, d))
    x += np.sign(x) * 1e-3  # no input within h of the kink at 0
    if isinstance(layer, BatchNormalization):
        x[:2] += [[-1.0], [1.0]]  # no column without variance, where the curvature is beyond differences
    u = rng.normal(size=layer.forward(x).shape)

    def loss() -> float:
        return float(np.sum(u * layer.forward(x)))

    loss()
    dx = layer.backward(u.copy()).copy()
    gradients = [dx, *(gradient.copy() for _, gradient in trained(layer))]
    for array, gradient in zip([x, *(array for array, _ in trained(layer))], gradients, strict=True):
        np.testing.assert_allclose(gradient, differences(loss, array), rtol=2e-7, atol=2e-8)


def differences(loss: Callable[[], float], array: Array, h: float = 1e-5) -> Array:
    numerical = np.empty_like(array)
    for i in np.ndindex(array.shape):
        kept = array[i]
        array[i] = kept + h
        above = loss()
        array[i] = kept - h
        numerical[i] = (above - loss()) / (2 * h)
        array[i] = kept
    return numerical


@ALL
@pytest.mark.parametrize("n", [1, 6])
def test_predict_keeps_nothing_between_forward_and_backward(
    make: Callable[[int, np.random.Generator], Layer], n: int
) -> None:
    rng = np.random.default_rng(1)
    x, other = rng.normal(size=(n, 4)), rng.normal(size=(n, 4))
    layer, twin = make(4, np.random.default_rng(2)), make(4, np.random.default_rng(2))
    u = rng.normal(size=layer.forward(x).shape)
    twin.forward(x)
    y = layer.predict(other)
    assert not np.shares_memory(y, layer.forward(x))
    layer.predict(other)
    np.testing.assert_array_equal(layer.backward(u.copy()), twin.backward(u.copy()))
    for (_, gradient), (_, expected) in zip(trained(layer), trained(twin), strict=True):
        np.testing.assert_array_equal(gradient, expected)


@ALL
def test_the_input_is_only_read(make: Callable[[int, np.random.Generator], Layer]) -> None:
    layer = make(4, np.random.default_rng(3))
    x = np.random.default_rng(4).normal(size=(5, 4))
    kept = x.copy()
    x.flags.writeable = False
    layer.predict(x)
    layer.backward(np.ones_like(layer.forward(x)))
    np.testing.assert_array_equal(x, kept)


@ALL
def test_a_batch_of_one_of_zeros_and_of_huge_values_stays_quiet_and_finite(
    make: Callable[[int, np.random.Generator], Layer],
) -> None:
    layer = make(3, np.random.default_rng(5))
    for x in (np.ones((1, 3)), np.zeros((4, 3)), np.full((4, 3), 1e100), np.full((4, 3), -1e100)):
        for y in (layer.predict(x), layer.forward(x)):
            assert np.isfinite(y).all()
        assert np.isfinite(layer.backward(np.ones_like(y))).all()


@ALL
def test_what_is_not_a_number_stays_so(make: Callable[[int, np.random.Generator], Layer]) -> None:
    """A layer that hid it would keep a training from being seen to diverge."""
    layer = make(2, np.random.default_rng(6))
    x = np.array([[1.0, np.nan], [2.0, 1.0], [0.5, 0.0]])
    assert np.isnan(layer.predict(x)).any()
    if not isinstance(layer, Dropout):
        assert np.isnan(layer.forward(x)).any()


@pytest.mark.parametrize("kind", [ReLU, Sigmoid, Tanh, Identity, Step])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_an_activation_keeps_shape_and_float_type(
    kind: type[Activation], dtype: type[np.floating[Any]]
) -> None:
    layer, x = kind(dtype), np.ones((2, 3), dtype)
    for y in (layer.predict(x), layer.forward(x)):
        assert (y.shape, y.dtype) == ((2, 3), np.dtype(dtype))


def test_leaky_relu_keeps_float32() -> None:
    layer, x = LeakyReLU(0.01), np.ones((2, 3), np.float32)
    assert layer.predict(x).dtype == layer.forward(x).dtype == np.float32
    assert layer.backward(x.copy()).dtype == np.float32


# --- dropout ------------------------------------------------------------------------------------------------


def test_dropout_scales_what_it_keeps_and_drops_the_share_it_is_told() -> None:
    layer = Dropout(0.2, np.random.default_rng(0), F64)
    y = layer.forward(np.ones((200, 500)))
    np.testing.assert_array_equal(np.unique(y), [0, 1.25])
    # The share dropped of 100,000 is itself known to ±0.0013.
    assert (y == 0).mean() == pytest.approx(0.2, abs=4 * 0.0013)
    assert not (y == 0).all(axis=0).any()
    np.testing.assert_array_equal(layer.backward(np.ones((200, 500))), y)


def test_dropout_draws_anew_each_time_unless_frozen() -> None:
    layer, x = Dropout(0.5, np.random.default_rng(0), F64), np.ones((20, 20))
    first = layer.forward(x).copy()
    second = layer.forward(x).copy()
    assert (first != second).any()
    layer.frozen = True
    np.testing.assert_array_equal(layer.forward(x), second)
    layer.frozen = False
    assert (layer.forward(x) != second).any()


def test_dropout_is_fixed_by_its_generator() -> None:
    x = np.ones((20, 20))
    once, again = (Dropout(0.5, np.random.default_rng(7), F64).forward(x) for _ in range(2))
    np.testing.assert_array_equal(once, again)


def test_dropout_of_nothing_and_dropout_in_inference_change_nothing() -> None:
    x = np.random.default_rng(8).normal(size=(30, 30))
    np.testing.assert_array_equal(Dropout(0.0, np.random.default_rng(0), F64).forward(x), x)
    np.testing.assert_array_equal(Dropout(0.9, np.random.default_rng(0), F64).predict(x), x)


# --- batch normalization ------------------------------------------------------------------------------------


def test_batch_normalization_by_hand() -> None:
    layer = batch_norm([2.0], [10.0], epsilon=0.0)
    y = layer.forward(np.array([[1.0], [2.0], [3.0], [6.0]]))
    root = np.sqrt(3.5)  # the variance of 1, 2, 3, 6 about 3
    np.testing.assert_allclose(y[:, 0], 10 + 2 * np.array([-2, -1, 0, 3]) / root, rtol=1e-15)
    # A tenth of the way from (0, 1) to the mean and the unbiased variance, 14/3.
    np.testing.assert_allclose(layer.running_mean, [0.3], rtol=1e-15)
    np.testing.assert_allclose(layer.running_var, [0.9 + 0.1 * 14 / 3], rtol=1e-15)


def test_batch_normalization_gives_each_column_mean_beta_and_deviation_gamma() -> None:
    rng = np.random.default_rng(9)
    gamma, beta = rng.uniform(0.5, 2, 6), rng.normal(size=6)
    y = batch_norm(gamma, beta).forward(rng.normal(3, 5, size=(50, 6)))
    np.testing.assert_allclose(y.mean(axis=0), beta, atol=1e-12)
    np.testing.assert_allclose(y.std(axis=0), gamma, rtol=1e-5)


def test_inference_takes_the_running_averages_and_leaves_them() -> None:
    layer = batch_norm([2.0, 1.0], [0.0, 1.0])
    layer.running_mean[...], layer.running_var[...] = (1.0, -1.0), (4.0, 9.0)
    y = layer.predict(np.array([[3.0, 2.0]]))
    np.testing.assert_allclose(y, [[2 * 2 / 2, 1 + 3 / 3]], rtol=1e-5)
    np.testing.assert_array_equal(layer.running_mean, [1, -1])
    np.testing.assert_array_equal(layer.running_var, [4, 9])


def test_the_running_averages_come_to_those_of_the_data() -> None:
    rng = np.random.default_rng(10)
    layer = batch_norm(np.ones(3), np.zeros(3))
    for _ in range(300):
        layer.forward(rng.normal([1, 2, 3], [1, 2, 3], size=(40, 3)))
    np.testing.assert_allclose(layer.running_mean, [1, 2, 3], atol=0.5)
    np.testing.assert_allclose(layer.running_var, [1, 4, 9], rtol=0.25)


def test_a_column_without_variance_becomes_beta() -> None:
    y = batch_norm([3.0, 3.0], [0.5, -0.5]).forward(np.full((4, 2), 7.0))
    np.testing.assert_array_equal(y, [[0.5, -0.5]] * 4)
