"""How the learning rate changes while a network trains: constant, falling in steps, or along a cosine.

A schedule is a pure function of the iteration. It gives a factor by which the training session multiplies
the base rate; it holds no optimizer and no rate, so that the base rate may be changed at any time.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from core.errors import ConfigError, translatable
from core.records import record
from core.words import did_you_mean

SCHEDULE_SETTINGS: Mapping[str, tuple[str, ...]] = {
    "constant": (),
    "step": ("gamma", "step_epochs"),
    "cosine": ("floor",),
}
"""The kinds of schedule by their word, each with the fields of `ScheduleSpec` that count for it."""


@dataclass(frozen=True, slots=True)
class ScheduleSpec:
    """Which schedule. `gamma` and `step_epochs` count for `step`, `floor` for `cosine`."""

    kind: str = "constant"
    gamma: float = 0.1
    step_epochs: int = 10
    floor: float = 0.0

    def factor(self, iteration: int, total_iterations: int, epoch: int) -> float:
        """The factor, from 0 to 1, for the update with index `iteration`, made in `epoch`; both count from 0.

        constant: 1. step: γ^⌊epoch / step_epochs⌋. cosine, over a run of T iterations:
        floor + (1 − floor)·½(1 + cos πt/T), which would reach the floor at t = T (Loshchilov and Hutter
        2017, without restarts) and stays there beyond.
        """
        if self.kind == "step":
            return self.gamma ** (epoch // self.step_epochs)
        if self.kind == "cosine":
            share = min(iteration / total_iterations, 1.0)
            return self.floor + (1 - self.floor) * 0.5 * (1 + math.cos(math.pi * share))
        return 1.0

    def problems(self) -> tuple[ConfigError, ...]:
        """What is wrong, one error a field; an unknown kind is that of the field `schedule`."""
        if self.kind not in SCHEDULE_SETTINGS:
            template = translatable("errors", "Unknown learning rate schedule: “{word}”.{hint}")
            hint = did_you_mean(self.kind, SCHEDULE_SETTINGS)
            return (ConfigError(template, field="schedule", word=self.kind, hint=hint),)
        checks = (
            ("gamma", 0 < self.gamma <= 1, _GAMMA),
            ("step_epochs", self.step_epochs >= 1 and self.step_epochs % 1 == 0, _STEP_EPOCHS),
            ("floor", 0 <= self.floor <= 1, _FLOOR),
        )
        return tuple(
            ConfigError(template, field=name, value=getattr(self, name))
            for name, sound, template in checks
            if name in SCHEDULE_SETTINGS[self.kind] and not sound
        )

    def to_dict(self) -> dict[str, object]:
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> ScheduleSpec:
        """The spec of `to_dict`; what is missing keeps its default. An unknown name, or a value
        of another type, is a TypeError."""
        return record(cls, values)


_GAMMA = translatable(
    "errors", "Each step multiplies the rate by {value}; this must be above 0 and at most 1, such as 0.1."
)
_STEP_EPOCHS = translatable(
    "errors", "The rate falls every {value} epochs; this must be a whole number, 1 or more."
)
_FLOOR = translatable(
    "errors", "The cosine ends at {value} of the rate; this must be from 0 to 1, such as 0 or 0.01."
)
