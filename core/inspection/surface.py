"""What a network of two inputs makes of the plane: its decision surface, and what each unit gives there.

Both are values on a grid over the examples. Where two classes tie is in `border`; nothing is drawn here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.data import DataSet
from core.inspection.border import Segments, border
from core.inspection.predictions import by_class
from core.nn.layers import Activation, Affine
from core.nn.network import Network
from core.nn.parameters import Floats
from core.nn.spec import NetworkSpec

SIDE = 81
"""Points along each side of the grid: so many that its squares are not seen."""
AIR = 0.08
"""The room around the examples, as a share of what they take."""
MOST_VALUES = 4_000_000
"""A layer's values are computed for so many at a time: a wide layer's for all points would take much room."""


@dataclass(frozen=True, slots=True)
class Plane:
    """The part of the plane that is looked at: x₁ from `left` to `right`, x₂ from `bottom` to `top`."""

    left: float
    right: float
    bottom: float
    top: float

    def grid(self, side: int = SIDE) -> NDArray[np.float64]:
        """(side, side, 2): the points (x₁, x₂), row by row from the bottom, the corners among them."""
        across, up = np.linspace(self.left, self.right, side), np.linspace(self.bottom, self.top, side)
        return np.stack(np.meshgrid(across, up), axis=-1)


@dataclass(frozen=True, slots=True, eq=False)
class UnitMaps:
    """What each unit of one layer gives at the points of the grid. layer: its number, from 0. name: as in the
    spec (`Tanh 1`). values: (H, side, side)."""

    layer: int
    name: str
    values: Floats


@dataclass(frozen=True, slots=True, eq=False)
class DecisionSurface:
    """outputs: (side, side, C) float32 at the points of `plane.grid`, as in Predictions. predicted: (side,
    side) the class of the largest score. lead: (side, side) float32, by how much the largest output is ahead
    of the second, from 0 to 1. border: where two classes tie, in pieces of straight lines. units: those of
    the layer that was asked for."""

    plane: Plane
    outputs: NDArray[np.float32]
    predicted: NDArray[np.intp]
    lead: NDArray[np.float32]
    border: Segments
    units: UnitMaps | None


def is_plane(data: DataSet | None) -> bool:
    """Whether the examples are points of a plane, each with a label: two inputs that are not pixels."""
    return data is not None and data.input_size == 2 and data.image_shape is None and data.is_classification


def plane_of(data: DataSet) -> Plane:
    """The part of the plane in which all examples lie, both sets, with some air around them."""
    splits = [data.train] if data.test is None else [data.train, data.test]
    points = np.concatenate([split.floats(0, len(split), np.float64) for split in splits])
    low, high = points.min(axis=0), points.max(axis=0)
    air = AIR * np.where(high > low, high - low, 1.0)
    (left, bottom), (right, top) = (low - air).tolist(), (high + air).tolist()
    return Plane(left, right, bottom, top)


def decision_surface(
    network: Network, plane: Plane, layer: int | None = None, side: int = SIDE
) -> DecisionSurface:
    """The network's outputs over the plane, with the units of layer number `layer`, from 0, if one is named.

    DataError for a network that does not take two inputs. Outputs of weights that overflow may be NaN or
    infinite; there the lead is 0."""
    parts = list(_values(network, plane, side, layer))
    scores, within = (np.concatenate(part) for part in zip(*parts, strict=True))
    with np.errstate(all="ignore"):
        outputs = by_class(network, scores).astype(np.float32)
        second, first = np.partition(outputs, -2, axis=1)[:, -2:].T
        lead = np.clip(np.nan_to_num(first - second), 0.0, 1.0)
        tied = _tied(network, scores)
    square = (side, side)
    maps = None
    if layer is not None:
        maps = UnitMaps(layer, network.spec.layer_names[layer], within.T.reshape(-1, *square))
    return DecisionSurface(
        plane,
        outputs.reshape(*square, -1),
        tied.argmax(axis=1).reshape(square),
        lead.reshape(square),
        border(tied.reshape(*square, -1), (plane.left, plane.right), (plane.bottom, plane.top)),
        maps,
    )


def hidden_layers(spec: NetworkSpec) -> tuple[int, ...]:
    """The layers whose units are worth a map, from 0: of each hidden layer its activation, and without one
    what it hands on to the next Affine layer. None for a network that is a single Affine layer."""
    kinds = [layer.table_row.layer for layer in spec.layers]
    starts = [place for place, kind in enumerate(kinds) if issubclass(kind, Affine)]
    found = []
    for start, end in pairwise(starts):
        activations = [place for place in range(start, end) if issubclass(kinds[place], Activation)]
        found.append(activations[-1] if activations else end - 1)
    return tuple(found)


def _values(network: Network, plane: Plane, side: int, layer: int | None) -> Iterator[tuple[Floats, Floats]]:
    """Scores and what the layer gives for points of the grid, many at a time. Without a layer the scores
    twice."""
    points = plane.grid(side).reshape(-1, 2)
    rows = max(MOST_VALUES // sum(network.spec.widths), 1)
    for start in range(0, len(points), rows):
        with np.errstate(all="ignore"):
            values = network.activations(points[start : start + rows])
        yield values[-1], values[-1 if layer is None else layer]


def _tied(network: Network, scores: Floats) -> Floats:
    """(N, C) numbers of which the largest is the prediction. Scores, where there are several: of a network
    that is linear they are linear, too, while probabilities are not."""
    if scores.shape[1] > 1:
        return scores
    if network.spec.loss.kind == "squared_error":
        return by_class(network, scores)
    return np.hstack([np.zeros_like(scores), scores])
