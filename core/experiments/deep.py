"""A deep network at birth: what each layer gives forward, and what is left of the gradient on its way back.

The layers are the engine's. Nothing is trained, and there is no loss: the gradient that arrives at the last
layer is drawn from N(0, 1), so that its size in an earlier layer is the share that has come through.
"""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.errors import ConfigError, translatable
from core.nn.initializers import InitializerSpec
from core.nn.layers import Affine, Layer, Views
from core.nn.parameters import Floats
from core.nn.spec import MEMORY_LIMIT_BYTES, LayerSpec
from core.training.statistics import SATURATED_WITHIN, root_mean_square

BINS = 41
SAMPLE = 20_000
"""The most values of a layer that its histograms count, evenly chosen; figures are taken from all of them."""
DECADES = 6.0
"""The powers of ten that a histogram of gradient sizes covers below the largest."""

Counts = NDArray[np.intp]


class Progress(NamedTuple):
    """How many of the passes through a layer are done."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class DeepNetwork:
    """`depth` layers Affine → (batch normalization) → activation, each `width` wide, without biases, and
    `inputs` examples drawn from N(0, 1). `init` is a kind of initial weights, with `sigma` for `normal`."""

    depth: int = 5
    width: int = 100
    inputs: int = 1_000
    activation: str = "sigmoid"
    init: str = "normal"
    sigma: float = 1.0
    batch_norm: bool = False
    seed: int = 0

    @property
    def size_bytes(self) -> int:
        """What one run keeps: per layer its values and gradients in float64, and its weights with theirs."""
        arrays = 7 if self.batch_norm else 4
        return 8 * self.depth * (arrays * self.inputs * self.width + 2 * self.width**2)

    def problem(self) -> ConfigError | None:
        """Why it is not computed: it would take more memory than the limit."""
        if self.size_bytes <= MEMORY_LIMIT_BYTES:
            return None
        template = translatable(
            "errors",
            "{depth} layers of {width} for {inputs} inputs take about {megabytes} MB, and {limit} MB are the "
            "limit: take fewer layers, units or inputs.",
        )
        return ConfigError(
            template,
            depth=self.depth,
            width=self.width,
            inputs=self.inputs,
            megabytes=round(self.size_bytes / 1e6),
            limit=round(MEMORY_LIMIT_BYTES / 1e6),
        )


@dataclass(frozen=True, slots=True, eq=False)
class LayerFlow:
    """What layer k gives and gets. Standard deviation, mean and counts are of its activations yₖ (exact zeros
    are left out of the counts), `gradient` figures of ∂L/∂yₖ; its counts are of log₁₀ of the sizes.

    slope          root mean square of h′(aₖ), the local derivative of its activation
    weights        by how much Wₖ makes a gradient larger on its way back: √H · root mean square of Wₖ
    normalization  the same of batch normalization; 1 without it
    slopes         h′ of all later layers, multiplied: what the activations alone leave of a gradient here
    product        the same times `weights` and `normalization`: what is to be expected of `gradient`
    weight_gradient  root mean square of ∂L/∂Wₖ
    """

    std: float
    mean: float
    zeros: float
    saturated: float
    counts: Counts
    slope: float
    weights: float
    normalization: float
    slopes: float
    product: float
    gradient: float
    gradient_counts: Counts
    weight_gradient: float


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """All layers, the first first, with the ranges that their histograms share: of the values, and of the
    powers of ten of the gradients' sizes."""

    network: DeepNetwork
    low: float
    high: float
    least_power: float
    most_power: float
    layers: tuple[LayerFlow, ...]


def flowing(network: DeepNetwork) -> Generator[Progress, None, Flow]:
    """Send the inputs forward and a gradient back. ConfigError where `problem` has something to say.

    Chance is drawn as in the book's scripts, by NumPy's older generator: inputs, then weights layer by layer,
    then the gradient. So one seed gives all networks of a shape the same draws, and seed 0 the book's.
    """
    problem = network.problem()
    if problem is not None:
        raise problem
    rng = np.random.RandomState(network.seed)
    x: Floats = rng.standard_normal((network.inputs, network.width))
    blocks = [_block(network, rng) for _ in range(network.depth)]
    gradient: Floats = rng.standard_normal((network.inputs, network.width))
    total = 2 * network.depth
    outputs: list[Floats] = []
    # What overflows is seen as such in the figures.
    with np.errstate(over="ignore", invalid="ignore"):
        for done, block in enumerate(blocks):
            yield Progress(done, total)
            for layer in block.layers:
                x = layer.forward(x)
            outputs.append(x)
        low, high = _range_of(outputs, blocks[-1].activation)
        ways: list[_Way] = []
        for done, block in enumerate(reversed(blocks), start=network.depth):
            yield Progress(done, total)
            size = root_mean_square(gradient)
            powers = _powers(gradient)
            gradient, slope, normalization = _back(block, gradient)
            ways.append(_Way(size, powers, slope, normalization, block.affine))
    ways.reverse()
    return _gathered(network, outputs, ways, blocks[-1].activation, (low, high))


class _Way(NamedTuple):
    """What one layer saw on the way back."""

    size: float
    powers: Floats
    slope: float
    normalization: float
    affine: Affine


class _Block(NamedTuple):
    """The layers of one depth."""

    affine: Affine
    between: tuple[Layer, ...]
    activation: Layer

    @property
    def layers(self) -> tuple[Layer, ...]:
        return (self.affine, *self.between, self.activation)


def _block(network: DeepNetwork, rng: np.random.RandomState) -> _Block:
    """The layers of one depth, with their weights drawn."""
    width = network.width
    scale = InitializerSpec(network.init, network.sigma).std(width, width)
    # Drawn for zeros as well: whatever comes after has the same chance.
    weights = rng.standard_normal((width, width)) * scale
    between = (_built(LayerSpec("batch_norm"), width),) if network.batch_norm else ()
    affine = Affine(weights, None, np.empty_like(weights), None)
    return _Block(affine, between, _built(LayerSpec(network.activation), width))


def _built(spec: LayerSpec, width: int) -> Layer:
    own, kept = spec.parameters(width), spec.state(width)
    params, grads, state = (
        {name: np.zeros(shape) for name, shape in shapes.items()} for shapes in (own, own, kept)
    )
    unused = np.random.default_rng(0)
    layer = spec.build(Views(params, grads, state, unused, np.float64))
    layer.initialize(InitializerSpec(), unused)
    return layer


def _back(block: _Block, gradient: Floats) -> tuple[Floats, float, float]:
    """∂L/∂y of the layer before, with the slope of this one's activation and the factor of its
    normalization. A gradient of ones comes out of an activation as its slopes."""
    slope = root_mean_square(block.activation.backward(np.ones_like(gradient)))
    gradient = block.activation.backward(gradient)
    normalization = 1.0
    for layer in block.between:
        before = root_mean_square(gradient)
        gradient = layer.backward(gradient)
        normalization = root_mean_square(gradient) / before if before else 0.0
    return block.affine.backward(gradient), slope, normalization


def _range_of(outputs: list[Floats], activation: Layer) -> tuple[float, float]:
    """What the histograms of all layers show: the bounds of the function, or what nearly all values reach."""
    if activation.bounds is not None:
        return activation.bounds
    reach = max(
        (float(np.quantile(np.abs(y), 0.999)) for y in map(_sampled, outputs) if np.isfinite(y).all()),
        default=0.0,
    )
    reach = reach if reach > 0.0 else 1.0
    return (0.0 if activation.switches_off else -reach), reach


def _sampled(values: Floats) -> Floats:
    """All units, of one input in so many."""
    return values[:: max(1, math.ceil(values.size / SAMPLE))].reshape(-1)


def _powers(gradient: Floats) -> Floats:
    """log₁₀ of the sizes, of those that are neither 0 nor infinite."""
    sizes = np.abs(_sampled(gradient))
    return np.log10(sizes[(sizes > 0.0) & np.isfinite(sizes)])


def _counted(values: Floats, low: float, high: float) -> Counts:
    """How many fall into each of the bins from `low` to `high`; what lies beyond counts in no bin."""
    with np.errstate(invalid="ignore"):
        places = (values - low) * (BINS / (high - low))
        places = places[(places >= 0.0) & (places <= BINS)]
    return np.bincount(np.minimum(places.astype(np.intp), BINS - 1), minlength=BINS)


def _gathered(
    network: DeepNetwork,
    outputs: list[Floats],
    ways: list[_Way],
    activation: Layer,
    shown: tuple[float, float],
) -> Flow:
    sizes = [way.size for way in ways if 0.0 < way.size < math.inf]
    most = math.ceil(math.log10(max(sizes, default=1.0))) + 1.0
    least = min(math.floor(math.log10(min(sizes, default=1.0))) - 2.0, most - DECADES)
    layers: list[LayerFlow] = []
    slopes = product = 1.0
    for y, way in zip(reversed(outputs), reversed(ways), strict=True):
        weights = math.sqrt(network.width) * root_mean_square(way.affine.W)
        sample = _sampled(y)
        layers.append(
            LayerFlow(
                std=float(y.std()),
                mean=float(y.mean()),
                zeros=float((y == 0.0).mean()),
                saturated=_saturated(y, activation),
                counts=_counted(sample[sample != 0.0], *shown),
                slope=way.slope,
                weights=weights,
                normalization=way.normalization,
                slopes=slopes,
                product=product,
                gradient=way.size,
                gradient_counts=_counted(way.powers, least, most),
                weight_gradient=root_mean_square(way.affine.dW),
            )
        )
        slopes *= way.slope
        product *= way.slope * weights * way.normalization
    return Flow(network, *shown, least, most, tuple(reversed(layers)))


def _saturated(y: Floats, activation: Layer) -> float:
    """The share within 0.01 of an end of the range; 0 where there is no end."""
    if activation.bounds is None:
        return 0.0
    low, high = activation.bounds
    near: NDArray[Any] = (y < low + SATURATED_WITHIN) | (y > high - SATURATED_WITHIN)
    return float(near.mean())
