"""The settings of a training by one name each, read from and put into a frozen `TrainingConfig`.

The names are those by which the engine names its mistakes: a form's field, the setting and the sentence about
it find one another by name. Plain functions, no widget.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.nn.optimizers import USED_SETTINGS, USUAL_RATES
from core.nn.schedules import SCHEDULE_SETTINGS
from core.training.config import TrainingConfig

_OF_OPTIMIZER = {"optimizer": "kind", "learning_rate": "learning_rate", "momentum": "momentum"}
_OF_SCHEDULE = {"schedule": "kind", "gamma": "gamma", "step_epochs": "step_epochs", "floor": "floor"}


def value_of(config: TrainingConfig, name: str) -> Any:
    """The setting of that name."""
    if name in _OF_OPTIMIZER:
        return getattr(config.optimizer, _OF_OPTIMIZER[name])
    if name in _OF_SCHEDULE:
        return getattr(config.schedule, _OF_SCHEDULE[name])
    return getattr(config, name)


def with_value(config: TrainingConfig, name: str, value: Any) -> TrainingConfig:
    """The configuration with one setting changed. Another optimizer brings its own usual learning rate where
    the usual one of the optimizer before it stood: 0.1 is right for SGD and far too much for Adam."""
    if name in _OF_OPTIMIZER:
        optimizer = replace(config.optimizer, **{_OF_OPTIMIZER[name]: value})
        if name == "optimizer" and config.optimizer.learning_rate == USUAL_RATES.get(config.optimizer.kind):
            optimizer = replace(optimizer, learning_rate=USUAL_RATES[value])
        return replace(config, optimizer=optimizer)
    if name in _OF_SCHEDULE:
        return replace(config, schedule=replace(config.schedule, **{_OF_SCHEDULE[name]: value}))
    return replace(config, **{name: value})


def counts(config: TrainingConfig, name: str) -> bool:
    """Whether the setting has a meaning beside the others: only some optimizers have momentum."""
    if name == "momentum":
        return "momentum" in USED_SETTINGS.get(config.optimizer.kind, ())
    if name in ("gamma", "step_epochs", "floor"):
        return name in SCHEDULE_SETTINGS.get(config.schedule.kind, ())
    return True
