"""The states of the Lab that are worth a picture."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from gui.lab.checking.page import CheckingPage
from gui.lab.landscape.page import LandscapePage
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
        Scene("lab-check", "lab", _check),
        Scene("lab-check-bug", "lab", _bug),
        Scene("lab-check-found", "lab", _found),
        Scene("lab-check-cost", "lab", _cost),
        Scene("lab-landscape", "lab", _landscape),
        Scene("lab-landscape-random", "lab", _random_plane),
        Scene("lab-landscape-other", "lab", _other_run),
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


def _checking(stage: Stage) -> CheckingPage:
    page = workspace(stage).page("checking")
    stage.until(lambda: page.parts.table.data is not None)
    return cast(CheckingPage, workspace(stage).open_experiment("checking"))


def _check(stage: Stage) -> None:
    """The book's network on three images."""
    page = _checking(stage)
    stage.until(lambda: page.dots.report is not None and bool(page.book.verdict))
    stage.settle(50)


def _bug(stage: Stage) -> None:
    """A puzzle with a wrong guess."""
    page = _checking(stage)
    page.change("view", "bug")
    stage.until(lambda: page.bug.report is not None)
    page.guess(2)


def _found(stage: Stage) -> None:
    """A puzzle that is solved."""
    page = _checking(stage)
    page.set_state(replace(page.state, view="bug", puzzle=3))
    stage.until(lambda: page.bug.report is not None)
    for place in range(page.bug.places()):
        page.guess(place)
        if page.bug.found:
            break


def _cost(stage: Stage) -> None:
    page = _checking(stage)
    page.change("view", "cost")
    stage.until(lambda: page.race.race is not None)


def _landscape(stage: Stage, directions: str = "path") -> None:
    """A network that was just trained, on the plane of its path, with a mark and a snapshot on the way."""
    page = cast(LandscapePage, workspace(stage).page("landscape"))
    stage.until(lambda: page.parts.table.data is not None)
    workspace(stage).open_experiment("landscape")
    page.set_state(replace(page.state, directions=directions, a=-0.2, b=0.3, at=8))
    stage.until(lambda: page.landscape.landscape is not None and not page.runner.is_busy)


def _random_plane(stage: Stage) -> None:
    """Two random directions: from there, the path is a dot."""
    _landscape(stage, "random")


def _other_run(stage: Stage) -> None:
    """Towards another run, with the ridge between both."""
    _landscape(stage, "other")
