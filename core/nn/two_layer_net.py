"""The book's TwoLayerNet: Affine → ReLU → Affine → Softmax cross entropy, as a face on the same engine.

The book's own training loop runs on it with only its imports changed. Arrays are float64, as in the book.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.nn.initializers import InitializerSpec
from core.nn.network import Network
from core.nn.parameters import Floats, Parameters
from core.nn.spec import LayerSpec, NetworkSpec


class TwoLayerNet:
    """Weights start as weight_init_std · N(0, 1), biases as 0. `params` and what the gradients return map
    W1 (D, H), b1 (H,), W2 (H, C), b2 (C,). A `seed` makes the weights repeatable; without one they differ
    from run to run, as in the book. Source: chapter 5."""

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        output_size: int,
        weight_init_std: float = 0.01,
        *,
        seed: int | None = None,
    ) -> None:
        init = InitializerSpec("normal", sigma=weight_init_std)
        layers = (
            LayerSpec("affine", hidden_size, init),
            LayerSpec("relu"),
            LayerSpec("affine", output_size, init),
        )
        if seed is None:
            seed = int(np.random.default_rng().integers(1 << 32))
        self.network = Network(NetworkSpec(input_size, layers), seed, np.float64)
        self.params: Parameters = self.network.params

    def predict(self, x: NDArray[Any]) -> Floats:
        """The scores before softmax. x: (N, D) → (N, C)."""
        return self.network.predict(x)

    def loss(self, x: NDArray[Any], t: NDArray[Any]) -> float:
        """The mean cross entropy. x: (N, D), t: labels (N,) or one-hot (N, C)."""
        return self.network.loss(x, _labels(t))

    def accuracy(self, x: NDArray[Any], t: NDArray[Any]) -> float:
        """The share of right predictions, from 0 to 1."""
        return self.network.accuracy(x, _labels(t))

    def gradient(self, x: NDArray[Any], t: NDArray[Any]) -> dict[str, Floats]:
        """∂L/∂(each parameter) by backpropagation; the arrays are the caller's own."""
        return self.network.gradient(x, _labels(t)).copies()

    def numerical_gradient(self, x: NDArray[Any], t: NDArray[Any]) -> dict[str, Floats]:
        """The same by central differences, h = 1e−4: two forward passes for each parameter, so very slow."""
        return self.network.numerical_gradient(x, _labels(t)).copies()


def _labels(t: NDArray[Any]) -> NDArray[Any]:
    """The largest of each row is the label, as in the book: its dummy targets are rows of random numbers."""
    t = np.asarray(t)
    return t.argmax(axis=1) if t.ndim == 2 else t
