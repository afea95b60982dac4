"""Random networks with a batch for each, for tests that hold for every network. Not a test itself."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from core.nn.layer_kinds import LAYERS
from core.nn.layers import BatchNormalization
from core.nn.network import Network
from core.nn.spec import SQUARED_ERROR_FORMS, LayerSpec, LossSpec, NetworkSpec

HIDDEN = tuple(kind for kind, row in LAYERS.items() if not row.no_training)
ENDS = (
    LossSpec("softmax"),
    LossSpec("sigmoid_cross_entropy"),
    *(LossSpec("squared_error", form) for form in SQUARED_ERROR_FORMS),
)


@dataclass(frozen=True, slots=True)
class Case:
    """A network by its spec and one batch; the numbers in both are drawn by the seed."""

    spec: NetworkSpec
    batch: int
    seed: int
    as_rows: bool
    """Targets as rows (N, C), not as labels (N,)."""

    def network(self) -> Network:
        """The network in float64, every parameter drawn, so that no bias is 0 by itself."""
        network = Network(self.spec, self.seed, np.float64)
        rng = np.random.default_rng((self.seed, 1))
        for name, array in network.params.items():
            scale = 1.0 / np.sqrt(array.shape[0]) if array.ndim == 2 else 0.5
            array[...] = rng.normal(scale=scale, size=array.shape) + name.startswith("gamma")
        return network

    def x(self) -> np.ndarray:
        return np.random.default_rng((self.seed, 2)).normal(size=(self.batch, self.spec.input_size))

    def t(self) -> np.ndarray:
        rng = np.random.default_rng((self.seed, 3))
        c = self.spec.output_size
        labels = rng.integers(0, max(c, 2), self.batch)
        if not self.as_rows:
            return labels
        if self.spec.loss.kind == "softmax":
            return np.eye(c)[labels]
        if self.spec.loss.kind == "sigmoid_cross_entropy":
            return rng.integers(0, 2, (self.batch, c))
        return rng.normal(size=(self.batch, c))


@st.composite
def cases(draw: st.DrawFn, hidden: tuple[str, ...] = HIDDEN) -> Case:
    """Up to four rows, the last Affine layer, and perhaps one row more before the loss."""
    kinds = draw(st.lists(st.sampled_from(hidden), max_size=4))
    after = draw(st.lists(st.sampled_from([kind for kind in hidden if kind != "affine"]), max_size=1))
    loss = draw(st.sampled_from(ENDS))
    layers = [_layer(draw, kind, smallest=1) for kind in kinds]
    layers.append(_layer(draw, "affine", smallest=2 if loss.kind == "softmax" else 1))
    layers += [_layer(draw, kind, smallest=1) for kind in after]
    spec = NetworkSpec(draw(st.integers(1, 5)), tuple(layers), loss)
    norms = any(kind == "batch_norm" for kind in (*kinds, *after))
    batch = draw(st.integers(3 if norms else 1, 7))
    return Case(spec, batch, draw(st.integers(0, 2**31 - 1)), draw(st.booleans()))


def _layer(draw: st.DrawFn, kind: str, smallest: int) -> LayerSpec:
    if kind == "affine":
        return LayerSpec("affine", draw(st.integers(smallest, 5)), bias=draw(st.booleans()))
    if kind == "dropout":
        return LayerSpec("dropout", rate=draw(st.sampled_from([0.0, 0.2, 0.5])))
    if kind == "leaky_relu":
        return LayerSpec("leaky_relu", slope=draw(st.sampled_from([0.01, 0.3, -0.5])))
    return LayerSpec(kind)


def is_well_conditioned(network: Network) -> bool:
    """No column that a batch normalization saw in the last pass is all but constant (constant is harmless).
    There the loss bends too much for differences to follow, and rounding is blown up."""
    return all(
        deviation < 1e-12 or deviation > 0.1 * max(1.0, largest)
        for layer, inputs in zip(network.layers, network.values, strict=False)
        if isinstance(layer, BatchNormalization)
        for deviation, largest in zip(inputs.std(axis=0), np.abs(inputs).max(axis=0), strict=True)
    )
