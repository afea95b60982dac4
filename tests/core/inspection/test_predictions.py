"""Predictions for many examples, against the network asked in one piece, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from core.data import DataSet, Split, open_data_set
from core.errors import DataError
from core.inspection.predictions import fit_problem, meaning_of, prediction, predictions
from core.nn.network import Network
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec
from core.training.presets import PRESETS, preset
from tests.core.inspection.finished import finished
from tests.core.nn.random_networks import Case, cases


def network(inputs: int, outputs: int, loss: str) -> Network:
    return Network(NetworkSpec(inputs, (LayerSpec("affine", outputs),), LossSpec(loss)), seed=3)


def test_the_numbers_of_mnist_are_those_of_plain_numpy(trained: Network, mnist: DataSet) -> None:
    test = mnist.test
    assert test is not None
    found = finished(predictions(trained, test))
    W1, b1, W2, b2 = (trained.params[name].astype(np.float64) for name in ("W1", "b1", "W2", "b2"))
    scores = np.maximum(test.x / 255 @ W1 + b1, 0) @ W2 + b2
    exp = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = exp / exp.sum(axis=1, keepdims=True)
    assert found.outputs.dtype == np.float32
    assert_allclose(found.outputs, p, rtol=0, atol=2e-6)
    assert_allclose(found.losses, -np.log(p[np.arange(len(p)), test.t]), rtol=0, atol=1e-4)
    sure = np.sort(p, axis=1)
    clear = sure[:, -1] - sure[:, -2] > 1e-5
    assert (found.predicted == p.argmax(axis=1))[clear].all()
    assert_allclose(found.confidence, p.max(axis=1), rtol=0, atol=2e-6)
    assert (found.labels == test.t).all()
    assert (found.right == (found.predicted == test.t)).all()
    x = test.floats(0, len(test))
    assert found.accuracy == pytest.approx(trained.accuracy(x, test.t), abs=1e-4)
    assert found.loss == pytest.approx(trained.loss(x, test.t), rel=1e-5)
    assert found.mistakes == round(len(test) * (1 - found.accuracy)) == np.count_nonzero(~found.right)
    assert found.meaning == "probabilities"


def test_chosen_rows_come_in_their_order_and_again(trained: Network, mnist: DataSet) -> None:
    rows = np.array([59_999, 3, 3, 40_000, 0])
    found = finished(predictions(trained, mnist.train, rows))
    whole = finished(predictions(trained, mnist.train))
    assert (found.labels == mnist.train.t[rows]).all()
    assert found.outputs == pytest.approx(whole.outputs[rows], abs=1e-6)
    assert found.losses == pytest.approx(whole.losses[rows], abs=1e-5)
    assert len(found) == 5


def test_it_can_be_left_in_the_middle(trained: Network, mnist: DataSet) -> None:
    steps = predictions(trained, mnist.train)
    assert next(steps) == (1_000, 60_000)
    assert next(steps) == (2_000, 60_000)
    steps.close()
    with pytest.raises(StopIteration):
        next(steps)


@given(cases())
def test_every_network_is_right_as_often_as_its_own_accuracy_says(case: Case) -> None:
    chosen = case.network()
    x, t = case.x(), np.random.default_rng(case.seed).integers(0, max(case.spec.output_size, 2), case.batch)
    found = finished(predictions(chosen, Split(x, t)))
    assert (found.right == chosen.correct(chosen.predict(x), t)).all()
    assert found.losses == pytest.approx(chosen.loss_layer.each(chosen.predict(x), t), rel=1e-4, abs=1e-6)
    assert found.outputs.shape == (case.batch, max(case.spec.output_size, 2))
    assert (found.confidence == found.outputs[np.arange(case.batch), found.predicted]).all()
    if found.meaning == "probabilities":
        assert found.outputs.sum(axis=1) == pytest.approx(1, abs=1e-5)


@given(cases(), st.integers(0, 3))
def test_one_example_has_the_same_prediction_as_among_others(case: Case, row: int) -> None:
    chosen = case.network()
    x, t = case.x(), np.zeros(case.batch, np.intp)
    row %= case.batch
    many, one = finished(predictions(chosen, Split(x, t))), prediction(chosen, x[row], 0)
    assert one.outputs == pytest.approx(many.outputs[row], rel=1e-5, abs=1e-6)
    assert one.loss == pytest.approx(many.losses[row], rel=1e-4, abs=1e-6)
    assert one.meaning == many.meaning == meaning_of(case.spec)
    assert one.confidence == one.outputs[one.predicted]
    assert prediction(chosen, x[row]).loss is None


def test_bytes_mean_the_same_in_any_shape_and_as_floats(trained: Network, mnist: DataSet) -> None:
    image = mnist.train.x[7]
    said = [
        prediction(trained, given)
        for given in (image, image.reshape(28, 28), (image / 255).astype(np.float32), image / 255)
    ]
    for other in said[1:]:
        assert other.outputs == pytest.approx(said[0].outputs, abs=1e-6)


def test_a_single_output_predicts_yes_or_no() -> None:
    for loss, sure in (("sigmoid_cross_entropy", True), ("squared_error", False)):
        chosen = network(2, 1, loss)
        chosen.params["W1"] = [[1.0], [0.0]]
        found = finished(predictions(chosen, Split(np.array([[-3.0, 0], [3.0, 0]]), np.array([0, 1]))))
        assert found.predicted.tolist() == [0, 1]
        assert found.outputs.sum(axis=1) == pytest.approx(1)
        assert found.meaning == ("probabilities" if sure else "scores")
    yes = 1 / (1 + np.exp(-3))
    chosen = network(1, 1, "sigmoid_cross_entropy")
    chosen.params["W1"] = [[1.0]]
    assert prediction(chosen, np.array([3.0])).outputs == pytest.approx([1 - yes, yes])


@pytest.mark.parametrize(
    ("loss", "outputs", "meaning"),
    [
        ("softmax", 3, "probabilities"),
        ("sigmoid_cross_entropy", 3, "separate"),
        ("squared_error", 3, "scores"),
    ],
)
def test_what_the_outputs_are_is_said(loss: str, outputs: int, meaning: str) -> None:
    assert meaning_of(network(2, outputs, loss).spec) == meaning


def test_outputs_rounded_to_1_do_not_hide_which_score_is_larger() -> None:
    chosen = network(1, 2, "sigmoid_cross_entropy")
    chosen.params["W1"] = [[30.0, 40.0]]
    found = finished(predictions(chosen, Split(np.ones((1, 1)), np.array([1]))))
    assert found.outputs.tolist() == [[1.0, 1.0]]
    assert found.predicted.tolist() == [1]
    assert prediction(chosen, np.ones(1)).predicted == 1


def test_weights_that_overflow_are_no_warning() -> None:
    chosen = network(1, 2, "softmax")
    chosen.params["W1"] = [[3e38, -3e38]]
    found = finished(predictions(chosen, Split(np.array([[1e3]]), np.array([1]))))
    assert not np.isfinite(found.losses).all()
    assert not np.isfinite(prediction(chosen, np.array([1e3]), 1).loss or 0.0)


def test_a_regression_is_refused() -> None:
    pair = open_data_set("random-pair")
    chosen = Network(preset("deep-sigmoid").experiment.network)
    with pytest.raises(DataError, match="The targets of these data are numbers, not classes"):
        next(predictions(chosen, pair.train))
    assert "are numbers, not classes" in str(fit_problem(chosen.spec, pair))


def test_data_that_do_not_fit_are_refused_with_the_way_out(mnist: DataSet) -> None:
    small = network(100, 10, "softmax")
    with pytest.raises(DataError, match="An example has 784 values, but the network takes 100"):
        next(predictions(small, mnist.train))
    sentence = str(fit_problem(small.spec, mnist))
    assert "gives 784 values for each example, but the network takes 100" in sentence
    assert "train a network for these" in sentence
    assert "has 10 classes, but the network tells 7 apart" in str(
        fit_problem(network(784, 7, "softmax").spec, mnist)
    )
    with pytest.raises(DataError, match="Labels go from 0 to 6"):
        finished(predictions(network(784, 7, "softmax"), mnist.train))


@pytest.mark.parametrize("name", [name for name in PRESETS if name != "deep-sigmoid"])
def test_every_preset_fits_its_data(name: str) -> None:
    experiment = preset(name).experiment
    assert fit_problem(experiment.network, open_data_set(experiment.training.data_set)) is None


def test_two_classes_fit_a_yes_or_no() -> None:
    assert fit_problem(network(2, 1, "sigmoid_cross_entropy").spec, open_data_set("xor")) is None
