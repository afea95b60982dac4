"""A slice through the loss of a network: the plane p + a·u + b·v through its parameters.

Two directions out of many thousands are looked at, and nothing is said of the others. Random directions are
scaled array by array to the length that the parameters have there, for a ReLU network stays the same where
one layer is multiplied and the next divided (after Li et al. 2018, “Visualizing the Loss Landscape of Neural
Nets”; they scale filter by filter). The line to another run is that of Goodfellow et al. 2015, “Qualitatively
Characterizing Neural Network Optimization Problems”.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.experiments.checking import Batch
from core.experiments.snapshots import loss_and_accuracy
from core.nn.parameters import Floats, Parameters

Points = NDArray[np.float64]
NEGLIGIBLE = 1e-4
"""A direction shorter than this share of the other is rounding."""


def random_direction(params: Parameters, rng: np.random.Generator) -> Floats:
    """A vector (P,), each array of which is as long as that of the parameters: d ← d · ‖W‖ / ‖d‖."""
    direction = rng.standard_normal(params.vector.size).astype(params.vector.dtype)
    for name, part in params.slices.items():
        length = np.linalg.norm(direction[part])
        direction[part] *= np.linalg.norm(params[name]) / length if length else 0.0
    return direction


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """p + a·u + b·v: three vectors (P,), the last two not parallel."""

    p: Floats
    u: Floats
    v: Floats

    def at(self, a: float, b: float) -> Floats:
        found: Floats = self.p + a * self.u + b * self.v
        return found

    def project(self, points: Floats) -> Points:
        """(n, P) → (n, 2): the a and b of the point of the plane that is nearest to each."""
        moved = points - self.p
        sides = np.stack([moved @ self.u, moved @ self.v]).astype(np.float64)
        uv = float(self.u @ self.v)
        gram = np.array([[float(self.u @ self.u), uv], [uv, float(self.v @ self.v)]])
        return np.linalg.solve(gram, sides).T

    def held(self, points: Floats) -> float:
        """Which share of the squared distances of points from p lies in the plane, from 0 to 1."""
        total = float(np.square(points - self.p).sum(dtype=np.float64))
        a, b = self.project(points).T
        uu, vv, uv = (float(x @ y) for x, y in ((self.u, self.u), (self.v, self.v), (self.u, self.v)))
        inside = float((a * a * uu + b * b * vv + 2.0 * a * b * uv).sum())
        return min(inside / total, 1.0) if total else 1.0


def random_plane(params: Parameters, seed: int) -> Plane:
    """The plane through the parameters along two random directions: a = 1 is as far as they are long."""
    rng = np.random.default_rng((seed, 10))
    return Plane(params.vector.copy(), random_direction(params, rng), random_direction(params, rng))


def path_plane(params: Parameters, path: Floats, seed: int) -> Plane:
    """The plane through the end of a path (n, P) along its two principal directions: no other shows more of
    it. a = −1 is as far from the end as the start is; the path comes from the left."""
    p = params.vector.copy()
    moved = path - p
    # The eigenvectors of the small (n, n) matrix are those of the large one, seen from the snapshots.
    _, weights = np.linalg.eigh((moved @ moved.T).astype(np.float64))
    first, second = (weights[:, place].astype(p.dtype) @ moved for place in (-1, -2))
    first = first if first @ moved[0] <= 0.0 else -first
    return _spanned(params, first, second, float(np.linalg.norm(moved[0])), seed)


def plane_to(params: Parameters, other: Floats, start: Floats, seed: int) -> Plane:
    """The plane of three points: the parameters, those of another run (a = 1, b = 0), those of the start."""
    p = params.vector.copy()
    u = other - p
    return _spanned(params, u, start - p, float(np.linalg.norm(u)), seed)


def _spanned(params: Parameters, u: Floats, v: Floats, length: float, seed: int) -> Plane:
    """Both directions brought to this length and upright on one another. A path that leads nowhere, or
    straight on, leaves one of them to chance."""
    rng = np.random.default_rng((seed, 11))
    length = length or float(np.linalg.norm(params.vector)) or 1.0
    first = _of_length(u, length, 0.0)
    first = _of_length(random_direction(params, rng), length, 0.0) if first is None else first
    assert first is not None
    scale = max(float(np.linalg.norm(v)), NEGLIGIBLE * length)
    second = _of_length(_upright(v, first), length, NEGLIGIBLE * scale)
    if second is None:
        second = _of_length(_upright(random_direction(params, rng), first), length, 0.0)
    assert second is not None
    return Plane(params.vector.copy(), first, second)


def _upright(v: Floats, u: Floats) -> Floats:
    """What is left of v beside u."""
    left: Floats = v
    for _ in range(2):  # the second time takes away what rounding has left
        left = left - (left @ u) / (u @ u) * u
    return left


def _of_length(direction: Floats, length: float, least: float) -> Floats | None:
    own = float(np.linalg.norm(direction))
    found: Floats = direction * (length / own) if own > least else direction
    return found if own > least else None


class SliceLoss:
    """L and accuracy at any point of a plane.

    The first layer is X·W + b, so that its outputs are linear in its parameters: X·(W + a·U + b·V) is put
    together from three products that are made once, and a point costs the layers after it alone.
    """

    def __init__(self, batch: Batch, plane: Plane) -> None:
        self._network, self._t, self._plane = batch.network.copy(), batch.t, plane
        first = self._network.layers[0]
        vector = self._network.params.vector
        self._sums = []
        for each in (plane.p, plane.u, plane.v):
            vector[...] = each
            self._sums.append(first.predict(batch.x))
        names = self._network.spec.layer_parameter_shapes()[0]
        start = max(self._network.params.slices[name].stop for name in names)
        self._rest = slice(start, None)

    @property
    def values(self) -> int:
        """How many numbers a point takes: a measure of its time."""
        return int(self._sums[0].size)

    def at(self, a: float, b: float) -> tuple[float, float]:
        """(loss, accuracy) at p + a·u + b·v; the loss may be infinite. One call at a time."""
        network, plane, rest = self._network, self._plane, self._rest
        with np.errstate(all="ignore"):
            network.params.vector[rest] = plane.p[rest] + a * plane.u[rest] + b * plane.v[rest]
            y = self._sums[0] + a * self._sums[1]
            y += b * self._sums[2]
            for layer in network.layers[1:]:
                y = layer.predict(y)
            return loss_and_accuracy(network, y, self._t)


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """Losses and accuracies (n, n) at `a` (n,) from left to right and `b` (n,) from bottom to top; a row is
    of one b."""

    a: Points
    b: Points
    losses: Points
    accuracies: Points

    def at(self, a: float, b: float) -> tuple[float, float]:
        """Both between the points, by straight lines; at the edge beyond it."""
        return tuple(  # type: ignore[return-value]
            float(between(values, self.a, self.b, np.array([a]), np.array([b]))[0, 0])
            for values in (self.losses, self.accuracies)
        )


def sampling(
    loss: SliceLoss, a: tuple[float, float], b: tuple[float, float], count: int
) -> Generator[tuple[int, int], None, Samples]:
    """The slice at count × count points over these ranges."""
    xs, ys = np.linspace(*a, count), np.linspace(*b, count)
    losses, accuracies = np.empty((count, count)), np.empty((count, count))
    for row, y in enumerate(ys):
        yield row, count
        for column, x in enumerate(xs):
            losses[row, column], accuracies[row, column] = loss.at(float(x), float(y))
    return Samples(xs, ys, losses, accuracies)


def between(values: Points, xs: Points, ys: Points, x: Points, y: Points) -> Points:
    """Values (rows, columns) at the points of `ys` and `xs`, by straight lines at all pairs of x and y."""
    for axis, (known, wanted) in enumerate(((ys, y), (xs, x))):
        left = np.clip(np.searchsorted(known, wanted, side="right") - 1, 0, len(known) - 2)
        share = np.clip((wanted - known[left]) / (known[left + 1] - known[left]), 0.0, 1.0)
        share = share[:, np.newaxis] if axis == 0 else share
        with np.errstate(all="ignore"):
            values = values.take(left, axis) * (1.0 - share) + values.take(left + 1, axis) * share
    return values


def line_losses(batch: Batch, p: Floats, direction: Floats, distances: Points) -> Any:
    """L at p + s·direction for each distance s: (n,)."""
    line = SliceLoss(batch, Plane(p, direction, np.zeros_like(p)))
    return np.array([line.at(float(s), 0.0)[0] for s in distances])
