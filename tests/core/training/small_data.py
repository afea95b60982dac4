"""Small data sets and networks, for tests of training that need no digits. Not a test itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

import numpy as np

from core.data import DataSet, Split
from core.nn.optimizers import OptimizerSpec
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec
from core.training.config import Experiment, TrainingConfig
from core.training.events import Event, Iteration
from core.training.session import TrainingSession

EventKind = TypeVar("EventKind")


def clouds(train: int = 60, test: int = 20, seed: int = 0) -> DataSet:
    """Three clouds of points in four dimensions, three classes."""
    rng = np.random.default_rng(seed)
    t = np.arange(train + test) % 3
    x = (rng.normal(size=(3, 4))[t] + 0.3 * rng.normal(size=(len(t), 4))).astype(np.float32)
    held_out = Split(x[train:], t[train:]) if test else None
    return DataSet("clouds", "Clouds", Split(x[:train], t[:train]), held_out, classes=3)


def curve(train: int = 40) -> DataSet:
    """A regression: two numbers from one."""
    x = np.linspace(-1, 1, train, dtype=np.float32)[:, np.newaxis]
    return DataSet("curve", "Curve", Split(x, np.hstack([x**2, -x])), None, classes=2)


def network(*hidden: LayerSpec, inputs: int = 4, outputs: int = 3, loss: str = "softmax") -> NetworkSpec:
    return NetworkSpec(inputs, (*hidden, LayerSpec("affine", outputs)), LossSpec(loss))


SMALL = network(LayerSpec("affine", 8), LayerSpec("relu"))
"""4-8-3, ReLU, softmax."""

ALL_CHANCE = network(
    LayerSpec("affine", 8),
    LayerSpec("batch_norm"),
    LayerSpec("relu"),
    LayerSpec("dropout", rate=0.3),
    LayerSpec("affine", 6),
    LayerSpec("tanh"),
)
"""The network has dropout and batch normalization."""


ADAM = OptimizerSpec("adam", 0.01)
MOMENTUM = OptimizerSpec("momentum", 0.05)


def config(iterations: int = 7, **settings: object) -> TrainingConfig:
    """`iterations` batches of 20 at a rate of 0.1."""
    start = TrainingConfig("clouds", batch_size=20, length=iterations, length_unit="iterations")
    return replace(start, **settings)  # type: ignore[arg-type]


def session(
    spec: NetworkSpec = SMALL, iterations: int = 7, data: DataSet | None = None, **settings: object
) -> TrainingSession:
    return TrainingSession(Experiment(spec, config(iterations, **settings)), data or clouds())


def until(one: TrainingSession, iteration: int) -> list[Event]:
    """The events up to and with that Iteration; the generator is then closed."""
    events = []
    for event in one.events():
        events.append(event)
        if isinstance(event, Iteration) and event.iteration == iteration:
            break
    return events


def of_kind(events: Iterable[object], kind: type[EventKind]) -> list[EventKind]:
    return [event for event in events if isinstance(event, kind)]
