"""The settings of a training that may change between two of its iterations, as one flat table by name.

The names are those by which an error names its field: `optimizer` and `schedule` are the kinds, their
constants stand beside them. What makes a run another one (network, data set, seed) is not here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from core.nn.optimizers import USED_SETTINGS, OptimizerSpec
from core.nn.schedules import SCHEDULE_SETTINGS, ScheduleSpec
from core.records import record
from core.training.config import SAMPLINGS, TrainingConfig

Setting = bool | int | float | str | None
"""The value of one. None is the ε that the optimizer has by itself."""

_OWN = ("batch_size", "sampling", "weight_decay")
_PARTS: Mapping[str, type[OptimizerSpec | ScheduleSpec]] = {
    "optimizer": OptimizerSpec,
    "schedule": ScheduleSpec,
}
_WORDS = {"sampling": SAMPLINGS, "optimizer": tuple(USED_SETTINGS), "schedule": tuple(SCHEDULE_SETTINGS)}
_PLACES: Mapping[str, tuple[str, str]] = {name: ("", name) for name in _OWN} | {
    part if field.name == "kind" else field.name: (part, field.name)
    for part, kind in _PARTS.items()
    for field in fields(kind)
}
"""The part of the configuration in which a setting stands, "" for its top, and its name there."""

SETTINGS = tuple(_PLACES)


def settings_of(training: TrainingConfig) -> dict[str, Setting]:
    """Every setting by its name, also those that the chosen optimizer and schedule do not use."""
    return {name: getattr(_part(training, part), field) for name, (part, field) in _PLACES.items()}


def used_settings(training: TrainingConfig) -> tuple[str, ...]:
    """The names of those that count for the chosen optimizer and schedule."""
    optimizer, schedule = training.optimizer.kind, training.schedule.kind
    return (*_OWN, "optimizer", *USED_SETTINGS[optimizer], "schedule", *SCHEDULE_SETTINGS[schedule])


def with_settings(training: TrainingConfig, values: Mapping[str, Setting]) -> TrainingConfig:
    """The configuration with other values for some settings. KeyError for a name that is not in SETTINGS."""
    changes: dict[str, dict[str, Any]] = {"": {}, **{part: {} for part in _PARTS}}
    for name, value in values.items():
        part, field = _PLACES[name]
        changes[part][field] = value
    parts = {part: replace(_part(training, part), **changes[part]) for part in _PARTS}
    return replace(training, **changes[""], **parts)


def require_setting(name: str, value: Setting) -> None:
    """KeyError for a name that is not in SETTINGS, TypeError for a value of another type than its own, and
    ValueError or OverflowError for a word that is not known and a number that is not finite."""
    part, field = _PLACES[name]
    record(_PARTS[part] if part else TrainingConfig, {field: value})
    known = value in _WORDS[name] if name in _WORDS else value is None or math.isfinite(value)  # type: ignore[arg-type]
    if not known:
        raise ValueError(f"{name} cannot be {value!r}")


def _part(training: TrainingConfig, part: str) -> Any:
    return getattr(training, part) if part else training
