"""The work behind a picture of the plane, for a job: a network's surface, and what it gets wrong."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.data import DataSet, Split
from core.inspection.predictions import fit_problem
from core.inspection.surface import DecisionSurface, Plane, decision_surface, hidden_layers
from core.nn.network import Network

CHUNK_ROWS = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class Survey:
    """network: the one that was asked; nobody changes it. layers: those whose units have maps, by number and
    name. wrong: (N,) for the examples of both sets, the training set first; None where no data were given."""

    network: Network
    surface: DecisionSurface
    layers: tuple[tuple[int, str], ...]
    wrong: NDArray[np.bool_] | None


def survey(
    build: Callable[[], Network], plane: Plane, layer: int | None = None, data: DataSet | None = None
) -> Generator[None, None, Survey]:
    """The units are those of `layer`, or of the last hidden layer where there is none of that number.
    LabError for a network that cannot be built, or does not fit the data."""
    network = build()
    problem = fit_problem(network.spec, data) if data is not None else None
    if problem is not None:
        raise problem
    names, hidden = network.spec.layer_names, hidden_layers(network.spec)
    if layer not in hidden:
        layer = hidden[-1] if hidden else None
    surface = decision_surface(network, plane, layer)
    layers = tuple((place, names[place]) for place in hidden)
    if data is None:
        return Survey(network, surface, layers, None)
    wrong = []
    for split in (data.train,) if data.test is None else (data.train, data.test):
        for start in range(0, len(split), CHUNK_ROWS):
            yield
            wrong.append(_wrong(network, split, start))
    return Survey(network, surface, layers, np.concatenate(wrong))


def _wrong(network: Network, split: Split, start: int) -> NDArray[np.bool_]:
    stop = min(start + CHUNK_ROWS, len(split))
    with np.errstate(all="ignore"):
        scores = network.predict(split.floats(start, stop, network.dtype))
        return ~network.correct(scores, split.t[start:stop])
