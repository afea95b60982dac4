"""The three settings that a run takes up while it goes on: which edits of the table reach a running session.

Everything else that is edited belongs to the next run. Plain functions over frozen values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from core.training.config import Experiment, TrainingConfig


def live_values(config: TrainingConfig) -> dict[str, float]:
    """The settings that may change during a run, by the names of `core.training.session.LIVE_SETTINGS`."""
    optimizer = config.optimizer
    return {
        "learning_rate": optimizer.learning_rate,
        "momentum": optimizer.momentum,
        "weight_decay": config.weight_decay,
    }


def with_live_values(config: TrainingConfig, values: Mapping[str, float]) -> TrainingConfig:
    """The configuration with these values of all three settings."""
    optimizer = replace(config.optimizer, learning_rate=values["learning_rate"], momentum=values["momentum"])
    return replace(config, optimizer=optimizer, weight_decay=values["weight_decay"])


def live_changes(before: Experiment, after: Experiment, running: Experiment) -> dict[str, float]:
    """What an edit of the table from `before` to `after` changes in the run of `running`.

    That is nothing, if it edits anything else as well (a preset, say), if another optimizer stands on the
    table than the one that runs, or if a value is not allowed.
    """
    old, new = live_values(before.training), live_values(after.training)
    only_live = replace(before, training=with_live_values(before.training, new)) == after
    same_optimizer = after.training.optimizer.kind == running.training.optimizer.kind
    if not only_live or not same_optimizer or after.training.problems():
        return {}
    return {name: value for name, value in new.items() if value != old[name]}
