"""The states worth a picture of the Lab's experiments with functions: derivatives, descent, activations."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, cast

from gui.lab.descent.page import DescentPage
from gui.lab.page import LabPage
from pictures.lab import workspace
from pictures.scene import Scene, Stage

JOBS = ("lab-accuracy", "lab-batches", "lab-descent", "lab-descent-ground", "lab-descent-book")


def scenes() -> tuple[Scene, ...]:
    """The scenes for `pictures`."""
    pole: dict[str, Any] = {"text": "1/x", "left": -3.0, "right": 3.0, "x": 1.0, "h": 0.5}
    overflow: dict[str, Any] = {"s1": 10.0, "s2": 0.0, "s3": -10.0, "shift": 705.0}
    return (
        Scene("lab-numdiff", "lab", partial(_show, word="numdiff")),
        Scene("lab-numdiff-pole", "lab", partial(_show, word="numdiff", **pole)),
        Scene("lab-descent", "lab", partial(_show, word="descent")),
        Scene("lab-descent-race", "lab", _race),
        Scene("lab-descent-away", "lab", partial(_show, word="descent", rate_sgd=1.1)),
        Scene("lab-activations", "lab", partial(_show, word="activations")),
        Scene(
            "lab-activations-gelu",
            "lab",
            partial(_show, word="activations", activation="gelu", beside="relu"),
        ),
        Scene("lab-accuracy", "lab", partial(_show, word="accuracy")),
        Scene("lab-batches", "lab", partial(_show, word="batches")),
        Scene("lab-batches-bias", "lab", partial(_show, word="batches", examples=6, collected=4, row=2)),
        Scene("lab-accuracy-simple-net", "lab", partial(_show, word="accuracy", network="simple_net", w=0.5)),
        Scene("lab-softmax", "lab", partial(_show, word="softmax")),
        Scene("lab-softmax-overflow", "lab", partial(_show, word="softmax", **overflow)),
        Scene("lab-perceptron", "lab", partial(_show, word="perceptron")),
        Scene("lab-perceptron-wrong", "lab", partial(_show, word="perceptron", gate="xor")),
        Scene("lab-perceptron-xor", "lab", partial(_show, word="perceptron", gate="xor", net="two")),
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
    _rest(stage, page)


def _race(stage: Stage) -> None:
    """All six optimizers on the long valley."""
    _show(stage, "descent")
    page = cast(DescentPage, shown(stage, "descent"))
    page.race_button.click()
    _rest(stage, page)


def _rest(stage: Stage, page: LabPage) -> None:
    """Wait until no job is left."""
    stage.settle(50)
    stage.until(lambda: not any(map(page.parts.jobs.is_busy, JOBS)))
    stage.settle()
