"""The states worth a picture of the Lab's experiments with functions: derivatives, descent, activations."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from gui.lab.page import LabPage
from pictures.lab import workspace
from pictures.scene import Scene, Stage


def scenes() -> tuple[Scene, ...]:
    """The scenes for `pictures`."""
    pole = {"text": "1/x", "left": -3.0, "right": 3.0, "x": 1.0, "h": 0.5}
    return (
        Scene("lab-numdiff", "lab", partial(_show, word="numdiff")),
        Scene("lab-numdiff-pole", "lab", partial(_show, word="numdiff", **pole)),
    )


def _show(stage: Stage, word: str, **fields: Any) -> None:
    """The experiment in its first state, or with some fields set."""
    _settle(stage, shown(stage, word), **fields)


def shown(stage: Stage, word: str) -> LabPage:
    """The page of an experiment, in front."""
    return workspace(stage).open_experiment(word)


def _settle(stage: Stage, page: LabPage, **fields: Any) -> None:
    """Set these fields, and wait until no job is left."""
    page.set_state(replace(page.default, **fields))
    stage.until(lambda: not page.runner.is_busy)
    stage.settle(50)
