"""The book's TwoLayerNet in the book's own training loop, written anew: only the imports are ours."""

from __future__ import annotations

import numpy as np
import pytest

from core.data import load_mnist, mnist, open_data_set
from core.data.folder import LabelledImages
from core.nn.two_layer_net import TwoLayerNet


def few_digits() -> list[LabelledImages]:
    whole = open_data_set("mnist")
    assert whole.test is not None
    return [
        LabelledImages(split.x[:count].reshape(-1, 28, 28), split.t[:count])
        for split, count in ((whole.train, 20_000), (whole.test, 5_000))
    ]


KEYS = ("W1", "b1", "W2", "b2")


def test_the_books_training_loop_learns_to_read_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chapter 5: mini-batches drawn at random, gradient, update, the accuracies once an epoch. An epoch is
    shortened here to 100 iterations, and the sets to 20,000 and 5,000 images."""
    few = few_digits()
    monkeypatch.setattr(mnist, "read_folder", lambda _: few)
    (x_train, t_train), (x_test, t_test) = load_mnist(normalize=True, one_hot_label=True)
    rng = np.random.default_rng(0)

    network = TwoLayerNet(input_size=784, hidden_size=50, output_size=10, seed=0)

    iters_num = 300
    train_size = x_train.shape[0]
    batch_size = 100
    learning_rate = 0.1

    train_loss_list = []
    train_acc_list = []
    test_acc_list = []

    iter_per_epoch = 100

    for i in range(iters_num):
        batch_mask = rng.choice(train_size, batch_size)
        x_batch = x_train[batch_mask]
        t_batch = t_train[batch_mask]

        grad = network.gradient(x_batch, t_batch)

        for key in KEYS:
            network.params[key] -= learning_rate * grad[key]

        loss = network.loss(x_batch, t_batch)
        train_loss_list.append(loss)

        if i % iter_per_epoch == 0:
            train_acc_list.append(network.accuracy(x_train[:5000], t_train[:5000]))
            test_acc_list.append(network.accuracy(x_test, t_test))

    assert train_loss_list[0] == pytest.approx(np.log(10), abs=0.05)
    assert np.mean(train_loss_list[-50:]) < 0.6
    assert test_acc_list[0] < 0.5
    assert network.accuracy(x_test, t_test) > 0.85
    assert abs(train_acc_list[-1] - test_acc_list[-1]) < 0.05


def test_a_loop_that_steps_along_the_numerical_gradient_learns_as_well() -> None:
    """The slow form of chapter 4, on a net that is small enough for it."""
    rng = np.random.default_rng(0)
    x, t = rng.random((6, 5)), rng.integers(0, 3, 6)
    network = TwoLayerNet(5, 4, 3, weight_init_std=0.5, seed=1)
    before = network.loss(x, t)
    for _ in range(30):
        grad = network.numerical_gradient(x, t)
        for key in KEYS:
            network.params[key] -= 0.5 * grad[key]
    assert network.loss(x, t) < 0.7 * before


def test_both_gradients_agree_as_the_book_shows() -> None:
    """The mean difference of each array, h = 1e−4, on three random images with one-hot targets."""
    rng = np.random.default_rng(1)
    network = TwoLayerNet(input_size=20, hidden_size=8, output_size=4, weight_init_std=0.3, seed=2)
    x, t = rng.random((3, 20)), np.eye(4)[[0, 2, 1]]
    numerical, backprop = network.numerical_gradient(x, t), network.gradient(x, t)
    assert list(backprop) == list(numerical) == list(network.params) == list(KEYS)
    for key in KEYS:
        assert backprop[key].shape == numerical[key].shape == network.params[key].shape
        assert np.average(np.abs(backprop[key] - numerical[key])) < 1e-8


def test_it_has_the_books_shapes_and_starts_as_the_book_says() -> None:
    network = TwoLayerNet(784, 100, 10)
    shapes = {key: network.params[key].shape for key in KEYS}
    assert shapes == {"W1": (784, 100), "b1": (100,), "W2": (100, 10), "b2": (10,)}
    assert network.params["W1"].dtype == np.float64
    assert network.params["W1"].std() == pytest.approx(0.01, rel=0.02)
    assert not network.params["b1"].any()
    assert not network.params["b2"].any()
    # Chapter 4 feeds it random numbers of these shapes.
    rng = np.random.default_rng(0)
    x, t = rng.random((100, 784)), rng.random((100, 10))
    assert network.predict(x).shape == (100, 10)
    assert 0.0 <= network.accuracy(x, np.eye(10)[t.argmax(axis=1)]) <= 1.0


def test_a_seed_makes_the_weights_repeatable_and_none_lets_them_differ() -> None:
    first, second, third = TwoLayerNet(6, 5, 4, seed=3), TwoLayerNet(6, 5, 4, seed=3), TwoLayerNet(6, 5, 4)
    np.testing.assert_array_equal(first.params["W1"], second.params["W1"])
    assert (TwoLayerNet(6, 5, 4).params["W1"] != third.params["W1"]).any()


def test_predict_loss_and_accuracy_by_hand() -> None:
    network = TwoLayerNet(2, 2, 2, seed=0)
    network.params["W1"] = np.array([[1.0, -1.0], [0.0, 0.0]])
    network.params["W2"] = np.array([[1.0, 0.0], [0.0, 1.0]])
    network.params["b2"] = np.array([0.0, 0.5])
    x = np.array([[3.0, 9.0], [-2.0, 9.0]])
    np.testing.assert_array_equal(network.predict(x), [[3.0, 0.5], [0.0, 2.5]])
    assert network.accuracy(x, np.array([0, 1])) == 1.0
    assert network.accuracy(x, np.eye(2)) == 1.0
    assert network.accuracy(x, np.array([0, 0])) == 0.5
    expected = np.log(1 + np.exp(-2.5))  # both rows lead by 2.5
    assert network.loss(x, np.array([0, 1])) == pytest.approx(expected, rel=1e-12)


def test_what_the_gradients_return_is_the_callers_own() -> None:
    network = TwoLayerNet(3, 4, 2, seed=0)
    x, t = np.ones((2, 3)), np.array([0, 1])
    first = network.gradient(x, t)
    kept = {key: array.copy() for key, array in first.items()}
    network.gradient(2 * x, 1 - t)
    for key in KEYS:
        np.testing.assert_array_equal(first[key], kept[key])


def test_the_books_dummy_targets_are_taken_by_their_largest_number() -> None:
    """Chapter 4 shows the shapes with x = rand(100, 784), t = rand(100, 10)."""
    rng = np.random.default_rng(0)
    x, t = rng.random((100, 784)), rng.random((100, 10))
    network = TwoLayerNet(784, 100, 10, seed=0)
    gradient = network.gradient(x, t)
    assert {name: array.shape for name, array in gradient.items()} == {
        "W1": (784, 100),
        "b1": (100,),
        "W2": (100, 10),
        "b2": (10,),
    }
    assert network.loss(x, t) == network.loss(x, t.argmax(axis=1))
