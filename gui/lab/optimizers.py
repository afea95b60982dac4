"""What the optimizers are called in the Lab: as on the Train screen, whose words are translated there."""

from __future__ import annotations

from collections.abc import Mapping

from gui.language.texts import translate

ENGLISH: Mapping[str, str] = {
    "sgd": "SGD",
    "momentum": "Momentum",
    "nesterov": "Nesterov",
    "adagrad": "AdaGrad",
    "rmsprop": "RMSProp",
    "adam": "Adam",
}


def title_of(kind: str) -> str:
    """The name of an optimizer in the language of the moment."""
    return translate("Terms", ENGLISH[kind])
