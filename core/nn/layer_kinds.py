"""The table of layers: what each kind is called, what can be set, what it owns, how it is built and drawn.

Each kind is one row and states each fact once; spec, text form, network, form, statistics and graph read it
here. What a layer computes is its class in `core.nn.layers`, which also states what is true of the function:
its kinks, its bounds. `LayerSpec` is one layer of a network before it exists: a kind with its settings.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from core.errors import translatable
from core.nn.initializers import InitializerSpec
from core.nn.layers import (
    Affine,
    BatchNormalization,
    Dropout,
    Identity,
    Layer,
    LeakyReLU,
    ReLU,
    Sigmoid,
    Step,
    Tanh,
    Views,
)
from core.records import record

Shapes = dict[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Setting:
    """What can be set of a kind: `name` is its field in `LayerSpec`."""

    name: str


@dataclass(frozen=True, slots=True)
class NumberSetting(Setting):
    """A setting that is a number: `least` or more, and less than `below`.

    problem  what is said of any other number; {name} is the layer, and the number stands under its own name
    missing  what is said of a line of text that leaves it out; empty where it has a usual value
    title    what its field in the form is called: “Units of {layer}”
    tip      a sentence about it
    label    what stands before the field, where the number alone would not tell
    All of them are translatable, the first two in the context "errors", the others in "layers".
    """

    problem: str
    title: str
    tip: str
    label: str = ""
    missing: str = ""
    least: float = -sys.float_info.max
    below: float = math.inf
    whole: bool = False

    def is_sound(self, value: float) -> bool:
        return self.least <= value < self.below


@dataclass(frozen=True, slots=True)
class LayerKind:
    """One row of the table.

    word               as it is typed and stands in a file
    title, tip         its name and a sentence about it on screen (translatable, context "layers")
    layer              its class
    settings           what can be set, in the order of the file; a line of text gives the first number
    build              build(spec, views) → its layer; None: from the float type alone
    parameters         parameters(spec, D) → the shapes of the arrays that are trained, by the layer's names.
                       In the network each name is followed by the layer's number among its kind: W1, b1
    state              the same of arrays that are kept but not trained
    suits              the initial weights (`core.nn.initializers`) for the Affine layer before it
    drawn              drawn(spec) → its formula in operations of the graph, in the language of expressions:
                       of x, its parameters and `Layer.constants`. None: the operation of the same word, of x
    drawn_predicting   the same in a prediction; None: as in training
    no_training        why a network that has it, as {name}, cannot be trained (translatable, "errors")
    no_single_example  why a batch of one example is too small for it (translatable, "errors")
    """

    word: str
    title: str
    tip: str
    layer: type[Layer]
    settings: tuple[Setting, ...] = ()
    build: Callable[[LayerSpec, Views], Layer] | None = None
    parameters: Callable[[LayerSpec, int], Shapes] = lambda spec, d: {}
    state: Callable[[LayerSpec, int], Shapes] = lambda spec, d: {}
    suits: Literal["xavier", "he"] = "xavier"
    drawn: Callable[[LayerSpec], str] | None = None
    drawn_predicting: Callable[[LayerSpec], str] | None = None
    no_training: str = ""
    no_single_example: str = ""

    @property
    def numbers(self) -> tuple[NumberSetting, ...]:
        return tuple(setting for setting in self.settings if isinstance(setting, NumberSetting))


@dataclass(frozen=True, slots=True)
class LayerSpec:
    """One layer. Only the settings that its kind has count: of `affine` the units, the initial weights and
    whether there is a bias, of `dropout` the share of values that it drops, of `leaky_relu` its slope below
    zero."""

    kind: str
    units: int = 0
    init: InitializerSpec = field(default_factory=lambda: InitializerSpec("he"))
    bias: bool = True
    rate: float = 0.5
    slope: float = 0.01

    @property
    def table_row(self) -> LayerKind:
        """The kind's row; for a word that is unknown, one that has nothing."""
        return LAYERS.get(self.kind) or LayerKind(self.kind, self.kind, "", Layer)

    @property
    def title(self) -> str:
        return self.table_row.title

    def has(self, setting: str) -> bool:
        return any(own.name == setting for own in self.table_row.settings)

    def width(self, n_in: int) -> int:
        """How many values leave it, H, where D = `n_in` come in."""
        return self.units if self.has("units") else n_in

    def parameters(self, n_in: int) -> Shapes:
        """The shapes of the arrays that are trained, by the layer's own names: W (D, H), b (H,)."""
        return self.table_row.parameters(self, n_in)

    def state(self, n_in: int) -> Shapes:
        """The shapes of the arrays that are kept but not trained, by the layer's own names."""
        return self.table_row.state(self, n_in)

    def build(self, views: Views) -> Layer:
        row = self.table_row
        return row.build(self, views) if row.build is not None else row.layer(views.dtype)

    def drawing(self, training: bool) -> str:
        """Its formula in operations of the graph."""
        row = self.table_row
        drawn = row.drawn if training else row.drawn_predicting or row.drawn
        return drawn(self) if drawn is not None else f"{self.kind}(x)"

    def to_dict(self) -> dict[str, object]:
        """Only what the kind has: `{"kind": "affine", "units": 80, "bias": True, "init": {…}}`."""
        values = {setting.name: getattr(self, setting.name) for setting in self.table_row.settings}
        if self.has("init"):
            values["init"] = self.init.to_dict()
        return {"kind": self.kind, **values}

    @classmethod
    def from_dict(cls, values: Mapping[str, object]) -> LayerSpec:
        init = values.get("init")
        if isinstance(init, Mapping):
            values = {**values, "init": InitializerSpec.from_dict(init)}
        return record(cls, values)


_UNITS = NumberSetting(
    "units",
    problem=translatable("errors", "{name} needs at least 1 unit, not {units}."),
    title=translatable("layers", "Units of {layer}"),
    tip=translatable(
        "layers",
        "How many values this layer gives. More units can learn more and take longer; ↑ and ↓ change the "
        "number by one.",
    ),
    missing=translatable("errors", "“affine” needs its number of units, such as “affine:80”."),
    least=1,
    whole=True,
)
_RATE = NumberSetting(
    "rate",
    problem=translatable(
        "errors",
        "The rate of {name} is the share of units that it drops: from 0 up to, but not including, 1.",
    ),
    title=translatable("layers", "Share that {layer} drops"),
    tip=translatable(
        "layers", "The share of the values that is switched off in each iteration, from 0 to below 1."
    ),
    label=translatable("layers", "rate"),
    least=0,
    below=1,
)
_SLOPE = NumberSetting(
    "slope",
    problem=translatable("errors", "{name} needs a finite slope, such as 0.01."),
    title=translatable("layers", "Slope of {layer} below 0"),
    tip=translatable("layers", "The slope below 0. With 0 it is ReLU, with 1 it does nothing."),
    label=translatable("layers", "slope"),
)

_ROWS = (
    LayerKind(
        "affine",
        translatable("layers", "Affine"),
        translatable("layers", "y = x·W + b. More units can learn more, and take longer."),
        Affine,
        settings=(_UNITS, Setting("bias"), Setting("init")),
        build=lambda spec, own: Affine(
            own.params["W"], own.params.get("b"), own.grads["W"], own.grads.get("b")
        ),
        parameters=lambda spec, d: {"W": (d, spec.units)} | ({"b": (spec.units,)} if spec.bias else {}),
        drawn=lambda spec: "affine(x, W, b)" if spec.bias else "matmul(x, W)",
    ),
    LayerKind(
        "relu",
        translatable("layers", "ReLU"),
        translatable(
            "layers", "y = max(0, x). Lets positive values through, with slope 1, and stops the rest."
        ),
        ReLU,
        suits="he",
    ),
    LayerKind(
        "leaky_relu",
        translatable("layers", "Leaky ReLU"),
        translatable("layers", "y = x above 0, slope · x below. A unit can never die."),
        LeakyReLU,
        settings=(_SLOPE,),
        build=lambda spec, own: LeakyReLU(spec.slope, own.dtype),
        suits="he",
        drawn=lambda spec: f"leaky_relu(x, slope={spec.slope})",
    ),
    LayerKind(
        "sigmoid",
        translatable("layers", "Sigmoid"),
        translatable(
            "layers", "y = 1 / (1 + exp(−x)), between 0 and 1. Its slope is ¼ at most: gradients shrink."
        ),
        Sigmoid,
    ),
    LayerKind(
        "tanh",
        translatable("layers", "Tanh"),
        translatable(
            "layers", "y = tanh(x), between −1 and 1. Its slope is 1 at 0 and falls off on both sides."
        ),
        Tanh,
    ),
    LayerKind(
        "identity",
        translatable("layers", "Identity"),
        translatable("layers", "y = x. Without an activation, two Affine layers can do no more than one."),
        Identity,
        drawn=lambda spec: "x",
    ),
    LayerKind(
        "step",
        translatable("layers", "Step"),
        translatable(
            "layers", "y = 1 above 0, else 0, as in a perceptron. It has no gradient to learn from."
        ),
        Step,
        no_training=translatable(
            "errors",
            "{name} has no gradient to send back: its slope is 0 wherever it has one. "
            "Train with Sigmoid in its place.",
        ),
    ),
    LayerKind(
        "dropout",
        translatable("layers", "Dropout"),
        translatable(
            "layers",
            "Switches off a share of the values at random while training. A larger share holds back "
            "overfitting.",
        ),
        Dropout,
        settings=(_RATE,),
        build=lambda spec, own: Dropout(spec.rate, own.rng, own.dtype),
        drawn=lambda spec: "x * mask",
        drawn_predicting=lambda spec: "x",
    ),
    LayerKind(
        "batch_norm",
        translatable("layers", "Batch normalization"),
        translatable(
            "layers",
            "y = γ · (x − mean) / √variance + β, over each batch. Training is faster and less fragile.",
        ),
        BatchNormalization,
        build=lambda spec, own: BatchNormalization(
            own.params["gamma"],
            own.params["beta"],
            own.grads["gamma"],
            own.grads["beta"],
            own.state["running_mean"],
            own.state["running_var"],
        ),
        parameters=lambda spec, d: {"gamma": (d,), "beta": (d,)},
        state=lambda spec, d: {"running_mean": (d,), "running_var": (d,)},
        drawn=lambda spec: (
            "mean = mean(x, axis=0); shift = x - mean; square = shift * shift; "
            "variance = mean(square, axis=0); add = variance + epsilon; sqrt = sqrt(add); "
            "divide = shift / sqrt; scale = divide * gamma; scale + beta"
        ),
        drawn_predicting=lambda spec: (
            "shift = x - running_mean; add = running_variance + epsilon; sqrt = sqrt(add); "
            "divide = shift / sqrt; scale = divide * gamma; scale + beta"
        ),
        # Each value less the mean of itself alone is 0: the layer would give β whatever comes in.
        no_single_example=translatable(
            "errors",
            "Batch normalization needs batches of at least 2 examples: it takes their mean from each.",
        ),
    ),
)

LAYERS: Mapping[str, LayerKind] = {row.word: row for row in _ROWS}
"""The kinds of layer by their word, in the order in which a person is offered them."""

NUMBER_SETTINGS: Mapping[str, NumberSetting] = {
    number.name: number for row in _ROWS for number in row.numbers
}
"""The settings of all kinds that are numbers, by their name."""
