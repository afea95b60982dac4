"""What a network keeps: weights by seed, copies of its own, gradients written anew, a forward a backward."""

from __future__ import annotations

import numpy as np
import pytest

from core.nn.initializers import INITIALIZERS, InitializerSpec
from core.nn.network import Network
from core.nn.spec import LayerSpec, NetworkSpec
from tests.core.nn.small_networks import CHANCE, THREE_CLASSES, images, steps

# --- the seed -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_one_seed_gives_the_same_parameters_after_training_bit_for_bit(dtype: type) -> None:
    first, second, other = (Network(CHANCE, seed, dtype) for seed in (5, 5, 6))
    np.testing.assert_array_equal(first.params.vector, second.params.vector)
    assert (first.params["W1"] != other.params["W1"]).all()
    np.testing.assert_array_equal(steps(first), steps(second))
    np.testing.assert_array_equal(first.state.vector, second.state.vector)


@pytest.mark.parametrize("kind", [kind for kind in INITIALIZERS if kind != "given"])
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


# --- one pass after the other -------------------------------------------------------------------------------


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
