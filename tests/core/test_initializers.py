"""Initial weights: their widths, their draws under a seed, given arrays, and what they do to activations."""

from __future__ import annotations

import json
import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SpecError
from core.nn.initializers import INITIALIZERS, InitializerSpec

DRAWN = [InitializerSpec(kind) for kind in ("normal", "xavier", "glorot", "he")]


@pytest.mark.parametrize(
    ("spec", "std"),
    [
        (InitializerSpec("normal", sigma=0.3), 0.3),
        (InitializerSpec("xavier"), math.sqrt(1 / 400)),
        (InitializerSpec("glorot"), math.sqrt(2 / 500)),
        (InitializerSpec("he"), math.sqrt(2 / 400)),
        (InitializerSpec("zeros"), 0.0),
    ],
    ids=lambda value: getattr(value, "kind", ""),
)
def test_width_of_the_draw(spec: InitializerSpec, std: float) -> None:
    assert spec.std(400, 100) == pytest.approx(std, rel=1e-15)
    weights = spec.sample(np.random.default_rng(0), 400, 100, np.float64)
    assert weights.shape == (400, 100)
    # The standard deviation of 40,000 draws is itself known to ±0.35 %; the mean to σ/200.
    assert weights.std() == pytest.approx(std, rel=0.015)
    assert abs(weights.mean()) <= 4 * std / 200


@pytest.mark.parametrize("spec", DRAWN, ids=lambda spec: spec.kind)
def test_float32_is_the_float64_draw_rounded(spec: InitializerSpec) -> None:
    wide = spec.sample(np.random.default_rng(3), 20, 30, np.float64)
    narrow = spec.sample(np.random.default_rng(3), 20, 30, np.float32)
    assert narrow.dtype == np.float32
    np.testing.assert_array_equal(narrow, wide.astype(np.float32))


@pytest.mark.parametrize("spec", DRAWN, ids=lambda spec: spec.kind)
def test_the_same_seed_gives_the_same_picture_only_scaled(spec: InitializerSpec) -> None:
    weights = spec.sample(np.random.default_rng(4), 6, 5, np.float64)
    draws = np.random.default_rng(4).standard_normal((6, 5))
    np.testing.assert_allclose(weights, draws * spec.std(6, 5), rtol=1e-15)
    other = spec.sample(np.random.default_rng(5), 6, 5, np.float64)
    assert not np.array_equal(weights, other)


@pytest.mark.parametrize("kind", INITIALIZERS)
def test_every_kind_leaves_the_next_layer_the_same_draws(kind: str) -> None:
    spec = InitializerSpec.given(np.ones((6, 5))) if kind == "given" else InitializerSpec(kind)
    rng, plain = np.random.default_rng(6), np.random.default_rng(6)
    spec.sample(rng, 6, 5)
    plain.standard_normal((6, 5))
    assert rng.random() == plain.random()


def test_zeros_are_zeros() -> None:
    weights = InitializerSpec("zeros").sample(np.random.default_rng(0), 3, 2)
    assert weights.tolist() == [[0.0, 0.0]] * 3


@given(st.integers(1, 8), st.integers(1, 8), st.sampled_from([np.float32, np.float64]))
def test_given_weights_come_back(n_in: int, n_out: int, dtype: type[np.floating]) -> None:
    array = np.random.default_rng(n_in * 10 + n_out).standard_normal((n_in, n_out)).astype(dtype)
    spec = InitializerSpec.given(array)
    assert spec.shape == (n_in, n_out)
    weights = spec.sample(np.random.default_rng(0), n_in, n_out, dtype)
    np.testing.assert_array_equal(weights, array)
    assert spec.std(n_in, n_out) == pytest.approx(float(array.std()), abs=1e-6)


def test_given_weights_of_another_shape_are_refused_with_both_shapes() -> None:
    spec = InitializerSpec.given([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]])
    with pytest.raises(SpecError, match="weights are 2×3, but the layer needs 3×2"):
        spec.sample(np.random.default_rng(0), 3, 2)


@pytest.mark.parametrize(
    "values", [None, (), ((),), ((1.0, 2.0), (3.0,)), ((math.nan,),), ((1.0, math.inf),)], ids=str
)
def test_given_weights_that_are_no_table_are_refused(values: tuple[tuple[float, ...], ...] | None) -> None:
    (problem,) = InitializerSpec("given", values=values).problems()
    assert str(problem) == "The given weights must be rows of finite numbers, all rows of the same length."


@pytest.mark.parametrize("sigma", [0.0, -0.01, math.nan, math.inf])
def test_a_sigma_that_is_none_is_named_where_it_counts(sigma: float) -> None:
    (problem,) = InitializerSpec("normal", sigma).problems()
    assert f"standard deviation {sigma}" in str(problem)
    assert InitializerSpec("he", sigma).problems() == ()
    with pytest.raises(SpecError, match="choose Zeros"):
        InitializerSpec("normal", sigma).sample(np.random.default_rng(0), 2, 2)


def test_an_unknown_kind_is_named_with_the_nearest() -> None:
    (problem,) = InitializerSpec("xaver").problems()
    assert str(problem) == "Unknown kind of initial weights: “xaver”. Did you mean “xavier”?"


@pytest.mark.parametrize(
    "spec", [*DRAWN, InitializerSpec("zeros"), InitializerSpec.given([[1.0, 2.5], [3.0, 4.0]])]
)
def test_spec_survives_json(spec: InitializerSpec) -> None:
    again = InitializerSpec.from_dict(json.loads(json.dumps(spec.to_dict())))
    assert again == spec
    assert hash(again) == hash(spec)


# --- five layers of 100, 1,000 normal inputs: the spread of the activations (the book, chapter 6) -----------

ACTIVATIONS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "sigmoid": lambda a: 1 / (1 + np.exp(-a)),
    "relu": lambda a: np.maximum(a, 0),
    "tanh": np.tanh,
}


def five_layers(activation: str, init: InitializerSpec, seed: int) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((1000, 100)).astype(np.float32)
    outputs = []
    for _ in range(5):
        x = ACTIVATIONS[activation](x @ init.sample(rng, 100, 100))
        outputs.append(x)
    return outputs


@pytest.mark.parametrize(
    ("activation", "init", "first", "last", "median"),
    [
        ("sigmoid", InitializerSpec("normal", 1.0), 0.458, 0.437, 0.437),
        ("sigmoid", InitializerSpec("normal", 0.01), 0.0249, 0.0115, 0.0124),
        ("sigmoid", InitializerSpec("xavier"), 0.208, 0.116, 0.120),
        ("relu", InitializerSpec("normal", 0.01), 0.0585, 1.8e-6, 1.46e-6),
        ("relu", InitializerSpec("xavier"), 0.585, 0.177, 0.146),
        ("relu", InitializerSpec("he"), 0.828, 1.00, 0.83),
        ("tanh", InitializerSpec("normal", 0.01), 0.099, 9.7e-6, 9.9e-6),
        ("tanh", InitializerSpec("xavier"), 0.626, 0.314, 0.320),
        ("tanh", InitializerSpec("normal", 1.0), 0.958, 0.956, 0.958),
    ],
    ids=lambda value: value.kind if isinstance(value, InitializerSpec) else str(value),
)
def test_spread_of_the_activations(
    activation: str, init: InitializerSpec, first: float, last: float, median: float
) -> None:
    """`first` and `last` are of one seed, as the book has them; `median` is of layer 5 over many seeds."""
    spreads = np.array([[x.std() for x in five_layers(activation, init, seed)] for seed in range(25)])
    assert np.median(spreads[:, 0]) == pytest.approx(first, rel=0.01)
    assert np.median(spreads[:, 4]) == pytest.approx(median, rel=0.08)
    # The book's one seed is one of these: no further from the median than they are.
    assert spreads[:, 4].min() * 0.99 <= last <= spreads[:, 4].max() * 1.01


def test_wide_weights_drive_the_sigmoid_to_its_ends() -> None:
    lasts = [five_layers("sigmoid", InitializerSpec("normal", 1.0), seed)[-1] for seed in range(25)]
    assert np.median([(x < 0.01).mean() for x in lasts]) == pytest.approx(0.25, abs=0.03)
    assert np.median([(x > 0.99).mean() for x in lasts]) == pytest.approx(0.25, abs=0.03)
