"""What is said of a kept run beside its network: the JSON text that stands next to the model file.

A record tells what a list shows without opening the network, and what a person has added: name, note, pin.
Everything else in it can be found again in the model file, by `RunRecord.of_checkpoint`.
"""

from __future__ import annotations

import json
import math
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Literal, get_args

from core.errors import LabError
from core.records import record
from core.training.checkpoint import Checkpoint
from core.training.config import Experiment
from core.training.divergence import has_diverged

NAME_LIMIT = 200
NOTE_LIMIT = 10_000
Outcome = Literal["completed", "stopped", "diverged", "failed"]
"""How a run ended."""


@dataclass(frozen=True, slots=True)
class RunRecord:
    """A run by name. `when` is the end of the run, in UTC (ISO 8601); the figures are
    those of the last evaluation, None where there is none or where it is not finite. What is `pinned` is
    never thinned out."""

    name: str
    when: str
    outcome: str
    experiment: Experiment
    iteration: int
    total_iterations: int
    train_loss: float | None = None
    train_accuracy: float | None = None
    test_loss: float | None = None
    test_accuracy: float | None = None
    note: str = ""
    pinned: bool = False

    @classmethod
    def of_checkpoint(cls, checkpoint: Checkpoint, name: str, when: str, outcome: str = "") -> RunRecord:
        """The record of a network at the end of its run; how that ended follows from the network unless
        told."""
        last = checkpoint.evaluations[-1] if checkpoint.evaluations else None
        return cls(
            one_line(name),
            when,
            outcome or outcome_of(checkpoint),
            checkpoint.experiment,
            checkpoint.iteration,
            max(checkpoint.total_iterations or 0, checkpoint.iteration),
            _finite(last.train_loss if last is not None else None),
            last.train_accuracy if last is not None else None,
            _finite(last.test_loss if last is not None else None),
            last.test_accuracy if last is not None else None,
        )

    @property
    def ended(self) -> datetime:
        return datetime.fromisoformat(self.when)

    def to_json(self) -> str:
        return json.dumps(
            asdict(self) | {"experiment": self.experiment.to_dict()},
            indent=1,
            ensure_ascii=False,
            allow_nan=False,
        )

    @classmethod
    def from_json(cls, text: str) -> RunRecord:
        """ValueError for a text that is not a record."""
        try:
            values: Any = json.loads(text, parse_constant=_refuse)
            if not isinstance(values, Mapping) or not isinstance(values.get("experiment"), Mapping):
                raise TypeError("it is not an object with an experiment")
            found = record(cls, {**values, "experiment": Experiment.from_dict(values["experiment"])})
            is_sound = found._is_sound()
        except (LabError, TypeError, ValueError, AttributeError, OverflowError, RecursionError) as error:
            raise ValueError(f"this is not a record of a run: {error}") from error
        if not is_sound:
            raise ValueError("this is not a record of a run")
        return found

    def _is_sound(self) -> bool:
        figures = (self.train_loss, self.train_accuracy, self.test_loss, self.test_accuracy)
        return (
            self.name == one_line(self.name)
            and len(self.note) <= NOTE_LIMIT
            and self.ended.tzinfo is not None
            and self.outcome in get_args(Outcome)
            and 0 <= self.iteration <= self.total_iterations < 1 << 63
            and all(figure is None or math.isfinite(figure) for figure in figures)
        )


def one_line(name: str) -> str:
    """A name as it is kept: composed (NFC), so that what looks the same is the same, on one line, not too
    long."""
    return " ".join(unicodedata.normalize("NFC", name).split())[:NAME_LIMIT].rstrip() or "?"


def now() -> str:
    """The time as a record has it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def outcome_of(checkpoint: Checkpoint) -> Outcome:
    """How a run ended, as far as its network tells."""
    if checkpoint.iteration < (checkpoint.total_iterations or math.inf):
        return "stopped"
    return "diverged" if has_diverged(checkpoint.evaluations) else "completed"


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None


def _refuse(word: str) -> None:
    raise ValueError(f"{word} is not JSON")
