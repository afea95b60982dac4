"""One mistake, followed: its gradient against central differences, its update, and the network left alone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from numpy.testing import assert_allclose

from core.data import DataSet, Split
from core.errors import ConfigError, DataError, GradientError
from core.inspection.mistake import follow_mistake, single_gradient
from core.inspection.predictions import prediction, predictions
from core.nn.network import Network
from core.nn.spec import LayerSpec, NetworkSpec
from tests.core.inspection.finished import finished
from tests.core.nn.random_networks import Case, cases

H = 1e-6


@settings(max_examples=60)
@given(cases())
def test_the_gradient_is_that_of_the_loss_in_inference_mode(case: Case) -> None:
    network = case.network()
    rng = np.random.default_rng(case.seed)
    network.state.vector[...] = rng.uniform(0.5, 2.0, network.state.vector.shape)
    x, label = case.x()[0], int(rng.integers(max(case.spec.output_size, 2)))
    before, kept = network.params.vector.copy(), network.state.vector.copy()
    found = single_gradient(network, x, label)
    assert (network.params.vector == before).all()
    assert (network.state.vector == kept).all()
    # Notes that report a mean and step with the gradient of the sum: C times as much.
    factor = case.spec.output_size if case.spec.loss.form == "mean_of_sum_gradient" else 1
    t = np.array([label])
    for name, gradient in found.gradients.items():
        values = network.params[name]
        differences = np.empty_like(values)
        for entry in np.ndindex(values.shape):
            value = values[entry]
            values[entry] = value + H
            above = network.loss(x[np.newaxis], t)
            values[entry] = value - H
            below = network.loss(x[np.newaxis], t)
            values[entry] = value
            differences[entry] = factor * (above - below) / (2 * H)
        assert_allclose(gradient, differences, rtol=1e-4, atol=1e-6)


def test_delta_is_p_minus_t_and_the_first_gradient_is_the_image_times_each_unit(
    trained: Network, mnist: DataSet
) -> None:
    image, label = mnist.train.x[5], int(mnist.train.t[5])
    found = single_gradient(trained, image, label)
    p = prediction(trained, image).outputs
    assert found.delta == pytest.approx(p - np.eye(10)[label], abs=1e-6)
    assert found.name == "W1"
    assert found.first.shape == (784, 80)
    assert_allclose(found.first, np.outer(image / 255, found.gradients["b1"]), rtol=0, atol=1e-6)
    # By hand: δ back through W2, where the ReLU is on.
    hidden = image / 255 @ trained.params["W1"] + trained.params["b1"]
    assert found.gradients["b1"] == pytest.approx(trained.params["W2"] @ found.delta * (hidden > 0), abs=1e-5)
    lengths = np.linalg.norm(found.first, axis=0)
    strongest = found.strongest(3)
    assert lengths[strongest].tolist() == sorted(lengths, reverse=True)[:3]
    assert len(found.strongest(500)) == 80


def test_following_a_mistake_through_one_update(trained: Network, mnist: DataSet) -> None:
    test = mnist.test
    assert test is not None
    known = finished(predictions(trained, test))
    row = int(np.flatnonzero(~known.right)[0])
    image, label, before = test.x[row], int(test.t[row]), trained.params.vector.copy()
    told = finished(follow_mistake(trained, image, label, 0.01, test))
    assert (trained.params.vector == before).all()
    assert told.before.outputs == pytest.approx(known.outputs[row], abs=1e-6)
    assert told.before.predicted != label == told.label
    assert told.before.loss is not None
    assert told.after.loss is not None
    assert told.after.loss < told.before.loss
    # The first-order forecast: the loss falls by η · ‖∂L/∂parameters‖², a little less for its curve.
    square = sum(float((values**2).sum()) for values in told.gradient.gradients.values())
    small = finished(follow_mistake(trained, image, label, 1e-5, test, known))
    assert small.before.loss - small.after.loss == pytest.approx(1e-5 * square, rel=0.02)  # type: ignore[operator]
    assert small.test_before is known
    # The same update by hand.
    updated = trained.copy()
    for name, values in told.gradient.gradients.items():
        updated.params[name] = trained.params[name] - 0.01 * values
    x = test.floats(0, len(test))
    assert told.test_after.accuracy == pytest.approx(updated.accuracy(x, test.t), abs=1e-4)
    assert told.test_after.loss == pytest.approx(updated.loss(x, test.t), rel=1e-5)
    repaired, broken = told.repaired, told.broken
    assert not told.test_before.right[repaired].any()
    assert told.test_after.right[repaired].all()
    assert told.test_before.right[broken].all()
    assert not told.test_after.right[broken].any()
    assert len(repaired) - len(broken) == told.test_before.mistakes - told.test_after.mistakes


def test_its_progress_counts_both_passes_and_it_can_be_left(trained: Network, mnist: DataSet) -> None:
    few = Split(mnist.train.x[:2_000], mnist.train.t[:2_000])
    assert list(follow_mistake(trained, few.x[0], 3, 0.1, few)) == [
        (n, 4_000) for n in range(1_000, 4_001, 1_000)
    ]
    known = finished(predictions(trained, few))
    steps = follow_mistake(trained, few.x[0], 3, 0.1, few, known)
    assert next(steps) == (1_000, 2_000)
    steps.close()


@pytest.mark.parametrize("rate", [0.0, -0.1, float("nan"), float("inf")])
def test_a_rate_that_is_none(trained: Network, mnist: DataSet, rate: float) -> None:
    with pytest.raises(ConfigError, match="The learning rate is a number above 0"):
        next(follow_mistake(trained, mnist.train.x[0], 0, rate, mnist.train))


def test_a_network_without_gradient_and_a_label_that_is_none(trained: Network, mnist: DataSet) -> None:
    step = Network(NetworkSpec(784, (LayerSpec("affine", 5), LayerSpec("step"), LayerSpec("affine", 10))))
    with pytest.raises(GradientError, match="Step has no gradient"):
        next(follow_mistake(step, mnist.train.x[0], 0, 0.1, mnist.train))
    with pytest.raises(DataError, match="Labels go from 0 to 9"):
        single_gradient(trained, mnist.train.x[0], 10)
