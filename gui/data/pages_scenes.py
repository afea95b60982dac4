"""The states of the Data screen's pages that are worth a picture, for `gui.pictures`."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from gui.data.draw_drawing import SIDE
from gui.data.pages import DataPages
from gui.data.workspace import DataWorkspace
from gui.scene import Scene, Stage
from gui.training_state import State

SHORT = 1_200  # iterations
SHOWN_MS = 300
SEVEN = (
    ((0.27, 0.24), (0.45, 0.2), (0.7, 0.19), (0.68, 0.3), (0.55, 0.55), (0.45, 0.84)),
    ((0.36, 0.53), (0.7, 0.5)),
)
"""The strokes of a digit, in shares of the pad."""


def scenes() -> tuple[Scene, ...]:
    """All of them."""
    prepared = {
        "data-draw": _draw,
        "data-draw-untrained": _draw_untrained,
        "data-evaluation": _evaluation,
        "data-mistake": _mistake,
        "data-mistake-none": _mistake_none,
        "data-glance": _glance,
    }
    return tuple(Scene(name, "data", prepare, _clear) for name, prepare in prepared.items())


def _workspace(stage: Stage) -> DataWorkspace:
    return cast(DataWorkspace, stage.window.workspace("data"))


def _pages(stage: Stage) -> DataPages:
    return cast(DataPages, _workspace(stage).findChild(DataPages))


def _show(stage: Stage, page: QWidget) -> None:
    _workspace(stage).show_page(page)
    stage.settle(SHOWN_MS)


def _fresh(stage: Stage) -> None:
    model = _workspace(stage).model
    model.document.apply_preset("two-layer")
    stage.until(lambda: model.predictions_of("test") is not None and not model.is_predicting)


def _trained(stage: Stage) -> None:
    _fresh(stage)
    model = _workspace(stage).model
    config = model.document.experiment.training
    model.document.edit_training(replace(config, length=SHORT, length_unit="iterations"), "")
    model.trainer.start()
    stage.until(lambda: model.trainer.state is State.ENDED)
    stage.until(lambda: model.answered is not None and model.answered.kind == "ended")


def _draw(stage: Stage) -> None:
    _trained(stage)
    _draw_seven(stage)


def _draw_untrained(stage: Stage) -> None:
    _fresh(stage)
    _draw_seven(stage)


def _draw_seven(stage: Stage) -> None:
    page = _pages(stage).answers
    drawing = page.draw.pad.drawing
    for first, *others in SEVEN:
        drawing.press(QPointF(*first) * SIDE)
        for point in others:
            drawing.move(QPointF(*point) * SIDE)
        drawing.release()
    _show(stage, page)


def _evaluation(stage: Stage) -> None:
    _trained(stage)
    _show(stage, _pages(stage).evaluation)


def _mistake(stage: Stage) -> None:
    """After one update."""
    _trained(stage)
    page = _pages(stage).mistake
    _workspace(stage).model.next_mistake()
    _show(stage, page)
    stage.until(lambda: page.follower.gradient is not None)
    page.updating.button.click()
    stage.until(lambda: page.updating.result is not None)


def _mistake_none(stage: Stage) -> None:
    _trained(stage)
    _show(stage, _pages(stage).mistake)


def _glance(stage: Stage) -> None:
    _trained(stage)
    page = _pages(stage).glance
    _show(stage, page)
    stage.until(lambda: page.summary is not None)
    stage.settle(SHOWN_MS)


def _clear(stage: Stage) -> None:
    """Leave nothing that runs, and nothing that the window would ask about."""
    model = _workspace(stage).model
    model.trainer.shutdown()
    model.document.new(model.document.experiment)
