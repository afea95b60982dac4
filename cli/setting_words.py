"""The settings of a training in words."""

from __future__ import annotations

from core.errors import translatable
from core.language import word

_WORDS = {
    "batch_size": translatable("cli", "batch size"),
    "sampling": translatable("cli", "sampling"),
    "weight_decay": translatable("cli", "weight decay"),
    "optimizer": translatable("cli", "optimizer"),
    "learning_rate": translatable("cli", "learning rate"),
    "momentum": translatable("cli", "momentum"),
    "beta1": translatable("cli", "beta1"),
    "beta2": translatable("cli", "beta2"),
    "alpha": translatable("cli", "alpha"),
    "epsilon": translatable("cli", "epsilon"),
    "fold_bias_correction": translatable("cli", "fold bias correction"),
    "schedule": translatable("cli", "schedule"),
    "gamma": translatable("cli", "gamma"),
    "step_epochs": translatable("cli", "step epochs"),
    "floor": translatable("cli", "floor"),
}


def setting_word(name: str) -> str:
    """`learning_rate` → learning rate, in the language in use. name: one of `SETTINGS`."""
    return word("cli", _WORDS[name])
