"""What the optimizers are called in the Lab: their names are the same in all languages."""

from __future__ import annotations

from collections.abc import Mapping

TITLES: Mapping[str, str] = {
    "sgd": "SGD",
    "momentum": "Momentum",
    "nesterov": "Nesterov",
    "adagrad": "AdaGrad",
    "rmsprop": "RMSProp",
    "adam": "Adam",
}
