"""A small network that is trained before one's eyes: its parameters are kept fifty times on the way.

The training is the book's loop over a part of a data set, so small that it takes seconds. What is drawn of it
is elsewhere (`core.experiments.slices`).
"""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.data import DataSet
from core.errors import ConfigError, DataError, LabError, translatable
from core.experiments.checking import Batch
from core.nn.initializers import InitializerSpec
from core.nn.network import BATCH_STREAM, Network, stream
from core.nn.optimizers import Optimizer, OptimizerSpec
from core.nn.parameters import Floats
from core.nn.spec import MEMORY_LIMIT_BYTES, LayerSpec, NetworkSpec

SNAPSHOTS = 50
"""How often the parameters are kept, beside those of the start."""
BATCH_SIZE = 50
EVERY = 10  # updates between two places where the work can be stopped

Progress = Generator[tuple[int, int], None, "Run"]


@dataclass(frozen=True, slots=True)
class Training:
    """What decides a run beside its data: one hidden layer of `width` units with ReLU, He's weights, softmax;
    so many updates, each by a batch of the first `images` of the training set."""

    width: int
    optimizer: OptimizerSpec
    updates: int
    images: int
    seed: int

    def spec(self, data: DataSet) -> NetworkSpec:
        init = InitializerSpec("he")
        layers = (
            LayerSpec("affine", self.width, init),
            LayerSpec("relu"),
            LayerSpec("affine", max(data.classes, 2), init),
        )
        return NetworkSpec(data.input_size, layers)

    def memory_bytes(self, data: DataSet) -> int:
        """What the snapshots take, with the copies that projecting them needs, and the examples."""
        parameters = self.spec(data).parameter_count
        examples = min(self.images, len(data.train)) * (data.input_size + 4 * self.width)
        return 4 * (parameters * 3 * SNAPSHOTS + examples)

    def operations(self, data: DataSet) -> int:
        """Products and sums of the training and of the losses on its way: two a parameter and example for a
        pass forward, and four for one back."""
        examples = 6 * self.updates * BATCH_SIZE + 2 * (SNAPSHOTS + 1) * self.images
        return self.spec(data).parameter_count * examples


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """A training that has ended. `updates` (n,): how many were done at each snapshot, the start first; `path`
    (n, P) the parameters there, `losses` and `accuracies` (n,) those of all its images. `batch` has the
    trained network with these images."""

    batch: Batch
    updates: NDArray[np.intp]
    path: Floats
    losses: NDArray[np.float64]
    accuracies: NDArray[np.float64]


def require_memory(size: int) -> None:
    """ConfigError for what takes more than the program allows itself."""
    if size > MEMORY_LIMIT_BYTES:
        template = translatable(
            "errors",
            "The snapshots would take about {megabytes} MB, and {limit} MB are the limit: take fewer units "
            "or fewer images.",
        )
        raise ConfigError(template, megabytes=round(size / 1e6), limit=round(MEMORY_LIMIT_BYTES / 1e6))


def require_labels(data: DataSet | None) -> DataSet:
    """DataError where there are no data, or none with classes."""
    if data is None:
        raise DataError(
            translatable(
                "errors", "There are no data to train on yet: choose a data set in Data or in Train."
            )
        )
    if not data.is_classification or not len(data.train):
        raise DataError(
            translatable("errors", "This experiment needs data with classes: choose such a data set in Data.")
        )
    return data


def training(what: Training, data: DataSet) -> Progress:
    """Train, and keep snapshots at equal distances. LabError where the loss leaves all bounds."""
    network = Network(what.spec(data), what.seed)
    count = min(what.images, len(data.train))
    x, t = network.batch(data.train.floats(0, count), data.train.t[:count])
    batch = Batch(network, x, t)
    rng, optimizer = stream(what.seed, BATCH_STREAM), what.optimizer.build()
    # A training of few updates has fewer snapshots than fifty: one for each.
    wanted = np.unique(np.linspace(0, what.updates, SNAPSHOTS + 1).round().astype(np.intp))
    path = np.empty((len(wanted), network.params.vector.size), network.dtype)
    losses, accuracies = np.empty(len(wanted)), np.empty(len(wanted))
    place = 0
    for update in range(what.updates + 1):
        if update:
            _update(batch, optimizer, rng, update)
        if update == wanted[place]:
            path[place] = network.params.vector
            losses[place], accuracies[place] = _figures(batch, update)
            place += 1
        if not update % EVERY:
            yield update, what.updates
    return Run(batch, wanted, path, losses, accuracies)


def _update(batch: Batch, optimizer: Optimizer, rng: np.random.Generator, update: int) -> None:
    network, count = batch.network, len(batch.x)
    chosen = rng.choice(count, min(BATCH_SIZE, count), replace=False)
    with np.errstate(all="ignore"):
        loss = network.forward(batch.x[chosen], batch.t[chosen])
        _require_finite(loss, update - 1)
        network.backward()
        optimizer.update(network.params.vector, network.grads.vector)


def _figures(batch: Batch, update: int) -> tuple[float, float]:
    with np.errstate(all="ignore"):
        loss, accuracy = loss_and_accuracy(batch.network, batch.network.predict(batch.x), batch.t)
    _require_finite(loss, update)
    return loss, accuracy


def loss_and_accuracy(network: Network, scores: Floats, t: NDArray[np.generic]) -> tuple[float, float]:
    """Both of all examples, from their scores (N, C)."""
    each = network.loss_layer.each(scores, t)
    return float(each.mean(dtype=np.float64)), float(network.correct(scores, t).mean())


def _require_finite(loss: float, update: int) -> None:
    if not math.isfinite(loss):
        template = translatable(
            "errors",
            "The training runs away: after update {update} its loss is not a number. Lower the rate.",
        )
        raise LabError(template, update=update)
