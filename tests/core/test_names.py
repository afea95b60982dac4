"""The names that notebooks and files of others rely on: they keep their place, and mean what they meant."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from core.data import load_mnist, mnist, open_data_set, write_idx
from core.data.folder import LabelledImages
from core.nn.network import Network
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec
from core.nn.two_layer_net import TwoLayerNet
from core.training.checkpoint import save_checkpoint
from tests.core.training.small_data import ADAM, ALL_CHANCE, session


def test_the_books_data_by_its_own_call(monkeypatch: pytest.MonkeyPatch) -> None:
    few = LabelledImages(np.zeros((5, 28, 28), np.uint8), np.arange(5, dtype=np.uint8))
    monkeypatch.setattr(mnist, "read_folder", lambda _: (few, few))
    (x_train, t_train), (x_test, t_test) = load_mnist(normalize=True, one_hot_label=True)
    assert (x_train.shape, t_train.shape, x_test.shape, t_test.shape) == (
        *((5, 784), (5, 10)),
        *((5, 784), (5, 10)),
    )


def test_data_of_ones_own(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    for part, count in (("train", 20), ("t10k", 5)):
        write_idx(tmp_path / f"{part}-images-idx3-ubyte", rng.integers(0, 256, (count, 4, 4), np.uint8))
        write_idx(tmp_path / f"{part}-labels-idx1-ubyte", (np.arange(count) % 3).astype(np.uint8))
    data = open_data_set(str(tmp_path))
    assert (data.train.x.shape, data.classes) == ((20, 16), 3)


def test_the_books_network_by_its_own_calls() -> None:
    net = TwoLayerNet(input_size=4, hidden_size=5, output_size=3, weight_init_std=0.1)
    x, t = np.random.default_rng(0).normal(size=(6, 4)), np.array([0, 1, 2, 0, 1, 2])
    assert net.predict(x).shape == (6, 3)
    before = net.loss(x, t)
    for name, gradient in net.gradient(x, t).items():
        net.params[name] -= 0.1 * gradient
    assert net.loss(x, t) < before
    assert 0.0 <= net.accuracy(x, t) <= 1.0


def test_a_network_of_ones_own() -> None:
    layers = (LayerSpec("affine", 5), LayerSpec("dropout", rate=0.2), LayerSpec("affine", units=3))
    network = Network(NetworkSpec(4, layers, LossSpec("softmax")), seed=1)
    x, t = np.random.default_rng(0).normal(size=(6, 4)), np.array([0, 1, 2, 0, 1, 2])
    assert list(network.gradient(x, t)) == list(network.params) == ["W1", "b1", "W2", "b2"]
    other = Network(network.spec, seed=2)
    other.load({name: array.copy() for name, array in network.params.items()})
    assert other.accuracy(x, t) == network.accuracy(x, t)


def test_the_arrays_of_a_model_file(tmp_path: Path) -> None:
    path = tmp_path / "model.blab"
    trained = session(ALL_CHANCE, iterations=3, optimizer=ADAM)
    list(trained.events())
    save_checkpoint(path, trained.checkpoint())
    with np.load(path) as arrays:
        shapes = {name: arrays[name].shape for name in arrays if name != "model.json"}
    assert shapes == {
        "parameters/W1": (4, 8),
        "parameters/b1": (8,),
        "parameters/gamma1": (8,),
        "parameters/beta1": (8,),
        "parameters/W2": (8, 6),
        "parameters/b2": (6,),
        "parameters/W3": (6, 3),
        "parameters/b3": (3,),
        "state/running_mean1": (8,),
        "state/running_var1": (8,),
        "optimizer/updates": (),
        "optimizer/gradient_sum": (131,),
        "optimizer/square_sum": (131,),
        "losses": (3,),
    }


def test_the_words_and_settings_of_a_network_in_a_model_file() -> None:
    init = {"kind": "normal", "sigma": 0.01, "values": None}
    written = {
        "input_size": 4,
        "layers": [
            {"kind": "affine", "units": 8, "bias": True, "init": init},
            *({"kind": kind} for kind in ("batch_norm", "relu", "sigmoid", "tanh", "identity", "step")),
            {"kind": "leaky_relu", "slope": 0.2},
            {"kind": "dropout", "rate": 0.3},
            {"kind": "affine", "units": 3, "bias": False, "init": init},
        ],
        "loss": {"kind": "softmax", "form": "sum"},
    }
    network = NetworkSpec.from_dict(written)
    assert (network.layers[7].slope, network.layers[8].rate, network.layers[9].bias) == (0.2, 0.3, False)
    assert json.dumps(network.to_dict()) == json.dumps(written)
