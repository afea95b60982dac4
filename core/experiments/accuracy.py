"""Loss and accuracy of a small network over one of its weights: one moves smoothly, the other by jumps.

The accuracy counts examples, so it changes only where one of them passes from wrong to right or back. Between
two such places it is constant: its derivative is 0 there, and tells nothing of which way to go.
"""

from __future__ import annotations

import itertools
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.data import synthetic
from core.experiments.faults import DeltaInLogarithm
from core.nn.initializers import InitializerSpec
from core.nn.losses import Targets
from core.nn.network import Network
from core.nn.parameters import Floats
from core.nn.spec import LayerSpec, NetworkSpec
from core.training.presets import preset

RATE = 1.0
SAMPLES = 401
"""The places at which curves are computed. An example that changes twice between two of them is missed."""
ROUNDS = 30
BETWEEN_YIELDS = 25

_XAVIER = InitializerSpec("xavier")

SPECS: Mapping[str, NetworkSpec] = {
    "circles": NetworkSpec(
        2, (LayerSpec("affine", 3, _XAVIER), LayerSpec("tanh"), LayerSpec("affine", 2, _XAVIER))
    ),
    "simple_net": preset("simple-net").experiment.network,
}
"""The networks: 2-3-2 with tanh before two rings of points, and the book's simpleNet with its one example."""


class Weight(NamedTuple):
    """A number of a network, by its array and its place there; of a bias `row` is None."""

    array: str
    row: int | None
    column: int

    @property
    def word(self) -> str:
        """As NumPy writes it: W1[0, 2], b1[2]."""
        return (
            f"{self.array}[{self.column}]" if self.row is None else f"{self.array}[{self.row}, {self.column}]"
        )

    @property
    def place(self) -> tuple[int, ...]:
        return (self.column,) if self.row is None else (self.row, self.column)


def _weights_of(spec: NetworkSpec) -> dict[str, Weight]:
    found = []
    for name, shape in spec.parameter_shapes().items():
        rows: list[int | None] = list(range(shape[0])) if len(shape) == 2 else [None]
        found += [Weight(name, row, column) for row, column in itertools.product(rows, range(shape[-1]))]
    return {weight.word: weight for weight in found}


WEIGHTS: Mapping[str, Mapping[str, Weight]] = {name: _weights_of(spec) for name, spec in SPECS.items()}
"""All weights and biases of each network, by their word."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is looked at: a network after some updates on its examples, and the weight that is moved in it."""

    network: str = "circles"
    weight: str = "W1[0, 0]"
    examples: int = 100
    updates: int = 150
    seed: int = 0


class At(NamedTuple):
    """What holds with the weight at one value. `slope` is ∂L/∂w by backpropagation, `correct` (N,)."""

    loss: float
    slope: float
    accuracy: float
    correct: NDArray[np.bool_]


class Flip(NamedTuple):
    """Where an example becomes right (`gains`), or wrong, as the weight grows."""

    w: float
    example: int
    gains: bool


class Mover:
    """A network of one's own in which one weight is moved. x: (N, D), t: (N,)."""

    def __init__(self, network: Network, x: Floats, t: Targets, weight: Weight) -> None:
        self.network, self.x, self.t, self.weight = network, x, t, weight
        self.own = float(network.params[weight.array][weight.place])
        """The weight's own value: that of the network before anything is moved."""

    def move(self, w: float) -> None:
        self.network.params[self.weight.array][self.weight.place] = w

    def at(self, w: float) -> At:
        """Loss, slope and accuracy with the weight at w."""
        self.move(w)
        correct = self.network.correct(self.network.predict(self.x), self.t)
        gradient = self.network.gradient(self.x, self.t)[self.weight.array]
        loss = self.network.loss(self.x, self.t)
        return At(loss, float(gradient[self.weight.place]), float(correct.mean()), correct)

    def book_loss(self) -> float:
        """L at the weight's own value with δ in its logarithm, as the book has it."""
        self.move(self.own)
        return DeltaInLogarithm(self.network.dtype).forward(self.network.predict(self.x), self.t)

    def is_right(self, w: float, example: int) -> bool:
        """Whether one example is predicted right with the weight at w."""
        self.move(w)
        one = slice(example, example + 1)
        return bool(self.network.correct(self.network.predict(self.x[one]), self.t[one])[0])


@dataclass(frozen=True, slots=True, eq=False)
class Landscape:
    """Both curves from left to right. `loss` belongs to `w`; the accuracy is constant between two `flips`,
    which are in the order of w."""

    subject: Subject
    mover: Mover
    w: Floats
    loss: Floats
    flips: tuple[Flip, ...]
    first_right: int

    @property
    def edges(self) -> list[float]:
        """Where the accuracy may change, with both ends of the interval: one more than `levels`."""
        return [float(self.w[0]), *(flip.w for flip in self.flips), float(self.w[-1])]

    @property
    def levels(self) -> list[float]:
        """The accuracy between each two edges."""
        right, count = [self.first_right], len(self.mover.x)
        for flip in self.flips:
            right.append(right[-1] + (1 if flip.gains else -1))
        return [each / count for each in right]

    def around(self, w: float) -> tuple[Flip | None, Flip | None]:
        """The last change of the accuracy at or below w, and the next one above; None where there is none."""
        below = [flip for flip in self.flips if flip.w <= w]
        above = [flip for flip in self.flips if flip.w > w]
        return (below[-1] if below else None), (above[0] if above else None)


def prepared(subject: Subject) -> Mover:
    """The network of a subject, trained on its examples by whole-batch updates. KeyError for a weight that
    the network has not."""
    weight = WEIGHTS[subject.network][subject.weight]
    network = Network(SPECS[subject.network], subject.seed, np.float64)
    if subject.network == "simple_net":
        data, count = synthetic.simple_pair(subject.seed), 1
    else:
        data, count = synthetic.circles(subject.seed), subject.examples
    x, t = network.batch(data.train.floats(0, count, network.dtype), data.train.t[:count])
    # simpleNet is looked at as it is printed.
    for _ in range(subject.updates if subject.network == "circles" else 0):
        network.params.vector -= RATE * network.gradient(x, t).vector
    return Mover(network, x, t, weight)


def exploring(subject: Subject, left: float, right: float) -> Generator[tuple[int, int], None, Landscape]:
    """Both curves over the weight, each change of the accuracy found by bisection."""
    total = 2 * SAMPLES
    yield 0, total
    mover = prepared(subject)
    network, x, t = mover.network, mover.x, mover.t
    w = np.linspace(left, right, SAMPLES)
    loss, correct = np.empty(SAMPLES), np.empty((SAMPLES, len(x)), dtype=bool)
    for place, value in enumerate(w.tolist()):
        if place % BETWEEN_YIELDS == 0:
            yield place, total
        mover.move(value)
        scores = network.predict(x)
        loss[place] = network.loss_layer.each(scores, t).mean()
        correct[place] = network.correct(scores, t)
    flips: list[Flip] = []
    for place, example in np.argwhere(correct[1:] != correct[:-1]).tolist():
        if len(flips) % BETWEEN_YIELDS == 0:
            yield SAMPLES + place, total
        gains = not correct[place, example]
        flips.append(Flip(_bisected(mover, w[place], w[place + 1], example, gains), example, gains))
    flips.sort()
    mover.move(mover.own)
    return Landscape(subject, mover, w, loss, tuple(flips), int(correct[0].sum()))


def _bisected(mover: Mover, low: float, high: float, example: int, gains: bool) -> float:
    """Where between two values the example changes."""
    for _ in range(ROUNDS):
        middle = (low + high) / 2
        if mover.is_right(middle, example) == gains:
            high = middle
        else:
            low = middle
    return float(high)
