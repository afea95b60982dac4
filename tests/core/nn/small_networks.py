"""Small networks and inputs for tests of the network as a whole. Not a test itself."""

from __future__ import annotations

import numpy as np

from core.nn.network import Network
from core.nn.spec import LayerSpec, NetworkSpec

THREE_CLASSES = NetworkSpec(4, (LayerSpec("affine", 5), LayerSpec("relu"), LayerSpec("affine", 3)))
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
"""The layers include batch normalization and dropout."""


def images(n: int = 6) -> np.ndarray:
    return np.random.default_rng(0).normal(size=(n, 4))


def steps(network: Network, count: int = 20, rate: float = 0.1) -> np.ndarray:
    """The parameters after so many updates by plain gradient descent."""
    rng = np.random.default_rng(0)
    for _ in range(count):
        x, t = rng.normal(size=(8, network.spec.input_size)), rng.integers(0, 3, 8)
        network.params.vector -= rate * network.gradient(x, t).vector
    return network.params.vector.copy()
