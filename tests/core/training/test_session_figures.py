"""The figures that a session tells: a step explained, and evaluations, each as a recomputation gives it."""

from __future__ import annotations

import numpy as np
import pytest

from core.data import DataSet, Split
from core.data.batches import RandomBatches
from core.nn.network import BATCH_STREAM, Network, stream
from core.nn.optimizers import OptimizerSpec
from core.nn.spec import LayerSpec
from core.training.events import Evaluation, Iteration, IterationDetail
from core.training.whole_sets import fixed_part
from tests.core.training.small_data import (
    ADAM,
    ALL_CHANCE,
    SMALL,
    clouds,
    curve,
    network,
    of_kind,
    session,
    until,
)

# --- a step explained ---------------------------------------------------------------------------------------


def test_the_detail_of_a_step_is_what_a_recomputation_gives() -> None:
    """Batch, gradient, update and both losses, by a network of the same seed and NumPy."""
    one = session(iterations=3, sampling="random", weight_decay=0.1)
    one.explain_next()
    (detail,) = of_kind(one.events(), IterationDetail)
    data = clouds()

    drawn = RandomBatches(60, 20, stream(0, BATCH_STREAM)).draw()
    np.testing.assert_array_equal(detail.indices, drawn)
    np.testing.assert_array_equal(detail.targets, data.train.t[drawn])
    again = Network(SMALL, seed=0)
    x, t = data.train.x[drawn], data.train.t[drawn]
    gradient = again.gradient(x, t).copies()
    assert detail.iteration == 1
    assert detail.learning_rate == 0.1
    assert detail.loss_before == again.forward(*again.batch(x, t))
    for name, array in gradient.items():
        assert detail.gradient_rms[name] == pytest.approx(np.sqrt(np.mean(array**2)), rel=1e-5)
    for name, array in gradient.items():
        decay = 0.1 * again.params[name] if name.startswith("W") else 0.0
        change = 0.1 * (array + decay)
        again.params[name] -= change
        assert detail.update_rms[name] == pytest.approx(np.sqrt(np.mean(change**2)), rel=1e-4)
    assert detail.loss_after == pytest.approx(again.loss(x, t), rel=1e-5)
    assert detail.loss_after < detail.loss_before


def test_one_asking_explains_one_step() -> None:
    one = session(iterations=6)
    until(one, 3)
    one.explain_next()
    one.explain_next()
    assert [event.iteration for event in of_kind(one.events(), IterationDetail)] == [4]


def test_explaining_changes_nothing_also_with_dropout_and_batch_normalization() -> None:
    one, twin = (session(ALL_CHANCE, iterations=6, optimizer=ADAM) for _ in range(2))
    for event in one.events():
        if isinstance(event, Evaluation | Iteration):
            one.explain_next()
    list(twin.events())
    np.testing.assert_array_equal(one.network.params.vector, twin.network.params.vector)
    np.testing.assert_array_equal(one.network.state.vector, twin.network.state.vector)
    assert one.losses.tolist() == twin.losses.tolist()


def test_the_loss_after_a_step_is_of_the_same_dropout_mask() -> None:
    """The rate is too small to move a loss, so another mask would show."""
    spec = network(LayerSpec("affine", 8), LayerSpec("dropout", rate=0.5))
    one = session(spec, iterations=1, optimizer=OptimizerSpec("sgd", 1e-9))
    one.explain_next()
    (detail,) = of_kind(one.events(), IterationDetail)
    assert detail.loss_after == pytest.approx(detail.loss_before, rel=1e-6)


def test_a_detail_owns_its_arrays() -> None:
    one = session(iterations=3)
    one.explain_next()
    events = one.events()
    detail = next(event for event in events if isinstance(event, IterationDetail))
    indices = detail.indices.copy()
    list(events)
    np.testing.assert_array_equal(detail.indices, indices)


# --- evaluations --------------------------------------------------------------------------------------------


def test_an_evaluation_is_the_loss_and_accuracy_of_the_whole_sets() -> None:
    """1,234 and 567 examples: neither fits the slices in which they are evaluated."""
    data = clouds(train=1_234, test=567)
    one = session(ALL_CHANCE, iterations=4, data=data)
    for event in one.events():
        if isinstance(event, Evaluation):
            net = one.network
            for split, loss, accuracy in (
                (data.train, event.train_loss, event.train_accuracy),
                (data.test, event.test_loss, event.test_accuracy),
            ):
                assert split is not None
                assert loss == pytest.approx(net.loss(split.x, split.t), rel=1e-5)
                assert accuracy == pytest.approx(net.accuracy(split.x, split.t), abs=1e-12)
    assert [event.iteration for event in one.evaluations] == [0, 4]


def test_pixels_are_evaluated_as_numbers_from_0_to_1() -> None:
    rng = np.random.default_rng(0)
    pixels, labels = rng.integers(0, 256, (70, 4), np.uint8), rng.integers(0, 3, 70)
    data = DataSet("pixels", "Pixels", Split(pixels, labels), None, 3)
    one = session(iterations=1, data=data)
    first = next(iter(one.events()))
    assert isinstance(first, Evaluation)
    assert first.train_loss == pytest.approx(Network(SMALL, 0).loss(pixels / 255, labels), rel=1e-6)
    one.explain_next()
    (detail,) = of_kind(one.events(), IterationDetail)
    x, t = pixels[detail.indices] / 255, labels[detail.indices]
    assert detail.loss_before == pytest.approx(Network(SMALL, 0).loss(x, t), rel=1e-6)


def test_what_does_not_exist_is_none() -> None:
    no_test = of_kind(session(iterations=1, data=clouds(test=0)).events(), Evaluation)[0]
    assert (no_test.test_loss, no_test.test_accuracy) == (None, None)
    assert no_test.train_accuracy is not None
    spec = network(inputs=1, outputs=2, loss="squared_error")
    for event in of_kind(session(spec, data=curve()).events(), Evaluation):
        assert (event.train_accuracy, event.test_loss, event.test_accuracy) == (None, None, None)
        assert event.train_loss > 0


def test_evaluating_on_demand_is_noted_and_changes_nothing() -> None:
    one, twin = (session(ALL_CHANCE, iterations=7) for _ in range(2))
    until(one, 2)
    assert [type(event) for event in one.evaluate()] == [Evaluation]
    assert [event.iteration for event in one.evaluations] == [0, 2]
    list(one.events())
    list(twin.events())
    np.testing.assert_array_equal(one.network.params.vector, twin.network.params.vector)


def test_a_session_learns() -> None:
    """Three clouds that hardly overlap: from a third right to nearly all, by every optimizer."""
    for kind, rate in {
        "sgd": 0.5,
        "momentum": 0.1,
        "nesterov": 0.1,
        "adagrad": 0.1,
        "rmsprop": 0.01,
        "adam": 0.01,
    }.items():
        one = session(iterations=150, optimizer=OptimizerSpec(kind, rate))
        list(one.events())
        assert one.evaluations[-1].test_accuracy >= 0.9, kind  # type: ignore[operator]


def test_evaluations_may_look_at_fixed_examples_of_the_training_set() -> None:
    """They are the same ones in every run, and the numbers of the training are none the worse."""
    data = clouds(train=60)
    whole, part = (session(SMALL, data=data, seed=2, evaluate_on=count) for count in (0, 24))
    list(whole.events())
    list(part.events())
    assert part.losses.tolist() == whole.losses.tolist()
    fixed = fixed_part(data.train, 24)
    assert len(fixed) == 24
    assert np.array_equal(fixed.x, fixed_part(clouds(train=60).train, 24).x)
    last = part.evaluations[-1]
    scores = part.network.predict(fixed.x)
    assert last.train_accuracy == pytest.approx((scores.argmax(axis=1) == fixed.t).mean())
    assert last.train_loss != whole.evaluations[-1].train_loss
    assert last.test_loss == whole.evaluations[-1].test_loss


def test_the_fixed_examples_are_different_ones_with_their_targets() -> None:
    train = clouds(train=60).train
    fixed = fixed_part(train, 24)
    rows = [int(np.flatnonzero((train.x == x).all(axis=1))[0]) for x in fixed.x]
    assert rows == sorted(set(rows))
    assert np.array_equal(fixed.t, train.t[rows])


@pytest.mark.parametrize("count", [0, 60, 61, 10**9])
def test_all_examples_where_there_are_no_more(count: int) -> None:
    train = clouds(train=60).train
    assert fixed_part(train, count) is train
