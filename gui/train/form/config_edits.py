"""The settings of a training as a form shows and changes them, on top of `core.training.settings`.

The names are those by which the engine names its mistakes: a form's field, the setting and the sentence about
it find one another by name. Plain functions, no widget.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.nn.optimizers import USED_SETTINGS, USUAL_RATES, OptimizerSpec
from core.training.config import TrainingConfig
from core.training.settings import SETTINGS, settings_of, used_settings, with_settings

CONSTANTS = ("alpha", "beta1", "beta2", "epsilon", "fold_bias_correction")
"""What an optimizer is made with and keeps for the whole run, by the names of `OptimizerSpec`."""

BIAS_CORRECTIONS = ("moments", "rate")
"""The words of a choice for `fold_bias_correction`: False and True."""


def value_of(config: TrainingConfig, name: str) -> Any:
    """The setting of that name, as a form shows it: for ε the optimizer's own where none was given."""
    if name == "epsilon":
        return epsilon(config.optimizer)
    if name == "fold_bias_correction":
        return BIAS_CORRECTIONS[config.optimizer.fold_bias_correction]
    return settings_of(config)[name] if name in SETTINGS else getattr(config, name)


def with_value(config: TrainingConfig, name: str, value: Any) -> TrainingConfig:
    """The configuration with one setting changed. Another optimizer brings its own usual learning rate where
    the usual one of the optimizer before it stood: 0.1 is right for SGD and far too much for Adam."""
    if name == "epsilon":
        # Written back to what it would be anyway, it is again the same configuration.
        value = None if value == epsilon(replace(config.optimizer, epsilon=None)) else value
    elif name == "fold_bias_correction":
        value = bool(BIAS_CORRECTIONS.index(value))
    changed = {name: value}
    if name == "optimizer" and config.optimizer.learning_rate == USUAL_RATES[config.optimizer.kind]:
        changed["learning_rate"] = USUAL_RATES[value]
    return with_settings(config, changed) if name in SETTINGS else replace(config, **changed)


def counts(config: TrainingConfig, name: str) -> bool:
    """Whether the setting has a meaning beside the others: only some optimizers have momentum. The name
    `constants` stands for all CONSTANTS."""
    used = used_settings(config)
    if name == "constants":
        return any(constant in used for constant in CONSTANTS)
    return name in used or name not in SETTINGS


def epsilon(optimizer: OptimizerSpec) -> float:
    """ε as it will be: the one given, or the kind's own. 0 for a kind that has none."""
    if optimizer.epsilon is not None:
        return optimizer.epsilon
    if "epsilon" not in USED_SETTINGS.get(optimizer.kind, ()):
        return 0.0
    return float(getattr(OptimizerSpec(optimizer.kind).build(), "epsilon", 0.0))
