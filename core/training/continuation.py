"""Whether a run can go on from a checkpoint with other training settings, or would be another run."""

from __future__ import annotations

from core.data import DataSet
from core.errors import ConfigError, LabError, translatable
from core.training.checkpoint import Checkpoint
from core.training.config import Experiment


def continuation_problems(
    checkpoint: Checkpoint, experiment: Experiment, data: DataSet | None = None
) -> tuple[LabError, ...]:
    """Everything that makes `experiment` another run than the checkpoint's: its network, its data set or its
    seed. () if it can go on, with whatever other settings. With `data`, also a data set that is another one
    under the same name: then the order of the examples would be another, too."""
    made, given = checkpoint.experiment, experiment
    found: list[LabError] = []
    if given.network.to_dict() != made.network.to_dict():
        template = translatable("errors", "This network is not the one that was trained: start a new run.")
        found.append(ConfigError(template, field="network"))
    if given.training.data_set != made.training.data_set:
        template = translatable("errors", "The run was made on “{made}”, not on “{given}”: start a new run.")
        names = {"made": made.training.data_set, "given": given.training.data_set}
        found.append(ConfigError(template, field="data_set", **names))
    elif given.training.reading.of_examples != made.training.reading.of_examples:
        template = translatable(
            "errors", "The data are scaled or turned otherwise than in the run: start a new run."
        )
        found.append(ConfigError(template, field="data_set"))
    if given.training.seed != made.training.seed:
        template = translatable(
            "errors", "The run was made with the seed {made}, not with {given}: start a new run."
        )
        seeds = {"made": made.training.seed, "given": given.training.seed}
        found.append(ConfigError(template, field="seed", **seeds))
    run = checkpoint.run
    if data is not None and run is not None and len(data.train) != run.examples:
        template = translatable(
            "errors",
            "{data} has {given} training examples, but the run was made with {made}: start a new run.",
        )
        sizes = {"given": len(data.train), "made": run.examples}
        found.append(ConfigError(template, field="data_set", data=data.title, **sizes))
    return tuple(found)
