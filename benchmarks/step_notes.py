"""The same training step in the way of the study notes, written anew: a dictionary of float64 arrays, a fresh
array for every result, one-hot targets, the gradient of the pixels computed like any other, and, as in the
training loop of the book, a second forward pass after the update for the loss that is logged."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from benchmarks.nets import LEARNING_RATE, Net
from core.data import load_mnist


class Affine:
    def __init__(self, W: np.ndarray, b: np.ndarray) -> None:
        self.W, self.b = W, b

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.x = x
        return np.dot(x, self.W) + self.b

    def backward(self, dout: np.ndarray) -> np.ndarray:
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return np.dot(dout, self.W.T)


class Relu:
    def forward(self, x: np.ndarray) -> np.ndarray:
        self.off = x <= 0
        out = x.copy()
        out[self.off] = 0
        return out

    def backward(self, dout: np.ndarray) -> np.ndarray:
        dout[self.off] = 0
        return dout


class Sigmoid:
    def forward(self, x: np.ndarray) -> np.ndarray:
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, dout: np.ndarray) -> np.ndarray:
        return dout * (1.0 - self.out) * self.out


class SoftmaxWithLoss:
    def forward(self, x: np.ndarray, t: np.ndarray) -> float:
        shifted = x - np.max(x, axis=1, keepdims=True)
        exp = np.exp(shifted)
        self.y, self.t = exp / np.sum(exp, axis=1, keepdims=True), t
        labels = t.argmax(axis=1)
        return float(-np.sum(np.log(self.y[np.arange(len(x)), labels] + 1e-7)) / len(x))

    def backward(self) -> np.ndarray:
        return (self.y - self.t) / len(self.t)


ACTIVATIONS: dict[str, type[Relu | Sigmoid]] = {"relu": Relu, "sigmoid": Sigmoid}


def contender(net: Net) -> Callable[[int], None]:
    """A function that makes that many steps."""
    rng = np.random.RandomState(0)
    (images, targets), _ = load_mnist(normalize=True, one_hot_label=True)
    params = {}
    layers: list[Affine | Relu | Sigmoid] = []
    for number, (inputs, outputs) in enumerate(net.shapes, start=1):
        params[f"W{number}"] = rng.randn(inputs, outputs) / np.sqrt(inputs)
        params[f"b{number}"] = np.zeros(outputs)
        layers += [Affine(params[f"W{number}"], params[f"b{number}"]), ACTIVATIONS[net.activation]()]
    del layers[-1]
    last = SoftmaxWithLoss()

    def loss(x: np.ndarray, t: np.ndarray) -> float:
        for layer in layers:
            x = layer.forward(x)
        return last.forward(x, t)

    def gradient(x: np.ndarray, t: np.ndarray) -> dict[str, np.ndarray]:
        loss(x, t)
        dout = last.backward()
        for layer in reversed(layers):
            dout = layer.backward(dout)
        grads = {}
        for number, layer in enumerate(layers[::2], start=1):
            grads[f"W{number}"], grads[f"b{number}"] = layer.dW, layer.db  # type: ignore[union-attr]
        return grads

    def run(steps: int) -> None:
        losses = []
        for _ in range(steps):
            index = rng.choice(len(images), net.batch)
            x, t = images[index], targets[index]
            grads = gradient(x, t)
            for name in params:
                params[name] -= LEARNING_RATE * grads[name]
            losses.append(loss(x, t))

    return run
