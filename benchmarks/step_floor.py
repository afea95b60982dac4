"""The floor below any training step in NumPy: its matrix products alone, in memory that is there already."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from benchmarks.nets import Net


def contender(net: Net) -> Callable[[int], None]:
    """A function that makes the products of that many steps."""
    rng = np.random.default_rng(0)

    def floats(*shape: int) -> np.ndarray:
        return rng.random(shape, np.float32)

    values = [floats(net.batch, size) for size in net.sizes]
    gradients = [floats(net.batch, size) for size in net.sizes]
    forward, backward = [], []
    for number, (inputs, outputs) in enumerate(net.shapes):
        W, dW = floats(inputs, outputs), floats(inputs, outputs)
        x, y, dy = values[number], np.empty_like(values[number + 1]), gradients[number + 1]
        forward.append((x, W, y))
        backward.append((x.T, dy, dW))
        if number > 0:
            backward.append((dy, W.T, np.empty_like(x)))
    products = forward + backward[::-1]

    def run(steps: int) -> None:
        for _ in range(steps):
            for a, b, out in products:
                np.matmul(a, b, out=out)

    return run
