"""A small plane for the tests of the figure: points of two classes, and a network that tells them apart."""

from __future__ import annotations

import numpy as np

from core.data import DataSet, Split
from core.inspection.surface import plane_of
from core.nn.network import Network
from core.nn.spec import LayerSpec, NetworkSpec
from gui.surface.survey import Survey, survey

SPEC = NetworkSpec(
    2,
    (
        LayerSpec("affine", 5),
        LayerSpec("tanh"),
        LayerSpec("affine", 3),
        LayerSpec("relu"),
        LayerSpec("affine", 2),
    ),
)


def halves(train: int = 12, test: int = 8) -> DataSet:
    """Points on a grid; the class by the sign of x₁. The first one lies at (−1, −1)."""

    def split(count: int, shift: float) -> Split:
        x = np.stack(np.meshgrid(np.linspace(-1, 1, count // 4), np.linspace(-1, 1, 4)), axis=-1) + shift
        points = x.reshape(-1, 2).astype(np.float32)
        return Split(points, (points[:, 0] > 0).astype(np.intp))

    return DataSet("xor", "Halves", split(train, 0.0), split(test, 0.1), 2, class_names=("left", "right"))


def surveyed(network: Network | None = None, layer: int | None = None, data: DataSet | None = None) -> Survey:
    """The survey of a network, to its end."""
    own, points = network or Network(SPEC, seed=3), data or halves()
    steps = survey(lambda: own, plane_of(points), layer, points)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Survey = end.value
            return found
