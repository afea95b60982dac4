"""The network as a whole: its passes agree, its inputs and targets are checked, its chance has a seed."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import DataError, GradientError, SpecError
from core.nn.initializers import INITIALIZER_TITLES, InitializerSpec
from core.nn.network import Network
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec
from tests.core.nn.random_networks import HIDDEN, Case, cases

THREE_CLASSES = NetworkSpec(4, (LayerSpec("affine", 5), LayerSpec("relu"), LayerSpec("affine", 3)))
ONE_OUTPUT = NetworkSpec(4, (LayerSpec("affine", 1),), LossSpec("sigmoid_cross_entropy"))
REGRESSION = NetworkSpec(4, (LayerSpec("affine", 2),), LossSpec("squared_error"))


def images(n: int = 6) -> np.ndarray:
    return np.random.default_rng(0).normal(size=(n, 4))


# --- known answers ------------------------------------------------------------------------------------------


def test_three_layers_of_the_book() -> None:
    def given_weights(*rows: tuple[float, ...]) -> LayerSpec:
        return LayerSpec("affine", len(rows[0]), InitializerSpec.given(rows))

    layers = (
        given_weights((0.1, 0.3, 0.5), (0.2, 0.4, 0.6)),
        LayerSpec("sigmoid"),
        given_weights((0.1, 0.4), (0.2, 0.5), (0.3, 0.6)),
        LayerSpec("sigmoid"),
        given_weights((0.1, 0.3), (0.2, 0.4)),
    )
    network = Network(NetworkSpec(2, layers, LossSpec("squared_error")), dtype=np.float64)
    network.params["b1"] = [0.1, 0.2, 0.3]
    network.params["b2"] = [0.1, 0.2]
    network.params["b3"] = [0.1, 0.2]
    y = network.predict(np.array([1.0, 0.5]))
    assert [f"{value:.8f}" for value in y] == ["0.31682708", "0.69627909"]
    np.testing.assert_array_equal(network.output(np.array([1.0, 0.5])), y)


def test_softmax_end_gives_probabilities_and_leaves_predict_the_scores() -> None:
    network = Network(THREE_CLASSES, seed=1)
    x = images()
    scores, output = network.predict(x), network.output(x)
    exponentials = np.exp(scores)
    np.testing.assert_allclose(output, exponentials / exponentials.sum(axis=1, keepdims=True), rtol=1e-6)


def test_names_and_shapes_of_the_parameters() -> None:
    layers = (
        LayerSpec("affine", 5),
        LayerSpec("batch_norm"),
        LayerSpec("relu"),
        LayerSpec("affine", 4, bias=False),
        LayerSpec("batch_norm"),
        LayerSpec("affine", 2),
    )
    network = Network(NetworkSpec(3, layers))
    shapes = {name: array.shape for name, array in network.params.items()}
    assert shapes == {
        "W1": (3, 5),
        "b1": (5,),
        "gamma1": (5,),
        "beta1": (5,),
        "W2": (5, 4),
        "gamma2": (4,),
        "beta2": (4,),
        "W3": (4, 2),
        "b3": (2,),
    }
    assert {name: array.shape for name, array in network.grads.items()} == shapes
    assert {name: array.shape for name, array in network.state.items()} == {
        "running_mean1": (5,),
        "running_var1": (5,),
        "running_mean2": (4,),
        "running_var2": (4,),
    }
    assert (network.params["gamma1"] == 1).all()
    assert (network.state["running_var2"] == 1).all()
    assert not network.params["b1"].any()


# --- the passes agree ---------------------------------------------------------------------------------------


@given(cases())
@settings(max_examples=60)
def test_activations_end_in_what_predict_gives_bit_for_bit(case: Case) -> None:
    """Both are inference: dropout drops nothing, batch normalization takes its running averages."""
    network, x = case.network(), case.x()
    values = network.activations(x)
    assert [value.shape for value in values] == [(case.batch, width) for width in case.spec.widths[1:]]
    np.testing.assert_array_equal(values[-1], network.predict(x))


@given(cases(hidden=tuple(kind for kind in HIDDEN if kind not in ("dropout", "batch_norm"))))
@settings(max_examples=60)
def test_the_recording_pass_is_predict_bit_for_bit_where_training_is_inference(case: Case) -> None:
    """For networks without dropout and batch normalization, layer by layer."""
    network, x = case.network(), case.x()
    network.forward(*network.batch(x, case.t()))
    for recorded, value in zip(network.values, (x, *network.activations(x)), strict=True):
        np.testing.assert_array_equal(recorded, value)
    np.testing.assert_array_equal(network.values[-1], network.predict(x))


def test_the_recording_pass_is_predict_bit_for_bit_on_a_batch_of_real_size() -> None:
    """In float32, where a matrix product takes other paths than on small arrays."""
    layers = (LayerSpec("affine", 80), LayerSpec("relu"), LayerSpec("affine", 10))
    network = Network(NetworkSpec(784, layers), seed=3)
    x = np.random.default_rng(0).random((200, 784), np.float32)
    network.forward(x, np.zeros(200, np.intp))
    for recorded, value in zip(network.values[1:], network.activations(x), strict=True):
        np.testing.assert_array_equal(recorded, value)
    np.testing.assert_array_equal(network.values[-1], network.predict(x))


@given(cases(hidden=tuple(kind for kind in HIDDEN if kind not in ("dropout", "batch_norm"))))
@settings(max_examples=60)
def test_the_loss_of_training_is_that_of_inference_without_chance(case: Case) -> None:
    network, x, t = case.network(), case.x(), case.t()
    assert network.forward(*network.batch(x, t)) == pytest.approx(network.loss(x, t), rel=1e-12)


def test_dropout_of_nothing_is_inference() -> None:
    layers = (LayerSpec("affine", 5), LayerSpec("dropout", rate=0.0), LayerSpec("affine", 3))
    network = Network(NetworkSpec(4, layers), dtype=np.float64)
    network.forward(images(), np.zeros(6, np.intp))
    np.testing.assert_array_equal(network.values[-1], network.predict(images()))


def test_batch_normalization_in_training_is_inference_once_its_averages_are_those_of_the_batch() -> None:
    network = Network(NetworkSpec(4, (LayerSpec("batch_norm"), LayerSpec("affine", 3))), dtype=np.float64)
    x = images()
    network.state["running_mean1"] = x.mean(axis=0)
    network.state["running_var1"] = x.var(axis=0)
    predicted = network.predict(x)
    network.forward(x, np.zeros(6, np.intp))
    np.testing.assert_allclose(network.values[-1], predicted, rtol=1e-12, atol=1e-12)


def test_predicting_neither_changes_the_network_nor_what_backward_needs() -> None:
    layers = (LayerSpec("affine", 5), LayerSpec("batch_norm"), LayerSpec("relu"), LayerSpec("dropout"))
    spec = NetworkSpec(4, (*layers, LayerSpec("affine", 3)))
    network, twin = (Case(spec, 6, 1, as_rows=False).network() for _ in range(2))
    t = np.array([0, 1, 2, 0, 1, 2])
    for one in (network, twin):
        one.forward(images(), t)
    before = network.params.vector.copy(), network.state.vector.copy()
    network.predict(images(9))
    network.output(images(6))
    network.activations(images(1))
    network.loss(images(6), t)
    network.accuracy(images(6), t)
    np.testing.assert_array_equal(network.params.vector, before[0])
    np.testing.assert_array_equal(network.state.vector, before[1])
    network.backward()
    twin.backward()
    np.testing.assert_array_equal(network.grads.vector, twin.grads.vector)


def test_what_predict_gives_is_the_callers_own() -> None:
    network = Network(THREE_CLASSES, seed=1)
    first = network.predict(images())
    kept = first.copy()
    network.predict(2 * images())
    network.gradient(3 * images(), np.zeros(6, np.intp))
    np.testing.assert_array_equal(first, kept)


# --- zero hidden layers -------------------------------------------------------------------------------------


@pytest.mark.parametrize("bias", [True, False])
def test_zero_hidden_layers_are_a_legal_network(bias: bool) -> None:
    network = Network(NetworkSpec(4, (LayerSpec("affine", 3, bias=bias),)), seed=2, dtype=np.float64)
    x, t = images(), np.array([0, 1, 2, 2, 1, 0])
    expected = x @ network.params["W1"]
    np.testing.assert_allclose(network.predict(x), expected, rtol=1e-14)
    p = np.exp(expected) / np.exp(expected).sum(axis=1, keepdims=True)
    np.testing.assert_allclose(network.gradient(x, t)["W1"], x.T @ (p - np.eye(3)[t]) / 6, rtol=1e-12)


def test_simple_net_of_the_book_learns_its_example() -> None:
    weights = ((0.47355232, 0.9977393, 0.84668094), (0.85557411, 0.03563661, 0.69422093))
    layer = LayerSpec("affine", 3, InitializerSpec.given(weights), bias=False)
    network = Network(NetworkSpec(2, (layer,)), dtype=np.float64)
    x, t = np.array([0.6, 0.9]), np.array([0, 0, 1])
    np.testing.assert_allclose(network.predict(x), [1.05414809, 0.63071653, 1.1328074], atol=1e-8)
    # The printed 0.92806829 has δ = 1e−7 in the logarithm.
    assert f"{-math.log(math.exp(-network.loss(x, t)) + 1e-7):.8f}" == "0.92806829"
    expected = [[0.219248, 0.143562, -0.362810], [0.328871, 0.215344, -0.544215]]
    np.testing.assert_allclose(network.gradient(x, t)["W1"], expected, atol=0.6e-6)
    np.testing.assert_allclose(network.numerical_gradient(x, t)["W1"], expected, atol=0.6e-6)


# --- inputs and targets -------------------------------------------------------------------------------------


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
def test_labels_of_any_type_that_holds_whole_numbers(dtype: type) -> None:
    network = Network(THREE_CLASSES, seed=1)
    labels = np.array([0, 1, 2, 2, 1, 0])
    assert network.loss(images(), labels.astype(dtype)) == network.loss(images(), labels)
    assert network.accuracy(images(), labels.astype(dtype)) == network.accuracy(images(), labels)


def test_plain_lists_do() -> None:
    network = Network(THREE_CLASSES, seed=1)
    x = images(2)
    assert network.loss(x.tolist(), [0, 2]) == network.loss(x, np.array([0, 2]))  # type: ignore[arg-type]


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
    """Above a half is a yes: of the probability, or of the output itself."""
    layer = LayerSpec("affine", 1, InitializerSpec.given([[1.0]]), bias=False)
    network = Network(NetworkSpec(1, (layer,), LossSpec(loss)), dtype=np.float64)
    x = np.array([[-1.0], [0.25], [0.75], [2.0]])
    yes = [0, 1, 1, 1] if loss == "sigmoid_cross_entropy" else [0, 0, 1, 1]
    assert network.accuracy(x, np.array(yes)) == 1.0
    assert network.accuracy(x, np.array(yes)[:, np.newaxis]) == 1.0
    assert network.accuracy(x, 1 - np.array(yes)) == 0.0


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


# --- no gradient --------------------------------------------------------------------------------------------


def test_step_predicts_but_has_no_gradient() -> None:
    spec = NetworkSpec(4, (LayerSpec("affine", 5), LayerSpec("step"), LayerSpec("affine", 3)))
    network = Network(spec, seed=1)
    assert network.predict(images()).shape == (6, 3)
    assert np.isin(network.activations(images())[1], [0, 1]).all()
    with pytest.raises(GradientError, match="Step has no gradient to send back"):
        network.gradient(images(), np.zeros(6, int))


def test_a_step_that_no_gradient_passes_does_no_harm() -> None:
    network = Network(NetworkSpec(4, (LayerSpec("step"), LayerSpec("affine", 3))), dtype=np.float64)
    t = np.array([0, 1, 2, 2, 1, 0])
    expected = network.numerical_gradient(images(), t)
    np.testing.assert_allclose(network.gradient(images(), t).vector, expected.vector, atol=1e-8)


# --- the seed -----------------------------------------------------------------------------------------------


def steps(network: Network, count: int = 20, rate: float = 0.1) -> np.ndarray:
    rng = np.random.default_rng(0)
    for _ in range(count):
        x, t = rng.normal(size=(8, network.spec.input_size)), rng.integers(0, 3, 8)
        network.params.vector -= rate * network.gradient(x, t).vector
    return network.params.vector.copy()


CHANCE = NetworkSpec(
    4,
    (
        LayerSpec("affine", 30),
        LayerSpec("batch_norm"),
        LayerSpec("relu"),
        LayerSpec("dropout", rate=0.4),
        LayerSpec("affine", 3),
    ),
)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_one_seed_gives_the_same_parameters_after_training_bit_for_bit(dtype: type) -> None:
    first, second, other = (Network(CHANCE, seed, dtype) for seed in (5, 5, 6))
    np.testing.assert_array_equal(first.params.vector, second.params.vector)
    assert (first.params["W1"] != other.params["W1"]).all()
    np.testing.assert_array_equal(steps(first), steps(second))
    np.testing.assert_array_equal(first.state.vector, second.state.vector)


@pytest.mark.parametrize("kind", [kind for kind in INITIALIZER_TITLES if kind != "given"])
def test_float32_weights_are_the_float64_ones_rounded(kind: str) -> None:
    layers = tuple(LayerSpec("affine", width, InitializerSpec(kind)) for width in (7, 5, 3))
    wide, narrow = (Network(NetworkSpec(6, layers), 9, dtype) for dtype in (np.float64, np.float32))
    np.testing.assert_array_equal(narrow.params.vector, wide.params.vector.astype(np.float32))


def test_initialize_gives_the_first_weights_again() -> None:
    network = Network(CHANCE, seed=5)
    before = network.params.vector.copy(), network.state.vector.copy()
    steps(network)
    network.initialize(5)
    np.testing.assert_array_equal(network.params.vector, before[0])
    np.testing.assert_array_equal(network.state.vector, before[1])
    network.initialize(6)
    np.testing.assert_array_equal(network.params.vector, Network(CHANCE, seed=6).params.vector)


def test_another_activation_leaves_the_weights_of_a_seed() -> None:
    """`deep-relu` and `deep-sigmoid-mnist` start from the same numbers, and so does a net with dropout."""

    def weights(*between: str) -> np.ndarray:
        layers = (LayerSpec("affine", 6), *map(LayerSpec, between), LayerSpec("affine", 3))
        network = Network(NetworkSpec(4, layers), seed=5)
        return np.concatenate([network.params["W1"].reshape(-1), network.params["W2"].reshape(-1)])

    np.testing.assert_array_equal(weights("relu"), weights("sigmoid"))
    np.testing.assert_array_equal(weights("relu"), weights("batch_norm", "relu", "dropout"))


# --- copies -------------------------------------------------------------------------------------------------


def test_a_copy_is_of_its_own_with_the_same_numbers() -> None:
    network = Network(CHANCE, seed=5)
    steps(network)
    for dtype in (None, np.float64):
        copy = network.copy(dtype)
        assert copy.dtype == (network.dtype if dtype is None else np.dtype(dtype))
        np.testing.assert_array_equal(copy.params.vector, network.params.vector)
        np.testing.assert_array_equal(copy.state.vector, network.state.vector)
        np.testing.assert_allclose(copy.predict(images()), network.predict(images()), rtol=1e-4, atol=1e-5)
        before = network.params.vector.copy()
        steps(copy)
        np.testing.assert_array_equal(network.params.vector, before)


def test_loading_takes_numbers_and_refuses_what_does_not_fit() -> None:
    network, other = Network(THREE_CLASSES, seed=1), Network(THREE_CLASSES, seed=2)
    network.load(other.params.copies())
    np.testing.assert_array_equal(network.params.vector, other.params.vector)
    with pytest.raises(KeyError):
        network.load({"W1": other.params["W1"]})
    with pytest.raises(ValueError, match="b1 has the shape"):
        network.load(other.params.copies() | {"b1": np.ones(4)})


def test_the_gradient_is_written_anew_and_never_added_up() -> None:
    """What learners meet in other programs: gradients that double because they were not cleared."""
    network = Network(THREE_CLASSES, seed=1)
    t = np.array([0, 1, 2, 2, 1, 0])
    first = network.gradient(images(), t).copies()
    network.gradient(2 * images(), t)
    second = network.gradient(images(), t)
    for name, array in first.items():
        np.testing.assert_array_equal(second[name], array)


def test_a_second_backward_of_one_forward_is_refused() -> None:
    """The softmax end writes over its probabilities: the second gradient would be another."""
    network = Network(NetworkSpec(3, (LayerSpec("affine", 2),)), seed=1)
    with pytest.raises(RuntimeError, match="forward of its own"):
        network.backward()
    x, t = network.batch(np.ones((1, 3)), np.array([1]))
    network.forward(x, t)
    network.backward()
    first = network.grads.vector.copy()
    with pytest.raises(RuntimeError, match="forward of its own"):
        network.backward()
    np.testing.assert_array_equal(network.grads.vector, first)
    network.forward(x, t)
    network.backward()
    np.testing.assert_array_equal(network.grads.vector, first)


def test_batches_of_changing_size_give_the_same_as_a_fresh_network() -> None:
    network = Network(CHANCE, seed=5, dtype=np.float64)
    for n in (6, 3, 8, 6):
        fresh = network.copy()
        x, t = images(n), np.arange(n) % 3
        np.testing.assert_array_equal(fresh.predict(x), network.predict(x))
        with network.fixed_chance():
            np.testing.assert_allclose(
                network.gradient(x, t).vector, network.numerical_gradient(x, t, 1e-5).vector, atol=1e-7
            )
