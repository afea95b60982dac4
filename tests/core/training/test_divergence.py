"""Trainings that go wrong: losses that are not numbers, weights that overflow, layers that die."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.data import DataSet, Split
from core.nn.initializers import InitializerSpec
from core.nn.optimizers import OptimizerSpec
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.events import Completed, Diverged, Evaluation, Iteration, LayerDied, LayerStatistics
from core.training.session import TrainingSession
from tests.core.training.small_data import ALL_CHANCE, SMALL, clouds, curve, network, of_kind, session


def all_finite(one: TrainingSession) -> bool:
    return bool(np.isfinite(one.network.params.vector).all() and np.isfinite(one.network.state.vector).all())


REGRESSION = network(LayerSpec("affine", 8), LayerSpec("tanh"), inputs=1, outputs=2, loss="squared_error")


@pytest.mark.parametrize("rate", [1e19, 1e30, 1e38, 1e39, 1e300])
@pytest.mark.parametrize("kind", ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"])
@pytest.mark.parametrize("spec", [SMALL, ALL_CHANCE, REGRESSION], ids=["small", "all chance", "regression"])
def test_the_last_finite_weights_are_kept(spec: NetworkSpec, kind: str, rate: float) -> None:
    """Whatever the rate: the weights, and the running averages, are numbers in the end."""
    data = curve() if spec is REGRESSION else clouds()
    one = session(spec, iterations=60, data=data, optimizer=OptimizerSpec(kind, rate))
    events = list(one.events())
    assert all_finite(one)
    last = events[-1]
    assert isinstance(last, Completed | Diverged)
    if isinstance(last, Diverged):
        assert last.iteration == one.iteration + 1
        assert last.learning_rate == rate
        assert len(one.losses) == one.iteration
        assert all(map(math.isfinite, one.losses))
        assert not of_kind(events, Iteration) or of_kind(events, Iteration)[-1].iteration == one.iteration


def test_the_weights_kept_are_those_before_the_update_that_overflowed() -> None:
    """A squared error whose gradient doubles and doubles: an update at a time, until one overflows."""
    one = session(REGRESSION, iterations=1_000, data=curve(), optimizer=OptimizerSpec("sgd", 500.0))
    before = one.network.params.vector.copy()
    for event in one.events():
        if isinstance(event, Iteration):
            before = one.network.params.vector.copy()
    assert isinstance(event, Diverged)
    assert 2 <= event.iteration <= 100
    np.testing.assert_array_equal(one.network.params.vector, before)


def test_an_update_that_overflows_at_the_very_end_is_seen_too() -> None:
    """No further loss that could show it is computed after the last update."""
    one = session(iterations=1, optimizer=OptimizerSpec("sgd", 1e300))
    events = list(one.events())
    assert isinstance(events[-1], Diverged)
    assert events[-1].iteration == 1
    assert all_finite(one)
    assert one.iteration == 0


def test_weights_that_nothing_looks_at_and_that_decay_blows_up_are_kept_finite() -> None:
    """η·λ = 5 multiplies a weight by −4 each time. That of an input which is always 0 shows in no loss."""
    x = np.zeros((20, 4), np.float32)
    x[:, 0] = 1e-3
    data = DataSet("dark", "Dark", Split(x, np.zeros(20, np.intp)), None, 3)
    one = session(network(), iterations=200, data=data, weight_decay=50.0)
    events = list(one.events())
    assert isinstance(events[-1], Diverged)
    assert one.iteration > 20
    assert all_finite(one)
    list(one.evaluate())
    assert math.isfinite(one.evaluations[-1].train_loss)


def test_data_that_are_no_numbers_diverge_at_once_with_the_initial_weights() -> None:
    x = np.full((20, 4), np.nan, np.float32)
    data = DataSet("nan", "NaN", Split(x, np.zeros(20, np.intp)), None, 3)
    one = session(data=data)
    start = one.network.params.vector.copy()
    events = list(one.events())
    assert [type(event) for event in events] == [Evaluation, Diverged]
    assert events[-1].iteration == 1
    assert math.isnan(events[-1].loss)
    np.testing.assert_array_equal(one.network.params.vector, start)
    assert one.losses.tolist() == []


def test_a_gradient_that_is_not_finite_stops_though_the_loss_is_a_number() -> None:
    """Weights so far out that the loss is finite and a gradient overflows."""
    spec = NetworkSpec(
        1,
        (
            LayerSpec("affine", 1, InitializerSpec.given([[1e20]]), bias=False),
            LayerSpec("affine", 1, InitializerSpec.given([[1e-20]]), bias=False),
            LayerSpec("affine", 2, InitializerSpec.given([[1e18, 1.0]]), bias=False),
        ),
    )
    x = np.full((20, 1), 1e3, np.float32)
    data = DataSet("far", "Far", Split(x, np.ones(20, np.intp)), None, 2)
    one = session(spec, data=data)
    events = list(one.events())
    last = events[-1]
    assert isinstance(last, Diverged)
    assert math.isfinite(last.loss)
    assert all_finite(one)


def test_a_large_but_finite_gradient_is_no_divergence() -> None:
    """Its sum of squares overflows float32, the gradient itself does not."""
    spec = network(inputs=1, outputs=2, loss="squared_error")
    x = np.linspace(-1, 1, 40, dtype=np.float32)[:, np.newaxis]
    data = DataSet("steep", "Steep", Split(x, 1e15 * np.hstack([x, -x])), None, 2)
    one = session(spec, iterations=5, data=data, optimizer=OptimizerSpec("sgd", 0.1))
    events = list(one.events())
    assert events[-1] == Completed(5)
    assert one.evaluations[-1].train_loss < one.evaluations[0].train_loss


def test_a_diverged_session_can_be_evaluated_and_kept() -> None:
    one = session(iterations=50, optimizer=OptimizerSpec("sgd", 1e30))
    assert isinstance(list(one.events())[-1], Diverged)
    list(one.evaluate())
    assert one.evaluations[-1].test_accuracy is not None
    checkpoint = one.checkpoint()
    assert checkpoint.iteration == one.iteration == len(checkpoint.losses)
    assert all(np.isfinite(array).all() for array in checkpoint.parameters.values())


# --- layers that die ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def digits(mnist: DataSet) -> DataSet:
    """The first 4,000 training images and 500 test images."""
    assert mnist.test is not None
    train = Split(mnist.train.x[:4_000], mnist.train.t[:4_000])
    test = Split(mnist.test.x[:500], mnist.test.t[:500])
    return DataSet("digits", "Digits", train, test, 10, (28, 28))


TWO_LAYER = NetworkSpec(
    784,
    (
        LayerSpec("affine", 80, InitializerSpec("normal", sigma=0.01)),
        LayerSpec("relu"),
        LayerSpec("affine", 10, InitializerSpec("normal", sigma=0.01)),
    ),
)


@pytest.mark.parametrize(("rate", "seed"), [(10.0, 0), (100.0, 1)])
def test_rates_of_10_and_100_kill_every_unit_and_that_is_said(
    digits: DataSet, rate: float, seed: int
) -> None:
    one = session(
        TWO_LAYER,
        iterations=150,
        data=digits,
        batch_size=100,
        optimizer=OptimizerSpec("sgd", rate),
        seed=seed,
        sampling="random",
    )
    events = list(one.events())
    (died,) = of_kind(events, LayerDied)
    assert died.layer == "ReLU 1"
    assert 2 <= died.iteration <= 150
    statistics = of_kind(events, LayerStatistics)
    after = [one for one in statistics if one.iteration >= died.iteration]
    assert len(after) >= 2
    # A unit may yet be on for one image in thousands, which kills it, too.
    assert all(one.activations[0].dead_units >= 77 for one in after)
    assert after[-1].activations[0].dead_units == 80
    assert after[-1].gradient_rms["Affine 1"] == 0
    assert events[-1] == Completed(150)
    assert one.evaluations[-1].test_accuracy < 0.2  # type: ignore[operator]


def test_a_network_that_learns_loses_no_layer(digits: DataSet) -> None:
    one = session(TWO_LAYER, iterations=50, data=digits)
    assert of_kind(one.events(), LayerDied) == []


def test_a_batch_for_which_all_units_are_off_by_chance_is_no_death() -> None:
    """Two units and batches of one example: often both are off for it, and on for the next."""
    spec = network(LayerSpec("affine", 2), LayerSpec("relu"))
    one = session(spec, iterations=100, batch_size=1, optimizer=OptimizerSpec("sgd", 0.01))
    events = list(one.events())
    statistics = of_kind(events, LayerStatistics)
    assert any(s.activations[0].dead_units == 2 for s in statistics)
    assert of_kind(events, LayerDied) == []
