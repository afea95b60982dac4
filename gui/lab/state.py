"""The state of an experiment: what a person has set, as a frozen record, and as the text of a small file.

The limits of each field are the same for the field on screen and for a file. What is computed is not part of
a state: it follows from it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from core.errors import LabError, translatable
from core.records import record

FORMAT, VERSION = "backprop-lab-experiment", 1
LARGEST = 1 << 20  # bytes of a file: thousands of times what is written

State = TypeVar("State")


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number from `low` to `high`. `log`: a slider moves along its powers of ten. `step`: ↑ and ↓ in its
    field change it by so much; 0: along 1, 2, 5 · 10ᵏ."""

    low: float
    high: float
    whole: bool = False
    log: bool = False
    step: float = 0.0


Limits = Mapping[str, Bounds | Sequence[str]]
"""Each field that has any: a number's bounds, or the words that may be chosen."""

SEED = Bounds(0, 999_999_999, whole=True)


def outside(value: float, bounds: Bounds) -> LabError | None:
    """What is said of a number beyond its bounds."""
    if bounds.low <= value <= bounds.high and math.isfinite(value):
        return None
    template = translatable("errors", "{value} cannot be used here: take a number from {low} to {high}.")
    return LabError(template, value=float(value), low=float(bounds.low), high=float(bounds.high))


def state_text(word: str, state: Any) -> str:
    """JSON of the state of the experiment `word`."""
    return json.dumps(
        {"format": FORMAT, "version": VERSION, "experiment": word, "state": asdict(state)}, indent=2
    )


def read_text(text: str) -> tuple[str, dict[str, Any]]:
    """The word of an experiment and the values of its state. LabError for a text that is not such a file."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        template = translatable("errors", "This is not a saved experiment of the Lab: choose another file.")
        raise LabError(template)
    if found.get("version") != VERSION:
        template = translatable(
            "errors", "This experiment was saved by a newer version of the program: open it there."
        )
        raise LabError(template)
    values = found.get("state")
    return str(found.get("experiment")), values if isinstance(values, dict) else {}


def fitted(kind: type[State], values: Mapping[str, Any], limits: Limits) -> State:
    """The state of these values; what is missing keeps its default. LabError for what cannot be used."""
    try:
        state = record(kind, values)
    except TypeError as error:
        template = translatable("errors", "The saved experiment is damaged: {reason}.")
        raise LabError(template, reason=str(error)) from error
    for name, limit in limits.items():
        value = getattr(state, name)
        problem = outside(value, limit) if isinstance(limit, Bounds) else _unknown(value, limit)
        if problem is not None:
            raise problem
    return state


def _unknown(word: object, words: Sequence[str]) -> LabError | None:
    if word in words:
        return None
    template = translatable("errors", "The saved experiment is damaged: {reason}.")
    return LabError(template, reason=f"“{word}”")
