"""What a network is, before it exists: its layers, their sizes, its loss, and what is wrong with them.

A spec is frozen, compares by value, and goes to and from plain dictionaries. It holds no array but given
initial weights and computes nothing: `core.nn.network` builds the network. What is true of one kind of layer
alone is in the table of layers (`core.nn.layer_kinds`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from itertools import islice

from core.errors import LabError, SpecError, translatable
from core.nn.initializers import InitializerSpec
from core.nn.layer_kinds import LAYERS, LayerSpec
from core.records import record
from core.words import did_you_mean

__all__ = ["LOSSES", "SQUARED_ERROR_FORMS", "LayerSpec", "LossSpec", "NetworkSpec"]
"""`LayerSpec` is here as well: a network is written down with one import."""

LOSSES = ("softmax", "sigmoid_cross_entropy", "squared_error")
"""The losses by their word, in the order in which a person is offered them."""

SQUARED_ERROR_FORMS = ("sum", "mean", "mean_of_sum_gradient")
"""½·Σ over the outputs (the book's); ½·mean over them; ½·mean reported while the gradient is that of ½·Σ."""

MOST_LAYERS = 200
"""More than anyone would train; each has a row in the window, and an array or two in the model file."""

MEMORY_LIMIT_BYTES = 1 << 30
BYTES_PER_PARAMETER = 5 * 4
"""float32: the parameter, its gradient, the optimizer's two averages and its working space."""


@dataclass(frozen=True, slots=True)
class LossSpec:
    """The loss of a network. `form` counts for `squared_error` alone: one of SQUARED_ERROR_FORMS."""

    kind: str = "softmax"
    form: str = "sum"


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
            widths.append(layer.width(widths[-1]))
        return tuple(widths)

    @property
    def output_size(self) -> int:
        return self.widths[-1]

    @property
    def last_affine_row(self) -> int:
        """The row of the last Affine layer, which gives the outputs; 0 where there is none."""
        return max((row for row, layer in enumerate(self.layers, start=1) if layer.has("units")), default=0)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Each layer's number among its kind, from 1."""
        seen: Counter[str] = Counter()
        numbers = []
        for layer in self.layers:
            seen[layer.kind] += 1
            numbers.append(seen[layer.kind])
        return tuple(numbers)

    @property
    def layer_names(self) -> tuple[str, ...]:
        """Each layer's title with its number among its kind: `Affine 1`, `ReLU 1`, `Affine 2`."""
        return tuple(f"{layer.title} {n}" for layer, n in zip(self.layers, self.numbers, strict=True))

    def layer_parameter_shapes(self) -> tuple[dict[str, tuple[int, ...]], ...]:
        """The trained arrays of each layer by name: W1 (D, H), b1 (H,); gamma1, beta1 (D,) of the first
        batch normalization. W and b count the Affine layers, gamma and beta the batch normalizations."""
        return tuple(
            {f"{name}{n}": shape for name, shape in layer.parameters(n_in).items()}
            for layer, n, n_in in zip(self.layers, self.numbers, self.widths, strict=False)
        )

    def parameter_shapes(self) -> dict[str, tuple[int, ...]]:
        return {name: shape for own in self.layer_parameter_shapes() for name, shape in own.items()}

    def state_shapes(self) -> dict[str, tuple[int, ...]]:
        """The arrays that are kept but not trained: the running mean and variance of batch normalization."""
        return {
            f"{name}{n}": shape
            for layer, n, n_in in zip(self.layers, self.numbers, self.widths, strict=False)
            for name, shape in layer.state(n_in).items()
        }

    @property
    def parameter_count(self) -> int:
        return sum(math.prod(shape) for shape in self.parameter_shapes().values())

    @property
    def memory_bytes(self) -> int:
        """An estimate of what training takes beside the data: the parameters, five times, in float32."""
        return self.parameter_count * BYTES_PER_PARAMETER

    def problems(self) -> tuple[SpecError, ...]:
        """Everything that keeps this network from being built, each with the row and field it stands on. Of
        one with too many layers that alone is said."""
        if len(self.layers) > MOST_LAYERS:
            template = translatable("errors", "A network has {most} layers at most: remove some.")
            return (_problem(template, MOST_LAYERS + 1, "kind", most=MOST_LAYERS),)
        found: list[SpecError] = []
        if self.input_size < 1:
            template = translatable("errors", "The input needs at least one value.")
            found.append(_problem(template, 0, "input_size"))
        rows = zip(self.layers, self.layer_names, self.widths, strict=False)
        for row, (layer, name, n_in) in enumerate(rows, start=1):
            found.extend(_layer_problems(layer, row, name, n_in))
        if not self.last_affine_row:
            template = translatable(
                "errors", "There is nothing to train yet: add an Affine layer before the loss."
            )
            found.append(_problem(template, len(self.layers) + 1, "kind"))
        if self.loss.kind not in LOSSES:
            template = translatable("errors", "Unknown loss: “{word}”.{hint}")
            hint = did_you_mean(self.loss.kind, LOSSES)
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
            found.append(_problem(template, self.last_affine_row, "units"))
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
            found.append(_problem(template, self.last_affine_row, "units", **fields))
        if self.loss.kind == "softmax" and not is_classification:
            template = translatable(
                "errors",
                "The targets of {data} are numbers, not classes: choose the squared error as the loss.",
            )
            found.append(_problem(template, len(self.layers) + 1, "loss", data=data_title))
        return tuple(found)

    def fitted(self, input_size: int, output_size: int) -> NetworkSpec:
        """This network with an input and a last Affine layer of these sizes: what `fit_problems` asks for.
        Weights that were given have the old shape, so that a layer which had them draws its own (He)."""
        widths = NetworkSpec(input_size, self.layers).widths
        layers = []
        for row, (layer, n_in) in enumerate(zip(self.layers, widths, strict=False), start=1):
            units = output_size if row == self.last_affine_row else layer.units
            given = layer.has("init") and layer.init.kind == "given" and layer.init.shape != (n_in, units)
            init = InitializerSpec("he") if given else layer.init
            layers.append(replace(layer, units=units, init=init) if layer.has("units") else layer)
        return replace(self, input_size=input_size, layers=tuple(layers))

    def training_problems(self) -> tuple[SpecError, ...]:
        """What keeps this network from learning, though it can be built: layers without a gradient."""
        return tuple(
            _problem(layer.table_row.no_training, row, "kind", name=name)
            for row, (layer, name) in enumerate(zip(self.layers, self.layer_names, strict=True), start=1)
            if layer.table_row.no_training
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
            rows = islice(values["layers"], MOST_LAYERS + 1)  # type: ignore[call-overload]
            layers = tuple(LayerSpec.from_dict(row) for row in rows)
            loss = record(LossSpec, values["loss"])  # type: ignore[arg-type]
            return record(cls, {**values, "layers": layers, "loss": loss}).validate()
        except LabError:
            raise
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
            template = translatable("errors", "This is not a description of a network ({detail}).")
            raise SpecError(template, detail=error) from error

    def _too_large(self) -> SpecError:
        counts = [sum(map(math.prod, own.values())) for own in self.layer_parameter_shapes()]
        row = counts.index(max(counts)) + 1
        template = translatable(
            "errors",
            "With {name}, this network needs {size:.1f} GB while it trains; the limit is {limit:.0f} GB. "
            "Give it fewer units.",
        )
        # A number of units that someone wrote as a row of zeros may be too large for a float.
        size, limit = min(self.memory_bytes, 2**60) / 2**30, MEMORY_LIMIT_BYTES / 2**30
        return _problem(template, row, "units", name=self.layer_names[row - 1], size=size, limit=limit)


def _problem(template: str, row: int, field_name: str, **fields: object) -> SpecError:
    return SpecError(template, row=row, field=field_name, **fields)


def _layer_problems(layer: LayerSpec, row: int, name: str, n_in: int) -> list[SpecError]:
    if layer.kind not in LAYERS:
        template = translatable("errors", "Unknown layer: “{word}”.{hint}")
        return [_problem(template, row, "kind", word=layer.kind, hint=did_you_mean(layer.kind, LAYERS))]
    found = [
        _problem(number.problem, row, number.name, name=name, **{number.name: getattr(layer, number.name)})
        for number in layer.table_row.numbers
        if not number.is_sound(getattr(layer, number.name))
    ]
    return found or (_weight_problems(layer, row, name, n_in) if layer.has("init") else [])


def _weight_problems(layer: LayerSpec, row: int, name: str, n_in: int) -> list[SpecError]:
    """What is wrong with the initial weights of a layer whose units are sound."""
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
