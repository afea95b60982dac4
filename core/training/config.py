"""How a network is trained: data, batches, optimizer, length, seed. Frozen, with its mistakes named by field.

An experiment is a network's spec and this together; it is all that is needed to repeat a run exactly.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from core.data import Reading
from core.errors import ConfigError, LabError, translatable
from core.nn.optimizers import OptimizerSpec
from core.nn.schedules import ScheduleSpec
from core.nn.spec import NetworkSpec
from core.records import record
from core.words import did_you_mean

SAMPLINGS = ("random", "shuffled")
"""`random`: every batch drawn with replacement, as in the book; `shuffled`: every example once an epoch."""

LENGTH_UNITS = ("epochs", "iterations")

LARGEST_WHOLE = 10**18 - 1
"""The largest whole number of a setting: as many digits as a field of the window takes."""

_WHOLE = ("batch_size", "length", "seed", "evaluate_on")

_TOO_SHORT = {
    "epochs": translatable("errors", "Train for at least 1 epoch."),
    "iterations": translatable("errors", "Train for at least 1 iteration."),
}


@dataclass(frozen=True, slots=True)
class TrainingConfig:
    """The settings of one run. `data_set` is a name, a file or a folder, and `reading` how data of one's own
    are read; `weight_decay` is λ of ½·λ·Σ W²; the run lasts `length` epochs or iterations. Evaluations look
    at `evaluate_on` examples of the training set, at all of them for 0 and where it has no more
    (`core.training.whole_sets.fixed_part`)."""

    data_set: str = "mnist"
    batch_size: int = 100
    sampling: str = "shuffled"
    optimizer: OptimizerSpec = field(default_factory=OptimizerSpec)
    schedule: ScheduleSpec = field(default_factory=ScheduleSpec)
    weight_decay: float = 0.0
    length: int = 5
    length_unit: str = "epochs"
    seed: int = 0
    evaluate_on: int = 0
    reading: Reading = field(default_factory=Reading)

    def iterations_per_epoch(self, examples: int) -> int:
        """max(examples // batch size, 1), as in the book."""
        return max(examples // self.batch_size, 1)

    def total_iterations(self, examples: int) -> int:
        per_epoch = self.iterations_per_epoch(examples) if self.length_unit == "epochs" else 1
        return self.length * per_epoch

    def problems(self, examples: int | None = None) -> tuple[ConfigError, ...]:
        """Everything wrong with the settings; with `examples`, also what does not fit so many."""
        found: list[ConfigError] = []
        if self.batch_size < 1:
            found.append(_problem("batch_size", translatable("errors", "A batch needs at least 1 example.")))
        elif examples is not None and self.batch_size > examples:
            template = translatable(
                "errors",
                "The batch of {batch} is larger than the data ({examples} examples): make it smaller.",
            )
            found.append(_problem("batch_size", template, batch=self.batch_size, examples=examples))
        if self.sampling not in SAMPLINGS:
            template = translatable("errors", "Unknown way to draw batches: “{word}”.{hint}")
            hint = did_you_mean(self.sampling, SAMPLINGS)
            found.append(_problem("sampling", template, word=self.sampling, hint=hint))
        found.extend(self.optimizer.problems())
        found.extend(self.schedule.problems())
        if not (math.isfinite(self.weight_decay) and self.weight_decay >= 0.0):
            template = translatable(
                "errors", "The weight decay is 0 (none) or a small positive number, such as 0.0001."
            )
            found.append(_problem("weight_decay", template))
        if self.length < 1:
            found.append(_problem("length", _TOO_SHORT.get(self.length_unit, _TOO_SHORT["iterations"])))
        if self.length_unit not in LENGTH_UNITS:
            template = translatable("errors", "Unknown unit of length: “{word}”.{hint}")
            hint = did_you_mean(self.length_unit, LENGTH_UNITS)
            found.append(_problem("length_unit", template, word=self.length_unit, hint=hint))
        if self.seed < 0:
            found.append(_problem("seed", translatable("errors", "The seed is a whole number, 0 or larger.")))
        if self.evaluate_on < 0:
            template = translatable(
                "errors", "Evaluate on 1 example or more; 0 means the whole training set."
            )
            found.append(_problem("evaluate_on", template))
        if self.reading.pixel_max < 1:
            template = translatable("errors", "The largest pixel is a whole number, 1 or larger.")
            found.append(_problem("pixel_max", template))
        wholes = {name: getattr(self, name) for name in _WHOLE} | {"pixel_max": self.reading.pixel_max}
        said = {problem.fields["field"] for problem in found}
        for name in (name for name, value in wholes.items() if value > LARGEST_WHOLE and name not in said):
            template = translatable("errors", "This number is too large: write one of 18 digits at most.")
            found.append(_problem(name, template))
        return tuple(found)

    def to_dict(self) -> dict[str, object]:
        """Plain values. `reading` is among them where it says anything."""
        values: dict[str, object] = {name: getattr(self, name) for name in self.__slots__}
        del values["reading"]
        if self.reading != Reading():
            values["reading"] = self.reading.to_dict()
        return values | {"optimizer": self.optimizer.to_dict(), "schedule": self.schedule.to_dict()}

    @classmethod
    def from_dict(cls, values: Mapping[str, object]) -> TrainingConfig:
        """The configuration of `to_dict`; a dictionary that is none gives a ConfigError."""
        try:
            known = dict(values)
            known["optimizer"] = OptimizerSpec.from_dict(known["optimizer"])  # type: ignore[arg-type]
            known["schedule"] = ScheduleSpec.from_dict(known["schedule"])  # type: ignore[arg-type]
            if "reading" in known:
                known["reading"] = Reading.from_dict(known["reading"])  # type: ignore[arg-type]
            config = record(cls, known)
            for problem in config.problems():
                raise problem
        except LabError:
            raise
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
            template = translatable("errors", "This is not a description of a training ({detail}).")
            raise ConfigError(template, field="", detail=error) from error
        return config


@dataclass(frozen=True, slots=True)
class Experiment:
    """A network and how it is trained: everything that one run is made from."""

    network: NetworkSpec
    training: TrainingConfig

    def problems(self, examples: int | None = None) -> tuple[LabError, ...]:
        """Everything that keeps the network from being trained so, the network's own first; with `examples`,
        also what does not fit so many."""
        network, training = self.network, self.training
        found: list[LabError] = [*network.problems(), *training.problems(examples)]
        found += network.training_problems()
        if training.batch_size == 1:
            sentences = [layer.table_row.no_single_example for layer in network.layers]
            found += [_problem("batch_size", template) for template in dict.fromkeys(sentences) if template]
        return tuple(found)

    def to_dict(self) -> dict[str, object]:
        return {"network": self.network.to_dict(), "training": self.training.to_dict()}

    @classmethod
    def from_dict(cls, values: Mapping[str, object]) -> Experiment:
        network, training = values.get("network"), values.get("training")
        if not isinstance(network, Mapping) or not isinstance(training, Mapping):
            raise ConfigError(translatable("errors", "This is not a description of an experiment."), field="")
        return cls(NetworkSpec.from_dict(network), TrainingConfig.from_dict(training))


def _problem(name: str, template: str, **fields: object) -> ConfigError:
    return ConfigError(template, field=name, **fields)
