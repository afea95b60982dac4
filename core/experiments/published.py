"""The published numbers of the Lab's experiments, and whether what was computed here agrees with them.

They are in one file, `published.json`, digit by digit as they are printed, for the screen and the tests
alike. A computed number agrees if it rounds to the printed one; where chance differs from that of the
publication, the file says within which factor it counts as the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np

from core.graph.book import matches


@dataclass(frozen=True, slots=True)
class Published:
    """What is printed of a case: `given` are the settings of that case. `factor`: above 1 where only the
    neighbourhood can be the same."""

    given: Mapping[str, Any]
    printed: tuple[str, ...]
    factor: float = 1.0

    def agrees(self, computed: Sequence[float]) -> bool:
        """Whether each number rounds to the printed one, or comes within the factor."""
        pairs = zip(computed, self.printed, strict=True)
        return all(self._one_agrees(float(number), text) for number, text in pairs)

    def _one_agrees(self, number: float, text: str) -> bool:
        if self.factor == 1.0:
            return matches(np.float64(number), text)
        return float(text) / self.factor <= number <= float(text) * self.factor


def published(experiment: str) -> tuple[Published, ...]:
    """What is printed about an experiment of the Lab, by its word; nothing where nothing is."""
    text = files("core.experiments").joinpath("published.json").read_text(encoding="utf-8")
    entry = json.loads(text).get(experiment, {"numbers": []})
    return tuple(
        Published(number["given"], tuple(number["printed"]), number.get("factor", 1.0))
        for number in entry["numbers"]
    )
