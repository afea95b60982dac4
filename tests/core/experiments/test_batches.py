"""A layer over a batch: the published gradients, the shares, where 1/N is, and both ways timed."""

from __future__ import annotations

from collections.abc import Generator
from itertools import count

import numpy as np
import pytest

from core.experiments.batches import (
    BIAS,
    MOST_EXAMPLES,
    REPEATS,
    WEIGHTS,
    Backward,
    BatchOf,
    Floats,
    Timing,
    backward,
    errors_of,
    timing,
)
from core.experiments.published import published
from core.nn.losses import SoftmaxWithLoss


def loss_of(found: Backward, W: Floats, b: Floats) -> float:
    mean = SoftmaxWithLoss(np.float64).each(found.x @ W + b, found.t).mean()
    return float(mean if found.of.divides else mean * len(found.x))


def test_the_gradients_of_the_book_and_of_the_notes() -> None:
    cases = published("batches")
    assert len(cases) == 12
    for case in cases:
        found = backward(BatchOf(case.given["weights"], examples=1))
        assert case.agrees((float(found.gradient[case.given["row"], case.given["column"]]),))


@pytest.mark.parametrize("weights", WEIGHTS)
@pytest.mark.parametrize("divides", [False, True])
@pytest.mark.parametrize("examples", [1, 2, MOST_EXAMPLES])
def test_the_shares_add_up_to_the_gradient_of_the_engine(weights: str, divides: bool, examples: int) -> None:
    found = backward(BatchOf(weights, examples, divides, seed=3))
    np.testing.assert_allclose(found.shares.sum(axis=0), found.gradient, rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(found.inputs.T @ found.dy, found.gradient, rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(found.dy.sum(axis=0), found.gradient[BIAS], rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("divides", [False, True])
def test_the_gradient_is_that_of_central_differences(divides: bool) -> None:
    found = backward(BatchOf("simple_net", 4, divides))
    W, b, h = WEIGHTS["simple_net"], np.zeros(3), 1e-6
    assert W is not None
    assert loss_of(found, W, b) == pytest.approx(found.loss)
    for place in np.ndindex(3, 3):
        step = np.zeros((3, 3))
        step[place] = h
        above, below = (loss_of(found, W + way * step[:2], b + way * step[2]) for way in (1, -1))
        assert found.gradient[place] == pytest.approx((above - below) / (2 * h), abs=1e-8)


def test_the_mean_of_single_gradients_is_that_of_the_batch() -> None:
    whole = backward(BatchOf("drawn", 5, seed=1))
    single = whole.inputs[:, :, np.newaxis] * errors_of(whole)[:, np.newaxis, :]
    np.testing.assert_allclose(single.mean(axis=0), whole.gradient, rtol=1e-12)


def test_without_the_division_the_gradient_grows_with_the_batch() -> None:
    mean, total = (backward(BatchOf("simple_net", 4, divides)) for divides in (True, False))
    np.testing.assert_allclose(total.gradient, 4 * mean.gradient)
    assert total.loss == pytest.approx(4 * mean.loss)


def test_the_first_example_stays_whatever_the_seed() -> None:
    for seed in (0, 1):
        found = backward(BatchOf(examples=3, seed=seed))
        assert (found.x[0].tolist(), int(found.t[0])) == ([0.6, 0.9], 2)
    assert backward(BatchOf(seed=0)).x.tolist() != backward(BatchOf(seed=1)).x.tolist()


def finished(steps: Generator[tuple[int, int], None, Timing]) -> Timing:
    while True:
        try:
            done, total = next(steps)
        except StopIteration as end:
            found: Timing = end.value
            return found
        assert 0 <= done < total


def test_both_ways_are_measured_by_the_clock_that_is_given() -> None:
    ticks = count()
    found = finished(timing(7, lambda: float(next(ticks))))
    # A second passes between two looks at this clock.
    assert (found.images, found.singly_s, found.batch_s, found.ratio) == (7, 1.0, 1.0, 1.0)
    # The first turn is not measured.
    assert next(ticks) == 4 * REPEATS + 3


def test_both_ways_give_one_gradient() -> None:
    assert finished(timing(60)).difference < 1e-6
