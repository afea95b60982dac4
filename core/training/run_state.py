"""What, beside its arrays, decides how a run goes on: how far it has come, and what was told of it.

A model file keeps it, so that a run that is continued equals one that never stopped. Files of format version
1 do not have it; `RunState.inferred` says what can be said of their runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from core.records import record
from core.training.config import Experiment, TrainingConfig
from core.training.events import SettingChanged
from core.training.settings import Setting, require_setting

LIMIT = 10**100
"""The limit of every count: no run comes near, and a float can still be made of it."""


@dataclass(frozen=True, slots=True)
class RunState:
    """`examples` is the size N of the training set. `epoch` counts the epochs that are over, and `drawn` the
    examples drawn of the present one (`core.data.batches.Batches`).

    A schedule runs over `planned_iterations`, the length that was planned first, and then holds its last
    value: the epoch that it counts, `schedule_epoch`, stands still from there on, too. The run itself lasts
    `total_iterations`.

    `changes` are the changes of settings that were told. A setting in `untold` has a new value already, which
    is told before the next iteration; here stands the old one. `dead` names the layers that were said to have
    died. `is_careful` says whether every update is watched for an overflow.
    """

    examples: int
    epoch: int
    drawn: int
    schedule_epoch: int
    planned_iterations: int
    total_iterations: int
    changes: tuple[SettingChanged, ...]
    untold: Mapping[str, Setting]
    dead: tuple[str, ...]
    is_careful: bool

    @classmethod
    def inferred(cls, training: TrainingConfig, iteration: int, examples: int) -> RunState:
        """That of a run of which only this is known. Its place in an epoch follows from the iteration, the
        order of the examples does not; settings that were changed on the way count as if they never were."""
        per_epoch = training.iterations_per_epoch(examples)
        total = training.total_iterations(examples)
        return cls(
            examples=examples,
            epoch=iteration // per_epoch,
            drawn=iteration % per_epoch * training.batch_size,
            schedule_epoch=min(iteration, total - 1) // per_epoch,
            planned_iterations=total,
            total_iterations=total,
            changes=(),
            untold={},
            dead=(),
            is_careful=True,
        )

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any], experiment: Experiment, iteration: int) -> RunState:
        """The state of `to_dict`, held against the run that it belongs to. What cannot be is a TypeError, a
        ValueError, a KeyError or an OverflowError."""
        changes = tuple(record(SettingChanged, change) for change in values["changes"])
        state = record(cls, {**values, "changes": changes, "dead": tuple(values["dead"])})
        settings = [*state.untold.items()]
        settings += [(change.name, value) for change in changes for value in (change.old, change.new)]
        for name, value in settings:
            require_setting(name, value)
        told = [1, *(change.iteration for change in changes), iteration + 1]
        batch_size = experiment.training.batch_size
        if not (
            batch_size <= state.examples <= LIMIT
            and 0 <= state.drawn <= state.examples - batch_size
            and 0 <= state.schedule_epoch <= state.epoch <= iteration
            and 1 <= state.planned_iterations <= LIMIT
            and 1 <= state.total_iterations <= LIMIT
            and told == sorted(told)
            and set(state.dead) <= set(experiment.network.layer_names)
        ):
            raise ValueError("this is not the state of this run")
        return state
