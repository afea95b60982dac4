"""The losses: the book's numbers, scores beyond every exponential, targets in all their forms."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import DataError
from core.nn.losses import Loss, SigmoidWithLoss, SoftmaxWithLoss, SquaredError, labels_of, softmax

Array = np.ndarray
F64 = np.float64
BOOK_DELTA = 1e-7
LOSSES = [
    SoftmaxWithLoss(F64),
    SigmoidWithLoss(F64),
    SquaredError("sum", F64),
    SquaredError("mean", F64),
]
ALL = pytest.mark.parametrize("loss", LOSSES, ids=["softmax", "sigmoid", "sum", "mean"])


def scores_of(probabilities: list[float]) -> Array:
    """Scores whose softmax these are, one row; a probability of 0 is a score of −∞."""
    with np.errstate(divide="ignore"):
        return np.log(np.array([probabilities]))


# --- softmax cross entropy -----------------------------------------------------------------------------


def test_softmax_of_the_book() -> None:
    scores = np.array([[0.3, 2.9, 4.0]])
    exponentials = np.exp(scores)
    assert [f"{value:.8f}" for value in exponentials[0]] == ["1.34985881", "18.17414537", "54.59815003"]
    assert f"{exponentials.sum():.7f}" == "74.1221542"
    for p in (softmax(scores), SoftmaxWithLoss(F64).output(scores)):
        assert [f"{value:.8f}" for value in p[0]] == ["0.01821127", "0.24519181", "0.73659691"]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_softmax_without_overflow(dtype: type[np.floating[Any]]) -> None:
    p = softmax(np.array([[1010.0, 1000.0, 990.0]], dtype))
    np.testing.assert_allclose(p[0], [0.9999546, 4.53978686e-05, 2.06106005e-09], rtol=1e-6)
    np.testing.assert_allclose(p[0, 1:], [4.53978686e-05, 2.06106005e-09], rtol=1e-6)
    assert math.isclose(float(p.sum()), 1.0, rel_tol=1e-6)


@pytest.mark.parametrize(
    ("p", "gradient"),
    [((0.3, 0.2, 0.5), (0.3, -0.8, 0.5)), ((0.01, 0.99, 0.0), (0.01, -0.01, 0.0))],
)
def test_softmax_with_loss_backward_of_the_book(p: tuple[float, ...], gradient: tuple[float, ...]) -> None:
    loss = SoftmaxWithLoss(F64)
    loss.forward(scores_of(list(p)), np.array([[0, 1, 0]]))
    np.testing.assert_allclose(loss.backward(), [gradient], atol=1e-15)


@pytest.mark.parametrize(("p", "printed"), [(0.6, 0.510825457099338), (0.1, 2.302584092994546)])
def test_cross_entropy_of_the_book(p: float, printed: float) -> None:
    """The book adds δ = 1e−7 inside the logarithm, this engine needs none: the rest is the same number."""
    computed = SoftmaxWithLoss(F64).forward(scores_of([p, 1 - p]), np.array([0]))
    assert computed == pytest.approx(-math.log(p), rel=1e-15)
    assert -math.log(math.exp(-computed) + BOOK_DELTA) == pytest.approx(printed, rel=1e-15)


def test_simple_net_of_the_book() -> None:
    W = np.array([[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]])
    x, t = np.array([[0.6, 0.9]]), np.array([[0, 0, 1]])
    scores = x @ W
    np.testing.assert_allclose(scores, [[1.05414809, 0.63071653, 1.1328074]], atol=1e-8)
    loss = SoftmaxWithLoss(F64)
    # The printed loss has the δ in it, which this engine does not need.
    assert f"{-math.log(math.exp(-loss.forward(scores, t)) + BOOK_DELTA):.8f}" == "0.92806829"
    dW = x.T @ loss.backward()
    expected = [[0.219248, 0.143562, -0.362810], [0.328871, 0.215344, -0.544215]]
    np.testing.assert_allclose(dW, expected, atol=0.6e-6)


def test_simple_net_of_the_study_notes() -> None:
    x, t = np.array([[0.6, 0.9]]), np.array([2])
    loss = SoftmaxWithLoss(F64)
    assert f"{loss.forward(scores_of([0.40083138, 0.28262327, 0.31654535]), t):.6f}" == "1.150289"
    expected = [[0.24049883, 0.16957396, -0.41007279], [0.36074824, 0.25436094, -0.61510918]]
    np.testing.assert_allclose(x.T @ loss.backward(), expected, atol=1e-8)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("size", [1e3, 1e4, 1e30])
def test_softmax_with_loss_holds_out_with_extreme_scores(dtype: type, size: float) -> None:
    loss = SoftmaxWithLoss(dtype)
    scores: Array = np.array([[size, 0.0, -size], [-size, 0.0, size]], dtype)
    assert loss.forward(scores, np.array([0, 0])) == pytest.approx(size, rel=1e-6)
    np.testing.assert_allclose(loss.backward(), [[0.0, 0.0, 0.0], [-0.5, 0.0, 0.5]], atol=1e-30)


# --- sigmoid cross entropy ----------------------------------------------------------------------


def test_sigmoid_with_loss_by_hand() -> None:
    loss = SigmoidWithLoss(F64)
    scores, t = np.array([[0.0, math.log(3)], [math.log(3), 0.0]]), np.array([[1.0, 0.0], [1.0, 1.0]])
    expected = -(math.log(0.5) + math.log(0.25) + math.log(0.75) + math.log(0.5)) / 2
    assert loss.forward(scores, t) == pytest.approx(expected, rel=1e-15)
    np.testing.assert_allclose(loss.backward(), [[-0.25, 0.375], [-0.125, -0.25]], rtol=1e-15)
    np.testing.assert_allclose(loss.output(scores), [[0.5, 0.75], [0.75, 0.5]], rtol=1e-15)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_sigmoid_with_loss_holds_out_with_extreme_scores(dtype: type[np.floating[Any]]) -> None:
    loss = SigmoidWithLoss(dtype)
    scores = np.array([[1e4], [-1e4], [1e4], [-1e4]], dtype)
    assert loss.forward(scores, np.array([1, 0, 0, 1])) == pytest.approx(0.5e4)
    np.testing.assert_array_equal(loss.backward(), [[0], [0], [0.25], [-0.25]])


# --- squared error ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("y", "printed"),
    [
        ((0.1, 0.05, 0.6, 0.0, 0.05, 0.1, 0.0, 0.1, 0.0, 0.0), 0.0975),
        ((0.1, 0.05, 0.1, 0.0, 0.05, 0.1, 0.0, 0.6, 0.0, 0.0), 0.5975),
    ],
)
@pytest.mark.parametrize("t", [np.eye(10)[[2]], np.array([2])], ids=["one-hot", "label"])
def test_squared_error_of_the_book(y: tuple[float, ...], printed: float, t: Array) -> None:
    assert SquaredError("sum", F64).forward(np.array([y]), t) == pytest.approx(printed, rel=1e-14)
    assert SquaredError("mean", F64).forward(np.array([y]), t) == pytest.approx(printed / 10, rel=1e-14)


def test_the_third_form_reports_the_mean_and_steps_with_the_gradient_of_the_sum() -> None:
    rng = np.random.default_rng(0)
    scores, t = rng.normal(size=(4, 5)), rng.normal(size=(4, 5))
    both, mean, total = (SquaredError(form, F64) for form in ("mean_of_sum_gradient", "mean", "sum"))
    losses = [loss.forward(scores, t) for loss in (both, mean, total)]
    assert losses[0] == losses[1] == pytest.approx(losses[2] / 5, rel=1e-15)
    np.testing.assert_array_equal(both.backward(), total.backward())
    np.testing.assert_allclose(both.backward(), 5 * mean.backward(), rtol=1e-15)


# --- all of them --------------------------------------------------------------------------------------------


@ALL
@given(n=st.integers(1, 6), c=st.integers(2, 6), seed=st.integers(0, 2**32 - 1))
def test_backward_agrees_with_central_differences(loss: Loss, n: int, c: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores, t = rng.normal(size=(n, c)), rng.integers(0, c, n)
    loss.forward(scores, t)
    gradient = loss.backward().copy()
    numerical, h = np.empty_like(scores), 1e-5
    for i in np.ndindex(scores.shape):
        step = np.zeros_like(scores)
        step[i] = h
        numerical[i] = (loss.forward(scores + step, t) - loss.forward(scores - step, t)) / (2 * h)
    np.testing.assert_allclose(gradient, numerical, rtol=1e-7, atol=1e-9)


@ALL
@given(n=st.integers(1, 6), c=st.integers(2, 6), seed=st.integers(0, 2**32 - 1))
def test_the_loss_is_the_mean_of_each_ones(loss: Loss, n: int, c: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores, t = rng.normal(size=(n, c)), rng.integers(0, c, n)
    assert loss.forward(scores, t) == pytest.approx(loss.each(scores, t).mean(), rel=1e-13)
    alone = [loss.each(scores[[i]], t[[i]])[0] for i in range(n)]
    np.testing.assert_allclose(loss.each(scores, t), alone, rtol=1e-13)


@ALL
@pytest.mark.parametrize("dtype", [np.uint8, np.int64, np.float32, np.float64, bool])
def test_labels_and_one_hot_rows_of_any_type_are_the_same(loss: Loss, dtype: type[np.floating[Any]]) -> None:
    rng = np.random.default_rng(1)
    scores, labels = rng.normal(size=(5, 4)), np.array([3, 0, 1, 2, 3])
    rows = np.eye(4)[labels].astype(dtype)
    assert loss.forward(scores, labels) == loss.forward(scores, rows)
    np.testing.assert_array_equal(loss.each(scores, labels), loss.each(scores, rows))
    loss.forward(scores, labels.astype(np.uint8))
    by_label = loss.backward().copy()
    loss.forward(scores, rows)
    np.testing.assert_array_equal(loss.backward(), by_label)


@ALL
def test_scores_and_targets_are_only_read(loss: Loss) -> None:
    scores, t = np.random.default_rng(2).normal(size=(3, 4)), np.eye(4)[[0, 1, 2]]
    kept = scores.copy()
    scores.flags.writeable = t.flags.writeable = False
    loss.each(scores, t)
    loss.output(scores)
    loss.forward(scores, t)
    loss.backward()
    np.testing.assert_array_equal(scores, kept)


@ALL
def test_what_is_not_a_number_stays_so(loss: Loss) -> None:
    scores = np.array([[0.0, np.nan, 1.0], [0.0, 1.0, 2.0]])
    assert math.isnan(loss.forward(scores, np.array([0, 1])))


@ALL
def test_measuring_between_forward_and_backward_changes_nothing(loss: Loss) -> None:
    """The window may ask for probabilities while a session stands between the two."""
    rng = np.random.default_rng(3)
    scores, other, t = rng.normal(size=(3, 4)), rng.normal(size=(3, 4)), np.array([0, 1, 2])
    loss.forward(scores, t)
    expected = loss.backward().copy()
    loss.forward(scores, t)
    loss.output(other)
    loss.each(other, t)
    np.testing.assert_array_equal(loss.backward(), expected)


@pytest.mark.parametrize(
    "rows",
    [np.ones((2, 3)), np.zeros((2, 3)), np.eye(4)[[0, 1]], np.array([[0.5, 0.5, 0.0]] * 2)],
    ids=["many ones", "no one", "another width", "halves"],
)
def test_rows_that_are_not_one_hot_are_no_labels(rows: Array) -> None:
    with pytest.raises(DataError, match="labels, or rows of 3 numbers with one 1 and zeros"):
        labels_of(rows, 3)
