"""What a network is, before it exists: its layers, their sizes, its loss, and what is wrong with them.

A spec is frozen, compares by value, and goes to and from plain dictionaries and the one-line text of the
command line (`affine:80,relu,affine:10,softmax`). It holds no array but given initial weights and computes
nothing: `core.nn.network` builds the network.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

from core.errors import LabError, SpecError, translatable
from core.nn.initializers import InitializerSpec
from core.records import record
from core.words import did_you_mean

LAYER_TITLES: Mapping[str, str] = {
    "affine": "Affine",
    "relu": "ReLU",
    "leaky_relu": "Leaky ReLU",
    "sigmoid": "Sigmoid",
    "tanh": "Tanh",
    "identity": "Identity",
    "step": "Step",
    "dropout": "Dropout",
    "batch_norm": "Batch normalization",
}
"""The kinds of layer by their word, in the order in which a person is offered them, each with its title."""

LOSS_TITLES: Mapping[str, str] = {
    "softmax": "Softmax cross entropy",
    "sigmoid_cross_entropy": "Sigmoid cross entropy",
    "squared_error": "Squared error",
}
"""The losses by their word, each with its title."""

SQUARED_ERROR_FORMS = ("sum", "mean", "mean_of_sum_gradient")
"""½·Σ over the outputs (the book's); ½·mean over them; ½·mean reported while the gradient is that of ½·Σ."""

MEMORY_LIMIT_BYTES = 1 << 30
BYTES_PER_PARAMETER = 5 * 4
"""float32: the parameter, its gradient, the optimizer's two averages and its working space."""


@dataclass(frozen=True, slots=True)
class LayerSpec:
    """One layer. Only the settings that its kind has count; `affine` has units, initial weights and a bias,
    `dropout` the share of units that it drops, `leaky_relu` its slope below zero."""

    kind: str
    units: int = 0
    init: InitializerSpec = field(default_factory=lambda: InitializerSpec("he"))
    bias: bool = True
    rate: float = 0.5
    slope: float = 0.01

    @property
    def title(self) -> str:
        return LAYER_TITLES.get(self.kind, self.kind)

    def to_dict(self) -> dict[str, object]:
        """Only what the kind has: `{"kind": "affine", "units": 80, "bias": True, "init": {…}}`."""
        settings: dict[str, dict[str, object]] = {
            "affine": {"units": self.units, "bias": self.bias, "init": self.init.to_dict()},
            "dropout": {"rate": self.rate},
            "leaky_relu": {"slope": self.slope},
        }
        return {"kind": self.kind, **settings.get(self.kind, {})}

    @classmethod
    def from_dict(cls, values: Mapping[str, object]) -> LayerSpec:
        init = values.get("init")
        if isinstance(init, Mapping):
            values = {**values, "init": InitializerSpec.from_dict(init)}
        return record(cls, values)


@dataclass(frozen=True, slots=True)
class LossSpec:
    """The loss of a network. `form` counts for `squared_error` alone: one of SQUARED_ERROR_FORMS."""

    kind: str = "softmax"
    form: str = "sum"

    @property
    def title(self) -> str:
        return LOSS_TITLES.get(self.kind, self.kind)


@dataclass(frozen=True, slots=True)
class NetworkSpec:
    """Layers in order, between `input_size` values and a loss. No hidden layer at all is a legal network."""

    input_size: int
    layers: tuple[LayerSpec, ...]
    loss: LossSpec = LossSpec()

    @property
    def widths(self) -> tuple[int, ...]:
        """How many values leave the input and each layer: `len(layers) + 1` numbers."""
        widths = [self.input_size]
        for layer in self.layers:
            widths.append(layer.units if layer.kind == "affine" else widths[-1])
        return tuple(widths)

    @property
    def output_size(self) -> int:
        return self.widths[-1]

    @property
    def layer_names(self) -> tuple[str, ...]:
        """Each layer's title with its number among its kind: `Affine 1`, `ReLU 1`, `Affine 2`."""
        seen: dict[str, int] = {}
        names = []
        for layer in self.layers:
            seen[layer.kind] = seen.get(layer.kind, 0) + 1
            names.append(f"{layer.title} {seen[layer.kind]}")
        return tuple(names)

    def layer_parameter_shapes(self) -> tuple[dict[str, tuple[int, ...]], ...]:
        """The trained arrays of each layer by name: W1 (D, H), b1 (H,); gamma1, beta1 (D,) of the first
        batch normalization. W and b count the Affine layers, gamma and beta the batch normalizations."""
        affines = norms = 0
        shapes: list[dict[str, tuple[int, ...]]] = []
        for layer, n_in, n_out in zip(self.layers, self.widths, self.widths[1:], strict=False):
            own: dict[str, tuple[int, ...]] = {}
            if layer.kind == "affine":
                affines += 1
                own[f"W{affines}"] = (n_in, n_out)
                if layer.bias:
                    own[f"b{affines}"] = (n_out,)
            elif layer.kind == "batch_norm":
                norms += 1
                own[f"gamma{norms}"] = (n_in,)
                own[f"beta{norms}"] = (n_in,)
            shapes.append(own)
        return tuple(shapes)

    def parameter_shapes(self) -> dict[str, tuple[int, ...]]:
        return {name: shape for own in self.layer_parameter_shapes() for name, shape in own.items()}

    def state_shapes(self) -> dict[str, tuple[int, ...]]:
        """The arrays that are kept but not trained: the running mean and variance of batch normalization."""
        shapes: dict[str, tuple[int, ...]] = {}
        for name, shape in self.parameter_shapes().items():
            if name.startswith("gamma"):
                number = name.removeprefix("gamma")
                shapes[f"running_mean{number}"] = shapes[f"running_var{number}"] = shape
        return shapes

    @property
    def parameter_count(self) -> int:
        return sum(math.prod(shape) for shape in self.parameter_shapes().values())

    @property
    def memory_bytes(self) -> int:
        """An estimate of what training takes beside the data: the parameters, five times, in float32."""
        return self.parameter_count * BYTES_PER_PARAMETER

    def problems(self) -> tuple[SpecError, ...]:
        """Everything that keeps this network from being built, each with the row and field it stands on."""
        found: list[SpecError] = []
        if self.input_size < 1:
            template = translatable("errors", "The input needs at least one value.")
            found.append(_problem(template, 0, "input_size"))
        for row, (layer, n_in) in enumerate(zip(self.layers, self.widths, strict=False), start=1):
            found.extend(_layer_problems(layer, row, self.layer_names[row - 1], n_in))
        if not any(layer.kind == "affine" for layer in self.layers):
            template = translatable(
                "errors", "There is nothing to train yet: add an Affine layer before the loss."
            )
            found.append(_problem(template, len(self.layers) + 1, "kind"))
        if self.loss.kind not in LOSS_TITLES:
            template = translatable("errors", "Unknown loss: “{word}”.{hint}")
            hint = did_you_mean(self.loss.kind, LOSS_TITLES)
            found.append(_problem(template, len(self.layers) + 1, "loss", word=self.loss.kind, hint=hint))
        if self.loss.form not in SQUARED_ERROR_FORMS:
            template = translatable("errors", "Unknown form of the squared error: “{word}”.{hint}")
            hint = did_you_mean(self.loss.form, SQUARED_ERROR_FORMS)
            found.append(_problem(template, len(self.layers) + 1, "form", word=self.loss.form, hint=hint))
        if self.loss.kind == "softmax" and self.output_size == 1 and not found:
            template = translatable(
                "errors",
                "Softmax over a single output is always 1: give the last Affine layer 2 units or more.",
            )
            found.append(_problem(template, self._last_affine_row(), "units"))
        if not found and self.memory_bytes > MEMORY_LIMIT_BYTES:
            found.append(self._too_large())
        return tuple(found)

    def fit_problems(
        self, input_size: int, output_size: int, data_title: str, is_classification: bool = True
    ) -> tuple[SpecError, ...]:
        """What keeps this network from being trained on data of these sizes (D in, C out). A choice between
        two classes may also be made by one output, a yes or no."""
        found: list[SpecError] = []
        if self.input_size != input_size:
            template = translatable(
                "errors",
                "{data} gives {given} values for each example, but the network takes {taken}: "
                "set the input to {given}.",
            )
            fields = {"data": data_title, "given": input_size, "taken": self.input_size}
            found.append(_problem(template, 0, "input_size", **fields))
        yes_or_no = is_classification and output_size == 2 and self.loss.kind != "softmax"
        if self.output_size != output_size and not (yes_or_no and self.output_size == 1):
            template = translatable(
                "errors",
                "{data} needs {needed} outputs, but the last Affine layer gives {given}: "
                "set its units to {needed}.",
            )
            fields = {"data": data_title, "given": self.output_size, "needed": output_size}
            found.append(_problem(template, self._last_affine_row(), "units", **fields))
        if self.loss.kind == "softmax" and not is_classification:
            template = translatable(
                "errors", "{data} asks for numbers, not for classes: choose the squared error as the loss."
            )
            found.append(_problem(template, len(self.layers) + 1, "loss", data=data_title))
        return tuple(found)

    def training_problems(self) -> tuple[SpecError, ...]:
        """What keeps this network from learning, though it can be built: layers without a gradient."""
        template = translatable(
            "errors",
            "{name} has no gradient to send back: its slope is 0 wherever it has one. "
            "Train with Sigmoid in its place.",
        )
        return tuple(
            _problem(template, row, "kind", name=name)
            for row, (layer, name) in enumerate(zip(self.layers, self.layer_names, strict=True), start=1)
            if layer.kind == "step"
        )

    def validate(self) -> NetworkSpec:
        """This spec, or the first of its problems raised."""
        for problem in self.problems():
            raise problem
        return self

    def with_layers(self, layers: tuple[LayerSpec, ...]) -> NetworkSpec:
        return replace(self, layers=layers)

    def to_dict(self) -> dict[str, object]:
        layers = [layer.to_dict() for layer in self.layers]
        return {"input_size": self.input_size, "layers": layers, "loss": asdict(self.loss)}

    @classmethod
    def from_dict(cls, values: Mapping[str, object]) -> NetworkSpec:
        """The spec of `to_dict`; a dictionary that is none gives a SpecError."""
        try:
            layers = tuple(LayerSpec.from_dict(layer) for layer in values["layers"])  # type: ignore[attr-defined]
            loss = record(LossSpec, values["loss"])  # type: ignore[arg-type]
            return record(cls, {**values, "layers": layers, "loss": loss}).validate()
        except LabError:
            raise
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
            template = translatable("errors", "This is no description of a network ({detail}).")
            raise SpecError(template, detail=error) from error

    def _last_affine_row(self) -> int:
        """The row of the last Affine layer, 0 where there is none."""
        rows = [row for row, layer in enumerate(self.layers, start=1) if layer.kind == "affine"]
        return rows[-1] if rows else 0

    def _too_large(self) -> SpecError:
        counts = [sum(map(math.prod, own.values())) for own in self.layer_parameter_shapes()]
        row = counts.index(max(counts)) + 1
        template = translatable(
            "errors",
            "{name} makes this network {size:.1f} GB large while it trains; the limit is {limit:.0f} GB. "
            "Give it fewer units.",
        )
        # A number of units that someone wrote as a row of zeros may be too large for a float.
        size, limit = min(self.memory_bytes, 2**60) / 2**30, MEMORY_LIMIT_BYTES / 2**30
        return _problem(template, row, "units", name=self.layer_names[row - 1], size=size, limit=limit)


def _problem(template: str, row: int, field_name: str, **fields: object) -> SpecError:
    return SpecError(template, row=row, field=field_name, **fields)


def _layer_problems(layer: LayerSpec, row: int, name: str, n_in: int) -> list[SpecError]:
    if layer.kind not in LAYER_TITLES:
        template = translatable("errors", "Unknown layer: “{word}”.{hint}")
        return [_problem(template, row, "kind", word=layer.kind, hint=did_you_mean(layer.kind, LAYER_TITLES))]
    if layer.kind == "affine":
        return _affine_problems(layer, row, name, n_in)
    if layer.kind == "dropout" and not 0.0 <= layer.rate < 1.0:
        template = translatable(
            "errors",
            "The rate of {name} is the share of units that it drops: from 0 up to, but not including, 1.",
        )
        return [_problem(template, row, "rate", name=name)]
    if layer.kind == "leaky_relu" and not math.isfinite(layer.slope):
        template = translatable("errors", "{name} needs a finite slope, such as 0.01.")
        return [_problem(template, row, "slope", name=name)]
    return []


def _affine_problems(layer: LayerSpec, row: int, name: str, n_in: int) -> list[SpecError]:
    if layer.units < 1:
        template = translatable("errors", "{name} needs at least 1 unit, not {units}.")
        return [_problem(template, row, "units", name=name, units=layer.units)]
    found = [_problem(p.template, row, "init", **p.fields) for p in layer.init.problems()]
    if layer.init.kind == "given" and not found:
        given_in, given_out = layer.init.shape
        if given_in != n_in:
            template = translatable(
                "errors", "{name} expects {expected} inputs, but the layer before it gives {given}."
            )
            found.append(_problem(template, row, "init", name=name, expected=given_in, given=n_in))
        elif given_out != layer.units:
            template = translatable("errors", "{name} has {units} units, but its given weights have {given}.")
            found.append(_problem(template, row, "units", name=name, units=layer.units, given=given_out))
    return found
