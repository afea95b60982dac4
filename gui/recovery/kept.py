"""What is kept of a sitting: a value, and the JSON that it is written as.

It names the network's model file; what is in that, and where both lie, is not known here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.errors import LabError
from core.training.config import Experiment

FORMAT = "backprop-lab sitting"
VERSION = 1


class NewerVersionError(ValueError):
    """A newer program has written it, and knows what to do with it."""


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """`experiment` is that of the form, edits included; None where it cannot be built any more.

    `model` holds the network on the table, if there is one: the person's own file where that holds it as it
    is (`is_own_file`), else one beside this. `run` and `iteration` say which network it is. `parts` has what
    the workspaces keep, by their keys, and `workspace` was in front.
    """

    experiment: Experiment | None
    workspace: str = ""
    model: Path | None = None
    is_own_file: bool = False
    run: str = ""
    iteration: int = 0
    parts: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self, folder: Path) -> str:
        """The text of the file in `folder`."""
        model = None
        if self.model is not None:
            model = str(self.model) if self.is_own_file else self.model.name
        about = {
            "format": FORMAT,
            "version": VERSION,
            "experiment": self.experiment.to_dict() if self.experiment is not None else None,
            "workspace": self.workspace,
            "model": model,
            "is_own_file": self.is_own_file,
            "run": self.run,
            "iteration": self.iteration,
            "parts": dict(self.parts),
        }
        return json.dumps(about)

    @classmethod
    def from_json(cls, text: str, folder: Path) -> Kept:
        """What that text says. ValueError for one that says nothing of that kind, NewerVersionError for one
        of a later program."""
        about = json.loads(text)
        if not isinstance(about, dict) or about.get("format") != FORMAT:
            raise ValueError("this is not kept of a sitting")
        if about.get("version") != VERSION:
            raise NewerVersionError(about.get("version"))
        try:
            model, parts = about["model"], about["parts"]
            return cls(
                _experiment(about["experiment"]),
                str(about["workspace"]),
                folder / model if model is not None else None,
                bool(about["is_own_file"]),
                str(about["run"]),
                int(about["iteration"]),
                dict(parts),
            )
        except (KeyError, TypeError, AttributeError, OverflowError) as error:
            raise ValueError("this is not kept of a sitting") from error


def _experiment(values: Any) -> Experiment | None:
    try:
        return Experiment.from_dict(values)
    except (LabError, KeyError, TypeError, ValueError, AttributeError):
        return None
