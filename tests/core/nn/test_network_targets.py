"""What a network takes for examples and targets, what their accuracy is, and what it refuses."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import DataError, SpecError
from core.nn.initializers import InitializerSpec
from core.nn.network import Network
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec
from tests.core.nn.random_networks import Case, cases
from tests.core.nn.small_networks import THREE_CLASSES, images

ONE_OUTPUT = NetworkSpec(4, (LayerSpec("affine", 1),), LossSpec("sigmoid_cross_entropy"))
REGRESSION = NetworkSpec(4, (LayerSpec("affine", 2),), LossSpec("squared_error"))


# --- what is taken ------------------------------------------------------------------------------------------


def test_one_example_as_a_vector_gives_a_vector() -> None:
    network = Network(THREE_CLASSES, seed=1)
    x = images()
    assert network.predict(x[0]).shape == network.output(x[0]).shape == (3,)
    np.testing.assert_array_equal(network.predict(x[0]), network.predict(x[:1])[0])
    np.testing.assert_array_equal(network.output(x[0]), network.output(x[:1])[0])
    for t in (2, np.array(2), np.array([2]), np.array([0, 0, 1]), np.array([[0, 0, 1]])):
        assert network.loss(x[0], t) == network.loss(x[:1], np.array([2]))
        assert network.accuracy(x[0], t) in (0.0, 1.0)
        np.testing.assert_array_equal(
            network.gradient(x[0], t).vector.copy(), network.gradient(x[:1], np.array([2])).vector
        )


def test_images_with_a_channel_are_flattened() -> None:
    network = Network(NetworkSpec(784, (LayerSpec("affine", 10),)), seed=1)
    x = np.random.default_rng(0).random((3, 1, 28, 28), np.float32)
    flat = x.reshape(3, 784)
    t = np.array([1, 2, 3])
    np.testing.assert_array_equal(network.predict(x), network.predict(flat))
    assert network.loss(x, t) == network.loss(flat, t)
    gradient = network.gradient(flat, t).vector.copy()
    np.testing.assert_array_equal(network.gradient(x, t).vector, gradient)
    np.testing.assert_array_equal(network.predict(x[:, 0]), network.predict(flat))


@given(cases(), st.sampled_from(["softmax", "sigmoid_cross_entropy", "squared_error"]))
@settings(max_examples=40)
def test_labels_and_one_hot_rows_are_the_same(case: Case, loss: str) -> None:
    if case.spec.output_size == 1:
        return
    case = replace(case, spec=replace(case.spec, loss=LossSpec(loss)), as_rows=False)
    by_label, by_row = case.network(), case.network()
    x, labels = case.x(), case.t()
    rows = np.eye(case.spec.output_size)[labels]
    assert by_label.loss(x, labels) == by_row.loss(x, rows)
    assert by_label.accuracy(x, labels) == by_row.accuracy(x, rows)
    np.testing.assert_array_equal(by_label.gradient(x, labels).vector, by_row.gradient(x, rows).vector)


@pytest.mark.parametrize("dtype", [np.uint8, np.int32, np.int64, np.uint64, np.float32])
def test_labels_may_be_of_any_type_that_holds_whole_numbers(dtype: type) -> None:
    network = Network(THREE_CLASSES, seed=1)
    labels = np.array([0, 1, 2, 2, 1, 0])
    assert network.loss(images(), labels.astype(dtype)) == network.loss(images(), labels)
    assert network.accuracy(images(), labels.astype(dtype)) == network.accuracy(images(), labels)


def test_plain_lists_do() -> None:
    network = Network(THREE_CLASSES, seed=1)
    x = images(2)
    assert network.loss(x.tolist(), [0, 2]) == network.loss(x, np.array([0, 2]))


# --- accuracy -----------------------------------------------------------------------------------------------


def test_accuracy_is_the_share_of_right_answers() -> None:
    network = Network(THREE_CLASSES, seed=1)
    best = network.predict(images()).argmax(axis=1)
    assert network.accuracy(images(), best) == 1.0
    assert network.accuracy(images(), (best + 1) % 3) == 0.0
    half = np.where(np.arange(6) < 3, best, (best + 1) % 3)
    assert network.accuracy(images(), half) == 0.5
    assert network.accuracy(images(), np.eye(3)[half]) == 0.5


@pytest.mark.parametrize("loss", ["sigmoid_cross_entropy", "squared_error"])
def test_accuracy_of_a_single_output_is_that_of_yes_and_no(loss: str) -> None:
    """A yes is above a half: of the probability, or of the output itself."""
    layer = LayerSpec("affine", 1, InitializerSpec.given([[1.0]]), bias=False)
    network = Network(NetworkSpec(1, (layer,), LossSpec(loss)), dtype=np.float64)
    x = np.array([[-1.0], [0.25], [0.75], [2.0]])
    yes = [0, 1, 1, 1] if loss == "sigmoid_cross_entropy" else [0, 0, 1, 1]
    assert network.accuracy(x, np.array(yes)) == 1.0
    assert network.accuracy(x, np.array(yes)[:, np.newaxis]) == 1.0
    assert network.accuracy(x, 1 - np.array(yes)) == 0.0


# --- what is refused ----------------------------------------------------------------------------------------


def test_a_wrong_input_size_is_said() -> None:
    network = Network(THREE_CLASSES)
    for x in (np.ones((2, 5)), np.ones(5), np.ones((2, 5, 1))):
        with pytest.raises(DataError, match="An example has 5 values, but the network takes 4: use data of"):
            network.predict(x)
    with pytest.raises(DataError, match="An example has 3 values"):
        network.gradient(np.ones((2, 3)), np.array([0, 1]))


WRONG_TARGETS = {
    "too few": (THREE_CLASSES, np.zeros(5, int), "6 examples need as many targets, not 5"),
    "too many rows": (THREE_CLASSES, np.eye(3)[[0] * 7], "6 examples need as many targets, not 7"),
    "label too large": (THREE_CLASSES, np.array([0, 1, 2, 3, 0, 0]), "Labels go from 0 to 2 .* one is 3"),
    "label negative": (THREE_CLASSES, np.array([0, 1, -1, 0, 0, 0]), "Labels go from 0 to 2 .* one is -1"),
    "rows too wide": (THREE_CLASSES, np.eye(4)[[0] * 6], r"shape \(6, 4\); this network needs \(6, 3\)"),
    "rows too deep": (THREE_CLASSES, np.zeros((6, 3, 1)), r"shape \(6, 3, 1\); this network needs \(6, 3\)"),
    "not one-hot": (THREE_CLASSES, np.full((6, 3), 1 / 3), "labels, or rows of 3 numbers with one 1 and"),
    "label of one output": (ONE_OUTPUT, np.array([0, 1, 2, 0, 0, 0]), "Labels go from 0 to 1 .* one is 2"),
    "half a label": (THREE_CLASSES, np.array([0, 1, 0.5, 0, 0, 0]), "Labels are whole numbers"),
    "infinite": (THREE_CLASSES, np.array([0, 1, np.inf, 0, 0, 0]), "Labels go from 0 to 2 .* one is inf"),
    "no number": (THREE_CLASSES, np.array([0, 1, np.nan, 0, 0, 0]), "Labels are whole numbers"),
    "regression too wide": (REGRESSION, np.ones((6, 3)), r"shape \(6, 3\); this network needs \(6, 2\)"),
}


@pytest.mark.parametrize("method", ["loss", "accuracy", "gradient", "numerical_gradient"])
@pytest.mark.parametrize(("spec", "t", "sentence"), WRONG_TARGETS.values(), ids=WRONG_TARGETS.keys())
def test_targets_that_do_not_fit_are_said(
    spec: NetworkSpec, t: np.ndarray, sentence: str, method: str
) -> None:
    if "one 1" in sentence and method == "accuracy":
        return  # the largest of a row of any numbers is a class, too
    with pytest.raises(DataError, match=sentence):
        getattr(Network(spec), method)(images(), t)


def test_no_example_at_all_is_said() -> None:
    with pytest.raises(DataError, match="at least one example"):
        Network(THREE_CLASSES).accuracy(np.empty((0, 4)), np.empty(0, int))


def test_a_network_that_cannot_be_built_is_refused_by_its_sentence() -> None:
    with pytest.raises(SpecError, match="There is nothing to train yet"):
        Network(NetworkSpec(4, (LayerSpec("relu"),)))
