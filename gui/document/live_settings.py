"""Which edits of the table reach a running session; everything else that is edited belongs to the next run.

A plain function over frozen values.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.training.config import Experiment, TrainingConfig
from core.training.session import LIVE_SETTINGS
from core.training.settings import settings_of, with_settings


def live_changes(before: Experiment, after: Experiment, running: Experiment) -> dict[str, float]:
    """What an edit of the table from `before` to `after` changes in the run of `running`.

    That is nothing, if it edits anything else as well (a preset, say), if another optimizer stands on the
    table than the one that runs, or if a value is not allowed.
    """
    old, new = _live(before.training), _live(after.training)
    only_live = replace(before, training=with_settings(before.training, new)) == after
    same_optimizer = after.training.optimizer.kind == running.training.optimizer.kind
    if not only_live or not same_optimizer or after.training.problems():
        return {}
    return {name: value for name, value in new.items() if value != old[name]}


def _live(training: TrainingConfig) -> dict[str, Any]:
    """Those of the settings that may change during a run; all of them are numbers."""
    values = settings_of(training)
    return {name: values[name] for name in LIVE_SETTINGS}
