"""The optimizers: the book's positions, the textbook's formulas, PyTorch, and what a checkpoint needs."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from core.calculus.descent import descend
from core.calculus.functions import LONG_VALLEY
from core.errors import ConfigError, ModelFileError
from core.nn.optimizers import (
    BLOCK,
    USED_SETTINGS,
    USUAL_RATES,
    Adam,
    Momentum,
    Optimizer,
    OptimizerSpec,
    smaller_rate,
)
from tests.core.pytorch import pytorch

KINDS = tuple(USED_SETTINGS)


def walk(optimizer: Optimizer, gradients: np.ndarray, start: np.ndarray) -> np.ndarray:
    """(steps + 1, n): the start and the position after each gradient, (steps, n)."""
    position = start.copy()
    path = [position.copy()]
    for gradient in gradients:
        optimizer.update(position, gradient)
        path.append(position.copy())
    return np.array(path)


def random_walk(seed: int, steps: int = 50, n: int = 7) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    return rng.standard_normal((steps, n)), rng.standard_normal(n)


# --- the book -----------------------------------------------------------------------------------------------

BOOK = [
    (OptimizerSpec("sgd", 0.95), ("-0.350393", "0.084782"), "0.01333"),
    (OptimizerSpec("momentum", 0.1), ("0.896414", "0.088086"), "0.04794"),
    (OptimizerSpec("adam", 0.3, epsilon=1e-7, fold_bias_correction=True), ("0.136007", "0.318245"), "0.1022"),
]


@pytest.mark.parametrize(("spec", "position", "height"), BOOK, ids=lambda value: getattr(value, "kind", ""))
def test_thirty_updates_on_the_long_valley_end_where_the_book_says(
    spec: OptimizerSpec, position: tuple[str, str], height: str
) -> None:
    x, y = descend(spec.build().update, LONG_VALLEY.gradient, (-7.0, 2.0), 30)[-1]
    assert (f"{x:.6f}", f"{y:.6f}") == position
    assert f"{LONG_VALLEY.value((x, y)):.4g}" == height


def test_adagrad_on_the_long_valley_ends_where_the_book_says() -> None:
    spec = OptimizerSpec("adagrad", 1.5, epsilon=1e-7)
    x, y = descend(spec.build().update, LONG_VALLEY.gradient, (-7.0, 2.0), 30)[-1]
    assert f"{x:.6f}" == "-0.120162"
    assert f"{y:.1e}" == "2.5e-17"
    assert f"{LONG_VALLEY.value((x, y)):.2e}" == "7.22e-04"


# --- the formulas, as the papers and PyTorch write them -----------------------------------------------------


def textbook(spec: OptimizerSpec, gradients: np.ndarray, p: np.ndarray) -> Iterator[np.ndarray]:
    rate, m, epsilon = spec.learning_rate, spec.momentum, spec.epsilon
    velocity = first = second = np.zeros_like(p)
    yield p
    for t, g in enumerate(gradients, start=1):
        if spec.kind == "sgd":
            p = p - rate * g
        elif spec.kind in ("momentum", "nesterov"):
            velocity = m * velocity + g
            p = p - rate * (velocity if spec.kind == "momentum" else g + m * velocity)
        elif spec.kind == "adagrad":
            second = second + g**2
            p = p - rate * g / (np.sqrt(second) + (epsilon or 1e-10))
        elif spec.kind == "rmsprop":
            second = spec.alpha * second + (1 - spec.alpha) * g**2
            p = p - rate * g / (np.sqrt(second) + (epsilon or 1e-8))
        else:
            first = spec.beta1 * first + (1 - spec.beta1) * g
            second = spec.beta2 * second + (1 - spec.beta2) * g**2
            first_correction, second_correction = 1 - spec.beta1**t, 1 - spec.beta2**t
            if spec.fold_bias_correction:
                folded = rate * math.sqrt(second_correction) / first_correction
                p = p - folded * first / (np.sqrt(second) + (epsilon or 1e-8))
            else:
                root = np.sqrt(second / second_correction)
                p = p - rate * (first / first_correction) / (root + (epsilon or 1e-8))
        yield p


SETTINGS = [
    *(OptimizerSpec(kind, 0.05) for kind in KINDS),
    OptimizerSpec("momentum", 0.02, momentum=0.5),
    OptimizerSpec("nesterov", 0.02, momentum=0.0),
    OptimizerSpec("adagrad", 0.3, epsilon=0.1),
    OptimizerSpec("rmsprop", 0.01, alpha=0.5, epsilon=0.1),
    OptimizerSpec("adam", 0.01, beta1=0.0, beta2=0.5, epsilon=0.1),
    OptimizerSpec("adam", 0.01, epsilon=0.1, fold_bias_correction=True),
]


@pytest.mark.parametrize("spec", SETTINGS, ids=str)
def test_update_follows_the_textbook(spec: OptimizerSpec) -> None:
    gradients, start = random_walk(seed=1)
    expected = np.array(list(textbook(spec, gradients, start)))
    np.testing.assert_allclose(walk(spec.build(), gradients, start), expected, rtol=0, atol=1e-12)


@pytest.mark.parametrize("kind", KINDS)
def test_update_agrees_with_pytorch(kind: str) -> None:
    torch = pytorch()
    makers: dict[str, Callable[..., object]] = {
        "sgd": torch.optim.SGD,
        "momentum": lambda p, lr: torch.optim.SGD(p, lr=lr, momentum=0.9),
        "nesterov": lambda p, lr: torch.optim.SGD(p, lr=lr, momentum=0.9, nesterov=True),
        "adagrad": torch.optim.Adagrad,
        "rmsprop": torch.optim.RMSprop,
        "adam": torch.optim.Adam,
    }
    gradients, start = random_walk(seed=2)
    theirs = torch.nn.Parameter(torch.tensor(start))
    reference = makers[kind]([theirs], lr=0.05)
    ours, position = OptimizerSpec(kind, 0.05).build(), start.copy()
    for step, gradient in enumerate(gradients):
        rate = 0.05 if step < 25 else 0.01
        reference.param_groups[0]["lr"] = ours.learning_rate = rate  # type: ignore[attr-defined]
        theirs.grad = torch.tensor(gradient)
        reference.step()  # type: ignore[attr-defined]
        ours.update(position, gradient)
        np.testing.assert_allclose(position, theirs.detach().numpy(), rtol=0, atol=1e-12)


# --- arrays -------------------------------------------------------------------------------------------------


@given(
    kind=st.sampled_from(KINDS),
    shape=hnp.array_shapes(min_dims=0, max_dims=3, max_side=5),
    dtype=st.sampled_from([np.float32, np.float64]),
    seed=st.integers(0, 1000),
)
def test_any_shape_and_float_type_is_the_flat_float64_walk(
    kind: str, shape: tuple[int, ...], dtype: type[np.floating], seed: int
) -> None:
    rng = np.random.default_rng(seed)
    start = rng.standard_normal(shape).astype(dtype)
    gradients = rng.standard_normal((4, *shape)).astype(dtype)
    position, optimizer = start.copy(), OptimizerSpec(kind, 0.05).build()
    for gradient in gradients:
        untouched = gradient.copy()
        optimizer.update(position, gradient)
        np.testing.assert_array_equal(gradient, untouched)
    assert position.dtype == dtype
    assert all(buffer.dtype == dtype and buffer.shape == shape for buffer in optimizer.buffers.values())
    flat = [part.astype(np.float64).reshape(-1) for part in gradients]
    expected = list(
        textbook(OptimizerSpec(kind, 0.05), np.array(flat), start.astype(np.float64).reshape(-1))
    )[-1]
    np.testing.assert_allclose(position.reshape(-1), expected, atol=1e-12 if dtype is np.float64 else 1e-4)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("shape", [(BLOCK + 3,), (3, BLOCK // 2), (2, BLOCK + 1)], ids=str)
def test_an_array_of_several_blocks_is_updated_whole(kind: str, shape: tuple[int, ...]) -> None:
    rng = np.random.default_rng(8)
    start, gradients = rng.standard_normal(shape), rng.standard_normal((2, *shape))
    spec, position = OptimizerSpec(kind, 0.05), start.copy()
    optimizer = spec.build()
    for gradient in gradients:
        optimizer.update(position, gradient)
    expected = list(textbook(spec, gradients, start))[-1]
    np.testing.assert_allclose(position, expected, rtol=0, atol=1e-12)


@pytest.mark.parametrize("kind", KINDS)
def test_a_view_that_is_not_contiguous_is_updated_in_place(kind: str) -> None:
    whole = np.ones((4, 6))
    window = whole[:, ::2].T
    OptimizerSpec(kind, 0.1).build().update(window, np.ones_like(window))
    assert (whole[:, ::2] < 1).all()
    assert (whole[:, 1::2] == 1).all()


@pytest.mark.parametrize("kind", KINDS)
def test_a_gradient_of_zero_moves_nothing(kind: str) -> None:
    position = np.array([1.0, -2.0])
    OptimizerSpec(kind, 0.1).build().update(position, np.zeros(2))
    assert position.tolist() == [1.0, -2.0]


@pytest.mark.parametrize("kind", KINDS)
def test_a_gradient_that_is_not_finite_gives_a_result_that_is_not_finite(kind: str) -> None:
    position = np.ones(3, dtype=np.float32)
    with np.errstate(all="ignore"):
        OptimizerSpec(kind, 0.1).build().update(position, np.array([np.nan, np.inf, 1], dtype=np.float32))
    assert np.isfinite(position).tolist() == [False, False, True]


@pytest.mark.parametrize("kind", KINDS)
def test_rate_and_momentum_may_change_between_updates(kind: str) -> None:
    gradients, start = random_walk(seed=3, steps=2)
    optimizer = OptimizerSpec(kind, 0.1).build()
    position = start.copy()
    optimizer.update(position, gradients[0])
    before = position.copy()
    optimizer.learning_rate = 0.0
    optimizer.update(position, gradients[1])
    np.testing.assert_array_equal(position, before)


def test_momentum_zero_is_plain_gradient_descent() -> None:
    gradients, start = random_walk(seed=4)
    optimizer = Momentum(0.1)
    optimizer.update(start.copy(), gradients[0])
    optimizer.momentum = 0.0
    plain = OptimizerSpec("sgd", 0.1).build()
    np.testing.assert_allclose(walk(optimizer, gradients, start), walk(plain, gradients, start), atol=1e-14)


def test_one_optimizer_serves_one_array() -> None:
    optimizer = OptimizerSpec("adam").build()
    optimizer.update(np.ones(3), np.ones(3))
    with pytest.raises(ValueError, match=r"shape \(3,\), the parameters \(4,\)"):
        optimizer.update(np.ones(4), np.ones(4))


@pytest.mark.parametrize("kind", ["momentum", "nesterov", "rmsprop", "adam"])
def test_what_is_left_of_a_gradient_that_became_zero_is_forgotten(kind: str) -> None:
    """Rounding, without care, keeps the buffers at a subnormal number for ever (0.9·5 rounds to 5)."""
    spec = OptimizerSpec(kind, 0.001, alpha=0.9, beta2=0.9)
    optimizer, position = spec.build(), np.ones(2, dtype=np.float32)
    optimizer.update(position, np.array([1e-3, 1e-3], dtype=np.float32))
    for _ in range(2000):
        optimizer.update(position, np.array([0.0, 1e-3], dtype=np.float32))
    for buffer in optimizer.buffers.values():
        assert buffer[0] == 0.0
        assert buffer[1] > 0.0


def test_forgetting_keeps_what_is_not_finite() -> None:
    optimizer, position = Momentum(0.1), np.zeros(2, dtype=np.float32)
    with np.errstate(all="ignore"):
        optimizer.update(position, np.array([np.nan, np.inf], dtype=np.float32))
        for _ in range(300):
            optimizer.update(position, np.zeros(2, dtype=np.float32))
    assert np.isnan(optimizer.buffers["velocity"][0])
    assert np.isinf(optimizer.buffers["velocity"][1])


# --- a checkpoint -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("pause", [0, 1, 300])
def test_a_loaded_state_goes_on_bit_by_bit(kind: str, pause: int) -> None:
    gradients, start = random_walk(seed=5, steps=pause + 20)
    spec = OptimizerSpec(kind, 0.01)
    unbroken = walk(spec.build(), gradients, start)

    first, second = spec.build(), spec.build()
    half_way = walk(first, gradients[:pause], start)[-1]
    second.load_state(first.state())
    np.testing.assert_array_equal(walk(second, gradients[pause:], half_way)[-1], unbroken[-1])


@pytest.mark.parametrize("kind", KINDS)
def test_a_state_is_a_copy_both_ways(kind: str) -> None:
    gradients, start = random_walk(seed=6)
    optimizer, other = OptimizerSpec(kind).build(), OptimizerSpec(kind).build()
    walk(optimizer, gradients[:5], start)
    state = optimizer.state()
    kept = {name: array.copy() for name, array in state.items()}
    other.load_state(state)
    walk(optimizer, gradients, start)
    walk(other, gradients, start)
    for name, array in kept.items():
        np.testing.assert_array_equal(state[name], array)


def test_another_optimizers_state_is_refused() -> None:
    stepped = OptimizerSpec("rmsprop").build()
    stepped.update(np.ones(3), np.ones(3))
    with pytest.raises(ModelFileError, match=r"lacks gradient_sum\. Choose the optimizer with which"):
        Adam(0.001).load_state(stepped.state())


@pytest.mark.parametrize("kind", KINDS)
def test_before_the_first_update_there_is_nothing_but_the_count(kind: str) -> None:
    state = OptimizerSpec(kind).build().state()
    assert list(state) == ["updates"]
    gradients, start = random_walk(seed=7, steps=3)
    optimizer = OptimizerSpec(kind).build()
    walk(optimizer, gradients, start)
    optimizer.load_state(state)
    np.testing.assert_array_equal(
        walk(optimizer, gradients, start), walk(OptimizerSpec(kind).build(), gradients, start)
    )


def test_a_state_without_its_count_is_refused() -> None:
    with pytest.raises(ModelFileError, match="lacks updates"):
        OptimizerSpec("sgd").build().load_state({})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("pause", [0, 1, 300])
def test_another_with_equal_constants_goes_on_bit_by_bit(kind: str, pause: int) -> None:
    gradients, start = random_walk(seed=8, steps=pause + 20)
    spec = OptimizerSpec(kind, 0.01)
    unbroken = walk(spec.build(), gradients, start)

    first, second = spec.build(), spec.build()
    half_way = walk(first, gradients[:pause], start)[-1]
    second.take_over(first)
    np.testing.assert_array_equal(walk(second, gradients[pause:], half_way)[-1], unbroken[-1])


@pytest.mark.parametrize(
    ("kind", "name", "constant", "other"),
    [
        ("rmsprop", "square_sum", "alpha", 0.9),
        ("adam", "square_sum", "beta2", 0.9),
        ("adam", "gradient_sum", "beta1", 0.5),
        ("adam", "gradient_sum", "beta1", 0.0),
    ],
)
def test_another_constant_leaves_the_running_means_as_they_are(
    kind: str, name: str, constant: str, other: float
) -> None:
    """The mean is (1 − c) · buffer, and c is another from here on: the buffer follows."""
    gradients, start = random_walk(seed=9)
    before = OptimizerSpec(kind).build()
    walk(before, gradients, start)
    after = OptimizerSpec(kind, **{constant: other}).build()  # type: ignore[arg-type]
    after.take_over(before)
    mean = (1 - getattr(before, constant)) * before.buffers[name]
    np.testing.assert_allclose((1 - other) * after.buffers[name], mean, rtol=1e-6)
    assert after.updates == before.updates


# --- the spec -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("spec", SETTINGS, ids=str)
def test_spec_survives_a_dictionary(spec: OptimizerSpec) -> None:
    assert OptimizerSpec.from_dict(spec.to_dict()) == spec
    assert OptimizerSpec.from_dict({"kind": spec.kind}) == OptimizerSpec(spec.kind)


def test_an_unknown_name_in_the_dictionary_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="lr"):
        OptimizerSpec.from_dict({"kind": "sgd", "lr": 0.1})


@pytest.mark.parametrize("rate", [0.0, -0.1, math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("kind", KINDS)
def test_a_learning_rate_that_is_none_is_named(kind: str, rate: float) -> None:
    (problem,) = OptimizerSpec(kind, rate).problems()
    assert problem.fields["field"] == "learning_rate"
    assert str(problem) == f"The learning rate is {rate}; it must be a number above 0, such as 0.1."


WRONG = [
    *(("momentum", kind, value) for kind in ("momentum", "nesterov") for value in (-0.1, 1.0, 2.0, math.nan)),
    *((beta, "adam", value) for beta in ("beta1", "beta2") for value in (-0.1, 1.0, math.nan)),
    *(("alpha", "rmsprop", value) for value in (-0.1, 1.0, math.nan)),
    *(("epsilon", kind, value) for kind in ("adagrad", "rmsprop", "adam") for value in (0.0, -1.0, math.nan)),
]


@pytest.mark.parametrize(("field", "kind", "value"), WRONG)
def test_a_wrong_constant_is_named_where_it_counts_and_only_there(
    field: str, kind: str, value: float
) -> None:
    settings: dict[str, Any] = {field: value}
    spec = OptimizerSpec(kind, **settings)
    (problem,) = spec.problems()
    assert problem.fields["field"] == field
    assert str(value) in str(problem)
    with pytest.raises(ConfigError, match="must be"):
        spec.build()
    assert replace(spec, kind="sgd").problems() == ()


def test_every_problem_is_told_at_once() -> None:
    found = OptimizerSpec("adam", 0.0, beta1=1.0, epsilon=-1.0).problems()
    assert [problem.fields["field"] for problem in found] == ["learning_rate", "beta1", "epsilon"]


def test_an_unknown_optimizer_is_named_with_the_nearest() -> None:
    (problem,) = OptimizerSpec("adma").problems()
    assert problem.fields["field"] == "optimizer"
    assert str(problem) == "Unknown optimizer: “adma”. Did you mean “adam”?"
    with pytest.raises(ConfigError, match="Known: sgd, momentum, nesterov, adagrad, rmsprop, adam"):
        OptimizerSpec("xyzzy").build()


def test_every_kind_has_a_usual_rate_that_is_sound() -> None:
    assert set(USUAL_RATES) == set(USED_SETTINGS)
    assert all(OptimizerSpec(kind, rate).problems() == () for kind, rate in USUAL_RATES.items())


def test_after_a_divergence_a_smaller_rate_is_advised() -> None:
    assert smaller_rate("sgd", 0.5) == pytest.approx(0.05)
    assert smaller_rate("sgd", 100.0) == USUAL_RATES["sgd"]
    assert smaller_rate("adam", 1.0) == USUAL_RATES["adam"]


def test_rates_that_kill_a_network_are_allowed() -> None:
    assert OptimizerSpec("sgd", 100.0).problems() == ()
