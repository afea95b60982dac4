"""The loss surface of a network that was just trained: a slice with the path of the training on it.

Beside the slice stand the losses on the way, those of the path's shadow on the plane, and those along
straight lines through the trained network: the two of the slice, and some random ones, which say how far
chance varies.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np

from core.data import DataSet
from core.errors import ConfigError, translatable
from core.experiments.contours import MOST_LEVELS, Surface, banded, levels
from core.experiments.slices import (
    Plane,
    Points,
    Samples,
    SliceLoss,
    between,
    line_losses,
    path_plane,
    plane_to,
    random_direction,
    random_plane,
    sampling,
)
from core.experiments.snapshots import Run, Training, require_memory, training

DIRECTIONS = ("path", "random", "other")
OTHERS = 8
"""Random directions beside those of the slice."""
LINE_POINTS = 41
DECADES = 6  # below the largest loss that levels cover
FEWEST_LEVELS = 4
FINE = 480
"""Cells of the contours in each direction, between the points that are computed."""
MOST_OPERATIONS = 4e11
PER_VALUE = 20
"""Operations that a value of a hidden layer takes at a point of the slice, about."""

Result = TypeVar("Result")
Steps = Generator[tuple[int, int], None, Result]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a landscape is computed from. `directions`: those of the path, two random ones of the seed
    `direction_seed`, or towards the run of the seed `other_seed`. `extent`: how far is seen around what is
    shown, in lengths of u."""

    training: Training
    directions: str
    direction_seed: int
    other_seed: int
    resolution: int
    extent: float

    @property
    def trainings(self) -> tuple[Training, ...]:
        """One run, or two."""
        other = replace(self.training, seed=self.other_seed)
        return (self.training, other) if self.directions == "other" else (self.training,)


@dataclass(frozen=True, slots=True, eq=False)
class Landscape:
    """`runs`: what was trained; `ways` (n, 2) their snapshots on the plane, and `held` which share of the
    first one's movement lies in it. `shadow` (n,): the loss at each point of the first way. `lines`: the
    losses (m,) at `distances` along u and along v; `others` (k, m) those along random directions of the
    length of u."""

    runs: tuple[Run, ...]
    plane: Plane
    loss: SliceLoss
    ways: tuple[Points, ...]
    held: float
    shadow: Points
    samples: Samples
    surface: Surface
    distances: Points
    lines: tuple[Points, Points]
    others: Points

    @property
    def spans(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """What is seen of a and of b."""
        a, b = self.samples.a, self.samples.b
        return (float(a[0]), float(a[-1])), (float(b[0]), float(b[-1]))

    @property
    def spread(self) -> tuple[float, float, float]:
        """A distance, and between which losses the random directions lie there, to both sides."""
        ends = self.others[:, [0, -1]]
        return float(self.distances[-1]), float(ends.min()), float(ends.max())


def require_time(settings: Settings, data: DataSet) -> None:
    """ConfigError for what would take minutes."""
    what = settings.training
    points = settings.resolution**2 + OTHERS * LINE_POINTS
    images = min(what.images, len(data.train))
    operations = PER_VALUE * points * images * (what.width + data.classes)
    operations += sum(each.operations(data) for each in settings.trainings)
    if operations > MOST_OPERATIONS:
        template = translatable(
            "errors",
            "This surface takes about {times} times the work that is the limit here: take fewer images, "
            "units or updates, or a lower resolution.",
        )
        raise ConfigError(template, times=float(f"{operations / MOST_OPERATIONS:.2g}"))


def exploring(settings: Settings, data: DataSet, known: Mapping[Training, Run]) -> Steps[Landscape]:
    """Train what is not known yet, and look around. ConfigError for what takes too much, LabError for a
    training that runs away."""
    require_memory(sum(each.memory_bytes(data) for each in settings.trainings))
    require_time(settings, data)
    runs = []
    shares = len(settings.trainings) + 1
    for place, each in enumerate(settings.trainings):
        run = known.get(each)
        if run is None:
            run = yield from _part(training(each, data), place, shares)
        runs.append(run)
    return (yield from _part(_looking(settings, tuple(runs)), shares - 1, shares))


def _part(steps: Steps[Result], place: int, places: int) -> Steps[Result]:
    """One part of the work, as progress of the whole."""
    while True:
        try:
            done, total = next(steps)
        except StopIteration as end:
            result: Result = end.value
            return result
        yield round(1000 * (place + done / max(total, 1))), 1000 * places


def _looking(settings: Settings, runs: tuple[Run, ...]) -> Steps[Landscape]:
    batch = runs[0].batch
    plane = _plane(settings, runs)
    ways = tuple(plane.project(run.path) for run in runs)
    spans = seen(np.concatenate([*ways, np.zeros((1, 2))]), settings.extent)
    loss = SliceLoss(batch, plane)
    samples = yield from sampling(loss, *spans, settings.resolution)
    xs = _middles(spans[0])
    fine = between(samples.losses, samples.a, samples.b, xs, _middles(spans[1]))[::-1]
    surface = banded(fine, loss_levels)
    reach = (spans[0][1] - spans[0][0]) / 2
    distances = np.linspace(-reach, reach, LINE_POINTS)
    length = np.linalg.norm(plane.u)
    rng = np.random.default_rng((settings.direction_seed, 12))
    others = []
    for _ in range(OTHERS):
        yield settings.resolution - 1, settings.resolution
        direction = random_direction(batch.network.params, rng)
        direction *= length / max(float(np.linalg.norm(direction)), 1e-30)
        others.append(line_losses(batch, plane.p, direction, distances))
    lines = (
        np.array([loss.at(float(s), 0.0)[0] for s in distances]),
        np.array([loss.at(0.0, float(s))[0] for s in distances]),
    )
    shadow = np.array([loss.at(float(a), float(b))[0] for a, b in ways[0]])
    return Landscape(
        runs,
        plane,
        loss,
        ways,
        plane.held(runs[0].path),
        shadow,
        samples,
        surface,
        distances,
        lines,
        np.array(others),
    )


def _plane(settings: Settings, runs: tuple[Run, ...]) -> Plane:
    params, seed = runs[0].batch.network.params, settings.direction_seed
    if settings.directions == "random":
        return random_plane(params, seed)
    if settings.directions == "other":
        return plane_to(params, runs[1].path[-1], runs[0].path[0], seed)
    return path_plane(params, runs[0].path, seed)


def seen(points: Points, extent: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """A square around these points (n, 2), and so much more to each side."""
    low, high = points.min(axis=0), points.max(axis=0)
    middle, half = (low + high) / 2, float((high - low).max()) / 2 + extent
    (a, b) = ((float(m) - half, float(m) + half) for m in middle)
    return a, b


def loss_levels(losses: Points) -> tuple[float, ...]:
    """Round levels whose ratios are nearly equal: a loss falls by factors, and a flat valley has contours as
    well as its steep walls. Where it hardly changes there are too few of them: then `levels`."""
    least, most = float(losses.min()), float(losses.max())
    if not most > least:
        return ()
    top = math.floor(math.log10(most))
    found: list[float] = []
    for digits in _DIGITS:
        rounds = (digit * 10.0**power for power in range(top - DECADES, top + 1) for digit in digits)
        found = [level for level in rounds if least < level < most]
        if len(found) <= MOST_LEVELS:
            break
    return tuple(found) if len(found) >= FEWEST_LEVELS else levels(losses)


_DIGITS = (
    (1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2.0, 2.2, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 6.0, 7.0, 8.0, 9.0),
    (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0),
    (1.0, 1.5, 2.0, 3.0, 5.0, 7.0),
    (1.0, 2.0, 5.0),
    (1.0, 3.0),
    (1.0,),
)


def _middles(span: tuple[float, float]) -> Any:
    return span[0] + (np.arange(FINE) + 0.5) * ((span[1] - span[0]) / FINE)
