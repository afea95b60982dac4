"""The states of the Lab that are worth a picture."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from gui.lab.vanishing.page import VanishingPage
from gui.lab.workspace import LabWorkspace
from pictures.scene import Scene, Stage


def scenes() -> tuple[Scene, ...]:
    """The scenes for `pictures`."""
    return (
        Scene("lab", "lab"),
        Scene("lab-vanishing", "lab", _vanishing),
        Scene("lab-vanishing-deep", "lab", _deep),
        Scene("lab-vanishing-book", "lab", _book),
    )


def workspace(stage: Stage) -> LabWorkspace:
    return cast(LabWorkspace, stage.window.workspace("lab"))


def _vanishing(stage: Stage) -> None:
    page = cast(VanishingPage, workspace(stage).open_experiment("vanishing"))
    stage.until(lambda: len(page.flows.flows) == 2 and bool(page.book.verdict))
    stage.settle(50)


def _deep(stage: Stage) -> None:
    """Fifty layers, batch normalization."""
    _vanishing(stage)
    page = cast(VanishingPage, workspace(stage).page("vanishing"))
    page.set_state(replace(page.state, depth=50))
    stage.until(lambda: len(page.flows.flows[0].layers) == 50)


def _book(stage: Stage) -> None:
    """A published case: ReLU with weights that are too small."""
    _vanishing(stage)
    page = cast(VanishingPage, workspace(stage).page("vanishing"))
    page.book.chosen.emit(3)
    stage.until(lambda: len(page.flows.flows) == 1)
