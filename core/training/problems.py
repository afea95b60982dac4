"""What keeps an experiment from being trained on a data set, found before anything is built."""

from __future__ import annotations

from core.data import DataSet
from core.errors import ConfigError, LabError, translatable
from core.training.config import Experiment

BATCH_LIMIT_BYTES = 2 << 30


def problems(experiment: Experiment, data: DataSet) -> tuple[LabError, ...]:
    """Everything that keeps this experiment from being trained on these data: () if it can be."""
    spec = experiment.network
    found: list[LabError] = [*experiment.problems(len(data.train))]
    if not spec.problems():
        found += spec.fit_problems(data.input_size, data.classes, data.title, data.is_classification)
    if not found:
        found += _memory_problems(experiment)
    return tuple(found)


def _memory_problems(experiment: Experiment) -> list[LabError]:
    """A batch that is too large for memory: each layer holds its values and their gradient, in float32."""
    batch = experiment.training.batch_size
    size = batch * sum(experiment.network.widths) * 2 * 4
    if size <= BATCH_LIMIT_BYTES:
        return []
    template = translatable(
        "errors",
        "A batch of {batch} takes {size:.1f} GB in this network; the limit is {limit:.0f} GB. "
        "Make it smaller.",
    )
    fields = {"batch": batch, "size": size / 2**30, "limit": BATCH_LIMIT_BYTES / 2**30}
    return [ConfigError(template, field="batch_size", **fields)]
