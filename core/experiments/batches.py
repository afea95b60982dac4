"""One Affine layer over a batch: the share that each example has in a gradient, and how the shares collect.

A weight is used once for each example, so its gradient is a sum over the examples: xᵀ · ∂L/∂y, of which each
example is one term. A bias is a weight whose input is 1. Where L is a mean, its 1/N is in ∂L/∂y already.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.experiments.checking import book_network
from core.experiments.faults import NotDivided
from core.graph.examples import EXAMPLES
from core.nn.layers import Affine
from core.nn.losses import SoftmaxWithLoss, values_of
from core.training.presets import SIMPLE_NET_WEIGHTS

Floats = NDArray[np.float64]

INPUTS, OUTPUTS = 2, 3
BIAS = INPUTS
"""The row of the biases, below those of W."""
MOST_EXAMPLES = 6
BOOK_X, BOOK_T = (0.6, 0.9), 2
"""simpleNet's example, which is always the first."""
REPEATS = 5
CHUNK = 50  # images between two reports of progress

_NOTES = json.loads(EXAMPLES["simple-net-notes"].inputs["W"])
WEIGHTS: Mapping[str, Floats | None] = {
    "simple_net": np.array(SIMPLE_NET_WEIGHTS),
    "notes": np.array(_NOTES, dtype=np.float64),
    "drawn": None,
}
"""The weights of the layer: simpleNet's of the book, those of the study notes, or drawn ones with biases."""


@dataclass(frozen=True, slots=True)
class BatchOf:
    """What is looked at. `divides`: L is the mean over the examples; else their sum."""

    weights: str = "simple_net"
    examples: int = 4
    divides: bool = True
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Backward:
    """One pass through the layer and back. x: (N, 2), t: labels (N,), p and dy: (N, 3). `gradient`:
    (3, 3), dW with db beneath it, as the engine has them. `inputs`: (N, 3), x and the 1 of the bias."""

    of: BatchOf
    x: Floats
    t: NDArray[np.intp]
    p: Floats
    dy: Floats
    gradient: Floats
    loss: float

    @property
    def inputs(self) -> Floats:
        return np.hstack([self.x, np.ones((len(self.x), 1))])

    @property
    def shares(self) -> Floats:
        """(N, 3, 3): what each example adds to the gradient, a row for each input and one for the biases."""
        return self.inputs[:, :, np.newaxis] * self.dy[:, np.newaxis, :]


def backward(of: BatchOf) -> Backward:
    """The pass. The first example is simpleNet's; the others have one decimal, so that they can be read."""
    rng = np.random.default_rng((of.seed, 10))
    x = np.round(rng.uniform(-1.0, 1.0, (MOST_EXAMPLES, INPUTS)), 1)
    t = rng.integers(0, OUTPUTS, MOST_EXAMPLES)
    x[0], t[0] = BOOK_X, BOOK_T
    x, t = x[: of.examples], t[: of.examples]
    given = WEIGHTS[of.weights]
    b = np.zeros(OUTPUTS) if given is not None else rng.standard_normal(OUTPUTS)
    W = given.copy() if given is not None else rng.standard_normal((INPUTS, OUTPUTS))
    layer = Affine(W, b, np.empty_like(W), np.empty_like(b))
    loss_layer = (SoftmaxWithLoss if of.divides else NotDivided)(np.float64)
    y = layer.forward(x)
    loss = loss_layer.forward(y, t)
    dy = loss_layer.backward()
    layer.backward_parameters(dy)
    assert layer.db is not None
    return Backward(
        of,
        x,
        t,
        np.array(loss_layer.output(y), np.float64),
        np.array(dy, np.float64),
        np.vstack([layer.dW, layer.db]).astype(np.float64),
        loss if of.divides else loss * len(x),
    )


def errors_of(found: Backward) -> Floats:
    """p − t, (N, 3), with t one-hot: ∂L/∂y before 1/N comes in."""
    return found.p - values_of(found.t, found.p)


@dataclass(frozen=True, slots=True)
class Timing:
    """What the gradient of so many images takes, image by image and as one batch: the fastest of a few turns.
    `difference`: the largest between the batch's gradient and the mean of the others."""

    images: int
    singly_s: float
    batch_s: float
    difference: float

    @property
    def ratio(self) -> float:
        return self.singly_s / self.batch_s


def timing(
    images: int, clock: Callable[[], float] = time.perf_counter
) -> Generator[tuple[int, int], None, Timing]:
    """Measure both ways with the book's 784-50-10 in float32, on drawn images."""
    network = book_network(0).copy(np.float32)
    rng = np.random.default_rng(11)
    x = rng.uniform(size=(images, network.spec.input_size)).astype(np.float32)
    t = rng.integers(0, network.spec.output_size, images)
    # The first turn adds the gradients up, which is not measured.
    total = np.zeros(network.params.vector.size)
    singly, batch = [], []
    for turn in range(REPEATS + 1):
        passed = 0.0
        for start in range(0, images, CHUNK):
            yield turn * images + start, (REPEATS + 1) * images
            before = clock()
            for n in range(start, min(start + CHUNK, images)):
                gradient = network.gradient(x[n : n + 1], t[n : n + 1]).vector
                if turn == 0:
                    total += gradient
            passed += clock() - before
        before = clock()
        whole = network.gradient(x, t).vector
        if turn:
            singly.append(passed)
            batch.append(clock() - before)
    difference = float(np.abs(whole - total / images).max())
    return Timing(images, min(singly), max(min(batch), 1e-9), difference)
