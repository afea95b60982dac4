"""The states of the Data screen's pages that are worth a picture, for `pictures`."""

from __future__ import annotations

from typing import cast

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from gui.data.draw.drawing import SIDE
from gui.data.pages import DataPages
from pictures import hands
from pictures.data_states import clear, initial, predicted, trained, workspace
from pictures.scene import Scene, Stage

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
        "data-drawings": _drawings,
        "data-draw-untrained": _draw_untrained,
        "data-picture": _picture,
        "data-evaluation": _evaluation,
        "data-evaluation-training": _evaluation_training,
        "data-mistake": _mistake,
        "data-mistake-none": _mistake_none,
        "data-glance": _glance,
    }
    return tuple(Scene(name, "data", prepare, clear) for name, prepare in prepared.items())


def _pages(stage: Stage) -> DataPages:
    return cast(DataPages, workspace(stage).findChild(DataPages))


def _show(stage: Stage, page: QWidget) -> None:
    workspace(stage).show_page(page)
    stage.settle(SHOWN_MS)


def _draw(stage: Stage) -> None:
    trained(stage)
    _draw_seven(stage)


def _drawings(stage: Stage) -> None:
    """Some drawings that are kept, the last of them with another label."""
    _draw(stage)
    draw = _pages(stage).predictions.draw
    for label in (7, 7, 1):
        draw.keep(label)
    workspace(stage).model.set_split("drawings")
    predicted(stage)


def _draw_untrained(stage: Stage) -> None:
    initial(stage)
    _draw_seven(stage)


def _picture(stage: Stage) -> None:
    """Two test images side by side as a picture, in light that falls off to the right."""
    trained(stage)
    page = _pages(stage).predictions
    model = workspace(stage).model
    both = np.hstack([model.image(0, "test"), model.image(1, "test")]).repeat(8, axis=0).repeat(8, axis=1)
    light = np.linspace(230.0, 120.0, both.shape[1])
    grey = np.ascontiguousarray((light * (1 - both / 300)).astype(np.uint8))
    height, width = grey.shape
    page.draw.read(QImage(grey.data, width, height, width, QImage.Format.Format_Grayscale8).copy())
    _show(stage, page)


def _draw_seven(stage: Stage) -> None:
    page = _pages(stage).predictions
    drawing = page.draw.pad.drawing
    for first, *others in SEVEN:
        drawing.press(QPointF(*first) * SIDE)
        for point in others:
            drawing.move(QPointF(*point) * SIDE)
        drawing.release()
    _show(stage, page)


def _evaluation(stage: Stage) -> None:
    trained(stage)
    _show(stage, _pages(stage).evaluation)


def _evaluation_training(stage: Stage) -> None:
    """The page while the training goes on, after at least one epoch."""
    initial(stage)
    _show(stage, _pages(stage).evaluation)
    model = workspace(stage).model
    hands.trainer(stage).start()
    stage.until(lambda: model.predicted_by is not None and model.predicted_by.iteration > 0)
    stage.settle(SHOWN_MS)


def _mistake(stage: Stage) -> None:
    """The page after one update."""
    trained(stage)
    page = _pages(stage).mistake
    workspace(stage).model.next_mistake()
    _show(stage, page)
    stage.until(lambda: page.follower.gradient is not None)
    page.updating.button.click()
    stage.until(lambda: page.updating.result is not None)


def _mistake_none(stage: Stage) -> None:
    trained(stage)
    _show(stage, _pages(stage).mistake)


def _glance(stage: Stage) -> None:
    trained(stage)
    page = _pages(stage).glance
    _show(stage, page)
    stage.until(lambda: page.summary is not None)
    stage.settle(SHOWN_MS)
