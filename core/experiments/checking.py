"""The gradient check as an experiment: what it says of each array, over which h, and what it costs.

The comparison itself is `core.nn.gradient_check`. Here are the networks that are checked, a verdict that
knows how far rounding reaches, and the count of loss evaluations of both ways to one gradient.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import DTypeLike, NDArray

from core.experiments.faults import FAULTS, DeltaInLogarithm
from core.nn.gradient_check import ArrayCheck, Entries, checking, sampled_entries
from core.nn.initializers import InitializerSpec
from core.nn.losses import SoftmaxWithLoss, Targets
from core.nn.network import Network
from core.nn.parameters import Floats
from core.nn.spec import LayerSpec, LossSpec, NetworkSpec

Verdict = Literal["right", "wrong", "unclear", "nothing"]
"""The gradient agrees; it does not; rounding is as large as the gradient; every entry lay at a kink."""

UNITS = 4
"""The units of W1 of which every weight is compared, so that they can be shown as images."""
SPREAD = 600
"""The most entries of an array in a sample of all of it."""
SWEEP = tuple(10.0**power for power in np.arange(-1.0, -12.5, -0.5).tolist())
SWEEP_ENTRIES = 5  # of each array
NOISE = 8.0  # how many times the last bit a loss may be off, after all its sums
TRUNCATION = 1.0
RELATIVE = 1e-6
RACE_S = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """A network with the examples that it is checked on, as `Network.batch` gives them."""

    network: Network
    x: Floats
    t: Targets

    def copy(self, dtype: DTypeLike = np.float64) -> Batch:
        """One of its own in another float type."""
        network = self.network.copy(dtype)
        # A planted class does not follow from the spec: it goes along.
        for mine, other in zip(self.network.layers, network.layers, strict=True):
            other.__class__ = mine.__class__
        network.loss_layer.__class__ = self.network.loss_layer.__class__
        x, t = network.batch(self.x, self.t)
        return Batch(network, x, t)


def book_network(seed: int) -> Network:
    """784-50-10 with the book's weights: the network of the published check."""
    init = InitializerSpec("normal", 0.01)
    layers = (LayerSpec("affine", 50, init), LayerSpec("relu"), LayerSpec("affine", 10, init))
    return Network(NetworkSpec(784, layers), seed, np.float64)


def puzzle(fault: str, seed: int, planted: bool = True) -> Batch:
    """A small network of each kind of layer with five examples, and the mistake `fault` in it."""
    two_outputs = fault == "factor-2"
    layers = (
        LayerSpec("affine", 6, InitializerSpec("xavier")),
        LayerSpec("batch_norm"),
        LayerSpec("sigmoid"),
        LayerSpec("affine", 6, InitializerSpec("he")),
        LayerSpec("relu"),
        LayerSpec("dropout", rate=0.5),
        LayerSpec("affine", 2 if two_outputs else 3, InitializerSpec("xavier")),
    )
    form = "mean_of_sum_gradient" if planted else "mean"
    loss = LossSpec("squared_error", form) if two_outputs else LossSpec("softmax")
    network = Network(NetworkSpec(6, layers, loss), seed, np.float64)
    rng = np.random.default_rng((seed, 9))
    # Biases of 0 and scales of 1 would hide what is wrong with them.
    network.params.vector += 0.2 * rng.standard_normal(network.params.vector.size)
    x: Floats = rng.standard_normal((5, 6))
    t: Any = rng.standard_normal((5, 2)) if two_outputs else rng.integers(0, 3, 5)
    if planted:
        FAULTS[fault].plant(network)
    examples, targets = network.batch(x, t)
    return Batch(network, examples, targets)


def with_delta(batch: Batch) -> Batch:
    """The same with δ in the logarithm of the loss, where that is a softmax cross entropy."""
    copy = batch.copy(batch.network.dtype)
    if type(copy.network.loss_layer) is SoftmaxWithLoss:
        copy.network.loss_layer.__class__ = DeltaInLogarithm
    return copy


def entries_of(batch: Batch, seed: int, *, every: bool) -> Entries:
    """All entries, or a sample of each large array; of a large first W the units with the largest gradients,
    whole, so that they can be seen as images."""
    network = batch.network
    chosen = dict(sampled_entries(network, seed, every_entry=every))
    first = network.params.get("W1")
    if first is not None and len(chosen["W1"]) < first.size:
        sizes = np.abs(network.gradient(batch.x, batch.t)["W1"]).sum(axis=0)
        units = np.sort(np.argsort(-sizes, kind="stable")[:UNITS])
        chosen["W1"] = (np.arange(len(first))[:, np.newaxis] * first.shape[1] + units).reshape(-1)
    return chosen


def spread_entries(network: Network) -> Entries:
    """Entries of every array at equal steps: a mean over them is near that over all."""
    return {name: np.arange(0, a.size, -(-a.size // SPREAD)) for name, a in network.params.items()}


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """What a check found: `loss` is L on the batch, `kinks` the layers (rows from 0) with an input so near a
    kink that h carries it over."""

    checks: tuple[ArrayCheck, ...]
    h: float
    epsilon: float
    loss: float
    near_kinks: tuple[tuple[int, int, int], ...]

    def verdict(self, check: ArrayCheck) -> Verdict:
        """Whether the array's gradient is right, as far as differences can tell.

        A central difference is off by what is lost where losses are rounded, ε·L/h for each entry, and by the
        terms that it leaves out, of the order of h². What is larger is a mistake.
        """
        if check.nothing_compared:
            return "nothing"
        count = len(check.indices) ** 0.5
        noise = NOISE * self.epsilon * max(abs(self.loss), 1.0) / self.h * count
        left_out = TRUNCATION * self.h**2 * (count + check.scale)
        if check.distance > noise + left_out + RELATIVE * check.scale:
            return "wrong"
        return "unclear" if check.scale <= noise + left_out else "right"


def reporting(
    batch: Batch, h: float, dtype: DTypeLike, entries: Entries
) -> Generator[tuple[int, int], None, Report]:
    """The check of these entries of a copy of the batch's network in this float type."""
    copy = batch.copy(dtype)
    loss = copy.network.forward(copy.x, copy.t)
    near = _near_kinks(copy.network, h)
    checks = yield from checking(copy.network, copy.x, copy.t, entries, h)
    return Report(checks, h, float(np.finfo(dtype).eps), loss, near)


def _near_kinks(network: Network, h: float) -> tuple[tuple[int, int, int], ...]:
    """(row, example, unit) of every input of an activation that lies within h of a kink: a bias moves it by
    exactly h."""
    found = []
    for row, (layer, inputs) in enumerate(zip(network.layers, network.values, strict=False)):
        for kink in layer.kinks:
            near = np.argwhere(np.abs(inputs - kink) <= h)
            found += [(row, int(example), int(unit)) for example, unit in near]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class SweepPoint:
    """The mean |backprop − numerical| over the same entries at one h, in both float types."""

    h: float
    float64: float
    float32: float


def sweeping(batch: Batch, seed: int) -> Generator[tuple[int, int], None, tuple[SweepPoint, ...]]:
    """The error of the central difference over h: what is left out on the right, rounding on the left. The
    gradient that it is held against is that of float64."""
    rng = np.random.default_rng(seed)
    copies = {dtype: batch.copy(dtype) for dtype in (np.float64, np.float32)}
    exact = copies[np.float64]
    chosen = [
        part.start + int(i)
        for part in exact.network.params.slices.values()
        for i in rng.choice(part.stop - part.start, min(SWEEP_ENTRIES, part.stop - part.start), False)
    ]
    points = []
    with exact.network.fixed_chance(), copies[np.float32].network.fixed_chance():
        gradient = exact.network.gradient(exact.x, exact.t).vector[chosen].copy()
        for done, h in enumerate(SWEEP):
            yield done, len(SWEEP)
            errors = [_error(copy, chosen, gradient, h) for copy in copies.values()]
            points.append(SweepPoint(h, *errors))
    return tuple(points)


def _error(batch: Batch, chosen: list[int], gradient: NDArray[Any], h: float) -> float:
    network = batch.network
    differences = [
        (
            network.loss_with(i, network.params.vector[i] + h, batch.x, batch.t)
            - network.loss_with(i, network.params.vector[i] - h, batch.x, batch.t)
        )
        / (2.0 * h)
        for i in chosen
    ]
    return float(np.abs(np.array(differences) - gradient).mean())


@dataclass(frozen=True, slots=True)
class Race:
    """Both ways to one gradient. `evaluations`: the losses that central differences need, of which `counted`
    were computed; the time of all is extrapolated from these."""

    parameters: int
    counted: int
    numerical_s: float
    backprop_s: float

    @property
    def evaluations(self) -> int:
        """Two for each parameter."""
        return 2 * self.parameters

    @property
    def ratio(self) -> float:
        return self.numerical_s / self.backprop_s

    @property
    def is_extrapolated(self) -> bool:
        return self.counted < self.evaluations


def racing(
    batch: Batch, clock: Callable[[], float] = time.perf_counter
) -> Generator[tuple[int, int], None, Race]:
    """Compute one gradient by backpropagation, and as much of it by differences as a second allows."""
    copy = batch.copy(np.float64)
    network = copy.network
    times = []
    for _ in range(5):
        start = clock()
        network.gradient(copy.x, copy.t)
        times.append(clock() - start)
    total = 2 * len(network.params.vector)
    counted, start, passed = 0, clock(), 0.0
    with network.fixed_chance():
        for i, value in enumerate(network.params.vector):
            for step in (1e-4, -1e-4):
                network.loss_with(i, value + step, copy.x, copy.t)
            counted += 2
            passed = clock() - start
            if passed >= RACE_S:
                break
            if not i % 64:
                yield round(1000 * passed), round(1000 * RACE_S)
    # The shortest: what else the machine did meanwhile does not count.
    return Race(total // 2, counted, passed * total / counted, max(min(times), 1e-9))
